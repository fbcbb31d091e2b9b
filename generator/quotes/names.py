"""Which runs inside marks are names and attributes of markup, not words that somebody said."""

from __future__ import annotations

import re
from collections.abc import Callable

#: A name is not longer, in words.
MAX_WORDS = 6
#: How far the words before a mark are read, in code points.
LOOK_BACK = 40

#: "an operation code-named", "a ship nicknamed", "a plan known as", "the so-called", "a novel titled".
NAMING = re.compile(
    r"\b(?:(?:is|are|was|were|been|being|an?|the|\w+s?|\w+,)\s+(?:code-?named|codenamed|nicknamed|entitled|titled|subtitled"
    r"|headlined|captioned)|(?:better |also |formerly |commonly )?known as|so-called)\s*(?:as\s*)?$",
    re.IGNORECASE,
)


def _is_named(before: str, words: str) -> bool:
    """The words before the mark say that a name follows: an operation code-named "Stone Garden"."""
    return NAMING.search(before) is not None and len(words.split()) <= MAX_WORDS


def _is_attribute(before: str, words: str) -> bool:
    """The value of an attribute of markup that was left in the text: class="share"."""
    return before.endswith("=")


Rule = Callable[[str, str], bool]

RULES: tuple[tuple[str, Rule], ...] = (
    ("named", _is_named),
    ("attribute", _is_attribute),
)


def is_name(text: str, start: int, end: int) -> bool:
    """True if a rule knows the run between two offsets of its passage's text for something else than speech."""
    before = text[max(0, start - LOOK_BACK) : start - 1]
    return any(rule(before, text[start:end]) for _, rule in RULES)
