"""The rules that find names in a passage; each yields tokens and what it takes them for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.actors.beside import called, heads_alone, letters, such_as
from generator.actors.borders import past_owner, trim, widen
from generator.actors.capitals import capitals_alone, has_head, headed, spelled_out, titled
from generator.actors.labels import LABELS, Find, Label
from generator.actors.tabled import countries, country_bodies, known, known_places

if TYPE_CHECKING:
    from generator.nlp import Doc


def _entities(doc: Doc) -> Iterator[Find]:
    """What the model names, with its borders put right."""
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        if label is not None:
            yield from _put_right(doc, entity.start, entity.end, label)
            if _is_twice(doc, entity.start, entity.end):
                yield from _put_right(doc, entity.start, entity.end + 1, label)
            if label == "person" and len(entity) == 1:
                # Both: the wide one may run into another name, as in "Union of Smiths Anna Moor".
                yield from _put_right(doc, *widen(doc, entity.start, entity.end), label)


def _is_twice(doc: Doc, first: int, last: int) -> bool:
    """ "Vireth Vireth", of which the model sees the half."""
    return last - first == 1 and last < len(doc) and doc[first].text == doc[last].text and doc[first].is_title


def _put_right(doc: Doc, first: int, last: int, label: Label) -> Iterator[Find]:
    if label in ("organization", "place"):
        first = past_owner(doc, first, last)
        if last - first > 1 and doc[first].lower_ in SURE_TITLES and not has_head(doc, first, last):
            label = "person"
    borders = trim(doc, first, last, label == "person")
    if borders is not None:
        yield *borders, label


SURE_TITLES = frozenset(
    {"prince", "princess", "king", "queen", "pope", "president", "minister", "senator", "judge", "mayor", "sheriff"}
    | {"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "sen.", "rep.", "gov."}
)
"""What a name of a body or a place hardly begins with; "General" and "Major" do."""

NAME_RULES: tuple[tuple[str, Callable[[Doc], Iterator[Find]]], ...] = (
    ("spelled-out", spelled_out),
    ("known-body", known),
    ("country-body", country_bodies),
    ("country", countries),
    ("known-place", known_places),
    ("titled", titled),
    ("headed", headed),
    ("head-alone", heads_alone),
    ("model", _entities),
    ("called", called),
    ("such-as", such_as),
    ("letters", letters),
    ("capitals", capitals_alone),
)
"""In the order of trust: of two finds of one length the first rule's is taken."""
