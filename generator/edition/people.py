"""The rules for spellings of one person."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from generator.actors.given import is_given
from generator.actors.words import words
from generator.edition.members import Member
from generator.edition.names import DOUBLED, fold, name_key
from generator.edition.rules import Pair, Rule, Short
from generator.edition.tables import given_forms, given_spellings

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
ROMANIZED = ("ski", "ska", "ov", "ova", "ev", "eva", "enko", "ich", "chuk", "iuk", "dze", "shvili", "ian", "in", "ina")
"""Sounds with which last names end that are written in other letters at home."""
EASTERN = 5
"""Letters of each of three words of a name that has the family name first, for all we can see."""
LONG_WORD = 8
"""Letters of a name in which two may be wrong; in a shorter one only one."""
SHORT_WORD = 5
"""Letters of a name in which one may be wrong."""


def _letters(member: Member) -> Iterator[str]:
    """ "Kim Jong-un" and "Kim Jongun", "Al-Rask" and "al Rask"."""
    if not member.name.is_lone:
        yield "".join((*member.name.words, member.name.suffix))


def _sounds(member: Member) -> Iterator[str]:
    """ "John Greyling" and "John Grayling", who may be two."""
    if not member.name.is_lone:
        yield "".join((*member.name.core, member.name.suffix))


def _romanized(member: Member) -> Iterator[str]:
    """ "Vladek Zelmensky" and "Vladek Zelmenskyy": names that were written in other letters."""
    name = member.name
    if name.last.endswith(ROMANIZED) or name.given in given_spellings() or not member.actor.name.isascii():
        yield from _sounds(member)


def _umlauts(member: Member) -> Iterator[str]:
    """ "Jörg Müllner" and "Joerg Muellner"."""
    if not member.name.is_lone:
        yield "".join(fold(member.actor.name.casefold().translate(_UMLAUTS), initials=True))


def _core(member: Member) -> Iterator[str]:
    """ "Hamid al-Rask" and "Hamid Rask"."""
    if not member.name.is_lone:
        particles = words().particles
        yield " ".join((*(word for word in member.name.words if word not in particles), member.name.suffix))


def _singled(member: Member) -> Iterator[str]:
    """ "Mira Vosse" and "Mira Vose": one doubled letter more or less."""
    for key in _core(member):
        yield DOUBLED.sub(r"\1", key)


def _first_and_last(member: Member) -> Iterator[str]:
    name = member.name
    if not name.is_lone and len(name.given) > 1:
        yield f"{name.given} {name.last}"


def _without_middle(member: Member) -> Iterator[str]:
    if not member.name.middle:
        yield from _first_and_last(member)


def _with_middle(member: Member) -> Iterator[str]:
    """ "Mira A. Voss" for "Mira Voss"."""
    if member.name.middle:
        yield from _first_and_last(member)


def _plain(member: Member) -> Iterator[str]:
    if not member.name.suffix:
        yield from _first_and_last(member)


def _suffixed(member: Member) -> Iterator[str]:
    """ "Anton B. Rask Jr." for "Anton Rask"."""
    if member.name.suffix:
        yield from _first_and_last(member)


def _with_initial(member: Member) -> Iterator[str]:
    name = member.name
    if len(name.given) == 1:
        yield f"{name.given} {name.last}"


def _of_initial(member: Member) -> Iterator[str]:
    """ "Mira Voss" for "M. Voss"."""
    name = member.name
    if len(name.given) > 1:
        yield f"{name.given[0]} {name.last}"


def _two_and_more(member: Member) -> Iterator[str]:
    if len(member.name.core) > 1 and len(member.name.given) > 1:
        yield " ".join(member.name.core)


def _parts(member: Member) -> Iterator[str]:
    """ "Luis Ruda da Sela" for "Ruda da Sela", "Hamid bin Saleh al-Rask" for "Hamid bin Saleh"."""
    core = member.name.core
    for width in range(2, len(core)):
        yield " ".join(core[:width])
        yield " ".join(core[-width:])


def _aliases(member: Member) -> Iterator[str]:
    for alias in member.actor.aliases:
        if len(alias.split()) > 1:
            yield name_key(alias)


def _name(member: Member) -> Iterator[str]:
    if not member.name.is_lone:
        yield member.key


def _any_order(member: Member) -> Iterator[str]:
    """ "Mira Voss" and "Voss Mira"."""
    name = member.name
    if not name.is_lone and min(map(len, name.core)) > 1:
        yield " ".join((*sorted(name.core), name.suffix))


def _last_and_initial(member: Member) -> Iterator[str]:
    name = member.name
    if len(name.given) > 1:
        yield f"{name.last} {name.given[0]} {name.suffix}"


def _given_forms(member: Member) -> Iterator[str]:
    """ "Bill Rask" and "William Rask"."""
    for row in sorted(given_forms().get(member.name.given, ())):
        yield f"{row} {member.name.last} {member.name.suffix}"


def _given_spellings(member: Member) -> Iterator[str]:
    """ "Mohammed Kastari" and "Muhammad Kastari"."""
    for row in sorted(given_spellings().get(member.name.given, ())):
        yield f"{row} {member.name.last} {member.name.suffix}"


def _bones(word: str) -> str:
    return "".join(c for c in word if c not in "aeiou")


def _both_have_middle(one: Member, other: Member) -> bool:
    return bool(one.name.middle and other.name.middle)


def _given_and_start(member: Member) -> Iterator[str]:
    name = member.name
    if len(name.given) > 1:
        yield f"{name.given} {name.last[:2]} {name.suffix}"


def _consonants(member: Member) -> Iterator[str]:
    if len(member.name.given) > 1:
        yield " ".join((*map(_bones, member.name.core), member.name.suffix))


def _nearly_same(one: Member, other: Member) -> bool:
    """All words the same but for a letter or two in one of them."""
    if len(one.name.core) != len(other.name.core):
        return False
    wrong = 0
    for a, b in zip(one.name.core, other.name.core, strict=True):
        if a != b:
            shorter = min(len(a), len(b))
            allowed = 2 if shorter >= LONG_WORD else 1 if shorter >= SHORT_WORD else 0
            if OSA.distance(a, b, score_cutoff=allowed) > allowed:
                return False
            wrong += 1
    return wrong == 1


def _lone(member: Member) -> Iterator[str]:
    if member.is_lone:
        yield member.name.last


def _family_names(member: Member) -> Iterator[str]:
    """The last name, and the first where it is no given name: "Kim" of "Kim Dong Ru"."""
    name = member.name
    if not name.is_lone and len(name.last) > 1:
        yield name.last
        is_eastern = len(name.words) == 3 and max(map(len, name.words)) <= EASTERN
        if len(name.given) > 1 and (is_eastern or not is_given(name.words[0])):
            yield name.given


PERSON_RULES: tuple[Rule, ...] = (
    Pair("letters", 0.97, _letters),
    Pair("umlauts", 0.95, _umlauts),
    Pair("transliteration", 0.92, _romanized),
    Pair("particles", 0.9, _core),
    Short("alias", 0.9, _name, _aliases),
    Pair("middle-initial", 0.85, _first_and_last, _both_have_middle),
    Short("middle-name", 0.9, _without_middle, _with_middle),
    Pair("given-spelling", 0.85, _given_spellings),
    Short("part", 0.7, _two_and_more, _parts),
    Pair("given-form", 0.7, _given_forms),
    Pair("doubled", 0.82, _singled),
    Pair("sound", 0.7, _sounds),
    Pair("order", 0.65, _any_order),
    Pair("misspelt", 0.65, _last_and_initial, _nearly_same),
    Pair("misspelt", 0.65, _given_and_start, _nearly_same),
    Pair("misspelt", 0.65, _consonants, _nearly_same),
    Short("suffix", 0.6, _plain, _suffixed),
    Short("initial", 0.6, _with_initial, _of_initial),
    Short("last-name", 0.5, _lone, _family_names, fame=True),
)
"""Rules for persons, surest first; the weight is what the name alone says, from 0 to 1."""
