"""Given names: which words are one, and which pronoun usually goes with it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Pronoun = Literal["he", "she", "both"]


@cache
def given_names() -> dict[str, Pronoun]:
    """Lower-case given name -> pronoun, from generator/data/given_names.toml; listed twice means both."""
    text = (files("generator") / "data" / "given_names.toml").read_text(encoding="utf-8")
    out: dict[str, Pronoun] = {}
    lists = tomllib.loads(text)
    pronouns: tuple[Pronoun, ...] = ("he", "she", "both")
    for pronoun in pronouns:
        for name in lists[pronoun].split():
            out[name] = "both" if name in out else pronoun
    return out


def is_given(word: str) -> bool:
    """True for "Rosa", and for "Jean-Luc" by its first half."""
    names = given_names()
    return word.lower() in names or word.split("-")[0].lower() in names
