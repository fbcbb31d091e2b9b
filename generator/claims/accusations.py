"""What somebody is accused or suspected of, and the nouns and adjectives that say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.claims.context import Context, Marked, Row
from generator.claims.grammar import agent, doer, is_negated, is_passive, owner
from generator.claims.scope import behind_charge, noun_statement, phrase, up_to
from generator.clauses import clause_span, has_subject, trimmed_span

if TYPE_CHECKING:
    from generator.nlp import Token

_ADJECTIVES = frozenset({"alleged", "purported", "suspected"})
_NOUNS = frozenset({"allegation", "accusation", "claim"})
_MAKING = frozenset({"make", "raise", "level", "repeat", "voice", "publish", "file", "air"})
_DENYING = frozenset({"deny", "reject", "refute", "dispute", "dismiss", "rebut", "repudiate"})
_CHARGES = ("of", "for", "in")


def _allegation(context: Context, noun: Token) -> Iterator[Marked]:
    """ "the claim that he fled", "accusations of theft"; not "a claim of ownership", and not where it is denied."""
    verb = noun.head
    denied = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in _DENYING
    claim = noun_statement(context, noun) if noun.pos_ == "NOUN" and not denied else None
    if claim is None or (noun.lemma_.lower() == "claim" and _is_title(noun)):
        return
    who = owner(noun)
    if who is None and noun.dep_ == "dobj" and verb.lemma_.lower() in _MAKING:
        who = doer(verb)
    yield Marked(claim, context.passage.token(noun), "alleged", context.told(noun), phrase(context, who))


def _is_title(noun: Token) -> bool:
    """ "a claim of ownership": nothing is told, unless by a verb ("claims of being harassed") or of a crowd of them."""
    of = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
    if of is None or any(child.dep_ in ("acl", "ccomp") for child in noun.rights):
        return False
    return noun.tag_ != "NNS" and not any(child.dep_ == "pcomp" for child in of.rights)


def _adjective(context: Context, word: Token) -> Iterator[Marked]:
    """ "the alleged theft of the crown", "a suspected arson" """
    noun = word.head
    if word.dep_ not in ("amod", "nmod", "compound") or noun.i < word.i or noun.pos_ not in ("NOUN", "PROPN"):
        return
    claim = clause_span(context.passage, noun)
    if claim is not None:
        yield Marked(claim, context.passage.token(word), "alleged")


def _suspected(context: Context, verb: Token) -> Iterator[Marked]:
    """ "men suspected of theft", "He is suspected to have fled." """
    if not is_passive(verb) or is_negated(verb):
        return
    deed = next((child for child in verb.rights if child.lower_ == "of" or child.dep_ == "xcomp"), None)
    claim = up_to(context, verb, deed) if deed is not None else None
    if claim is not None:
        yield Marked(claim, context.passage.token(verb), "alleged", source=phrase(context, agent(verb)))


def _accused(context: Context, verb: Token) -> Iterator[Marked]:
    """ "Ruritania accused its neighbour of mining the bridge." "a duke accused of theft" """
    if context.passage.kind != "body" and verb.i + 1 < context.sentence.end and verb.nbor().lower_ == "of":
        # "Duke Accused Of Theft": the capitals of a headline hide its verbs from the parser.
        claim = trimmed_span(context.passage, context.sentence.start, context.sentence.end)
        if claim is not None:
            yield Marked(claim, context.passage.token(verb), "alleged")
        return
    if verb.pos_ != "VERB" or is_negated(verb):
        return
    accused = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    near = [*verb.rights, *(accused.rights if accused is not None and accused.i > verb.i else ())]
    charges = [child for child in near if child.dep_ == "prep" and child.lower_ in _CHARGES and _is_charge(child)]
    charge = min(charges, key=lambda child: (_CHARGES.index(child.lower_), child.i), default=_charge_below(verb))
    if charge is None or (accused is None and not is_passive(verb) and verb.tag_ != "VBG"):
        return
    passive = is_passive(verb)
    if has_subject(verb) or passive:
        claim = up_to(context, verb, charge)
    else:
        claim = trimmed_span(context.passage, verb.i, behind_charge(verb, charge))
    accuser = agent(verb) if passive else doer(verb)
    if claim is not None:
        yield Marked(claim, context.passage.token(verb), "alleged", source=phrase(context, accuser))


def _charge_below(verb: Token) -> Token | None:
    """ "accused on the radio | of bribing a clerk", wherever the parser hangs it."""
    below = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    return next((word for word in below if word.lower_ == "of" and any(c.dep_ == "pcomp" for c in word.rights)), None)


def _is_charge(preposition: Token) -> bool:
    """ "accuse the army in the killings" names a deed, "accused him in May", "in Strelsau" do not."""
    deed = next((child for child in preposition.rights if child.dep_ in ("pobj", "pcomp")), None)
    if deed is None:
        return False
    return preposition.lower_ != "in" or (not deed.ent_type_ and deed.pos_ == "NOUN")


RULES: tuple[Row, ...] = (
    ("accused", frozenset({"accuse", "accused"}), _accused),
    ("allegation", _NOUNS, _allegation),
    ("suspected", frozenset({"suspect"}), _suspected),
    ("alleged", _ADJECTIVES, _adjective),
)
