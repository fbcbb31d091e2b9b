"""The day of publication that the head of an article states."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.config import Settings
from generator.model import Article
from generator.parse import parse
from generator.read import read, seed_of
from tests.pairs import Pair, pairs

PAIRS = pairs("stamps.md")
BODY = """

The sale of the port ends a dispute that has split the ruling coalition since the spring.

The opposition left the hall before the vote was taken at dawn, and promised to fight on.
"""


def stated(article: Article) -> str:
    if article.published_from is None:
        return article.published or "none"
    words = article.published_from
    assert article.text[words.start : words.end] == words.text
    return f"{article.published} {words.rule}: {words.text}"


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_stated_day(pair: Pair, tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    path.write_text(pair.text + BODY, encoding="utf-8")
    assert [stated(parse(read(path, Settings()), Settings()))] == list(pair.expected)


def test_invisible_characters_do_not_hide_it() -> None:
    article = parse(seed_of("Port Deal Signed In Strelsau\n\nPublished Mar\u00adch\u00a03, 2031" + BODY), Settings())
    assert stated(article) == "2031-03-03 published-stamp: Mar\u00adch\u00a03, 2031"


def test_a_setting_orders_dates_in_numbers() -> None:
    text = "Port Deal Signed In Strelsau\n\nPublished 03/04/2031" + BODY
    assert stated(parse(seed_of(text), Settings())) == "none"
    assert stated(parse(seed_of(text), Settings(date_order="DMY"))) == "2031-04-03 published-stamp: 03/04/2031"


def test_real_articles(bench: Path) -> None:
    """The day lies at most two weeks before the one on which a page was saved, which its file name says."""
    found = 0
    for path in sorted((bench / "articles").glob("fundus-*.txt")):
        article = parse(read(path, Settings()), Settings())
        if article.published_from is not None and article.published is not None:
            saved = date(*(int(part) for part in path.stem.split("_")[-3:]))
            found += 1
            days = (saved - date.fromisoformat(article.published)).days
            assert 0 <= days <= 14 or "DailyNewsTZ" in path.name, (path.name, article.published)
    assert found >= 18
