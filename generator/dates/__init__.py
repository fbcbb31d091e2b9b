"""Dates as they are written, read as far as they are known: "January 8", "in 2015", "on Monday", "a day earlier".

No date is guessed: without a year there is no year, and what counts from the day of publication needs that day.
"""

from __future__ import annotations

import re
from datetime import date

from generator.dates.base import Base, Dated, Rule, Tense, Where
from generator.dates.chained import CHAINED
from generator.dates.partial import day_of
from generator.dates.relative import RELATIVE
from generator.dates.words import MONTHS, WEEKDAYS, DateOrder
from generator.dates.written import WRITTEN

__all__ = [
    "MONTHS",
    "RULES",
    "WEEKDAYS",
    "Base",
    "DateOrder",
    "Dated",
    "Tense",
    "find_dates",
    "published_on",
    "read_dates",
]

RULES: tuple[Rule, ...] = (*WRITTEN, *CHAINED, *RELATIVE)
"""First come, first served."""


def find_dates(text: str, base: Base) -> tuple[Dated, ...]:
    """All known dates of a text in order; of two that overlap the first rule has it.

    >>> [dated.date for dated in find_dates("He fled on May 3, 2031, and was caught two days later.", Base())]
    ['2031-05-03', '2031-05-05']
    """
    return tuple(dated for dated in read_dates(text, base) if dated.date)


def read_dates(text: str, base: Base, before: str = "") -> tuple[Dated, ...]:
    """The same with what names a date that can't be known; `before` is the date that the text before ends with."""
    found: list[Dated] = []
    for match, rule in _matches(text):
        if rule.read is None or base.is_other(rule.name, match.start(), match.end()):
            continue
        dates = tuple(rule.read(match, Where(base, before, match.start()))) or ("",)
        found.extend(Dated(match.start(), match.end(), known, rule.name) for known in dates)
        before = dates[-1]
    return tuple(found)


def _matches(text: str) -> list[tuple[re.Match[str], Rule]]:
    """What looks like a date, in text order."""
    lower = text.lower()
    covered: set[int] = set()
    taken: list[tuple[re.Match[str], Rule]] = []
    for rule in RULES:
        if rule.needs and not any(word in lower for word in rule.needs):
            continue
        for match in rule.pattern.finditer(text):
            letters = range(match.start(), match.end())
            if covered.isdisjoint(letters):
                covered.update(letters)
                taken.append((match, rule))
    return sorted(taken, key=lambda item: item[0].start())


def published_on(published: str | None) -> date | None:
    """The day of a publication date, or None if it is not a whole date.

    >>> published_on("2020-01-08T06:30:00Z")
    datetime.date(2020, 1, 8)
    """
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", published or "")
    return day_of(*map(int, match.groups())) if match else None
