"""Written dates -> ISO 8601. A date that does not name its day, month and year is refused; nothing is completed."""

from __future__ import annotations

import re
from datetime import date, datetime

from generator.dates import MONTHS, DateOrder

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
"""Pattern of the name of a month."""
WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
"""Pattern of the name of a day."""
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = tuple(
    re.compile(f"{_WEEKDAY}(?:{form})", re.IGNORECASE)
    for form in (rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})", rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})")
)
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?", re.IGNORECASE
)
_NUMBERS = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")


def read_date(written: str, order: DateOrder | None = None) -> str | None:
    """An ISO date, or date and time as written; None where the words do not name one whole day.

    >>> read_date("Tuesday, 31 March 2026"), read_date("March 2026"), read_date("03/04/2026")
    ('2026-03-31', None, None)
    """
    written = " ".join(written.split())
    if _ISO.fullmatch(written):
        return _iso(written)
    for pattern in _WRITTEN:
        found = pattern.fullmatch(written)
        if found:
            month = MONTHS.get(found["month"].casefold())
            return _day(int(found["year"]), month, int(found["day"])) if month else None
    numbers = _NUMBERS.fullmatch(written)
    if numbers and order:
        named = dict(zip(order, (int(number) for number in numbers.groups()), strict=True))
        return _day(named["Y"], named["M"], named["D"])
    return None


def _iso(written: str) -> str | None:
    try:
        moment = datetime.fromisoformat(written.upper().replace(" +", "+").replace(" Z", "Z"))
    except ValueError:
        return None
    return moment.date().isoformat() if len(written) == 10 else moment.isoformat()


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= 1000 else None
    except ValueError:
        return None
