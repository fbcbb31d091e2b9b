"""How far a marked statement reaches, and the words that name its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.attribution import noun_phrase
from generator.claims.context import Context
from generator.claims.grammar import is_finite, is_infinitive
from generator.clauses import JOINTS, Span, clause_of, clause_span, has_subject, trimmed_span

if TYPE_CHECKING:
    from generator.nlp import Token

#: A longer phrase, in tokens, is no name of anybody.
_LONGEST_PHRASE = 20
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
#: What a clause without "that" opens with.
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
#: What stands before a clause and begins with a joint is a clause of its own.
_BEFORE = frozenset({"advcl", "ccomp", "dep"})
_CONTRAST = frozenset({"though", "although", "whereas"})
_PAUSES = frozenset({",", ";", "–", "—"})


def own_clause(context: Context, verb: Token) -> Span | None:
    """A clause without the joined ones that have their own subject, and without its "according to"."""
    doc, end = context.passage.doc, verb.right_edge.i + 1
    for child in verb.rights:
        if _is_apart(child) or child.lower_ == "according" or child.left_edge.lower_ in _CONTRAST:
            end = min(end, child.left_edge.i)
    while end > verb.i + 1 and (doc[end - 1].dep_ == "cc" or doc[end - 1].is_space or doc[end - 1].text in _PAUSES):
        end -= 1
    return trimmed_span(context.passage, _behind_joint(verb), end)


def up_to(context: Context, verb: Token, charge: Token) -> Span | None:
    """A clause up to the end of a charge and what is joined to it: "The duke accused her of theft | and left"."""
    return trimmed_span(context.passage, _behind_joint(verb), behind_charge(verb, charge))


def behind_charge(verb: Token, charge: Token) -> int:
    """The token behind a charge: "accused her of theft and bribing a clerk, | hoping to win"."""
    end = charge.right_edge.i + 1
    for child in verb.rights:
        if child.i < end or child.dep_ in ("punct", "cc"):
            continue
        if child.dep_ in ("advcl", "parataxis", "ccomp") or (child.pos_ in ("VERB", "AUX") and child.tag_ != "VBG"):
            break
        end = child.right_edge.i + 1
    return int(end)


def clause_from(context: Context, first: int) -> Span | None:
    """The clause that opens with a token: "unclear | if anybody was hurt"."""
    doc, end = context.passage.doc, context.sentence.end
    if first >= end:
        return None
    verb = clause_of(doc[first])
    if verb is not None and verb.left_edge.i >= first:
        end = min([verb.right_edge.i + 1, *(child.left_edge.i for child in verb.rights if _is_apart(child))])
    start = first + 1 if doc[first].lower_ == "that" else first
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    return context.passage.span(doc[start:end]) if start < end else None


def _is_apart(clause: Token) -> bool:
    """True for a joined clause that is no part of a statement: "he fled, | but the palace says"."""
    opener = clause.left_edge
    asks = opener.tag_ in _ASKING or opener.lower_ in ("whether", "if", "that")
    return bool(clause.dep_ == "conj" and has_subject(clause) and not asks)


def _behind_joint(verb: Token) -> int:
    """Where a clause begins for a reader: "when | he fled", "Although he was warned, | he fled"."""
    start = int(verb.left_edge.i)
    for child in verb.lefts:
        if child.dep_ in ("mark", "advmod") and child.lower_ in JOINTS:
            start = max(start, child.i + 1)
        elif child.dep_ in _BEFORE and child.left_edge.i <= start and child.left_edge.lower_ in JOINTS:
            start = child.right_edge.i + 1
    return start


def noun_statement(context: Context, noun: Token) -> Span | None:
    """What a noun says: "the claim | that he fled", "| allegations of theft |"; None where it says nothing."""
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.pos_ in ("VERB", "AUX") and _is_content(child):
            return clause_span(context.passage, child)
        if child.dep_ == "prep" and child.lower_ == "of" and child.n_rights:
            return trimmed_span(context.passage, noun.left_edge.i, child.right_edge.i + 1)
        if child.dep_ == "acl" and is_infinitive(child) and (child.pos_ == "AUX" or child.tag_ == "VBN"):
            # "his claim to be the heir", "to have fled"; not "the claim to make"
            return trimmed_span(context.passage, noun.left_edge.i, child.right_edge.i + 1)
    return _right_behind(context, noun)


def _is_content(verb: Token) -> bool:
    """ "the claim that he fled", "its claim it was responsible"; not "the claim made by him"."""
    opener = verb.left_edge
    if opener.lower_ == "that":
        return bool(opener.dep_ == "mark")
    return verb.dep_ != "relcl" and has_subject(verb) and opener.tag_ not in _ASKING


def _right_behind(context: Context, noun: Token) -> Span | None:
    """ "renewed accusations | the duke had fled |" where the parser hangs the clause elsewhere."""
    first = noun.i + 1
    opener = noun.nbor() if first < context.sentence.end else None
    verb = clause_of(opener) if opener is not None else None
    if opener is None or verb is None or verb.dep_ == "relcl" or verb.left_edge.i != first:
        return None
    opens = opener.dep_ == "mark" if opener.lower_ == "that" else opener.pos_ in _NOMINAL
    return clause_from(context, first) if opens and is_finite(verb) and has_subject(verb) else None


def phrase(context: Context, head: Token | None) -> Span | None:
    """Who is meant, with an apposition ("its leader, Anna Tarl"), without a relative clause."""
    if head is None:
        return None
    long = head.right_edge.i - head.left_edge.i > _LONGEST_PHRASE
    if long or any(child.dep_ in ("relcl", "acl") for child in head.children):
        return context.passage.span(context.passage.doc[slice(*noun_phrase(head))])
    return clause_span(context.passage, head)
