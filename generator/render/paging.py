"""How long lists are cut into pages: by year, by letter, into parts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from slugify import slugify

from generator.render.dossiers import DossierView
from generator.render.sayings import Said, YearOfQuotes

DIGITS, OTHERS = "0-9", "other"
"""Letters of names that begin with a digit, or with a letter that is none of a to z."""


@dataclass(frozen=True, slots=True)
class YearPage:
    """A page of quotes of one year, or of a part of it."""

    year: YearOfQuotes
    said: tuple[Said, ...]
    part: int
    """1-based."""
    pages: int
    """Parts of the year."""
    address: str
    """From the top of the site: "quotes/year/2026/2/"."""

    @property
    def quotes(self) -> int:
        """How many it shows."""
        return sum(len(quotes) for _, quotes in self.said)

    @property
    def direct(self) -> int:
        """Those of them that are word for word."""
        return sum(quote.kind == "direct" for _, quotes in self.said for quote in quotes)


def year_pages(years: Iterable[YearOfQuotes], folder: str, size: int) -> list[YearPage]:
    """The pages of some years, the newest first, each of about `size` quotes."""
    return [
        YearPage(year, said, part, len(pages), address(f"{folder}{year.slug}/", part))
        for year in years
        for pages in [list(parts(year.said, size))]
        for part, said in enumerate(pages, 1)
    ]


def address(folder: str, part: int) -> str:
    """
    >>> address("letter/b/", 1), address("letter/b/", 2)
    ('letter/b/', 'letter/b/2/')
    """
    return f"{folder}{part}/" if part > 1 else folder


def parts(said: Iterable[Said], size: int) -> Iterator[tuple[Said, ...]]:
    """Briefs in groups of about `size` quotes; a brief is never torn."""
    part: list[Said] = []
    count = 0
    for brief, quotes in said:
        part.append((brief, quotes))
        count += len(quotes)
        if count >= size:
            yield tuple(part)
            part, count = [], 0
    if part:
        yield tuple(part)


def newest(said: Sequence[Said], size: int) -> tuple[Said, ...]:
    """The first briefs up to about `size` quotes; a brief is never torn."""
    return next(parts(said, size), ())


def letter(name: str) -> str:
    """The letter under which a name stands.

    >>> letter("Østrik"), letter("7th Fleet"), letter("Жупа")
    ('o', '0-9', 'other')
    """
    first = next((char for char in name if char.isalnum()), "")
    if first.isdigit():
        return DIGITS
    is_latin = first != "" and unicodedata.name(first, "").startswith("LATIN")
    return (slugify(first)[:1] if is_latin else "") or OTHERS


def by_letter(dossiers: Iterable[DossierView]) -> dict[str, list[DossierView]]:
    """Actors by the letter of their name, in the order of the alphabet; letters that are none of a to z last."""
    lettered: dict[str, list[DossierView]] = {}
    # marks of letters count only between names that are else the same: Mira Voss, Míra Voss, Mira Wolf
    for dossier in sorted(dossiers, key=lambda one: (slugify(one.name), one.name, one.id)):
        lettered.setdefault(letter(dossier.name), []).append(dossier)
    return dict(sorted(lettered.items(), key=lambda item: (item[0] == OTHERS, item[0])))
