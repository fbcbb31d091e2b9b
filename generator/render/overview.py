"""The view of an edition: what the index pages, dossiers, sources and days print. Built only from published briefs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.config import Settings
from generator.edition import make_edition
from generator.model import Day, Dossier, DossierRole, Edition, SourceEntry
from generator.render.dates import DateView, date_view
from generator.render.publish import Published
from generator.render.shapes import BriefView, DisputeView, EventView, Places, QuoteView, View, Words
from generator.render.view import brief_view

SOURCE_PAGE = 5
"""Briefs from which on a source has its own page."""
IMPORTANT_RANK = 5
"""People up to this rank in a brief have their own page."""
ALONGSIDE = 60
"""Names listed as named alongside."""
NO_DATE = "Date not stated"

Said = tuple[BriefView, tuple[QuoteView, ...]]
"""A brief and those of its quotes that a page shows."""


class RoleOverTime(View, frozen=True, kw_only=True):
    words: Words
    brief: BriefView
    """Where it is first seen."""
    first: DateView
    last: DateView
    briefs: int


class Neighbour(View, frozen=True, kw_only=True):
    name: str
    page: str
    briefs: int


class DossierView(View, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    page: str
    """Path from the top of the site; empty if it has no page of its own."""
    aliases: tuple[str, ...]
    first: DateView
    last: DateView
    briefs: tuple[BriefView, ...]
    roles: tuple[RoleOverTime, ...]
    said: tuple[Said, ...]
    quotes: int
    alongside: tuple[Neighbour, ...]
    """The most frequent ones."""
    alongside_more: int


class SourceRow(View, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    page: str
    """Of its own page; empty if it has only a row."""
    written: tuple[str, ...]
    credited: tuple[BriefView, ...]
    cited: tuple[BriefView, ...]


class DayView(View, frozen=True, kw_only=True):
    id: str
    """Anchor on the page of its year: "d2026-03-12"."""
    page: str
    """Path of the page of its year."""
    date: DateView
    events: tuple[tuple[EventView, BriefView], ...]


class Year(View, frozen=True, kw_only=True):
    """A year of briefs."""

    name: str
    """"2026" or "Date not stated"."""
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
    disputes: tuple[tuple[DisputeView, BriefView], ...]
    quotes: int


def edition_view(published: Iterable[Published], settings: Settings) -> EditionView:
    """The view of all published briefs together."""
    cut = {item.brief.id: item for item in published}
    edition = make_edition((item.brief for item in cut.values()), settings.actors)
    return _Overview(edition, cut, settings).view()


class _Overview:
    def __init__(self, edition: Edition, published: dict[str, Published], settings: Settings) -> None:
        self.edition = edition
        self.settings = settings
        self.names = {dossier.id: dossier.name for dossier in edition.dossiers}
        self.pages = {dossier.id: f"actors/{dossier.id}/" for dossier in edition.dossiers if _matters(dossier)}
        actors: dict[str, dict[str, str]] = {}
        names: dict[str, dict[str, str]] = {}
        for (brief_id, actor_id), dossier_id in edition.dossier_of.items():
            names.setdefault(brief_id, {})[actor_id] = self.names[dossier_id]
            if dossier_id in self.pages:
                actors.setdefault(brief_id, {})[actor_id] = self.pages[dossier_id]
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
            )
            for brief in edition.briefs
        }
        views = self.views.values()
        self.quotes = {(view.id, quote.id): quote for view in views for quote in view.quotes}
        self.roles = {
            (view.id, role.words.start, role.words.end): role.words
            for view in views
            for actor in view.actors
            for role in actor.roles
        }
        self.events = {(view.id, event.id): event for view in views for event in view.events}

    def view(self) -> EditionView:
        views = tuple(self.views.values())
        return EditionView(
            site_name=self.settings.site_name,
            briefs=views,
            years=_years(views),
            dossiers=tuple(self.dossier(dossier) for dossier in self.edition.dossiers),
            sources=tuple(self.source(source) for source in self.edition.sources),
            days=tuple(self.day(day) for day in self.edition.days if date_view(day.date).iso),
            disputes=tuple((dispute, view) for view in views for dispute in view.disputes),
            quotes=sum(len(view.quotes) for view in views),
        )

    def dossier(self, dossier: Dossier) -> DossierView:
        briefs = self.briefs(dict.fromkeys(brief_id for brief_id, _ in dossier.members))
        dated = [view.published for view in briefs if view.published.iso]
        neighbours = [
            Neighbour(name=self.names[other], page=self.pages.get(other, ""), briefs=count)
            for other, count in dossier.alongside[:ALONGSIDE]
        ]
        return DossierView(
            id=dossier.id,
            name=dossier.name,
            kind=dossier.kind,
            page=self.pages.get(dossier.id, ""),
            aliases=dossier.aliases,
            first=dated[-1] if dated else DateView(),
            last=dated[0] if dated else DateView(),
            briefs=briefs,
            roles=tuple(self.role(role) for role in dossier.roles),
            said=tuple(
                (self.views[brief_id], tuple(self.quotes[key] for key in keys))
                for brief_id, keys in groupby(dossier.quotes, lambda key: key[0])
            ),
            quotes=len(dossier.quotes),
            alongside=tuple(neighbours),
            alongside_more=len(dossier.alongside) - len(neighbours),
        )

    def role(self, role: DossierRole) -> RoleOverTime:
        brief_id, first = role.first
        view, newest = self.views[brief_id], self.views[role.briefs[0]]
        return RoleOverTime(
            words=self.roles[brief_id, first.start, first.end],
            brief=view,
            first=view.published,
            last=newest.published,
            briefs=len(role.briefs),
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

    def day(self, day: Day) -> DayView:
        date = date_view(day.date)
        return DayView(
            id=f"d{date.iso.strip('-')}",
            page=f"days/{date.year or 'no-year'}/",
            date=date,
            events=tuple((self.events[key], self.views[key[0]]) for key in day.events),
        )

    def briefs(self, ids: Iterable[str]) -> tuple[BriefView, ...]:
        return tuple(self.views[brief_id] for brief_id in ids)


def _matters(dossier: Dossier) -> bool:
    """True if the actor has a page of its own: in two briefs, quoted, or a person among the first of a brief."""
    important = dossier.kind == "person" and dossier.best_rank <= IMPORTANT_RANK
    return len({brief_id for brief_id, _ in dossier.members}) > 1 or bool(dossier.quotes) or important


def _source_page(source: SourceEntry) -> str:
    return f"sources/{source.id}/" if len(source.credited) >= SOURCE_PAGE else ""


def _years(briefs: Iterable[BriefView]) -> tuple[Year, ...]:
    """Briefs by year, newest first; those without a date last."""
    years: dict[str, list[BriefView]] = {}
    for view in briefs:
        years.setdefault(view.published.year, []).append(view)
    return tuple(
        Year(
            name=name or NO_DATE,
            slug=name or "no-date",
            briefs=tuple(years[name]),
            quotes=sum(len(view.quotes) for view in years[name]),
        )
        for name in sorted(years, reverse=True)
    )
