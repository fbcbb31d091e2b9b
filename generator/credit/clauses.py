"""A clause of a credit: some names and what they did.

Text in this room is visible text (see lines.py): no invisible characters, one space between words.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.credit.agencies import Register
from generator.credit.lists import may_be_names
from generator.credit.people import TITLE
from generator.model import SourceKind


@dataclass(frozen=True, slots=True)
class Clause:
    """Some names and what they did."""

    rule: str
    """Row of the table that found it."""
    role: str
    start: int
    """Where the names start."""
    end: int
    place: str | None = None
    """Where all of them were, if the cue says it: "contributed from Strelsau"."""
    kind: SourceKind = "person"
    """What a name is whose words do not tell it."""


def fit(text: str, start: int, end: int, register: Register) -> bool:
    """True if `text[start:end]` reads as a list of names."""
    return may_be_names(text[start:end], register, TITLE)
