"""What every view is made of: words of the article, and what stands around them."""

from __future__ import annotations

from typing import Literal

import msgspec


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
    id: str = ""
    """Anchor of the line that it is, unique on the page; empty where it is no line of its own."""
    place: str = ""
    """Where a line outside the body stands: "title", "credit line"; empty in the body."""
    original: str = ""
    """Address of a line on the article's own page; empty where that is not known."""


class Part(View, frozen=True, kw_only=True):
    """A run of a quote or an excerpt."""

    kind: Literal["said", "told", "mark", "cut", "use", "context"]
    """said: words in quotation marks. told: the reporter's. mark: a quotation mark or space. cut: words left out.
    use: words that the brief uses. context: words around them."""
    text: str = ""
    start: int = 0
    end: int = 0


class Run(View, frozen=True, kw_only=True):
    """A run of a paragraph that is shown whole, and what it is part of."""

    text: str
    start: int
    end: int
    summary: bool = False
    """True for a sentence of the summary."""
    quote: str = ""
    """"said" where the words stand in quotation marks, "told" where they report speech, else empty."""
    page: str = ""
    """Of the actor that it names; empty if there is none."""
    ends: tuple[tuple[str, int], ...] = ()
    """QuoteView.id and number of the quotes that end here."""


class Excerpt(View, frozen=True, kw_only=True):
    """A paragraph, cut to the used words and those around them."""

    number: int
    kind: str
    """"body", "subhead" or "correction"."""
    start: int
    end: int
    """Of the whole paragraph."""
    parts: tuple[Part, ...]
    """use, context and cut."""
    runs: tuple[Run, ...] = ()
    """The whole paragraph, where the whole text is published; else empty."""


class NoticeView(View, frozen=True, kw_only=True):
    code: str
    message: str


class Places(View, frozen=True, kw_only=True):
    """Where the pages of a brief, its actors and sources are; empty for a brief that stands alone (one PDF)."""

    slug: str = ""
    actors: dict[str, str] = {}
    """Actor.id in the brief -> path of the page."""
    names: dict[str, str] = {}
    """Actor.id in the brief -> name of the dossier."""
    sources: dict[str, str] = {}
    """Source.name -> path of the page or its row."""
