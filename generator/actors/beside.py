"""Finders that need a word beside the capitals: "the brokerage X", "bands such as X", "Rosa Klebb of X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.actors.capitals import capital_runs
from generator.actors.labels import Find
from generator.actors.nouns import KINDS, ORGANIZATION_NOUNS
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc


def called(doc: Doc) -> Iterator[Find]:
    """Capitals right behind the noun that says what they name: "the brokerage Hallam Reeve"."""
    for first, last in capital_runs(doc):
        if first > 0 and doc[first - 1].lower_ in CALLED and doc[first - 1].is_lower:
            yield first, last, "organization"


def letters(doc: Doc) -> Iterator[Find]:
    """Capital letters that somebody is of, and those named in one breath with them: "Rosa Klebb of QRP"."""
    lists = words()
    for token in doc[2:] if len(doc) > 2 else ():
        is_letters = token.is_upper and token.is_alpha and 2 < len(token) < 7 and token.lower_ not in lists.never
        if not is_letters or token.dep_ != "pobj" or doc[token.i - 1].lower_ not in ("of", "from", "for"):
            continue
        owner = token.head.head
        if owner.ent_type_ == "PERSON" or (owner.is_lower and owner.lower_ in lists.titles):
            yield token.i, token.i + 1, "organization"


def heads_alone(doc: Doc) -> Iterator[Find]:
    """A head word with a capital and "the": "the Council voted"."""
    heads = words().organization_heads
    for token in doc[1:]:
        if token.is_title and token.lower_ in heads and doc[token.i - 1].lower_ == "the":
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if after is None or not (after.text[:1].isupper() or after.lower_ in ("of", "for")):
                yield token.i, token.i + 1, "organization"


def such_as(doc: Doc) -> Iterator[Find]:
    """The first of what a noun calls: "such bands as The Grey Piers", "towns such as Selmont"."""
    for first, last in capital_runs(doc):
        i = first - 1
        if i > 0 and doc[i].lower_ == "the":
            i -= 1
        if i < 2 or doc[i].lower_ != "as":
            continue
        noun = doc[i - 1] if doc[i - 2].lower_ == "such" else doc[i - 2] if doc[i - 1].lower_ == "such" else None
        if noun is None or noun.pos_ != "NOUN":
            continue
        label = next((label for nouns, label in KINDS if noun.lemma_ in nouns), None)
        if label is not None:
            yield first, last, label


CALLED = ORGANIZATION_NOUNS - {"group", "line", "label", "network", "station", "team", "union"}
"""Of the rest a name may be the owner or the place: "the station Selmont rebuilt"."""
