"""The view of a source: whom credit lines name, beside whom, and which briefs rest on it alone."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Edition, SourceEntry
from generator.render.escape import safe_url
from generator.render.messages import Messages
from generator.render.shapes import BriefView, View

SOURCE_PAGE = 5
"""Briefs from which on a source has its own page."""


class Companion(View, frozen=True, kw_only=True):
    """A source that credit lines name beside another."""

    name: str
    kind: str
    page: str
    """Its own page, or its row."""
    times: int
    """Briefs that credit both."""


class SourceRow(View, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    country: str
    """Name of the country of its seat; empty where nobody says it."""
    link: str
    """Address of its own page elsewhere; empty unless http or https."""
    roles: tuple[str, ...]
    """What it did, in words: "photo"."""
    places: tuple[str, ...]
    """Where a person was, as credit lines write it."""
    page: str
    """Of its own page; empty if it has only a row."""
    written: tuple[str, ...]
    credited: tuple[BriefView, ...]
    cited: tuple[BriefView, ...]
    houses: tuple[Companion, ...]
    """Agencies, outlets and services named beside it, most often first."""
    people: tuple[Companion, ...]
    """People named beside it, most often first."""
    alone: tuple[BriefView, ...]
    """Briefs that rest on it alone."""


class CreditsView(View, frozen=True, kw_only=True):
    """How many briefs rest on how many sources."""

    one: tuple[tuple[BriefView, Companion], ...]
    """Briefs that rest on one source alone, with the source."""
    several: int
    people: int
    unread: int
    none: int


class Sources:
    """Makes the views of an edition's sources."""

    def __init__(self, edition: Edition, briefs: Mapping[str, BriefView], say: Messages) -> None:
        self.edition = edition
        self.briefs = briefs
        self.say = say
        self.entries = {source.id: source for source in edition.sources}

    def rows(self) -> tuple[SourceRow, ...]:
        """All sources, those credited most first."""
        return tuple(map(self.row, self.edition.sources))

    def row(self, source: SourceEntry) -> SourceRow:
        """The view of one source."""
        beside = [self.companion(self.entries[other], times) for other, times in source.together]
        return SourceRow(
            id=source.id,
            name=source.name,
            kind=source.kind,
            country=self.say.country(source.country or ""),
            link=safe_url(source.home),
            roles=tuple(self.say.word("role", role) for role in source.roles),
            places=source.places,
            page=_own_page(source),
            written=source.written,
            credited=self.all(source.credited),
            cited=self.all(source.cited),
            houses=tuple(other for other in beside if other.kind != "person"),
            people=tuple(other for other in beside if other.kind == "person"),
            alone=self.all(source.alone),
        )

    def companion(self, source: SourceEntry, times: int) -> Companion:
        return Companion(name=source.name, kind=source.kind, page=source_page(source), times=times)

    def credits(self) -> CreditsView:
        """The briefs by what their credit lines name."""
        groups = self.edition.credits
        named = {
            brief_id: self.companion(source, len(source.alone))
            for source in self.edition.sources
            for brief_id in source.alone
        }
        return CreditsView(
            one=tuple((self.briefs[brief_id], named[brief_id]) for brief_id in groups.one),
            several=len(groups.several),
            people=len(groups.people),
            unread=len(groups.unread),
            none=len(groups.none),
        )

    def all(self, ids: tuple[str, ...]) -> tuple[BriefView, ...]:
        return tuple(self.briefs[brief_id] for brief_id in ids)


def source_page(source: SourceEntry) -> str:
    """Path of a source's own page or of its row from the top of the site."""
    return _own_page(source) or f"sources/#{source.id}"


def _own_page(source: SourceEntry) -> str:
    return f"sources/{source.id}/" if len(source.credited) >= SOURCE_PAGE else ""
