"""What sums of money and short signs of measures are called: data/currencies.txt and data/units.txt."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from generator.words import entries

_AMERICAN = frozenset({"american", "u.s."})
_HOME_DOLLARS = {"ca": "CAD", "au": "AUD", "nz": "NZD", "hk": "HKD", "sg": "SGD", "jm": "JMD", "tt": "TTD"}


def home_dollar(url: str | None) -> str:
    """What a bare "$" is where an article was published; "USD" unless its address says otherwise."""
    domain = (urlsplit(url).hostname or "").rpartition(".")[2] if url else ""
    return _HOME_DOLLARS.get(domain, "USD")


@cache
def currencies() -> dict[str, tuple[str, str | None]]:
    """Signs and nouns of money -> (unit, ISO 4217 or None)."""
    rows = (line.split("\t") for line in entries("currencies"))
    return {name: (unit, None if code == "-" else code) for name, unit, code in rows}


@cache
def measures() -> dict[str, str]:
    """Short signs of measures -> unit."""
    rows = (line.split("\t") for line in entries("units"))
    return {sign: unit for sign, unit in rows}


def whose(before: str, unit: str) -> str | None:
    """ISO code of a currency by the word before it: ("kong", "dollar") is HKD; None where that is not one."""
    coin = "dollar" if unit == "cent" else unit
    if coin == "dollar" and before in _AMERICAN:
        return "USD"
    codes = _named().get((before, coin), ())
    return codes[0] if len(codes) == 1 else None


@cache
def _named() -> dict[tuple[str, str], tuple[str, ...]]:
    """(word before, unit) -> codes of the currencies in use, by their English names in the CLDR."""
    from babel import Locale
    from babel.core import get_global

    of_territories = get_global("territory_currencies").values()
    in_use = {code for money in of_territories for code, _, until, is_tender in money if until is None and is_tender}
    names = Locale("en").currencies
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for code in sorted(in_use & names.keys()):
        words = names[code].lower().split()
        if len(words) > 1:
            found[words[-2], words[-1]] = (*found.get((words[-2], words[-1]), ()), code)
    return found
