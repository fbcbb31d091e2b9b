"""Which day, month or weekday a name means that recurs: the one near to the publication date that fits the tense."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from dateutil.relativedelta import relativedelta, weekday

from generator.dates.base import Tense, Where
from generator.dates.partial import day_of, first_day, iso, moved, unit_of
from generator.dates.words import MONTH, OF_YEAR, WHICH, YEAR, month_number

_END_OF_SPAN = re.compile(
    rf"\s?(?:and|to|until|till|through|[-–—])\s?(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{MONTH}"
    rf"(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?(?:,?\s{YEAR}\b|{OF_YEAR})"
)


def year_of(match: re.Match[str], month: int, where: Where) -> int | None:
    """The year that a month stands with: "May 2030", "May last year"; in a span its end may name it.

    >>> # "between December 1 and June 6, 2031" -> 2030
    """
    said, before = match.groupdict(), 0
    if not said.get("year") and not said["which_year"]:
        end = _END_OF_SPAN.match(match.string, match.end())
        if end is None:
            return None
        said, before = end.groupdict(), int((month_number(end["month"]) or 0) < month)
    if said.get("year"):
        return int(said["year"]) - before
    published = where.base.published
    return published.year + WHICH[said["which_year"].lower()] - before if published is not None else None


def near_day(month: int, day: int, where: Where) -> str:
    """A day of a month; where no year is known it stays away.

    Of the days that fit the tense it is the one nearest to the publication date, or to a day that the text has just
    named: "He was sentenced on June 29, 2021, and on June 30 he fled."
    """
    published = where.base.published
    if day_of(2000, month, day) is None:
        return ""
    if published is None:
        return f"--{month:02d}-{day:02d}"
    days = _each_year(published, month, day)
    best = nearest(days, published, where.tense)
    told = first_day(where.before) if where.tense <= 0 and unit_of(where.before) == "day" else None
    if told is None or best is None:
        return iso(best)
    beside = nearest(_each_year(told, month, day), told, 0)
    closer = beside is not None and beside <= published and abs(beside - told) < abs(best - published)
    return iso(beside if closer else best)


def near_month(month: int, which: str, where: Where) -> str:
    """A month; of those that fit the tense the nearest to the publication date."""
    published = where.base.published
    if published is None:
        return f"--{month:02d}"
    here = published.replace(day=1)
    months = [known for known in _each_year(here, month, 1) if not which or which == "this" or known != here]
    tense = -1 if which == "last" else 1 if which == "next" else where.tense
    return iso(here.replace(month=month) if which == "this" else nearest(months, here, tense), "month")


def near_weekday(number: int, which: int | None, where: Where) -> date | None:
    """A day of the week, 0 for Monday: the last one or the next one, the day of publication included.

    With "last" and "next" it is another day than that of publication.
    """
    published = where.base.published
    if published is None:
        return None
    if which is None and where.tense == 0:
        days = (moved(published, relativedelta(weekday=weekday(number)(side))) for side in (-1, 1))
        return nearest((day for day in days if day is not None), published, 0)
    ahead = which == 1 or (which != -1 and where.tense == 1)
    change = relativedelta(days=which if which in (-1, 1) else 0, weekday=weekday(number)(1 if ahead else -1))
    return moved(published, change)


def nearest(days: Iterable[date], to: date, tense: Tense) -> date | None:
    """The day that is nearest to another, on that side of it that the tense names; the earlier of two."""
    fitting = [day for day in days if not (tense < 0 and day > to) and not (tense > 0 and day < to)]
    return min(fitting, key=lambda day: (abs(day - to), day), default=None)


def _each_year(around: date, month: int, day: int) -> list[date]:
    """That day of the years around another day; February 29 may be eight years away."""
    years = (
        range(around.year - 8, around.year + 9) if (month, day) == (2, 29) else range(around.year - 1, around.year + 2)
    )
    return [known for year in years if (known := day_of(year, month, day)) is not None]
