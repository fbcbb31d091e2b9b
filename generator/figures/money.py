"""What sums of money and short signs of measures are called: data/currencies.txt and data/units.txt."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from generator.words import entries

WHOSE_DOLLARS = {
    "american": "USD", "us": "USD", "u.s.": "USD", "canadian": "CAD", "australian": "AUD", "kong": "HKD",
    "zealand": "NZD", "singapore": "SGD", "namibian": "NAD", "indian": "INR", "pakistani": "PKR", "swiss": "CHF",
    "mexican": "MXN", "argentine": "ARS", "iranian": "IRR", "saudi": "SAR", "turkish": "TRY", "kenyan": "KES",
    "tanzanian": "TZS", "norwegian": "NOK", "danish": "DKK",
}  # fmt: skip
"""The word before "dollars", "rupees", "francs" -> whose they are, in ISO 4217."""
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
