"""Whole sentences of a passage: the parser's borders, repaired where they cut a sentence or a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.nlp import Passage
from generator.quotes.marks import Run

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
    """False where it has no end mark or holds a part of a quotation."""


def sentences(passage: Passage, runs: Sequence[Run]) -> tuple[Sentence, ...]:
    """The sentences of a passage in order; a quotation of several sentences stays in one piece.

    `runs` are the passage's own, in order, as `quotes.marks.find_runs` finds them.
    """
    doc, found = passage.doc, list[Sentence]()
    first, count, run, torn = 0, 0, 0, False
    borders = [span.end for span in doc.sents]
    for number, border in enumerate(borders):
        count += 1
        last = number + 1 == len(borders)
        at = passage.start + doc[border - 1].idx + len(doc[border - 1])
        while run < len(runs) and runs[run].end < at:
            run += 1
        # the closing mark stands behind the run: a border right before it cuts too
        quoting = run < len(runs) and runs[run].start <= at and not (last and runs[run].closed)
        piece = doc[first:border]
        runs_on = not _TERMINAL.search(piece.text) or _continues(doc[border].text if not last else "")
        if not last and (runs_on or (quoting and count < _LONGEST_QUOTATION)):
            continue
        sentence = _sentence(passage, piece, whole=not (runs_on or quoting or torn))
        if sentence is not None:
            found.append(sentence)
        first, count, torn = border, 0, quoting
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
