"""Numbers as they are written: "15", "$1.2 billion", "twenty-five", "dozens", "two-thirds", "20km".

No library reads them as the news writes them: quantulum3 finds a thing to count in half of the figures, and six more
that are none for each; text2num and number-parser know no dozen, no half and no share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.figures.bounds import Bound
from generator.figures.money import currencies, measures
from generator.figures.numerals import (
    ONES,
    PARTS,
    SCALES,
    SMALL,
    TENS,
    Value,
    digits_value,
    scale_of,
    share_value,
    tidy,
    words_value,
)

Kind = Literal["number", "vague", "share"]

VAGUE = {
    "dozens": 24,
    "scores": 40,
    **{f"{scale}s": 2 * SCALES[scale] for scale in ("hundred", "thousand", "million", "billion")},
    **{
        f"{many}s of {scale}s": 2 * least * SCALES[scale]
        for many, least in (("ten", 10), ("hundred", 100))
        for scale in ("thousand", "million", "billion")
    },
    **{
        f"{few} {scale}": 2 * SCALES[scale]
        for few in ("several", "a few", "many", "a couple of", "a couple")
        for scale in ("dozen", "hundred", "thousand", "million", "billion")
    },
    **{
        f"{few} hundred {scale}": 200 * SCALES[scale]
        for few in ("several", "a few")
        for scale in ("thousand", "million", "billion")
    },
}
"""Words for no number in particular -> the least that they can mean: "dozens" is two dozen or more."""


def _one_of(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_BELOW_100 = rf"(?:(?:{TENS.replace(' ', '|')})[ -](?:{'|'.join(ONES.split()[1:10])})|{_one_of(list(SMALL))})\b"
SCALE = _one_of(list(SCALES))
#: "R" alone is a letter of many names: "R2".
_SIGN = "|".join(
    rf"(?-i:{re.escape(sign)}(?=\s?\d\d))" if sign == "R" else rf"(?-i:{re.escape(sign)})"
    for sign in sorted(currencies(), key=lambda sign: (-len(sign), sign))
    if not sign.islower()
)
#: "5G" is a net, "500g" a weight.
_GLUED = "|".join(
    rf"(?-i:{sign})" if len(sign) == 1 else sign
    for sign in sorted(measures(), key=lambda sign: (-len(sign), sign))
    if (sign.isalpha() or sign[0] == "°") and sign not in ("percent", "pct")
)
#: Groups of three behind spaces are one number where a sign or the kind of space says so: "R12 000".
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,6})?"
_MONEY_DIGITS = rf"(?:\d{{1,3}}(?: \d{{3}})+(?!\d)|{_DIGITS})"
_HALF = r"(?P<halves>[ -]and[ -]a[ -]half\b| ?[½¼¾])?"
_SCALES = rf"(?P<scales>(?:[ \u00a0-]?(?:{SCALE})\b){{0,3}})"
_PART = _one_of([*PARTS])
#: Two and more quarters and halves are mostly of years and of games.
_SMALL_PART = _one_of([part for part in PARTS if part not in ("half", "quarter")])
#: "of" right behind, or behind an aside: "a third — 33 percent — of the voters".
_OF = r"(?=\s+of\b|\s?[—–]\s?[^—–\n]{1,20}[—–]\s?of\b)"
_WHOSE = r"(?=\s(?:the|these|those|its|their|his|her|our|my|all|an?)\s)"
#: What follows "by a third".
_CHANGE_END = r"(?=[.,;)]|\s(?:after|between|compared|from|in|last|on|since|this|to)\b|\s*$)"
_MANY = "|".join(ONES.split()[2:10])
_SHARE = (
    rf"(?:{_MANY})[ -](?:{_SMALL_PART})s\b|one-(?:{_PART})\b|(?:an?|one)[ -](?:{_PART})\b{_OF}|three[ -]quarters\b{_OF}"
    rf"|half\b(?! an?[ -](?:{SCALE}))(?:{_OF}|{_WHOSE}|{_CHANGE_END})|an? (?:{_PART})\b{_CHANGE_END}"
)
_NUMBER = re.compile(
    rf"(?<![\w$€£/#:.,'’-])(?<!\d[–])(?:(?P<sign>{_SIGN})\s?(?={_MONEY_DIGITS}))?"
    rf"(?:(?P<digits>(?(sign){_MONEY_DIGITS}|{_DIGITS}))"
    rf"(?:(?P<short>bn|mn|tn|m|k)\b|(?P<glued>{_GLUED})(?!\w)|{_HALF}{_SCALES})"
    rf"|(?P<part>(?:(?:an?|one|three)[ -])?(?:{_PART})s?) of an? (?P<whole>{SCALE})\b"
    rf"|(?P<vague>{_one_of(list(VAGUE))})\b"
    rf"|(?P<share>{_SHARE})"
    rf"|(?P<words>(?:(?:half )?an?[ -](?:{SCALE})\b|{_BELOW_100}(?:[ -]and[ -]a[ -]half\b)?)"
    rf"(?:[ -](?:{SCALE})\b(?:[ -](?:and )?{_BELOW_100})?){{0,6}}))",
    re.IGNORECASE,
)
_UPPER = re.compile(
    rf"(?P<sign>{_SIGN})?(?P<digits>{_DIGITS})(?:(?P<short>bn|mn|tn|m|k)\b|(?P<glued>{_GLUED})(?!\w)|{_HALF}{_SCALES})",
    re.IGNORECASE,
)
#: What may not follow: "19-year-old", "10:30", "9/11", "1980s", "1.2.3", "555 0134".
_FOLLOWS = re.compile(r"\w|[:/]\w|[.,]\d|[-–]\w|['’]s?\w|[ \u00a0]\d")
#: "a million billion trillion" is a way of speaking, and no JSON holds it.
_ENDLESS = 10**18
#: "$5-a-day", "a 2-percent rise", "10,000-plus".
_MAY_FOLLOW = re.compile(r"-(?:percent|per|plus)\b", re.IGNORECASE)
_BY_HYPHEN = re.compile(r"[-/](?:an?\b|per\b|[a-z])")
_ZERO = re.compile(r"0\d")
_IN_ROW = re.compile(r"\d[ \u00a0]")
#: "5€", "100 £"
_SIGN_BEHIND = re.compile(r"[ \u00a0]?(?P<sign>[€£])(?!\s?\d)")
_DASH = re.compile(r"\s?[-–]\s?(?=[\d$€£])")
#: "nineteen eighty-four" is a year; "twelve two-man boats" are twelve.
_WORDS_ON = re.compile(rf"[ -]{_BELOW_100}(?!-)", re.IGNORECASE)
_SCREENS = frozenset({"4k", "8k"})
#: A noun of many behind "3m": then it is millions, not meters.
_MANY_BEHIND = re.compile(r"\s(?:[a-z]+s|people)\b")


class Quantity(NamedTuple):
    """A number where it stands. Offsets are those of the text that it was found in."""

    start: int
    """First character, qualifier included."""
    number: int
    """First character of the number."""
    end: int
    value: Value | None
    """None for a range and for "dozens"."""
    low: Value | None = None
    high: Value | None = None
    bound: Bound = "exact"
    sign: str = ""
    """Sign of a currency."""
    kind: Kind = "number"
    glued: str = ""
    """Sign of a measure that belongs to the number: "20km"."""
    scales: str = ""
    """Words for thousands and more, as written."""


def singles(text: str) -> Iterator[Quantity]:
    """The numbers of a text one by one, in order, ranges with a dash among them."""
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        upper = _upper(text, match)
        end = match.end() if upper is None else upper.end()
        words_on = _WORDS_ON.match(text, end) if match["words"] else None
        if words_on is not None:
            end = words_on.end()
            continue
        found = _digits(text, match, upper) if match["digits"] else _words(match)
        if found is not None and not _goes_on(text, found) and max(found.value or 0, found.high or 0) < _ENDLESS:
            yield found


def _upper(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The other end of "10-15"."""
    dash = _DASH.match(text, match.end()) if match["digits"] else None
    return None if dash is None else _UPPER.match(text, dash.end())


def _goes_on(text: str, found: Quantity) -> bool:
    """True where the number is a part of something else."""
    if _FOLLOWS.match(text, found.end) is None or _MAY_FOLLOW.match(text, found.end):
        return False
    return not (found.sign and _BY_HYPHEN.match(text, found.end))


def _words(match: re.Match[str]) -> Quantity:
    start, end = match.span()
    if match["vague"]:
        least = VAGUE[match["vague"].lower()]
        return Quantity(start, start, end, None, least, kind="vague")
    if match["whole"]:
        return Quantity(start, start, end, tidy(share_value(match["part"]) * SCALES[match["whole"].lower()]))
    if match["share"]:
        return Quantity(start, start, end, share_value(match["share"]), kind="share")
    words = match["words"]
    tail = re.search(rf"(?:[ -](?:{SCALE})\b)+$", words, re.IGNORECASE)
    return Quantity(start, start, end, words_value(words), scales=tail.group() if tail else "")


def _digits(text: str, match: re.Match[str], upper: re.Match[str] | None) -> Quantity | None:
    """A number in digits or a range of two; None for what is no number: "007", "555 0134", "3-1"."""
    last = match if upper is None else upper
    start, end = match.start(), last.end()
    sign: str = match["sign"] or (upper["sign"] if upper is not None else None) or ""
    if _ZERO.match(match["digits"]) or (not sign and _IN_ROW.match(text, max(0, start - 2), start)):
        return None
    is_letter = (last["short"] or "").lower() in ("m", "k") and not sign
    if is_letter and (not _MANY_BEHIND.match(text, end) or match.group().lower() in _SCREENS):
        return None
    scales = last["scales"] or last["short"] or ""
    behind = None if sign or last["glued"] else _SIGN_BEHIND.match(text, end)
    if behind is not None:
        sign, end = behind["sign"], behind.end()
    found = Quantity(start, start, end, digits_value(match), sign=sign, glued=last["glued"] or "", scales=scales)
    return found if upper is None else between(found, match["scales"] or match["short"], digits_value(upper))


def between(found: Quantity, scales: str | None, high: Value) -> Quantity | None:
    """A quantity as the lower end of a range: "10 to 15 million" is from ten million; None where it is not lower."""
    assert found.value is not None
    low = found.value if scales else tidy(found.value * scale_of(found.scales))
    return found._replace(value=None, low=low, high=high) if low < high else None
