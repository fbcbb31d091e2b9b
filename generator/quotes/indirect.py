"""Reported clauses without marks: the parse alone says where they begin and end, so only plain cases are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.attribution import Attribution, find_attributions
from generator.nlp import Passage
from generator.quotes.candidate import Candidate
from generator.quotes.marks import MARK, Run
from generator.quotes.spans import Span, merged, overlaps

RULES = {"clause": 0.73, "aside": 0.72, "according-to": 0.64}
"""Which rules of attribution are taken, and the share of their clauses found right on 200 articles for training."""
#: Words of a reported clause, in code points; shorter ones are "so" and "yes".
MIN_LENGTH = 20
HYPHENATED = re.compile(r"\w[-\u2010\u2011]\w")
#: "I think" and "you say" report nobody.
NOBODY = frozenset(
    {"i", "it", "many", "nobody", "one", "people", "some", "that", "there", "this", "we", "which", "you"}
)


def find_indirect(
    text: str, passages: Iterable[Passage], runs: tuple[Run, ...], taken: Iterable[Span]
) -> Iterator[Candidate]:
    """Reported clauses of the body that hold no mark and do not overlap `taken`; the outer one of two."""
    busy = merged([*taken, *((run.start, run.end) for run in runs)])
    for passage in passages:
        if passage.kind != "body":
            continue
        at = 0
        for found in find_attributions(passage):
            if found.rule not in RULES or found.content[0] < at or not _is_plain(text, found, busy):
                continue
            spans = tuple(_around(found))
            if spans and sum(end - start for start, end in spans) >= MIN_LENGTH:
                at = max(found.content[1], found.cue[1])
                yield Candidate(
                    spans=spans,
                    speaker=found.source,
                    rule=f"reported-{found.rule}",
                    confidence=RULES[found.rule],
                    cue=found.cue,
                    lemma=found.lemma,
                    via=found.via,
                )


def _is_plain(text: str, found: Attribution, busy: list[Span]) -> bool:
    """True for a clause without marks whose speaker is somebody."""
    source = text[found.source[0] : found.source[1]].lower()
    if MARK.search(text, *found.content) or source in NOBODY:
        return False
    if is_half(text, *found.content) or is_half(text, *found.source):
        return False
    return not overlaps(found.content, busy)


def is_half(text: str, start: int, end: int) -> bool:
    """True for a span that begins or ends within a hyphenated word.

    >>> is_half("The e-tailer said", 6, 12), is_half("The e-tailer said", 4, 12)
    (True, False)
    """
    return HYPHENATED.match(text, max(0, start - 2)) is not None or HYPHENATED.match(text, max(0, end - 1)) is not None


def _around(found: Attribution) -> Iterator[Span]:
    """The clause without a cue that stands in its middle: "The bridge, officials said, was old." """
    start, end = found.content
    first = min(found.source[0], found.cue[0])
    after = max(found.source[1], found.cue[1], found.via[1] if found.via else 0)
    if first >= end or after <= start:
        yield start, end
        return
    if start < first:
        yield start, first
    if after < end:
        yield after, end
