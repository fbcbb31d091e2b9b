"""The lines below the head: paragraphs, credit, and what stands after the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.clean import Removed
from generator.closing import CLOSING_RULES, OTHER_ARTICLES, Ending
from generator.credit import credit_start, lines_taken, shown
from generator.credit.agencies import Register, builtin
from generator.lines import Line
from generator.model import Slice
from generator.paragraphs import Span

CLOSING = 8
"""Lines; a credit that is a sentence ("... contributed to this report") stands no further from the end."""
MOST_LINES = 12
"""A credit with one name a line has no more lines."""

_MAY_BE_CREDIT = re.compile(
    r"report|files|writ|edit|compil|contribut|transl|photo|graphics|information|material|input", re.I
)
_OPENS = re.compile(
    r"[(\[\s\u2013\u2014-]*"
    r"(?:with |additional |reporting (?:by|from)|based on reporting|writing by|editing by|compiled by)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Body:
    """The body taken apart."""

    spans: tuple[Span, ...]
    credit: tuple[Slice, ...]
    removed: tuple[Removed, ...]


def read_body(
    text: str,
    lines: Sequence[Line],
    furniture: Sequence[Removed],
    title: Line | None = None,
    *,
    whole: bool = False,
    off: Collection[str] = (),
    register: Register | None = None,
) -> Body:
    """Takes the credit off, and what follows the article; `whole` if the format says that all lines belong to it.

    `title` is the line of the title if it is one of the text; `off` names rules that are not applied;
    `register` holds the agencies that credit lines may name (default: ours).
    """
    spans, credit, closing = _take_credit(text, lines, register or builtin())
    ending = Ending(furniture, title, closing)
    removed: list[Removed] = []
    for name, rule, is_gentle in CLOSING_RULES:
        if name in off or (whole and not is_gentle):
            continue
        out = frozenset(rule(spans, ending))
        removed += [_removed(span, name) for i, span in enumerate(spans) if i in out]
        spans = [span for i, span in enumerate(spans) if i not in out]
    after = min((r.line.start for r in removed if r.rule in OTHER_ARTICLES), default=len(text))
    removed += [_removed(span, "after-credit") for span in credit if span.start > after]
    own = [span for span in credit if span.start < after]
    slices = (Slice(start=span.start, end=span.end, text=text[span.start : span.end], rule="credit") for span in own)
    return Body(spans=tuple(spans), credit=tuple(slices), removed=tuple(removed))


def _removed(span: Span, rule: str) -> Removed:
    return Removed(replace(span.line, start=span.start, end=span.end), rule)


def _take_credit(text: str, lines: Sequence[Line], register: Register) -> tuple[list[Span], list[Span], int | None]:
    """(what is left, the credit lines, where the first closing credit ends)."""
    spans: list[Span] = []
    credit: list[Span] = []
    closing: int | None = None
    skip = 0
    for i, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        start, end = line.start, line.end
        near_end = i >= len(lines) - CLOSING
        if taken := _lines_taken(lines, i, register):
            end, skip, near_end = lines[i + taken].end, taken, True
        may_be = near_end or _MAY_BE_CREDIT.search(line.text)
        at = _credit_at(text[start:end], near_end, register) if may_be else None
        if at is None:
            spans.append(Span(start, end, line))
            continue
        credit.append(Span(start + at, end, line))
        closing = end if closing is None else closing
        if at:
            spans.append(Span(start, start + len(text[start : start + at].rstrip()), line))
    return spans, credit, closing


def _lines_taken(lines: Sequence[Line], i: int, register: Register) -> int:
    """How many lines below a line belong to its credit: "With reporting by" / "TASS and Interfax"."""
    may_be = i >= len(lines) - CLOSING - MOST_LINES or _OPENS.match(lines[i].text)
    return lines_taken(lines, i, register) - 1 if may_be else 0


def _credit_at(text: str, near_end: bool, register: Register) -> int | None:
    """Where in a line its credit starts; far from the end only whole lines that open with a cue count."""
    words, offsets = shown(text)
    if not near_end and not _OPENS.match(words):
        return None
    at = credit_start(words, register)
    return None if at is None or (at and not near_end) else offsets[at]
