"""The word lists of the actor rules, read once from generator/data/actor_words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lower-case words by what they tell about a name; the file says what each list is for."""

    honorifics: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    body_modifiers: frozenset[str]
    organization_heads: frozenset[str]
    place_heads: frozenset[str]
    other_heads: frozenset[str]
    groups: frozenset[str]
    never: frozenset[str]
    particles: frozenset[str]
    role_verbs: frozenset[str]
    former: frozenset[str]
    late: frozenset[str]


@cache
def words() -> Words:
    """The lists as shipped."""
    path = files("generator") / "data" / "actor_words.toml"
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Words)
