"""The view of a story: several briefs about one event, day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.model import Edition, Story, StoryDay, StoryDispute
from generator.render.dates import DateView, date_view
from generator.render.dossiers import Neighbours
from generator.render.messages import Messages
from generator.render.shapes import BriefView, EventView, FigureView, View

LISTED = 12
"""Shared words that a page names: the most telling ones."""

Told = tuple[EventView, BriefView]
"""A dated line and the brief it is from."""


class StoryDisputeView(View, frozen=True, kw_only=True):
    unit: str
    figures: tuple[tuple[FigureView, BriefView], ...]


class StoryDayView(View, frozen=True, kw_only=True):
    date: DateView
    briefs: tuple[BriefView, ...]


class TimelineDay(View, frozen=True, kw_only=True):
    date: DateView
    events: tuple[Told, ...]


class StoryView(View, frozen=True, kw_only=True):
    id: str
    page: str
    central: BriefView
    """The brief whose headline names the story."""
    briefs: tuple[BriefView, ...]
    days: tuple[StoryDayView, ...]
    """When its briefs appeared, oldest first."""
    first: DateView
    last: DateView
    outlets: tuple[str, ...]
    copies: tuple[tuple[BriefView, ...], ...]
    actors: Neighbours
    because: tuple[str, ...]
    disputes: tuple[StoryDisputeView, ...]
    timeline: tuple[TimelineDay, ...]
    """What the briefs date, oldest first; dates without a year last."""


class Stories:
    """Makes the views of an edition's stories."""

    def __init__(
        self,
        edition: Edition,
        briefs: Mapping[str, BriefView],
        neighbours: Callable[[Iterable[tuple[str, int]]], Neighbours],
        say: Messages,
    ) -> None:
        self.say = say
        self.briefs = briefs
        self.neighbours = neighbours
        """(Dossier.id, times) -> those of them, with their pages."""
        self.figures = {(view.id, figure.id): figure for view in briefs.values() for figure in view.figures}
        self.told = _told(edition, briefs, say)

    def view(self, story: Story) -> StoryView:
        """The view of one story."""
        briefs = self.all(story.briefs)
        days = tuple(
            StoryDayView(date=date_view(day.date, self.say), briefs=self.all(day.briefs)) for day in story.days
        )
        dated = [day.date for day in days if day.date.iso] or [DateView()]
        return StoryView(
            id=story.id,
            page=story_page(story),
            central=self.briefs[story.central],
            briefs=briefs,
            days=days,
            first=dated[0],
            last=dated[-1],
            outlets=tuple(dict.fromkeys(brief.outlet for brief in briefs if brief.outlet)),
            copies=tuple(map(self.all, story.copies)),
            actors=self.neighbours((actor, 0) for actor in story.actors),
            because=story.because[:LISTED],
            disputes=tuple(map(self.dispute, story.disputes)),
            timeline=self.told.get(story.id, ()),
        )

    def day(self, day: StoryDay) -> StoryDayView:
        return StoryDayView(date=date_view(day.date, self.say), briefs=self.all(day.briefs))

    def dispute(self, dispute: StoryDispute) -> StoryDisputeView:
        figures = tuple((self.figures[key], self.briefs[key[0]]) for key in dispute.figures)
        return StoryDisputeView(unit=dispute.unit, figures=figures)

    def all(self, ids: Iterable[str]) -> tuple[BriefView, ...]:
        return tuple(self.briefs[brief_id] for brief_id in ids)


def story_page(story: Story) -> str:
    """Path from the top of the site."""
    return f"stories/{story.id}/"


def _told(edition: Edition, briefs: Mapping[str, BriefView], say: Messages) -> dict[str, tuple[TimelineDay, ...]]:
    """Story.id -> what its briefs date, oldest first."""
    events = {(view.id, event.id): event for view in briefs.values() for event in view.events}
    found: dict[str, list[TimelineDay]] = {}
    days = sorted(edition.days, key=lambda day: (day.date.startswith("-"), day.date))
    for day in days:
        mine: dict[str, list[Told]] = {}
        for key in day.events:
            story = edition.story_of.get(key[0])
            if story is not None:
                mine.setdefault(story, []).append((events[key], briefs[key[0]]))
        for story, told in mine.items():
            found.setdefault(story, []).append(TimelineDay(date=date_view(day.date, say), events=tuple(told)))
    return {story: tuple(days) for story, days in found.items()}
