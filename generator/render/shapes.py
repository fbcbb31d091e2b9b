"""What templates and the PDF see of one brief: plain values, every text ready to print, nothing null.

A text that nobody states is empty.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.render.dates import DateView


class View(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what renderers see."""


class Words(View, frozen=True, kw_only=True):
    """A piece of the article, letter for letter; `text` is empty where there is none."""

    text: str = ""
    lang: str = ""
    """Its language; empty where it is that of the page."""
    start: int = 0
    end: int = 0
    rule: str = ""
    paragraph: int = 0
    """Number of its paragraph; 0 outside the body (title, deck, credit)."""
    sure: str = ""
    """"sure", "likely" or "unsure"; empty where a confidence means nothing."""
    score: str = ""
    """The confidence as a number: "0.83"."""


class SpeakerView(View, frozen=True, kw_only=True):
    """Who says something."""

    name: str = ""
    """Name of the dossier, or the words as written; empty if not stated."""
    written: Words = Words()
    actor: str = ""
    """Actor.id in this brief."""
    page: str = ""
    """Path of the actor's page from the top of the site, "actors/mira-voss/"; empty if there is none."""
    unsure: bool = False
    same: bool = True
    """True if the words as written are the name ("the Health Ministry")."""


class Part(View, frozen=True, kw_only=True):
    """A run of a quote or an excerpt."""

    kind: Literal["said", "told", "mark", "cut", "use", "context"]
    """said: words in quotation marks. told: the reporter's. mark: a quotation mark or space. cut: words left out.
    use: words that the brief uses. context: words around them."""
    text: str = ""
    start: int = 0
    end: int = 0


class QuoteView(View, frozen=True, kw_only=True):
    id: str
    number: int
    """1-based, in the order of the article."""
    kind: str
    wording: str
    words: Words
    parts: tuple[Part, ...]
    """said, told, mark and cut, in order: to print them one after the other gives the quote."""
    ranges: tuple[tuple[int, int], ...]
    """Start and end of each run of `parts` without a cut."""
    speaker: SpeakerView
    via: Words
    cue: Words
    """The word that reports the quote where it does more than say: "denied", "warned"."""
    construction: str
    """In which order the parts stand: "content, cue, name"."""
    marked: str
    """What the article says about the same words: "without evidence", ...; empty if nothing."""


class AnswerView(View, frozen=True, kw_only=True):
    """One of the five questions (and how)."""

    question: str
    """"Who", "What", ..."""
    words: Words
    """Empty where the article does not say."""
    page: str
    """Of the actor that the answer names; empty if there is none."""
    date: DateView
    """What the words mean, where they name no year themselves: "Monday"."""


class FigureView(View, frozen=True, kw_only=True):
    id: str
    words: Words
    amount: str
    """The number or its bounds, in figures: "15", "80 or more", "2 to 3 million"."""
    unit: str
    """What is counted, with the currency: "missile", "dollar (USD)"."""
    speaker: SpeakerView


class DisputeView(View, frozen=True, kw_only=True):
    unit: str
    figures: tuple[FigureView, ...]


class SideView(View, frozen=True, kw_only=True):
    """One side of an opposition."""

    words: Words
    denies: bool
    speaker: SpeakerView


class OppositionView(View, frozen=True, kw_only=True):
    """What one speaker says and another denies."""

    id: str
    sides: tuple[SideView, ...]


class ClaimView(View, frozen=True, kw_only=True):
    id: str
    kind: str
    """In words: "without evidence", "unverified", ..."""
    words: Words
    marker: Words
    speaker: SpeakerView


class RoleView(View, frozen=True, kw_only=True):
    words: Words
    status: str
    """"former" or "late"; empty for a current one."""


class ActorView(View, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    page: str
    aliases: tuple[str, ...]
    roles: tuple[RoleView, ...]
    quotes: int
    rank: int


class EventView(View, frozen=True, kw_only=True):
    id: str
    date: DateView
    words: Words


class SourceView(View, frozen=True, kw_only=True):
    name: str
    kind: str
    role: str
    """Source.role: "additional_reporting"."""
    place: str
    country: str
    """Its name; "" where nobody says it."""
    page: str
    written: Words
    differs: bool
    """True if the name as written is worth showing beside the name."""


class VoiceView(View, frozen=True, kw_only=True):
    name: str
    page: str
    quotes: int


class Excerpt(View, frozen=True, kw_only=True):
    """A paragraph, cut to the used words and those around them."""

    number: int
    start: int
    end: int
    """Of the whole paragraph."""
    parts: tuple[Part, ...]
    """use, context and cut."""


class NoticeView(View, frozen=True, kw_only=True):
    code: str
    message: str


class BriefView(View, frozen=True, kw_only=True):
    id: str
    slug: str
    page: str
    """Path of its page from the top of the site: "briefs/road-opens/"."""
    schema_version: str
    seed_name: str
    seed_sha256: str
    text_sha256: str
    title: Words
    headline: Words
    """The title, or the first words of the lead in its place; empty where the article has neither."""
    cut: bool
    """True where the headline is the beginning of a longer sentence."""
    heading: str
    """The headline as one line of text; ours, the name of the file, if `headline.text` is empty."""
    deck: Words
    byline: Words
    dateline: Words
    outlet: str
    url: str
    """Empty unless http or https."""
    published: DateView
    language: str
    lang: str
    """The language if it is not that of the page, else empty."""
    summary: tuple[Words, ...]
    answers: tuple[AnswerView, ...]
    """Who, what, when, where, each with or without an answer, and why and how where the article says it; empty where
    nothing is answered."""
    figures: tuple[FigureView, ...]
    disputes: tuple[DisputeView, ...]
    oppositions: tuple[OppositionView, ...]
    claims: tuple[ClaimView, ...]
    actors: tuple[ActorView, ...]
    quotes: tuple[QuoteView, ...]
    events: tuple[EventView, ...]
    sources: tuple[SourceView, ...]
    credit: tuple[Words, ...]
    voices: tuple[VoiceView, ...]
    excerpts: tuple[Excerpt, ...]
    removed: tuple[Words, ...]
    warnings: tuple[NoticeView, ...]
    omitted: tuple[str, ...]
    """What was left out to stay below the share, in words: "2 quotes"."""
    share: int
    """Per cent of the body that all published files of this brief show."""
    full: bool
    """True if the whole text is published."""


class Places(View, frozen=True, kw_only=True):
    """Where the pages of a brief, its actors and sources are; empty for a brief that stands alone (one PDF)."""

    slug: str = ""
    actors: dict[str, str] = {}
    """Actor.id in the brief -> path of the page."""
    names: dict[str, str] = {}
    """Actor.id in the brief -> name of the dossier."""
    sources: dict[str, str] = {}
    """Source.name -> path of the page or its row."""
