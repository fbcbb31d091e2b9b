"""The rules that find names in a passage; each yields tokens and what it takes them for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from generator.actors.borders import POSSESSIVES, trim
from generator.actors.countries import gazetteer
from generator.actors.given import is_given
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc

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


def _known(doc: Doc) -> Iterator[Find]:
    """Bodies of our table: "the White House"."""
    yield from ((first, last, "organization") for first, last in _spelled(doc, gazetteer().bodies))


def _countries(doc: Doc) -> Iterator[Find]:
    """Countries of our table, by name."""
    yield from ((first, last, "place") for first, last in _spelled(doc, gazetteer().countries))


def _known_places(doc: Doc) -> Iterator[Find]:
    """Capitals, states and provinces of our tables."""
    yield from ((first, last, "place") for first, last in _spelled(doc, gazetteer().capitals))
    yield from ((first, last, "place") for first, last in _spelled(doc, gazetteer().regions))


def _country_bodies(doc: Doc) -> Iterator[Find]:
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


def _capitals_alone(doc: Doc) -> Iterator[Find]:
    """Two or three capitalised words inside a sentence that the model passes over: "lost to Rosa Klebb"."""
    lists = words()
    for first, last in _capital_runs(doc):
        tokens = doc[first:last]
        if not 2 <= last - first <= 3 or not all(t.pos_ == "PROPN" and t.is_alpha and t.is_title for t in tokens):
            continue
        if any(_is_title(doc, t.i) or t.lower_ in lists.never for t in tokens):
            continue
        speaks = tokens.root.dep_ == "nsubj" and tokens.root.head.lemma_ in SPEAKING
        if is_given(doc[first].text) or (speaks and not any(t.ent_type_ for t in tokens)):
            yield first, last, "person"


def _spelled_out(doc: Doc) -> Iterator[Find]:
    """A short form in brackets and the words before it that it stands for: "the Front of Ruritanian Miners (FRM)"."""
    for token in doc[2:-1] if len(doc) > 3 else ():
        if doc[token.i - 1].text not in ("(", "[") or doc[token.i + 1].text not in (")", "]") or not token.is_upper:
            continue
        letters = [c for c in token.text if c.isalpha()]
        i, wanted = token.i - 2, len(letters)
        while wanted and i >= 0 and token.i - i < LONGEST:
            text = doc[i].text
            if text[:1].upper() == letters[wanted - 1] and text[:1].isupper():
                wanted -= 1
            elif text.lower() not in JOINTS:
                break
            i -= 1
        if len(letters) > 1 and not wanted:
            yield i + 1, token.i - 1, "organization"
            yield token.i, token.i + 1, "organization"


def _entities(doc: Doc) -> Iterator[Find]:
    """What the model names, with its borders put right."""
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        if label is not None:
            first, last = entity.start, entity.end
            if label in ("organization", "place"):
                first = _past_owner(doc, first, last)
                if last - first > 1 and doc[first].lower_ in SURE_TITLES and not has_head(doc, first, last):
                    label = "person"
            borders = trim(doc, first, last, label == "person")
            if borders is not None:
                yield *borders, label


def _past_owner(doc: Doc, first: int, last: int) -> int:
    """Past a country that owns the body: "Ruritania's Air Force" -> "Air Force"."""
    for i in range(first + 1, min(first + 4, last - 1)):
        if doc[i].text in POSSESSIVES and doc[first:i].text in gazetteer().countries:
            return i + 1
    return first


def has_head(doc: Doc, first: int, last: int) -> bool:
    lists = words()
    return any(
        token.lower_ in lists.organization_heads or token.lower_ in lists.place_heads for token in doc[first:last]
    )


def _headed(doc: Doc) -> Iterator[Find]:
    """A run of capitals that ends or begins with a word for a body or a place: "Strelsau School of Mines"."""
    lists = words()
    for first, last in _capital_runs(doc):
        first = _body_begins(doc, _past_owner(doc, first, last), last)
        if last - first < 2:
            continue
        first, last = _without_person(doc, first, last)
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


def _without_person(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Cuts off a person whom the model sees at the end: "Strelsau Miners' Union Rosa Klebb"."""
    for i in range(first + 1, last):
        if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B":
            return first, i
    return first, last


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
    openings = gazetteer().openings
    for token in doc:
        if token.i < skip or token.text not in openings:
            continue
        for width in range(min(widest, len(doc) - token.i), 0, -1):
            if doc[token.i : token.i + width].text in table:
                if width > 1 or not _follows_given(doc, token.i):
                    yield token.i, token.i + width
                skip = token.i + width
                break


def _follows_given(doc: Doc, i: int) -> bool:
    """ "Jordan" in "Michael Jordan"."""
    return i > 0 and doc[i - 1].is_title and doc[i - 1].pos_ == "PROPN" and is_given(doc[i - 1].text)


def _capital_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, joined by of, for, and, the, &, between capitalised words."""
    first = 0
    while first < len(doc):
        if not _is_name_word(doc, first):
            first += 1
            continue
        last = first + 1
        while last < len(doc) and last - first < LONGEST:
            if _is_name_word(doc, last):
                last += 1
            elif doc[last].lower_ in ("of", "for") and last + 1 < len(doc) and _is_name_word(doc, last + 1):
                last += 2
            elif (
                doc[last].lower_ in ("of", "for")
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


VAGUE = frozenset({"forces", "service", "services", "office", "mission"})
"""Bodies only with a word that says which: "the Ruritanian security forces"."""

SURE_TITLES = frozenset(
    {"prince", "princess", "king", "queen", "pope", "president", "minister", "senator", "judge", "mayor", "sheriff"}
    | {"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "sen.", "rep.", "gov."}
)
"""What a name of a body or a place hardly begins with; "General" and "Major" do."""

JOINTS = frozenset({"of", "the", "and", "for", "in", "on", "&", "-", "to"}) | POSSESSIVES

SPEAKING = frozenset({"say", "tell", "add", "ask", "argue", "explain", "recall", "testify", "think", "warn", "write"})

INDEFINITE = frozenset({"a", "an", "another", "one", "any", "every", "each", "some", "several", "no", "two", "many"})

NAME_RULES: tuple[tuple[str, Callable[[Doc], Iterator[Find]]], ...] = (
    ("spelled-out", _spelled_out),
    ("known-body", _known),
    ("country-body", _country_bodies),
    ("country", _countries),
    ("known-place", _known_places),
    ("titled", _titled),
    ("headed", _headed),
    ("model", _entities),
    ("capitals", _capitals_alone),
)
"""In the order of trust: of two finds of one length the first rule's is taken."""
