"""Which quotation marks pair: passages -> the runs of text inside marks.

Marks are paired by what stands beside them, passage by passage; an odd mark spoils one run at most. Double marks are
those of DOUBLE and DOUBLED, mixed pairs included. Single marks count outside double ones, where they hold three words
or stand in the title; a single mark within double ones stays a letter, because nobody can tell it from an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.nlp import Passage
from generator.quotes.names import is_name

Span = tuple[int, int]

DOUBLE = '"\u201c\u201d\u201f\u201e\u00ab\u00bb'
DOUBLED = ("''", "``", "\u2019\u2019", "\u2018\u2018")
ONLY_OPENING = frozenset("\u201c\u201e\u201f\u00ab`\u2018")
ONLY_CLOSING = frozenset("\u201d\u00bb\u2019")
BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{-\u2013\u2014/:")
AFTER_CLOSING = frozenset(" \t\n\r\u00a0.,;:!?)]}-\u2013\u2014/")

MARK = re.compile("''|``|\u2019\u2019|\u2018\u2018|[" + DOUBLE + "]")
SINGLE_OPENING = re.compile(r"(?:(?<=[\s(:\u2014-])|^)['\u2018](?=[A-Za-z0-9$])")
SINGLE_CLOSING = re.compile(r"(?<=[A-Za-z0-9.,!?%\u2026])['\u2019](?=[\s.,;:!?)\u2014-]|$)")
MIN_SINGLE_WORDS = 3


class Run(NamedTuple):
    """A piece of text inside quotation marks, marks left out. Offsets are those of the article's text."""

    start: int
    end: int
    closed: bool
    """False if the passage ends before the closing mark."""
    passage: int
    """Index of its passage in the reading."""
    is_name: bool = False
    """True for a name or an attribute of markup: nobody's words."""


def find_runs(passages: Iterable[Passage]) -> tuple[Run, ...]:
    """The runs of all passages in text order; runs without a letter or digit are left out."""
    found: list[Run] = []
    for index, passage in enumerate(passages):
        text = passage.doc.text
        carried = bool(found) and found[-1].passage == index - 1 and not found[-1].closed
        doubles = list(_double_runs(text, carried))
        singles = _single_runs(text, MIN_SINGLE_WORDS if passage.kind != "title" else 1)
        runs = sorted([*doubles, *_outside(singles, doubles)])
        found += [
            Run(passage.start + start, passage.start + end, closed, index, is_name(text, start, end))
            for start, end, closed in runs
            if any(character.isalnum() for character in text[start:end])
        ]
    return tuple(found)


def cut_at_marks(text: str, start: int, end: int) -> Iterator[Span]:
    """The pieces of a span between its double quotation marks.

    >>> list(cut_at_marks('a "b" c', 0, 7))
    [(0, 2), (3, 4), (5, 7)]
    """
    for mark in MARK.finditer(text, start, end):
        if mark.start() > start:
            yield start, mark.start()
        start = mark.end()
    if start < end:
        yield start, end


def _double_runs(text: str, carried: bool) -> Iterator[tuple[int, int, bool]]:
    """Runs between double marks; `carried` says that the passage may begin inside a quote of the one before."""
    opened: int | None = None
    seen = False
    for mark in MARK.finditer(text):
        opens = _opens(text, mark.start(), mark.end(), is_open=opened is not None)
        if opened is None:
            if opens or mark.group() != "\u201d":
                opened = mark.end()
            elif carried and not seen:
                yield 0, mark.start(), True
            seen = True
        elif not opens:  # an opening mark while one is open is nested or a slip: stay open
            yield opened, mark.start(), True
            opened = None
    if opened is not None and opened < len(text):
        yield opened, len(text), False


def _opens(text: str, start: int, end: int, *, is_open: bool) -> bool:
    """True if the mark opens a quote: by its neighbours, else by its shape, else by what stood before."""
    may_open = (text[start - 1] if start else " ") in BEFORE_OPENING
    may_close = (text[end] if end < len(text) else " ") in AFTER_CLOSING
    if may_open != may_close:
        return may_open
    if text[start] in ONLY_OPENING:
        return True
    return not is_open and text[start] not in ONLY_CLOSING


def _single_runs(text: str, words: int) -> Iterator[tuple[int, int, bool]]:
    """Runs of at least `words` words between single marks: each opening mark with the next closing one."""
    closings = (mark.start() for mark in SINGLE_CLOSING.finditer(text))
    closing = next(closings, None)
    after = 0
    for opening in SINGLE_OPENING.finditer(text):
        if opening.start() < after:
            continue
        while closing is not None and closing <= opening.end():
            closing = next(closings, None)
        if closing is None:
            return
        after = closing + 1
        if len(text[opening.end() : closing].split()) >= words:
            yield opening.end(), closing, True


def _outside(
    singles: Iterable[tuple[int, int, bool]], doubles: list[tuple[int, int, bool]]
) -> Iterator[tuple[int, int, bool]]:
    """The single-marked runs that touch no double-marked one; both in text order."""
    index = 0
    for run in singles:
        while index < len(doubles) and doubles[index][1] <= run[0]:
            index += 1
        if index == len(doubles) or doubles[index][0] >= run[1]:
            yield run
