"""The pairs of tests/fixtures/quotes: each by both ways, what holds for all of them, and that each rule is needed."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator import Briefer
from generator.quotes import QuoteFinder
from tests.quote_pairs import WAYS, Ablation, Case, Pair, Row, case_of, finder_of, found, pairs, rows, stored

PAIRS = pairs()
LEAST = 250
CAPITALISED = re.compile(r"\b[A-Z][\w'\u2019-]*")
WORD = re.compile(r"\w+")
ROW = re.compile(r"(?:direct \| .*? \| \[|mixed \| .*? \| .*\[|indirect \| .*? \| [^\[])")


@pytest.fixture(scope="module")
def cases(briefer: Briefer) -> dict[Pair, Case]:
    """All pairs, parsed."""
    return {pair: case_of(briefer, pair) for pair in PAIRS}


@pytest.fixture(scope="module")
def finders() -> dict[str, QuoteFinder]:
    """A finder of each way."""
    return {way: finder_of(way) for way in WAYS}


@pytest.fixture(scope="module")
def ablation(cases: dict[Pair, Case]) -> Ablation:
    """What the rules find in all pairs."""
    return Ablation(cases.values())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair.topic}: {pair.name}" for pair in PAIRS])
def test_pairs(cases: dict[Pair, Case], finders: dict[str, QuoteFinder], way: str, pair: Pair) -> None:
    lines = found(finders[way], cases[pair])
    if way in pair.known:
        assert lines != pair.expected, f"holds now: take {way} off its line known:, and 1 off {way} in known.toml"
    else:
        assert lines == pair.expected


@pytest.mark.parametrize("way", WAYS)
def test_known_failures_only_fall(way: str) -> None:
    assert sum(way in pair.known for pair in PAIRS) == stored()[way], "see README.md of the pairs"


def test_pairs_are_well_formed() -> None:
    assert len(PAIRS) >= LEAST
    names = Counter((pair.topic, pair.name) for pair in PAIRS)
    assert [name for name, count in names.items() if count > 1] == []
    for pair in PAIRS:
        assert set(pair.known) <= set(WAYS), pair.name
        assert "\n" in pair.text, f"{pair.name}: no text under its title"
        assert all(ROW.match(row) for row in pair.expected), pair.name


def test_expected_words_stand_in_the_text() -> None:
    """The words of a row stand in the text, in their order: a slip of the hand is no construction."""
    for pair in PAIRS:
        text = " ".join(pair.text.split())
        for row in pair.expected:
            _, speaker, spans = row.split(" | ")
            assert speaker in text, (pair.name, speaker)
            words = iter(WORD.findall(text))
            assert all(word in words for word in WORD.findall(spans)), (pair.name, spans)


def test_no_two_pairs_differ_in_names_only() -> None:
    seen: dict[str, str] = {}
    for pair in PAIRS:
        bare = CAPITALISED.sub("X", pair.text)
        assert bare not in seen, f"{pair.name} is {seen.get(bare)} with other names"
        seen[bare] = pair.name


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.module} {row.table} {row.rule}")
def test_each_rule_changes_a_pair(ablation: Ablation, row: Row) -> None:
    """A rule without which all pairs stay as they are needs a pair, or is not needed."""
    assert ablation.first(row) is not None
