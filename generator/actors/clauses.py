"""What the parse says of a pronoun: which verb it belongs to, and who is the subject there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.nlp import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BACKGROUND = frozenset(
    {"advcl", "prep", "npadvmod", "nsubj", "nsubjpass", "pobj", "pcomp", "poss", "dobj", "mark", "aux"}
)
"""What lies between a pronoun and the verb whose subject it foretells: "Before she unties the boat, Rosa Klebb ..."."""


MANY = 40
"""Words that hang on one word; more do in broken text only."""


def children(token: Token) -> Iterator[Token]:
    """The first words that hang on a word."""
    return islice(token.children, MANY)


def actor_at(named: dict[int, int], token: Token) -> int | None:
    """Who is named at a token: "Klebb", "the mayor [Rosa Klebb]", "Klebb, [who] had told Martin that she"."""
    if token.i in named:
        return named[token.i]
    if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
        return named.get(token.head.head.i)
    return next((named[child.i] for child in children(token) if child.dep_ == "appos" and child.i in named), None)


def _verb(token: Token) -> Token | None:
    """The verb whose argument a token is."""
    head = token.head
    while head.dep_ in ("prep", "dative", "agent") and head.head is not head:
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") and head is not token else None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is joined to."""
    for _ in range(4):
        found = next((child for child in children(verb) if child.dep_ in SUBJECTS), None)
        if found is not None or verb.dep_ != "conj":
            return found
        verb = verb.head
    return None


def co_argument(named: dict[int, int], token: Token) -> int | None:
    """Whom "him" can't mean, for then it would be "himself": the subject of its verb."""
    if token.dep_ in SUBJECTS or token.dep_ == "poss" or token.lower_.endswith("self"):
        return None
    verb = _verb(token)
    subject = None if verb is None else _subject(verb)
    return None if subject is None else actor_at(named, subject)


def governing(named: dict[int, int], token: Token, could_be: Callable[[int], bool]) -> int | None:
    """The nearest person who is the subject of a clause around a pronoun: "Rosa Klebb said that she was tired"."""
    head = token
    for _ in range(12):
        if head.head is head:
            return None
        if head.dep_ in SUBJECTS and head is not token:
            head = head.head
            continue
        head = head.head
        if head.pos_ in ("VERB", "AUX"):
            subject = _subject(head)
            number = actor_at(named, subject) if subject is not None and subject.i < token.i else None
            if number is not None and could_be(number):
                return number
    return None


def reflexive(named: dict[int, int], token: Token) -> int | None:
    """ "Rosa Klebb excused herself"."""
    verb = _verb(token) if token.lower_.endswith("self") else None
    subject = None if verb is None else _subject(verb)
    return None if subject is None else actor_at(named, subject)


def ahead(named: dict[int, int], token: Token) -> int | None:
    """The subject that follows: "Before she unties the boat, Rosa Klebb walks to the pier"."""
    head, is_background = token, False
    for _ in range(8):
        if head.dep_ not in BACKGROUND:
            return None
        is_background = is_background or head.dep_ in ("advcl", "prep", "npadvmod")
        if head.dep_ in SUBJECTS and head is not token:
            return None
        head = head.head
        if is_background and head.pos_ in ("VERB", "AUX"):
            subject = next((child for child in head.children if child.dep_ in SUBJECTS), None)
            if subject is not None and subject.i > token.i:
                return actor_at(named, subject)
    return None


def object_beside(named: dict[int, int], token: Token) -> int | None:
    """Who else "his" may mean: the object of the same verb, as in "helped Luc Martin with his boat"."""
    if token.dep_ != "poss" or token.head.dep_ != "pobj":
        return None
    verb = _verb(token.head)
    objects = (
        () if verb is None else tuple(child for child in children(verb) if child.dep_ == "dobj" and child.i < token.i)
    )
    return actor_at(named, objects[0]) if objects else None
