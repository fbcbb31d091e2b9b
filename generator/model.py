"""The values that pass between the rooms.

All are frozen. Offsets count code points of `Brief.text` (equal to `Article.text` and `Seed.text`), end exclusive.
Field names are the contract of `brief export --format json`: fields may be added, none renamed or removed.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

SCHEMA_VERSION = "1.2"

ActorKind = Literal["person", "organization", "place"]
MentionKind = Literal["name", "nominal", "pronoun"]
RoleStatus = Literal["current", "former", "late"]
QuoteKind = Literal["direct", "mixed", "indirect"]
CueKind = Literal[
    "say", "ask", "claim", "deny", "admit", "warn", "promise", "order", "blame", "praise", "expect", "name"
]
"""What a speaker does with the words; data/cue_verbs.toml says what each means."""
SourceKind = Literal["agency", "outlet", "service", "person"]
ClaimKind = Literal["without_evidence", "unverified", "alleged", "denied", "unclear"]
ParagraphKind = Literal["body", "subhead", "correction"]
"""A correction is a note of the editors: "This article was amended on March 4."."""
PartKind = Literal["title", "deck", "byline", "heading", "furniture"]


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all values."""


class Slice(Value, frozen=True, kw_only=True):
    """A piece of the article, letter for letter: `brief.text[start:end] == text`."""

    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    text: str
    """The words themselves."""
    rule: str
    """Name of the rule or model that chose it."""
    confidence: float | None = None
    """0 to 1; None where a confidence means nothing."""

    def __str__(self) -> str:
        return self.text


class Notice(Value, frozen=True, kw_only=True):
    """Something the reader should know about a brief."""

    code: str
    message: str


class Metadata(Value, frozen=True, kw_only=True):
    """What a file says about its article beside the text; None where it says nothing."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date, or date and time."""
    language: str | None = None
    """ISO 639-1 code."""
    hold: bool = False
    """Keep the article out of every output."""
    embargo: str | None = None
    """ISO date before which the article stays out of every output."""


class Part(Value, frozen=True, kw_only=True):
    """A line whose place in the article its format says."""

    start: int
    end: int
    kind: PartKind
    rule: str = ""
    """Name of the rule that took it for furniture."""


class Seed(Value, frozen=True, kw_only=True):
    """One article as its file has it, decoded."""

    name: str
    """Path relative to the seeds folder, with forward slashes; "wire.csv#3" is the third article of a file."""
    sha256: str
    """Of the bytes."""
    media_type: str
    text: str
    """What offsets count in."""
    metadata: Metadata = Metadata()
    warnings: tuple[Notice, ...] = ()
    parts: tuple[Part, ...] = ()
    """What the format says of some lines, in order; empty where it says nothing."""
    structured: bool = False
    """True if the format tells the head from the body: what `parts` does not name is body."""


class SeedReference(Value, frozen=True, kw_only=True):
    """Which file a brief was made from."""

    name: str
    sha256: str
    media_type: str


class Paragraph(Value, frozen=True, kw_only=True):
    """A paragraph of the body."""

    start: int
    end: int
    number: int
    """1-based; the ¶ shown to readers."""
    kind: ParagraphKind = "body"


class Article(Value, frozen=True, kw_only=True):
    """A seed taken apart: what is title, body, credit and furniture."""

    seed: SeedReference
    text: str
    title: Slice | None = None
    deck: Slice | None = None
    byline: Slice | None = None
    dateline: Slice | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date, or date and time."""
    published_from: Slice | None = None
    """The words of the head that say it; None where metadata do."""
    language: str = "en"
    paragraphs: tuple[Paragraph, ...] = ()
    credit: tuple[Slice, ...] = ()
    """The lines of the credit, in order."""
    removed: tuple[Slice, ...] = ()
    warnings: tuple[Notice, ...] = ()


class Role(Slice, frozen=True, kw_only=True):
    """What the words around a name say the actor is."""

    employer: Slice | None = None
    status: RoleStatus = "current"


class Mention(Value, frozen=True, kw_only=True):
    """One place where an actor is named or meant."""

    start: int
    end: int
    kind: MentionKind
    rule: str


class Actor(Value, frozen=True, kw_only=True):
    """A person, an organisation or a place, once."""

    id: str
    """Slug of the name, unique in a brief."""
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    """Other spellings in this article."""
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()
    rank: int
    """1 is the most important."""
    salience: float
    """0 to 1."""
    country: str | None = None
    """ISO 3166-1 alpha-2, where a table or the name says it."""


class Speaker(Slice, frozen=True, kw_only=True):
    """Who says something: the mention as written, and the actor it stands for."""

    name: str
    """The actor's name if resolved, else the mention as written."""
    actor: str | None = None
    """Actor.id."""


class Cue(Slice, frozen=True, kw_only=True):
    """The word that reports speech."""

    lemma: str
    kind: CueKind = "say"


class QuoteSpan(Value, frozen=True, kw_only=True):
    """A run of a quote without a quotation mark in it."""

    start: int
    end: int
    text: str
    quoted: bool
    """True inside quotation marks: only these words may be shown as speech."""


class Quote(Value, frozen=True, kw_only=True):
    """Something said."""

    id: str
    """Hash of seed and spans."""
    kind: QuoteKind
    start: int
    end: int
    text: str
    """From the first span to the last, marks between included."""
    spans: tuple[QuoteSpan, ...]
    cue: Cue | None = None
    speaker: Speaker | None = None
    via: Slice | None = None
    """Channel: "told Voice of America", "according to a media pool report"."""
    paragraph: int
    """Number of the paragraph where it starts."""
    construction: str = ""
    """The parts in the order of the text: "content, cue, name", "pronoun, cue, content", "noun" for other speakers."""
    rule: str
    confidence: float | None = None


class Agency(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency, an outlet or a service, as data/agencies.toml or a project's agencies.toml has it."""

    name: Annotated[str, msgspec.Meta(min_length=2, max_length=120)]
    """Full name."""
    kind: SourceKind
    aliases: tuple[Annotated[str, msgspec.Meta(min_length=2, max_length=120)], ...] = ()
    """How credit lines write it."""
    country: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")] | None = None
    """ISO 3166-1 alpha-2 of its seat; None for those of many countries."""
    home: Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s<>\"']+$", max_length=300)] | None = None
    """Address of its own page."""
    pictures: bool = False
    """True if it sells pictures only: where it is named, the picture is meant."""


class Source(Slice, frozen=True, kw_only=True):
    """A name of the credit line."""

    name: str
    """Canonical full name."""
    as_written: str
    kind: SourceKind
    role: str
    """source, reporting, additional_reporting, writing, editing, contributed, compiled, adapted, original, ..."""
    place: str | None = None
    """Where a person was, as written."""
    country: str | None = None
    """ISO 3166-1 alpha-2 of the seat of a known agency or outlet."""
    home: str | None = None
    """Address of the page of a known agency or outlet."""


class Voice(Value, frozen=True, kw_only=True):
    """Someone cited in the text."""

    name: str
    actor: str | None = None
    quotes: tuple[str, ...] = ()
    """Quote.id."""


class Figure(Slice, frozen=True, kw_only=True):
    """A number with what it counts."""

    id: str
    value: int | float | None = None
    """The number said; None where only bounds are."""
    low: int | float | None = None
    high: int | float | None = None
    unit: str
    """Lemma of what is counted: "missile"; "percent"; "dollar" for money."""
    currency: str | None = None
    """ISO 4217."""
    speaker: Speaker | None = None
    paragraph: int


class Dispute(Value, frozen=True, kw_only=True):
    """Figures about one thing that do not agree."""

    unit: str
    figures: tuple[int, ...]
    """Indices into `Brief.figures`."""


class Claim(Slice, frozen=True, kw_only=True):
    """A statement that the article itself marks as unproven or contested."""

    id: str
    kind: ClaimKind
    marker: Slice
    """The words that mark it."""
    speaker: Speaker | None = None
    paragraph: int


class Event(Slice, frozen=True, kw_only=True):
    """A dated sentence or clause."""

    id: str
    date: str
    """ISO 8601, as far as known: "2020-01-08", "2020-01", "2020"; "--01-08" where no year is said."""
    paragraph: int


class Brief(Value, frozen=True, kw_only=True):
    """One article, briefed."""

    id: str
    schema_version: str = SCHEMA_VERSION
    seed: SeedReference
    text: str
    """The article as decoded, in which all offsets count; a site's JSON leaves it out."""
    text_sha256: str
    """Of the UTF-8 bytes of `text`."""
    title: Slice | None = None
    deck: Slice | None = None
    byline: Slice | None = None
    dateline: Slice | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date, or date and time."""
    published_from: Slice | None = None
    """The words of the head that say it; None where metadata do."""
    language: str = "en"
    paragraphs: tuple[Paragraph, ...] = ()
    credit: tuple[Slice, ...] = ()
    removed: tuple[Slice, ...] = ()
    summary: tuple[Slice, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()
    unnamed_sources: tuple[Slice, ...] = ()
    """Words of the credit line for sources that it does not name: "other agencies"."""
    voices: tuple[Voice, ...] = ()
    figures: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[Notice, ...] = ()

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor of that id, or None."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)


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
    slugs: dict[str, str] = {}
    """Brief.id -> name of its page."""
    dossiers: tuple[Dossier, ...] = ()
    """Those in most briefs first."""
    dossier_of: dict[tuple[str, str], str] = {}
    """(Brief.id, Actor.id) -> Dossier.id."""
    sources: tuple[SourceEntry, ...] = ()
    """Those credited most first."""
    days: tuple[Day, ...] = ()
    """Newest first; dates without a year last."""
