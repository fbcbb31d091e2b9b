"""Dates that count from the date before them: "a day earlier", "two days later", "the next day", "the same day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from dateutil.relativedelta import relativedelta, weekday

from generator.dates.base import Rule, Where
from generator.dates.partial import Unit, first_day, iso, moved, shifted, unit_of
from generator.dates.words import COUNT, WEEKDAY_NAMES, WEEKDAYS, count_of, ends_with, is_rough

_WAYS = {
    "later": 1, "after": 1, "afterwards": 1, "afterward": 1, "next": 1, "following": 1, "same": 0, "earlier": -1,
    "before": -1, "prior": -1, "previously": -1, "previous": -1, "preceding": -1,
}  # fmt: skip
_DAYS = frozenset({"night", "morning", "afternoon", "evening"})
#: "A day after | the vote": what the day is counted from is said there, and is no date.
_ALONE = r"(?=\s?(?:[.,;:!?)”\"’—–]|\s-|$)|\s(?:and|but|when|as|in|at)\b)"
_LATER = re.compile(
    rf"(?<![\w.,-])(?P<count>{COUNT}|the)\s(?P<unit>day|night|week|month|year)s?\s"
    rf"(?:(?P<way>later|earlier)(?!\sthan)\b|(?P<beside>afterwards?|before|after|prior|previously)\b{_ALONE})",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\bthe\s(?P<way>next|following|same|previous|preceding)\s"
    rf"(?P<unit>day|night|morning|afternoon|evening|week|month|year|{WEEKDAY_NAMES})\b"
    rf"(?!['’]s|\s(?:as|that)\b)(?P<alone>{_ALONE})?",
    re.IGNORECASE,
)
_THAN = re.compile(r"\bthan\s$", re.IGNORECASE)
#: "Over the next year" is a span.
_SPAN = ("week", "month", "year")


def _later(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "two days later", "a month earlier", "the day before" """
    if is_rough(match) or ends_with(_THAN, match):
        return
    way = _WAYS[(match["way"] or match["beside"]).lower()]
    count = 1 if match["count"].lower() == "the" else count_of(match["count"])
    yield shifted(where.before, _unit(match["unit"]), count * way)


def _next(match: re.Match[str], where: Where) -> Iterator[str]:
    """ "the next day", "the same evening", "the following week", "the previous Friday" """
    if match["alone"] is None and match["way"].lower() == "same":
        return
    way, named = _WAYS[match["way"].lower()], match["unit"].lower()
    if named in WEEKDAYS:
        day = first_day(where.before) if way and unit_of(where.before) == "day" else None
        if day is not None:
            yield iso(moved(day, relativedelta(days=way, weekday=weekday(WEEKDAYS[named])(way))))
    elif not (match["way"].lower() == "next" and named in _SPAN):
        yield shifted(where.before, _unit(named), way)


def _unit(word: str) -> Unit:
    return "day" if word.lower() in _DAYS else cast(Unit, word.lower())


CHAINED: tuple[Rule, ...] = (
    Rule("later", ("later", "earlier", "before", "after", "prior", "previous"), _LATER, _later),
    Rule("next", ("the next", "the following", "the same", "the previous", "the preceding"), _NEXT, _next),
)
