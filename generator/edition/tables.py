"""The word lists of the edition, read once from generator/data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def _text(name: str) -> str:
    return (files("generator") / "data" / name).read_text(encoding="utf-8")


def _rows(name: str) -> list[list[str]]:
    lines = [line for line in _text(name).splitlines() if line and not line.startswith("#")]
    return [line.split() for line in lines]


@cache
def romanization() -> tuple[tuple[str | re.Pattern[str], str], ...]:
    """Rows of romanization.tsv in order: a string, or a pattern where the row has ^ or $."""
    return tuple(
        (re.compile(written) if written[0] == "^" or written[-1] == "$" else written, folded)
        for written, folded in _rows("romanization.tsv")[1:]
    )


SAME = "="
"""Begins a row of ways to write one first name."""


@cache
def given_forms() -> dict[str, frozenset[int]]:
    """Sound of a first name -> numbers of the rows of given_name_forms.txt that have it."""
    return _numbered(_rows("given_name_forms.txt"))


@cache
def given_spellings() -> dict[str, frozenset[int]]:
    """The same of the rows that hold ways to write one name."""
    return _numbered(row for row in _rows("given_name_forms.txt") if row[0] == SAME)


def _numbered(rows: Iterable[list[str]]) -> dict[str, frozenset[int]]:
    from generator.edition.names import sound

    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for name in row:
            if name != SAME:
                found.setdefault(sound(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def role_forms() -> dict[str, str]:
    """Short form of a rank or an office, without its full stop -> the word it stands for."""
    return {short: whole for short, whole in _rows("role_short_forms.tsv")}


@cache
def variants() -> dict[str, str]:
    """Word -> the word that stands for it, from spelling_variants.txt."""
    return {word: row[-1] for row in _rows("spelling_variants.txt") for word in row[:-1]}


@cache
def legal_forms() -> frozenset[str]:
    """Words of legal_forms.txt: "inc"."""
    return frozenset(row[0] for row in _rows("legal_forms.txt"))


@cache
def fields() -> dict[str, str]:
    """Word for what people do -> field, from professions.toml."""
    table = tomllib.loads(_text("professions.toml"))["fields"]
    return {word: field for field, listed in table.items() for word in listed.split()}


@cache
def moves() -> frozenset[frozenset[str]]:
    """Pairs of fields that one person may have."""
    pairs = tomllib.loads(_text("professions.toml"))["moves"]["pairs"]
    return frozenset(frozenset(pair.split()) for pair in pairs)
