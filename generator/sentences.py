"""Whole sentences of a passage: the parser's borders, repaired where they cut a sentence or a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.nlp import Passage

if TYPE_CHECKING:
    from generator.nlp import Span

_CLOSERS = "\"”’'»)]"
_TERMINAL = re.compile(rf"[.!?…][{re.escape(_CLOSERS)}\s]*$")
_LEADING_CLOSERS = re.compile(r"[”»)\]]+")
#: A quotation of more sentences than this is not worth keeping whole: it is left out instead.
_LONGEST_QUOTATION = 6


class Sentence(NamedTuple):
    """A whole sentence. Offsets are those of the article's text."""

    start: int
    end: int
    tokens: Span
    """The parsed words, for rules that look at grammar."""
    whole: bool
    """False where it has no end mark or a quotation in it does not end with it."""


def sentences(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage in order; a quotation of several sentences stays in one piece."""
    doc, found = passage.doc, list[Sentence]()
    first, count, marks = 0, 0, _Marks()
    borders = [span.end for span in doc.sents]
    for number, border in enumerate(borders):
        piece = doc[first:border]
        marks.read(doc[borders[number - 1] if number else 0 : border].text)
        count += 1
        last = number + 1 == len(borders)
        runs_on = not _TERMINAL.search(piece.text) or _continues(doc[border].text if not last else "")
        if not last and (runs_on or (marks.open and count < _LONGEST_QUOTATION)):
            continue
        sentence = _sentence(passage, piece, whole=not runs_on and not marks.open)
        if sentence is not None:
            found.append(sentence)
        first, count = border, 0
        if marks.open:
            marks = _Marks()
    return tuple(found)


def _continues(following: str) -> bool:
    """True if a word cannot open a sentence: "the U.S. | government", a mark that closes what stands before."""
    return following[:1].islower() or bool(_LEADING_CLOSERS.match(following))


def _sentence(passage: Passage, piece: Span, whole: bool) -> Sentence | None:
    text = piece.text
    left = len(text) - len(text.lstrip())
    start = passage.start + piece.start_char + left
    text = text.strip()
    return Sentence(start, start + len(text), piece, whole) if text else None


class _Marks:
    """Counts quotation marks as a passage is read; apostrophes and feet do not count.

    >>> marks = _Marks(); marks.read('He said: “We won.'); marks.open
    True
    """

    def __init__(self) -> None:
        self._curly = 0
        self._straight = 0

    @property
    def open(self) -> bool:
        """True between an opening mark and its closing one, of whichever shape."""
        return self._curly + self._straight > 0

    def read(self, text: str) -> None:
        for match in re.finditer(r"[“”«»\"]", text):
            mark = match.group()
            if mark in "“«":
                self._curly += 1
            elif self._curly:
                # Mixed marks are common in scraped text: `“We won," he said.`
                self._curly -= 1
            elif mark == '"':
                self._straight = 0 if self._straight else 1
            elif self._straight:
                self._straight = 0
