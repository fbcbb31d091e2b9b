"""The view of an edition: what the index pages, dossiers, sources and days print. Built only from published briefs."""

from __future__ import annotations

from collections.abc import Iterable

from generator.config import Settings
from generator.edition import make_edition
from generator.model import Brief, Edition
from generator.render.calendar import Calendar, calendar
from generator.render.catalogue import Catalogue
from generator.render.days import Days, DayView, month_of
from generator.render.disputed import Matter, disputed
from generator.render.dossiers import Dossiers, DossierView, pages_of
from generator.render.home import HomeView, coming_up, home_view, newest_day
from generator.render.messages import Messages, messages_of
from generator.render.publish import Published, publish
from generator.render.related import RelatedView, related
from generator.render.shapes import BriefView, Places, View
from generator.render.shown import disputed_elsewhere, shown
from generator.render.sources import CreditsView, SourceRow, Sources, source_page
from generator.render.stories import Stories, StoryView
from generator.render.view import brief_view


class YearMonth(View, frozen=True, kw_only=True):
    """A month of briefs."""

    name: str
    """"March"; that no month is stated."""
    id: str
    """Anchor on the page of its year: "m2026-03"."""
    briefs: tuple[BriefView, ...]


class Year(View, frozen=True, kw_only=True):
    """A year of briefs."""

    name: str
    """"2026", or that no date is stated."""
    slug: str
    briefs: tuple[BriefView, ...]
    months: tuple[YearMonth, ...]
    quotes: int


class EditionView(View, frozen=True, kw_only=True):
    settings: Settings
    site_name: str
    briefs: tuple[BriefView, ...]
    years: tuple[Year, ...]
    dossiers: tuple[DossierView, ...]
    sources: tuple[SourceRow, ...]
    credits: CreditsView
    one_source: frozenset[str]
    """BriefView.ids of those that rest on one source alone."""
    days: tuple[DayView, ...]
    coming: tuple[DayView, ...]
    """Dates after the newest brief, nearest first."""
    calendar: Calendar
    stories: tuple[StoryView, ...]
    story_of: dict[str, StoryView]
    """BriefView.id -> the story that it tells."""
    related: dict[str, tuple[RelatedView, ...]]
    """BriefView.id -> briefs to read beside one that tells no story."""
    disputed: tuple[Matter, ...]
    """All of it, that with the newest brief first."""
    home: HomeView
    quotes: int
    actor_pages: int
    """How many actors of a brief have a page because they are its first."""


def published_edition(briefs: Iterable[Brief], settings: Settings) -> tuple[dict[str, Published], EditionView]:
    """Brief.id -> what of it is published, and the view of all of it together.

    Who is who and what belongs together is told from the whole briefs: leaving a line out of a page changes neither.
    """
    whole = make_edition(briefs, settings.actors)
    first = disputed_elsewhere(whole)
    published = {brief.id: publish(brief, settings, first.get(brief.id, frozenset())) for brief in whole.briefs}
    edition = shown(whole, {brief_id: item.brief for brief_id, item in published.items()})
    return published, edition_view(edition, published, settings)


def edition_view(edition: Edition, published: dict[str, Published], settings: Settings) -> EditionView:
    """The view of an edition of published briefs."""
    return _Overview(edition, published, settings).view()


class _Overview:
    def __init__(self, edition: Edition, published: dict[str, Published], settings: Settings) -> None:
        self.edition = edition
        self.settings = settings
        self.say = messages_of(settings)
        catalogue = Catalogue(edition)
        pages = pages_of(catalogue, settings.actor_pages)
        actors: dict[str, dict[str, str]] = {}
        names: dict[str, dict[str, str]] = {}
        for (brief_id, actor_id), dossier_id in edition.dossier_of.items():
            names.setdefault(brief_id, {})[actor_id] = catalogue.dossiers[dossier_id].name
            if dossier_id in pages:
                actors.setdefault(brief_id, {})[actor_id] = pages[dossier_id]
        rows = {source.name: source_page(source) for source in edition.sources}
        self.views = {
            brief.id: brief_view(
                published[brief.id],
                settings,
                Places(
                    slug=edition.slugs[brief.id],
                    actors=actors.get(brief.id, {}),
                    names=names.get(brief.id, {}),
                    sources=rows,
                ),
                self.say,
            )
            for brief in edition.briefs
        }
        self.days = Days(edition.days, self.views, self.say)
        self.dossiers = Dossiers(catalogue, pages, self.views, self.say)
        self.stories = Stories(edition, self.views, self.dossiers.neighbours, self.days)

    def view(self) -> EditionView:
        views = tuple(self.views.values())
        stories = {story.id: self.stories.view(story) for story in self.edition.stories}
        days = tuple(day for day in map(self.days.view, self.edition.days) if day.date.iso)
        matters = disputed(views, stories.values())
        sources = Sources(self.edition, self.views, self.say)
        now, years = newest_day(views), _years(views, self.say)
        return EditionView(
            settings=self.settings,
            site_name=self.settings.site_name,
            briefs=views,
            years=years,
            dossiers=tuple(map(self.dossiers.view, self.edition.dossiers)),
            sources=sources.rows(),
            credits=sources.credits(),
            one_source=frozenset(self.edition.credits.one),
            days=days,
            coming=tuple(coming_up(days, now)),
            calendar=calendar(days, {year.slug for year in years}, self.say),
            stories=tuple(stories.values()),
            related=related(self.edition, self.views, self.dossiers.pages),
            story_of={brief_id: stories[story] for brief_id, story in self.edition.story_of.items()},
            disputed=matters,
            home=home_view(views, matters, tuple(stories.values()), days),
            quotes=sum(len(view.quotes) for view in views),
            actor_pages=self.settings.actor_pages,
        )


def _years(briefs: Iterable[BriefView], say: Messages) -> tuple[Year, ...]:
    """Briefs by year, newest first; those without a date last."""
    years: dict[str, list[BriefView]] = {}
    for view in briefs:
        years.setdefault(view.published.year, []).append(view)
    return tuple(
        Year(
            name=name or say("date.none"),
            slug=name or "no-date",
            briefs=tuple(years[name]),
            months=_months(name, years[name], say),
            quotes=sum(len(view.quotes) for view in years[name]),
        )
        for name in sorted(years, reverse=True)
    )


def _months(year: str, briefs: Iterable[BriefView], say: Messages) -> tuple[YearMonth, ...]:
    """Briefs of a year by month, newest first; those that state none last."""
    months: dict[int, list[BriefView]] = {}
    for view in briefs:
        months.setdefault(month_of(view.published) if view.published.iso else 0, []).append(view)
    return tuple(
        YearMonth(
            name=say(f"month.{number}") if number else say("briefs.no_month"),
            id=f"m{year}-{number:02}",
            briefs=tuple(months[number]),
        )
        for number in sorted(months, reverse=True)
    )
