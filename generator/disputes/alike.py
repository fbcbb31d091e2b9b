"""Words that tell of one thing: deeds, things counted, events. Each is the first word of its line in a word list."""

from __future__ import annotations

from functools import cache
from itertools import product

from generator.model import Frame
from generator.words import entries, word_list

#: Endings of the name of a people: Ruritania, Ruritanian.
_OF_A_PEOPLE = frozenset({"n", "an", "ian", "ese", "ish", "i", "s"})
#: What a count of these words alone tells.
PERSON = "person"

#: Deeds whose figures grow from day to day.
_GROWING = frozenset(
    {"kill", "injure", "miss", "arrest", "evacuate", "rescue", "displace", "infect", "destroy", "damage"}
)

#: The deed of "a figure of 40": whatever was told of before.
NUMBER = "number"


@cache
def _first_words(name: str) -> dict[str, str]:
    """Word -> the first word of its line."""
    table: dict[str, str] = {}
    for line in entries(name):
        first, *rest = line.split()
        for word in (first, *rest):
            table.setdefault(word, first)
    return table


def deed_of(word: str) -> str:
    """ "shoot" is "fire"; a word of no line is itself."""
    return _first_words("same_deeds").get(word) or _first_words("same_sizes").get(word, word)


def is_deed(word: str) -> bool:
    """True for a word of the list of deeds."""
    return word in _first_words("same_deeds")


def grows(frame: Frame) -> bool:
    """True for figures that grow from day to day, so that of two days they do not dispute: the dead, homes lost."""
    return frame.deed in _GROWING and (frame.deed != "arrest" or frame.counted == PERSON)


def is_plain(deed: str) -> bool:
    """True for deeds that only say that there is something: "be", "find", "have"."""
    return deed in ("", "be", NUMBER)


def tells(deed: str) -> bool:
    """True for deeds of the list that say more: things are not "fired" and "intercepted" at once."""
    return is_deed(deed) and not is_plain(deed)


def counted_as(unit: str) -> str:
    """ "people", "deaths" and "bodies" count persons."""
    return _first_words("same_things").get(unit, unit)


def is_measure(unit: str) -> bool:
    """True for "mile", "hour", "percent": two of them are not alike by their unit."""
    return unit in word_list("measures") or unit.endswith(" per hour")


def event_of(word: str) -> str | None:
    """ "blast" is an "explosion"; None for what is no event."""
    return _first_words("same_events").get(word.lower())


def shares(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """True if two lists of words have one in common, a country and its people being one.

    >>> shares(("Ruritania",), ("Ruritanian", "fleet"))
    True
    """
    mine, theirs = (
        [(word.casefold(), _first_words("same_events").get(word.lower(), word.casefold())) for word in words]
        for words in (some, others)
    )
    return any(
        one == other or _is_people_of(*sorted((a, b), key=len)) for (a, one), (b, other) in product(mine, theirs)
    )


def _is_people_of(short: str, long: str) -> bool:
    return len(short) > 3 and long.startswith(short) and long[len(short) :] in _OF_A_PEOPLE
