"""What the articles say of an actor beside its name: roles, employers, countries, company, he or she."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from generator.actors.countries import country_names, gazetteer
from generator.actors.words import words
from generator.edition.tables import fields, moves
from generator.model import Actor, Role

_WORD = re.compile(r"[\w.&-]+", re.UNICODE)
_POSSESSIVE = re.compile(r"['\u2019]s?(?=\s|$)")
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "a", "an", "us"})
_ABROAD = frozenset({"to", "in", "against", "on"})
"""Words after which a country is not one's own: "ambassador to Ruritania"."""
LONGEST_ROLE = 200
"""Code points of a role that are read."""
SURE = 2
"""So many pronouns tell he from she, where none speaks against it."""

STRONG = 0.3
"""A role of two words, or a title and its country, in common."""
TITLE = 0.15
"""A title in common: "minister"."""
EMPLOYER = 0.2
COMPANY = 0.15
"""One actor whom few others are named beside in common; two count double."""
COUNTRY = 0.1
FIELDS_DIFFER = 0.3
COUNTRIES_DIFFER = 0.15
"""Of persons and bodies that are known by name; whose ministry of the interior it is, only the country tells."""
LOCAL_DIFFER = 0.3
LOCAL_ALONE = 0.25
"""Of two such bodies where nothing says that they are of one country."""
SEXES_DIFFER = 0.4
DEAD = 0.25
"""One is called late in an article that is older than one in which the other speaks."""


class Reading(NamedTuple):
    """What the words of a role say."""

    text: str
    """Without countries, small words and what marks it as former."""
    tail: str
    """Its last two words if the last is a title: "prime minister" of "Orvanian prime minister"."""
    titles: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=1 << 14)
def read_role(text: str) -> Reading:
    """A role taken apart: "former Orvanian Prime Minister" -> "prime minister"."""
    found = _WORD.findall(_POSSESSIVE.sub("", text[:LONGEST_ROLE]))
    left: list[str] = []
    countries: set[str] = set()
    table, i = gazetteer(), 0
    while i < len(found):
        width = next((w for w in (3, 2, 1) if table.country_of(" ".join(found[i : i + w]))), 0)
        if width:
            country = table.country_of(" ".join(found[i : i + width]))
            if country is not None and not (i and found[i - 1].lower() in _ABROAD):
                countries.add(country.code)
            i += width
            continue
        left.append(found[i].casefold())
        i += 1
    lists = words()
    kept = [w for w in left if w not in _SMALL and w not in lists.former and w not in lists.late]
    text = " ".join(kept)
    tail = " ".join(kept[-2:]) if kept and kept[-1] in lists.titles else text
    return Reading(text, tail, frozenset(w for w in kept if w in lists.titles), frozenset(countries))


@dataclass(slots=True)
class Evidence:
    """What is known of one actor, or of those taken for one so far."""

    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    employers: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    company: set[str] | frozenset[str] = frozenset()
    """Keys of the actors named in the same articles."""
    own: set[str] = field(default_factory=set)
    """Keys of its own names, which are no company."""
    he: int = 0
    she: int = 0
    late: str = ""
    """ISO date of the oldest article that calls it late."""
    spoke: str = ""
    """ISO date of the newest article in which it speaks."""
    is_local: bool = False
    """True for a body that many countries have: "Interior Ministry"."""

    def add(self, other: Evidence) -> None:
        """Takes in what is known of another one."""
        self.roles |= other.roles
        self.titles |= other.titles
        self.fields |= other.fields
        self.employers |= other.employers
        self.countries |= other.countries
        self.own |= other.own
        self.he += other.he
        self.she += other.she
        self.is_local |= other.is_local
        self.late = min(filter(None, (self.late, other.late)), default="")
        self.spoke = max(self.spoke, other.spoke)
        if other.company is not self.company:
            small, large = sorted((self.company, other.company), key=len)
            if isinstance(large, frozenset):
                large = set(large)
            large |= small
            self.company = large

    @property
    def sex(self) -> str:
        """ "he", "she", or "" where that is not clear."""
        if self.he >= SURE and not self.she:
            return "he"
        return "she" if self.she >= SURE and not self.he else ""

    @property
    def weight(self) -> int:
        """How much is known."""
        return len(self.roles) + len(self.countries) + bool(self.sex)


class Around(NamedTuple):
    """What an article says of all its actors together."""

    text: str
    day: str
    """ISO date of publication, or ""."""
    company: frozenset[str]
    speakers: frozenset[str]
    """Actor.ids."""
    homes: frozenset[str]
    """The country that it is mostly about, if there is one."""


def evidence_of(actor: Actor, key: str, around: Around, *, is_local: bool) -> Evidence:
    """What one article says of an actor; a local body that is of no country is of the one the article is about."""
    known = Evidence(company=around.company, own={key}, is_local=is_local)
    for role in actor.roles:
        _add_role(known, role)
    if any(role.status == "late" for role in actor.roles):
        known.late = around.day
    elif actor.id in around.speakers:
        known.spoke = around.day
    if actor.country:
        known.countries.add(actor.country)
    elif is_local and not known.countries:
        known.countries |= around.homes
    for mention in actor.mentions:
        if mention.kind == "pronoun":
            word = around.text[mention.start : mention.end].lower()
            known.he += word in _HE
            known.she += word in _SHE
    return known


def _add_role(known: Evidence, role: Role) -> None:
    read = read_role(role.text)
    if read.text:
        known.roles |= {read.text, read.tail}
    known.titles |= read.titles
    known.fields |= {fields()[title] for title in read.text.split() if title in fields()}
    known.countries |= read.countries
    if role.employer is not None:
        known.employers.add(role.employer.text.casefold().removeprefix("the "))


Point = tuple[str, float]
"""What is said, and how much it counts."""
Rare = Mapping[str, str]
"""Key -> name of the actors that few articles name: only they tell one company from another."""


def support(one: Evidence, other: Evidence, rare: Rare) -> list[Point]:
    """What speaks for it that two are one; of company only the `rare` counts."""
    found: list[Point] = []
    countries = one.countries & other.countries
    titles = one.titles & other.titles
    roles = {role for role in one.roles & other.roles if " " in role}
    if roles:
        found.append((f"role: {min(roles, key=lambda role: (-len(role), role))}", STRONG))
    elif titles:
        found.append((f"title: {min(titles)}", STRONG if countries else TITLE))
    if countries and not (titles and not roles):
        found.append((f"country: {country_names().get(min(countries), min(countries))}", COUNTRY))
    employers = one.employers & other.employers
    if employers:
        found.append((f"employer: {min(employers)}", EMPLOYER))
    shared = _shared(one, other, rare)
    if shared:
        found.append((f"named beside: {', '.join(rare[key] for key in shared[:3])}", COMPANY * min(len(shared), 2)))
    return found


def _shared(one: Evidence, other: Evidence, rare: Rare) -> list[str]:
    small, large = sorted((one, other), key=lambda known: len(known.company))
    return sorted(
        key for key in small.company if key in large.company and key in rare and key not in one.own | other.own
    )


def conflict(one: Evidence, other: Evidence, rare: Rare) -> list[Point]:
    """What speaks against it: fields between which nobody moves, countries, he and she."""
    found: list[Point] = []
    if one.fields and other.fields and one.fields.isdisjoint(other.fields):
        pairs = [frozenset((a, b)) for a in one.fields for b in other.fields]
        if moves().isdisjoint(pairs) and not _shared(one, other, rare):
            found.append((f"{min(one.fields)}, not {min(other.fields)}", -FIELDS_DIFFER))
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        worth = LOCAL_DIFFER if one.is_local and other.is_local else COUNTRIES_DIFFER
        found.append((f"{min(one.countries)}, not {min(other.countries)}", -worth))
    elif one.is_local and other.is_local and not one.countries & other.countries and not _shared(one, other, rare):
        found.append(("no country in common", -LOCAL_ALONE))
    if (_is_past(one, other) or _is_past(other, one)) and not (one.titles & other.titles or _shared(one, other, rare)):
        found.append(("late, but speaks later", -DEAD))
    if one.sex and other.sex and one.sex != other.sex:
        found.append((f"{one.sex}, not {other.sex}", -SEXES_DIFFER))
    return found


def _is_past(one: Evidence, other: Evidence) -> bool:
    """True if one was dead when the other spoke."""
    return bool(one.late and other.spoke) and one.late < other.spoke
