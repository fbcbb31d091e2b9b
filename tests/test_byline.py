"""The names in a byline."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.byline import name_in_bio, names_span
from generator.lines import visible
from tests.pairs import Pair, pairs

PAIRS = pairs("bylines.md")


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_names(pair: Pair) -> None:
    bylines = [visible(line) for line in pair.text.split("\n")]
    assert [line[slice(*names_span(line))] for line in bylines] == list(pair.expected)


@given(st.text(min_size=1, max_size=80) | st.text(alphabet="aB -,|/\u00b7by13.TheReuters", min_size=1, max_size=80))
def test_some_of_every_byline_is_left(text: str) -> None:
    shown = visible(text)
    if shown:
        start, end = names_span(shown)
        assert 0 <= start < end <= len(shown)


def test_a_hostile_byline_takes_no_time() -> None:
    start = time.process_time()
    for line in ("aA" * 200_000, "By " + ", The" * 100_000, "By " + "- " * 100_000):
        names_span(line)
    assert time.process_time() - start < 1


def test_a_note_on_the_author_opens_with_the_name() -> None:
    assert name_in_bio("Ann Poe is a reporter in Strelsau.") == "Ann Poe"
    assert name_in_bio("It is a reporter's duty to ask.") is None
