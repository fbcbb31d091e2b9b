"""What was done to the things that a figure counts: "killed" in "12 people were killed", "12 dead", "12 deaths"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import is_wide
from generator.clauses import clause_of
from generator.disputes.alike import deed_of, is_deed, is_plain

if TYPE_CHECKING:
    from generator.nlp import Token

#: Words between a number and the word that its clause hangs on; broken text makes chains of hundreds.
_HIGHEST = 5
_IN_PHRASE = frozenset({"nummod", "quantmod", "compound", "nmod"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_VERBS = frozenset({"VERB", "AUX"})
#: "A total of 300 houses": the houses are meant.
_SUMS = frozenset({"total", "number", "sum", "maximum", "minimum", "rest", "estimate"})
#: "Forty people are feared dead": what they are stands in the complement.
_BEING = frozenset(
    {"be", "remain", "leave", "report", "fear", "believe", "presume", "list", "declare", "think", "know", "find", "go"}
)


class Deed(NamedTuple):
    """What a sentence says of counted things."""

    word: str
    """First word of its line in data/same_deeds.txt, or the lemma."""
    verb: Token
    """The verb whose circumstances are those of the deed."""
    noun: Token
    """The things, or the word that stands for them."""
    known: bool
    """True for a word of the list."""


Rule = Callable[["Token"], Deed | None]


def counted_head(token: Token) -> Token:
    """The word by which a counted thing hangs in its sentence."""
    head = token
    for _ in range(_HIGHEST):
        if head.dep_ in _IN_PHRASE and head.head.i != head.i:
            head = head.head
        elif head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in _SUMS:
            head = head.head.head
        elif head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN", "NUM") and head.head.i < head.i:
            head = head.head
        else:
            break
    return head


def deed_told(token: Token) -> Deed | None:
    """The deed of the things counted at `token`; one of the list before any other verb."""
    head = counted_head(token)
    if is_wide(head) or is_wide(head.head):
        return None
    found = [deed for _, rule in RULES for deed in [rule(head if rule is not _of_unit else token)] if deed is not None]
    telling = (deed for deed in found if deed.known and not is_plain(deed.word))
    return next(telling, found[0] if found else None)


def untold(token: Token) -> Deed | None:
    """No deed, but a place in a clause: "spoke of 30 wolves", "a list with 30 names"."""
    head = counted_head(token)
    verb = clause_of(head) or head
    return None if is_wide(verb) else Deed("", verb, head, False)


def _clause(noun: Token) -> Deed | None:
    """The verb whose subject or object the things are: "12 people were killed", "The fire destroyed 12 houses"."""
    verb = noun.head
    if noun.dep_ not in _ROLES or verb.pos_ not in _VERBS:
        return None
    if noun.dep_ in ("nsubj", "nsubjpass"):
        raised = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if raised is not None and verb.lemma_.lower() in _BEING:
            # "12 people are believed to have died"
            verb = raised
    if verb.lemma_.lower() in _BEING:
        state = next((c for c in verb.children if c.dep_ in ("acomp", "oprd", "attr") and c.i != noun.i), None)
        if state is not None and is_deed(word_of(state)):
            return Deed(deed_of(word_of(state)), verb, noun, True)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if thing is not None:
            # "11 workers lost their lives", "120,000 people took part"
            phrase = f"{verb.lemma_.lower()}_{thing.lemma_.lower()}"
            if is_deed(phrase):
                return Deed(deed_of(phrase), verb, noun, True)
    return _deed(verb, verb, noun)


def _participle(noun: Token) -> Deed | None:
    """ "the names of 640 people who were detained", "12 people killed in the fire"."""
    whole = [of for prep in noun.children if prep.lower_ == "of" and prep.i > noun.i for of in prep.children]
    for thing in (noun, *whole):
        for child in thing.children:
            if child.dep_ in ("acl", "relcl") and child.i > thing.i and is_deed(word_of(child)):
                return _deed(child, child, noun)
    return None


def _state(noun: Token) -> Deed | None:
    """ "12 dead", "12 people dead"."""
    for word in (noun, *noun.children):
        if word.i >= noun.i and word.pos_ in ("ADJ", "VERB") and is_deed(word_of(word)):
            return _deed(word, noun.head if noun.head.pos_ in _VERBS else noun, noun)
    return None


def _of_noun(noun: Token) -> Deed | None:
    """ "the arrest of 40 students"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    above = noun.head.head
    if above.pos_ != "NOUN" or not is_deed(above.lemma_.lower()):
        return None
    return _deed(above, above, noun)


def _behind(noun: Token) -> Deed | None:
    """ "was travelling at 150 km an hour", "sold for 2 million crowns"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "for", "by") or noun.head.head.dep_ == "pobj":
        return None
    verb = noun.head.head if noun.head.head.dep_ != "dobj" else noun.head.head.head
    return _deed(verb, verb, noun) if is_deed(verb.lemma_.lower()) else None


def _of_unit(noun: Token) -> Deed | None:
    """ "14 deaths", "40 arrests"."""
    if noun.pos_ != "NOUN" or not is_deed(noun.lemma_.lower()):
        return None
    return _deed(noun, noun.head if noun.head.pos_ in _VERBS else noun, noun)


def word_of(token: Token) -> str:
    """The word of the list that a token is: "gone" is not "go"."""
    return str(token.lower_ if is_deed(token.lower_) else token.lemma_.lower())


def _deed(word: Token, verb: Token, noun: Token) -> Deed:
    lemma = word_of(word)
    for child in word.children:
        if child.dep_ in ("prt", "prep") and child.i > word.i:
            # "shot down", "taken into custody"
            behind = (child.lower_, *(noun.lemma_.lower() for noun in child.children if noun.dep_ == "pobj"))
            lemma = next((f"{lemma}_{one}" for one in behind if is_deed(f"{lemma}_{one}")), lemma)
    return Deed(deed_of(lemma), verb, noun, is_deed(lemma))


RULES: tuple[tuple[str, Rule], ...] = (
    ("clause", _clause),
    ("participle", _participle),
    ("state", _state),
    ("of-noun", _of_noun),
    ("behind", _behind),
    ("unit", _of_unit),
)
"""Where a deed stands; the first whose word is in the list, else the first."""


def verbs_above(verb: Token) -> Iterator[Token]:
    """The verbs and nouns that a clause hangs on, nearest first, a few of them."""
    for _ in range(_HIGHEST):
        if verb.head.i == verb.i:
            return
        verb = verb.head
        yield verb
