"""What a date may be resolved against, and what a rule for dates is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from generator.dates.words import DateOrder

Tense = Literal[-1, 0, 1]
"""-1: the clause speaks of what was; 1: of what is to come; 0: it does not say."""


class Dated(NamedTuple):
    """A date where it stands. Offsets are those of the text that it was found in."""

    start: int
    end: int
    date: str
    """As in Event.date; "" where the words name a date that cannot be known."""
    rule: str


class Base(NamedTuple):
    """What a date may be resolved against. Offsets are those of the text that is read."""

    published: date | None = None
    order: DateOrder | None = None
    tense: Callable[[int], Tense] = lambda offset: 0
    """Of the clause around an offset."""
    is_other: Callable[[str, int, int], bool] = lambda rule, start, end: False
    """True if the words that a rule found between two offsets are no date: "in May's house", "for 1800 crates"."""


class Where(NamedTuple):
    """Where a date stands that a rule reads."""

    base: Base
    before: str
    """The date before it in the text; "" where that is not known."""
    offset: int

    @property
    def tense(self) -> Tense:
        return self.base.tense(self.offset)


class Rule(NamedTuple):
    """A way to write dates."""

    name: str
    needs: tuple[str, ...]
    """Lower-case words one of which the text must hold; none if it may always fit."""
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Where], Iterator[str]] | None
    """The dates of a match, none where it can't be known; no function for what only looks like a date."""
