"""What is one so far: members, what is known of them together, and the links that joined them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.edition.evidence import Evidence
from generator.edition.members import Member
from generator.model import ActorKind


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
