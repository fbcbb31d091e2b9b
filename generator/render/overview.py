"""The view of an edition: what the index pages, dossiers, sources and days print. Built only from published briefs."""

from __future__ import annotations

from collections.abc import Iterable

from generator.config import Settings
from generator.edition import make_edition
from generator.model import Brief, Edition, SourceEntry
from generator.render.catalogue import Catalogue
from generator.render.days import Days, DayView
from generator.render.dossiers import Dossiers, DossierView, pages_of
from generator.render.messages import Messages, messages_of
from generator.render.publish import Published, publish
from generator.render.shapes import BriefView, DisputeView, OppositionView, Places, View
from generator.render.shown import disputed_elsewhere, shown
from generator.render.stories import Stories, StoryView
from generator.render.view import brief_view

SOURCE_PAGE = 5
"""Briefs from which on a source has its own page."""


class SourceRow(View, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    page: str
    """Of its own page; empty if it has only a row."""
    written: tuple[str, ...]
    credited: tuple[BriefView, ...]
    cited: tuple[BriefView, ...]


class Year(View, frozen=True, kw_only=True):
    """A year of briefs."""

    name: str
    """"2026", or that no date is stated."""
    slug: str
    briefs: tuple[BriefView, ...]
    quotes: int


class EditionView(View, frozen=True, kw_only=True):
    site_name: str
    briefs: tuple[BriefView, ...]
    years: tuple[Year, ...]
    dossiers: tuple[DossierView, ...]
    sources: tuple[SourceRow, ...]
    days: tuple[DayView, ...]
    stories: tuple[StoryView, ...]
    story_of: dict[str, StoryView]
    """BriefView.id -> the story that it tells."""
    disputes: tuple[tuple[DisputeView, BriefView], ...]
    oppositions: tuple[tuple[OppositionView, BriefView], ...]
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
    return published, _Overview(edition, published, settings).view()


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
        rows = {source.name: _source_page(source) or f"sources/#{source.id}" for source in edition.sources}
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
        self.days = Days(self.views, self.say)
        self.dossiers = Dossiers(catalogue, pages, self.views, self.say)
        self.stories = Stories(edition, self.views, self.dossiers.neighbours, self.days)

    def view(self) -> EditionView:
        views = tuple(self.views.values())
        stories = {story.id: self.stories.view(story) for story in self.edition.stories}
        return EditionView(
            site_name=self.settings.site_name,
            briefs=views,
            years=_years(views, self.say),
            dossiers=tuple(map(self.dossiers.view, self.edition.dossiers)),
            sources=tuple(self.source(source) for source in self.edition.sources),
            days=tuple(day for day in map(self.days.view, self.edition.days) if day.date.iso),
            stories=tuple(stories.values()),
            story_of={brief_id: stories[story] for brief_id, story in self.edition.story_of.items()},
            disputes=tuple((dispute, view) for view in views for dispute in view.disputes),
            oppositions=tuple((opposition, view) for view in views for opposition in view.oppositions),
            quotes=sum(len(view.quotes) for view in views),
            actor_pages=self.settings.actor_pages,
        )

    def source(self, source: SourceEntry) -> SourceRow:
        return SourceRow(
            id=source.id,
            name=source.name,
            kind=source.kind,
            page=_source_page(source),
            written=source.written,
            credited=self.briefs(source.credited),
            cited=self.briefs(source.cited),
        )

    def briefs(self, ids: Iterable[str]) -> tuple[BriefView, ...]:
        return tuple(self.views[brief_id] for brief_id in ids)


def _source_page(source: SourceEntry) -> str:
    return f"sources/{source.id}/" if len(source.credited) >= SOURCE_PAGE else ""


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
            quotes=sum(len(view.quotes) for view in years[name]),
        )
        for name in sorted(years, reverse=True)
    )
