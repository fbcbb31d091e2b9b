"""How much something is: "puts the cost of the fire at $40 million", "the toll has risen to 31", "a crowd of 5,000"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import is_wide
from generator.estimates import BEING, PASSING, SETTING, measured
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: Verbs whose subject has the size that stands behind a preposition: "the toll stands at 31", "amounts to 31".
_STANDING = {"stand": "at", "amount": "to", "come": "to", "run": "to"}
#: The same, for sizes that were others before: "rose to 31".
_RISING = frozenset({"rise", "climb", "grow", "fall", "drop", "jump", "soar", "increase", "swell", "shrink"})
#: Verbs that say themselves what they measure: "The bridge cost 2 million crowns".
_MEASURING = {"cost": "cost", "weigh": "weight", "last": "duration", "measure": "length", "total": "total",
              "number": "number", "cover": "area", "span": "length", "stretch": "length"}  # fmt: skip
#: Adjectives behind a measure: "900 metres deep".
_DIMENSIONS = {"deep": "depth", "high": "height", "tall": "height", "long": "length", "wide": "width", "thick": "width",
               "worth": "value"}  # fmt: skip
_SETTING = SETTING | {"give", "report", "assess", "peg"}
_HIGHEST = 4


class Size(NamedTuple):
    """What a figure is the size of."""

    word: str
    """ "cost", "toll"."""
    thing: Token
    """The noun whose circumstances are those of the size: "cost" in "the cost of the fire", "bridge" in "it cost"."""
    verb: Token
    of: tuple[Token, ...]
    """What has the size."""
    at_most: bool = False
    grown: bool = False
    """True for "the toll rose to 31": it was another before."""


class Amount(NamedTuple):
    """A figure in its clause."""

    last: Token
    """Its last word."""
    head: Token
    """The word by which it hangs in its clause."""
    is_sum: bool
    """True for money, shares and measures: everything may have one."""


Rule = Callable[[Amount], Size | None]


def size_of(token: Token, is_sum: bool = False) -> Size | None:
    """The size that a figure at `token` names; None where its clause does not say."""
    head = token
    for _ in range(_HIGHEST):
        if head.dep_ not in ("nummod", "compound", "quantmod", "nmod") or head.head.i == head.i:
            break
        head = head.head
    if is_wide(head.head):
        return None
    amount = Amount(token, head, is_sum)
    return next((size for _, rule in RULES for size in [rule(amount)] if size is not None), None)


def _measured(amount: Amount) -> Size | None:
    """ "puts the cost at $5", "the cost was $5", "it cannot have exceeded $5"."""
    found = measured(amount.last)
    return None if found is None else _of_thing(found.thing, found.verb, found.at_most)


def _of(amount: Amount) -> Size | None:
    """ "a crowd of 5,000", "a ransom of $3 million", "reached a depth of 900 metres"."""
    preposition = amount.head.head
    if amount.head.dep_ != "pobj" or preposition.lower_ != "of":
        return None
    thing = preposition.head
    if not (is_size(thing) or (amount.is_sum and thing.pos_ == "NOUN")):
        return None
    verb = thing.head if thing.head.pos_ in ("VERB", "AUX") else thing
    size = _of_thing(thing, verb, without=preposition)
    subject = _subject(verb)
    if not size.of and subject is not None and subject.i != thing.i and subject.pos_ != "PRON":
        return size._replace(of=(subject,))
    return size


def _standing(amount: Amount) -> Size | None:
    """ "the toll stands at 31", "inflation rose to 12 percent"."""
    preposition = amount.head.head
    verb = preposition.head
    lemma = verb.lemma_.lower()
    grown = lemma in _RISING and preposition.lower_ == "to"
    if amount.head.dep_ != "pobj" or not (grown or preposition.lower_ == _STANDING.get(lemma)):
        return None
    thing = _subject(verb)
    if thing is None or not (is_size(thing) or (amount.is_sum and thing.pos_ == "NOUN")):
        return None
    return _of_thing(thing, verb)._replace(grown=grown)


def _set(amount: Amount) -> Size | None:
    """ "The damage is put at $5", "estimated inflation at 19 percent", "giving the number of dead as 12"."""
    preposition = amount.head.head
    if amount.head.dep_ != "pobj" or preposition.lower_ not in ("at", "as"):
        return None
    for verb in islice(preposition.ancestors, _HIGHEST):
        if verb.lemma_.lower() in _SETTING:
            things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < amount.head.i]
            return _of_thing(things[0], verb) if things and things[0].pos_ in ("NOUN", "PROPN") else None
    return None


def _measuring(amount: Amount) -> Size | None:
    """ "The bridge cost 2 million crowns", "The well is 900 metres deep", "The flat is worth $2 million"."""
    head, verb = amount.head, amount.head.head
    lemma = verb.lemma_.lower()
    if head.dep_ == "npadvmod" and lemma in _DIMENSIONS:
        return _by_verb(verb.head if verb.head.pos_ in ("AUX", "VERB") else verb, _DIMENSIONS[lemma], head)
    if head.dep_ in ("attr", "dobj", "npadvmod", "nsubj", "ccomp") and lemma in _MEASURING:
        return _by_verb(verb, _MEASURING[lemma], head)
    if head.dep_ in ("attr", "dobj") and lemma in BEING and lemma not in PASSING:
        return _by_verb(verb, "", head) if amount.is_sum or lemma == "be" else None
    return None


RULES: tuple[tuple[str, Rule], ...] = (
    ("measured", _measured),
    ("of", _of),
    ("standing", _standing),
    ("set", _set),
    ("measuring", _measuring),
)
"""Where a clause says what has the size."""


def _by_verb(verb: Token, word: str, head: Token) -> Size | None:
    """A verb with its subject; without a word of its own the subject is the size: "Inflation reached 12 percent"."""
    subject = _subject(verb)
    if subject is None or subject.i == head.i:
        return None
    if subject.pos_ == "PRON":
        return Size(word, subject, verb, ()) if word else None
    if not word or is_size(subject):
        return _of_thing(subject, verb)
    return Size(word, subject, verb, (subject,))


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)


def _of_thing(thing: Token, verb: Token, at_most: bool = False, without: Token | None = None) -> Size:
    """A noun of size with what has it: "the cost of the fire", "the fire's cost", "the fire damage"."""
    behind = [c for c in thing.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "in", "for", "at")]
    things = [noun for prep in behind if prep != without for noun in prep.children if noun.dep_ == "pobj"]
    whose = [c for c in thing.children if c.dep_ in ("poss", "compound")]
    return Size(thing.lemma_.lower(), thing, verb, (*things, *whose), at_most)


def is_size(noun: Token) -> bool:
    """True for nouns of size: "toll", "cost"."""
    return noun.lemma_.lower() in word_list("sizes")
