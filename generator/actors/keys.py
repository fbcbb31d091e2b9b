"""Keys that a name and its short forms share: folded spellings, initials."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

Pair = tuple[int, int]
"""Indices of two forms of one actor."""

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "-", "at", "to", "de", "a"})


def fold(text: str) -> str:
    """A spelling without case, accents, dots and kinds of apostrophes: "U.N." and "UN" are one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in plain if c.isalnum() or c.isspace() or c in "-&")
    return " ".join(kept.replace("-", " ").split())


def unique(keys: Iterable[tuple[str, int]], groups: list[int]) -> dict[str, int]:
    """Key -> form, of keys that belong to one group only."""
    out: dict[str, int] = {}
    twice: set[str] = set()
    for key, i in keys:
        if key in out and groups[out[key]] != groups[i]:
            twice.add(key)
        out.setdefault(key, i)
    return {key: i for key, i in out.items() if key not in twice}


def initials(tokens: tuple[str, ...]) -> set[str]:
    """ "Union of Miners and Smiths" -> {"ums", "uoms", ...}: with and without small words."""
    big = "".join(t[0] for t in tokens if t.lower() not in SMALL and t[0].isalnum()).casefold()
    every = "".join(t[0] for t in tokens if t[0].isalnum()).casefold()
    return {key for key in (big, every) if len(key) > 1}


def is_short(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(c.isupper() for c in letters) * 2 > len(letters)


def one_off(word: str) -> set[str]:
    """Keys that two words of more than four letters share if one letter is another, too many or too few."""
    if not 4 < len(word) < 20 or " " in word:
        return set()
    cuts = range(1, len(word))
    return {word[:cut] + "?" + word[cut + 1 :] for cut in cuts} | {word[:cut] + "?" + word[cut:] for cut in cuts}


def swapped(word: str) -> set[str]:
    """Keys that two such words share if two neighbouring letters changed places; the first letter stays."""
    if not 4 < len(word) < 20 or " " in word:
        return set()
    return {
        word[:cut] + "".join(sorted(word[cut : cut + 2])) + "!" + word[cut + 2 :] for cut in range(1, len(word) - 1)
    }
