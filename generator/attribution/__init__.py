"""Who says a clause: reporting cues, their subjects and the clauses they govern, from the dependency parse.

Quotes (the rules), figures and claims share it. Offsets are code points of the article's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.attribution.channels import according_object, clause_head, outer_speech, via_of
from generator.attribution.clauses import CUES, RULES, Reported, Rule
from generator.attribution.limits import MAX_HEADS, MAX_SENTENCE, is_wide, tokens_worth_parsing
from generator.attribution.subjects import noun_phrase, source_of, subject_of

if TYPE_CHECKING:
    from generator.nlp import Passage

__all__ = [
    "MAX_HEADS",
    "MAX_SENTENCE",
    "Attribution",
    "according_object",
    "clause_head",
    "find_attributions",
    "found_by",
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
    return found_by(RULES, CUES, passage)


def found_by(rules: tuple[tuple[str, Rule], ...], cues: frozenset[str], passage: Passage) -> tuple[Attribution, ...]:
    """What a table of rules finds at the words with one of the lemmas; a cue reports one clause, by the first rule."""
    found = []
    for token in tokens_worth_parsing(passage.doc):
        if token.lemma_.lower() not in cues:
            continue
        reported = next(filter(None, (rule(token) for _, rule in rules)), None)
        if reported is not None:
            found.append(_in_text(passage, reported))
    return tuple(sorted(found, key=lambda item: (item.content[0], -item.content[1], item.cue)))


def _in_text(passage: Passage, reported: Reported) -> Attribution:
    content, source, cue = (
        passage.span(passage.doc[start:end]) for start, end in (reported.content, reported.source, reported.cue)
    )
    via = passage.span(passage.doc[slice(*reported.via)]) if reported.via else None
    return Attribution(content, source, cue, reported.lemma, via, reported.rule)
