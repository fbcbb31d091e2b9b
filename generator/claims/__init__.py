"""Statements that the article itself marks as unproven or contested, each with the words that mark it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from generator.claims.accusations import RULES as ACCUSATIONS
from generator.claims.assertions import RULES as ASSERTIONS
from generator.claims.context import Context, Marked, Row, contexts
from generator.claims.denials import RULES as DENIALS
from generator.claims.evidence import RULES as EVIDENCE
from generator.claims.hearsay import RULES as HEARSAY
from generator.claims.questions import RULES as QUESTIONS
from generator.clauses import Span, balanced
from generator.identity import item_id
from generator.model import Article, Claim, ClaimKind, Slice
from generator.nlp import Passage, Reading
from generator.quotes.marks import find_runs
from generator.quotes.spans import merged, overlaps, touches
from generator.said import Said
from generator.statements import understood_alone

STRENGTH: tuple[ClaimKind, ...] = ("without_evidence", "unverified", "denied", "unclear", "alleged")
"""What is kept of two marks on one statement: the earlier of these."""
NOBODY = frozenset({"it", "its", "who", "whose", "which", "that", "whom", "there"})
"""What names no speaker where it is not resolved."""
RULES: tuple[Row, ...] = (*EVIDENCE, *QUESTIONS, *DENIALS, *ASSERTIONS, *ACCUSATIONS, *HEARSAY)
"""Of two rules that mark one statement alike, or find one marker, the first has it."""


def find_claims(article: Article, reading: Reading, said: Said) -> tuple[Claim, ...]:
    """All marked claims in text order, one a statement: the strongest kind, then the first rule, has it.

    What stands inside quotation marks is marked by whoever is quoted, not by the article.
    """
    quoted = merged((run.start, run.end) for run in find_runs(reading.passages))
    passages = {passage.start: passage for passage in reading.passages}
    starts = sorted(passages)
    found: dict[Span, Claim] = {}
    for context in contexts(reading, said):
        taken: set[Span] = set()
        denied: list[Span] = []
        for name, marked in _marked(context):
            if marked.marker in taken or overlaps(marked.marker, quoted):
                continue
            if name in ("allegation", "rumour") and touches(marked.marker, denied):
                continue
            passage = passages[starts[bisect_right(starts, marked.claim[0]) - 1]]
            span = _statement(passage, marked.claim)
            if span is None or (span in found and _weaker(marked.kind, found[span].kind)):
                continue
            taken.add(marked.marker)
            if marked.kind == "denied":
                # "She denied the allegation that he fled." is one statement.
                denied.append(span)
            found[span] = _claim(article, context, marked._replace(claim=span), name, said)
    return tuple(sorted(found.values(), key=lambda claim: (claim.start, claim.end)))


def _marked(context: Context) -> Iterator[tuple[str, Marked]]:
    """What the rules find in a sentence, by the order of the rules, then of the text."""
    by_word = _by_word(RULES)
    words: set[tuple[int, int]] = set()
    for token in context.sentence:
        for word in (token.lower_, token.lemma_.lower()):
            if word in by_word:
                words.update((number, token.i) for number in by_word[word])
    for number, index in sorted(words):
        name, _, rule = RULES[number]
        for marked in rule(context, context.passage.doc[index]):
            yield name, marked


@cache
def _by_word(rules: tuple[Row, ...]) -> dict[str, tuple[int, ...]]:
    """Word or lemma -> the numbers of the rules that look at it."""
    words = {word for _, some, _ in rules for word in some}
    return {word: tuple(number for number, (_, some, _) in enumerate(rules) if word in some) for word in words}


def _statement(passage: Passage, span: Span) -> Span | None:
    """Where a statement begins and ends for a reader."""
    whole = understood_alone(passage, span)
    return balanced(passage, _without_that(passage, whole)) if whole is not None else None


def _without_that(passage: Passage, span: Span) -> Span:
    """ "its claim that | the bridge fell": with and without the word it is one statement."""
    words = passage.doc.char_span(span[0] - passage.start, span[1] - passage.start, alignment_mode="expand")
    if words is None or len(words) < 2 or words[0].lower_ != "that" or words[0].dep_ != "mark":
        return span
    return passage.start + words[1].idx, span[1]


def _weaker(kind: ClaimKind, other: ClaimKind) -> bool:
    """True if `kind` says no more against a statement than `other`, which was found first."""
    return STRENGTH.index(kind) >= STRENGTH.index(other)


def _claim(article: Article, context: Context, marked: Marked, rule: str, said: Said) -> Claim:
    start, end = marked.claim
    source = marked.reported.source if marked.reported is not None else marked.source
    speaker = said.resolve(source, "claim") if source is not None else said.speaker(*marked.marker, "claim")
    vague = NOBODY if source is not None else NOBODY | {"they"}
    if speaker is not None and speaker.actor is None and speaker.name.casefold() in vague:
        speaker = None
    return Claim(
        id=item_id("c", article.seed.sha256, [(start, end), marked.marker]),
        start=start,
        end=end,
        text=article.text[start:end],
        rule=rule,
        kind=marked.kind,
        marker=Slice(start=marked.marker[0], end=marked.marker[1], text=article.text[slice(*marked.marker)], rule=rule),
        speaker=speaker,
        paragraph=context.passage.number,
    )
