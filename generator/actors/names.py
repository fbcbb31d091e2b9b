"""Passages -> names: the places where an actor is named, each with what the finding rule takes it for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.actors.borders import PREFIXES
from generator.actors.capitals import has_head
from generator.actors.countries import gazetteer
from generator.actors.finders import NAME_RULES
from generator.actors.labels import LONGEST, Label

if TYPE_CHECKING:
    from generator.nlp import Doc, Passage


@dataclass(frozen=True, slots=True)
class Name:
    """One place where a name stands."""

    passage: int
    """Index into the reading's passages."""
    first: int
    last: int
    """Token after the last."""
    start: int
    """Offset in the article."""
    end: int
    text: str
    label: Label
    rule: str


def find_names(passages: Iterable[Passage]) -> list[Name]:
    """All names that stand on their own evidence, in text order; a longer find wins over those that it overlaps."""
    found: list[Name] = []
    for number, passage in enumerate(passages):
        is_shouted = is_capitalised(passage)
        finds = [
            (first, last, label, rule)
            for rule, function in NAME_RULES
            if rule in UNAFRAID_OF_CAPITALS or not is_shouted
            for first, last, label in function(passage.doc)
        ]
        ranked = sorted(enumerate(finds), key=lambda item: (item[1][0] - item[1][1], item[0]))
        taken: set[int] = set()
        for _, (first, last, label, rule) in ranked:
            if last - first > LONGEST or not taken.isdisjoint(range(first, last)):
                continue
            if not any(rejects(passage.doc, first, last, label) for _, rejects in REJECT_RULES):
                taken.update(range(first, last))
                found.append(name_at(passage, number, first, last, label, rule))
    return sorted(found, key=lambda name: (name.passage, name.first))


def name_at(passage: Passage, number: int, first: int, last: int, label: Label, rule: str) -> Name:
    """The name at tokens `first` to `last` of a passage."""
    span = passage.doc[first:last]
    start, end = passage.span(span)
    return Name(number, first, last, start, end, span.text, label, rule)


def is_capitalised(passage: Passage) -> bool:
    """True for headlines In Title Case and for passages IN CAPITALS: there every word looks like a name."""
    long_words = [t.text for t in passage.doc if t.is_alpha and len(t.text) > 3]
    if len(long_words) < 3:
        return passage.kind != "body"
    if passage.kind == "body":
        return sum(word.isupper() for word in long_words) > 0.8 * len(long_words)
    return sum(word[0].isupper() for word in long_words[1:]) > 0.6 * (len(long_words) - 1)


def _affixed(doc: Doc, first: int, last: int, label: Label) -> bool:
    """Half of an adjective: "pro-Strelsau", "Strelsau-backed"."""
    if is_suffixed(doc, first):
        return True
    if last + 1 >= len(doc) or doc[last].text != "-" or doc[last - 1].whitespace_ or doc[last].whitespace_:
        return False
    return doc[last + 1].text.islower()


def is_suffixed(doc: Doc, first: int) -> bool:
    """ "pro-Strelsau", "Anti-Strelsau"."""
    if first < 2 or doc[first - 1].text != "-" or doc[first - 1].whitespace_:
        return False
    return doc[first - 2].text.islower() or doc[first - 2].lower_ in PREFIXES


def _part_of_title(doc: Doc, first: int, last: int, label: Label) -> bool:
    """The first half of a title: "Shadow Home" in "Shadow Home Secretary", "Defence" in "Defence Minister"."""
    if last >= len(doc) or not doc[last].is_title or doc[last].lower_ not in PORTFOLIOS:
        return False
    text = doc[first:last].text
    return not gazetteer().country_of(text) and text not in gazetteer().bodies and not has_head(doc, first, last)


def _portfolio(doc: Doc, first: int, last: int, label: Label) -> bool:
    """What a minister is minister of: "Education" in "Minister for Education"."""
    i = first - 1
    if i > 0 and doc[i].lower_ == "the":
        i -= 1
    if i < 1 or doc[i].lower_ not in ("of", "for") or doc[i - 1].lower_ not in PORTFOLIOS:
        return False
    text = doc[first:last].text
    return text not in gazetteer().countries and not has_head(doc, first, last)


def _prefixed(doc: Doc, first: int, last: int, label: Label) -> bool:
    """An adjective with a capital: "Pro-Strelsau" in "Pro-Strelsau voters", "Pan-democrat"."""
    if last - first != 3 or doc[first + 1].text != "-" or doc[first].whitespace_:
        return False
    return doc[first].lower_ in PREFIXES or doc[first + 2].is_lower


def _two_in_one(doc: Doc, first: int, last: int, label: Label) -> bool:
    """Two names taken for one: "Klebb & Martin", "North and South Ruritania"; bodies may be joined by a word inside."""
    if label == "organization" or not any(token.text in ("and", "&", "or", "/") for token in doc[first:last]):
        return False
    return doc[first:last].text not in gazetteer().countries and not has_head(doc, first, last)


def _begins_sentence(doc: Doc, first: int, last: int, label: Label) -> bool:
    """A common word with a capital because a sentence begins: "Ensuring"."""
    token = doc[first]
    return last - first == 1 and bool(token.is_sent_start) and token.pos_ not in ("PROPN", "X") and token.is_title


def _handle(doc: Doc, first: int, last: int, label: Label) -> bool:
    """An account, a tag, an address: "@strelsau", "#harbour", "http://...", "desk@example.org"."""
    text = doc[first:last].text
    return any(mark in text for mark in "@#") or "://" in text or text.startswith("www.")


PORTFOLIOS = frozenset(
    {"minister", "secretary", "undersecretary", "under-secretary", "ministry", "ombudsman", "commissioner"}
)

REJECT_RULES: tuple[tuple[str, Callable[[Doc, int, int, Label], bool]], ...] = (
    ("affixed", _affixed),
    ("prefixed", _prefixed),
    ("part-of-title", _part_of_title),
    ("portfolio", _portfolio),
    ("two-in-one", _two_in_one),
    ("begins-sentence", _begins_sentence),
    ("handle", _handle),
)
"""What is no name, whatever rule found it."""

UNAFRAID_OF_CAPITALS = ("known-body", "country", "known-place")
"""Rules that read headlines too."""
