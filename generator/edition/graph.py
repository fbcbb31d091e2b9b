"""The graph of evidence: actors are nodes, and two that are joined are one from then on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.edition.evidence import Evidence, Point, Rare, conflict, support
from generator.edition.members import Member
from generator.edition.names import may_be_one_given
from generator.model import ActorKind

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
TOGETHER = 0.2
"""Two that are named side by side in this share of the articles of the rarer one are two."""
FORMS = 24
"""Different first names, middle names and the like that are kept of a cluster: more mean that it is no person."""


@dataclass(slots=True)
class Link:
    """Two members, why they may be one, and how sure that is."""

    rule: str
    one: Member
    other: Member
    score: float
    because: tuple[str, ...] = ()


@dataclass(slots=True)
class Cluster:
    """Members that are one so far, and what is known of them."""

    members: list[Member]
    evidence: Evidence
    kinds: Counter[ActorKind]
    briefs: set[str]
    given: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    middle: set[tuple[str, ...]] = field(default_factory=set)
    suffixes: set[str] = field(default_factory=set)
    numbers: set[tuple[str, ...]] = field(default_factory=set)
    apart: set[tuple[int, bool]] = field(default_factory=set)
    """(Number, side) of the words of the user that hold two clusters apart."""

    @classmethod
    def of(cls, members: list[Member]) -> Cluster:
        """A cluster of members that are one for sure."""
        first, *rest = members
        known = Evidence()
        for member in members:
            known.add(member.evidence)
        made = cls(members, known, Counter(m.actor.kind for m in members), {m.brief.id for m in members})
        for member in [first, *rest]:
            made._add_name(member)
        return made

    def _add_name(self, member: Member) -> None:
        name = member.name
        if member.actor.kind == "person" and not name.is_lone:
            self.given.add(name.given)
            self.words.update(name.core)
            if name.middle:
                self.middle.add(name.middle)
        if member.actor.kind == "person":
            self.suffixes.add(name.suffix)
        self.numbers.add(name.numbers)

    def add(self, other: Cluster) -> None:
        """Takes in another one."""
        self.members += other.members
        self.evidence.add(other.evidence)
        self.kinds += other.kinds
        self.briefs |= other.briefs
        self.given |= other.given
        self.words |= other.words
        self.middle |= other.middle
        self.suffixes |= other.suffixes
        self.numbers |= other.numbers
        self.apart |= other.apart

    @property
    def kind(self) -> ActorKind:
        """What most articles take it for."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


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


def forbidden(one: Cluster, other: Cluster) -> bool:
    """True for two that are never one, whatever speaks for it: the rule that stops chains."""
    return any(veto(one, other) for _, veto in VETOES)


def _set_apart(one: Cluster, other: Cluster) -> bool:
    """The user says so."""
    small, large = (one.apart, other.apart) if len(one.apart) < len(other.apart) else (other.apart, one.apart)
    return any((number, not side) in large for number, side in small)


def _other_given(one: Cluster, other: Cluster) -> bool:
    """First names that do not go together: "Mira Voss" and "Anna Voss", even if "M. Voss" goes with both."""
    if len(one.given) > FORMS or len(other.given) > FORMS:
        return True
    return bool(one.given and other.given) and not all(
        a in other.words or any(may_be_one_given(a, b) or _is_near(a, b) or b in one.words for b in other.given)
        for a in one.given
    )


def _is_near(one: str, other: str) -> bool:
    """One letter apart, in first names that are not short."""
    from rapidfuzz.distance import OSA

    return min(len(one), len(other)) > 4 and OSA.distance(one, other, score_cutoff=1) <= 1


def _other_middle(one: Cluster, other: Cluster) -> bool:
    """Middle names of which the first letters differ: "Mira A. Voss" and "Mira B. Voss"."""
    ours, theirs = ({name[0][:1] for name in known.middle} for known in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _other_suffix(one: Cluster, other: Cluster) -> bool:
    """A junior and a senior."""
    ours, theirs = one.suffixes - {""}, other.suffixes - {""}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _other_numbers(one: Cluster, other: Cluster) -> bool:
    """ "Channel 4" and "Channel 5"."""
    return one.numbers.isdisjoint(other.numbers)


def _side_by_side(one: Cluster, other: Cluster) -> bool:
    """Articles name both, and took them for two."""
    small, large = sorted((one.briefs, other.briefs), key=len)
    return sum(brief in large for brief in small) > TOGETHER * len(small)


VETOES = (
    ("set-apart", _set_apart),
    ("numbers", _other_numbers),
    ("suffix", _other_suffix),
    ("given", _other_given),
    ("middle", _other_middle),
    ("side-by-side", _side_by_side),
)
