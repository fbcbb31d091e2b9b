"""The lines of a body -> its paragraphs: what is one paragraph, what is a subhead, what is a correction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.lines import Line
from generator.model import Paragraph, ParagraphKind

WIDEST = 132
"""Characters; wider lines were not wrapped by hand or by a mail program."""
LONGEST_SUBHEAD = 14
"""Words."""

BULLET = re.compile("[\u2022\u00b7*\u25cf\u25aa-] ?|\\d{1,2}[.)] ")
_TEXT = "(?:story|article|report|post|piece|page|column|headline|caption)"
_DAY = r"(?: ?\([^()]{3,40}\)|,? (?:on )?[a-z]{3,9}\.? \d{1,2}(?:, \d{4})?)"
_CORRECTION = re.compile(
    r"[*\[(_\u2022 ]*(?:"
    rf"(?:(?:corrections?|clarifications?|corrected|clarified|(?:an )?editors?'?s?'? notes?|errat(?:um|a)|note){_DAY}?"
    rf"|updated?{_DAY}) ?[:\u2013\u2014|-] ?\S"
    rf"|(?:this {_TEXT}|the (?:story|article))\b(?: (?:of|on|in|for) (?:this|the) [\w ]{{3,40}})?,? "
    r"(?:(?:has|have) been|was|were|is) (?:first |since |also )?"
    r"(?:updated|amended|corrected|edited|clarified|changed|modified|revised)\b"
    rf"|(?:an|a|the) (?:earlier|previous|original|prior) (?:version|edition|headline|caption)\b"
    rf"(?: (?:of|to|on|in|for|with) (?:this|the) {_TEXT}\b"
    r"|[^.]{0,30} (?:misstated|incorrectly|mistakenly|wrongly|misspelled)\b)"
    rf"|we have (?:amended|corrected|updated|clarified) (?:this|the) {_TEXT}\b"
    r")",
    re.IGNORECASE,
)
_LONGEST_CORRECTION = 150
"""Words."""


@dataclass(frozen=True, slots=True)
class Span:
    """A line of the body, or the part of it that a credit left."""

    start: int
    end: int
    line: Line


def is_correction(line: Line) -> bool:
    """True of a note of the editors: "Correction: ...", "This article was amended on March 4, 2031, ..."."""
    text = line.text[:400].replace("\u2019", "'")
    return line.words >= 4 and line.words <= _LONGEST_CORRECTION and _CORRECTION.match(text) is not None


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
    start, end = group[0].start, group[-1].end
    return Paragraph(start=start, end=end, number=number, kind=_kind(group, headings))


def _kind(group: Sequence[Span], headings: frozenset[int]) -> ParagraphKind:
    first, last = group[0].line, group[-1].line
    words = sum(span.line.words for span in group)
    subhead = (
        not last.ends_sentence
        and words <= LONGEST_SUBHEAD
        and last.text[-1] not in '"\u201d:;,'
        and not BULLET.match(last.text)
        and first.text[0] not in "\u2013\u2014"
    )
    question = len(group) == 1 and last.text.endswith("?") and words <= 10 and last.text[0] not in "\"\u201c'\u2018"
    if group[0].start in headings if headings else subhead or question:
        return "subhead"
    return "correction" if is_correction(first) else "body"


def _continues(above: Span, below: Span, width: int | None) -> bool:
    """True if two lines are one paragraph."""
    if not adjoin(above.line, below.line) or above.line.end != above.end:
        return False
    if not above.line.ends_sentence and below.line.text[0].islower():
        return True
    return width is not None and not _fits(above.line, below.line, width) and len(below.line.text) <= width


def adjoin(above: Line, below: Line) -> bool:
    """True if two lines stand in one block with nothing between them."""
    return above.block == below.block and below.number == above.number + 1


def _fits(above: Line, below: Line, width: int) -> bool:
    """True if the first word of the line below would have fitted on the line above."""
    return len(above.text) + 1 + len(below.text.split(" ", 1)[0]) <= width


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the text was wrapped; None if it was not: its lines are paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if adjoin(a, b)]
    if len(pairs) < 3:
        return None
    width = max(len(line.text) for pair in pairs for line in pair)
    if width > WIDEST or width < 40:
        return None
    full = sum(not _fits(a, b, width) for a, b in pairs)
    midway = sum(not a.ends_sentence for a, _ in pairs)
    return width if full * 10 >= len(pairs) * 7 and midway * 2 >= len(pairs) else None
