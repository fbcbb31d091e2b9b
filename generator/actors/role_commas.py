"""The rules for roles that a comma parts from the name: "Luc Martin, a spokesman", "The spokesman, Luc Martin"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.actors.borders import POSSESSIVES
from generator.actors.names import Name
from generator.actors.role_before import phrase_before
from generator.actors.role_phrases import (
    LONGEST,
    MARKS,
    Found,
    employer,
    end_of_phrase,
    head_noun,
    is_role,
    tidy,
)
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.actors.roles import Surroundings
    from generator.nlp import Doc, Token


def _apposition(around: Surroundings, name: Name) -> Iterator[Found]:
    """Between commas behind the name: "Luc Martin, 45, a spokesman for the miners, ..."."""
    doc = around.doc
    if name.last + 1 >= len(doc) or doc[name.last].text not in (",", "(", "-", "--", "\u2013", "\u2014"):
        return
    opening = _past_age(doc, name.last + 1)
    while opening < len(doc) and doc[opening].lower_ in ("then", "now", "currently", "formerly", "also", "himself"):
        opening += 1
    head = head_noun(doc, opening)
    if head is None or _is_subject(doc, name, head, opening):
        return
    first, last = tidy(doc, opening, end_of_phrase(doc, opening, head))
    if first < last and (is_role(around, first, last, head.i) or _is_called(around, name, head, opening)):
        yield Found(first, last, employer(around, first, last, head.i))


def _past_age(doc: Doc, i: int) -> int:
    """Past "45," and "aged 45,"."""
    start = i
    while i < len(doc) and i < start + 2 and (doc[i].lower_ in ("aged", "age") or doc[i].text.isdecimal()):
        i += 1
    return i + 1 if start < i < len(doc) and doc[i].text in (",", ")") else start


def _is_subject(doc: Doc, name: Name, head: Token, opening: int) -> bool:
    """ "After the talks with Rosa Klebb, the minister said": who speaks is somebody else."""
    if head.dep_ not in ("nsubj", "nsubjpass") or doc[opening].pos_ not in ("DET", "PRON"):
        return False
    after = head.right_edge.i + 1
    return after < len(doc) and doc[after].text not in MARKS and head.head.i > head.i


def _is_called(around: Surroundings, name: Name, head: Token, opening: int) -> bool:
    """ "Luc Martin, the voice of the miners": a noun with an article and "of"."""
    return (
        head.tag_ == "NN"
        and head.is_lower
        and head.i not in around.names
        and head.dep_ == "appos"
        and name.first <= head.head.i < name.last
        and around.doc[opening].lower_ in ("a", "an", "the")
        and head.i + 1 < len(around.doc)
        and around.doc[head.i + 1].lower_ in ("of", "behind")
    )


def _after_comma(around: Surroundings, name: Name) -> Iterator[Found]:
    """A phrase and a comma before the name: "The union's chairwoman, [former miner] Rosa Klebb, ..."."""
    doc = around.doc
    comma = max(phrase_before(around, name), tidy(doc, name.first - 4, name.first)[0] if name.first > 4 else 0) - 1
    comma = next((i for i in range(name.first - 1, max(0, comma - 2), -1) if doc[i].text == ","), 0)
    if comma < 1 or any(doc[i].pos_ in ("VERB", "AUX", "CCONJ", "PUNCT") for i in range(comma + 1, name.first)):
        return
    root = doc[name.last - 1]
    head = root.head
    if root.dep_ == "appos" and head.i < comma and head.pos_ in ("NOUN", "PROPN"):
        turning: Token | None = _turning(doc, head)
    else:
        turning = None
    if turning is None or turning.lower_ not in words().titles:
        turning = _closed(doc, comma, name) or turning
    if turning is None:
        return
    first, last = tidy(doc, _start(doc, turning), comma)
    known = around.names.get(last - 1)
    if known is not None and known.label == "person" and doc[known.first - 1].pos_ != "ADP":
        return  # a list: "Mayor Luc Martin, Senator Rosa Klebb"
    if first < last <= first + LONGEST and is_role(around, first, last, turning.i):
        yield Found(first, last, employer(around, first, last, turning.i))


def _start(doc: Doc, turning: Token) -> int:
    """Where the phrase of a title begins; a verb or a comma before it belongs to something else."""
    for i in range(turning.i - 1, max(turning.left_edge.i - 1, turning.i - LONGEST), -1):
        is_verb = doc[i].pos_ in ("VERB", "AUX") and doc[i].dep_ not in ("amod", "compound", "nmod")
        if doc[i].text in MARKS or is_verb or doc[i].pos_ in ("PRON", "SCONJ"):
            return i + (doc[i].tag_ != "PRP$")
    return turning.left_edge.i


def _closed(doc: Doc, comma: int, name: Name) -> Token | None:
    """The title of "its chief surveyor, Luc Martin, said", "Mayor of Strelsau, Luc Martin said", if the parse fails."""
    after = doc[name.last] if name.last < len(doc) else None
    if after is not None and after.text not in (",", ".") and after.pos_ not in ("VERB", "AUX"):
        return None
    for i in range(comma - 1, max(-1, comma - 8), -1):
        token = doc[i]
        if token.lower_ in words().titles and token.tag_ in ("NN", "NNP"):
            first = _start(doc, token)
            is_clause = first > 0 and doc[first - 1].pos_ in ("ADP", "SCONJ") and (after is None or after.text != ",")
            return token if (i + 1 == comma or doc[i + 1].lower_ in ("of", "for", "at")) and not is_clause else None
        if token.pos_ not in ("NOUN", "PROPN", "ADP", "DET", "ADJ") and token.text not in POSSESSIVES:
            return None
    return None


def _turning(doc: Doc, head: Token) -> Token:
    """ "director for rates and chief surveyor" turns on "director", "the king and the surveyor" on "surveyor"."""
    turning = head
    for _ in range(4):
        if head.dep_ == "conj" and doc[head.left_edge.i].pos_ not in ("DET", "PRON"):
            head = head.head
        elif head.dep_ == "pobj" and head is not turning and head.head.head.i < head.i:
            head = head.head.head
        else:
            break
        if head.lower_ in words().titles:
            turning = head
    return turning


COMMA_RULES: tuple[tuple[str, Callable[[Surroundings, Name], Iterator[Found]]], ...] = (
    ("apposition", _apposition),
    ("after-comma", _after_comma),
)
