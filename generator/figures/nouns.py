"""The nouns that numbers count, and what they are called."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.figures.number import REACH, Number
from generator.figures.quantities import VAGUE
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: Tags of what may stand between a number and its noun: "80 most heavily armed, masked “rebel” soldiers".
_BETWEEN = frozenset(
    ["JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBN", "VBG", "HYPH", "POS", "RB", "RBS", "RBR", "``", "''"]
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_WHOSE = frozenset({"DT", "PRP$"})
#: How many words the owner of things may have: "two of Ruritania Railways' trains".
_OWNER = 4
#: What may stand before the noun of a whole: "of all the other 241 million users of ...".
_OF_WHOLE = _BETWEEN | _WHOSE | {"CD", "PDT", "$"}
_SQUARE = frozenset({"square", "cubic", "nautical"})

#: Plurals of two nouns of which the news means one.
_LEMMAS = {"bases": "base", "axes": "axe", "data": "data", "media": "media"}


def noun_of(number: Number) -> Token | None:
    """The noun right behind a number."""
    return counted_noun(number.following, singular=number.quantity.value == 1, in_heading=number.in_heading)


def counted_noun(following: tuple[Token, ...], singular: bool, in_heading: bool = False) -> Token | None:
    """The noun that a number before `following` counts; it is plural unless it says so itself or the number is one."""
    noun = None
    for place, token in enumerate(following[:REACH]):
        # "90 air, sea and land missiles"
        listed = token.tag_ in (",", "CC") and place > 0 and noun is None
        digits = token.tag_ == "CD" and following[place + 1 : place + 2] and following[place + 1].tag_ == "HYPH"
        if not (token.tag_ in _BETWEEN or listed or digits) or (noun is not None and token.tag_ not in _NOUNS):
            break
        if _is_plural(token) or (singular and token.tag_ == "NN") or (in_heading and _is_capital_plural(token)):
            noun = token
        elif noun is not None and token.tag_ in ("NNP", "NN"):
            # "15 missiles Tuesday": a singular noun behind the plural one is none of its own.
            break
    return noun


def _is_plural(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.tag_ in _PLURALS:
        return token.lower_ not in VAGUE and (token.text.isalpha() or "-" in token.text)
    return token.tag_ in _NOUNS and lemma in word_list("zero_plurals")


def _is_capital_plural(token: Token) -> bool:
    """ "12 Boats Lost": the tagger takes capitalised nouns of titles for names."""
    lower = token.lower_
    return token.tag_ == "NNP" and lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3


def of_noun(number: Number, vague: bool) -> Token | None:
    """The noun behind "of": "dozens of people", "15 of the 22 missiles", "two of Zenda's towers"."""
    following = number.following
    if not following or following[0].lower_ != "of" or len(following) < 2:
        return None
    rest = following[1:]
    if rest[0].tag_ in _WHOSE:
        rest = rest[1:]
    elif not vague and rest[0].tag_ != "CD" and not any(token.tag_ == "POS" for token in rest[:_OWNER]):
        return None
    while rest and rest[0].tag_ in ("CD", "RB", "RBR", "JJR"):
        rest = rest[1:]
    return counted_noun(rest, singular=False)


def whole_noun(following: tuple[Token, ...]) -> Token | None:
    """The noun of the whole that a share is of, one or many: "of the country's 241 million users", "of the harvest"."""
    found = None
    for token, after in pairwise((*following, None)):
        if token is None or token.tag_ not in _OF_WHOLE:
            break
        if token.tag_ in _NOUNS and (after is None or after.tag_ not in ("POS", "HYPH")):
            if found is not None and found.tag_ in _PLURALS:
                break
            found = token
    return found


def unit_of(noun: Token) -> str:
    """What a noun is called as a unit: its singular, "square foot" whole."""
    lemma = noun.lemma_.lower()
    if noun.tag_ in ("NNPS", "NNP") and lemma == noun.lower_:
        # The lemmatizer leaves names as they are: "155 Ruritanians".
        lemma = re.sub(r"(?<=[^s])s$", "", lemma)
    lemma = _LEMMAS.get(noun.lower_, lemma)
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    return f"{before} {lemma}" if before in _SQUARE else lemma


def end_of(token: Token) -> int:
    """Offset after a word, "two brothers-in-law" whole."""
    doc = token.doc
    while token.i + 2 < len(doc) and not token.whitespace_ and doc[token.i + 1].text == "-":
        if doc[token.i + 1].whitespace_ or not doc[token.i + 2].is_alpha:
            break
        token = doc[token.i + 2]
    end: int = token.idx + len(token)
    return end
