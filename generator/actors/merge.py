"""Forms -> groups: all forms of one actor together, by keys that a form and its short forms share."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from generator.actors.countries import gazetteer
from generator.actors.given import is_given
from generator.actors.kinds import Form
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Passage

Pair = tuple[int, int]
"""Indices of two forms of one actor."""

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "-", "at", "to", "de", "a"})


def merge(forms: list[Form], passages: tuple[Passage, ...]) -> list[list[Form]]:
    """Groups of forms, each one actor, in order of their first place."""
    parent = list(range(len(forms)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for _, function in MERGE_RULES:
        groups = [root(i) for i in range(len(forms))]
        for a, b in function(forms, groups, passages):
            a, b = sorted((root(a), root(b)))
            parent[b] = a
    out: dict[int, list[Form]] = {}
    for i, form in enumerate(forms):
        out.setdefault(root(i), []).append(form)
    return list(out.values())


def fold(text: str) -> str:
    """A spelling without case, accents, dots and kinds of apostrophes: "U.N." and "UN" are one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in plain if c.isalnum() or c.isspace() or c in "-&")
    return " ".join(kept.replace("-", " ").split())


def _unique(keys: Iterable[tuple[str, int]], groups: list[int]) -> dict[str, int]:
    """Key -> form, of keys that belong to one group only."""
    out: dict[str, int] = {}
    twice: set[str] = set()
    for key, i in keys:
        if key in out and groups[out[key]] != groups[i]:
            twice.add(key)
        out.setdefault(key, i)
    return {key: i for key, i in out.items() if key not in twice}


def _same(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """One spelling but for case, accents and dots; the article's kinds may differ."""
    first: dict[str, int] = {}
    for i, form in enumerate(forms):
        yield first.setdefault(fold(form.text), i), i


def _table(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """Other names in our tables: "U.S." and "United States"."""
    first: dict[str, int] = {}
    for i, form in enumerate(forms):
        row = form.country or form.body
        if row is not None:
            yield first.setdefault(row.name, i), i


def _bracketed(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A short form in brackets right after the long one: "Ruritanian Miners' Front (RMF)"."""
    ends = {(n.passage, n.last): i for i, form in enumerate(forms) for n in form.names}
    for i, form in enumerate(forms):
        if form.label != "organization" or form.country or not _is_short(form.text):
            continue
        for name in form.names:
            doc = passages[name.passage].doc
            if (
                name.first > 0
                and name.last < len(doc)
                and doc[name.first - 1].text == "("
                and doc[name.last].text == ")"
            ):
                long = ends.get((name.passage, name.first - 1))
                if long is not None and forms[long].label == "organization":
                    yield long, i


def _initials(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """The initials of one long form only: "NPP" of "New People Party"."""
    keys = [
        (key, i)
        for i, form in enumerate(forms)
        if form.label in ("organization", "place") and len(form.tokens) > 1
        for key in initials(form.tokens)
    ]
    known = _unique(keys, groups)
    for i, form in enumerate(forms):
        if form.label in ("organization", "place") and _is_short(form.text) and not form.country:
            key = fold(form.text)
            if key in known and forms[known[key]].label == form.label:
                yield known[key], i


def initials(tokens: tuple[str, ...]) -> set[str]:
    """ "Union of Miners and Smiths" -> {"ums", "uoms", ...}: with and without small words."""
    big = "".join(t[0] for t in tokens if t.lower() not in SMALL and t[0].isalnum()).casefold()
    every = "".join(t[0] for t in tokens if t[0].isalnum()).casefold()
    return {key for key in (big, every) if len(key) > 1}


def _is_short(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(c.isupper() for c in letters) * 2 > len(letters)


def _short_organisations(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A long form without its country, its legal form or what follows "of": "Supreme Court", "Acme"."""
    keys = [
        (key, i)
        for i, form in enumerate(forms)
        if form.label == "organization" and len(form.tokens) > 1
        for key in _shorter(form)
    ]
    known = _unique(keys, groups)
    surnames = {fold(form.tokens[-1]) for form in forms if form.label == "person"}
    for i, form in enumerate(forms):
        if form.label == "organization":
            key = fold(form.text)
            if (
                key in known
                and key not in surnames
                and not (form.body and forms[known[key]].body and form.body != forms[known[key]].body)
            ):
                yield known[key], i


def _shorter(form: Form) -> Iterator[str]:
    """Short forms of an organisation's long form."""
    tokens, lists, table = form.tokens, words(), gazetteer()
    starts = {0}
    for width in (1, 2, 3):
        if width < len(tokens) and table.country_of(" ".join(tokens[:width])):
            starts.add(width)
    for start in sorted(starts):
        rest = tokens[start:]
        if start:
            yield fold(" ".join(rest))
        if "of" in rest:
            before = rest[: rest.index("of")]
            if len(before) > 1:
                yield fold(" ".join(before))
        elif len(rest) > 1 and rest[-1].lower() in lists.organization_heads:
            yield fold(" ".join(rest[:-1]))
    if "of" not in tokens:
        for start in range(1, len(tokens) - 1):
            yield fold(" ".join(tokens[start:]))


def _creeds(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """ "Church of the New Dawn" and "New Dawn", whatever kind the model takes the short form for."""
    known = {fold(form.text): i for i, form in enumerate(forms) if form.rule == "vote"}
    for i, form in enumerate(forms):
        if form.label == "organization" and form.tokens[0].lower() == "church" and "of" in form.tokens:
            creed = fold(" ".join(form.tokens[form.tokens.index("of") + 1 :]))
            if creed in known:
                yield i, known[creed]


def _short_places(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A place without "D.C."; never without "City", for Mexico City lies in Mexico."""
    known = {fold(form.text): i for i, form in enumerate(forms) if form.label == "place"}
    for i, form in enumerate(forms):
        if form.label == "place" and len(form.tokens) > 1 and form.tokens[-1] in ("D.C.", "DC"):
            short = fold(" ".join(t for t in form.tokens[:-1] if t != ","))
            if short in known:
                yield known[short], i


def _middle_names(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
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


def _seniors(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """ "Odrin Falt Senior" is "Odrin Falt"; a junior is somebody else."""
    known = {fold(form.text): i for i, form in enumerate(forms) if form.label == "person" or form.rule == "vote"}
    for i, form in enumerate(forms):
        if form.label == "person" and len(form.tokens) > 2 and form.tokens[-1].lower() in ("senior", "sr", "sr."):
            short = fold(" ".join(form.tokens[:-1]))
            if short in known:
                yield known[short], i


def _last_names(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
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


#: So often a titled last name stands before a full name if the two are two people: who matters is named in full first.
OFTEN = 2


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


def _first_names(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A lone first name (or a family name that stands first) joins the one full name that begins with it."""
    keys = [
        (fold(form.tokens[0]), i) for i, form in enumerate(forms) if form.label == "person" and len(form.tokens) > 1
    ]
    ends = {fold(form.tokens[-1]) for form in forms if form.label == "person" and len(form.tokens) > 1}
    known = {key: i for key, i in _unique(keys, groups).items() if key not in ends}
    yield from _lone(forms, known, passages, only_persons=True)


def _lone(
    forms: list[Form], known: dict[str, int], passages: tuple[Passage, ...], only_persons: bool = False
) -> Iterator[Pair]:
    """Forms that equal a key; one that the model takes for a place or a body is a person if it acts like one."""
    for i, form in enumerate(forms):
        key = fold(form.text)
        if key not in known or known[key] == i or form.country or form.body:
            continue
        if form.label == "person" or ((not only_persons or is_given(form.text)) and not _is_elsewhere(form, passages)):
            yield known[key], i


def _is_elsewhere(form: Form, passages: tuple[Passage, ...]) -> bool:
    """True for a form that is no person for good reason: a body by its words, or a place that things are in."""
    if form.rule in ("country-body", "head-word"):
        return True
    where = sum(
        name.first > 0 and passages[name.passage].doc[name.first - 1].lower_ in WHERE_FROM for name in form.names
    )
    return where * 2 > len(form.names)


def _misspelt(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """One last name, and first names that differ by one letter: "Kirsten Klebb" and "Kirstin Klebb"."""
    first: dict[tuple[str, str], int] = {}
    for i, form in enumerate(forms):
        if form.label == "person" and len(form.tokens) == 2 and 4 < len(form.tokens[0]) < 20:
            given, last = fold(form.tokens[0]), fold(form.tokens[1])
            for cut in range(1, len(given)):
                for key in (given[:cut] + "?" + given[cut + 1 :], given[:cut] + "?" + given[cut:]):
                    yield first.setdefault((key, last), i), i


WHERE_FROM = frozenset({"in", "near", "outside", "across", "throughout", "around", "at", "into"})

MERGE_RULES: tuple[tuple[str, Callable[[list[Form], list[int], tuple[Passage, ...]], Iterator[Pair]]], ...] = (
    ("same-spelling", _same),
    ("table", _table),
    ("bracketed", _bracketed),
    ("initials", _initials),
    ("short-organisation", _short_organisations),
    ("creed", _creeds),
    ("short-place", _short_places),
    ("middle-name", _middle_names),
    ("misspelt", _misspelt),
    ("senior", _seniors),
    ("last-name", _last_names),
    ("first-name", _first_names),
)
