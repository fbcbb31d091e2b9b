"""Who says a clause: reporting cues, their subjects and the clauses they govern, from the dependency parse.

Quotes (the rules), figures and claims share it.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.nlp import Passage

Span = tuple[int, int]


class Attribution(NamedTuple):
    """A reported clause. Offsets are those of the article's text."""

    content: Span
    """What is reported."""
    source: Span
    """Who reports it, as written."""
    cue: Span
    lemma: str
    via: Span | None
    rule: str


def find_attributions(passage: Passage) -> tuple[Attribution, ...]:
    """All reported clauses of a passage, outermost first, in text order."""
    return ()
