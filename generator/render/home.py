"""The view of the first page: a few of the newest of everything, so that it stays light over a thousand briefs.

There is no clock: "now" is the date of the newest brief.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from generator.dates.partial import first_day, unit_of
from generator.render.dates import DateView
from generator.render.days import DayView
from generator.render.disputed import Matter
from generator.render.shapes import ActorView, BriefView, View
from generator.render.stories import StoryView

CARDS = 12
ACTORS = 3
"""Actors of a card."""
COMING = 6
FEWEST = 2
"""Entries of a block beside the cards, however few cards there are."""


class Card(View, frozen=True, kw_only=True):
    brief: BriefView
    actors: tuple[ActorView, ...]
    """Its first people and organizations; places where it names neither."""


class HomeView(View, frozen=True, kw_only=True):
    cards: tuple[Card, ...]
    disputed: tuple[Matter, ...]
    stories: tuple[StoryView, ...]
    days: tuple[DayView, ...]
    """The last days up to the newest brief, newest first; what most briefs tell comes first."""
    coming: tuple[DayView, ...]
    """Dates after the newest brief, nearest first."""


def home_view(
    briefs: Sequence[BriefView], disputed: Sequence[Matter], stories: Sequence[StoryView], days: Sequence[DayView]
) -> HomeView:
    """The first page of an edition; all are newest first. What stands beside the cards grows with them."""
    cards = tuple(Card(brief=brief, actors=top_actors(brief)) for brief in briefs[:CARDS])
    beside = max(FEWEST, len(cards) // 3)
    now = newest_day(briefs)
    matters = tuple(disputed[:beside])
    developing = tuple([story for story in stories if _develops(story)][:beside])
    room = max(beside + 1, len(cards) - 2 * len(matters) - len(developing))
    return HomeView(
        cards=cards,
        disputed=matters,
        stories=developing,
        days=tuple(map(_most_told, [day for day in days if _is_past(day.date, now)][:room])),
        coming=tuple(map(_most_told, coming_up(days, now)[:COMING])),
    )


def top_actors(brief: BriefView) -> tuple[ActorView, ...]:
    """The first people and organizations of a brief."""
    acting = [actor for actor in brief.actors if actor.kind != "place"]
    return tuple((acting or brief.actors)[:ACTORS])


def newest_day(briefs: Iterable[BriefView]) -> date | None:
    """When the newest brief appeared; None where no brief has a whole date."""
    days = (first_day(brief.published.iso) for brief in briefs if unit_of(brief.published.iso) == "day")
    return max((day for day in days if day is not None), default=None)


def coming_up(days: Iterable[DayView], now: date | None) -> list[DayView]:
    """The dates after `now`, nearest first; a year alone is no date to wait for."""
    if now is None:
        return []
    ahead = [
        (first, day)
        for day in days
        if unit_of(day.date.iso) != "year" and (first := first_day(day.date.iso)) is not None and first > now
    ]
    return [day for _, day in sorted(ahead, key=lambda item: item[0])]


def _is_past(known: DateView, now: date | None) -> bool:
    """True for a day or a week that began before the newest brief, or, where none has a date, for any."""
    first = first_day(known.iso)
    return first is not None and unit_of(known.iso) in ("day", "week") and (now is None or first <= now)


def _develops(story: StoryView) -> bool:
    """True if a story is more than one text that several outlets printed."""
    return all(len(copies) < len(story.briefs) for copies in story.copies)


def _most_told(day: DayView) -> DayView:
    """A day that begins with what most briefs tell."""
    return msgspec.structs.replace(day, told=tuple(sorted(day.told, key=lambda told: -len(told.also))))
