"""What comes out of one article: a brief and its parts."""

from __future__ import annotations

from typing import Literal

from generator.model.article import Notice, Paragraph, SeedReference, Slice, SourceKind, Stretch, Value

SCHEMA_VERSION = "1.3"

ActorKind = Literal["person", "organization", "place"]
MentionKind = Literal["name", "nominal", "pronoun"]
RoleStatus = Literal["current", "former", "late"]
QuoteKind = Literal["direct", "mixed", "indirect"]
CueKind = Literal[
    "say", "ask", "claim", "deny", "admit", "warn", "promise", "order", "blame", "praise", "expect", "name"
]
"""What a speaker does with the words; data/cue_verbs.toml says what each means."""
ClaimKind = Literal["without_evidence", "unverified", "alleged", "denied", "unclear"]
Mood = Literal["is", "not", "may", "will"]
"""Whether something is so, is not, may be so, or is meant to be."""
Question = Literal["who", "what", "when", "where", "why", "how"]


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


class Headline(Slice, frozen=True, kw_only=True):
    """What a list prints for the article: its title, or its first sentence up to the border of a clause."""

    cut: bool = False
    """True where the sentence goes on behind it."""


class Answer(Slice, frozen=True, kw_only=True):
    """What the article answers to one of the five questions (and how); a question without an answer has none."""

    question: Question
    sentence: Stretch
    paragraph: int
    """0 is the title or the deck."""
    actor: str | None = None
    """Actor.id, where the answer names one."""
    date: str | None = None
    """As in Event.date, where the answer is a date."""


class Frame(Value, frozen=True, kw_only=True):
    """What the sentence of a figure says of the things counted, in lemmas: enough to tell whether two figures fit."""

    deed: str
    """What was done to them or how they are: the first word of its line in data/same_deeds.txt, else the verb itself;
    "cost" and the like for how much something is."""
    counted: str
    """Figure.unit, or the word for all that are one for a reader: "person" for "people" and "deaths"."""
    of: tuple[str, ...] = ()
    """What a size is the size of, and what a share is a share of: "bridge" in "the cost of the bridge"."""
    agents: tuple[str, ...] = ()
    """Who did it; empty where nobody is named."""
    kinds: tuple[str, ...] = ()
    """Which of the things: "cruise" in "15 cruise missiles"."""
    settings: tuple[str, ...] = ()
    """Where and at what it happened: nouns behind "in", "at", "during"; names keep their capital."""
    dates: tuple[str, ...] = ()
    """When, in the words of the sentence; "earlier" for a figure that was given before, "each" for one a day."""
    mood: Mood = "is"
    part: bool = False
    """True for a part of a whole and for what was counted before: "17 of the missiles", "the 22 missiles"."""
    at_most: bool = False
    """True where the sentence says that it "cannot have exceeded" the figure."""
    says: str | None = None
    """Whom the text means where the speaker is only "it" or "they", or who tells it where there is no speaker."""


class Figure(Slice, frozen=True, kw_only=True):
    """A number with what it counts."""

    id: str
    value: int | float | None = None
    """The number said, 0.3333 for "a third"; None where only bounds are."""
    low: int | float | None = None
    high: int | float | None = None
    unit: str
    """Lemma of what is counted: "missile"; "percent"; "dollar" for money; "voter" for "a third of the voters"."""
    currency: str | None = None
    """ISO 4217."""
    speaker: Speaker | None = None
    paragraph: int
    """0 is the title or the deck."""
    sentence: Stretch | None = None
    about: Frame | None = None
    """What it is compared by; None where its sentence does not say enough."""


class Dispute(Value, frozen=True, kw_only=True):
    """Figures about one thing that do not agree."""

    unit: str
    figures: tuple[int, ...]
    """Indices into `Brief.figures`."""


class Statement(Slice, frozen=True, kw_only=True):
    """One side of an opposition."""

    speaker: Speaker
    denies: bool
    """True where this side says that it is not so."""
    paragraph: int


class Opposition(Value, frozen=True, kw_only=True):
    """Two speakers who say the opposite of one matter: "confirmed that ..." and "denied that ..."."""

    id: str
    """Hash of seed and spans."""
    sides: tuple[Statement, Statement]
    """In the order of the text."""
    rule: str


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
    """ISO 8601, as far as known: "2020-01-08" a day, "2020-W02" a week, "2020-01" a month, "2020" a year;

    "--01-08" and "--01" where no year is said. `generator.timeline.chronological` sorts all of them.
    """
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
    headline: Headline | None = None
    summary: tuple[Slice, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()
    unnamed_sources: tuple[Slice, ...] = ()
    """Words of the credit line for sources that it does not name: "other agencies"."""
    voices: tuple[Voice, ...] = ()
    figures: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    oppositions: tuple[Opposition, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    """Oldest first, dates without a year last; those of one date in text order."""
    answers: tuple[Answer, ...] = ()
    """In the order who, what, when, where, why, how."""
    warnings: tuple[Notice, ...] = ()

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor of that id, or None."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)
