"""How a rule finds two spellings of one actor: keys that both have, and what of them it compares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.edition.graph import Graph
from generator.edition.members import Member

Keys = Callable[[Member], Iterable[str]]
"""The keys under which a rule looks for a member."""

WINDOW = 8
"""Members of one key that each is compared with: those that stand before it in the alphabet."""
CROWD = 40
"""A short name that more may mean, means none of them."""
SPELLINGS = 8
"""So many spellings each has at most, or nobody counts them."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A rule for two of equal rank: they have a key in common and fit each other."""

    name: str
    weight: float
    keys: Keys
    fits: Callable[[Member, Member], bool] | None = None

    def apply(self, graph: Graph, nodes: list[int]) -> None:
        """Joins the nodes that this rule finds to be one."""
        for bucket in _buckets(graph, nodes, self.keys):
            if self.fits is not None:
                bucket.sort(key=lambda node: (graph.first[node].name.sounds, graph.first[node].name.words))
            for place, node in enumerate(bucket):
                others = bucket[max(0, place - WINDOW) : place] if self.fits else bucket[: min(place, WINDOW)]
                for other in others:
                    one, two = graph.first[other], graph.first[node]
                    if _is_open(one, two) and (self.fits is None or self.fits(one, two)):
                        graph.consider(self.name, other, node, self.weight)


@dataclass(frozen=True, slots=True)
class Short:
    """A rule for a short name that must mean one of the long ones."""

    name: str
    weight: float
    short: Keys
    long: Keys
    fame: bool = False
    """True if it counts that many articles name the one, and few any other."""

    def apply(self, graph: Graph, nodes: list[int]) -> None:
        """Joins each short name to the long one that it means."""
        longs: dict[str, list[int]] = {}
        for node in nodes:
            for key in dict.fromkeys(self.long(graph.first[node])):
                longs.setdefault(key, []).append(node)
        for node in nodes:
            for key in dict.fromkeys(self.short(graph.first[node])):
                candidates = longs.get(key, [])
                if not 0 < len(candidates) <= SPELLINGS * CROWD:
                    continue
                roots = {graph.root(candidate) for candidate in candidates}
                if len(roots) <= CROWD:
                    graph.single_out(self.name, node, roots, self.weight, fame=self.fame)


Rule = Pair | Short


def _is_open(one: Member, other: Member) -> bool:
    """False for two of one name and kind: that they are two was found before, from what their articles say."""
    return one.key != other.key or one.actor.kind != other.actor.kind


def _buckets(graph: Graph, nodes: list[int], keys: Keys) -> Iterator[list[int]]:
    found: dict[str, list[int]] = {}
    for node in nodes:
        for key in dict.fromkeys(keys(graph.first[node])):
            found.setdefault(key, []).append(node)
    return (bucket for _, bucket in sorted(found.items()) if len(bucket) > 1)
