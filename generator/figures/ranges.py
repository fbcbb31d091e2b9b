"""Numbers that belong together: "10 to 15", "between two and three", "one in five"; and what bounds them."""

from __future__ import annotations

import re

from generator.figures.bounds import Bound, bound_before, bound_behind
from generator.figures.quantities import Quantity, between, singles

_TO = re.compile(r"(?P<unit>\s?(?:%|percent|per cent))?\s(?P<word>to|or|and)\s$", re.IGNORECASE)
_PERCENT = re.compile(r"\s?(?:%|percent\b|per\scent\b)", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|(?P<from>ranging from|anywhere from))\s$", re.IGNORECASE)
#: "from 10 to 15" and "up 3 percent to 12 percent" are a change.
_CHANGE = re.compile(
    r"\b(?:from|by|up|down|(?:ris|fall)(?:es|e|en|ing)|rose|fell|grew|climbed|gained|jumped|dropped|slipped|lost"
    r"|(?:in|de)creased|declined|surged|shed|added)\s$",
    re.IGNORECASE,
)
_IN = re.compile(r"\s(?P<word>in|out of|of)\s(?P<every>every\s)?$", re.IGNORECASE)
#: "two in five days" is no share.
_TIME_BEHIND = re.compile(r"\s(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?)\b", re.IGNORECASE)
_MINUS = re.compile(r"\bminus\s$", re.IGNORECASE)
_ROUND = frozenset({12, 20, 50, *(10**power for power in range(1, 7))})
_LONGEST = len(" per cent and ")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All numbers of a text in order, ranges and shares joined and qualifiers taken in.

    >>> [(q.low, q.high) for q in find_quantities("between 10 and 15 boats, at least 80 men")]
    [(10, 15), (80, None)]
    """
    found: list[Quantity] = []
    for single in singles(text):
        joined = (_range(text, found[-1], single) or _ratio(text, found[-1], single)) if found else None
        if joined is None:
            found.append(single)
        else:
            found[-1] = joined
    return tuple(_bounded(text, quantity) for quantity in found)


def _range(text: str, before: Quantity, single: Quantity) -> Quantity | None:
    """The range of two numbers, or None: "10 to 15", "two or three", "between 10 and 15"; not "from 10 to 15"."""
    if before.value is None or single.value is None or {before.kind, single.kind} != {"number"}:
        return None
    gap = text[before.end : single.number]
    to = _TO.fullmatch(gap) if len(gap) <= _LONGEST else None
    if to is None or (single.sign and before.sign != single.sign and (before.sign or to["unit"])):
        return None
    if to["unit"] and (single.sign or not _PERCENT.match(text, single.end)):
        return None
    between_words = _BETWEEN.search(text, max(0, before.start - 15), before.start)
    is_between = between_words is not None and not between_words["from"]
    if (to["word"].lower() == "and") != is_between or (
        not between_words and _CHANGE.search(text, max(0, before.start - 12), before.start)
    ):
        return None
    start = before.start if between_words is None else between_words.start()
    joined = before._replace(
        start=start, end=single.end, sign=before.sign or single.sign, glued=single.glued, scales=single.scales
    )
    return between(joined, before.scales, single.value)


def _ratio(text: str, before: Quantity, single: Quantity) -> Quantity | None:
    """The share that two numbers make: "two in five", "nine out of 10", "seven of every 100"; or None."""
    mine, theirs = before.value, single.value
    if not isinstance(mine, int) or not isinstance(theirs, int) or not 0 < mine < theirs:
        return None
    gap = text[before.end : single.number]
    words = _IN.fullmatch(gap) if len(gap) <= _LONGEST else None
    if words is None or before.sign or single.sign or {before.kind, single.kind} != {"number"}:
        return None
    word = words["word"].lower()
    is_round = theirs in _ROUND or (word == "in" and theirs < 10)
    if not (words["every"] or (is_round and word != "of")) or _TIME_BEHIND.match(text, single.end):
        return None
    return before._replace(end=single.end, value=round(mine / theirs, 4), kind="share")


def _bounded(text: str, found: Quantity) -> Quantity:
    """A quantity with the words before and behind that say it is a bound."""
    minus = _MINUS.search(text, max(0, found.start - len("minus ")), found.start)
    if minus is not None and found.value is not None:
        found = found._replace(start=minus.start(), value=-found.value)
    start, bound = bound_before(text, found.start)
    end = found.end
    if bound == "exact" and not found.glued:
        end, bound = bound_behind(text, end)
    return bounded(found._replace(start=start, end=end), bound)


def bounded(found: Quantity, bound: Bound) -> Quantity:
    """A quantity with a bound; a range and "dozens" keep those that they have."""
    value = found.value
    if found.kind == "vague" and bound in ("most", "less"):
        return found._replace(low=None, bound=bound)
    low = value if value is not None and bound in ("least", "more") else found.low
    high = value if value is not None and bound in ("most", "less") else found.high
    return found._replace(low=low, high=high, bound=bound)
