"""The rules for the body that somebody belongs to, where no more is said: "Rosa Klebb of the Ruritanian Navy"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.actors.borders import POSSESSIVES
from generator.actors.names import Name
from generator.actors.role_phrases import LONGEST, MARKS, Found, Range, tidy

if TYPE_CHECKING:
    from generator.actors.roles import Surroundings
    from generator.nlp import Doc


def _body_owner(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "the Miners' Party's Rosa Klebb": whose she is; "Ruritania's Rosa Klebb" tells no role."""
    doc = around.doc
    i = name.first - 1
    if i < 1 or doc[i].text not in POSSESSIVES:
        return
    owner = doc[i - 1]
    body = around.names.get(i - 1)
    first, last = tidy(doc, max(owner.left_edge.i, i - LONGEST), i)
    if any(doc[j].text in MARKS or doc[j].pos_ in ("VERB", "AUX", "CCONJ") for j in range(first, last)):
        first = last if body is None else body.first
    if body is not None and body.label == "organization":
        yield Found(min(first, body.first), last, (body.first, body.last), is_body=True)
    elif body is None and owner.lower_ in GATHERINGS and last - first > 1:
        yield Found(first, last, is_body=True)


GATHERINGS = frozenset(
    {"alliance", "band", "camp", "campaign", "club", "coalition", "company", "council", "faction", "group", "list"}
    | {"movement", "party", "team", "union", "wing"}
)
"""What people belong to."""


def _body_of(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Rosa Klebb of the Ruritanian Navy"."""
    body = body_behind(around, name)
    if body is not None and around.doc[name.last].lower_ == "of":
        yield Found(*body, body, is_body=True)


def body_behind(around: Surroundings, name: Name) -> Range | None:
    """ "Professor Rosa Klebb of Strelsau College": the organisation behind the name."""
    doc = around.doc
    if name.last < len(doc) and doc[name.last].lower_ in ("of", "from", "at", "with"):
        first = name.last + 1
        if first < len(doc) and doc[first].lower_ == "the":
            first += 1
        body = around.names.get(first)
        if body is not None and body.first == first and body.label == "organization" and not _is_longer(doc, body.last):
            return body.first, body.last
    return None


def _is_longer(doc: Doc, i: int) -> bool:
    """True if a name ends amid a phrase: "Rosa Klebb of the Harbour constituency"."""
    return i < len(doc) and (doc[i].pos_ in ("NOUN", "PROPN", "PART") or doc[i].text == "-" or doc[i].is_title)


BODY_RULES: tuple[tuple[str, Callable[[Surroundings, Name], Iterator[Found]]], ...] = (
    ("body-owner", _body_owner),
    ("body-of", _body_of),
)
