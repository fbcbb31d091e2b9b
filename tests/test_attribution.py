"""Reported clauses: tests/fixtures/attributions.md, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer
from generator.attribution import find_attributions
from generator.nlp import Passage
from tests.pairs import Pair, pairs

PAIRS = pairs("attributions.md")


def passage_of(briefer: Briefer, text: str) -> Passage:
    """A text as one passage of a body."""
    return Passage(0, len(text), 1, "body", briefer._pipeline.language(text))


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_pairs(briefer: Briefer, pair: Pair) -> None:
    found = [
        " | ".join(
            (
                item.rule,
                *(pair.text[start:end] for start, end in (item.source, item.cue, item.content)),
                pair.text[item.via[0] : item.via[1]] if item.via else "",
            )
        ).strip()
        for item in find_attributions(passage_of(briefer, pair.text))
    ]
    assert found == list(pair.expected)


WORDS = st.sampled_from(
    [
        "said",
        "told",
        "that",
        "who",
        "according",
        "to",
        "the",
        "mayor",
        "Roe",
        ",",
        ".",
        "bridge",
        "was",
        "by",
        "in",
        "a",
    ]
)


@given(words=st.lists(WORDS, max_size=40))
def test_spans_lie_in_the_passage(briefer: Briefer, words: list[str]) -> None:
    text = " ".join(words)
    for item in find_attributions(passage_of(briefer, text)):
        for start, end in (item.content, item.source, item.cue, *([item.via] if item.via else [])):
            assert 0 <= start < end <= len(text)


def test_a_sentence_without_end_is_left_alone(briefer: Briefer) -> None:
    assert find_attributions(passage_of(briefer, "Roe said " * 400)) == ()
