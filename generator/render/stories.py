"""The view of a story: several briefs about one event, day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from generator.dates.partial import first_day
from generator.model import Edition, Story, StoryDay, StoryDispute
from generator.render.dates import DateView, date_view
from generator.render.days import Days, DayView
from generator.render.dossiers import Neighbours
from generator.render.shapes import BriefView, FigureView, View
from generator.timeline import chronological

RUN_UP = timedelta(days=60)
"""How long before its first brief a story may have begun; what lies further back is background."""
LISTED = 12
"""Shared words that a page names: the most telling ones."""


class StoryDisputeView(View, frozen=True, kw_only=True):
    unit: str
    figures: tuple[tuple[FigureView, BriefView], ...]


class StoryDayView(View, frozen=True, kw_only=True):
    date: DateView
    briefs: tuple[BriefView, ...]


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
    timeline: tuple[DayView, ...]
    """What the briefs date, oldest first; dates without a year last."""
    background: tuple[DayView, ...]
    """What they date to long before the first of them, oldest first."""


class Stories:
    """Makes the views of an edition's stories."""

    def __init__(
        self,
        edition: Edition,
        briefs: Mapping[str, BriefView],
        neighbours: Callable[[Iterable[tuple[str, int]]], Neighbours],
        days: Days,
    ) -> None:
        self.say = days.say
        self.briefs = briefs
        self.neighbours = neighbours
        """(Dossier.id, times) -> those of them, with their pages."""
        self.figures = {(view.id, figure.id): figure for view in briefs.values() for figure in view.figures}
        self.told = _told(edition, days)

    def view(self, story: Story) -> StoryView:
        """The view of one story."""
        briefs = self.all(story.briefs)
        days = tuple(map(self.day, story.days))
        dated = [day.date for day in days if day.date.iso] or [DateView()]
        told = self.told.get(story.id, ())
        background = _background(told, dated[0])
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
            timeline=told[len(background) :],
            background=background,
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


def _background(told: Iterable[DayView], first: DateView) -> tuple[DayView, ...]:
    """The days long before the first brief."""
    begun = first_day(first.iso)
    if begun is None:
        return ()
    dated = ((first_day(day.date.iso), day) for day in told)
    return tuple(day for at, day in dated if at is not None and begun - at > RUN_UP)


def _told(edition: Edition, days: Days) -> dict[str, tuple[DayView, ...]]:
    """Story.id -> what its briefs date, oldest first; dates without a year last."""
    members = {story.id: frozenset(story.briefs) for story in edition.stories}
    found: dict[str, list[DayView]] = {}
    for day in sorted(edition.days, key=lambda day: chronological(day.date)):
        stories = dict.fromkeys(edition.story_of.get(brief_id, "") for brief_id, _ in day.events)
        for story in filter(None, stories):
            found.setdefault(story, []).append(days.view(day, members[story].__contains__))
    return {story: tuple(told) for story, told in found.items()}
