"""The parts of an article that a program wrote down one by one -> Draft: what JSON, tables and pages have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.config import Settings
from generator.formats import Draft
from generator.formats.compose import Piece, compose
from generator.formats.fragment import has_markup, pieces_of
from generator.formats.metadata import Entry, read_metadata
from generator.formats.repair import repair
from generator.model import Metadata, Notice

_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a record says; words as it has them, plain or in HTML."""

    title: str = ""
    deck: str = ""
    byline: str = ""
    body: str = ""
    metadata: dict[str, object] = field(default_factory=dict)
    """url, published, outlet, language, hold, embargo as the record has them."""
    paged: bool = False
    """True if nobody told the head from the body: the text was copied from a page as it stood."""


def draft_of(fields: Fields, name: str, settings: Settings, where: str) -> Draft:
    """Puts the parts together. Raises BrokenSeed (parse)."""
    entries = (Entry(key, value, where) for key, value in fields.metadata.items())
    metadata, notices = read_metadata(entries, name, settings)
    pieces = [
        Piece("title", _plain(fields.title)),
        Piece("deck", _plain(fields.deck)),
        Piece("byline", _plain(fields.byline)),
        *_body(fields.body),
    ]
    return composed(pieces, metadata, notices, paged=fields.paged)


def composed(pieces: list[Piece], metadata: Metadata, notices: tuple[Notice, ...], *, paged: bool = False) -> Draft:
    """The draft of these pieces, each repaired where it has to be; a deck that opens the body is no deck."""
    found: dict[str, Notice] = {}
    whole: list[Piece] = []
    for kind, words, rule in pieces:
        words, repairs = repair(words, entities=False)
        found.update((notice.code, notice) for notice in repairs)
        whole.append(Piece(kind, words, rule))
    opening = {piece.text.strip() for piece in whole if piece.kind == "paragraph"}
    whole = [piece for piece in whole if piece.kind != "deck" or piece.text.strip() not in opening]
    text, parts = compose(whole)
    return Draft(text, metadata, (*found.values(), *notices), parts, structured=not paged)


def _body(words: str) -> list[Piece]:
    """Paragraphs: those of the markup, those between empty lines, or else the lines."""
    if has_markup(words):
        return list(pieces_of(words))
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    blocks = _PARAGRAPHS.split(words) if _PARAGRAPHS.search(words.strip()) else words.split("\n")
    return [Piece("paragraph", block) for block in blocks]


def _plain(words: str) -> str:
    return " ".join(piece.text for piece in pieces_of(words)) if has_markup(words) else words
