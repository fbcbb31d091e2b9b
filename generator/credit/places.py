"""Where a place ends: "West Palm Beach, Florida", "Hentzau, Ala.", "aboard the Strelsau Express"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from generator.formats.dates import MONTH, WEEKDAY

_WORDS = re.compile(
    r"(?:aboard |on board |near |outside )?(?:[Tt]he )?[A-Z][\w.'\u2019/-]*"
    r"(?: (?:(?:of|de|del|do|da|la|al|el|the|on|upon|and the) )?[A-Z][\w.'\u2019/-]*){0,4}"
)
_DAY = re.compile(f"(?:{MONTH}|{WEEKDAY}|Spring|Summer|Autumn|Winter)\\b")
_ONE_WORD = re.compile(r"[A-Z][\w.'\u2019-]+(?=[,;]| and | but | while |$)")
_REGION = re.compile(r"[A-Z][\w.'\u2019-]*(?: (?:of )?[A-Z][\w.'\u2019-]*){0,2}")
_MORE = re.compile(r", ?| and ")
# A full stop that belongs to the word: "Washington, D.C.", "Hentzau, Ala."; that of "Strelsau." closes the sentence.
_SHORT = re.compile(r"(?:\.[A-Z]|, [A-Z][a-z]{1,4}|\bSt)\.$")


@cache
def regions() -> frozenset[str]:
    """States, provinces and countries that may follow a town; lower case, without a closing full stop."""
    data = files("generator").joinpath("data")
    table = tomllib.loads(data.joinpath("regions.toml").read_text(encoding="utf-8"))
    rows = [line.split("\t") for line in data.joinpath("countries.tsv").read_text(encoding="utf-8").splitlines()]
    countries = (name for row in rows if len(row) > 2 and len(row[0]) == 2 for name in (row[1], *row[2].split("|")))
    return frozenset(name.casefold() for name in (*table["regions"], *countries) if name)


def is_region(words: str) -> bool:
    """True of the name of a state, a province or a country."""
    return words.strip(" .,;").casefold() in regions()


def place_end(text: str, start: int, end: int) -> int:
    """Where the place that begins at `start` ends; `start` if none begins there."""
    found = _WORDS.match(text, start, end)
    if found is None or _DAY.match(found[0]):
        return start
    at = found.end()
    while (more := _MORE.match(text, at, end)) and more[0] != " and ":
        region = _REGION.match(text, more.end(), end)
        if region is None or not is_region(region[0]):
            region = _ONE_WORD.match(text, more.end(), end)
        if region is None:
            break
        at = region.end()
    return _without_stop(text, start, at)


def _without_stop(text: str, start: int, end: int) -> int:
    return end - 1 if text[end - 1] in "." and not _SHORT.search(text, start, end) else end


def tidy(place: str) -> str:
    """A place without the marks around it.

    >>> tidy("Hentzau, Ala.,")
    'Hentzau, Ala.'
    """
    place = place.strip(" ,;")
    return place if _SHORT.search(place) else place.rstrip(" .,;")
