"""A piece of HTML without a page around it -> paragraphs and headings, with the parser of the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from generator.formats.compose import Piece, PieceKind

_MARKUP = re.compile(r"</?(?:p|br|div|section|h[1-6]|ul|ol|li|blockquote|em|strong|a|span|b|i)\b[^<>]{0,400}>", re.I)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "ul",
        "ol",
        "li",
        "blockquote",
        "tr",
        "table",
        "dl",
        "dt",
        "dd",
        "pre",
        "hr",
        "br",
    }
)
_SILENT = frozenset({"script", "style", "figure", "figcaption", "iframe", "object", "aside", "form", "noscript", "svg"})


def has_markup(words: str) -> bool:
    """True if words hold tags that texts are written with; "a < b" has none."""
    return _MARKUP.search(words) is not None


def pieces_of(source: str) -> Iterator[Piece]:
    """The paragraphs and headings of a fragment, in order; scripts, pictures and their captions are left out."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    reader.end_block()
    return iter(reader.pieces)


class _Reader(HTMLParser):
    """Gathers words and cuts them where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._kind: PieceKind = "paragraph"
        self._silent = 0

    def end_block(self) -> None:
        """Takes what was gathered as one piece."""
        words = " ".join("".join(self._words).split())
        if words:
            self.pieces.append(Piece(self._kind, words))
        self._words = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag in _BLOCKS:
            self.end_block()
            self._kind = "heading" if tag in _HEADINGS else "paragraph"

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag in _BLOCKS:
            self.end_block()
            self._kind = "paragraph"

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)
