"""A drawing of who is named beside an actor: it in the middle, the nearest ones around it, a line for each tie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import sqrt

from generator.render.shapes import View

NODES = 12
"""Names around the middle at most."""
FEWEST = 3
"""Fewer names are told as well by a list."""
BOX = 30.0
"""Width of a name's place, in per cent of the drawing; the middle has one, too."""
NEAR, BULGE = 18.0, 17.0
"""From the middle to the first and last place of a side, and how much farther the other ones are: an oval."""
ROW = 2.7
"""Height of a place in rem: three lines."""
ROWS = 3
"""The drawing is at least so many places high."""
THIN, THICK = 1.0, 6.0
"""Lines of one brief and of the most briefs, in pixels."""
TIES = 1
"""Lines between names for each name, at most."""
BEND = 0.45
"""How far the middle of a line between two names is drawn to the middle of the drawing, away from names beside it."""
CLEAR = 30.0
"""How far above or below the middle such a line is drawn where it would run through the name there."""

Shared = Callable[[str, str], int]
"""(Dossier.id, other Dossier.id) -> briefs that name both."""


class Neighbour(View, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    page: str
    times: int
    """Briefs or quotes that they share."""
    quoted: int = 0
    """Briefs that quote both."""


class Node(View, frozen=True, kw_only=True):
    who: Neighbour
    left: str
    top: str
    """Corner of its place, in per cent: "12.50%"."""
    spoke: str
    """Its line from the middle, as the path of a drawing of 100 by 100."""
    width: str
    """Of the line, in pixels."""


class Tie(View, frozen=True, kw_only=True):
    """Two of the names that briefs share, too."""

    one: Neighbour
    other: Neighbour
    times: int
    path: str
    width: str


class Network(View, frozen=True, kw_only=True):
    """Nothing is drawn without nodes."""

    nodes: tuple[Node, ...] = ()
    """In the order of the list: the nearest first."""
    ties: tuple[Tie, ...] = ()
    """The strongest first."""
    height: str = ""
    """With its unit: "16.2rem"."""
    place_height: str = ""
    """Of a name, in per cent."""
    middle: str = ""
    """Top of the actor's own place."""


def network(nearest: Sequence[Neighbour], shared: Shared) -> Network:
    """Draws the first of these names, which come nearest first."""
    known = nearest[:NODES]
    if len(known) < FEWEST:
        return Network()
    times = {(a.id, b.id): shared(a.id, b.id) for i, a in enumerate(known) for b in known[i + 1 :]}
    spots = dict(zip(_ring(known, times), seats(len(known)), strict=True))
    rows = max(ROWS, (len(known) + 1) // 2)
    most = max(one.times for one in known)
    by_id = {one.id: one for one in known}
    height = 100 / rows
    return Network(
        nodes=tuple(
            Node(
                who=one,
                left=f"{spots[one.id][0] - BOX / 2:.2f}%",
                top=f"{spots[one.id][1] - height / 2:.2f}%",
                spoke=f"M50 50L{_point(*spots[one.id])}",
                width=_width(one.times, most),
            )
            for one in known
        ),
        ties=tuple(
            Tie(
                one=by_id[a],
                other=by_id[b],
                times=times[a, b],
                path=_bow(spots[a], spots[b]),
                width=_width(times[a, b], most),
            )
            for a, b in _strongest(times, TIES * len(known))
        ),
        height=f"{rows * ROW:.1f}rem",
        place_height=f"{height:.2f}%",
        middle=f"{50 - height / 2:.2f}%",
    )


def seats(count: int) -> list[tuple[float, float]]:
    """Middles of the places around the drawing, clockwise from the top right, in per cent of width and height.

    The names of a side stand one below the other, so that they never overlap, whatever their letters need.
    """
    right, left = (count + 1) // 2, count // 2
    down = [(50 + _out(y), y) for y in _rows(right)]
    up = [(50 - _out(y), y) for y in reversed(_rows(left))]
    return down + up


def _strongest(times: dict[tuple[str, str], int], limit: int) -> Iterator[tuple[str, str]]:
    """The pairs that share most briefs; of pairs that share equally many all or none: a line that is missing tells."""
    shown = 0
    pairs = sorted((pair for pair in times if times[pair]), key=lambda pair: -times[pair])
    for _, group in groupby(pairs, key=lambda pair: times[pair]):
        same = list(group)
        shown += len(same)
        if shown > limit:
            return
        yield from same


def _rows(count: int) -> list[float]:
    return [(place + 0.5) * 100 / count for place in range(count)]


def _out(y: float) -> float:
    return NEAR + BULGE * sqrt(1 - (y / 50 - 1) ** 2)


def _ring(known: Sequence[Neighbour], times: dict[tuple[str, str], int]) -> list[str]:
    """The names in an order in which those that share most briefs stand side by side: each is followed by its next."""
    left = {one.id: None for one in known}
    order = [known[0].id]
    del left[known[0].id]
    while left:
        last = order[-1]
        following = max(left, key=lambda one: times.get((last, one), times.get((one, last), 0)))
        order.append(following)
        del left[following]
    return order


def _bow(one: tuple[float, float], other: tuple[float, float]) -> str:
    """A line that bends to the middle of the drawing, but around the name that stands there."""
    x, y = ((a + b) / 2 + BEND * (50 - (a + b) / 2) for a, b in zip(one, other, strict=True))
    if abs(x - 50) < BOX / 2 and abs(y - 50) < CLEAR:
        y = 50 - CLEAR if y <= 50 else 50 + CLEAR
    return f"M{_point(*one)}Q{_point(x, y)} {_point(*other)}"


def _point(x: float, y: float) -> str:
    return f"{x:.1f} {y:.1f}"


def _width(times: int, most: int) -> str:
    return f"{THIN + (THICK - THIN) * (min(times, most) - 1) / max(1, most - 1):.1f}"
