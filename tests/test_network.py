"""The drawing of who is named beside an actor: every name has a place of its own, every line is a tie."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.network import BOX, FEWEST, NODES, Neighbour, Network, network, seats
from tests.steps import steps

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in per cent."""


def neighbours(*times: int) -> list[Neighbour]:
    return [
        Neighbour(id=f"n{place}", name=f"Name {place}", kind="person", page="", times=count)
        for place, count in enumerate(times)
    ]


def number(percent: str) -> float:
    return float(percent.removesuffix("%"))


def boxes(drawn: Network) -> list[Box]:
    """The places of the names, that of the actor last."""
    height = number(drawn.place_height)
    corners = [(number(node.left), number(node.top)) for node in drawn.nodes]
    return [(x, y, x + BOX, y + height) for x, y in [*corners, (50 - BOX / 2, number(drawn.middle))]]


def overlap(one: Box, other: Box) -> bool:
    rounding = 0.02
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > rounding
        and min(one[3], other[3]) - max(one[1], other[1]) > rounding
    )


@pytest.mark.parametrize("count", range(FEWEST, NODES + 1))
def test_no_name_lies_over_another_or_beside_the_drawing(count: int) -> None:
    places = boxes(network(neighbours(*[1] * count), lambda one, other: 0))
    assert len(places) == count + 1
    assert all(min(box) >= -0.01 and max(box) <= 100.01 for box in places)
    assert [pair for pair in combinations(places, 2) if overlap(*pair)] == []
    assert len(set(seats(count))) == count


def test_a_line_is_as_thick_as_the_briefs_are_many() -> None:
    drawn = network(neighbours(9, 5, 1), lambda one, other: 3 if {one, other} == {"n0", "n2"} else 0)
    assert [node.width for node in drawn.nodes] == ["6.0", "3.5", "1.0"]
    assert [(tie.one.id, tie.other.id, tie.times, tie.width) for tie in drawn.ties] == [("n0", "n2", 3, "2.2")]


def test_names_that_share_briefs_stand_side_by_side() -> None:
    pairs = [{"n0", "n3"}, {"n1", "n4"}, {"n2", "n5"}]
    drawn = network(neighbours(*[2] * 6), lambda one, other: 2 if {one, other} in pairs else 0)
    at = {node.who.id: (number(node.left), number(node.top)) for node in drawn.nodes}
    ring = [(x - BOX / 2, y - number(drawn.place_height) / 2) for x, y in seats(6)]
    order = [min(at, key=lambda who: abs(at[who][0] - x) + abs(at[who][1] - y)) for x, y in ring]
    beside = [{one, other} for one, other in zip(order, [*order[1:], order[0]], strict=True)]
    assert all(pair in beside for pair in pairs)


def test_of_ties_that_are_equally_strong_all_are_drawn_or_none() -> None:
    everybody = network(neighbours(*[1] * 12), lambda one, other: 1)
    assert everybody.ties == ()
    some = network(neighbours(*[5] * 12), lambda one, other: 4 if {one, other} <= {"n0", "n1", "n2"} else 1)
    assert len(some.ties) == 3


def test_a_line_runs_around_the_name_in_the_middle() -> None:
    times = {("n0", "n1"): 5, ("n1", "n2"): 4, ("n2", "n3"): 3, ("n0", "n2"): 1}
    drawn = network(neighbours(5, 5, 5, 5), lambda one, other: times.get((one, other), 0))
    path = next(tie.path for tie in drawn.ties if tie.times == 1)
    assert path.split("Q")[1].startswith("50.0 20.0 "), "the two stand across the middle"


def test_two_names_are_told_by_the_list_alone() -> None:
    assert network(neighbours(3, 2), lambda one, other: 1) == Network()


@given(st.lists(st.integers(1, 400), max_size=30), st.integers(0, 2**32))
def test_every_drawing_is_whole_and_the_same_again(times: list[int], seed: int) -> None:
    known = neighbours(*sorted(times, reverse=True))

    def shared(one: str, other: str) -> int:
        return (seed // (1 + sum(map(ord, one + other)))) % 7

    drawn = network(known, shared)
    assert drawn == network(known, shared)
    assert [node.who for node in drawn.nodes] == (known[:NODES] if len(known) >= FEWEST else [])
    assert len(drawn.ties) <= NODES
    assert all(tie.times == shared(tie.one.id, tie.other.id) > 0 for tie in drawn.ties)
    assert [pair for pair in combinations(boxes(drawn), 2) if overlap(*pair)] == [] if drawn.nodes else True


def test_the_work_is_the_same_for_sixty_neighbours_and_for_a_thousand() -> None:
    small, large = neighbours(*[2] * 60), neighbours(*[2] * 1000)
    assert steps(lambda: network(large, lambda one, other: 1)) == steps(lambda: network(small, lambda one, other: 1))
