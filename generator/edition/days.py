"""The days of all briefs: when they appeared, and what happened when."""

from __future__ import annotations

from generator.model import Brief, Day
from generator.timeline import chronological


def day_of(published: str | None) -> str:
    """Sort key of a date; what does not look like one sorts last."""
    return published[:10] if published and published[:4].isdigit() else ""


def days_of(briefs: list[Brief]) -> tuple[Day, ...]:
    """The days on which something happened, newest first."""
    events: dict[str, list[tuple[str, str]]] = {}
    for brief in briefs:
        for event in brief.events:
            events.setdefault(event.date, []).append((brief.id, event.id))
    dates = sorted(events, key=chronological, reverse=True)
    dates.sort(key=lambda date: date.startswith("-"))
    return tuple(Day(date=date, events=tuple(events[date])) for date in dates)
