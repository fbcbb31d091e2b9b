"""What comes out of many articles: an edition, its dossiers, sources and days."""

from __future__ import annotations

import msgspec

from generator.model.article import SourceKind, Value
from generator.model.brief import ActorKind, Brief, Role


class DossierRole(Value, frozen=True, kw_only=True):
    """A role over time; roles that differ only in case are one."""

    text: str
    """As in the article that gives it first."""
    first: tuple[str, Role]
    """Brief.id and the role where it is first seen."""
    briefs: tuple[str, ...]
    """Brief.ids, newest first."""


class Dossier(Value, frozen=True, kw_only=True):
    """An actor over all briefs."""

    id: str
    """Slug of the name, unique in the edition."""
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    """Other spellings in any article, most frequent first."""
    members: tuple[tuple[str, str], ...] = ()
    """(Brief.id, Actor.id), newest brief first."""
    quotes: tuple[tuple[str, str], ...] = ()
    """(Brief.id, Quote.id), newest brief first, in the order of the article."""
    roles: tuple[DossierRole, ...] = ()
    """Newest first."""
    alongside: tuple[tuple[str, int], ...] = ()
    """(Dossier.id, briefs that name both), most first."""
    best_rank: int = 1
    """Best rank in any brief."""


class SourceEntry(Value, frozen=True, kw_only=True):
    """A source over all briefs."""

    id: str
    """Slug of the name, unique in the edition."""
    name: str
    kind: SourceKind
    written: tuple[str, ...] = ()
    """Other spellings in credit lines."""
    credited: tuple[str, ...] = ()
    """Brief.ids whose credit line names it, newest first."""
    cited: tuple[str, ...] = ()
    """Brief.ids that name it in the text, newest first."""


class Day(Value, frozen=True, kw_only=True):
    """What happened on a date, over all briefs."""

    date: str
    """As in Event.date."""
    events: tuple[tuple[str, str], ...]
    """(Brief.id, Event.id), newest brief first."""


class Edition(Value, frozen=True, kw_only=True):
    """All briefs of a site, newest first, and what they share."""

    briefs: tuple[Brief, ...] = ()
    """Newest first; those without a date last."""
    slugs: dict[str, str] = msgspec.field(default_factory=dict)
    """Brief.id -> name of its page."""
    dossiers: tuple[Dossier, ...] = ()
    """Those in most briefs first."""
    dossier_of: dict[tuple[str, str], str] = msgspec.field(default_factory=dict)
    """(Brief.id, Actor.id) -> Dossier.id."""
    sources: tuple[SourceEntry, ...] = ()
    """Those credited most first."""
    days: tuple[Day, ...] = ()
    """Newest first; dates without a year last."""
