"""The spans of a quote as a page prints them: words, marks around them, and where words are left out."""

from __future__ import annotations

import re
from typing import Literal

from generator.model import Quote, QuoteSpan
from generator.render.shapes import Part

_SPACE = re.compile(r"\s+")


def quote_parts(text: str, quote: Quote) -> tuple[Part, ...]:
    """The spans of a quote with marks around each run of spoken words.

    Marks inside a run are the article's; a run ends where words stand between two spans.
    """
    spans = [span for span in quote.spans if span.quoted or quote.kind != "direct"]
    parts: list[Part] = []
    last: QuoteSpan | None = None
    for span in spans:
        gap = text[last.end : span.start] if last is not None else ""
        cut = any(char.isalnum() for char in gap)
        if last is not None and last.quoted and (cut or not span.quoted):
            parts.append(Part(kind="mark", text="”"))
        if last is not None:
            if cut:
                parts.append(Part(kind="cut"))
            elif last.quoted and span.quoted:
                parts.append(Part(kind="mark", text=_SPACE.sub(" ", gap)))
            elif any(char.isspace() for char in gap):
                parts.append(Part(kind="mark", text=" "))
        if span.quoted and (last is None or cut or not last.quoted):
            parts.append(Part(kind="mark", text="“"))
        kind: Literal["said", "told"] = "said" if span.quoted else "told"
        parts.append(Part(kind=kind, text=span.text, start=span.start, end=span.end))
        last = span
    if last is not None and last.quoted:
        parts.append(Part(kind="mark", text="”"))
    return tuple(parts)


def ranges_of(parts: tuple[Part, ...]) -> tuple[tuple[int, int], ...]:
    """First and last offset of each run of parts without a cut."""
    ranges: list[tuple[int, int]] = []
    cut = True
    for part in parts:
        if part.kind in ("said", "told"):
            ranges = [*ranges, (part.start, part.end)] if cut else [*ranges[:-1], (ranges[-1][0], part.end)]
        cut = part.kind == "cut" or (cut and part.kind == "mark")
    return tuple(ranges)
