"""What is only heard: reportedly, is said to, unconfirmed, not verified, speculated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.claims.context import Context, Marked, Row
from generator.claims.grammar import is_bare_participle, is_infinitive, is_negated, is_passive, owner, subject
from generator.claims.scope import noun_statement, own_clause, phrase
from generator.clauses import clause_of, clause_span, trimmed_span
from generator.model import ClaimKind
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

_ADVERBS: dict[str, ClaimKind] = {
    "allegedly": "alleged", "purportedly": "alleged", "supposedly": "alleged", "reportedly": "unverified",
}  # fmt: skip
_HEARD: dict[str, ClaimKind] = {
    "said": "unverified", "reported": "unverified", "rumored": "unverified", "rumoured": "unverified",
    "speculated": "unverified", "alleged": "alleged", "claimed": "alleged", "purported": "alleged",
}  # fmt: skip
_CHECKING = frozenset({"verify", "confirm", "corroborate", "authenticate", "substantiate"})
_ABLE = frozenset({"could", "can", "been", "independently"})
_AUXILIARY = frozenset({"aux", "auxpass", "neg"})
_UNCHECKED = frozenset({"unconfirmed", "unverified", "unproven"})


def _adverb(context: Context, word: Token) -> Iterator[Marked]:
    """ "He allegedly took bribes." "The bridge was reportedly mined." """
    verb = clause_of(word.head) or context.sentence.root
    claim = own_clause(context, verb)
    if claim is not None:
        yield Marked(claim, context.passage.token(word), _ADVERBS[word.lower_])


def _is_said_to(context: Context, word: Token) -> Iterator[Marked]:
    """ "The duke is said to have fled." "It is alleged that he fled." "He has fled, it was claimed." """
    if not (is_passive(word) or is_bare_participle(word)) or is_negated(word):
        return
    who = subject(word)
    marker = context.passage.token(word)
    told = next((child for child in word.children if child.dep_ in ("xcomp", "ccomp")), None)
    if told is not None and told.dep_ == "xcomp" and is_infinitive(told):
        claim = own_clause(context, word)
    elif told is not None and who is not None and who.lower_ == "it":
        claim = clause_span(context.passage, told)
    else:
        return
    if claim is not None:
        yield Marked(claim, marker, _HEARD[word.lower_])


def _unchecked(context: Context, verb: Token) -> Iterator[Marked]:
    """ "The report could not be verified." "The Courier was unable to confirm who fired." """
    if verb.pos_ != "VERB":
        return
    unable = verb.head if verb.dep_ == "xcomp" and verb.head.lower_ == "unable" else None
    if unable is None and not (is_negated(verb) and any(child.lower_ in _ABLE for child in verb.children)):
        return
    first = unable.i if unable is not None else min(
        (child.i for child in verb.lefts if child.dep_ in _AUXILIARY), default=verb.i
    )  # fmt: skip
    marker = trimmed_span(context.passage, first, verb.i + 1)
    if marker is None:
        return
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    thing = next((child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")), None)
    if clause is not None:
        claim = clause_span(context.passage, clause)
        if claim is not None:
            yield Marked(claim, marker, "unverified")
    elif thing is not None and (thing.lemma_.lower() in word_list("statement_nouns") or thing.pos_ == "PRON"):
        claim = noun_statement(context, thing)
        told = next((item for item in context.reported if item.content[1] <= marker[0]), None) or context.before
        if claim is not None:
            yield Marked(claim, marker, "unverified", source=phrase(context, owner(thing)))
        elif told is not None:
            yield Marked(told.content, marker, "unverified", told)
    elif thing is not None:
        claim = clause_span(context.passage, thing)
        if claim is not None:
            yield Marked(claim, marker, "unverified")


def _unconfirmed(context: Context, word: Token) -> Iterator[Marked]:
    """ "unconfirmed reports that the duke fled"; "According to unconfirmed reports, the duke fled." """
    noun = word.head
    if word.dep_ != "amod" or noun.i < word.i:
        return
    marker = context.passage.token(word)
    told = next((item for item in context.reported if item.source[0] <= marker[0] < item.source[1]), None)
    claim = noun_statement(context, noun) or (told.content if told is not None else clause_span(context.passage, noun))
    if claim is not None:
        yield Marked(claim, marker, "unverified", source=phrase(context, owner(noun)))


def _speculated(context: Context, verb: Token) -> Iterator[Marked]:
    """ "Neighbours speculated that the duke had fled." """
    told = context.told(verb)
    if told is not None and not is_negated(verb):
        yield Marked(told.content, told.cue, "unverified", told)


def _rumour(context: Context, noun: Token) -> Iterator[Marked]:
    """ "rumours that the duke had fled" """
    claim = noun_statement(context, noun)
    if claim is not None:
        yield Marked(claim, context.passage.token(noun), "unverified", source=phrase(context, owner(noun)))


RULES: tuple[Row, ...] = (
    ("not-verified", _CHECKING, _unchecked),
    ("unconfirmed", _UNCHECKED, _unconfirmed),
    ("is-said-to", frozenset(_HEARD), _is_said_to),
    ("hearsay", frozenset(_ADVERBS), _adverb),
    ("speculated", frozenset({"speculate"}), _speculated),
    ("rumour", frozenset({"rumor", "rumour", "speculation"}), _rumour),
)
