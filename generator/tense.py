"""Whether the clause around a word speaks of what was or of what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.clauses import VERBS
from generator.dates import Tense
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

AHEAD = word_list("ahead_words")
LASTING = word_list("lasting_verbs")
#: Words are climbed over until one tells the tense.
_HIGHEST = 12
_PAST = frozenset({"VBD", "VBN"})
_UNTIL = frozenset({"until", "till"})
_FOR = frozenset({"for", "until", "till"})
SCHEDULED = frozenset({"expect", "plan", "schedule", "set", "slate"})
"""Verbs that tell when something is to be; of others that look ahead the date is when they were said."""
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
PLANS = word_list("planned_verbs")


def tense_at(word: Token) -> Tense:
    """The tense of the nearest words above a date that tell it.

    >>> # "He said on Monday | that the talks will go on on Friday" -> -1 | 1
    """
    token = word
    way: set[str] = set()
    for _ in range(_HIGHEST):
        way.add(token.lower_)
        if token.pos_ in VERBS and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            found = _of_verb(token, way)
            if found is not None:
                return found
        elif token.lemma_.lower() in AHEAD:
            return 1
        if token.head.i == token.i:
            return 0
        token = token.head
    return 0


def _of_verb(verb: Token, way: set[str]) -> Tense | None:
    """What a verb and its auxiliaries say of a date that is joined to it by these words; None if they say nothing."""
    lemma = verb.lemma_.lower()
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if any(child.tag_ == "MD" for child in helpers):
        # "Could not be reached on Monday", "may have left on Monday"
        denied = bool(words & {"could", "would"}) and any(child.dep_ == "neg" for child in verb.children)
        return -1 if denied or ("have" in words and not words & {"will", "'ll", "’ll"}) else 1
    if "to" in words:
        return -1 if "have" in words else _of_infinitive(verb)
    if (lemma in LASTING and way & _UNTIL) or (lemma in AHEAD and (verb.tag_ not in _PAST or way & _FOR)):
        return 1
    if verb.tag_ in _PAST:
        if lemma in SCHEDULED and verb.tag_ == "VBN":
            return 1
        if words & _IS and not words & _HAVE:
            return 1 if way & _UNTIL else 0
        return -1
    if verb.tag_ == "VBG":
        return None if not helpers else 1 if words & _IS and not words & _HAVE else -1
    if verb.tag_ in ("VBZ", "VBP"):
        return 1 if lemma in PLANS or way & _UNTIL else 0
    return 1 if verb.tag_ == "VB" and (verb.dep_ == "ROOT" or _is_order(verb)) else None


def _is_order(verb: Token) -> bool:
    """ "Come back in August," said the mayor."""
    return verb.dep_ == "ccomp" and not any(child.dep_ in ("nsubj", "aux", "mark") for child in verb.children)


def _of_infinitive(verb: Token) -> Tense | None:
    """ "Plans to meet on Friday" looks ahead, "was forced to resign on Friday" does not."""
    above = verb.head
    ahead = above.lemma_.lower() in AHEAD or above.tag_ in ("VBZ", "VBP")
    return 1 if ahead or above.i == verb.i or verb.dep_ == "acl" else None


def tells_apart(word: Token) -> bool:
    """True for a date that hangs on a noun: "the jump in May", "the Sept. 1 fire"."""
    while word.head.ent_type_ == "DATE" and word.head.i != word.i and word.head.pos_ != "ADP":
        word = word.head
    above = word.head
    if above.pos_ == "ADP" and word.dep_ == "pobj":
        above = above.head
    return above.i != word.i and above.pos_ in ("NOUN", "PROPN") and above.lemma_.lower() not in AHEAD
