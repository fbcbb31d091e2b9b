"""What both ways of finding quotes, model and rules, hand on."""

from __future__ import annotations

from typing import NamedTuple

from generator.quotes.spans import Span


class Candidate(NamedTuple):
    """A quote before it is cut at its marks and given its speaker. Offsets are those of the article's text."""

    spans: tuple[Span, ...]
    """Sorted and disjoint: quoted runs, and the reporter's words that belong to them."""
    speaker: Span | None
    rule: str
    confidence: float | None = None
    cue: Span | None = None
    lemma: str = ""
    via: Span | None = None
