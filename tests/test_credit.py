"""Credit lines -> sources."""

from __future__ import annotations

import re
from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import credit
from generator.config import Settings
from generator.credit import credit_start, cues, deeds, find_sources, find_unnamed, kinds, notices, shown, slugs
from generator.credit.agencies import Agency, builtin
from generator.credit.reader import read_credit
from generator.deadline import within
from generator.lines import visible
from generator.model import Article, SeedReference, Slice, Source
from generator.parse import parse
from generator.read import seed_of
from tests.pairs import Pair, pairs

ARTICLE = """Ferry Runs Aground Off Zenda

The ferry between Zenda and Strelsau ran aground on March 3, the ministry of transport said.

All 212 passengers were taken ashore by the coast guard before night fell.

The ministry said that it would publish a first report on the accident in two weeks.

"""
PAIRS = pairs("credits.md")
ROLES = {
    "source", "reporting", "additional_reporting", "writing", "editing", "contributed", "compiled", "adapted",
    "original", "byline", "copyright", "translated", "photo", "graphics",
}  # fmt: skip
TABLES: tuple[tuple[ModuleType, str], ...] = (
    (cues, "CUES"), (deeds, "VERBS"), (notices, "NOTICES"), (slugs, "SLUGS"), (kinds, "GUESSES"),
)  # fmt: skip
ROWS = [(module, table, i) for module, table in TABLES for i in range(len(getattr(module, table)))]


def _told(sources: tuple[Source, ...]) -> list[str]:
    return [f"{visible(s.name)} | {visible(s.as_written)} | {s.kind} | {s.role} | {s.place or '-'}" for s in sources]


def _article(text: str, start: int = 0) -> Article:
    """An article whose credit is all of a text, or the end of it."""
    line = Slice(start=start, end=len(text), text=text[start:], rule="credit")
    return Article(seed=SeedReference(name="x", sha256="0", media_type="text/plain"), text=text, credit=(line,))


def _read(text: str) -> list[str]:
    """What a line says, without the article above it."""
    words, offsets = shown(text)
    at = credit_start(words)
    return [] if at is None else _told(find_sources(_article(text, offsets[at])))


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_sources(pair: Pair) -> None:
    article = parse(seed_of(ARTICLE + pair.text + "\n"), Settings())
    assert _told(find_sources(article)) == list(pair.expected)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_a_source_is_a_slice_of_the_text(pair: Pair) -> None:
    article = parse(seed_of(ARTICLE + pair.text + "\n"), Settings())
    for source in find_sources(article):
        assert article.text[source.start : source.end] == source.text == source.as_written


def test_the_pairs_cover_all_roles_and_differ_in_more_than_names() -> None:
    assert {line.split(" | ")[3] for pair in PAIRS for line in pair.expected} == ROLES
    assert sum(not pair.expected for pair in PAIRS) >= 12
    shapes = [re.sub(r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*", "N", pair.text) for pair in PAIRS if pair.expected]
    alike = {shape for shape in shapes if shapes.count(shape) > 1}
    assert len(alike) <= 4, alike


@pytest.mark.parametrize(("module", "table", "row"), ROWS, ids=[f"{t}-{getattr(m, t)[i][0]}" for m, t, i in ROWS])
def test_each_row_of_the_tables_is_held_by_a_pair(
    module: ModuleType, table: str, row: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_it = {pair.name: _read(pair.text) for pair in PAIRS}
    rows = getattr(module, table)
    monkeypatch.setattr(module, table, rows[:row] + rows[row + 1 :])
    assert any(_read(pair.text) != with_it[pair.name] for pair in PAIRS)


def test_prose_that_looks_like_a_credit_stays_in_the_body() -> None:
    for pair in PAIRS:
        if not pair.expected:
            article = parse(seed_of(ARTICLE + pair.text + "\n"), Settings())
            assert pair.text in [article.text[p.start : p.end] for p in article.paragraphs], pair.name


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Ann Poe/AP", "photo"),
        ("© 2031 The Canadian Press", "copyright"),
        ("Read the rest of the story at The Hentzau Mirror.", "original"),
        ("Ann Poe is a reporter in Zenda. John Roe contributed to this report.", "contributed"),
        ("Follow Ann Poe on Twitter: @annpoe. The Associated Press contributed to this report.", "contributed"),
    ],
)
def test_furniture_may_name_a_source(line: str, role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    article = parse(seed_of(ARTICLE + line + "\n"), Settings())
    assert not article.credit
    assert {source.role for source in find_sources(article)} == {role}
    monkeypatch.setattr(credit, "BESIDE", {})
    assert find_sources(article) == ()


def test_pictures_of_other_articles_name_no_source() -> None:
    below = "Reporting by Ann Poe\n\nAdvertisement\n\nJohn Roe/AP\n"
    article = parse(seed_of(ARTICLE + below), Settings())
    assert [source.name for source in find_sources(article)] == ["Ann Poe"]


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\ufeff"])
def test_invisible_characters_do_not_hide_a_name(hidden: str) -> None:
    line = f"With re{hidden}porting by A{hidden}P,\u00a0Reu{hidden}ters and dpa"
    article = parse(seed_of(ARTICLE + line), Settings())
    assert [s.name for s in find_sources(article)] == ["Associated Press", "Reuters", "Deutsche Presse-Agentur"]


def test_glued_credit_leaves_the_sentence_in_the_body() -> None:
    article = parse(
        seed_of(ARTICLE + "The ferry is 40 years old. (Reporting by Ann Poe; Editing by John Roe)"), Settings()
    )
    last = article.paragraphs[-1]
    assert article.text[last.start : last.end] == "The ferry is 40 years old."
    assert [line.text for line in article.credit] == ["(Reporting by Ann Poe; Editing by John Roe)"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("With reporting by Yonhap and other agencies", ["other agencies"]),
        ("Sources: Al Jazeera and news agencies", ["news agencies"]),
        ("By Euronews with Agencies", ["Agencies"]),
        ("Compiled by Ann Poe from wire reports", ["wire reports"]),
        ("With reporting by Yonhap", []),
    ],
)
def test_sources_without_a_name_are_flagged(line: str, words: list[str]) -> None:
    article = parse(seed_of(ARTICLE + line), Settings())
    found = find_unnamed(article)
    assert [words.text for words in found] == words
    assert all(article.text[part.start : part.end] == part.text for part in found)


def test_known_houses_have_country_and_home() -> None:
    article = parse(seed_of(ARTICLE + "With reporting by dpa, the Zenda Post and Ann Poe"), Settings())
    known, outlet, person = find_sources(article)
    assert (known.country, known.home) == ("DE", "https://www.dpa.com")
    assert (outlet.country, outlet.home, person.country, person.home) == (None, None, None, None)


def test_a_project_adds_its_own_agencies() -> None:
    own = Agency(name="Zenda Press Agency", kind="agency", aliases=("ZPA",), country="XX", home="https://zenda.example")
    register = builtin().extended((own,))
    text = "With reporting by ZPA and Reuters"
    source = find_sources(_article(text), register)[0]
    assert (source.name, source.kind, source.country, source.home) == (
        "Zenda Press Agency", "agency", "XX", "https://zenda.example",
    )  # fmt: skip
    assert credit_start("kl/rt (ZPA)", register) == 0
    assert credit_start("kl/rt (ZPA)") is None


@given(
    st.text(alphabet="ab ABby,;.()'&/-\u2019\n", max_size=200),
    st.sampled_from(["With reporting by ", "(Reporting by ", "Sources:\n", ""]),
)
def test_any_credit_gives_slices(words: str, cue: str) -> None:
    text = cue + words
    for source in find_sources(_article(text)):
        assert source.text == text[source.start : source.end] != ""


_LISTS = st.lists(
    st.sampled_from(
        ["Ann Poe", "John Roe in Zenda", "AFP", "the Zenda Post", "RFE/RL's Armenian and Georgian services", "dpa/AP",
         "CNN's Mia Lund", "AP writer Max Hart in Hentzau, Ala.", "other agencies", "\u200bMia\u00a0Lund", "新華社",
         "K. J. Roe"]
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@given(_LISTS, _LISTS, st.sampled_from([", ", " and ", ", and ", "; ", ",\n"]))
def test_sources_of_one_role_are_in_order_and_do_not_overlap(first: list[str], second: list[str], joint: str) -> None:
    text = f"(Reporting by {joint.join(first)}; Editing by {joint.join(second)})"
    found = find_sources(_article(text))
    for role in ROLES:
        mine = [source for source in found if source.role == role]
        assert all(a.end <= b.start for a, b in pairwise(mine))
    assert all(text[source.start : source.end] == source.text for source in found)
    assert len({(source.name, source.role) for source in found}) == len(found)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    find_sources(_article(text))
    credit_start(shown(text)[0])


LONG = {
    "cues": "Reporting by Ann Poe, editing by " * 110,
    "names": "With reporting by " + "Ann Poe, " * 430,
    "verbs": "Ann Poe reported from Zenda, and " * 115,
    "places": "Ann Poe in Zenda, " * 210 + "contributed to this report.",
    "owners": "Ann's " * 600 + "contributed to this report.",
    "titles": "staff " * 600 + "writer Ann Poe contributed to this report.",
    "brackets": "(" * 3900,
    "slashes": "AP/" * 1300,
    "copyright": "copyright " * 390,
    "capitals": "A" * 3900,
    "words": "Aa " * 1300,
    "stops": "A. " * 1300,
    "spaces": "From " + " " * 3900,
}


@pytest.mark.parametrize("line", LONG.values(), ids=LONG)
def test_no_line_is_read_for_long(line: str) -> None:
    with within(10, "line"):  # back-tracking would take hours; the bound is no timing
        credit_start(line[:3900])


def test_a_long_list_is_read_in_linear_time() -> None:
    assert read_credit("With reporting by " + "a, " * 20_000 + "!") == ()
    assert read_credit("Ann Poe and " * 300 + "contributed to this report.")
