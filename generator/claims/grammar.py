"""What the parser says of one word: who does it, to whom, whether it is denied."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.attribution import subject_of

if TYPE_CHECKING:
    from generator.nlp import Token

#: How many words a "not" stands before what it denies: "not yet been publicly known".
_NEAR = 5
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "hardly", "no", "nobody", "none", "without"})
_WANTED = frozenset({"must", "should", "could", "can", "might", "may"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARIES = ("aux", "auxpass")
_VERBS = ("VERB", "AUX")
#: How many words above a participle the verb may be that has its subject.
_STEPS = 4


def subject(verb: Token) -> Token | None:
    """The word that a verb says something of, in the active or the passive; "it" and "there" are words too."""
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl")), None)


def agent(verb: Token) -> Token | None:
    """Who does it in a passive: "is accused by the ministry"."""
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((item for item in by.children if item.dep_ == "pobj"), None) if by is not None else None


def doer(verb: Token) -> Token | None:
    """Who does it, wherever the subject stands; in "The court fined the duke for claiming" the one who is fined."""
    above = verb.head.head
    if verb.dep_ == "pcomp" and above.pos_ in ("PROPN", "PRON"):
        return above
    if verb.dep_ == "pcomp" and above.pos_ in _VERBS and verb.head.lower_ == "for":
        objects = (child for child in above.rights if child.dep_ == "dobj" and child.pos_ in ("PROPN", "PRON"))
        return next(objects, None) or subject(above) or subject_of(above)
    found = subject_of(verb)
    if found is not None or verb.tag_ != "VBG":
        return found
    # "The suit was filed on Monday, alleging fraud." "She made excuses for accusing him."
    main = next((word for word in islice(verb.ancestors, _STEPS) if word.pos_ in _VERBS and subject(word)), None)
    return subject(main) if main is not None else None


def owner(noun: Token) -> Token | None:
    """Whose claim it is: "the ministry's claim", "a claim by the ministry", "a claim made by the ministry"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "acl" and child.tag_ == "VBN":
            return agent(child)
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((item for item in child.children if item.dep_ == "pobj"), None)
    return None


def above(word: Token, steps: int = 4) -> list[Token]:
    """A word and the nearest ones that it hangs on."""
    return [word, *islice(word.ancestors, steps - 1)]


def is_finite(verb: Token) -> bool:
    """ "he fled", "he has fled"; not "the change being sought"."""
    return verb.tag_ in _FINITE or any(child.tag_ in _FINITE for child in verb.lefts if child.dep_ in _AUXILIARIES)


def is_infinitive(verb: Token) -> bool:
    """ "to flee", "to have fled"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def is_passive(verb: Token) -> bool:
    """ "was said", "people suspected of": a participle with its auxiliary, or one that hangs on a noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or subject(verb) is not None:
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return not any(child.dep_ == "aux" for child in verb.lefts) and any(
            child.dep_ in ("auxpass", "nsubjpass") for child in verb.head.children
        )
    return verb.dep_ in ("acl", "advcl", "relcl")


def is_bare_participle(verb: Token) -> bool:
    """ "The letters, purported to be the duke's, are lost." """
    return bool(verb.tag_ == "VBN" and not any(child.dep_ in _AUXILIARIES for child in verb.lefts))


def is_negated(verb: Token) -> bool:
    """True for "did not claim", "never claimed", "nobody claimed"."""
    return any(
        child.dep_ == "neg"
        or (child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("nobody", "none"))
        or (child.dep_ in ("nsubj", "nsubjpass") and child.left_edge.lower_ in ("no", "neither", "few"))
        for child in verb.children
    )


def is_only_wanted(verb: Token) -> bool:
    """ "must reject", "could deny": nobody has done it."""
    return any(child.tag_ == "MD" and child.lower_ in _WANTED for child in verb.lefts)


def negation(word: Token) -> Token | None:
    """The word that denies `word`, near before it: "is | not clear", "is | far from clear", "| nor is it known"."""
    first = max(word.sent.start, word.i - _NEAR)
    for before in reversed(word.doc[first : word.i]):
        if before.lower_ in _NEGATIONS:
            return before
        if before.lower_ == "from" and before.i > first and before.nbor(-1).lower_ == "far":
            return before.nbor(-1)
        if before.is_punct or (before.pos_ == "VERB" and before.dep_ not in _AUXILIARIES):
            return None
    return None
