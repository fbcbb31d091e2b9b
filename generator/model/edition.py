"""What comes out of many articles: an edition, its dossiers, sources and days."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.model.article import SourceKind, Value
from generator.model.brief import ActorKind, Brief, Role


class DossierRole(Value, frozen=True, kw_only=True):
    """A role over time; "Sen.", "senator" and "the senator" are one."""

    text: str
    """As in the article that gives it first."""
    first: tuple[str, Role]
    """Brief.id and the role where it is first seen."""
    last: tuple[str, Role]
    """Brief.id and the role where it is last seen."""
    briefs: tuple[str, ...]
    """Brief.ids, newest first."""


class Join(Value, frozen=True, kw_only=True):
    """Why two spellings lead to one page."""

    rule: str
    one: str
    other: str
    score: float
    """0 to 1; 1 where the project's actors.toml says so."""
    because: tuple[str, ...] = ()
    """What the articles say for it and against it: "role: interior minister", "named beside Anton Rask"."""


class Dossier(Value, frozen=True, kw_only=True):
    """An actor over all briefs."""

    id: str
    """Slug of the oldest full spelling, unique in the edition: articles that come later leave it as it is."""
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
    spellings: tuple[tuple[str, int], ...] = ()
    """(Spelling, how often any article has it), most frequent first."""
    speaks_of: tuple[tuple[str, int], ...] = ()
    """(Dossier.id, quotes of this actor that name the other), most first."""
    spoken_of_by: tuple[tuple[str, int], ...] = ()
    """(Dossier.id, quotes of the other that name this actor), most first."""
    joined: tuple[Join, ...] = ()
    """Why spellings that differ are one actor, surest first."""
    namesakes: tuple[str, ...] = ()
    """Dossier.ids of other actors of this name."""
    role: str | None = None
    """What the project's actors.toml says the actor is."""
    wikidata: str | None = None
    """Wikidata item: "Q42"."""
    link: str | None = None
    """Address of the actor's own page."""


class SourceEntry(Value, frozen=True, kw_only=True):
    """A source over all briefs."""

    id: str
    """Slug of the name, unique in the edition."""
    name: str
    kind: SourceKind
    country: str | None = None
    """ISO 3166-1 alpha-2 of its seat."""
    home: str | None = None
    """Address of its own page."""
    roles: tuple[str, ...] = ()
    """Source.role of what it did beside being named, most frequent first."""
    places: tuple[str, ...] = ()
    """Where a person was, as written, most frequent first."""
    written: tuple[str, ...] = ()
    """Other spellings in credit lines."""
    credited: tuple[str, ...] = ()
    """Brief.ids whose credit line names it, newest first."""
    cited: tuple[str, ...] = ()
    """Brief.ids that name it in the text, newest first."""
    together: tuple[tuple[str, int], ...] = ()
    """(SourceEntry.id, briefs that credit both), most first; of equals agencies and outlets before people."""
    alone: tuple[str, ...] = ()
    """Brief.ids that rest on it alone, newest first."""


class CreditGroups(Value, frozen=True, kw_only=True):
    """The briefs of an edition by what their credit lines name: Brief.ids, newest first, each in one group."""

    one: tuple[str, ...] = ()
    """One agency, outlet or service, with or without people: they rest on one source alone."""
    several: tuple[str, ...] = ()
    """More than one, be it without a name: "and other agencies"."""
    people: tuple[str, ...] = ()
    """People, or who gave the pictures."""
    unread: tuple[str, ...] = ()
    """A credit line in which no name was read."""
    none: tuple[str, ...] = ()
    """No credit line."""


class Day(Value, frozen=True, kw_only=True):
    """What happened on a date, over all briefs."""

    date: str
    """As in Event.date."""
    events: tuple[tuple[str, str], ...]
    """(Brief.id, Event.id), newest brief first."""
    same: tuple[tuple[tuple[str, str], ...], ...] = ()
    """Those among `events` that several briefs tell: one entry each, the fullest telling first."""


class StoryDay(Value, frozen=True, kw_only=True):
    """What a story brought on one day."""

    date: str
    """ISO date on which its briefs appeared; "" where they have none."""
    briefs: tuple[str, ...]
    """Brief.ids, in the order of the edition."""


class StoryDispute(Value, frozen=True, kw_only=True):
    """Figures of several briefs of one story that do not agree."""

    unit: str
    figures: tuple[tuple[str, str], ...]
    """(Brief.id, Figure.id), in the order of the days."""


class Story(Value, frozen=True, kw_only=True):
    """Two or more briefs about one event."""

    id: str
    """Slug of its first brief's headline, unique in the edition: it stays while the story grows."""
    name: str
    """Headline of the central brief."""
    central: str
    """Brief.id of the brief that is most like the others."""
    briefs: tuple[str, ...]
    """Brief.ids, newest first."""
    copies: tuple[tuple[str, ...], ...] = ()
    """Brief.ids that are one text from several outlets, first printed first."""
    days: tuple[StoryDay, ...] = ()
    """Oldest first; briefs without a date last."""
    actors: tuple[str, ...] = ()
    """Dossier.ids that two or more briefs name, most first."""
    because: tuple[str, ...] = ()
    """What its briefs share: rare words and names, most telling first."""
    disputes: tuple[StoryDispute, ...] = ()


class OwnActor(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a project says of an actor in its actors.toml; all fields but `name` may be absent."""

    name: Annotated[str, msgspec.Meta(min_length=1)]
    """Any spelling of the actor in the articles."""
    articles: tuple[str, ...] = ()
    """Names of articles, * for any letters: only who bears the name there is meant, and is somebody else elsewhere."""
    of_kind: ActorKind | None = None
    """Only who bears the name and is of this kind is meant."""
    merge: tuple[str, ...] = ()
    """Names that mean this actor, too."""
    split: tuple[str, ...] = ()
    """Names that never mean this actor."""
    rename: Annotated[str, msgspec.Meta(min_length=1)] | None = None
    hide: bool = False
    """True leaves the actor out of all pages and tables of actors."""
    kind: ActorKind | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    """Further names; articles that use one mean this actor."""
    wikidata: Annotated[str, msgspec.Meta(pattern=r"^Q[1-9][0-9]{0,11}$")] | None = None
    link: Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s<>\"']+$", max_length=300)] | None = None
    line: int = 0
    """Line of actors.toml where the entry begins."""


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
    credits: CreditGroups = CreditGroups()
    days: tuple[Day, ...] = ()
    """Newest first; dates without a year last."""
    stories: tuple[Story, ...] = ()
    """Those with the newest brief first."""
    story_of: dict[str, str] = msgspec.field(default_factory=dict)
    """Brief.id -> Story.id."""
