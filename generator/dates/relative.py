"""Dates that count from the day of publication: "on Monday", "yesterday", "last week", "two months ago", "in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from generator.dates.base import Rule, Where
from generator.dates.near import near_month, near_weekday, year_of
from generator.dates.partial import Unit, away, day_of, iso
from generator.dates.words import (
    COUNT,
    DAY,
    MONTH_NAMES,
    MONTHS,
    OF_YEAR,
    WEEKDAY_NAMES,
    WEEKDAYS,
    WHICH,
    WHOLE_MONTH,
    count_of,
    ends_with,
    is_rough,
    month_number,
)

#: Days that have a name of their own, and what a week brings again and again.
_NO_WEEKDAY = re.compile(
    rf"\b(?:(?:Black|Good|Ash|Super|Bloody|Palm|Easter|Cyber|Holy|Giving|Shrove|Maundy|Whit|Red)\s(?:{WEEKDAY_NAMES})"
    rf"|(?:an?|any|every|each|most|some)\s(?:{WEEKDAY_NAMES})(?:(?:,\s|,?\s(?:and|or)\s)(?:{WEEKDAY_NAMES}))*"
    rf"|(?:{WEEKDAY_NAMES})(?:\s?[-–]\s?|\s(?:to|through)\s)(?:{WEEKDAY_NAMES})"
    rf"|(?:{WEEKDAY_NAMES})(?:s|\s(?:morning|afternoon|evening|night)s))\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|next|this|this past|this coming)\s)?(?P<weekday>{WEEKDAY_NAMES})\b"
    rf"(?!,?\s(?:{MONTH_NAMES})\b|,?\s{DAY}\s(?:of\s)?(?:{MONTH_NAMES})\b)",
    re.IGNORECASE,
)
_NEAR_DAYS = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_NEAR_DAY = re.compile(rf"\b(?P<word>{'|'.join(_NEAR_DAYS)})\b(?!['’]s\b)", re.IGNORECASE)
_LIKE = re.compile(r"\b(?:as of|even|like|still)\s$", re.IGNORECASE)
#: "The last week" is seven days, "his last year" one of a life.
_OWNED = re.compile(r"\b(?:the|his|her|its|their|our|my|your|every|each|per|past|these|those)\s$", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(?P<which>last|next|this)\s(?P<unit>week|month|year)(?P<end>end)?\b(?!['’]s|\sof\b|-)", re.IGNORECASE
)
_WEEKEND = re.compile(r"\b(?:over|at|during|on)\sthe\sweekend\b", re.IGNORECASE)
_EDGE = re.compile(
    r"\b(?P<edge>end|beginning|start|middle)\sof\s(?:the|this)\s(?P<unit>week|month|year)\b(?!['’]s)", re.IGNORECASE
)
_AGO = re.compile(rf"(?<![\w.,-])(?P<count>{COUNT})\s(?P<unit>day|week|month|year)s?\sago\b", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:(?i:(?:in|since|until|till|by|during|before|after|from|between|through|for|back in)\s)"
    r"(?:(?i:the\s(?:month|beginning|start|middle|end)\sof)\s)?(?:(?i:early|mid|late)[\s-])?"
    r"|(?i:early|mid|late)[\s-]|(?i:month|beginning|start|middle|end)\sof\s|(?P<which>(?i:last|this|next))\s)"
    rf"(?P<month>{WHOLE_MONTH}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
    rf"(?:,?\s(?:and|or|to|through)\s(?P<also>{WHOLE_MONTH}))?{OF_YEAR}?(?![\w-]|['’]s|\s\d)"
)


def _weekday(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "on Monday": the last one, the day of publication included; the next one where the clause looks ahead."""
    which = {"last": -1, "this past": -1, "next": 1, "this coming": 1}.get((match["which"] or "").lower())
    yield iso(near_weekday(WEEKDAYS[match["weekday"].lower()], which, where))


def _near_day(match: re.Match[str], where: Where) -> Iterator[str]:
    if where.base.published is not None and not ends_with(_LIKE, match):
        yield iso(away(where.base.published, "day", _NEAR_DAYS[match["word"].lower()]))


def _unit(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "last week", "this month", "next year", "next weekend" """
    if where.base.published is None or ends_with(_OWNED, match):
        return
    unit = cast(Unit, match["unit"].lower())
    if match["end"] and unit != "week":
        return
    yield iso(away(where.base.published, unit, WHICH[match["which"].lower()]), unit)


def _weekend(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "over the weekend", as the week that it ends: the last one on the first days of a week."""
    published = where.base.published
    if published is not None:
        past = published.weekday() < 4 and where.tense < 1
        yield iso(away(published, "week", -1 if past else 0), "week")


def _edge(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "by the end of the year"; in a story of what was it is another year."""
    published = where.base.published
    if published is None or (where.tense < 0 and match["edge"].lower() == "end"):
        return
    unit = cast(Unit, match["unit"].lower())
    month = {"end": "-12", "beginning": "-01", "start": "-01"}.get(match["edge"].lower(), "")
    yield iso(published, unit) + (month if unit == "year" else "")


def _is_round(count: int, unit: Unit) -> bool:
    """True for "thirty years ago"."""
    return unit == "year" and count % 10 == 0


def _ago(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "two weeks ago" """
    if where.base.published is not None and not is_rough(match):
        unit, count = cast(Unit, match["unit"].lower()), count_of(match["count"])
        if not _is_round(count, unit):
            yield iso(away(where.base.published, unit, -count), unit)


def _month(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "in May", "since early May", "until the end of May", "last May", "in May and June", "in May last year" """
    which = (match["which"] or "").lower()
    for name in (match["month"], match["also"]):
        month = month_number(name or "")
        if month is not None:
            year = year_of(match, month, where)
            yield near_month(month, which, where) if year is None else iso(day_of(year, month, 1), "month")


RELATIVE: tuple[Rule, ...] = (
    Rule("no-weekday", ("day",), _NO_WEEKDAY, None),
    Rule("weekday", ("day",), _WEEKDAY, _weekday),
    Rule("near-day", ("day", "night", "tomorrow", "this "), _NEAR_DAY, _near_day),
    Rule("month", tuple(name for name in MONTHS if len(name) == 3), _MONTH, _month),
    Rule("edge", (" of th",), _EDGE, _edge),
    Rule("unit", ("last ", "next ", "this "), _UNIT, _unit),
    Rule("weekend", ("the weekend",), _WEEKEND, _weekend),
    Rule("ago", (" ago",), _AGO, _ago),
)
