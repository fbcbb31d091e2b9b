"""Which quotation marks pair: passages -> the runs of text inside marks.

Marks are paired by what stands beside them, passage by passage; an odd mark spoils one run at most. Double marks are
those of DOUBLE and DOUBLED, mixed pairs included. Single marks count outside double ones, where they hold three words,
stand in the title, or are the article's own; one within double marks stays a letter, for nobody can tell it from an
apostrophe. In an article that quotes between single marks double ones are nested.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.nlp import Passage
from generator.quotes.names import is_name
from generator.quotes.spans import Span

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
#: How many closing single marks are looked at for one opening one.
MAX_POSSESSIVES = 6


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
    passages = tuple(passages)
    texts = [passage.doc.text for passage in passages]
    is_single = _is_single(texts)
    for index, (passage, text) in enumerate(zip(passages, texts, strict=True)):
        carried = bool(found) and found[-1].passage == index - 1 and not found[-1].closed
        doubles = list(_double_runs(text, carried))
        singles = list(_single_runs(text, 1 if is_single or passage.kind == "title" else MIN_SINGLE_WORDS))
        outer, inner = (singles, doubles) if is_single else (doubles, singles)
        runs = sorted([*outer, *_outside(inner, outer)])
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
    marks = [(mark.start(), mark.end()) for mark in MARK.finditer(text)]
    opened: int | None = None
    inner = False
    seen = False
    for number, (start, end) in enumerate(marks):
        if opened is None:
            if _is_measure(text, start, end):
                continue
            opens = _opens(text, start, end, is_open=False)
            if opens or not (text[start] == "\u201d" or _closes_for_sure(text, start, end)):
                opened = end
            elif (carried or text[start] == '"') and not seen:
                yield 0, start, True
            seen = True
        elif inner:
            inner = _opens(text, start, end, is_open=True)
        elif not _opens(text, start, end, is_open=True) or _is_misplaced(text, number, marks):
            yield opened, start, True
            opened = None
        else:  # an opening mark while one is open is nested, where two close behind it, or a slip
            inner = _closes_twice(text, number, marks)
    if opened is not None and opened < len(text):
        yield opened, len(text), False


def _opens(text: str, start: int, end: int, *, is_open: bool) -> bool:
    """True if the mark opens a quote: by its neighbours, else by its shape, else by what stood before."""
    may_open, may_close = _may_open(text, start), _may_close(text, end)
    if may_open != may_close:
        return may_open
    if text[start] in ONLY_OPENING:
        return True
    return not is_open and text[start] not in ONLY_CLOSING


def _may_open(text: str, start: int) -> bool:
    return (text[start - 1] if start else " ") in BEFORE_OPENING


def _may_close(text: str, end: int) -> bool:
    return (text[end] if end < len(text) else " ") in AFTER_CLOSING


def _closes_for_sure(text: str, start: int, end: int) -> bool:
    """True for a mark behind a comma or full stop whose opening one was forgotten: It was late," she said."""
    return not _may_open(text, start) and _may_close(text, end) and text[start - 1] in ",.!?"


def _is_measure(text: str, start: int, end: int) -> bool:
    """True for inches: a 9" pipe."""
    return text[start] == '"' and start > 0 and text[start - 1].isdigit() and text[end : end + 1] in {" ", ""}


def _is_misplaced(text: str, number: int, marks: list[tuple[int, int]]) -> bool:
    """True for a closing mark on the wrong side of a space, "It is cold, "said Roe: none closes behind it."""
    start = marks[number][0]
    if text[start] in ONLY_OPENING or text[max(0, start - 2) : start - 1] not in {",", "?", "!"}:
        return False
    return number + 1 == len(marks) or _opens(text, *marks[number + 1], is_open=False)


def _closes_twice(text: str, number: int, marks: list[tuple[int, int]]) -> bool:
    """True if the next two marks close: “They said “stay” and left,” he said."""
    behind = marks[number + 1 : number + 3]
    return len(behind) == 2 and not any(_opens(text, *mark, is_open=True) for mark in behind)


def _is_single(texts: list[str]) -> bool:
    """True for an article that quotes between single marks throughout, as many British papers do."""
    singles = doubles = 0
    for text in texts:
        runs = [run for run in _single_runs(text, 1) if _is_speech(text, *run[:2])]
        marks = ((mark.start(), mark.end(), True) for mark in MARK.finditer(text))
        doubles += sum(1 for _ in _outside(marks, runs))
        singles += len(runs)
    return singles * 2 > doubles


def _is_speech(text: str, start: int, end: int) -> bool:
    """True for three words, or for fewer that end as speech does: 'Never again,' he said."""
    return text[end - 1] in ",.!?" or len(text[start:end].split()) >= MIN_SINGLE_WORDS


def _single_runs(text: str, words: int) -> Iterator[tuple[int, int, bool]]:
    """Runs of at least `words` words between single marks: each opening mark with the next closing one."""
    closings = [mark.start() for mark in SINGLE_CLOSING.finditer(text)]
    number = after = 0
    for opening in SINGLE_OPENING.finditer(text):
        if opening.start() < after:
            continue
        while number < len(closings) and closings[number] <= opening.end():
            number += 1
        if number == len(closings):
            return
        closing = _real_closing(text, closings[number : number + MAX_POSSESSIVES])
        after = closing + 1
        if len(text[opening.end() : closing].split()) >= words:
            yield opening.end(), closing, True


def _real_closing(text: str, closings: list[int]) -> int:
    """The first mark that is no possessive, if it stands behind a comma or full stop: 'The dogs' home,' she said."""
    for closing in closings:
        if text[closing - 1] in ",.!?":
            return closing
        if text[closing - 1] != "s":
            break
    return closings[0]


def _outside(
    inner: Iterable[tuple[int, int, bool]], outer: list[tuple[int, int, bool]]
) -> Iterator[tuple[int, int, bool]]:
    """The runs that touch none of the outer ones; both in text order."""
    index = 0
    for run in inner:
        while index < len(outer) and outer[index][1] <= run[0]:
            index += 1
        if index == len(outer) or outer[index][0] >= run[1]:
            yield run
