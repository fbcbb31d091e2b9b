"""Statements without evidence: nobody offered any, there is none, or the article calls them unfounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.attribution import Attribution
from generator.claims.context import Context, Marked, Row
from generator.claims.grammar import doer, owner, subject
from generator.claims.scope import clause_from, noun_statement, phrase
from generator.clauses import Span, clause_span, trimmed_span
from generator.cues import CLAUSE_VERBS
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

_EVIDENCE = r"(?:evidence|proof)\b"
_GIVE = r"(?:offer|provid|giv|gave|cit|present|produc|show|suppl)"
_WITHOUT = re.compile(
    rf"\bwith(?:out|(?= (?:no|little)\b)) (?:(?:immediately|ever|any|no|little|offering|providing|presenting|giving|"
    rf"citing|producing|showing|supplying|publicly|credible|concrete|specific|direct|clear|further|supporting|"
    rf"up)\s){{0,4}}{_EVIDENCE}(?! of\b)",
    re.IGNORECASE,
)
_GAVE_NONE = re.compile(
    rf"\b(?:{_GIVE}\w* (?:no|little|scant)|(?:did|does|do|has|have|had)(?: not|n['’]t)"
    rf"(?: immediately| yet| publicly| so far)? {_GIVE}\w*(?: any)?) (?:\w+ ){{0,2}}?{_EVIDENCE}(?! of\b)",
    re.IGNORECASE,
)
_NONE_THERE = re.compile(rf"\bno (?:\w+ )?{_EVIDENCE}", re.IGNORECASE)
#: How far before its last word a marker may begin, in characters: "without immediately offering any evidence".
_LONGEST = 90
#: What may stand between "no evidence" and "that".
_SHOWING = frozenset({"to", "suggest", "show", "support", "prove", "indicate", "suggesting", "showing", "indicating"})
#: How many words behind "no proof" the claim may stand that it would have backed.
_BACKED = 8
_PROOF = frozenset({"evidence", "proof"})
_UNFOUNDED = frozenset({"unfounded", "baseless", "groundless", "unsubstantiated", "unsupported"})
_BEING = frozenset({"be", "remain", "prove"})


def _without_evidence(context: Context, word: Token) -> Iterator[Marked]:
    """ "The ministry claimed, without offering evidence, that the bridge was mined." """
    marker = _matched(context, _WITHOUT, word)
    if marker is None:
        return
    behind, verb = _clause_behind(context, word), word.head.head
    if behind is not None and verb.lemma_.lower() in CLAUSE_VERBS:
        # "The ministry claimed without evidence that the bridge was mined": the parser gives the clause to the noun.
        yield Marked(behind, marker, "without_evidence", source=phrase(context, doer(verb)))
        return
    told = _governing(context, marker)
    claim = _apart(context, told.content, marker) if told is not None else None
    if claim is not None:
        yield Marked(claim, marker, "without_evidence", told)


def _gave_none(context: Context, word: Token) -> Iterator[Marked]:
    """ "The ministry said the bridge was mined. It offered no evidence." "He gave no proof that it was mined." """
    marker = _matched(context, _GAVE_NONE, word)
    if marker is None:
        return
    claim = _clause_behind(context, word) or _claim_behind(context, word)
    told = None if claim is not None else _governing(context, marker) or context.before
    if claim is not None:
        giver = subject(word.head) if word.dep_ == "dobj" else None
        yield Marked(claim, marker, "without_evidence", source=phrase(context, giver))
    elif told is not None:
        yield Marked(told.content, marker, "without_evidence", told)


def _none_there(context: Context, word: Token) -> Iterator[Marked]:
    """ "There is no evidence that the bridge was mined." """
    marker = _matched(context, _NONE_THERE, word)
    claim = _clause_behind(context, word) if marker is not None else None
    if marker is not None and claim is not None:
        yield Marked(claim, marker, "without_evidence")


def _unfounded(context: Context, word: Token) -> Iterator[Marked]:
    """ "unfounded claims that the duke fled"; "The rumours that he fled are baseless." """
    noun: Token | None = word.head
    if word.dep_ == "acomp":
        noun = subject(word.head) if word.head.lemma_.lower() in _BEING else None
    elif word.dep_ != "amod":
        return
    if noun is None or noun.lemma_.lower() not in word_list("statement_nouns") | word_list("accusations"):
        return
    claim = noun_statement(context, noun) or clause_span(context.passage, noun)
    if claim is not None:
        yield Marked(claim, context.passage.token(word), "without_evidence", source=phrase(context, owner(noun)))


RULES: tuple[Row, ...] = (
    ("without-evidence", _PROOF, _without_evidence),
    ("gave-no-evidence", _PROOF, _gave_none),
    ("no-evidence", _PROOF, _none_there),
    ("unfounded", _UNFOUNDED, _unfounded),
)


# ---------------------------------------------------------------- where the statement is


def _matched(context: Context, pattern: re.Pattern[str], word: Token) -> Span | None:
    """The match of a pattern that ends with `word`."""
    start, _ = context.passage.span(context.sentence)
    end = context.passage.token(word)[1] - start
    for match in pattern.finditer(context.sentence.text, max(0, end - _LONGEST)):
        if match.end() >= end:
            return (start + match.start(), start + end) if match.end() == end else None
    return None


def _clause_behind(context: Context, word: Token) -> Span | None:
    """The clause of "no evidence (to suggest) | that the bridge was mined"."""
    doc, first = context.passage.doc, word.i + 1
    while first < context.sentence.end and doc[first].lower_ in _SHOWING:
        first += 1
    if first >= context.sentence.end or doc[first].lower_ != "that" or doc[first].dep_ != "mark":
        return None
    return clause_from(context, first)


def _claim_behind(context: Context, word: Token) -> Span | None:
    """What the claim says in "no proof to back up its claim | that the bridge was mined"."""
    for noun in context.passage.doc[word.i + 1 : min(word.i + _BACKED, context.sentence.end)]:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in word_list("statement_nouns"):
            return noun_statement(context, noun)
    return None


def _governing(context: Context, marker: Span) -> Attribution | None:
    """The reported clause of the sentence whose cue stands nearest to a marker that is outside of the clause."""
    outside = [item for item in context.reported if not item.content[0] <= marker[0] < item.content[1]]
    near = outside or context.reported
    return min(near, key=lambda item: abs(item.cue[0] - marker[0]), default=None)


def _apart(context: Context, claim: Span, marker: Span) -> Span | None:
    """A statement without the marker at its border: "the vote was rigged | , without offering proof"."""
    doc, offset = context.passage.doc, context.passage.start
    if claim[0] < marker[0] < claim[1]:
        claim = (claim[0], marker[0]) if claim[1] <= marker[1] + 1 else claim
    elif marker[1] < claim[1] and claim[0] < marker[1]:
        claim = marker[1], claim[1]
    tokens = doc.char_span(claim[0] - offset, claim[1] - offset, alignment_mode="contract")
    return trimmed_span(context.passage, tokens.start, tokens.end) if tokens is not None else None
