"""The lines above the body: title, deck, byline, dateline, and the furniture between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.clean import Removed
from generator.lines import Line, visible

FURTHEST = 40
"""Lines; the body starts within so many lines of furniture-free text."""
LONGEST_TITLE = 30
"""Words; a longer first line is a paragraph."""
LONGEST_SENTENCE_TITLE = 22
"""Words; a longer first line that ends with a full stop is a paragraph."""

_NAME = "(?:(?:[A-Z][\\w.'\u2019-]*|de|la|van|von|der|bin|al|el|da|di|du|le)(?: |$))"
_BYLINE = re.compile(
    r"(?:by|written by|story by|reported by|words by|byby|text by)\b:?\s*(?P<names>.{0,160})", re.IGNORECASE
)
_BARE_NAMES = re.compile(rf"{_NAME}{{2,5}}(?:(?:, |and |& ){_NAME}{{2,5}}){{0,4}}")
_NAME_AND_OUTLET = re.compile(rf"{_NAME}{{2,4}}(?:\u00b7|\\||/|,) ?[A-Z].{{1,60}}")
_JOB = re.compile(
    r"(?:.{0,40} )?(?:reporter|correspondent|editor|writer|journalist|columnist|producer|staff)s?(?: ?follow)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body."""

    title: Line | None = None
    title_rule: str = ""
    deck: Line | None = None
    deck_rule: str = ""
    byline: Line | None = None
    removed: tuple[Removed, ...] = ()
    body: int = 0
    """Index of the first line of the body."""


@dataclass(slots=True)
class _Finding:
    removed: list[Removed] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def remove(self, lines: Sequence[Line], index: int, rule: str) -> None:
        self.taken.add(index)
        self.removed.append(Removed(lines[index], rule))


def read_head(
    lines: Sequence[Line], furniture: Sequence[Removed], known_title: str | None, headings: Sequence[int] = ()
) -> Head:
    """Takes the head off the lines that cleaning kept.

    `furniture` is what cleaning removed, `known_title` what the metadata says,
    `headings` are the offsets of lines that the format marks so.
    """
    if not lines:
        return Head()
    title, rule = _title(lines, known_title, headings)
    finding = _Finding()
    start = 0
    if title is not None:
        for i in range(title):
            if not lines[i].is_prose or title < 4:
                finding.remove(lines, i, "above-title")
        start = title + 1
    body = _body_start(lines, start, furniture, title is not None)
    deck, deck_rule, byline = _between(lines, start, body, lines[title] if title is not None else None, finding)
    return Head(
        title=lines[title] if title is not None else None,
        title_rule=rule,
        deck=lines[deck] if deck is not None else None,
        deck_rule=deck_rule,
        byline=lines[byline] if byline is not None else None,
        removed=tuple(finding.removed),
        body=body,
    )


def _title(lines: Sequence[Line], known_title: str | None, headings: Sequence[int]) -> tuple[int | None, str]:
    """Index of the title and the rule that found it."""
    near = lines[:FURTHEST]
    if known_title is not None:
        wanted = visible(known_title).casefold()
        for i, line in enumerate(near):
            if line.text.casefold() == wanted:
                return i, "metadata-title"
    if len(lines) < 2:
        return None, ""
    if lines[0].start in headings[:1]:
        return 0, "first-heading"
    for i, line in enumerate(near[:-1]):
        if line.text == near[i + 1].text and _may_be_title(line) and not line.ends_sentence:
            return i, "repeated-title"
        if line.is_prose:
            break
    for i, line in enumerate(near):
        if is_byline(line):
            continue
        if not _may_be_title(line):
            return None, ""
        if _is_label(line) and _title_follows(near, i):
            continue
        return i, "first-line"
    return None, ""


def _may_be_title(line: Line) -> bool:
    if line.ends_sentence and line.text[-1] not in "?!":
        return line.words <= LONGEST_SENTENCE_TITLE
    return line.words <= LONGEST_TITLE


def _is_label(line: Line) -> bool:
    """True of a line that may name a section: "Ask an Advisor"."""
    return line.words <= 3 and not line.ends_sentence


def _title_follows(lines: Sequence[Line], label: int) -> bool:
    """True if a longer headline stands right below a label."""
    if label + 1 >= len(lines):
        return False
    below = lines[label + 1]
    return (
        below.words >= 4
        and below.words > lines[label].words
        and not (below.ends_sentence and below.text[-1] == ".")
        and _may_be_title(below)
        and not is_byline(below)
        and below.text != (lines[label + 2].text if label + 2 < len(lines) else "")
    )


def is_byline(line: Line) -> bool:
    """True of "By Jane Doe", "Written by: Jane Doe"; never of a sentence that starts with "By"."""
    found = _BYLINE.fullmatch(line.text)
    if found is None and line.words <= 14 and not line.ends_sentence and _NAME_AND_OUTLET.fullmatch(line.text):
        return "\u00b7" in line.text or "/" in line.text or "|" in line.text
    if found is None or line.words > 16 or (line.ends_sentence and line.words > 8):
        return False
    names = found["names"]
    return not names or names[:1].isupper() or names[:1] in "@("


def _is_bare_byline(line: Line) -> bool:
    """True of a line that is nothing but one or more names: "Jane Doe and John Roe"."""
    if line.ends_sentence or line.text.isupper():
        return False
    return line.words <= 12 and _BARE_NAMES.fullmatch(line.text) is not None


def _body_start(lines: Sequence[Line], start: int, furniture: Sequence[Removed], titled: bool) -> int:
    """Index of the first line of the body, `start` if there is no head below the title."""
    marks = sorted(r.line.start for r in furniture if r.rule in _HEAD_MARKS)
    limit = min(len(lines), start + FURTHEST)
    first = next((i for i in range(start, limit) if lines[i].is_prose), start)
    if not titled:
        return start
    best, prose = first, 0
    for i in range(start, limit):
        line = lines[i]
        above = lines[i - 1].end if i else 0
        if any(above <= mark < line.start for mark in marks) and prose <= 2 and i > first:
            best = i
        if is_byline(line) and prose <= 2:
            best = i + 1
        if line.is_prose:
            prose += 1
        if prose > 2:
            break
    twice = next((i for i in range(start, min(limit, len(lines) - 1)) if lines[i].text == lines[i + 1].text), None)
    if twice is not None and twice <= best + 1:
        best = max(best, twice + 2)
    return best


_HEAD_MARKS = frozenset({"update-stamp", "share-button"})


def _between(
    lines: Sequence[Line], start: int, body: int, title: Line | None, finding: _Finding
) -> tuple[int | None, str, int | None]:
    """Sorts the lines between title and body into deck, byline and furniture; (deck, its rule, byline)."""
    deck: int | None = None
    byline: int | None = None
    deck_rule = ""
    for i in range(start, body):
        line = lines[i]
        before = lines[i - 1] if i > start else None
        if title is not None and line.text == title.text:
            finding.remove(lines, i, "repeated-title")
        elif before is not None and line.text == before.text:
            finding.remove(lines, i, "repeated-deck")
            deck_rule = "repeated" if deck == i - 1 else deck_rule
        elif deck is not None and line.text == lines[deck].text:
            finding.remove(lines, i, "repeated-deck")
        elif is_byline(line) or (_is_bare_byline(line) and byline is None and i > start - 1):
            if byline is None:
                byline = i
            else:
                finding.remove(lines, i, "byline")
        elif deck is None and line.words >= 5:
            deck, deck_rule = i, "below-title"
        else:
            finding.remove(lines, i, "above-body")
    return deck, deck_rule, byline
