"""Who says a clause: reporting cues, their subjects and the clauses they govern, from the dependency parse.

Quotes (the rules), figures and claims share it. Offsets are code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution.channels import according_object, clause_head, outer_speech, via_of
from generator.attribution.clauses import RULES, Reported
from generator.attribution.limits import MAX_HEADS, MAX_SENTENCE, Tokens, is_wide, tokens_worth_parsing
from generator.attribution.subjects import noun_phrase, source_of, subject_of

if TYPE_CHECKING:
    from generator.nlp import Passage, Token

__all__ = [
    "MAX_HEADS",
    "MAX_SENTENCE",
    "Attribution",
    "according_object",
    "clause_head",
    "find_attributions",
    "is_wide",
    "noun_phrase",
    "outer_speech",
    "source_of",
    "subject_of",
    "tokens_worth_parsing",
    "via_of",
]

Span = tuple[int, int]


class Attribution(NamedTuple):
    """A reported clause."""

    content: Span
    """What is reported, from its first word to its last; a cue that stands in the middle is inside."""
    source: Span
    """Who reports it, as written."""
    cue: Span
    lemma: str
    via: Span | None
    rule: str


def find_attributions(passage: Passage) -> tuple[Attribution, ...]:
    """All reported clauses of a passage, in text order; of two that begin together the outer one is first."""
    found = [
        Attribution(
            _offsets(passage, reported.content),
            _offsets(passage, reported.source),
            _offsets(passage, reported.cue),
            reported.lemma,
            _offsets(passage, reported.via) if reported.via else None,
            reported.rule,
        )
        for token in tokens_worth_parsing(passage.doc)
        for reported in _first(token)
    ]
    return tuple(sorted(found, key=lambda item: (item.content[0], -item.content[1], item.cue)))


def _first(token: Token) -> Iterator[Reported]:
    for _, rule in RULES:
        reported = rule(token)
        if reported is not None:
            yield reported
            return


def _offsets(passage: Passage, tokens: Tokens) -> Span:
    return passage.span(passage.doc[tokens[0] : tokens[1]])
