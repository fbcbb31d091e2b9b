"""HTML pages: each pair in fixtures/pages is NAME.html and NAME.txt, the rows that reading it gives.

To write the rows of a new page: `python -m tests.test_page tests/fixtures/pages/NAME.html`; read them before you
keep them. A page rule-NAME.html is there for the rule of that name and fails without it.
"""

from __future__ import annotations

import importlib.util
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.deadline import within
from generator.errors import BrokenSeed
from tests.conftest import must_have

PAGES = Path(__file__).parent / "fixtures" / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@pytest.fixture(autouse=True)
def _needs_trafilatura() -> None:
    must_have(importlib.util.find_spec("trafilatura") is not None, "trafilatura")


def rows(path: Path) -> list[str]:
    """What a page gives, one row a value."""
    from generator.formats.page import read_page

    page = read_page(path.read_bytes(), path.name)
    return [
        *(f"title: {page.title}" for _ in [0] if page.title),
        *(f"deck: {page.deck}" for _ in [0] if page.deck),
        *(f"author: {author}" for author in page.authors),
        *(f"published: {page.published}" for _ in [0] if page.published),
        *(f"outlet: {page.outlet}" for _ in [0] if page.outlet),
        *(f"url: {page.url}" for _ in [0] if page.url),
        *(f"language: {page.language}" for _ in [0] if page.language),
        *(f"{'heading' if block.kind == 'heading' else 'body'}: {block.text}" for block in page.blocks),
        *(f"dropped {rule}: {text}" for text, rule in page.dropped),
        *(f"others: {page.others}" for _ in [0] if page.others),
    ]


def expected(name: str) -> list[str]:
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _rule_names() -> list[str]:
    return sorted(name.removeprefix("rule-") for name in NAMES if name.startswith("rule-"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_its_rows(name: str) -> None:
    assert rows(PAGES / f"{name}.html") == expected(name)


def test_each_page_has_its_rows() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.txt")) == NAMES


def test_each_rule_has_a_page() -> None:
    from generator.formats.page.furniture import RULES

    names = [name for name, _ in RULES]
    assert len(names) == len(set(names))
    assert sorted(names) == _rule_names()


@pytest.mark.parametrize("rule", _rule_names())
def test_a_page_needs_its_rule(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.formats.page import furniture

    others = tuple(row for row in furniture.RULES if row[0] != rule)
    monkeypatch.setattr(furniture, "RULES", others)
    assert rows(PAGES / f"rule-{rule}.html") != expected(f"rule-{rule}")


def test_too_large_a_page_is_refused_before_it_is_read() -> None:
    from generator.formats.page import read_page

    with pytest.raises(BrokenSeed) as refused:
        read_page(b"<p>" + b"x" * 2000, "big.html", largest=1000)
    assert refused.value.code == "too_large"
    assert "big.html" in refused.value.message


@pytest.mark.parametrize("html", ["", "   ", b"", "<!-- nothing -->"])
def test_no_page_is_refused(html: str | bytes) -> None:
    from generator.formats.page import read_page

    with pytest.raises(BrokenSeed) as refused:
        read_page(html, "none.html")
    assert refused.value.code == "parse"


def test_leveling_keeps_the_text_and_the_shallow_tags() -> None:
    from generator.formats.page.limits import DEEPEST, level

    shallow = "<div>" * DEEPEST + "a<br>b" + "</div>" * DEEPEST + "<p>c<p>d" * 1000
    assert level(shallow) == shallow
    deep = level("<i>" * 9000 + "words" + "</i>" * 9000)
    assert deep.count("<i>") == deep.count("</i>") == DEEPEST
    assert "words" in deep


HOSTILE = {
    "deep": "<html><body>" + "<div>" * 20_000 + "<p>Words." + "</div>" * 20_000,
    "open": "<" * 100_000,
    "quotes": '<a "' * 50_000,
    "comments": "<p>x" + "<!--" * 50_000,
    "scripts": "<p>x" + "<script>" * 50_000,
    "spaces": "<p>x" + " " * 200_000 + "y",
    "brackets": "<p>x<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
    "same": "<article>" + "<p>The same line stands here again and again and again.</p>" * 3_000,
    "word": "<p>" + "a" * 500_000,
    "bold": "<b>" * 20_000 + "words",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_hold_nobody_up(name: str) -> None:
    from generator.formats.page import read_page

    with within(120, name):  # quadratic work would take hours; the bound is no timing
        read_page(HOSTILE[name], name)


PARTS = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<a href=x>", "</a>", "<br>", "<br><br>", "<li>", "<td>"),
        *(
            "<blockquote>",
            "</blockquote>",
            "<article>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<?xml ?>",
        ),
        *('<script type="application/ld+json">', '{"@type":"NewsArticle","headline":', '"author":[null,{}],', "&#0;"),
        *("&#x1f;", "&#xD800;", "&amp;", "\x00", "\x1b", "\ud800", "\ufffe", "\u202e", "<meta name=author content="),
        *(
            "<span class='sr-only'>",
            "<table><tr>",
            "<form>",
            "<figure>",
            "<body>",
            "<html lang=en>",
            "<title>",
            "'",
            '"',
        ),
        "The harbour bridge closes on Monday, said the mayor of Strelsau. ",
    ]
)


@given(st.lists(PARTS | st.text(max_size=12), max_size=40).map("".join))
def test_tag_soup_gives_clean_blocks_or_is_refused(soup: str) -> None:
    from generator.formats.page import read_page

    try:
        page = read_page(soup, "soup.html")
    except BrokenSeed:
        return
    for text in (page.title or "x", page.deck or "x", *page.authors, *(block.text for block in page.blocks)):
        assert text
        assert text == " ".join(text.split())
        assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in text)
    assert page == read_page(soup, "soup.html")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    from generator.formats.page import read_page

    with suppress(BrokenSeed):
        read_page(data, "bytes.html")


def _write() -> Iterator[Path]:
    for argument in sys.argv[1:]:
        path = Path(argument)
        path.with_suffix(".txt").write_text("".join(f"{row}\n" for row in rows(path)), encoding="utf-8")
        yield path


if __name__ == "__main__":
    for written in _write():
        print(written.with_suffix(".txt"))


def test_rules_of_pages_can_be_switched_off(tmp_path: Path) -> None:
    from generator.config import Settings
    from generator.formats.page.furniture import RULES
    from generator.read import read
    from generator.switches import rule_names

    assert {name for name, _ in RULES} <= set(rule_names())
    path = tmp_path / "page.html"
    path.write_bytes((PAGES / "rule-read-more.html").read_bytes())
    text = (PAGES / "rule-read-more.txt").read_text("utf-8")
    line = next(row.partition(": ")[2] for row in text.splitlines() if row.startswith("dropped read-more: "))
    on, off = read(path, Settings()), read(path, Settings(rules_off=("read-more", "links-only", "related-link")))
    assert [part.kind for part in on.parts if on.text[part.start : part.end] == line] == ["furniture"]
    assert [part.kind for part in off.parts if off.text[part.start : part.end] == line] == []
    assert line in off.text
