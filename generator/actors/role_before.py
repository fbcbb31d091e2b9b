"""The rules for roles right before a name: "Ruritanian navy spokesman Luc Martin"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.actors.borders import POSSESSIVES
from generator.actors.names import Name
from generator.actors.role_bodies import body_behind
from generator.actors.role_phrases import (
    ABSTRACT,
    LONGEST,
    MARKS,
    THINGS,
    Found,
    employer,
    is_participle,
    is_role,
    tidy,
)
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.actors.roles import Surroundings
    from generator.nlp import Doc


def _before(around: Surroundings, name: Name) -> Iterator[Found]:
    """The noun phrase right before the name: "Ruritanian navy spokesman Luc Martin"."""
    doc = around.doc
    if name.text.rstrip(".") in ("Jr", "Sr"):
        return
    first = phrase_before(around, name)
    first, last = tidy(doc, first, name.first)
    while last - first > 1 and doc[last - 1].lower_ in words().honorifics - words().titles:
        last -= 1
    if first < last and (is_role(around, first, last) or _is_modifier(around, name, last - 1)):
        yield Found(first, last, employer(around, first, last) or body_behind(around, name))


def phrase_before(around: Surroundings, name: Name) -> int:
    """Where the phrase that ends in the name begins."""
    doc = around.doc
    first = name.first
    while first > 0 and name.first - first < LONGEST:
        if _belongs(around, name, first - 1):
            first -= 1
        elif (joined := _joined(doc, first, name)) is not None and joined not in around.names:
            first = joined
        else:
            break
    return first


def _joined(doc: Doc, first: int, name: Name) -> int | None:
    """The title before "director and [senior surveyor Luc Martin]", "Chief of [Army Staff General Luc Martin]"."""
    if first < 2 or first == name.first or doc[first - 2].lower_ not in words().titles:
        return None
    if doc[first - 1].lower_ == "of":
        return first - 2 if "staff" in {token.lower_ for token in doc[first : name.first]} else None
    joins = (
        doc[first - 1].lower_ in ("and", "&") and doc[first].lower_ not in ("the", "a", "an") and doc[first].is_lower
    )
    return first - 2 if joins and doc[first - 2].tag_ == "NN" else None


def _is_modifier(around: Surroundings, name: Name, i: int) -> bool:
    """ "the recluse Rosa Klebb": a common noun that the parse hangs on the name; not "the deal Rosa Klebb signed"."""
    token, root = around.doc[i], around.doc[name.first : name.last].root
    hangs = token.dep_ in ("compound", "nmod") and name.first <= token.head.i < name.last
    return (
        i == name.first - 1
        and token.tag_ == "NN"
        and token.is_lower
        and i not in around.names
        and (hangs or (root.dep_ == "appos" and root.head.i == i))
        and token.lower_ not in THINGS
        and not token.lower_.endswith(ABSTRACT)
    )


def _belongs(around: Surroundings, name: Name, i: int) -> bool:
    """True if token `i` is part of the phrase that ends in the name."""
    doc = around.doc
    token, root = doc[i], doc[name.last - 1]
    # "suspected arsonist Luc Martin" must never become "arsonist".
    if is_participle(doc, i) and token.head.i < name.last:
        return True
    if token.is_space and "\n" not in token.text:
        return i + 1 < name.first
    if token.is_space or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "DET") or token.text in MARKS:
        return (
            token.pos_ == "DET"
            and i + 1 < name.first
            and doc[i + 1].pos_ != "DET"
            and token.head.i < name.first
            and token.head.dep_ == "pobj"
        )
    if token.lower_ == "person":
        return False
    known = around.names.get(i)
    if known is not None and known.label == "person":
        return _is_master(doc, known, name)
    if token.lower_ in words().titles or token.lower_ in words().honorifics:
        return i + 1 == name.first or token.head.i > i or doc[i + 1].lower_ in ("of", "for", "to", "at", "and")
    if i < token.head.i < name.first or (token.dep_ == "case" and i < token.head.head.i < name.first):
        return True
    ancestors = token
    for _ in range(8):
        if name.first <= ancestors.i < name.last or ancestors.i == root.i:
            return True
        if ancestors.head is ancestors:
            break
        if i < ancestors.i < name.first and ancestors.pos_ in ("VERB", "AUX"):
            return False
        ancestors = ancestors.head
    return root.dep_ == "appos" and root.head.i < name.first and root.head.i >= i and root.head.left_edge.i <= i


def _is_master(doc: Doc, known: Name, name: Name) -> bool:
    """ "Klebb lawyer Luc Martin", "Klebb's lawyer Luc Martin": a person whom the role serves."""
    after = known.last + (doc[known.last].text in POSSESSIVES)
    root = doc[known.first : known.last].root
    return after < name.first and doc[after].is_lower and doc[after].pos_ in ("NOUN", "ADJ") and root.head.i >= after


def _title_of(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Head of sales at Northmark Rosa Klebb told": a title and what it is of, whatever the parse makes of it."""
    doc, lists = around.doc, words()
    if name.first == 0 or around.names.get(name.first - 1, name).label == "person":
        return
    for i in range(name.first - 2, max(-1, name.first - LONGEST), -1):
        token = doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ") and token.text not in ("-", *POSSESSIVES):
            return
        if token.lower_ in lists.titles and doc[i + 1].lower_ in ("of", "for", "at"):
            first = i
            while first > 0 and doc[first - 1].head.i in (i, first) and doc[first - 1].dep_ in ("compound", "amod"):
                first -= 1
            if not around.names.keys() & range(first, i + 1) and name.first - 1 in around.names:
                yield Found(first, name.first, employer(around, first, name.first, i))
            return


def _shared(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Senators Rosa Klebb of Strelsau, Luc Martin and Anna Moor": one word in the plural for all that follow."""
    doc = around.doc
    i = name.first - 1
    while i >= 0 and name.first - i < LIST:
        token = doc[i]
        if token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in words().titles:
            first, last = tidy(doc, token.left_edge.i if token.left_edge.i > i - 8 else i, i + 1)
            if first < last and around.names.get(i + 1, name).label == "person" and i + 1 in around.names:
                yield Found(first, last, employer(around, first, last))
            return
        if (
            i not in around.names
            and token.pos_ != "PROPN"
            and token.lower_ not in (",", "and", "of", "from", "the", "&")
        ):
            return
        i -= 1


LIST = 30
"""Tokens of a list of names."""


def _bracket(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "The president [Rosa Klebb] was told": an editor's insertion."""
    doc = around.doc
    i = name.first - 1
    if i > 0 and doc[i].text == "[" and doc[i - 1].lower_ in words().titles:
        first, last = tidy(doc, doc[i - 1].left_edge.i, i)
        if first < last <= first + LONGEST:
            yield Found(first, last, employer(around, first, last))


BEFORE_RULES: tuple[tuple[str, Callable[[Surroundings, Name], Iterator[Found]]], ...] = (
    ("before-name", _before),
    ("title-of", _title_of),
    ("shared", _shared),
    ("bracket", _bracket),
)
