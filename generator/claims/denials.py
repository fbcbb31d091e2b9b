"""What somebody denies: a deed, a clause, an accusation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.claims.context import Context, Marked, Row
from generator.claims.grammar import above, doer, is_finite, is_negated, is_only_wanted, owner, subject
from generator.claims.scope import noun_statement, own_clause, phrase
from generator.clauses import Span, clause_of, clause_span, trimmed_span
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: What was said before, whatever it was: "He denied it."
_SAID_BEFORE = frozenset({"it", "this", "that", "them", "everything", "anything", "all"})
_CLAUSES = ("xcomp", "ccomp")
_ABOUT = frozenset({"in", "of", "to", "with", "for"})
#: With a clause: "dispute that".
_CONTRADICTING = frozenset({"dispute", "refute", "rebut"})
_REJECTING = frozenset({"reject", "refute", "dispute", "dismiss", "rebut", "repudiate"})


def _denied(context: Context, verb: Token) -> Iterator[Marked]:
    """ "The ministry denied mining the bridge." "He denies any involvement." Not: "She was denied a visa." """
    if verb.pos_ != "VERB" or is_negated(verb) or _is_doubtful(verb):
        return
    told, thing, claim = context.told(verb), _thing(verb), None
    said = not any(child.dep_ == "ccomp" and not is_finite(child) for child in verb.rights)
    if told is not None and said and (thing is None or thing.dep_ in _CLAUSES):
        yield Marked(told.content, told.cue, "denied", told)
        return
    if thing is None:
        yield from _denied_before(context, verb)
    elif thing.pos_ == "PRON" and thing.lower_ in _SAID_BEFORE and said:
        claim = own_clause(context, verb)
    elif thing.dep_ in _CLAUSES or _is_deniable(thing):
        claim = _with_phrases(context, thing)
    if claim is not None:
        yield Marked(claim, context.passage.token(verb), "denied", source=phrase(context, doer(verb)))


def _thing(verb: Token) -> Token | None:
    """What is denied: an object, a clause or the subject of a passive; nothing in "She was denied a visa"."""
    thing = next((child for child in verb.rights if child.dep_ in (*_CLAUSES, "dobj")), None)
    passive = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if passive is not None:
        return passive if thing is None else None
    if thing is not None and thing.dep_ == "ccomp" and not is_finite(thing):
        # "denied a breach citing the law", "denied them bail": the parser makes a clause of them.
        return subject(thing)
    return thing


def _with_phrases(context: Context, thing: Token) -> Span | None:
    """ "any role | in the theft", wherever the parser hangs the phrase."""
    last = thing.right_edge.i
    for child in thing.head.rights:
        if child.dep_ == "prep" and child.i == last + 1 and child.lower_ in _ABOUT:
            last = child.right_edge.i
    return trimmed_span(context.passage, thing.left_edge.i, last + 1)


def _is_doubtful(verb: Token) -> bool:
    """ "declined to deny", "neither confirmed nor denied", "must deny" deny nothing."""
    if is_only_wanted(verb):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("decline", "refuse", "fail"):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and (is_negated(verb.head) or _is_doubtful(verb.head)):
        return any(child.lower_ in ("or", "nor") for child in verb.head.children)
    return False


def _is_deniable(noun: Token) -> bool:
    """ "denied involvement", "denied any breach", "denied the shooting"; not "denied him a visa"."""
    if any(child.dep_ == "dative" for child in noun.head.children):
        return False
    if noun.lemma_.lower() in word_list("deniable") or any(child.lower_ == "any" for child in noun.lefts):
        return True
    return noun.pos_ == "NOUN" and noun.lower_.endswith("ing")


def _denied_before(context: Context, verb: Token) -> Iterator[Marked]:
    """ "allegations that he sold the palace, which he has denied"; "He was accused of theft, which he denies." """
    if verb.dep_ != "relcl":
        return
    noun = next((word for word in above(verb.head) if word.lemma_.lower() in word_list("deniable")), None)
    first = noun if noun is not None else clause_of(verb.head)
    claim = trimmed_span(context.passage, first.left_edge.i, verb.left_edge.i) if first is not None else None
    if claim is not None:
        yield Marked(claim, context.passage.token(verb), "denied", source=phrase(context, subject(verb)))


def _rejected(context: Context, verb: Token) -> Iterator[Marked]:
    """ "The duke rejected the accusation that he had fled." Not: "The court rejected the claim for asylum." """
    if verb.pos_ != "VERB" or is_negated(verb) or is_only_wanted(verb):
        return
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    told = context.told(verb)
    if clause is not None and is_finite(clause) and verb.lemma_.lower() in _CONTRADICTING:
        claim = told.content if told is not None else clause_span(context.passage, clause)
        if claim is not None:
            yield Marked(claim, context.passage.token(verb), "denied", told, phrase(context, doer(verb)))
        return
    thing = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if thing is None or thing.lemma_.lower() not in word_list("accusations"):
        return
    if any(child.dep_ == "compound" or child.lower_ == "for" for child in thing.children):
        return
    claim = clause_span(context.passage, thing)
    if claim is not None:
        yield Marked(claim, context.passage.token(verb), "denied", source=phrase(context, doer(verb)))


def _denial(context: Context, noun: Token) -> Iterator[Marked]:
    """ "his denial that he had fled", "a denial of any involvement"; not "the denial of a visa"."""
    if noun.pos_ != "NOUN":
        return
    of = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
    thing = next((child for child in of.rights), None) if of is not None else None
    if of is not None and (thing is None or (thing.dep_ != "pcomp" and not _is_deniable(thing))):
        return
    claim = clause_span(context.passage, thing) if thing is not None else noun_statement(context, noun)
    if claim is not None:
        yield Marked(claim, context.passage.token(noun), "denied", source=phrase(context, owner(noun)))


RULES: tuple[Row, ...] = (
    ("denied", frozenset({"deny"}), _denied),
    ("rejected", _REJECTING, _rejected),
    ("denial", frozenset({"denial"}), _denial),
)
