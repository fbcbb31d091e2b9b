"""Seed -> Article."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer
from generator.config import Settings
from generator.errors import SeedError
from generator.model import Article
from generator.parse import parse
from generator.read import read, seed_of
from tests.furniture_pairs import pairs, parts_of

PAIRS = pairs()
SETTINGS = Settings()


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028"])
def test_all_line_ends_give_the_same_parts(newline: str) -> None:
    for pair in PAIRS:
        if pair.text.startswith("---"):  # a block of metadata is read by its own rules
            continue
        assert parts_of(pair.text.replace("\n", newline)) == parts_of(pair.text), pair.name


def check_parts(article: Article) -> None:
    """Every part is a slice of the text; body, furniture, head and credit never overlap."""
    head = [part for part in (article.title, article.deck, article.byline, article.dateline) if part is not None]
    for part in (*head, *article.removed, *article.credit):
        assert article.text[part.start : part.end] == part.text != ""
    spans = [(part.start, part.end) for part in (*head, *article.removed, *article.credit, *article.paragraphs)]
    spans.sort()
    assert all(0 <= start < end <= len(article.text) for start, end in spans)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))
    assert [p.number for p in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))
    assert list(article.removed) == sorted(article.removed, key=lambda r: r.start)
    assert list(article.paragraphs) == sorted(article.paragraphs, key=lambda p: p.start)


def parsed(text: str, codes: set[str]) -> Article | None:
    """The article, or None where the text is refused with one of the codes."""
    try:
        return parse(seed_of(text), SETTINGS)
    except SeedError as error:
        if error.code not in codes:
            raise
        return None


PIECES = st.one_of(
    st.sampled_from([line for pair in PAIRS for line in pair.text.split("\n")]),
    st.text(max_size=60),
    st.text(alphabet='aB .\n\u200b\u00a0\u00ad"\u201c\u2014()-,:\u2028\t\u2022', max_size=40),
)


@given(st.lists(PIECES, max_size=30).map("\n".join))
def test_any_text_is_refused_or_taken_apart(text: str) -> None:
    article = parsed(text, {"empty", "no_body", "language", "parse"})
    if article is not None:
        assert article.text == text
        check_parts(article)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t\u200b\n", "empty"),
        ("Accessibility links\n\nBreaking News\n\nXS\nSM\n", "no_body"),
        ("Ferry Runs Aground Off Zenda\n", "no_body"),
        ("ok\n" * 500, "no_body"),
        ("The ferry ran aground. " * 50_000, "too_large"),
        (
            "Zwei Fähren gestrandet\n\nDas Ministerium für Verkehr hat am Montag mitgeteilt, dass zwei Fähren vor der "
            "Küste gestrandet sind, weil der Nebel zu dicht war und niemand die Lichter sah.\n",
            "language",
        ),
        (
            "Два моста\n\nМинистерство сообщило в понедельник, что два моста будут закрыты до июня этого года.\n",
            "language",
        ),
    ],
)
def test_refusals_say_what_is_wrong(text: str, code: str) -> None:
    with pytest.raises(SeedError) as caught:
        parse(seed_of(text), SETTINGS)
    assert caught.value.code == code
    assert "text: " in str(caught.value.message)


def test_a_paragraph_in_another_language_does_not_refuse_an_article() -> None:
    pair = next(pair for pair in PAIRS if '"There' in pair.text)
    article = parse(
        seed_of(pair.text.replace('"There', 'Министр сообщил, что мост закрыт до июня.\n\n"There')), SETTINGS
    )
    assert len(article.paragraphs) == 3, pair.name


@pytest.mark.parametrize(
    "text",
    ["word " * 50_000, "ok\n" * 30_000, "By Ann\n" * 10_000, "(Reporting by " * 5_000, "With reporting by\n" * 5_000,
     "The bridge is closed.\n" * 10_000, "\u2022 a\n" * 10_000, '"' * 100_000, "A. " * 50_000, "x" * 300_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_large_inputs_take_seconds(text: str) -> None:
    start = time.process_time()
    article = parsed("A Title Of Five Words\n\n" + text, {"no_body", "language"})
    if article is not None:
        check_parts(article)
    assert time.process_time() - start < 5


def test_an_article_without_a_title_says_so() -> None:
    body = "The ferry ran aground on March 3, the coast guard said.\n\nAll 212 passengers were taken ashore by night.\n"
    assert [notice.code for notice in parse(seed_of(body), SETTINGS).warnings] == ["no_title"]
    assert parse(seed_of("Ferry Runs Aground Off Zenda\n\n" + body), SETTINGS).warnings == ()


def test_real_articles(bench: Path) -> None:
    """All 60 give paragraphs; all that have a headline give a title."""
    titled = 0
    paths = sorted((bench / "articles").glob("*.txt"))
    for path in paths:
        article = parse(read(path, SETTINGS), SETTINGS)
        check_parts(article)
        assert any(p.kind == "body" for p in article.paragraphs), path.name
        titled += article.title is not None
    assert len(paths) == 60
    assert titled >= 56


def test_real_text_is_not_lost(bench: Path) -> None:
    """Over whole news articles nearly every character lands in head, body or credit."""
    kept = whole = 0
    for row in (bench / "quotes" / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines():
        article = parse(seed_of(json.loads(row)["text"]), SETTINGS)
        check_parts(article)
        whole += len("".join(article.text.split()))
        kept += len("".join(article.text.split())) - sum(len("".join(r.text.split())) for r in article.removed)
    assert kept / whole > 0.997


def test_further_articles_of_a_feed_are_left_out_and_said_so() -> None:
    three = next(pair for pair in PAIRS if pair.name == "a page of three articles, each with its date")
    one = next(pair for pair in PAIRS if pair.name == "a date in the middle of an article is a stamp")
    assert [notice.code for notice in parse(seed_of(three.text), SETTINGS).warnings] == ["several_articles"]
    assert parse(seed_of(one.text), SETTINGS).warnings == ()


def test_nothing_is_told_from_a_correction(briefer: Briefer) -> None:
    """A note of the editors is shown, but is no part of the summary, the figures or the timeline."""
    brief = briefer.brief(
        "Nine Boats Burn In Zenda\n\nNine boats burned in the harbor on Sunday night, the fire brigade said.\n\n"
        "Correction: An earlier version of this article said that 14 boats burned on March 2, 2031.\n"
    )
    (note,) = (p for p in brief.paragraphs if p.kind == "correction")
    told = (*brief.summary, *brief.figures, *brief.events, *brief.claims)
    assert told
    assert all(part.end <= note.start for part in told)
