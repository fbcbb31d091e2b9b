"""Credit lines -> sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.credit import find_sources
from generator.credit.agencies import known
from generator.credit.reader import read_credit
from generator.lines import visible
from generator.model import Article, SeedReference, Slice
from generator.parse import parse
from generator.read import seed_of
from tests.pairs import Pair, pairs

ARTICLE = """Ferry Runs Aground Off Zenda

The ferry between Zenda and Strelsau ran aground on March 3, the ministry of transport said.

All 212 passengers were taken ashore by the coast guard before night fell.

The ministry said that it would publish a first report on the accident in two weeks.

"""
PAIRS = pairs("credits.md")


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_sources(pair: Pair) -> None:
    article = parse(seed_of(ARTICLE + pair.text + "\n"), Settings())
    found = [
        f"{visible(s.name)} | {visible(s.as_written)} | {s.kind} | {s.role} | {s.place or '-'}"
        for s in find_sources(article)
    ]
    assert found == list(pair.expected)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_a_source_is_a_slice_of_the_text(pair: Pair) -> None:
    article = parse(seed_of(ARTICLE + pair.text + "\n"), Settings())
    for source in find_sources(article):
        assert article.text[source.start : source.end] == source.text == source.as_written


def test_prose_that_looks_like_a_credit_stays_in_the_body() -> None:
    for pair in PAIRS:
        if not pair.expected:
            article = parse(seed_of(ARTICLE + pair.text + "\n"), Settings())
            assert pair.text in [article.text[p.start : p.end] for p in article.paragraphs], pair.name


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\ufeff"])
def test_invisible_characters_do_not_hide_a_name(hidden: str) -> None:
    credit = f"With re{hidden}porting by A{hidden}P,\u00a0Reu{hidden}ters and dpa"
    article = parse(seed_of(ARTICLE + credit), Settings())
    assert [s.name for s in find_sources(article)] == ["Associated Press", "Reuters", "Deutsche Presse-Agentur"]


def test_glued_credit_leaves_the_sentence_in_the_body() -> None:
    article = parse(
        seed_of(ARTICLE + "The ferry is 40 years old. (Reporting by Ann Poe; Editing by John Roe)"), Settings()
    )
    last = article.paragraphs[-1]
    assert article.text[last.start : last.end] == "The ferry is 40 years old."
    assert [line.text for line in article.credit] == ["(Reporting by Ann Poe; Editing by John Roe)"]


def test_agencies_are_known_by_all_their_names() -> None:
    for name in ("AP", "A.P.", "The Associated Press", "associated press"):
        agency = known(name)
        assert agency is not None
        assert agency.name == "Associated Press"
    assert known("Apple") is None


@given(
    st.text(alphabet="ab ABby,;.()'&/-\u2019\n", max_size=200),
    st.sampled_from(["With reporting by ", "(Reporting by ", ""]),
)
def test_any_credit_gives_slices(words: str, cue: str) -> None:
    text = cue + words
    line = Slice(start=0, end=len(text), text=text, rule="credit")
    article = Article(seed=SeedReference(name="x", sha256="0", media_type="text/plain"), text=text, credit=(line,))
    for source in find_sources(article):
        assert source.text == text[source.start : source.end] != ""


def test_a_long_list_is_read_in_linear_time() -> None:
    assert read_credit("With reporting by " + "a, " * 20_000 + "!") == ()
    assert read_credit("Ann Poe and " * 300 + "contributed to this report.")
