"""Dates as far as they are known, as ISO 8601 writes them, and how to count from one to another.

"2020-01-08" a day, "2020-W02" a week, "2020-01" a month, "2020" a year; "--01-08" and "--01" where no year is said.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

Unit = Literal["day", "week", "month", "year"]

_PARTIAL = re.compile(r"(?P<year>\d{4}|-)(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
#: A leap year and one that is none: what both agree on holds in every year.
_ANY_YEARS = (2000, 2001)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, change: relativedelta) -> date | None:
    """A day so much later or earlier; None beyond the calendar."""
    try:
        there: date = day + change
    except (ValueError, OverflowError):
        return None
    return there


def away(day: date, unit: Unit, count: int) -> date | None:
    """The day so many units later, earlier if negative."""
    change = {"day": relativedelta(days=count), "week": relativedelta(weeks=count)}
    return moved(
        day, change.get(unit) or (relativedelta(months=count) if unit == "month" else relativedelta(years=count))
    )


def iso(day: date | None, unit: Unit = "day") -> str:
    """A day, or the week, month or year that it lies in; "" for none.

    >>> iso(date(2031, 3, 5), "week")
    '2031-W10'
    """
    if day is None:
        return ""
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]


def first_day(known: str) -> date | None:
    """The first day of a date that has a year; None for others.

    >>> first_day("2031-W10")
    datetime.date(2031, 3, 3)
    """
    match = _PARTIAL.fullmatch(known)
    if match is None or match["year"] == "-":
        return None
    try:
        if match["week"]:
            return date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
        return date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return None


def unit_of(known: str) -> Unit | None:
    """How exactly a date is known."""
    match = _PARTIAL.fullmatch(known)
    if match is None:
        return None
    return "day" if match["day"] else "week" if match["week"] else "month" if match["month"] else "year"


def shifted(known: str, unit: Unit, count: int) -> str:
    """The date so many units from another, as exact as the unit; "" where the other is not known well enough.

    >>> shifted("2031-03-05", "day", -1), shifted("--01-08", "day", -1), shifted("2031", "day", 1)
    ('2031-03-04', '--01-07', '')
    """
    finest = unit_of(known)
    if finest is None or finest not in _FINE_ENOUGH[unit]:
        return ""
    if not known.startswith("-"):
        first = first_day(known)
        return iso(away(first, unit, count), unit) if first is not None else ""
    if unit not in ("day", "month"):
        return ""
    found = {shifted(f"{year}{known[1:]}", unit, count)[5:] for year in _ANY_YEARS}
    return f"--{found.pop()}" if len(found) == 1 and "" not in found else ""


_FINE_ENOUGH: dict[Unit, tuple[Unit, ...]] = {
    "day": ("day",),
    "week": ("day", "week"),
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
}
