"""Members of one name -> groups: one each, unless what the articles say of them shows two people."""

from __future__ import annotations

from generator.edition.evidence import Evidence, Rare, conflict, support
from generator.edition.graph import JOINED
from generator.edition.members import Member

MOST = 12
"""Different people of one name that are told apart."""
FULL = 1.0
WEAK = 0.9
"""What one name in two articles says, if it is a full name, and if it is a last name alone or with an initial."""
TITLES_DIFFER = 0.15
"""Against it, for a weak name: a minister and a judge of that last name are probably two."""


def same_name(members: list[Member], rare: Rare) -> list[list[Member]]:
    """Groups of members of one name, each one actor; whoever says nothing of himself goes with the largest."""
    if not _may_differ(members):
        return [members]
    ordered = sorted(range(len(members)), key=lambda i: (-members[i].evidence.weight, i))
    is_weak = members[0].is_weak
    known: list[Evidence] = []
    groups: list[list[int]] = []
    for i in ordered:
        best = _best(members[i].evidence, known, groups, is_weak, rare)
        if best is None:
            known.append(Evidence())
            groups.append([])
            best = len(groups) - 1
        known[best].add(members[i].evidence)
        groups[best].append(i)
    return [[members[i] for i in sorted(group)] for group in groups]


def _may_differ(members: list[Member]) -> bool:
    """False where nothing that is said of any of them speaks against it."""
    if any(member.evidence.is_local for member in members):
        return True
    if any(member.evidence.late for member in members):
        return True
    if members[0].is_weak and len({frozenset(member.evidence.titles) for member in members}) > 1:
        return True
    seen = [(known.fields, known.countries, known.sex) for known in (member.evidence for member in members)]
    for said in zip(*seen, strict=True):
        spoken = [one for one in said if one]
        if any(one != spoken[0] for one in spoken):
            return True
    return False


def _best(one: Evidence, known: list[Evidence], groups: list[list[int]], is_weak: bool, rare: Rare) -> int | None:
    """The group that a member fits best; None if it fits none."""
    scored = []
    for number, other in enumerate(known):
        points = support(one, other, rare) + conflict(one, other, rare)
        score = (WEAK if is_weak else FULL) + sum(worth for _, worth in points)
        if is_weak and one.titles and other.titles and one.titles.isdisjoint(other.titles):
            score -= TITLES_DIFFER
        scored.append((score, len(groups[number]), -number))
    if not scored:
        return None
    score, _, number = max(scored)
    return -number if score >= JOINED - 1e-9 or len(known) >= MOST else None
