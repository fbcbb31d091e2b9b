"""One brief: what its page and its PDF print."""

from __future__ import annotations

from generator.render.dates import DateView
from generator.render.shapes.speech import ClaimView, DisputeView, FigureView, OppositionView, QuoteView
from generator.render.shapes.words import Excerpt, NoticeView, View, Words


class AnswerView(View, frozen=True, kw_only=True):
    """One of the five questions (and how)."""

    key: str
    """"who", "what", ..."""
    question: str
    """"Who", "What", ..."""
    words: Words
    """Empty where the article does not say."""
    page: str
    """Of the actor that the answer names; empty if there is none."""
    date: DateView
    """What the words mean, where they name no year themselves: "Monday"."""


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
    first_quote: str
    """Anchor of the first of them; empty if there is none."""
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
    link: str
    """Address of its own page elsewhere; empty unless http or https."""
    host: str
    """Of `link`, without "www."."""
    written: Words
    differs: bool
    """True if the name as written is worth showing beside the name."""


class VoiceView(View, frozen=True, kw_only=True):
    name: str
    page: str
    quotes: int


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
    citation: str
    """What to write below words that are taken from it: headline, outlet and date, as far as they are known."""
