"""Finders that know a name from our tables: countries, their bodies, capitals, bodies with a short name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.actors.countries import gazetteer
from generator.actors.given import is_given
from generator.actors.labels import Find
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc


def known(doc: Doc) -> Iterator[Find]:
    """Bodies of our table: "the White House"."""
    yield from ((first, last, "organization") for first, last in _spelled(doc, gazetteer().bodies))


def countries(doc: Doc) -> Iterator[Find]:
    """Countries of our table, by name."""
    yield from ((first, last, "place") for first, last in _spelled(doc, gazetteer().countries))


def known_places(doc: Doc) -> Iterator[Find]:
    """Capitals, states and provinces of our tables."""
    yield from ((first, last, "place") for first, last in _spelled(doc, gazetteer().capitals))
    yield from ((first, last, "place") for first, last in _spelled(doc, gazetteer().regions))


def country_bodies(doc: Doc) -> Iterator[Find]:
    """A country's name or adjective and a body: "the Ruritanian state television"; "a Ruritanian network" is none."""
    table, lists = gazetteer(), words()
    for token in doc:
        if token.lower_ not in lists.bodies or token.i == 0:
            continue
        first = token.i
        while first > 0 and doc[first - 1].lower_ in lists.body_modifiers and token.i - first < 4:
            first -= 1
        if first in (0, token.i) and (first == 0 or token.lower_ in VAGUE):
            continue
        if doc[first - 1].is_title or doc[first - 1].is_upper or "." in doc[first - 1].text:
            for width in (3, 2, 1):
                if first >= width + 1 and doc[first - width - 1].lower_ in INDEFINITE and token.is_lower:
                    continue
                if first >= width and table.country_of(doc[first - width : first].text):
                    last = token.i + 1
                    if last < len(doc) and doc[last].lower_ in lists.bodies and doc[last].lower_ == "agency":
                        last += 1
                    yield first - width, last, "organization"
                    break


def _spelled(doc: Doc, table: Mapping[str, object]) -> Iterator[tuple[int, int]]:
    """Where a spelling of `table` stands, longest first."""
    skip = 0
    for first, widest in _openings(doc):
        if first < skip:
            continue
        for width in range(min(widest, len(doc) - first), 0, -1):
            if doc[first : first + width].text in table:
                if width > 1 or not _follows_given(doc, first):
                    yield first, first + width
                skip = first + width
                break


@lru_cache(maxsize=1)
def _openings(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Tokens with which a name of our tables may begin, and how wide it may be; all tables ask for one passage."""
    openings = gazetteer().openings
    return tuple((i, openings[token.text]) for i, token in enumerate(doc) if token.text in openings)


def _follows_given(doc: Doc, i: int) -> bool:
    """ "Jordan" in "Michael Jordan"."""
    return i > 0 and doc[i - 1].is_title and doc[i - 1].pos_ == "PROPN" and is_given(doc[i - 1].text)


VAGUE = frozenset({"forces", "service", "services", "office", "mission"})
"""Bodies only with a word that says which: "the Ruritanian security forces"."""

INDEFINITE = frozenset({"a", "an", "another", "one", "any", "every", "each", "some", "several", "no", "two", "many"})
