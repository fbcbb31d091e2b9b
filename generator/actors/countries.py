"""Countries, and bodies known by a short name: what a name, an adjective or a capital stands for.

The tables are countries.tsv, regions.tsv and bodies.tsv in generator/data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """One row of countries.tsv."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    """Adjectives and demonyms."""
    capitals: tuple[str, ...] = ()


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """One row of bodies.tsv or regions.tsv."""

    name: str
    also: tuple[str, ...] = ()
    country: str | None = None


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True):
    """What a spelling stands for; keys are spellings as written."""

    countries: dict[str, Country]
    adjectives: dict[str, Country]
    capitals: dict[str, Country]
    bodies: dict[str, Body]
    regions: dict[str, Body]
    openings: dict[str, int]
    """First words of all names but the adjectives -> tokens of the longest name that begins so."""

    def country_of(self, text: str) -> Country | None:
        """The country that a name or an adjective belongs to: "Iraqi" and "Iraq" -> Iraq."""
        return self.countries.get(text) or self.adjectives.get(text)


@cache
def country_names() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code -> English name; of rows that share a code the first counts, which is the whole."""
    names: dict[str, str] = {}
    for code, name, *_ in _rows("countries.tsv"):
        names.setdefault(code, name)
    return names


@cache
def gazetteer() -> Gazetteer:
    """The tables as shipped; a spelling claimed twice belongs to the first row."""
    countries: dict[str, Country] = {}
    adjectives: dict[str, Country] = {}
    capitals: dict[str, Country] = {}
    for code, name, also, adjective, capital in _rows("countries.tsv"):
        country = Country(code=code, name=name, also=_list(also), adjectives=_list(adjective), capitals=_list(capital))
        for spelling in (name, *country.also):
            countries.setdefault(spelling, country)
        for spelling in country.adjectives:
            adjectives.setdefault(spelling, country)
            if not spelling.endswith(("s", "h", "men", "ese")):
                adjectives.setdefault(spelling + "s", country)
        for spelling in country.capitals:
            capitals.setdefault(spelling, country)
    bodies, regions = _bodies("bodies.tsv"), _bodies("regions.tsv")
    names = (*countries, *capitals, *bodies, *regions)
    return Gazetteer(
        countries=countries,
        adjectives={spelling: country for spelling, country in adjectives.items() if spelling not in countries},
        capitals=capitals,
        bodies=bodies,
        regions=regions,
        openings=_openings(names),
    )


def _openings(names: Iterable[str]) -> dict[str, int]:
    widest: dict[str, int] = {}
    for name in names:
        tokens = len(_TOKEN.findall(name))
        for part in (name, name.split()[0], name.split("-")[0]):
            widest[part] = max(widest.get(part, 1), tokens)
    return widest


def _bodies(table: str) -> dict[str, Body]:
    out: dict[str, Body] = {}
    for name, also, code in _rows(table):
        body = Body(name=name, also=_list(also), country=code or None)
        for spelling in (name, *body.also):
            out.setdefault(spelling, body)
    return out


def _rows(name: str) -> list[list[str]]:
    """Rows of a table, without comments and the heading."""
    text = (files("generator") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
