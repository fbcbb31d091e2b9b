"""Oppositions: pairs of text and what two speakers say of one matter, and their cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer
from generator.model import Opposition, Statement
from generator.oppositions import find_oppositions, matching
from generator.said import Said
from tests.marked_pairs import Pair, article_of, pairs
from tests.steps import steps


def oppositions_of(briefer: Briefer, text: str) -> tuple[Opposition, ...]:
    article = article_of(text)
    reading = briefer._pipeline.read(article)
    return find_oppositions(article, reading, Said(article, reading, (), ()))


def shown(side: Statement) -> str:
    return f"{'-' if side.denies else '+'} {side.text} ({side.speaker.text})"


def lines(briefer: Briefer, pair: Pair) -> list[str]:
    return [" | ".join([found.rule, *map(shown, found.sides)]) for found in oppositions_of(briefer, pair.text)]


@pytest.mark.parametrize("pair", pairs("oppositions"), ids=lambda pair: pair.name)
def test_oppositions(pair: Pair, briefer: Briefer) -> None:
    assert lines(briefer, pair) == pair.expected


@pytest.mark.parametrize("name", [name for name, _ in matching.RULES])
def test_each_rule_is_needed(name: str, briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "RULES", tuple(row for row in matching.RULES if row[0] != name))
    assert any(lines(briefer, pair) != pair.expected for pair in pairs("oppositions"))


PHRASES = ["The army", "the navy", "said", "denied", "that", "the bridge", "it", "was hit", "not", ".", "“", "é", "\n"]


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=40).map(" ".join))
def test_sides_are_slices_of_two_speakers(briefer: Briefer, text: str) -> None:
    for found in oppositions_of(briefer, text):
        one, other = found.sides
        assert one.denies != other.denies
        assert one.speaker.name.casefold() != other.speaker.name.casefold()
        assert all(text[side.start : side.end] == side.text != "" for side in found.sides)


def test_many_denials_cost_linear_time(briefer: Briefer) -> None:
    def cost(rows: int) -> int:
        article = article_of("The army said the bridge was hit. The navy denied it.\n" * rows)
        reading = briefer._pipeline.read(article)
        said = Said(article, reading, (), ())
        return steps(lambda: find_oppositions(article, reading, said))

    assert cost(120) < 5 * cost(30)
