"""Which forms are one person: a full name, its last name, its first name, other spellings of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.actors.form import Form
from generator.actors.given import is_given
from generator.actors.keys import Pair, fold, one_off, unique
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Passage

OFTEN = 2
"""So often a titled last name stands before the full name of somebody else: who matters is named in full first."""


def middle_names(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """First and last name the same, middle names left out in one of the two."""
    plain: dict[tuple[str, str], int] = {}
    for i, form in enumerate(forms):
        if form.label == "person" and len(form.tokens) == 2:
            plain[fold(form.tokens[0]), fold(form.tokens[1])] = i
    for i, form in enumerate(forms):
        if form.label == "person" and len(form.tokens) > 2:
            key = fold(form.tokens[0]), fold(form.tokens[-1])
            if key in plain:
                yield plain[key], i


def seniors(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """ "Odrin Falt Senior" is "Odrin Falt"; a junior is somebody else."""
    known = {fold(form.text): i for i, form in enumerate(forms) if form.label == "person" or form.rule == "vote"}
    for i, form in enumerate(forms):
        if form.label == "person" and len(form.tokens) > 2 and form.tokens[-1].lower() in ("senior", "sr", "sr."):
            short = fold(" ".join(form.tokens[:-1]))
            if short in known:
                yield known[short], i


def last_names(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A lone last name joins the one full name that ends with it."""
    keys = [
        (fold(" ".join(form.tokens[start:])), i)
        for i, form in enumerate(forms)
        if form.label == "person"
        for start in range(1, len(form.tokens))
    ]
    for full, lone in _lone(forms, _leading(keys, forms, groups), passages):
        if not _stands_before(forms[lone], forms[full], passages):
            yield full, lone


def _stands_before(lone: Form, full: Form, passages: tuple[Passage, ...]) -> bool:
    """True for "President Falt and his daughter, Susan Falt": a title first, no given name after it."""
    first_full = min(((name.passage, name.first) for name in full.names), default=(0, 0))
    titled_before = sum(
        (name.passage, name.first) < first_full
        and name.first > 0
        and passages[name.passage].doc[name.first - 1].lower_ in words().titles | words().honorifics
        for name in lone.names
    )
    if titled_before >= OFTEN:
        return True
    places = {name.passage: name.first for name in reversed(full.names)}
    docs = [(passages[name.passage].doc, name.first) for name in lone.names if name.first]
    is_titled = any(doc[first - 1].lower_ in words().titles for doc, first in docs)
    return is_titled and any(
        name.first < places.get(name.passage, 0)
        and not any(token.is_sent_start for token in passages[name.passage].doc[name.last : places[name.passage] + 1])
        for name in lone.names
    )


def _leading(keys: list[tuple[str, int]], forms: list[Form], groups: list[int]) -> dict[str, int]:
    """Key -> form; of a family the one whom the article is about, named three times and twice as often as the next."""
    counts: dict[int, int] = {}
    for i, form in enumerate(forms):
        counts[groups[i]] = counts.get(groups[i], 0) + len(form.names)
    holders: dict[str, dict[int, int]] = {}
    for key, i in keys:
        holders.setdefault(key, {}).setdefault(groups[i], i)
    known: dict[str, int] = {}
    for key, held in holders.items():
        first, *rest = sorted(held, key=lambda one: -counts[one])
        if not rest or (counts[first] > 2 and counts[first] >= 2 * counts[rest[0]]):
            known[key] = held[first]
    return known


def titled(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A title that no list holds: "Oceanographer Rosa Klebb" beside "Rosa Klebb", "MEC Klebb" beside "Klebb"."""
    people = [(form, i) for i, form in enumerate(forms) if form.label == "person"]
    known = unique(((fold(form.tokens[-1]), i) for form, i in people if len(form.tokens) > 1), groups)
    known |= {fold(form.text): i for form, i in people}
    for i, form in enumerate(forms):
        tokens = [token for token in form.tokens if not token.isspace()]
        if len(tokens) > 1 and form.rule == "vote" and not is_given(tokens[0]):
            rest = fold(" ".join(tokens[1:]))
            if rest in known and (len(tokens) > 2 or (tokens[0].isupper() and tokens[0].isalpha())):
                yield known[rest], i


def first_names(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A lone first name (or a family name that stands first) joins the one full name that begins with it."""
    keys = [
        (fold(form.tokens[0]), i) for i, form in enumerate(forms) if form.label == "person" and len(form.tokens) > 1
    ]
    ends = {fold(form.tokens[-1]) for form in forms if form.label == "person" and len(form.tokens) > 1}
    known = {key: i for key, i in unique(keys, groups).items() if key not in ends}
    yield from _lone(forms, known, passages, only_persons=True)


def _lone(
    forms: list[Form], known: dict[str, int], passages: tuple[Passage, ...], only_persons: bool = False
) -> Iterator[Pair]:
    """Forms that equal a key; one that the model takes for a place or a body is a person if it acts like one."""
    for i, form in enumerate(forms):
        key = fold(form.text)
        if key not in known or known[key] == i or form.country or form.body:
            continue
        may_be = (
            not only_persons
            or is_given(form.text)
            or (form.label == "organization" and form.rule == "vote" and form.text.istitle())
        )
        if form.label == "person" or (may_be and not _is_elsewhere(form, passages)):
            yield known[key], i


def _is_elsewhere(form: Form, passages: tuple[Passage, ...]) -> bool:
    """True for a form that is no person for good reason: a body by its words, or a place that things are in."""
    if form.rule in ("country-body", "head-word"):
        return True
    where = sum(
        name.first > 0 and passages[name.passage].doc[name.first - 1].lower_ in WHERE_FROM for name in form.names
    )
    return where * 2 > len(form.names)


def misspelt(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """One last name, and first names that differ by one letter: "Kirsten Klebb" and "Kirstin Klebb"."""
    first: dict[tuple[str, str], int] = {}
    for i, form in enumerate(forms):
        if form.label == "person" and len(form.tokens) == 2:
            for key in sorted(one_off(fold(form.tokens[0]))):
                yield first.setdefault((key, fold(form.tokens[1])), i), i


def misspelt_last(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A last name that belongs to nobody, one letter off the one that does: "Haldane" beside "Rosa Haldan"."""
    full = {fold(form.tokens[-1]): i for i, form in enumerate(forms) if form.label == "person" and len(form.tokens) > 1}
    known = unique(((key, i) for last, i in full.items() for key in one_off(last)), groups)
    for i, form in enumerate(forms):
        lone = fold(form.text)
        if form.label == "person" and len(form.tokens) == 1 and lone not in full:
            found = {groups[known[key]]: known[key] for key in one_off(lone) if key in known}
            if len(found) == 1:
                yield min(found.values()), i


WHERE_FROM = frozenset({"in", "near", "outside", "across", "throughout", "around", "at", "into"})
