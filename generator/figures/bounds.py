"""What words around a number say of its bounds: "at least 80", "800 or so", "10,000+"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from generator.words import entries

Bound = Literal["exact", "least", "more", "most", "less", "about"]

_AFTER: dict[str, Bound] = {
    "+": "least", "-plus": "least", "or more": "least", "or above": "least", "or higher": "least", "or over": "least",
    "or less": "most", "or fewer": "most", "or under": "most", "or below": "most", "or so": "about",
}  # fmt: skip
_BEHIND = re.compile(rf"\+|-plus\b|\s(?:{'|'.join(words for words in _AFTER if words[0].isalpha())})\b", re.IGNORECASE)
"""Behind the number or what it counts."""


@cache
def _before() -> dict[str, Bound]:
    """Words before a number -> bound: data/number_bounds.txt."""
    rows = (line.split("\t") for line in entries("number_bounds"))
    return {words: cast(Bound, bound) for words, bound in rows}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_before(), key=lambda words: (-len(words), words)))
    return re.compile(rf"\b(?P<words>{words})\s{{1,2}}(?:the\s|an?\s)?$", re.IGNORECASE)


@cache
def _longest() -> int:
    return max(map(len, _before())) + len("  the ")


def bound_before(text: str, start: int) -> tuple[int, Bound]:
    """Where the words begin that bound the number at `start`, and what they say; (start, "exact") if there are none."""
    match = _pattern().search(text, max(0, start - _longest()), start)
    return (start, "exact") if match is None else (match.start(), _before()[match["words"].lower()])


def bound_behind(text: str, end: int) -> tuple[int, Bound]:
    """Where the words end that bound what ends at `end`, and what they say; (end, "exact") if there are none.

    >>> bound_behind("800 or so barrels", 3)
    (9, 'about')
    """
    match = _BEHIND.match(text, end)
    return (end, "exact") if match is None else (match.end(), _AFTER[match.group().strip().lower()])
