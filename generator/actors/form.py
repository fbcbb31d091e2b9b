"""One spelling of a name, and what each place where it stands speaks for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.actors.borders import POSSESSIVES
from generator.actors.context import CONTEXT_RULES
from generator.actors.countries import Body, Country, gazetteer
from generator.actors.given import is_given
from generator.actors.labels import Label
from generator.actors.names import Name
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc


@dataclass(slots=True)
class Form:
    """One spelling, with all places where it stands."""

    text: str
    tokens: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    votes: Counter[Label] = field(default_factory=Counter)
    label: Label = "other"
    rule: str = ""
    """Which rule told the label."""
    owner: str | None = None
    """Code of the country whose it is."""
    marked: int = 0
    """Places between quotation marks."""
    articles: int = 0
    """Places behind "the", where no noun follows that the article could belong to."""
    indefinite: int = 0
    """Places behind "a" or "an", where no noun follows that the article could belong to."""
    openings: int = 0
    """Places at the beginning of a sentence or a list item."""

    @property
    def country(self) -> Country | None:
        """The country that it names."""
        return gazetteer().countries.get(self.text) if self.label == "place" else None

    @property
    def region(self) -> Body | None:
        """The state or province that it names: "Calif." is California."""
        return gazetteer().regions.get(self.text) if self.label == "place" else None

    @property
    def code(self) -> str | None:
        """ISO code of the country that it names or belongs to."""
        row = self.country or self.body
        if isinstance(row, Country):
            return row.code
        if row is not None:
            return row.country
        if self.label != "organization":
            return None
        for width in (1, 2, 3):
            country = gazetteer().country_of(" ".join(self.tokens[:width]))
            if country is not None and width < len(self.tokens):
                return country.code
        return self.owner

    @property
    def body(self) -> Body | None:
        """The row of the table of bodies, or of states and provinces, that it names."""
        table = gazetteer().bodies if self.label == "organization" else gazetteer().regions
        return table.get(self.text) if self.label in ("organization", "place") else None


def cast_votes(form: Form, name: Name, doc: Doc) -> None:
    """Counts what one place of a form speaks for: what found it, its given name, the words beside it."""
    form.names.append(name)
    form.votes[name.label] += 1
    if name.label != "other" and is_full_name(form):
        form.votes["person"] += 2
    for _, weight, speaks_for in CONTEXT_RULES:
        label = speaks_for(doc, name.first, name.last)
        if label is not None:
            form.votes[label] += weight
    form.marked += _is_marked(doc, name.first, name.last)
    form.articles += _has_article(doc, name.first, name.last, ("the",))
    form.indefinite += _has_article(doc, name.first, name.last, ("a", "an", "former"))
    form.openings += bool(doc[name.first].is_sent_start) or name.first == 0
    form.owner = form.owner or _owner(doc, name.first)


def is_full_name(form: Form) -> bool:
    """ "Rosa Klebb", not "Rosa Klebb Foundation"."""
    lists = words()
    last = form.tokens[-1].lower()
    is_headed = last in lists.organization_heads or last in lists.place_heads or last in lists.other_heads
    is_opened = is_given(form.tokens[0]) or (len(form.tokens[0]) == 2 and form.tokens[0].endswith("."))
    is_hyphened = len(form.tokens) > 3 and form.tokens[-2] == "-" and form.tokens[-1].islower()  # "Seo Min-jun"
    return 1 < len(form.tokens) < 5 and (is_opened or is_hyphened) and not is_headed


def _is_marked(doc: Doc, first: int, last: int) -> bool:
    """Between quotation marks and alone there: code-named "Quiet Harbor,"."""
    if first == 0 or doc[first - 1].text not in MARKS or last >= len(doc):
        return False
    end = last + 1 if doc[last].text in (",", ".") else last
    return end < len(doc) and doc[end].text in MARKS


def _has_article(doc: Doc, first: int, last: int, articles: tuple[str, ...]) -> bool:
    """ "the Selmont Giants won", not "the Falt family", "the Falt-led team"."""
    if first == 0 or doc[first - 1].lower_ not in articles:
        return False
    return (
        last == len(doc)
        or doc[last].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PART", "PUNCT")
        or doc[last].text in ".,;:"
    )


MARKS = frozenset('"\u201c\u201d\u2018\u2019') | {"''", "``"}


def _owner(doc: Doc, first: int) -> str | None:
    """The country in "Ruritania's Air Force"."""
    if first < 2 or doc[first - 1].text not in POSSESSIVES:
        return None
    for width in (1, 2, 3):
        country = gazetteer().countries.get(doc[max(0, first - 1 - width) : first - 1].text)
        if country is not None:
            return country.code
    return None
