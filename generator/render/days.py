"""The view of a day: what the briefs date to it, each happening once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model import Day
from generator.render.dates import DateView, date_view
from generator.render.messages import Messages
from generator.render.shapes import BriefView, EventView, View


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
    """Path of the page of its year."""
    date: DateView
    told: tuple[TellingView, ...]


class Days:
    """Makes the views of an edition's days."""

    def __init__(self, briefs: Mapping[str, BriefView], say: Messages) -> None:
        self.say = say
        self.briefs = briefs
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
        return DayView(
            id=f"d{date.iso.strip('-')}", page=f"days/{date.year or 'no-year'}/", date=date, told=tuple(told)
        )
