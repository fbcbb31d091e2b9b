"""The lines above the body: title, deck, byline, dateline, and the furniture between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.byline import is_bare_byline, is_byline, is_job
from generator.clean import Removed
from generator.dateline import read_dateline
from generator.lines import Line
from generator.model import Part
from generator.title import find_title, is_crowded

FURTHEST = 40
"""Lines; the body starts within so many lines of furniture-free text."""
LONGEST_DECK = 20
"""Words; a name alone below more words of prose is a subhead, no byline."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body."""

    title: Line | None = None
    title_rule: str = ""
    deck: Line | None = None
    deck_rule: str = ""
    byline: Line | None = None
    removed: tuple[Removed, ...] = ()
    body: tuple[Line, ...] = ()
    """The lines below it."""


@dataclass(slots=True)
class _Finding:
    deck: Line | None = None
    deck_rule: str = ""
    byline: Line | None = None
    removed: list[Removed] = field(default_factory=list)

    def remove(self, line: Line, rule: str) -> None:
        self.removed.append(Removed(line, rule))


def marked_lines(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[dict[str, Line], list[Removed], list[Line]]:
    """What the format marks: (lines of the head by their kind, furniture, the other lines)."""
    marks = {part.start: part for part in parts if part.kind != "heading"}
    marked: dict[str, Line] = {}
    furniture: list[Removed] = []
    others: list[Line] = []
    for line in lines:
        mark = marks.get(line.start)
        if mark is None:
            others.append(line)
        elif mark.kind == "furniture":
            furniture.append(Removed(line, mark.rule))
        else:
            marked[mark.kind] = line
    return marked, furniture, others


def marked_head(marked: Mapping[str, Line], body: Sequence[Line]) -> Head:
    """The head as the format has it, its title aside; all other lines are body."""
    return Head(deck=marked.get("deck"), deck_rule="metadata-deck", body=tuple(body))


def read_head(
    lines: Sequence[Line],
    furniture: Sequence[Removed],
    known_title: str | None = None,
    headings: Sequence[int] = (),
    titled: bool = False,
) -> Head:
    """Takes the head off the lines that cleaning kept.

    `furniture` is what cleaning removed, `known_title` what the metadata says, `headings` are the offsets of lines that
    the format marks so, `titled` is True if the title stands elsewhere.
    """
    title, rule = (None, "") if titled else find_title(lines, known_title, headings)
    finding = _Finding()
    above: list[Line] = []
    start = 0
    if title is not None:
        start = title + 1
        for i in range(title):
            if lines[i].is_prose and not is_crowded(lines, i, title):
                above.append(lines[i])
            elif is_byline(lines[i]) and finding.byline is None:
                finding.byline = lines[i]
            else:
                finding.remove(lines[i], "above-title")
    body = _body_start(lines, start, furniture, titled or title is not None)
    _sort_head(lines[start:body], lines[title] if title is not None else None, finding)
    return Head(
        title=lines[title] if title is not None else None,
        title_rule=rule,
        deck=finding.deck,
        deck_rule=finding.deck_rule,
        byline=finding.byline,
        removed=tuple(finding.removed),
        body=(*above, *lines[body:]),
    )


def _body_start(lines: Sequence[Line], start: int, furniture: Sequence[Removed], titled: bool) -> int:
    """Index of the first line of the body; `start` if no head stands above it."""
    end = min(len(lines), start + FURTHEST)
    if not titled:
        while start < end and (is_byline(lines[start]) or is_job(lines[start])):
            start += 1
        return start
    marks = _marks_above(lines, furniture, end)
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
    while start < body < len(lines) and _is_bullet(lines[body]) and _is_bullet(lines[body - 1]):
        body += 1
    if _is_bullets_above_prose(lines, body, end):
        while _is_bullet(lines[body]):
            body += 1
    return body


def _marks_above(lines: Sequence[Line], furniture: Sequence[Removed], end: int) -> frozenset[int]:
    """Indices of lines right above which stamps or buttons of a head were removed, and no boxes of a body."""
    if not end:
        return frozenset()
    marks: set[int] = set()
    others: set[int] = set()
    i = 0
    for removed in sorted(furniture, key=lambda r: r.line.start):
        while i < end and lines[i].start < removed.line.start:
            i += 1
        if i == end:
            break
        if removed.rule in _HEAD_MARKS:
            marks.add(i)
        elif removed.rule in _BODY_MARKS:
            others.add(i)
    return frozenset(marks - others)


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
    while i < end and _is_bullet(lines[i]):
        i += 1
    return i >= start + 2 and i < end and lines[i].is_prose


def _is_bullet(line: Line) -> bool:
    return line.text[0] in "\u2022\u25cf\u25aa\u00b7"


_BODY_MARKS = frozenset({"related-link", "video-box", "photo-counter", "below-counter", "advertisement", "listed-link"})
_HEAD_MARKS = frozenset({"update-stamp", "share-button", "comments-box"})


def _sort_head(lines: Sequence[Line], title: Line | None, finding: _Finding) -> None:
    """Sorts the lines between title and body into deck, byline and furniture."""
    above: Line | None = None
    for line in lines:
        if title is not None and line.text == title.text:
            finding.remove(line, "repeated-title")
        elif finding.deck is not None and line.text == finding.deck.text:
            finding.remove(line, "repeated-deck")
            finding.deck_rule = "repeated"
        elif above is not None and line.text == above.text:
            finding.remove(line, "repeated-caption")
        elif is_job(line):
            finding.remove(line, "job-title")
        elif is_byline(line) or is_bare_byline(line):
            if finding.byline is None:
                finding.byline = line
            else:
                finding.remove(line, "byline")
        elif _is_bullet(line):
            finding.remove(line, "key-points")
        elif finding.deck is None and (line.words >= 5 or (line.words >= 2 and line.ends_sentence)):
            finding.deck, finding.deck_rule = line, "below-title"
        else:
            finding.remove(line, "above-body")
        above = line
