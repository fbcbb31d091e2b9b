"""Who is dead by the article's own words: "the late president Rosa Klebb", "Klebb died", "the death of Klebb"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.actors.clauses import children
from generator.actors.names import Name
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Passage, Token

DIES = frozenset({"die", "drown", "perish"})
IS_KILLED = frozenset({"assassinate", "behead", "bury", "execute", "kill", "murder", "slay"})
DEATHS = frozenset({"assassination", "burial", "corpse", "death", "demise", "funeral", "killing", "murder", "passing"})
UNREAL = frozenset({"can", "could", "if", "may", "might", "must", "nearly", "almost", "should", "will", "would", "'ll"})


def is_dead(names: Iterable[Name], passages: tuple[Passage, ...]) -> bool:
    """True if the words around one of the names say so."""
    return any(_dies(passages[name.passage].doc[name.first : name.last].root, name, passages) for name in names)


def _dies(root: Token, name: Name, passages: tuple[Passage, ...]) -> bool:
    doc = passages[name.passage].doc
    for i in range(max(0, name.first - 4), name.first):
        if doc[i].lower_ in words().late and doc[i].dep_ == "amod":
            return all(token.is_alpha for token in doc[i : name.first])
    head = root.head
    passes = head.lemma_ == "pass" and any(child.lower_ in ("away", "on") for child in children(head))
    if root.dep_ == "nsubj" and (head.lemma_ in DIES or passes):
        return head.tag_ in ("VBD", "VBN") and not is_unreal(head)
    if root.dep_ == "nsubjpass" and head.lemma_ in IS_KILLED:
        return not is_unreal(head)
    if root.dep_ == "poss" and head.lemma_ in DEATHS:
        return not is_unreal(head)
    return root.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_ in DEATHS and not is_unreal(head.head)


def is_unreal(head: Token) -> bool:
    """ "would have died", "if she died", "nearly died", "did not die"."""
    return any(child.dep_ == "neg" or child.lower_ in UNREAL for child in children(head))
