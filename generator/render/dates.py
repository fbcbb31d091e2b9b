"""Dates as readers see them, as far as they are known: never the file's date, never today."""

from __future__ import annotations

import re
from datetime import date

import msgspec

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"(?:(\d{4})|-)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:[T ][\d:.,+Zz\- ]{0,40})?")


class DateView(msgspec.Struct, frozen=True, kw_only=True):
    """A date in the forms that pages need; all texts are empty where no date is stated."""

    iso: str = ""
    """As far as known: "2026-03-12", "2026-03", "2026", "--03-12"."""
    long: str = ""
    """12 March 2026"""
    short: str = ""
    """12 Mar 2026"""
    day_month: str = ""
    """12 March; empty where only the year is stated."""
    year: str = ""
    """Empty where the year is not stated."""


def date_view(iso: str | None) -> DateView:
    """Reads an ISO date or date and time; whatever is not one counts as not stated.

    >>> date_view("2026-03-12T08:00:00Z").long
    '12 March 2026'
    """
    match = _ISO.fullmatch(iso or "")
    if match is None:
        return DateView()
    year, month, day = match[1] or "", match[2] or "", match[3] or ""
    if not (year or month):
        return DateView()
    name = _MONTHS[int(month) - 1] if month else ""
    words = [str(int(day)) if day else "", name, year]
    return DateView(
        iso="-".join(part for part in (year or "-", month, day) if part),
        long=" ".join(word for word in words if word),
        short=" ".join(word[:3] if word == name else word for word in words if word),
        day_month=" ".join(word for word in words[:2] if word),
        year=year,
    )


def timestamp(view: DateView) -> int:
    """Seconds from 1970 to the start of a date in UTC; 0 where its day is not stated.

    >>> timestamp(date_view("1970-01-02"))
    86400
    """
    try:
        day = date.fromisoformat(view.iso)
    except ValueError:
        return 0
    return max(0, (day - date(1970, 1, 1)).days * 86400)
