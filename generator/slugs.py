"""Names of pages: readable, safe on every file system, the same whatever else is in the edition."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from slugify import slugify

LONGEST = 60
"""Longest slug before its suffix, in characters."""
_RESERVED = frozenset(
    ["index", "404", "year", "letter", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)


def slugs_of(items: Iterable[tuple[str, str]], fallback: str) -> dict[str, str]:
    """Key -> slug for pairs of key and name; names that share a slug get a suffix made from their keys.

    >>> slugs_of([("a.txt", "The Road"), ("b.txt", "Index")], "brief")
    {'a.txt': 'the-road', 'b.txt': 'index-f54e3e'}
    """
    wished = {key: slugify(name, max_length=LONGEST, word_boundary=True) or fallback for key, name in items}
    wanted = Counter(wished.values())
    return {
        key: f"{slug}-{_suffix(key)}" if wanted[slug] > 1 or slug in _RESERVED or slug == fallback else slug
        for key, slug in wished.items()
    }


def slugs_in_order(items: Iterable[tuple[str, str]], fallback: str) -> list[str]:
    """A slug for each pair of key and name; of names that share one the first keeps it, so later ones change nothing.

    >>> slugs_in_order([("a", "Mira Voss"), ("b", "Mira Voss")], "actor")
    ['mira-voss', 'mira-voss-3e23e8']
    """
    taken: set[str] = set()
    slugs = []
    for key, name in items:
        plain = slugify(name, max_length=LONGEST, word_boundary=True) or fallback
        slug = f"{plain}-{_suffix(key)}" if plain in taken or plain in _RESERVED or plain == fallback else plain
        number = 1
        while slug in taken:
            number += 1
            slug = f"{plain}-{_suffix(f'{key} {number}')}"
        taken.add(slug)
        slugs.append(slug)
    return slugs


def _suffix(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:6]
