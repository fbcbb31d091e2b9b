"""What is put at which figure: "The ministry puts the cost of the fire at 40 million crowns"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.attribution import is_wide
from generator.attribution.channels import is_counted
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: Verbs that set a figure: "puts the cost at".
SETTING = frozenset({"put", "place", "estimate", "value", "set", "reckon", "calculate"})
#: Verbs that say how much something is: "the cost reached 40 million crowns".
BEING = frozenset({"be", "reach", "total", "exceed", "surpass", "top"})
#: Of these a "cannot" leaves a highest figure.
PASSING = frozenset({"exceed", "surpass", "top"})
#: Verbs of counting: "an analysis found 22".
COUNTING = frozenset({"find", "count", "record", "register", "identify", "document", "tally", "estimate", "confirm"})
#: How many words a number may hang away from its noun.
_STEPS = 8
#: How many words a pronoun or a bare number may be behind the thing that it stands for.
_REACH = 40


class Measured(NamedTuple):
    """What a figure is the size of."""

    thing: Token
    """ "cost" in "the cost of the fire"."""
    verb: Token
    at_most: bool = False
    """True for "cannot have exceeded"."""


def figure_set_by(verb: Token) -> Token | None:
    """The figure of "puts the cost at $5" and "the cost is put at $5"; "at" hangs on the verb or on the thing."""
    thing = _object(verb) if verb.lemma_.lower() in SETTING and verb.pos_ == "VERB" else None
    if thing is None or is_wide(verb):
        return None
    for head in (verb, thing):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "at" and child.i > thing.i:
                figure = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
                if figure is not None and is_counted(figure):
                    return figure
    return None


def _object(verb: Token) -> Token | None:
    """What a verb sets a figure for: its object, or its subject where it is passive."""
    for child in verb.children:
        if child.dep_ == "nsubjpass" or (child.dep_ == "dobj" and child.i > verb.i):
            return child
    return None


def measured(figure: Token) -> Measured | None:
    """What a figure is the size of, where its clause says so: "puts the cost at $5", "the cost was $5"."""
    head = _with_noun(figure)
    if head.dep_ == "pobj" and head.head.lower_ == "at":
        verb = next((word for word in islice(head.ancestors, 4) if word.lemma_.lower() in SETTING), None)
        if verb is None or figure_set_by(verb) != head:
            return None
        thing = _object(verb)
        return Measured(thing, verb) if thing is not None and _is_size(thing) else None
    if head.dep_ in ("attr", "dobj") and head.head.lemma_.lower() in BEING:
        verb = head.head
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        thing = _meant(subject) if subject is not None else None
        negated = any(child.dep_ == "neg" for child in verb.children)
        if thing is None or (negated and verb.lemma_.lower() not in PASSING):
            return None
        return Measured(thing, verb, at_most=negated)
    return None


def passing(number: Token) -> Literal["exact", "more", "most"]:
    """What a verb of passing a mark makes of its object: "exceeded 40 boats" is more, "cannot exceed 40" is at most."""
    head = _with_noun(number)
    if head.dep_ != "dobj" or head.head.lemma_.lower() not in PASSING:
        return "exact"
    return "most" if any(child.dep_ == "neg" for child in head.head.children) else "more"


def _with_noun(figure: Token) -> Token:
    """The noun that a number stands at, or the number itself."""
    head = figure
    for _ in range(_STEPS):
        if head.dep_ not in ("nummod", "compound", "quantmod"):
            break
        head = head.head
    return head


def _meant(subject: Token) -> Token | None:
    """A subject, or for "it" the thing that somebody puts at a figure before it in the same sentence."""
    if _is_size(subject):
        return subject
    if subject.lower_ != "it":
        return None
    for word in reversed(subject.doc[max(subject.sent.start, subject.i - _REACH) : subject.i]):
        if word.dep_ == "dobj" and _is_size(word) and word.head.lemma_.lower() in SETTING and figure_set_by(word.head):
            found: Token = word
            return found
    return None


def _is_size(noun: Token) -> bool:
    return noun.lemma_.lower() in word_list("sizes")


def counted_before(number: Token) -> Token | None:
    """The noun that the last number before `number` counts, where a verb of counting has `number` for its object.

    >>> # "The navy launched 18 boats, and an analysis found the remains of at least 22."
    """
    head = number.head.head if number.dep_ == "pobj" and number.head.lower_ == "of" else number
    if head.dep_ not in ("dobj", "pobj") or head.head.lemma_.lower() not in COUNTING:
        return None
    for before in reversed(number.doc[max(number.sent.start, number.i - _REACH) : number.i]):
        if before.tag_ == "CD":
            noun = before.head if before.dep_ == "nummod" and before.head.i > before.i else None
            return noun if noun is not None and noun.tag_ == "NNS" else None
    return None
