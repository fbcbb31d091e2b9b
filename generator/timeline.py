"""The order of dates that are known in part: "2019" and "2020-W02" before "2020-01-08", those without a year last."""

from __future__ import annotations

from collections.abc import Iterable

from generator.dates.partial import first_day, unit_of
from generator.model import Event

_EXACT = {"year": 0, "month": 1, "week": 2, "day": 3, None: 4}


def chronological(known: str) -> tuple[bool, int, str, int]:
    """Sort key of Event.date: by the first day; of two with the same first day the longer stretch comes first.

    >>> sorted(["--01-08", "2020-01-08", "2020", "2020-W02", "2020-01"], key=chronological)
    ['2020', '2020-01', '2020-W02', '2020-01-08', '--01-08']
    """
    first = first_day(known)
    return (
        first is None,
        first.toordinal() if first is not None else 0,
        known if first is None else "",
        _EXACT[unit_of(known)],
    )


def in_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events oldest first; those of one date stay in their order."""
    return tuple(sorted(events, key=lambda event: chronological(event.date)))
