"""The rules for spellings of one body, of one place, and of one actor that articles take for different kinds."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from generator.actors.countries import gazetteer
from generator.actors.keys import SMALL
from generator.actors.words import words
from generator.credit.agencies import known
from generator.edition.members import Member
from generator.edition.names import name_key, other_name
from generator.edition.rules import Pair, Rule, Short
from generator.edition.tables import legal_forms

NEARLY = 93
"""Likeness of two names of bodies of which one is misspelt, 0 to 100."""
LONG_NAME = 10
"""Letters of a name whose likeness is asked for."""
LONG_PLACE = 6
"""Letters of the name of a place that may be romanized in two ways; "Lima" and "Lyma" are two."""
LONGEST_SHORT = 8
"""Letters of a name made of initials."""


def _letters(member: Member) -> Iterator[str]:
    yield " ".join(member.name.words)


def _unspaced(member: Member) -> Iterator[str]:
    """ "Rail Works" and "Railworks"; a state house is no statehouse."""
    yield "".join(member.name.words)


def _agency(member: Member) -> Iterator[str]:
    """ "AP" and "Associated Press", by our table of agencies and outlets."""
    row = known(member.actor.name)
    if row is not None:
        yield row.name


def _aliases(member: Member) -> Iterator[str]:
    for alias in member.actor.aliases:
        yield name_key(alias)


def _clear_aliases(member: Member) -> Iterator[str]:
    """Aliases that are the name's initials, or the name without words that many names have."""
    lists = words()
    common = lists.bodies | lists.body_modifiers | lists.organization_heads | SMALL | legal_forms()
    letters = set(_of_initials(member))
    for alias in member.actor.aliases:
        parts = other_name(alias).words
        left = [word for word in member.name.words if word not in parts]
        if "".join(parts) in letters or (left and all(word in common for word in left)):
            yield name_key(alias)


def _name(member: Member) -> Iterator[str]:
    yield member.key


def _content(parts: tuple[str, ...] | list[str]) -> list[str]:
    return sorted(word for word in parts if word not in SMALL)


def _same_words(member: Member) -> Iterator[str]:
    """ "Ministry of Health" and "Health Ministry"."""
    found = _content(member.name.words)
    if len(found) > 1:
        yield " ".join(found)


def _without_country(member: Member) -> Iterator[str]:
    """ "Orvanian Health Ministry" for "Health Ministry"."""
    spelled = member.actor.name.removeprefix("the ").removeprefix("The ").split()
    for width in (3, 2, 1):
        opening = " ".join(spelled[:width]).removesuffix("'s").removesuffix("\u2019s").removesuffix("\u2019")
        if len(spelled) > width + 1 and gazetteer().country_of(opening):
            yield " ".join(_content(other_name(" ".join(spelled[width:])).words))
            return


def _without_form(member: Member) -> Iterator[str]:
    """ "Hallam Reeve Ltd." and "Hallam Reeve"."""
    kept = [word for word in member.name.words if word not in legal_forms() and word != "and"]
    if kept:
        yield " ".join(kept)


def _is_initials(member: Member) -> bool:
    letters = member.actor.name.replace(".", "")
    return letters.isalnum() and letters.isupper() and 2 <= len(letters) <= LONGEST_SHORT


def _initials(member: Member) -> Iterator[str]:
    """ "RWF" for "Ruritanian Workers' Front"."""
    if _is_initials(member):
        yield "".join(member.name.words)


def _of_initials(member: Member) -> Iterator[str]:
    parts = member.name.words
    if len(parts) > 1 and not _is_initials(member):
        yield "".join(word[0] for word in parts)
        yield "".join(word[0] for word in parts if word not in SMALL)


def _beginning(member: Member) -> Iterator[str]:
    """ "Hentzau Police" for "Hentzau Police Department", "Zenda Institute" for "Zenda Institute of Technology"."""
    parts = member.name.words
    heads = words().organization_heads
    if len(parts) > 2 and parts[-1] in heads:
        yield "".join(parts[:-1])
    if "of" in parts[2:]:
        yield "".join(parts[: parts.index("of", 2)])


def _starts(member: Member) -> Iterator[str]:
    """What a misspelt name shares with the right one: its first letters, or its last."""
    text = "".join(_content(member.name.sounds))
    if len(text) >= LONG_NAME:
        yield f"{text[:5]} {len(member.name.words)}"
        yield f"{len(member.name.words)} {text[-5:]}"


def _nearly_same(one: Member, other: Member) -> bool:
    """Names of as many words, alike but for a letter or two."""
    a, b = " ".join(one.name.words), " ".join(other.name.words)
    return one.name.words != other.name.words and ratio(a, b, score_cutoff=NEARLY) > 0


def _sounds(member: Member) -> Iterator[str]:
    text = "".join(member.name.sounds)
    if len(text) >= LONG_PLACE:
        yield text


BODY_RULES: tuple[Rule, ...] = (
    Pair("letters", 0.97, _letters),
    Pair("word-order", 0.9, _same_words),
    Pair("agency", 0.97, _agency),
    Short("alias", 0.9, _name, _clear_aliases),
    Pair("legal-form", 0.85, _without_form),
    Pair("spacing", 0.75, _unspaced),
    Short("country", 0.7, _same_words, _without_country),
    Short("alias", 0.7, _name, _aliases),
    Short("initials", 0.6, _initials, _of_initials),
    Short("part", 0.65, _unspaced, _beginning),
    Pair("misspelt", 0.65, _starts, _nearly_same),
)
"""Rules for bodies, surest first; the weight is what the name alone says, from 0 to 1."""

PLACE_RULES: tuple[Rule, ...] = (
    Pair("letters", 0.97, _letters),
    Pair("transliteration", 0.9, _sounds),
    Pair("spacing", 0.75, _unspaced),
    Short("alias", 0.9, _name, _aliases),
)
"""The same for places."""


def _key_of_some(member: Member) -> Iterator[str]:
    if len(member.name.words) > 1 or member.actor.kind != "person":
        yield member.key


def _key_of_all(member: Member) -> Iterator[str]:
    yield member.key


KIND_RULES: tuple[Rule, ...] = (
    Pair("kind", 0.65, _key_of_some),
    Pair("kind", 0.5, _key_of_all),
)
"""Rules for one name that articles take for different kinds: what its company says must make it sure."""
