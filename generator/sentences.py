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
#: Code points at the end of a sentence in which its end mark and the marks and spaces behind it stand.
_LONGEST_END = 20
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
    doc, text, found = passage.doc, passage.doc.text, list[Sentence]()
    first, count, run, torn = 0, 0, 0, False
    # the same as the ends of doc.sents, which costs as much as all the rest here
    lasts = [*(doc.to_array("SENT_START")[1:] == 1).nonzero()[0].tolist(), len(doc) - 1]
    for last in lasts:
        count += 1
        is_last = last + 1 == len(doc)
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        while run < len(runs) and runs[run].end < passage.start + end:
            run += 1
        # the closing mark stands behind the run: a border right before it cuts too
        quoting = run < len(runs) and runs[run].start <= passage.start + end and not (is_last and runs[run].closed)
        runs_on = not _TERMINAL.search(text, max(start, end - _LONGEST_END), end)
        runs_on = runs_on or (not is_last and _continues(doc[last + 1].text))
        if not is_last and (runs_on or (quoting and count < _LONGEST_QUOTATION)):
            continue
        piece = text[start:end].strip()
        if piece:
            begin = passage.start + text.index(piece, start)
            whole = not (runs_on or quoting or torn)
            found.append(Sentence(begin, begin + len(piece), doc[first : last + 1], whole))
        first, count, torn = last + 1, 0, quoting
    return tuple(found)


def _continues(following: str) -> bool:
    """True if a word cannot open a sentence: "the U.S. | government", a mark that closes what stands before."""
    return following[:1].islower() or bool(_LEADING_CLOSERS.match(following))
