"""The lines below the head: paragraphs, credit, and what stands after the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.clean import Removed
from generator.credit import credit_start, lines_taken, shown
from generator.lines import Line
from generator.model import Paragraph, Slice

CLOSING = 8
"""Lines; a credit that is a sentence ("... contributed to this report") stands no further from the end."""
MOST_LINES = 12
"""A credit with one name a line has no more lines."""
WIDEST = 132
"""Characters; wider lines were not wrapped by hand or by a mail program."""

LONGEST_TEASER = 25
"""Words; a longer sentence belongs to the article, not to a list of others below it."""

_MAY_BE_CREDIT = re.compile(
    r"report|files|writ|edit|compil|contribut|transl|photo|graphics|information|material|input", re.I
)
_CORRECTION = re.compile(r"(?:correction|clarification|editor'?s note|note)\b", re.IGNORECASE)
_LIST_ABOVE = re.compile(r"(?:sources?|references|further reading|related(?: links)?|tags|topics):", re.IGNORECASE)
_BULLET = re.compile("[\u2022\u00b7*\u25cf\u25aa-] ?|\\d{1,2}[.)] ")


@dataclass(frozen=True, slots=True)
class Span:
    """A line of the body, or the part of it that a credit left."""

    start: int
    end: int
    line: Line


@dataclass(frozen=True, slots=True)
class Body:
    """The body taken apart."""

    spans: tuple[Span, ...]
    credit: tuple[Slice, ...]
    removed: tuple[Removed, ...]


def read_body(text: str, lines: Sequence[Line], furniture: Sequence[Removed], *, whole: bool = False) -> Body:
    """Takes the credit off, and what follows it; `whole` if the format says that all lines belong to the article."""
    spans, credit, closing = _take_credit(text, lines)
    removed: list[Removed] = []
    if credit and closing is not None:
        kept = []
        last = _cut_after(spans, closing, furniture)
        for span in spans:
            if last is not None and span.start > last and not _CORRECTION.match(span.line.text):
                removed.append(Removed(replace(span.line, start=span.start, end=span.end), "after-credit"))
            else:
                kept.append(span)
        spans = kept
        if last is not None:
            credit = [line for line in credit if line.start <= last or not removed]
    if whole:
        return Body(spans=tuple(spans), credit=tuple(credit), removed=tuple(removed))
    cut = _where_lists_begin(spans)
    removed += [Removed(replace(span.line, start=span.start, end=span.end), "below-article") for span in spans[cut:]]
    spans = spans[:cut]
    while spans and _is_trailing_label(spans):
        removed.append(Removed(spans.pop().line, "below-body"))
    return Body(spans=tuple(spans), credit=tuple(credit), removed=tuple(removed))


def _take_credit(text: str, lines: Sequence[Line]) -> tuple[list[Span], list[Slice], int | None]:
    """(what is left, the credit lines, where the first closing credit ends)."""
    spans: list[Span] = []
    credit: list[Slice] = []
    closing: int | None = None
    skip = 0
    for i, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        start, end = line.start, line.end
        near_end = i >= len(lines) - CLOSING
        if taken := _lines_taken(lines, i):
            end, skip, near_end = lines[i + taken].end, taken, True
        at = _credit_at(text[start:end], near_end) if (_MAY_BE_CREDIT.search(line.text) or near_end) else None
        if at is None:
            spans.append(Span(start, end, line))
            continue
        credit.append(Slice(start=start + at, end=end, text=text[start + at : end], rule="credit"))
        closing = end if closing is None else closing
        if at:
            spans.append(Span(start, start + len(text[start : start + at].rstrip()), line))
    return spans, credit, closing


def _lines_taken(lines: Sequence[Line], i: int) -> int:
    """How many lines below a line belong to its credit: "With reporting by" / "TASS and Interfax"."""
    may_be = i >= len(lines) - CLOSING - MOST_LINES or _OPENS.match(lines[i].text)
    return lines_taken(lines, i) - 1 if may_be else 0


def _credit_at(text: str, near_end: bool) -> int | None:
    """Where in a line its credit starts; far from the end only whole lines that open with a cue count."""
    words, offsets = shown(text)
    at = credit_start(words) if near_end else (0 if _OPENS.match(words) and credit_start(words) == 0 else None)
    return None if at is None else offsets[at]


_OPENS = re.compile(
    r"[(\[\s\u2013\u2014-]*"
    r"(?:with |additional |reporting (?:by|from)|based on reporting|writing by|editing by|compiled by)",
    re.IGNORECASE,
)


def _cut_after(spans: Sequence[Span], closing: int, furniture: Sequence[Removed]) -> int | None:
    """Where the article ends, if the first closing credit ends it: little prose follows, or other headlines do."""
    below = [span for span in spans if span.start > closing]
    if not below:
        return None
    before = sum(span.line.words for span in spans if span.start < closing and span.line.is_prose)
    after = sum(span.line.words for span in below if span.line.is_prose)
    if after * 3 <= before:
        return closing
    first = below[0].start
    if any(closing < r.line.start < first and r.rule in ("section-label", "related-link") for r in furniture):
        return closing
    return None


def _where_lists_begin(spans: Sequence[Span]) -> int:
    """Index of the first line of a list of other articles at the end: headlines and names with hardly a sentence."""
    prose = sum(span.line.is_prose for span in spans)
    labels = sentences = 0
    cut = len(spans)
    for i in range(len(spans) - 1, 0, -1):
        line = spans[i].line
        if line.ends_sentence or _BULLET.match(line.text) or line.text[-1] in '"\u201d:' or line.words > 25:
            sentences += 1
        else:
            labels += 1
            if labels >= 4 and labels >= 2 * sentences and spans[i - 1].line.ends_sentence:
                cut = i
        if line.words >= LONGEST_TEASER and line.ends_sentence:
            break
    before = sum(span.line.is_prose for span in spans[:cut])
    return cut if before >= 5 and before * 2 >= prose else len(spans)


def _is_trailing_label(spans: Sequence[Span]) -> bool:
    """True if the last line is no sentence: "Topics", "Sources:", a headline of another article."""
    line = spans[-1].line
    if len(spans) > 1 and _LIST_ABOVE.fullmatch(line.text):
        return True
    return (
        len(spans) > 1
        and spans[-1].end == line.end
        and not line.ends_sentence
        and line.words <= 14
        and not _BULLET.match(line.text)
        and line.text[0] not in "\"\u201c'\u2018<"
        and line.text[-1] not in '"\u201d:>'
        and any(span.line.is_prose for span in spans[:-1][-30:])
    )


def read_paragraphs(spans: Sequence[Span], headings: Sequence[int] = ()) -> tuple[Paragraph, ...]:
    """Paragraphs in order; lines that were wrapped at a width are one paragraph."""
    width = _wrap_width([span.line for span in spans])
    marked = frozenset(headings)
    out: list[Paragraph] = []
    group: list[Span] = []
    for span in spans:
        if group and not _continues(group[-1], span, width):
            out.append(_paragraph(group, len(out) + 1, marked))
            group = []
        group.append(span)
    if group:
        out.append(_paragraph(group, len(out) + 1, marked))
    return tuple(out)


def _paragraph(group: Sequence[Span], number: int, headings: frozenset[int]) -> Paragraph:
    words = sum(span.line.words for span in group)
    last = group[-1].line
    subhead = (
        not last.ends_sentence and words <= 14 and last.text[-1] not in '"\u201d:;,' and not _BULLET.match(last.text)
    )
    question = len(group) == 1 and last.text.endswith("?") and words <= 10 and last.text[0] not in "\"\u201c'\u2018"
    is_subhead = group[0].start in headings if headings else subhead or question
    return Paragraph(start=group[0].start, end=group[-1].end, number=number, kind="subhead" if is_subhead else "body")


def _continues(above: Span, below: Span, width: int | None) -> bool:
    """True if two lines are one paragraph."""
    if not _adjoin(above.line, below.line) or above.line.end != above.end:
        return False
    if not above.line.ends_sentence and below.line.text[0].islower():
        return True
    return width is not None and not _fits(above.line, below.line, width) and len(below.line.text) <= width


def _adjoin(above: Line, below: Line) -> bool:
    """True if two lines stand in one block with nothing between them."""
    return above.block == below.block and below.number == above.number + 1


def _fits(above: Line, below: Line, width: int) -> bool:
    """True if the first word of the line below would have fitted on the line above."""
    return len(above.text) + 1 + len(below.text.split(" ", 1)[0]) <= width


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the text was wrapped; None if it was not: its lines are paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjoin(a, b)]
    if len(pairs) < 3:
        return None
    width = max(len(line.text) for pair in pairs for line in pair)
    if width > WIDEST or width < 40:
        return None
    full = sum(not _fits(a, b, width) for a, b in pairs)
    midway = sum(not a.ends_sentence for a, _ in pairs)
    return width if full * 10 >= len(pairs) * 7 and midway * 2 >= len(pairs) else None
