"""The rules for roles that a verb tells: "who heads", "is a", "was named", "resigned as"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.actors.clauses import SUBJECTS, children
from generator.actors.death import is_unreal
from generator.actors.names import Name
from generator.actors.role_phrases import LONGEST, Found, employer, end_of_phrase, is_role, tidy
from generator.actors.words import words
from generator.model import RoleStatus

if TYPE_CHECKING:
    from generator.actors.roles import Surroundings
    from generator.nlp import Token

NAMING = frozenset({"appoint", "crown", "elect", "hire", "install", "make", "name", "promote", "reelect", "swear"})
"""Verbs that give an office."""

SERVING = frozenset({"act", "continue", "remain", "return", "serve", "sit", "stay", "take", "train", "work"})
LEAVING = frozenset({"dismiss", "fire", "leave", "oust", "quit", "remove", "resign", "retire", "sack", "step"})
REPLACING = frozenset({"follow", "replace", "succeed"})
"""Verbs before "as" with an office: who serves has it, who leaves had it, who replaces somebody has it now."""


def _who(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Luc Martin, who heads the harbour board, ..."."""
    doc = around.doc
    i = name.last
    if i < len(doc) and doc[i].text == ",":
        i += 1
    if i + 1 >= len(doc) or doc[i].lower_ != "who":
        return
    verb = doc[i].head
    if verb.i <= i:
        return
    if verb.lemma_ in words().role_verbs:
        last = end_of_phrase(doc, i, verb)
        if last - verb.i > 1 and not is_unreal(verb):
            yield Found(verb.i, last, _served(around, verb.i, last), _past(verb))
    yield from _told(around, verb, verb.i)
    if verb.lemma_ in REPLACING | SERVING:
        yield from _offices(around, verb, verb.i, REPLACING | SERVING, _served_out(verb))


def _served(around: Surroundings, first: int, last: int) -> tuple[int, int] | None:
    return next(iter(around.organizations(first, last)), None)


def _is_a(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Rosa Klebb is a professor of mining at Strelsau College", "... was named its chairwoman"."""
    root = around.doc[name.first : name.last].root
    verb = root.head
    if root.dep_ in SUBJECTS and verb.i >= name.last:
        yield from _told(around, verb, name.last)


def _told(around: Surroundings, verb: Token, after: int) -> Iterator[Found]:
    """What a verb tells of its subject; nothing where it is only wished or feared."""
    if _is_wish(verb):
        return
    for child in children(verb):
        if child.dep_ == "attr" and verb.lemma_ in ("be", "become"):
            if verb.lemma_ == "become" and verb.tag_ not in ("VBD", "VBN"):
                continue
            yield from _office(around, child, _past(verb) if verb.lemma_ == "be" else None)
        elif child.dep_ in ("oprd", "attr", "dobj") and verb.lemma_ in NAMING and child.i > after:
            yield from _office(around, child, None)


def _is_wish(verb: Token) -> bool:
    """ "may be the mayor", "if she was the mayor", "asked to have her removed as the mayor"."""
    if is_unreal(verb) or any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in children(verb)):
        return True
    return verb.dep_ in ("ccomp", "xcomp") and verb.head.tag_ == "VB"


def _as(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Rosa Klebb resigned as mayor of Strelsau", "As mayor, Rosa Klebb ..."."""
    doc = around.doc
    root = doc[name.first : name.last].root
    verb = root.head
    if root.dep_ not in SUBJECTS or _is_wish(verb):
        return
    is_passive = root.dep_ == "nsubjpass"
    has_left = verb.lemma_ in LEAVING or (is_passive and verb.lemma_ in REPLACING)
    # "Rosa Klebb was hired as captain", not "Rosa Klebb hired him as captain".
    verbs = SERVING | LEAVING | REPLACING | (NAMING if is_passive else frozenset())
    yield from _offices(around, verb, root.i, verbs, "former" if has_left else _served_out(verb))


def _served_out(verb: Token) -> RoleStatus | None:
    """ "served as treasurer" is former; "returned as treasurer" not."""
    return _past(verb) if verb.lemma_ in ("act", "serve", "sit", "work") else None


def _offices(
    around: Surroundings, verb: Token, subject: int, verbs: frozenset[str], status: RoleStatus | None
) -> Iterator[Found]:
    """What stands behind "as" beside a verb; before its subject any verb will do: "As mayor, Rosa Klebb wept"."""
    for child in children(verb):
        if child.dep_ != "prep" or child.lower_ != "as":
            continue
        is_front = child.i < subject
        if is_front or verb.lemma_ in verbs:
            for office in children(child):
                if office.dep_ == "pobj":
                    yield from _office(around, office, None if is_front else status)


def _given(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "The board named Rosa Klebb chairwoman of the mint"."""
    doc = around.doc
    if name.last >= len(doc):
        return
    i = name.first - 1
    while i > 0 and name.first - i < 4 and doc[i].pos_ in ("NOUN", "PROPN", "ADJ", "DET"):
        i -= 1
    if i < 0 or doc[i].lemma_ not in NAMING or doc[i].pos_ != "VERB" or is_unreal(doc[i]):
        return
    first = name.last
    while first < len(doc) and doc[first].lower_ in ("as", "to", "be", "the", "a", "its", "their", "his", "her"):
        first += 1
    for j in range(first, min(first + 6, len(doc))):
        if doc[j].pos_ not in ("NOUN", "PROPN", "ADJ"):
            return
        if doc[j].lower_ in words().titles and (j + 1 == len(doc) or doc[j + 1].pos_ not in ("NOUN", "PROPN", "ADJ")):
            yield from _office(around, doc[j], None, first)
            return


def _office(around: Surroundings, head: Token, status: RoleStatus | None, first: int | None = None) -> Iterator[Found]:
    doc = around.doc
    opening = head.left_edge.i if first is None else first
    if opening < head.i - LONGEST:
        return
    first, last = tidy(doc, opening, end_of_phrase(doc, opening, head))
    if first < last and head.lemma_.lower() in words().titles and is_role(around, first, last, head.i):
        yield Found(first, last, employer(around, first, last, head.i), status)


def _past(verb: Token) -> RoleStatus | None:
    """ "was the mayor" and "had been the mayor" are former, "has been the mayor" not."""
    had = any(child.lower_ in ("had", "'d") for child in children(verb) if child.dep_ == "aux")
    return "former" if verb.tag_ == "VBD" or had else None


VERB_RULES: tuple[tuple[str, Callable[[Surroundings, Name], Iterator[Found]]], ...] = (
    ("who", _who),
    ("is-a", _is_a),
    ("as", _as),
    ("given", _given),
)
