"""Forms -> groups: all forms of one actor together, by keys that a form and its short forms share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.actors.borders import POSSESSIVES
from generator.actors.countries import gazetteer
from generator.actors.dropped import is_dropped
from generator.actors.form import Form
from generator.actors.keys import Pair, fold
from generator.actors.organisations import bracketed, by_head, by_initials, creeds, misspelt_body, short_organisations
from generator.actors.persons import first_names, last_names, middle_names, misspelt, misspelt_last, seniors, titled

if TYPE_CHECKING:
    from generator.nlp import Passage


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
    return [group for group in out.values() if not is_dropped(group, passages)]


def _same(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """One spelling but for case, accents, dots and a possessive; the article's kinds may differ."""
    first: dict[str, int] = {}
    for i, form in enumerate(forms):
        yield first.setdefault(fold(form.text), i), i
        bare = fold(" ".join(token for token in form.tokens if token not in POSSESSIVES))
        yield first.setdefault(bare, i), i


def _table(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """Other names in our tables: "U.S." and "United States"."""
    first: dict[str, int] = {}
    for i, form in enumerate(forms):
        row = form.country or form.body
        if row is not None:
            yield first.setdefault(row.name, i), i


def _halves(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """ "the North" for North Korea, and "Korea" where the article names one of the two alone."""
    known = {form.country.name: i for i, form in enumerate(forms) if form.country}
    for i, form in enumerate(forms):
        if form.label == "place" and not form.country:
            halves = [name for name in known if name in {f"{half} {form.text}" for half in OPPOSITE}]
            halves = [name for name in halves if OPPOSITE[name.split()[0]] + f" {form.text}" in gazetteer().countries]
            if len(halves) == 1:
                yield known[halves[0]], i
        other = OPPOSITE.get(form.text)
        if other is not None and form.articles:
            whole = [name for name in known if name.startswith(f"{form.text} ")]
            if len(whole) == 1 and other + whole[0].removeprefix(form.text) in gazetteer().countries:
                yield known[whole[0]], i


OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}


def _short_places(forms: list[Form], groups: list[int], passages: tuple[Passage, ...]) -> Iterator[Pair]:
    """A place without "D.C."; never without "City", for Mexico City lies in Mexico."""
    known = {fold(form.text): i for i, form in enumerate(forms) if form.label == "place"}
    for i, form in enumerate(forms):
        if form.label == "place" and len(form.tokens) > 1 and form.tokens[-1] in ("D.C.", "DC"):
            short = fold(" ".join(t for t in form.tokens[:-1] if t != ","))
            if short in known:
                yield known[short], i


MERGE_RULES: tuple[tuple[str, Callable[[list[Form], list[int], tuple[Passage, ...]], Iterator[Pair]]], ...] = (
    ("same-spelling", _same),
    ("table", _table),
    ("bracketed", bracketed),
    ("initials", by_initials),
    ("short-organisation", short_organisations),
    ("head", by_head),
    ("misspelt-body", misspelt_body),
    ("creed", creeds),
    ("short-place", _short_places),
    ("half", _halves),
    ("middle-name", middle_names),
    ("misspelt", misspelt),
    ("senior", seniors),
    ("titled", titled),
    ("last-name", last_names),
    ("first-name", first_names),
    ("misspelt-last", misspelt_last),
)
