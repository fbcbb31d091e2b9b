"""Briefs -> members: each actor of each brief with its name taken apart and what its article says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.actors.keys import SMALL
from generator.actors.words import words
from generator.credit.agencies import is_known
from generator.edition.days import day_of
from generator.edition.evidence import Around, Evidence, Rare, evidence_of
from generator.edition.names import Name, name_key, other_name, person_name
from generator.model import Actor, Brief

COMPANY = 60
"""Actors of one brief that count as company of each other: the most important ones."""
RARE_SHARE = 0.02
RARE_LEAST = 5
"""An actor is rare company if it is in so few briefs: this share of all, or this number."""


@dataclass(slots=True)
class Member:
    """An actor of a brief."""

    brief: Brief
    actor: Actor
    key: str
    name: Name
    evidence: Evidence

    @property
    def at(self) -> tuple[str, str]:
        """Brief.id and Actor.id."""
        return self.brief.id, self.actor.id

    @property
    def is_lone(self) -> bool:
        """True for a person of whom an article has one name only."""
        return self.actor.kind == "person" and self.name.is_lone

    @property
    def is_weak(self) -> bool:
        """True for a person's last name alone or with an initial: it tells less than a full name."""
        return self.actor.kind == "person" and len(self.name.given) < 2


def members_of(briefs: list[Brief]) -> tuple[list[Member], Rare]:
    """All actors of the briefs in order, and those among them that are rare company."""
    members: list[Member] = []
    seen: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for brief in briefs:
        names = [_name(actor) for actor in brief.actors]
        keys = ["".join(name.sounds) for name in names]
        company = frozenset(
            key
            for key, actor, name in zip(keys, brief.actors, names, strict=True)
            if actor.rank <= COMPANY and _is_company(actor, name)
        )
        seen.update(company)
        speakers = frozenset(quote.speaker.actor or "" for quote in brief.quotes if quote.speaker is not None)
        around = Around(brief.text, day_of(brief.published), company, speakers, _homes(brief))
        for key, actor, name in zip(keys, brief.actors, names, strict=True):
            known = evidence_of(actor, key, around, is_local=actor.kind == "organization" and is_generic(name))
            spelled.setdefault(key, actor.name)
            members.append(Member(brief, actor, name_key(actor.name) or actor.id, name, known))
    limit = max(RARE_LEAST, int(RARE_SHARE * len(briefs)))
    return members, {key: spelled[key] for key, count in seen.items() if count <= limit}


def _name(actor: Actor) -> Name:
    return person_name(actor.name) if actor.kind == "person" else other_name(actor.name)


def _is_company(actor: Actor, name: Name) -> bool:
    """Full names of persons and names of bodies; every country has a supreme court, and all articles cite agencies."""
    if actor.kind == "person":
        return not name.is_lone
    return actor.kind == "organization" and not is_generic(name) and not is_known(actor.name)


def is_generic(name: Name) -> bool:
    """True for a body that many countries have: "Interior Ministry", "Supreme Court", "Congress"."""
    lists = words()
    known = lists.bodies | lists.body_modifiers | lists.organization_heads | lists.titles
    return bool(name.words) and all(word in known or word in SMALL for word in name.words)


def _homes(brief: Brief) -> frozenset[str]:
    """The country that a brief is mostly about; none where two are named as often."""
    counts: Counter[str] = Counter()
    for actor in brief.actors:
        if actor.country:
            counts[actor.country] += len(actor.mentions) or 1
    first = counts.most_common(2)
    return frozenset({first[0][0]}) if first and (len(first) < 2 or first[0][1] > 2 * first[1][1]) else frozenset()
