"""Dates that stand in the calendar: "January 8", "8 Jan. 2020", "2020-01-08", "in January 2020", "in 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dates.base import Rule, Where
from generator.dates.near import near_day, year_of
from generator.dates.partial import day_of, iso
from generator.dates.words import DAY, LEFT, MONTH, MONTHS, OF_YEAR, RIGHT, YEAR, YEAR_DIGITS, month_number

_TO_DAY = r"(?:(?:\s?[-–—]\s?|\s(?:and|or|to)\s)\d{1,2}(?:st|nd|rd|th)?\b(?!\s?[-–—]?\s?[a-z]+\s\d))?"
_MONTH_DAY = re.compile(rf"{LEFT}{MONTH}\s{{1,2}}(?:the\s)?{DAY}{_TO_DAY}\b(?:,?\s{YEAR}|{OF_YEAR})?{RIGHT}")
_DAY_MONTH = re.compile(rf"{LEFT}{DAY}\s(?:of\s)?{MONTH}(?:,?\s{YEAR}|{OF_YEAR})?{RIGHT}")
_ISO = re.compile(rf"{LEFT}{YEAR}-(?P<month>\d\d)-(?P<day>\d\d){RIGHT}")
_NUMERIC = re.compile(rf"{LEFT}(?P<a>\d{{1,4}})[/.](?P<b>\d{{1,2}})[/.](?P<c>\d{{1,4}}){RIGHT}")
_MONTH_YEAR = re.compile(rf"{LEFT}{MONTH}(?:,|\sof)?\s{YEAR}{RIGHT}")
_NO_SPAN = rf"(?![\w/–-]|[.,]\d|['’]s|\s(?:and|to|or)\s(?!{YEAR_DIGITS}\b)\d)"
_ONLY_YEAR = re.compile(
    r"\b(?:in|since|until|till|during|late|early|mid"
    r"|(?:beginning|start|middle|end|half|months|summer|spring|autumn|fall|winter|quarter)\sof)"
    rf"[\s-]{YEAR}(?:,?\s(?:and|or)\s(?P<also>{YEAR_DIGITS})\b)?{_NO_SPAN}",
    re.IGNORECASE,
)
#: These words stand before numbers as well as years: "for 1800 crates".
_BOUND_YEAR = re.compile(rf"(?<!\bsurvived )\b(?:by|for|through|before|after|from)\s{YEAR}{_NO_SPAN}", re.IGNORECASE)


def _day_of_month(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "January 8", "Jan. 8, 2020", "8th of January 2020", "January 8 last year" """
    month = month_number(match["month"])
    if month is None:
        # "The army may 3 times march 5 miles."
        return
    day, year = int(match["day"]), year_of(match, month, where)
    yield near_day(month, day, where) if year is None else iso(day_of(year, month, day))


def _iso(match: re.Match[str], where: Where) -> Iterator[str]:
    yield iso(day_of(int(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "08/01/2020", where a setting says in which order."""
    if where.base.order is None:
        return
    parts = dict(zip(where.base.order, (match["a"], match["b"], match["c"]), strict=True))
    if len(parts["Y"]) == 4:
        yield iso(day_of(int(parts["Y"]), int(parts["M"]), int(parts["D"])))


def _month_year(match: re.Match[str], where: Where) -> Iterator[str]:
    month = month_number(match["month"])
    if month is not None:
        yield f"{match['year']}-{month:02d}"


def _year(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "in 2015", "in 2015 and 2019" """
    yield match["year"]
    if match["also"]:
        yield match["also"]


def _bound_year(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "by 2030", "from 2016 to 2019" """
    yield match["year"]


_MONTH_NEEDS = tuple(name for name in MONTHS if len(name) == 3)

WRITTEN: tuple[Rule, ...] = (
    Rule("iso", ("-",), _ISO, _iso),
    Rule("month-day", _MONTH_NEEDS, _MONTH_DAY, _day_of_month),
    Rule("day-month", _MONTH_NEEDS, _DAY_MONTH, _day_of_month),
    Rule("numeric", ("/", "."), _NUMERIC, _numeric),
    Rule("month-year", _MONTH_NEEDS, _MONTH_YEAR, _month_year),
    Rule("year", (), _ONLY_YEAR, _year),
    Rule("bound-year", (), _BOUND_YEAR, _bound_year),
)
