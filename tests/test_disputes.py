"""Disputes: pairs of text and disputes, within a brief and over briefs, and properties over generated figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Brief, Briefer
from generator.disputes import find_disputes, objections, with_frames
from generator.disputes.finding import at_odds
from generator.disputes.objections import Count, Pair, bounds
from generator.edition.story_disputes import story_disputes
from generator.figures import find_figures
from generator.model import Article, Dispute, Figure, Frame, Metadata
from generator.nlp import Reading
from generator.read import seed_of
from generator.said import Said
from tests.marked_pairs import Pair as Fixture
from tests.marked_pairs import article_of, pairs
from tests.steps import steps


def disputes_of(briefer: Briefer, article: Article) -> tuple[tuple[Figure, ...], tuple[Dispute, ...]]:
    reading = briefer._pipeline.read(article)
    figures = with_frames(reading, find_figures(article, reading, Said(article, reading, (), ())))
    return figures, find_disputes(reading, figures)


def shown(figure: Figure) -> str:
    """A figure and who says it; "-" where the article itself does."""
    says = figure.speaker.text if figure.speaker else figure.about and figure.about.says
    return f"{figure.text} ({says or '-'})"


@cache
def framed(briefer: Briefer) -> dict[str, tuple[Reading, tuple[Figure, ...]]]:
    """The pairs by name, read once."""
    found = {}
    for pair in pairs("disputes"):
        article = article_of(pair.text)
        reading = briefer._pipeline.read(article)
        found[pair.name] = reading, with_frames(reading, find_figures(article, reading, Said(article, reading, (), ())))
    return found


def lines(briefer: Briefer, pair: Fixture) -> list[str]:
    """The disputes of a pair as its file writes them."""
    reading, figures = framed(briefer)[pair.name]
    disputes = find_disputes(reading, figures)
    return [" | ".join([dispute.unit, *(shown(figures[i]) for i in dispute.figures)]) for dispute in disputes]


@pytest.mark.parametrize("pair", pairs("disputes"), ids=lambda pair: pair.name)
def test_disputes(pair: Fixture, briefer: Briefer) -> None:
    assert lines(briefer, pair) == pair.expected


@pytest.mark.parametrize("pair", pairs("story_disputes"), ids=lambda pair: pair.name)
def test_story_disputes(pair: Fixture, briefer: Briefer) -> None:
    briefs = tuple(map(story_brief(briefer), pair.text.split("\n\n")))
    for some in permutations(briefs):
        found = [
            " | ".join([dispute.unit, *(in_story(briefs, *place) for place in dispute.figures)])
            for dispute in story_disputes(some)
        ]
        assert found == pair.expected


def story_brief(briefer: Briefer) -> Callable[[str], Brief]:
    """Makes a brief from "OUTLET, DATE: text"."""

    def brief(line: str) -> Brief:
        head, _, text = line.partition(": ")
        outlet, _, day = head.partition(", ")
        seed = seed_of(text + "\n")
        metadata = Metadata(outlet=outlet if outlet != "-" else None, published=day or None)
        return briefer.brief_seed(msgspec.structs.replace(seed, name=head, metadata=metadata))

    return brief


def in_story(briefs: tuple[Brief, ...], brief_id: str, figure_id: str) -> str:
    brief = next(brief for brief in briefs if brief.id == brief_id)
    figure = next(figure for figure in brief.figures if figure.id == figure_id)
    return f"{figure.text} ({figure.speaker.text if figure.speaker else brief.outlet})"


@pytest.mark.parametrize("name", [name for name, _ in objections.OBJECTIONS])
def test_each_objection_is_needed(name: str, briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, a pair of the fixtures comes out otherwise."""
    without = tuple(row for row in objections.OBJECTIONS if row[0] != name)
    monkeypatch.setattr("generator.disputes.finding.OBJECTIONS", without)
    assert any(lines(briefer, pair) != pair.expected for pair in pairs("disputes")), f"no pair needs {name}"


def count(place: int, voice: str, value: int | None, low: int | None, high: int | None, rule: str) -> Count:
    figure = Figure(
        start=0, end=1, text="1", rule=rule, id=f"f{place}", value=value, low=low, high=high, unit="boat", paragraph=1
    )
    return Count(place, figure, Frame(deed="fire", counted="boat"), frozenset({voice}))


COUNTS = st.builds(
    lambda place, voice, number, more, kind: count(
        place,
        voice,
        number if kind in ("count", "count/about") else None,
        number if kind in ("count/least", "range") else None,
        number + more if kind in ("count/most", "range") else None,
        kind,
    ),
    st.integers(0, 99),
    st.sampled_from(["army", "navy", "police"]),
    st.integers(1, 400),
    st.integers(1, 90),
    st.sampled_from(["count", "count/about", "count/least", "count/most", "range"]),
)


@given(st.lists(COUNTS, max_size=9, unique_by=lambda count: count.place))
def test_figures_that_can_both_be_right_do_not_dispute(counts: list[Count]) -> None:
    of_place = {count.place: count for count in counts}
    groups = at_odds(counts, lambda one, other: Pair(one, other, together=True))
    for group in groups:
        for place in group:
            low, high = bounds(of_place[place].figure)
            others = [of_place[other] for other in group if other != place]
            assert any(
                (high < bounds(other.figure)[0] or bounds(other.figure)[1] < low)
                and other.voice != of_place[place].voice
                for other in others
            )
    assert groups == at_odds(counts[::-1], lambda one, other: Pair(one, other, together=True))


def test_a_title_that_says_it_again_is_no_dispute(briefer: Briefer) -> None:
    assert briefer.brief("22 missiles fired\n\nThe army said 15 missiles were fired at the port.").disputes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania won 3-1 in 2031, the coach said. Graustark won 2-0 in 2032, the captain said.",
        "A 19-year-old sailor said so. Police said a 23-year-old sailor was there.",
        "The ministry said it was 1944. The museum said it was 1951.",
        "Call 555 0123, the police said. Call 555 0199, the navy said.",
        "The army said an F-16 fell. The navy said an F-35 fell. COVID-19 and 9/11, the mayor said.",
    ],
)
def test_numbers_that_count_nothing_are_not_disputed(briefer: Briefer, text: str) -> None:
    assert disputes_of(briefer, article_of(text))[1] == ()


@pytest.mark.parametrize("line", ["The army said 12 boats sank, the navy said 30 boats sank.", "12 boats, 3,000 men"])
def test_a_table_costs_linear_time(briefer: Briefer, line: str) -> None:
    def cost(rows: int) -> int:
        article = article_of(f"{line}\n" * rows)
        reading = briefer._pipeline.read(article)
        figures = find_figures(article, reading, Said(article, reading, (), ()))
        return steps(lambda: find_disputes(reading, with_frames(reading, figures)))

    assert cost(160) < 5 * cost(40)


def test_a_day_that_is_none_is_no_error(briefer: Briefer) -> None:
    lines = (
        "Strelsau Post, 2031: The army said 22 boats sank today.",
        "Zenda Post, 2031-13-45: A navy said 9 boats sank.",
    )
    assert story_disputes(tuple(map(story_brief(briefer), lines))) is not None


def test_copies_are_heard_once(briefer: Briefer) -> None:
    lines = ("A, 2031-03-04: The army said 22 boats sank.", "B, 2031-03-04: The navy said 9 boats sank.")
    briefs = tuple(map(story_brief(briefer), lines))
    assert len(story_disputes(briefs)) == 1
    assert story_disputes(briefs, [[brief.id for brief in briefs]]) == ()
