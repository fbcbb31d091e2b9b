"""Statements that the article itself marks as unproven or contested, each with the words that mark it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import MAX_SENTENCE, Attribution, noun_phrase, subject_of
from generator.clauses import Span, balanced, clause_of, clause_span, has_subject, trimmed_span
from generator.identity import item_id
from generator.model import Actor, Article, Claim, ClaimKind, Quote, Slice
from generator.nlp import Passage, Reading
from generator.said import Said
from generator.statements import understood_alone
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Span as Tokens
    from generator.nlp import Token

STRENGTH: tuple[ClaimKind, ...] = ("without_evidence", "unverified", "denied", "unclear", "alleged")
"""What is kept of two marks on one statement: the earlier of these."""
ASSERTIVE = frozenset({"allege", "claim", "purport", "allegation", "claims"})
HEARSAY: dict[str, ClaimKind] = {
    "allegedly": "alleged", "purportedly": "alleged", "supposedly": "alleged", "reportedly": "unverified",
}  # fmt: skip
CHECKING = frozenset({"verify", "confirm", "corroborate", "authenticate", "substantiate"})
NOBODY = frozenset({"it", "who", "which", "that", "whom", "they", "there"})
"""What names no speaker where it is not resolved."""
_EVIDENCE = r"(?:evidence|proof)\b"
_WITHOUT = re.compile(
    rf"\bwithout (?:(?:immediately|ever|any|offering|providing|presenting|giving|citing|producing|showing|supplying|"
    rf"publicly|credible|concrete|specific|direct|clear|further|supporting|offering up)\s){{0,4}}{_EVIDENCE}"
    r"(?! of\b)",
    re.IGNORECASE,
)
_GAVE_NONE = re.compile(
    rf"\b(?:(?:offer|provid|giv|gave|cit|present|produc|show|suppl)\w* no|(?:did|does|do|has|have|had)(?: not|n['’]t)"
    rf"(?: immediately| yet)? (?:offer|provid|giv|cit|present|produc|show|suppl)\w*(?: any)?)"
    rf" (?:\w+ ){{0,2}}?{_EVIDENCE}",
    re.IGNORECASE,
)
_NONE_THERE = re.compile(
    rf"\bno (?:\w+ )?{_EVIDENCE}(?: (?:to (?:suggest|show|support|prove|indicate)))?(?= that\b)", re.I
)
_UNCLEAR = re.compile(
    r"\b(?:unclear|uncertain|unknown|not (?:\w+ )?(?:clear|known|certain)|n['’]t (?:\w+ )?(?:clear|known))"
    r"(?: exactly| yet)?(?= (?:that|if|whether|how|what|who|whom|whose|why|when|where|which)\b)",
    re.IGNORECASE,
)


class Marked(NamedTuple):
    """A marked statement. Offsets are those of the article's text."""

    claim: Span
    marker: Span
    kind: ClaimKind
    reported: Attribution | None = None
    """Who says it, where a reported clause tells; else whoever says the sentence."""
    source: Span | None = None
    """Who says it, as a noun phrase."""


class Context(NamedTuple):
    """A sentence and what is known around it."""

    passage: Passage
    sentence: Tokens
    reported: tuple[Attribution, ...]
    """Reported clauses whose cue stands in the sentence."""
    before: Attribution | None
    """The last reported clause before the sentence, in its paragraph or the one before."""


Rule = Callable[[Context], Iterator[Marked]]
"""Finds the marked statements of a sentence."""


def find_claims(
    article: Article, reading: Reading, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]
) -> tuple[Claim, ...]:
    """All marked claims of the body in text order, one a statement: the strongest kind, then the first rule, has it."""
    said = Said(article, reading, actors, quotes)
    passages = {passage.start: passage for passage in reading.body}
    starts = sorted(passages)
    found: dict[Span, Claim] = {}
    for context in _contexts(reading, said):
        for name, rule in RULES:
            for marked in rule(context):
                span = _statement(passages[starts[bisect_right(starts, marked.claim[0]) - 1]], marked.claim)
                if span is None or (span in found and _weaker(marked.kind, found[span].kind)):
                    continue
                found[span] = _claim(article, context, marked._replace(claim=span), name, said)
    return tuple(sorted(found.values(), key=lambda claim: (claim.start, claim.end)))


def _statement(passage: Passage, span: Span) -> Span | None:
    """Where a statement begins and ends for a reader."""
    whole = understood_alone(passage, span)
    return balanced(passage, whole) if whole is not None else None


def _weaker(kind: ClaimKind, other: ClaimKind) -> bool:
    """True if `kind` says no more against a statement than `other`, which was found first."""
    return STRENGTH.index(kind) >= STRENGTH.index(other)


def _contexts(reading: Reading, said: Said) -> Iterator[Context]:
    last: Attribution | None = None
    paragraph = 0
    for passage in reading.body:
        if passage.number > paragraph + 1:
            last = None
        paragraph = passage.number
        waiting = sorted(said.of(passage), key=lambda item: item.cue, reverse=True)
        for sentence in passage.doc.sents:
            _, end = passage.span(sentence)
            reported = []
            while waiting and waiting[-1].cue[0] < end:
                reported.append(waiting.pop())
            if len(sentence) <= MAX_SENTENCE:
                yield Context(passage, sentence, tuple(reported), last)
            if reported:
                last = reported[0]


def _claim(article: Article, context: Context, marked: Marked, rule: str, said: Said) -> Claim:
    start, end = marked.claim
    source = marked.reported.source if marked.reported is not None else marked.source
    speaker = said.resolve(source, "claim") if source is not None else said.speaker(*marked.marker, "claim")
    if speaker is not None and speaker.actor is None and speaker.name.casefold() in NOBODY:
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


# ---------------------------------------------------------------- the rules


def _without_evidence(context: Context) -> Iterator[Marked]:
    """ "The ministry claimed, without offering evidence, that the bridge was mined." """
    for marker in _matches(context, _WITHOUT):
        told = _governing(context, marker)
        claim = _apart(context, told.content, marker) if told is not None else None
        if claim is not None:
            yield Marked(claim, marker, "without_evidence", told)


def _gave_none(context: Context) -> Iterator[Marked]:
    """ "The ministry said the bridge was mined. It offered no evidence." """
    for marker in _matches(context, _GAVE_NONE):
        told = _governing(context, marker) or context.before
        if told is not None:
            yield Marked(told.content, marker, "without_evidence", told)


def _none_there(context: Context) -> Iterator[Marked]:
    """ "There is no evidence that the bridge was mined." """
    for marker in _matches(context, _NONE_THERE):
        claim = _clause_after(context, marker)
        if claim is not None:
            yield Marked(claim, marker, "without_evidence")


def _unclear(context: Context) -> Iterator[Marked]:
    """ "It was not immediately clear who fired." """
    for marker in _matches(context, _UNCLEAR):
        claim = _clause_after(context, marker)
        if claim is not None:
            yield Marked(claim, marker, "unclear")


def _unclear_thing(context: Context) -> Iterator[Marked]:
    """ "The cause of the fire was not immediately known." """
    for word in context.sentence:
        negated = word.lower_ in ("clear", "known") and _negation(word.head if word.dep_ == "acomp" else word)
        if not (negated or word.lower_ in ("unclear", "unknown")) or word.dep_ not in ("acomp", "ROOT", "ccomp"):
            continue
        verb = word.head if word.dep_ == "acomp" else word
        thing = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if thing is None or thing.pos_ not in ("NOUN", "PROPN") or verb.lemma_.lower() not in ("be", "remain", "know"):
            continue
        claim = clause_span(context.passage, thing)
        marker = trimmed_span(context.passage, (negated.i if negated else word.i), word.i + 1)
        if claim is not None and marker is not None:
            yield Marked(claim, marker, "unclear")


def _negation(word: Token) -> Token | None:
    return next((child for child in word.children if child.dep_ == "neg"), None)


def _unchecked(context: Context) -> Iterator[Marked]:
    """ "The report could not be verified." "The Courier could not independently confirm who fired." """
    for verb in context.sentence:
        negation = next((child for child in verb.children if child.dep_ == "neg"), None)
        if negation is None or verb.lemma_.lower() not in CHECKING or verb.pos_ != "VERB":
            continue
        if not any(child.lower_ in ("could", "can", "been", "independently") for child in verb.children):
            continue
        marker = trimmed_span(context.passage, min(child.i for child in verb.children if child.dep_ in _AUXILIARY),
                              verb.i + 1)  # fmt: skip
        if marker is None:
            continue
        clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
        thing = next((child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")), None)
        if clause is not None:
            claim = clause_span(context.passage, clause)
            if claim is not None:
                yield Marked(claim, marker, "unverified")
        elif thing is not None and (thing.lemma_.lower() in word_list("statement_nouns") or thing.pos_ == "PRON"):
            told = next((item for item in context.reported if item.content[1] <= marker[0]), None) or context.before
            if told is not None:
                yield Marked(told.content, marker, "unverified", told)
        elif thing is not None:
            claim = clause_span(context.passage, thing)
            if claim is not None:
                yield Marked(claim, marker, "unverified")


def _asserted(context: Context) -> Iterator[Marked]:
    """ "Prosecutors allege that he took bribes." """
    for told in context.reported:
        if told.lemma in ASSERTIVE:
            yield Marked(told.content, told.cue, "alleged", told)


def _denied_before(verb: Token) -> Token | None:
    """The noun of "allegations that he sold the palace, which he has denied"."""
    if verb.dep_ != "relcl":
        return None
    above = islice((verb.head, *verb.head.ancestors), 4)
    return next((noun for noun in above if noun.lemma_.lower() in word_list("deniable")), None)


def _responsibility(context: Context) -> Iterator[Marked]:
    """ "A rebel group claimed responsibility for the blast." """
    for word in context.sentence:
        if word.lemma_.lower() == "responsibility" and word.dep_ == "dobj" and word.head.lemma_.lower() == "claim":
            claim = clause_span(context.passage, word)
            who = next((child for child in word.head.children if child.dep_ == "nsubj"), None)
            if claim is not None:
                yield Marked(claim, context.passage.token(word.head), "alleged", source=_phrase(context, who))


def _hearsay(context: Context) -> Iterator[Marked]:
    """ "He allegedly took bribes." "The bridge was reportedly mined." """
    for word in context.sentence:
        kind = HEARSAY.get(word.lower_)
        verb = clause_of(word.head) if kind is not None else None
        claim = clause_span(context.passage, verb) if verb is not None else None
        if kind is not None and claim is not None:
            yield Marked(claim, context.passage.token(word), kind)


def _alleged(context: Context) -> Iterator[Marked]:
    """ "the alleged theft of the crown" """
    for word in context.sentence:
        if word.lower_ in ("alleged", "purported") and word.dep_ == "amod" and word.head.i > word.i:
            claim = clause_span(context.passage, word.head)
            if claim is not None:
                yield Marked(claim, context.passage.token(word), "alleged")


def _accused(context: Context) -> Iterator[Marked]:
    """ "Ruritania accused its neighbour of mining the bridge." """
    for verb in context.sentence:
        if verb.lemma_.lower() != "accuse" or verb.pos_ != "VERB":
            continue
        accused = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
        charges = (*verb.children, *(accused.children if accused is not None else ()))
        charge = next((child for child in charges if child.dep_ == "prep" and child.lower_ == "of"), None)
        if charge is None or accused is None:
            continue
        accuser = subject_of(verb)
        if not has_subject(verb) and accused.dep_ == "dobj":
            claim = trimmed_span(context.passage, verb.i, verb.right_edge.i + 1)
        else:
            claim = clause_span(context.passage, verb)
        if claim is not None:
            yield Marked(claim, context.passage.token(verb), "alleged", source=_phrase(context, accuser))


def _denied(context: Context) -> Iterator[Marked]:
    """ "The ministry denied mining the bridge." "He denies any involvement." Not: "She was denied a visa." """
    for verb in context.sentence:
        if verb.lemma_.lower() != "deny" or verb.pos_ != "VERB":
            continue
        told = next((item for item in context.reported if item.cue == context.passage.token(verb)), None)
        if told is not None:
            yield Marked(told.content, told.cue, "denied", told)
            continue
        thing = next(
            (child for child in verb.children if child.i > verb.i and child.dep_ in ("xcomp", "ccomp", "dobj")), None
        )
        denied = _denied_before(verb) if thing is None else None
        if denied is not None:
            claim = trimmed_span(context.passage, denied.left_edge.i, verb.left_edge.i)
            denier = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            if claim is not None:
                yield Marked(claim, context.passage.token(verb), "denied", source=_phrase(context, denier))
            continue
        if thing is None or (thing.dep_ == "dobj" and thing.lemma_.lower() not in word_list("deniable")):
            continue
        claim = clause_span(context.passage, thing)
        denier = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if claim is not None:
            yield Marked(claim, context.passage.token(verb), "denied", source=_phrase(context, denier))


RULES: tuple[tuple[str, Rule], ...] = (
    ("without-evidence", _without_evidence),
    ("gave-no-evidence", _gave_none),
    ("no-evidence", _none_there),
    ("unclear", _unclear),
    ("unclear-thing", _unclear_thing),
    ("not-verified", _unchecked),
    ("denied", _denied),
    ("asserted", _asserted),
    ("responsibility", _responsibility),
    ("hearsay", _hearsay),
    ("alleged", _alleged),
    ("accused", _accused),
)
"""Of two rules that mark one statement the first has it."""
_AUXILIARY = frozenset({"aux", "auxpass", "neg"})


# ---------------------------------------------------------------- scope


def _matches(context: Context, pattern: re.Pattern[str]) -> Iterator[Span]:
    start, _ = context.passage.span(context.sentence)
    for match in pattern.finditer(context.sentence.text):
        yield start + match.start(), start + match.end()


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


def _clause_after(context: Context, marker: Span) -> Span | None:
    """The clause that opens right behind a marker: "unclear | if anybody was hurt"."""
    passage = context.passage
    tokens = passage.doc.char_span(marker[0] - passage.start, marker[1] - passage.start, alignment_mode="expand")
    if tokens is None or tokens.end >= context.sentence.end:
        return None
    opener = passage.doc[tokens.end]
    verb = clause_of(opener)
    end = context.sentence.end
    if verb is not None and verb.left_edge.i >= tokens.end:
        end = verb.right_edge.i + 1
    start = tokens.end + 1 if opener.lower_ == "that" else tokens.end
    while end > start and (passage.doc[end - 1].is_punct or passage.doc[end - 1].is_space):
        end -= 1
    return passage.span(passage.doc[start:end]) if start < end else None


def _phrase(context: Context, head: Token | None) -> Span | None:
    """Who is meant, with an apposition ("its leader, Anna Tarl"), without a relative clause."""
    if head is not None and any(child.dep_ == "relcl" for child in head.children):
        return context.passage.span(context.passage.doc[slice(*noun_phrase(head))])
    return clause_span(context.passage, head) if head is not None else None
