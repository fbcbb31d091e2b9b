"""The view of a day: what the briefs date to it, each happening once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from generator.dates.partial import first_day, unit_of
from generator.model import Day
from generator.render.dates import DateView, date_view
from generator.render.messages import Messages
from generator.render.shapes import BriefView, EventView, View

LONGEST = 600
"""Happenings of a year from which on each of its months has a page."""


class TellingView(View, frozen=True, kw_only=True):
    """A dated line."""

    event: EventView
    brief: BriefView
    also: tuple[BriefView, ...]
    """Further briefs that tell the same."""


class DayView(View, frozen=True, kw_only=True):
    id: str
    """Anchor on the page of its year: "d2026-03-12"."""
    page: str
    """Path of its page: that of its year, or of its month in a year with very many happenings."""
    date: DateView
    told: tuple[TellingView, ...]


class Days:
    """Makes the views of an edition's days."""

    def __init__(self, days: Iterable[Day], briefs: Mapping[str, BriefView], say: Messages) -> None:
        self.say = say
        self.briefs = briefs
        counts: Counter[str] = Counter()
        for day in days:
            counts[date_view(day.date, say).year] += len(day.events)
        self.long = {year for year, count in counts.items() if count > LONGEST}
        self.events = {(view.id, event.id): event for view in briefs.values() for event in view.events}

    def view(self, day: Day, belongs: Callable[[str], bool] = lambda brief_id: True) -> DayView:
        """The view of one day, told by the briefs that belong to it; each happening stands at its first telling."""
        others = {key: group for group in day.same for key in group}
        told: list[TellingView] = []
        seen: set[tuple[str, str]] = set()
        for key in day.events:
            if key in seen or not belongs(key[0]):
                continue
            group = [other for other in others.get(key, (key,)) if belongs(other[0])]
            seen.update(group)
            fullest, *also = group
            told.append(
                TellingView(
                    event=self.events[fullest],
                    brief=self.briefs[fullest[0]],
                    also=tuple(self.briefs[brief_id] for brief_id, _ in also),
                )
            )
        date = date_view(day.date, self.say)
        return DayView(id=f"d{date.iso.strip('-')}", page=self.page(date), date=date, told=tuple(told))

    def page(self, date: DateView) -> str:
        """Path of the page that tells a date."""
        year, month = date.year or "no-year", month_of(date)
        return f"days/{year}/{month:02}/" if month and date.year in self.long else f"days/{year}/"


def month_of(date: DateView) -> int:
    """1 to 12, of a week that of its Monday; 0 where only the year is stated.

    >>> month_of(DateView(iso="2026-W14")), month_of(DateView(iso="--03-12")), month_of(DateView(iso="2026"))
    (3, 3, 0)
    """
    if date.iso.startswith("-"):
        return int(date.iso[2:4])
    first = first_day(date.iso)
    return first.month if first is not None and unit_of(date.iso) != "year" else 0
