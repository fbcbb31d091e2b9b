"""What a number counts that stands elsewhere or is left out: "killed 12", "30 dead", "the toll rose to 10"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.estimates import counted_before
from generator.figures.money import currencies
from generator.figures.nouns import counted_noun, end_of, noun_of, unit_of
from generator.figures.number import Counted, Number, word_before
from generator.figures.refusals import TIME_UNITS
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: How far behind "of the 30 boats" the part may stand: "Of the 30 boats in the harbour, two sank".
_REACH = 20
_PLACES = frozenset({"in", "at", "on", "from", "near"})
#: Words between a tally and its number: "the toll has risen to", "the crowd was put at".
_TO_TALLY = frozenset({"to", "at", "of", "by", ":", "be", "reach", "exceed", "top", "pass", "hit", "total"})


def casualties(number: Number) -> Counted | None:
    """ "Thirteen were killed", "wounding 30", "killing dozens and injuring 30 others": people, if the verb says so."""
    others = noun_of(number)
    token = number.last if others is None else others
    if number.quantity.kind == "share" or token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    if token.head.lemma_.lower() not in word_list("casualty_verbs"):
        return None
    return Counted(end_of(token), "people")


def gathered(number: Number) -> Counted | None:
    """ "Hundreds gathered in the square": nobody but people goes without a noun."""
    is_subject = number.last.dep_ in ("nsubj", "nsubjpass")
    return Counted(number.quantity.end, "people") if number.quantity.kind == "vague" and is_subject else None


def state(number: Number) -> Counted | None:
    """ "12 dead and 30 wounded", "At least 12 killed in a fire": people, if the word behind says so."""
    if number.quantity.kind == "share" or not number.following:
        return None
    word = number.following[0]
    is_state = word.lower_ in word_list("casualty_states")
    if not is_state and (word.tag_ not in ("VBN", "VBD") or word.lemma_.lower() not in word_list("casualty_verbs")):
        return None
    return Counted(number.quantity.end, "people")


def part_of_whole(number: Number) -> Counted | None:
    """ "Of the 30 boats in the harbour, two sank", "Out of 34 sailors, 12 were ill": what the sentence began with."""
    if number.quantity.kind != "number" or noun_of(number) is not None:
        return None
    before = word_before(number)
    if before is None or before.text != ",":
        return None
    start = max(number.sentence.first, number.first.i - _REACH)
    for of in number.doc[start : before.i]:
        if of.lower_ == "of" and (of.i == number.sentence.first or of.nbor(-1).lower_ in ("out", "that", ",")):
            rest = tuple(number.doc[of.i + 1 : before.i])
            while rest and rest[0].tag_ in ("DT", "CD", "PRP$"):
                rest = rest[1:]
            noun = counted_noun(rest, singular=False)
            return None if noun is None else Counted(number.quantity.end, unit_of(noun))
    return None


def tally(number: Number) -> Counted | None:
    """ "The death toll rose to 10", "a crew of 19", "Attendance: 12,000", "the number of boats rose to 10"."""
    if number.quantity.kind == "share" or noun_of(number) is not None or number.last.ent_type_ == "TIME":
        return None
    before = word_before(number)
    if before is None or before.lemma_.lower() not in _TO_TALLY:
        return None
    if before.lower_ in ("of", ":"):
        head = before.nbor(-1) if before.i else None
        return Counted(number.quantity.end, "people") if head is not None and _is_tally(head) else None
    for word in (before, *islice(before.ancestors, 3)):
        put = next((child for child in word.children if child.dep_ == "dobj" and child.i < number.first.i), None)
        if put is not None and before.lower_ == "at":
            # "Police put the turnout at 35,000."
            unit = "people" if _is_tally(put) else _numbered(put)
            return Counted(number.quantity.end, unit) if unit else None
        subject = next((child for child in word.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            unit = "people" if _is_tally(subject) else _numbered(subject)
            return Counted(number.quantity.end, unit) if unit else None
    return None


def _numbered(subject: Token) -> str | None:
    """What "the number of boats" is a number of."""
    of = next((child for child in subject.rights if child.lower_ == "of"), None) if subject.lower_ == "number" else None
    noun = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
    return unit_of(noun) if noun is not None and noun.tag_ in ("NNS", "NNPS") else None


def _is_tally(noun: Token) -> bool:
    return noun.lemma_.lower() in word_list("tallies")


def elliptic(number: Number) -> Counted | None:
    """ "The navy launched 18 boats, and an analysis found the remains of at least 22": 22 boats."""
    quantity = number.quantity
    if quantity.bound == "exact" or quantity.sign or quantity.kind != "number" or noun_of(number) is not None:
        return None
    if number.following and not number.following[0].is_punct:
        return None
    noun = counted_before(number.last)
    if noun is None or noun.lemma_.lower() in TIME_UNITS or noun.lemma_.lower() in currencies():
        return None
    return Counted(quantity.end, unit_of(noun))


def joined(number: Number) -> Counted | None:
    """ "Seven boats sank in Zenda and two in Hentzau": two boats."""
    if number.quantity.kind != "number" or number.quantity.sign or not number.following:
        return None
    before = word_before(number)
    if before is None or before.lower_ not in ("and", "but", ",") or number.following[0].lower_ not in _PLACES:
        return None
    for word in reversed(number.doc[max(number.sentence.first, before.i - _REACH) : before.i]):
        if word.tag_ == "CD":
            noun = counted_noun(tuple(number.doc[word.i + 1 : before.i]), singular=False)
            is_kept = noun is not None and noun.lemma_.lower() not in TIME_UNITS | currencies().keys()
            return Counted(number.quantity.end, unit_of(noun)) if noun is not None and is_kept else None
    return None
