"""Dates as readers see them, as far as they are known: never the file's date, never today."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from generator.render.messages import Messages

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_ISO = re.compile(r"(?:(\d{4})|-)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:[T ][\d:.,+Zz\- ]{0,40})?")


class DateView(msgspec.Struct, frozen=True, kw_only=True):
    """A date in the forms that pages need; all texts are empty where no date is stated."""

    iso: str = ""
    """As far as known: "2026-03-12", "2026-W11", "2026-03", "2026", "--03-12"."""
    long: str = ""
    """12 March 2026"""
    short: str = ""
    """12 Mar 2026"""
    day_month: str = ""
    """12 March; empty where only the year is stated."""
    year: str = ""
    """Empty where the year is not stated."""


def date_view(text: str | None, say: Messages) -> DateView:
    """Reads an ISO date or date and time; whatever is not one counts as not stated.

    >>> date_view("2026-03-12T08:00:00Z", Messages()).long
    '12 March 2026'
    """
    monday = _monday(text)
    if monday is not None:
        return _week(text or "", date_view(monday.isoformat(), say), say)
    year, month, day = _parts(text)
    if not (year or month):
        return DateView()
    name = say(f"month.{int(month)}") if month else ""
    short = say(f"month_short.{int(month)}") if month else ""
    return DateView(
        iso=iso_date(text),
        long=_words(say, day, name, year),
        short=_words(say, day, short, year),
        day_month=_words(say, day, name, "") if month else "",
        year=year,
    )


def _monday(text: str | None) -> date | None:
    """The first day of a week: "2026-W11"; None for what is no week."""
    match = _WEEK.fullmatch(text or "")
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None


def _week(iso: str, first: DateView, say: Messages) -> DateView:
    return DateView(
        iso=iso,
        long=say("date.week", day=first.long),
        short=say("date.week", day=first.short),
        day_month=say("date.week", day=first.day_month),
        year=first.year,
    )


def iso_date(text: str | None) -> str:
    """An ISO date as far as it is known; empty where it is not one.

    >>> iso_date("2026-03-12T08:00:00Z")
    '2026-03-12'
    """
    year, month, day = _parts(text)
    return "-".join(part for part in (year or "-", month, day) if part) if year or month else ""


def _parts(text: str | None) -> tuple[str, str, str]:
    """Year, month and day; empty where nobody states them."""
    match = _ISO.fullmatch(text or "")
    return (match[1] or "", match[2] or "", match[3] or "") if match else ("", "", "")


def _words(say: Messages, day: str, month: str, year: str) -> str:
    """A date in the order of the language, as far as it is known."""
    if not month:
        return year
    if day:
        return say("date.day" if year else "date.day_of_year", day=int(day), month=month, year=year)
    return say("date.month", month=month, year=year) if year else month


def timestamp(view: DateView) -> int:
    """Seconds from 1970 to the start of a date in UTC; 0 where its day is not stated.

    >>> timestamp(date_view("1970-01-02", Messages()))
    86400
    """
    try:
        day = date.fromisoformat(view.iso)
    except ValueError:
        return 0
    return max(0, (day - date(1970, 1, 1)).days * 86400)
