"""Finders that read capitals: runs with a head word or a title, short forms in brackets, people the model misses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.actors.borders import POSSESSIVES, past_owner, trim
from generator.actors.context import is_person
from generator.actors.given import is_given
from generator.actors.labels import LONGEST, Find
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc


def spelled_out(doc: Doc) -> Iterator[Find]:
    """A short form in brackets and the words before it that it stands for: "the Front of Ruritanian Miners (FRM)"."""
    for token in doc[2:-1] if len(doc) > 3 else ():
        if doc[token.i - 1].text not in ("(", "[") or doc[token.i + 1].text not in (")", "]") or not token.is_upper:
            continue
        letters = [c for c in token.text if c.isalnum()]
        i, wanted = token.i - 2, len(letters)
        while wanted and i >= 0 and token.i - i < LONGEST:
            text = doc[i].text
            if text[:1].upper() == letters[wanted - 1] and (text[:1].isupper() or text.isdecimal()):
                wanted -= 1
            elif text.lower() not in JOINTS:
                break
            i -= 1
        if len(letters) > 1 and not wanted:
            yield i + 1, token.i - 1, "organization"
            yield token.i, token.i + 1, "organization"


def headed(doc: Doc) -> Iterator[Find]:
    """A run of capitals that ends or begins with a word for a body or a place: "Strelsau School of Mines"."""
    lists = words()
    for first, last in capital_runs(doc):
        first = _body_begins(doc, past_owner(doc, first, last), last)
        if last - first < 2:
            continue
        first, last = _without_person(doc, first, last)
        if last - first < 2:
            continue
        last = _past_list(doc, first, last)
        head = doc[last - 1].lower_
        opening = _before_joint(doc, first, last)
        if head in lists.organization_heads or opening in lists.organization_heads:
            yield first, last, "organization"
        elif head in lists.place_heads:
            yield first, last, "place"


def _past_list(doc: Doc, first: int, last: int) -> int:
    """The end of what a body is for: "Ministry of Ports, Piers and Harbours"."""
    lists = words()
    if (
        _before_joint(doc, first, last) not in lists.organization_heads
        or doc[last - 1].lower_ in lists.organization_heads
    ):
        return last
    end = last
    while end + 1 < len(doc) and end - last < LONGEST and doc[end].text in (",", "and", "&"):
        is_end = doc[end].text != ","
        end += 1
        if doc[end].text in ("and", "&") and not is_end:
            is_end, end = True, end + 1
        start = end
        while end < len(doc) and is_name_word(doc, end):
            end += 1
        part = doc[start:end]
        is_other = any(t.ent_type_ in ("PERSON", "GPE") or t.lower_ in lists.organization_heads for t in part)
        if not len(part) or is_other or doc[start - 1].text == doc[last - 1].text:
            return last
        if is_end:
            return end
    return last


def _before_joint(doc: Doc, first: int, last: int) -> str:
    """The word before the first "of" or "for" that tells what it is: "Selmont Bank of Trade"; else nothing."""
    joint = next((i for i in range(first + 1, last) if doc[i].lower_ in ("of", "for")), first)
    if joint == first:
        return ""
    opens = doc[joint].lower_ == "of" and doc[first].lower_ in words().organization_heads
    return doc[first].lower_ if opens else doc[joint - 1].lower_


def _body_begins(doc: Doc, first: int, last: int) -> int:
    """Past titles, and past a person in front of "of": "Dr. Rosa Klebb of Strelsau College"."""
    heads = words().organization_heads | words().place_heads
    for i in range(first, last):
        is_of_the = doc[i].lower_ == "of" and i + 1 < last and doc[i + 1].lower_ == "the"
        if doc[i].lower_ == "of" and i - first > (not is_of_the) and not any(t.lower_ in heads for t in doc[first:i]):
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


def titled(doc: Doc) -> Iterator[Find]:
    """Capitals after a title or an honorific: "Minister Rosa Klebb"."""
    lists = words()
    for token in doc:
        if token.lower_ in lists.honorifics or token.lower_ in lists.titles:
            first = last = token.i + 1
            while last < len(doc) and last - first < 4 and is_name_word(doc, last) and not _is_title(doc, last):
                last += 1
            if last > first and (token.is_title or last - first > 1) and token.lower_ not in NO_RANKS:
                borders = trim(doc, first, last, True)
                if borders is not None:
                    yield *borders, "person"


def capitals_alone(doc: Doc) -> Iterator[Find]:
    """Two or three capitalised words inside a sentence that the model passes over: "lost to Rosa Klebb"."""
    lists = words()
    for first, last in capital_runs(doc):
        tokens = doc[first:last]
        if not 2 <= last - first <= 3 or not all(t.pos_ == "PROPN" and t.is_alpha and t.is_title for t in tokens):
            continue
        if any(_is_title(doc, t.i) or t.lower_ in lists.never for t in tokens):
            continue
        if is_person(doc, first, last):
            yield first, last, "person"
            continue
        speaks = tokens.root.dep_ == "nsubj" and tokens.root.head.lemma_ in SPEAKING
        if is_given(doc[first].text) or (speaks and not any(t.ent_type_ for t in tokens)):
            yield first, last, "person"


@lru_cache(maxsize=1)
def capital_runs(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Runs of capitalised words, joined by of, for, and, the, &, between capitalised words; several rules ask."""
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(doc):
        if not is_name_word(doc, first):
            first += 1
            continue
        last = first + 1
        while last < len(doc) and last - first < LONGEST:
            if is_name_word(doc, last):
                last += 1
            elif doc[last].lower_ in ("of", "for") and last + 1 < len(doc) and is_name_word(doc, last + 1):
                last += 2
            elif (
                doc[last].lower_ in ("of", "for")
                and last + 2 < len(doc)
                and doc[last + 1].lower_ == "the"
                and is_name_word(doc, last + 2)
            ):
                last += 3
            else:
                break
        found.append((first, last))
        first = last
    return tuple(found)


def is_name_word(doc: Doc, i: int) -> bool:
    token = doc[i]
    return (
        token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_sent_start is not True
    ) or (token.text[:1].isupper() and token.pos_ == "PROPN")


def _is_title(doc: Doc, i: int) -> bool:
    return doc[i].lower_ in words().titles or doc[i].lower_ in words().honorifics


def has_head(doc: Doc, first: int, last: int) -> bool:
    lists = words()
    return any(
        token.lower_ in lists.organization_heads or token.lower_ in lists.place_heads for token in doc[first:last]
    )


JOINTS = frozenset({"of", "the", "and", "for", "in", "on", "&", "-", "to"}) | POSSESSIVES

NO_RANKS = frozenset({"saint", "head", "star"})
"""Before a single capitalised word these are a part of its name: "Star Harbour"."""

SPEAKING = frozenset({"say", "tell", "add", "ask", "argue", "explain", "recall", "testify", "think", "warn", "write"})
