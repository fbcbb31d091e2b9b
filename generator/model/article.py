"""What goes in: a seed, and the article that it holds."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

SourceKind = Literal["agency", "outlet", "service", "person"]
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


class Stretch(Value, frozen=True, kw_only=True):
    """A run of the article's text, without the text."""

    start: int
    end: int


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
