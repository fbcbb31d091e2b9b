"""Values as they are written: "15", "$1.2 billion", "twenty-five", "at least 80", "10 to 15", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.figures.numerals import ONES, SCALES, SMALL, TENS, Value, scaled, value_of

Bound = Literal["exact", "least", "more", "most", "less", "about"]

VAGUE = {
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "tens of millions": 20_000_000,
    "hundreds of millions": 200_000_000,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "billions": 2_000_000_000,
}
"""The least that the words can mean: "dozens" is two dozen or more."""
QUALIFIERS: dict[str, Bound] = {
    "at least": "least", "no fewer than": "least", "no less than": "least", "a minimum of": "least",
    "upwards of": "least", "more than": "more", "over": "more", "well over": "more", "in excess of": "more",
    "just over": "about", "at most": "most", "up to": "most", "as many as": "most", "as much as": "most",
    "no more than": "most", "a maximum of": "most", "fewer than": "less", "less than": "less", "under": "less",
    "just under": "about", "about": "about", "around": "about", "approximately": "about", "roughly": "about",
    "some": "about", "nearly": "about", "almost": "about", "an estimated": "about", "close to": "about",
}  # fmt: skip
"""What stands before a number and moves its bounds."""

_SMALL = "|".join(sorted(SMALL, key=lambda word: (-len(word), word)))
_BELOW_100 = rf"(?:(?:{TENS.replace(' ', '|')})[ -](?:{'|'.join(ONES.split()[1:10])})|{_SMALL})\b"
_SCALE = "|".join(SCALES)
_SIGN = r"(?:US|AU|CA|HK|NZ|A|C|S)?\$|[€£¥₹₽₺₩₪₦]"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"
_NUMBER = re.compile(
    rf"(?<![\w$€£/#:.,'’-])(?<!\d[–])(?:(?P<sign>{_SIGN})\s?)?"
    rf"(?:(?P<digits>{_DIGITS})(?:(?P<short>bn|mn|tn|m|k)\b|(?P<scales>(?:[ \u00a0-](?:{_SCALE})\b)*))"
    rf"|(?P<words>(?:(?:half )?an?[ -](?:{_SCALE})\b|{_BELOW_100})"
    rf"(?:[ -](?:{_SCALE})\b(?:[ -](?:and )?{_BELOW_100})?)*)"
    rf"|(?P<vague>{'|'.join(VAGUE)})\b)",
    re.IGNORECASE,
)
_UPPER = re.compile(rf"(?P<sign>{_SIGN})?(?P<digits>{_DIGITS})(?P<scales>(?:[ -](?:{_SCALE})\b)*)", re.IGNORECASE)
#: What may not follow: "19-year-old", "10:30", "9/11", "1980s", "1.2.3".
_FOLLOWS = re.compile(r"\w|[:/]\w|[.,]\d|[-–]\w|['’]s?\w")
_DASH = re.compile(r"\s?[-–]\s?(?=[\d$€£])")
_TO = re.compile(r"(?:\s?(?:%|percent|per cent))?\s(?:to|or|and)\s$", re.IGNORECASE)
_QUALIFIER = re.compile(
    rf"\b(?P<words>{'|'.join(sorted(QUALIFIERS, key=lambda q: (-len(q), q)))})\s{{1,2}}(?:the\s)?$", re.IGNORECASE
)
_LONGEST_QUALIFIER = max(map(len, QUALIFIERS)) + 6
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)


class Quantity(NamedTuple):
    """A number where it stands. Offsets are those of the text that it was found in."""

    start: int
    """First character, qualifier included."""
    number: int
    """First character of the number."""
    end: int
    value: Value | None
    """None for a range and for "dozens"."""
    low: Value | None
    high: Value | None
    bound: Bound = "exact"
    sign: str = ""
    """Sign of a currency."""
    vague: bool = False
    """True for "dozens", "hundreds of thousands"."""


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All numbers of a text in order, ranges joined and qualifiers taken in.

    >>> [(q.low, q.high) for q in find_quantities("between 10 and 15 boats, at least 80 men")]
    [(10, 15), (80, None)]
    """
    found: list[Quantity] = []
    for single in _numbers(text):
        before = found[-1] if found else None
        joined = _range(text, before, single) if before is not None else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(_qualified(text, single))
    return tuple(found)


def _numbers(text: str) -> Iterator[Quantity]:
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        sign = match["sign"] or ""
        end = match.end()
        if match["vague"]:
            yield Quantity(match.start(), match.start(), end, None, VAGUE[match["vague"].lower()], None, vague=True)
            continue
        if match["short"] and not sign:
            continue
        value = value_of(match)
        dash = _DASH.match(text, end)
        upper = _UPPER.match(text, dash.end()) if dash is not None and match["digits"] else None
        if upper is not None:
            end = upper.end()
        if _FOLLOWS.match(text, end):
            continue
        if upper is None:
            yield Quantity(match.start(), match.start(), end, value, None, None, sign=sign)
        else:
            low, high = scaled(value, match["scales"], value_of(upper), upper["scales"])
            if low < high:
                yield Quantity(match.start(), match.start(), end, None, low, high, sign=sign or upper["sign"] or "")


def _range(text: str, before: Quantity, single: Quantity) -> Quantity | None:
    """The range of two numbers, or None: "10 to 15", "two or three", "between 10 and 15"; not "from 10 to 15"."""
    if before.value is None or single.value is None or (single.sign and before.sign not in ("", single.sign)):
        return None
    gap = text[before.end : single.number]
    if len(gap) > len(" per cent and ") or not _TO.fullmatch(gap):
        return None
    between = _BETWEEN.search(text, max(0, before.start - 10), before.start)
    if _FROM.search(text, max(0, before.start - 6), before.start) or (gap.split()[-1] == "and") != bool(between):
        return None
    tail = re.search(rf"(?:\b(?:{_SCALE})[ -]?)+$", text[single.number : single.end], re.IGNORECASE)
    head = re.search(rf"\b(?:{_SCALE})$", text[before.number : before.end], re.IGNORECASE)
    low, high = scaled(before.value, "x" if head else None, single.value, tail.group() if tail else None)
    if low >= high:
        return None
    start = between.start() if between else before.start
    return Quantity(start, before.number, single.end, None, low, high, sign=before.sign or single.sign)


def _qualified(text: str, single: Quantity) -> Quantity:
    match = _QUALIFIER.search(text, max(0, single.start - _LONGEST_QUALIFIER), single.start)
    if match is None:
        return single
    bound, value = QUALIFIERS[match["words"].lower()], single.value
    low = value if bound in ("least", "more") else single.low
    high = value if bound in ("most", "less") else single.high
    return single._replace(start=match.start(), low=low, high=high, bound=bound)
