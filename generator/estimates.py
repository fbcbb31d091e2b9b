"""Who puts what at which figure: "The ministry puts the cost of the fire at 40 million crowns"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import Attribution, is_wide, noun_phrase, subject_of, tokens_worth_parsing
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Passage, Token

#: Verbs that set a figure: "puts the cost at".
SETTING = frozenset({"put", "place", "estimate", "value", "set", "reckon", "calculate"})
#: Verbs that say how much something is: "the cost reached 40 million crowns".
BEING = frozenset({"be", "reach", "total", "exceed", "surpass", "top"})
#: Of these a "cannot" leaves a highest figure.
PASSING = frozenset({"exceed", "surpass", "top"})
#: Verbs of counting: "an analysis found 22".
COUNTING = frozenset({"find", "count", "record", "register", "identify", "document", "tally", "estimate", "confirm"})
#: How many words a pronoun or a bare number may be behind the thing that it stands for.
_REACH = 40


class Measured(NamedTuple):
    """What a figure is the size of."""

    thing: Token
    """ "cost" in "the cost of the fire"."""
    verb: Token
    at_most: bool = False
    """True for "cannot have exceeded"."""


def find_estimates(passage: Passage) -> Iterator[Attribution]:
    """Figures with who sets or finds them, as reported clauses."""
    for verb in tokens_worth_parsing(passage.doc):
        if verb.pos_ != "VERB" or is_wide(verb):
            continue
        figure = _set(verb) if verb.lemma_.lower() in SETTING else None
        who = subject_of(verb)
        if figure is None and verb.lemma_.lower() in COUNTING and who is not None and _counts(who):
            figure = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
        if figure is None or who is None or who.i >= figure.i:
            continue
        content = passage.span(passage.doc[figure.left_edge.i : figure.right_edge.i + 1])
        source = passage.span(passage.doc[slice(*noun_phrase(who))])
        yield Attribution(content, source, passage.token(verb), verb.lemma_.lower(), None, "estimate")


def _counts(who: Token) -> bool:
    """ "an analysis by the council found": a study speaks; "the police found 22 boats" is what the police did."""
    return who.lemma_.lower() in word_list("studies")


def _set(verb: Token) -> Token | None:
    """The figure of "puts the cost at 40 million crowns"; the parser hangs "at" on the verb or on the thing."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if thing is None:
        return None
    for head in (verb, thing):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "at" and child.i > thing.i:
                figure = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
                if figure is not None and (figure.tag_ == "CD" or any(c.tag_ == "CD" for c in figure.children)):
                    return figure
    return None


def measured(figure: Token) -> Measured | None:
    """What a figure is the size of, where its clause says so: "puts the cost at $5", "the cost was $5"."""
    head = figure
    while head.dep_ in ("nummod", "compound", "quantmod") and head.head.i != head.i:
        head = head.head
    if head.dep_ == "pobj" and head.head.lower_ == "at":
        verb = next((word for word in islice(head.ancestors, 4) if word.lemma_.lower() in SETTING), None)
        if verb is None or _set(verb) != head:
            return None
        thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
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


def _meant(subject: Token) -> Token | None:
    """A subject, or for "it" the thing that somebody puts at a figure before it in the same sentence."""
    if _is_size(subject):
        return subject
    if subject.lower_ != "it":
        return None
    for word in reversed(subject.doc[max(subject.sent.start, subject.i - _REACH) : subject.i]):
        if word.dep_ == "dobj" and _is_size(word) and word.head.lemma_.lower() in SETTING and _set(word.head):
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
