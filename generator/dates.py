"""Dates as they are written: "January 8", "8 Jan. 2020", "2020-01-08", "in 2015", "on Monday", "yesterday".

No date is guessed: without a year there is no year, and days of the week are dates only beside a publication date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

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

_NAMES_OF_MONTHS = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
_MONTH = rf"(?P<month>{_NAMES_OF_MONTHS})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d{2})"
_LEFT = r"(?<![\w/.-])(?<!\bevery )(?<!\beach )"
_RIGHT = r"(?![\w/]|[.,]\d|-\d)"
_MONTH_DAY = re.compile(rf"{_LEFT}{_MONTH}\s{{1,2}}(?:the\s)?{_DAY}\b(?:,?\s{_YEAR})?{_RIGHT}", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"{_LEFT}{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?{_RIGHT}", re.IGNORECASE)
_ISO = re.compile(rf"{_LEFT}{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d){_RIGHT}")
_NUMERIC = re.compile(rf"{_LEFT}(?P<a>\d{{1,4}})[/.](?P<b>\d{{1,2}})[/.](?P<c>\d{{1,4}}){_RIGHT}")
_MONTH_YEAR = re.compile(rf"{_LEFT}{_MONTH}(?:,|\sof)?\s{_YEAR}{_RIGHT}", re.IGNORECASE)
_ONLY_YEAR = re.compile(
    rf"\b(?:in|since|until|during|late|early|mid)[\s-]{_YEAR}(?![\w/–-]|[.,]\d|\s(?:and|to)\s)", re.I
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|next|this|this past|this coming|the following|every|each)\s)?"
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?P<plural>s)?\b(?!['’]s\b|,?\s(?:{_NAMES_OF_MONTHS})\b|,?\s\d)",
    re.IGNORECASE,
)
_NEAR_DAY = re.compile(r"\b(?P<word>yesterday|today|tomorrow)\b(?!['’]s\b)", re.IGNORECASE)
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}


class Dated(NamedTuple):
    """A date where it stands. Offsets are those of the text that it was found in."""

    start: int
    end: int
    date: str
    """ISO 8601, as far as known."""
    rule: str


class Base(NamedTuple):
    """What a date may be resolved against."""

    published: date | None
    order: DateOrder | None
    future: Callable[[int], bool]
    """True if the clause around an offset speaks of what is to come."""


Rule = Callable[[str, Base], Iterator[Dated]]


def find_dates(text: str, base: Base) -> tuple[Dated, ...]:
    """All dates of a text in order; of two that overlap the first rule has it."""
    taken: dict[int, Dated] = {}
    covered: set[int] = set()
    for _, rule in RULES:
        for dated in rule(text, base):
            letters = range(dated.start, dated.end)
            if covered.isdisjoint(letters):
                covered.update(letters)
                taken[dated.start] = dated
    return tuple(taken[start] for start in sorted(taken))


def published_on(published: str | None) -> date | None:
    """The day of a publication date, or None if it is not a whole date.

    >>> published_on("2020-01-08T06:30:00Z")
    datetime.date(2020, 1, 8)
    """
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", published or "")
    return _day(*map(int, match.groups())) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole(match: re.Match[str], base: Base, rule: str) -> Iterator[Dated]:
    groups = match.groupdict()
    if not groups["month"][0].isupper():
        # "The army may 3 times march 5 miles."
        return
    month, day = MONTHS[groups["month"].lower()], int(groups["day"])
    written = _partial(int(groups["year"]) if groups["year"] else None, month, day, base)
    if written is not None:
        yield Dated(match.start(), match.end(), written, rule)


def _partial(year: int | None, month: int, day: int, base: Base) -> str | None:
    """The date in ISO form; a missing year is the one nearest to the publication date, or stays away."""
    if year is not None:
        known = _day(year, month, day)
        return known.isoformat() if known else None
    if _day(2000, month, day) is None:
        return None
    if base.published is None:
        return f"--{month:02d}-{day:02d}"
    near = (_day(base.published.year + shift, month, day) for shift in (-1, 0, 1))
    published = base.published
    best = min((known for known in near if known), key=lambda known: abs(known - published), default=None)
    return best.isoformat() if best else None


def _month_day(text: str, base: Base) -> Iterator[Dated]:
    """ "January 8", "Jan. 8, 2020" """
    for match in _MONTH_DAY.finditer(text):
        yield from _whole(match, base, "month-day")


def _day_month(text: str, base: Base) -> Iterator[Dated]:
    """ "8 January", "8th of January 2020" """
    for match in _DAY_MONTH.finditer(text):
        yield from _whole(match, base, "day-month")


def _iso(text: str, base: Base) -> Iterator[Dated]:
    """ "2020-01-08" """
    for match in _ISO.finditer(text):
        known = _day(int(match["year"]), int(match["month"]), int(match["day"]))
        if known is not None:
            yield Dated(match.start(), match.end(), known.isoformat(), "iso")


def _numeric(text: str, base: Base) -> Iterator[Dated]:
    """ "08/01/2020", where a setting says in which order."""
    if base.order is None:
        return
    for match in _NUMERIC.finditer(text):
        parts = dict(zip(base.order, (match["a"], match["b"], match["c"]), strict=True))
        known = _day(int(parts["Y"]), int(parts["M"]), int(parts["D"])) if len(parts["Y"]) == 4 else None
        if known is not None:
            yield Dated(match.start(), match.end(), known.isoformat(), "numeric")


def _month_year(text: str, base: Base) -> Iterator[Dated]:
    """ "January 2020" """
    for match in _MONTH_YEAR.finditer(text):
        if match["month"][0].isupper():
            month = MONTHS[match["month"].lower()]
            yield Dated(match.start(), match.end(), f"{match['year']}-{month:02d}", "month-year")


def _year(text: str, base: Base) -> Iterator[Dated]:
    """ "in 2015" """
    for match in _ONLY_YEAR.finditer(text):
        yield Dated(match.start("year"), match.end(), match["year"], "year")


def _weekday(text: str, base: Base) -> Iterator[Dated]:
    """ "on Monday": the last one, the day of publication included; the next one where the clause looks ahead."""
    if base.published is None:
        return
    for match in _WEEKDAY.finditer(text):
        which = (match["which"] or "").lower()
        if match["plural"] or which in ("every", "each", "the following"):
            continue
        back = (base.published.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
        if which in ("next", "this coming") or (not which and base.future(match.start())):
            day = base.published + timedelta(days=(7 - back) % 7 or (7 if which else 0))
        else:
            day = base.published - timedelta(days=back or (7 if which in ("last", "this past") else 0))
        yield Dated(match.start(), match.end(), day.isoformat(), "weekday")


def _near_day(text: str, base: Base) -> Iterator[Dated]:
    """ "yesterday" """
    if base.published is None:
        return
    for match in _NEAR_DAY.finditer(text):
        day = base.published + timedelta(days=_NEAR_DAYS[match["word"].lower()])
        yield Dated(match.start(), match.end(), day.isoformat(), "near-day")


RULES: tuple[tuple[str, Rule], ...] = (
    ("iso", _iso),
    ("month-day", _month_day),
    ("day-month", _day_month),
    ("numeric", _numeric),
    ("month-year", _month_year),
    ("year", _year),
    ("weekday", _weekday),
    ("near-day", _near_day),
)
"""First come, first served."""
