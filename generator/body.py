"""The lines below the head: paragraphs, credit, and what stands after the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.clean import Removed
from generator.closing import CLOSING_RULES, OTHER_ARTICLES, Ending
from generator.credit import credit_start
from generator.lines import Line, visible_with_offsets
from generator.model import Slice
from generator.paragraphs import Span, adjoin

CLOSING = 8
"""Lines; a credit that is a sentence ("... contributed to this report") stands no further from the end."""

_MAY_BE_CREDIT = re.compile(
    r"report|files|writ|edit|compil|contribut|transl|photo|graphics|information|material|input", re.I
)
_CUE_ALONE = re.compile(r".{0,60}\b(?:by|from):?", re.IGNORECASE)
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
) -> Body:
    """Takes the credit off, and what follows the article; `whole` if the format says that all lines belong to it.

    `title` is the line of the title if it is one of the text; `off` names rules that are not applied.
    """
    spans, credit, closing = _take_credit(text, lines)
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


def _take_credit(text: str, lines: Sequence[Line]) -> tuple[list[Span], list[Span], int | None]:
    """(what is left, the credit lines, where the first closing credit ends)."""
    spans: list[Span] = []
    credit: list[Span] = []
    closing: int | None = None
    skip = False
    for i, line in enumerate(lines):
        if skip:
            skip = False
            continue
        start, end = line.start, line.end
        near_end = i >= len(lines) - CLOSING
        if _opens_alone(lines, i):
            end, skip = lines[i + 1].end, True
        at = _credit_at(text[start:end], near_end) if (_MAY_BE_CREDIT.search(line.text) or near_end) else None
        if at is None:
            spans.append(Span(start, end, line))
            continue
        credit.append(Span(start + at, end, line))
        closing = end if closing is None else closing
        if at:
            spans.append(Span(start, start + len(text[start : start + at].rstrip()), line))
    return spans, credit, closing


def _opens_alone(lines: Sequence[Line], i: int) -> bool:
    """True if the names stand on the line below their cue: "With reporting by" / "TASS and Interfax"."""
    if i + 1 >= len(lines) or not adjoin(lines[i], lines[i + 1]) or not _CUE_ALONE.fullmatch(lines[i].text):
        return False
    return credit_start(f"{lines[i].text} {lines[i + 1].text}") == 0


def _credit_at(text: str, near_end: bool) -> int | None:
    """Where in a line its credit starts; far from the end only whole lines that open with a cue count."""
    shown, offsets = visible_with_offsets(text)
    at = credit_start(shown) if near_end else (0 if _OPENS.match(shown) and credit_start(shown) == 0 else None)
    return None if at is None else offsets[at]
