"""The graph of evidence: actors are nodes, and two that are joined are one from then on."""

from __future__ import annotations

from collections.abc import Iterable

from generator.edition.cluster import Cluster, Link
from generator.edition.evidence import Point, Rare, conflict, support
from generator.edition.members import Member
from generator.edition.vetoes import forbidden

JOINED = 0.8
"""From this score on two are one."""
LIKELY = 0.65
"""From this score on `brief check --suggest` asks."""
AHEAD = 0.15
"""The best of several candidates must be ahead of the next by so much."""
FAMOUS = 5
"""Whom so many articles name, and so many times as many as any other of that last name, is meant rather than they."""
FAME = 0.15
"""That counts so much."""


class Graph:
    """Union-find over clusters with vetoes, so that no chain of links joins what does not go together."""

    def __init__(self, groups: Iterable[list[Member]], rare: Rare) -> None:
        self.clusters = [Cluster.of(group) for group in groups]
        self.first = [cluster.members[0] for cluster in self.clusters]
        """A member of each node, which has its name."""
        self._node = {id(member): node for node, member in enumerate(self.first)}
        self.rare = rare
        self.parent = list(range(len(self.clusters)))
        self.size = [len(cluster.members) for cluster in self.clusters]
        self.links: list[Link] = []
        self.unsure: list[Link] = []
        self.compared = 0
        """Pairs that were looked at: what the work grows with."""

    def root(self, node: int) -> int:
        """The node that stands for all that are one with this one."""
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def root_of(self, member: Member) -> int:
        """The root of the node that this member is the first of."""
        return self.root(self._node[id(member)])

    def cluster(self, node: int) -> Cluster:
        """What this node belongs to."""
        return self.clusters[self.root(node)]

    def score(self, one: int, other: int, weight: float) -> tuple[float, list[Point]]:
        """How sure it is that two are one by a rule of this weight; 0 if something forbids it."""
        self.compared += 1
        a, b = self.cluster(one), self.cluster(other)
        if forbidden(a, b):
            return 0.0, []
        points = support(a.evidence, b.evidence, self.rare) + conflict(a.evidence, b.evidence, self.rare)
        return min(1.0, weight + sum(worth for _, worth in points)), points

    def join(self, rule: str, one: int, other: int, score: float, points: Iterable[Point] = ()) -> None:
        """Makes two clusters one."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return
        because = tuple(words for words, _ in points)
        self.links.append(Link(rule, self.first[one], self.first[other], score, because))
        if (self.size[a], -a) < (self.size[b], -b):
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        self.clusters[a].add(self.clusters[b])

    def consider(self, rule: str, one: int, other: int, weight: float) -> bool:
        """Joins two if they are surely one, remembers them if that is likely. True if they are one now."""
        if self.root(one) == self.root(other):
            return True
        score, points = self.score(one, other, weight)
        if score >= JOINED:
            self.join(rule, one, other, score, points)
            return True
        if score >= LIKELY:
            self.doubt(rule, one, other, score, points)
        return False

    def doubt(self, rule: str, one: int, other: int, score: float, points: Iterable[Point]) -> None:
        """Remembers two that may be one."""
        because = tuple(words for words, _ in points)
        self.unsure.append(Link(rule, self.first[one], self.first[other], score, because))

    def _famous(self, roots: list[int]) -> int | None:
        """The one that many articles name, if they name no other nearly as often."""
        if not roots:
            return None
        first, *rest = sorted(roots, key=lambda node: (-len(self.clusters[node].briefs), node))
        count = len(self.clusters[first].briefs)
        second = len(self.clusters[rest[0]].briefs) if rest else 0
        return first if count >= FAMOUS and count >= FAMOUS * second else None

    def single_out(
        self, rule: str, short: int, candidates: Iterable[int], weight: float, *, fame: bool = False
    ) -> bool:
        """Joins a short name to the one candidate that it means; True if there is one."""
        roots = sorted({self.root(node) for node in candidates} - {self.root(short)})
        famous = self._famous(roots) if fame else None
        scored = []
        for node in roots:
            score, points = self.score(short, node, weight)
            if score and node == famous:
                score += FAME
                points = [*points, (f"in {len(self.clusters[node].briefs)} articles", FAME)]
            if score:
                scored.append((score, node, points))
        scored.sort(key=lambda item: (-item[0], item[1]))
        if not scored:
            return False
        score, node, points = scored[0]
        is_ahead = len(scored) == 1 or score - scored[1][0] >= AHEAD - 1e-9
        if is_ahead and score >= JOINED - 1e-9:
            self.join(rule, node, short, score, points)
            return True
        if is_ahead and score >= LIKELY:
            self.doubt(rule, node, short, score, points)
        return False
