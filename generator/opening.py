"""Where the body of an article starts below its title."""

from __future__ import annotations

from collections.abc import Sequence

from generator.byline import is_bare_byline, is_byline, is_job
from generator.clean import Removed
from generator.dateline import read_dateline
from generator.lines import Line

FURTHEST = 40
"""Lines; the body starts within so many lines of furniture-free text."""
LONGEST_DECK = 20
"""Words; a name alone below more words of prose is a subhead, no byline."""

_HEAD_MARKS = frozenset({"update-stamp", "share-button", "comments-box"})
_BODY_MARKS = frozenset(
    {"related-link", "video-box", "photo-counter", "below-counter", "advertisement", "listed-link", "related-headline"}
)


def body_start(lines: Sequence[Line], start: int, furniture: Sequence[Removed], titled: bool) -> int:
    """Index of the first line of the body; `start` if no head stands above it."""
    end = min(len(lines), start + FURTHEST)
    if not titled:
        while start < end and (is_byline(lines[start]) or is_job(lines[start])):
            start += 1
        return start
    marks = _marks_above(lines, furniture, start, end)
    body = next((i for i in range(start, end) if _opens_body(lines, i)), start)
    prose = words = 0
    for i in range(start, end):
        line = lines[i]
        if i in marks and prose <= 1 and i > body:
            body = i
        if (is_byline(line) and prose <= 2) or (is_bare_byline(line) and prose <= 1 and words <= LONGEST_DECK):
            body = max(body, i + 1)
        elif body == i and is_job(line):
            body = i + 1
        elif i + 1 < end and line.text == lines[i + 1].text and i <= body + 1:
            body = max(body, i + 2)
        if line.is_prose and line.ends_sentence:
            prose, words = prose + 1, words + line.words
        if prose > 2:
            break
    while start < body < len(lines) and is_bullet(lines[body]) and is_bullet(lines[body - 1]):
        body += 1
    if _is_bullets_above_prose(lines, body, end):
        while is_bullet(lines[body]):
            body += 1
    return body


def _marks_above(lines: Sequence[Line], furniture: Sequence[Removed], start: int, end: int) -> frozenset[int]:
    """Indices of lines right above which stamps or buttons of a head were removed, and no boxes of a body.

    Where a head has them above its first sentence, those below it are buttons in the body, not the end of a deck.
    """
    if not end:
        return frozenset()
    marks: dict[int, str] = {}
    others: set[int] = set()
    i = 0
    for removed in sorted(furniture, key=lambda r: r.line.start):
        while i < end and lines[i].start < removed.line.start:
            i += 1
        if i == end:
            break
        if removed.rule in _HEAD_MARKS:
            marks[i] = removed.rule
        elif removed.rule in _BODY_MARKS:
            others.add(i)
    first = next((i for i in range(start, end) if lines[i].is_prose and lines[i].ends_sentence), end)
    in_head = frozenset(i for i in marks if i <= first and i not in others)
    return in_head or frozenset(i for i, rule in marks.items() if rule == "update-stamp" and i not in others)


def _opens_body(lines: Sequence[Line], i: int) -> bool:
    """True of the first sentence below a title; a long deck without a full stop is none."""
    line = lines[i]
    if read_dateline(line.text, 0, len(line.text)) is not None:
        return True
    if line.ends_sentence:
        return line.words >= 6 or (line.words >= 2 and not line.text.isupper())
    if line.text[-1] == ":":
        return line.words >= 4
    below = lines[i + 1] if i + 1 < len(lines) else None
    if below is not None and below.block == line.block and below.text[0].islower():
        return line.words >= 4
    is_deck = below is not None and below.block != line.block and line.words <= 40 and line.text[-1].isalnum()
    return line.is_prose and not is_deck


def _is_bullets_above_prose(lines: Sequence[Line], start: int, end: int) -> bool:
    """True if two or more bullets stand between the head and the first paragraph: "Key points"."""
    i = start
    while i < end and is_bullet(lines[i]):
        i += 1
    return i >= start + 2 and i < end and lines[i].is_prose


def is_bullet(line: Line) -> bool:
    """True of an item of a list."""
    return line.text[0] in "\u2022\u25cf\u25aa\u00b7"
