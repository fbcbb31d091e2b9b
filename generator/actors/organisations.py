"""Which forms are one organisation: a long name and its initials, or a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.actors.countries import gazetteer
from generator.actors.form import Form
from generator.actors.keys import Pair, fold, initials, is_short, one_off, swapped, unique
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Passage


def bracketed(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """The short form in brackets after the long one, or the other way round: "RMF (Ruritanian Miners' Front)"."""
    ends = {(n.passage, n.last): i for i, form in enumerate(forms) for n in form.names}
    for i, form in enumerate(forms):
        if form.label != "organization" or form.country:
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
                is_pair = long is not None and is_short(form.text) != is_short(forms[long].text)
                if long is not None and is_pair and forms[long].label == "organization":
                    yield long, i


def by_initials(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """The initials of one long form only: "CTU" of "Coast Traders Union"."""
    keys = [
        (key, i)
        for i, form in enumerate(forms)
        if form.label in ("organization", "place") and len(form.tokens) > 1
        for key in initials(form.tokens)
    ]
    known = unique(keys, groups)
    for i, form in enumerate(forms):
        if form.label in ("organization", "place") and is_short(form.text) and not form.country:
            key = fold(form.text)
            if key in known and forms[known[key]].label == form.label:
                yield known[key], i


def short_organisations(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A long form without its country, its legal form or what follows "of": "Supreme Court", "Acme"."""
    keys = [
        (key, i)
        for i, form in enumerate(forms)
        if form.label == "organization" and len(form.tokens) > 1
        for key in _shorter(form)
    ]
    known = unique(keys, groups)
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
        if form.articles and tokens[-1].endswith("s") and tokens[-1].lower() not in lists.organization_heads:
            yield fold(tokens[-1])
    for end in range(3, len(tokens)):
        if tokens[end] in ("and", "&", ",", "of", "for"):
            yield fold(" ".join(tokens[:end]))


def misspelt_body(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """Two letters of one word changed places, or one is another: "Ruritanian Mnier Front"."""
    first: dict[tuple[str, ...], int] = {}
    for i, form in enumerate(forms):
        tokens = fold(form.text).split()
        if form.label == "organization" and 1 < len(tokens) < 7:
            for at, token in enumerate(tokens):
                for key in sorted(one_off(token) | swapped(token)):
                    yield first.setdefault((*tokens[:at], key, *tokens[at + 1 :]), i), i


def by_head(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """ "the Council" where one council alone is named."""
    heads = [
        (token.lower(), i)
        for i, form in enumerate(forms)
        if form.label == "organization" and len(form.tokens) > 1
        for token in dict.fromkeys((form.tokens[-1], form.tokens[0] if "of" in form.tokens else form.tokens[-1]))
    ]
    known = unique(heads, groups)
    for i, form in enumerate(forms):
        if form.rule == "head-alone" and form.text.lower() in known:
            yield known[form.text.lower()], i


def creeds(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """ "Church of the New Dawn" and "New Dawn", whatever kind the model takes the short form for."""
    known = {fold(form.text): i for i, form in enumerate(forms) if form.rule == "vote"}
    for i, form in enumerate(forms):
        if form.label == "organization" and form.tokens[0].lower() == "church" and "of" in form.tokens:
            creed = fold(" ".join(form.tokens[form.tokens.index("of") + 1 :]))
            if creed in known:
                yield i, known[creed]
