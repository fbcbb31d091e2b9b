"""What somebody claims or alleges in a clause, an infinitive or a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.claims.context import Context, Marked, Row
from generator.claims.grammar import doer, is_bare_participle, is_finite, is_infinitive, is_negated, is_passive, subject
from generator.claims.scope import own_clause, phrase
from generator.clauses import clause_span, trimmed_span
from generator.model import ClaimKind

if TYPE_CHECKING:
    from generator.nlp import Token

_ASSERTING = frozenset({"allege", "claim", "purport", "charge"})
#: What is claimed without a word about it.
_CLAIMABLE = frozenset({
    "asylum", "victory", "credit", "responsibility", "benefits", "compensation", "lives", "nomination", "title", "seat",
    "prize", "crown", "throne", "land",
})  # fmt: skip


def _asserted(context: Context, verb: Token) -> Iterator[Marked]:
    """ "Prosecutors allege that he took bribes." "She was fined for claiming he took bribes." """
    if verb.pos_ != "VERB" or is_negated(verb) or is_passive(verb):
        return
    marker = context.passage.token(verb)
    told = context.told(verb)
    behind = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    if behind is not None and not _is_statement(verb, behind):
        return
    if told is not None and (behind is None or told.content[1] > marker[0]):
        # "The court fined the duke for claiming that": it is not the court that claims.
        who = phrase(context, doer(verb)) if verb.dep_ == "pcomp" else None
        yield Marked(told.content, marker, "alleged", told if who is None else None, who)
    elif behind is not None:
        claim = clause_span(context.passage, behind)
        if claim is not None:
            yield Marked(claim, marker, "alleged", source=phrase(context, doer(verb)))


def _is_statement(verb: Token, clause: Token) -> bool:
    """Not "claiming asylum expected next month": the parser makes a clause of what is asked for."""
    if any(token.lower_ == "that" for token in verb.doc[verb.i + 1 : clause.i]):
        return True
    thing = subject(clause)
    return is_finite(clause) and (thing is None or thing.lower_ not in _CLAIMABLE)


def _as_claimed(context: Context, verb: Token) -> Iterator[Marked]:
    """ "The bridge was mined, as the duke has alleged." """
    if verb.dep_ != "advcl" or verb.head.pos_ not in ("VERB", "AUX") or is_negated(verb):
        return
    if not any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.lefts):
        return
    first, last = verb.head.left_edge.i, verb.head.right_edge.i + 1
    before = verb.i < verb.head.i
    claim = trimmed_span(context.passage, *((verb.right_edge.i + 1, last) if before else (first, verb.left_edge.i)))
    kind: ClaimKind = "unverified" if verb.lemma_.lower() == "speculate" else "alleged"
    if claim is not None:
        yield Marked(claim, context.passage.token(verb), kind, source=phrase(context, subject(verb)))


def _claims_to(context: Context, verb: Token) -> Iterator[Marked]:
    """ "The duke claims to have seen the thief." """
    if verb.pos_ != "VERB" or is_negated(verb) or is_passive(verb) or is_bare_participle(verb):
        return
    behind = next((child for child in verb.rights if child.dep_ in ("xcomp", "ccomp") and is_infinitive(child)), None)
    claim = own_clause(context, verb) if behind is not None else None
    if claim is not None:
        yield Marked(claim, context.passage.token(verb), "alleged", source=phrase(context, doer(verb)))


def _alleges(context: Context, verb: Token) -> Iterator[Marked]:
    """ "The suit alleges fraud." """
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if verb.pos_ != "VERB" or thing is None or thing.pos_ == "PROPN" or is_negated(verb):
        return
    claim = clause_span(context.passage, thing)
    if claim is not None:
        yield Marked(claim, context.passage.token(verb), "alleged", source=phrase(context, doer(verb)))


def _responsibility(context: Context, word: Token) -> Iterator[Marked]:
    """ "A rebel group claimed responsibility for the blast." """
    if word.dep_ != "dobj" or word.head.lemma_.lower() != "claim" or is_negated(word.head):
        return
    claim = clause_span(context.passage, word)
    if claim is not None:
        yield Marked(claim, context.passage.token(word.head), "alleged", source=phrase(context, doer(word.head)))


RULES: tuple[Row, ...] = (
    ("asserted", _ASSERTING, _asserted),
    ("as-claimed", _ASSERTING | {"speculate"}, _as_claimed),
    ("claims-to", frozenset({"claim", "purport"}), _claims_to),
    ("alleges", frozenset({"allege"}), _alleges),
    ("responsibility", frozenset({"responsibility"}), _responsibility),
)
