"""Passages -> names: the places where an actor is named, each with what the finding rule takes it for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.actors.borders import trim
from generator.actors.countries import gazetteer
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc, Passage

Label = Literal["person", "organization", "place", "group", "other"]
"""A kind of actor, or why it is none: "group" is a people or a faith, "other" a product, an event, a law, a work."""

Find = tuple[int, int, Label]
"""First token, token after the last, label."""

LABELS: dict[str, Label] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "EVENT": "other", "LAW": "other", "PRODUCT": "other", "WORK_OF_ART": "other", "LANGUAGE": "other",
}  # fmt: skip

LONGEST = 12
"""Tokens; what is longer is a list or a sentence, not a name."""


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
        finds = [
            (first, last, label, rule)
            for rule, function in NAME_RULES
            if rule in UNAFRAID_OF_CAPITALS or not is_capitalised(passage)
            for first, last, label in function(passage.doc)
        ]
        ranked = sorted(enumerate(finds), key=lambda item: (item[1][0] - item[1][1], item[0]))
        taken: set[int] = set()
        for _, (first, last, label, rule) in ranked:
            if last - first <= LONGEST and taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                found.append(name_at(passage, number, first, last, label, rule))
    return sorted(found, key=lambda name: (name.passage, name.first))


def name_at(passage: Passage, number: int, first: int, last: int, label: Label, rule: str) -> Name:
    """The name at tokens `first` to `last` of a passage."""
    start, end = passage.span(passage.doc[first:last])
    return Name(
        number, first, last, start, end, passage.doc.text[start - passage.start : end - passage.start], label, rule
    )


def is_capitalised(passage: Passage) -> bool:
    """True for headlines In Title Case and for passages IN CAPITALS: there every word looks like a name."""
    long_words = [t.text for t in passage.doc if t.is_alpha and len(t.text) > 3]
    if len(long_words) < 3:
        return passage.kind != "body"
    if passage.kind == "body":
        return sum(word.isupper() for word in long_words) > 0.8 * len(long_words)
    return sum(word[0].isupper() for word in long_words[1:]) > 0.6 * (len(long_words) - 1)


def _known(doc: Doc) -> Iterator[Find]:
    """Bodies of our table: "the White House"."""
    yield from ((first, last, "organization") for first, last in _spelled(doc, gazetteer().bodies))


def _countries(doc: Doc) -> Iterator[Find]:
    """Countries of our table, by name."""
    yield from ((first, last, "place") for first, last in _spelled(doc, gazetteer().countries))


def _capitals(doc: Doc) -> Iterator[Find]:
    """Capitals of our table; "Male" and "San Jose" are left to the model."""
    yield from ((first, last, "place") for first, last in _spelled(doc, gazetteer().capitals))


def _country_bodies(doc: Doc) -> Iterator[Find]:
    """A country's name or adjective and a body: "Ruritanian state television", "Ruritania's navy" is none."""
    table, lists = gazetteer(), words()
    for token in doc:
        if token.lower_ not in lists.bodies or token.i == 0:
            continue
        first = token.i
        while first > 0 and doc[first - 1].lower_ in lists.body_modifiers and token.i - first < 4:
            first -= 1
        if doc[first - 1].is_title or doc[first - 1].is_upper or "." in doc[first - 1].text:
            for width in (3, 2, 1):
                if first >= width and table.country_of(doc[first - width : first].text):
                    last = token.i + 1
                    if last < len(doc) and doc[last].lower_ in lists.bodies and doc[last].lower_ == "agency":
                        last += 1
                    yield first - width, last, "organization"
                    break


def _entities(doc: Doc) -> Iterator[Find]:
    """What the model names, with its borders put right."""
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        if label is not None:
            borders = trim(doc, entity.start, entity.end, label == "person")
            if borders is not None:
                yield *borders, label


def _headed(doc: Doc) -> Iterator[Find]:
    """A run of capitals that ends or begins with a word for a body or a place: "Strelsau School of Mines"."""
    lists = words()
    for first, last in _capital_runs(doc):
        first = _body_begins(doc, first, last)
        if last - first < 2:
            continue
        head = doc[last - 1].lower_
        opening = doc[first].lower_ if any(t.lower_ == "of" for t in doc[first:last]) else ""
        if head in lists.organization_heads or opening in lists.organization_heads:
            yield first, last, "organization"
        elif head in lists.place_heads:
            yield first, last, "place"


def _body_begins(doc: Doc, first: int, last: int) -> int:
    """Past titles, and past a person in front of "of": "Dr. Rosa Klebb of Strelsau College"."""
    heads = words().organization_heads | words().place_heads
    for i in range(first, last):
        if doc[i].lower_ == "of" and i - first > 1 and not any(t.lower_ in heads for t in doc[first:i]):
            first = i + 2 if doc[i + 1].lower_ == "the" else i + 1
            break
    while first < last and _is_title(doc, first):
        first += 1
    return first


def _titled(doc: Doc) -> Iterator[Find]:
    """Capitals after a title or an honorific: "Minister Rosa Klebb"."""
    lists = words()
    for token in doc:
        if token.lower_ in lists.honorifics or token.lower_ in lists.titles:
            first = last = token.i + 1
            while last < len(doc) and last - first < 4 and _is_name_word(doc, last) and not _is_title(doc, last):
                last += 1
            if last > first and (token.is_title or last - first > 1) and token.lower_ not in ("saint", "head"):
                borders = trim(doc, first, last, True)
                if borders is not None:
                    yield *borders, "person"


def _spelled(doc: Doc, table: Mapping[str, object]) -> Iterator[tuple[int, int]]:
    """Where a spelling of `table` stands, longest first."""
    widest = 6
    skip = 0
    for token in doc:
        if token.i < skip or not (token.text[:1].isupper() or token.text.startswith("al-")):
            continue
        for width in range(min(widest, len(doc) - token.i), 0, -1):
            if doc[token.i : token.i + width].text in table:
                yield token.i, token.i + width
                skip = token.i + width
                break


def _capital_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, joined by of, for, and, the, &, between capitalised words."""
    first = 0
    while first < len(doc):
        if not _is_name_word(doc, first):
            first += 1
            continue
        last = first + 1
        while last < len(doc):
            if _is_name_word(doc, last):
                last += 1
            elif doc[last].lower_ in ("of", "for") and last + 1 < len(doc) and _is_name_word(doc, last + 1):
                last += 2
            elif (
                doc[last].lower_ == "of"
                and last + 2 < len(doc)
                and doc[last + 1].lower_ == "the"
                and _is_name_word(doc, last + 2)
            ):
                last += 3
            else:
                break
        yield first, last
        first = last


def _is_name_word(doc: Doc, i: int) -> bool:
    token = doc[i]
    return (
        token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_sent_start is not True
    ) or (token.text[:1].isupper() and token.pos_ == "PROPN")


def _is_title(doc: Doc, i: int) -> bool:
    return doc[i].lower_ in words().titles or doc[i].lower_ in words().honorifics


NAME_RULES: tuple[tuple[str, Callable[[Doc], Iterator[Find]]], ...] = (
    ("known-body", _known),
    ("country-body", _country_bodies),
    ("country", _countries),
    ("capital", _capitals),
    ("titled", _titled),
    ("headed", _headed),
    ("model", _entities),
)
"""In the order of trust: of two finds of one length the first rule's is taken."""

UNAFRAID_OF_CAPITALS = ("known-body", "country", "capital")
"""Rules that read headlines too."""
