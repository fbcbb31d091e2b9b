"""The words of dates: names of months and days, numbers in words, and the patterns that they share."""

from __future__ import annotations

import re
from typing import Literal

DateOrder = Literal["DMY", "MDY", "YMD"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())  # noqa: SIM905
}
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
COUNTS = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_NUMBERS.split(), 1)}}
"""Numbers of days, weeks, months or years."""
WHICH = {"last": -1, "this": 0, "next": 1}

MONTH_NAMES = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
WEEKDAY_NAMES = "|".join(WEEKDAYS)
MONTH = rf"(?P<month>(?i:{MONTH_NAMES}))\b\.?"
WHOLE_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
"""A month that no day follows is written in full, or is an abbreviation with its dot."""
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR_DIGITS = r"(?:1[5-9]|20)\d{2}"
YEAR = rf"(?P<year>{YEAR_DIGITS})"
OF_YEAR = r"(?:,?\s(?:of\s)?(?P<which_year>last|this|next)\syear\b(?!['’]s))"
COUNT = rf"\d{{1,3}}|{'|'.join(sorted(COUNTS, key=lambda word: (-len(word), word)))}"
LEFT = r"(?<![\w/.-])(?<!\bevery )(?<!\beach )"
RIGHT = r"(?![\w/]|[.,]\d|-\d)"
_ROUGHLY = re.compile(
    r"\b(?:more than|less than|at least|up to|over|under|nearly|almost|about|around|roughly|some|or|\d to)\s$",
    re.IGNORECASE,
)


def month_number(name: str) -> int | None:
    """1 to 12; None if the word is no month as it is written: "may", "march"."""
    return MONTHS.get(name.rstrip(".").lower()) if name[:1].isupper() else None


def count_of(word: str) -> int:
    """A number in digits or in a word."""
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def is_rough(match: re.Match[str]) -> bool:
    """True for "about two weeks ago", which is no date."""
    return ends_with(_ROUGHLY, match)


def ends_with(pattern: re.Pattern[str], match: re.Match[str], longest: int = 24) -> bool:
    """True if a pattern that ends with `$` fits right before a match; looks back so many code points."""
    return pattern.search(match.string[max(0, match.start() - longest) : match.start()]) is not None
