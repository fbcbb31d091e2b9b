"""What a page gives: blocks of text and what is said about them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["paragraph", "heading"]

# The C0 and C1 controls that are no white space, and halves of surrogate pairs, which no file can hold.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]+")
_SPACE = re.compile(r"\s+")


class Block(NamedTuple):
    """A paragraph or a heading of the body."""

    kind: Kind
    """Items of lists and block quotes are paragraphs of their own."""
    text: str
    """One space between words, entities decoded, no markup, never empty."""


class Page(NamedTuple):
    """What an HTML page says."""

    title: str | None
    deck: str | None
    authors: tuple[str, ...]
    published: str | None
    """ISO date, or date and time, as the page says it; None where nobody names a whole day."""
    outlet: str | None
    url: str | None
    """The canonical address; http or https."""
    language: str | None
    """As the page says it: "en", "en-GB"."""
    blocks: tuple[Block, ...]
    """The body: no title, deck, byline, captions or furniture."""
    dropped: tuple[tuple[str, str], ...]
    """(text, rule) of what was taken out of the body that the extractor found."""
    others: int
    """Further articles seen on the page."""


def spaced(text: str) -> str:
    """The text without control characters, with one space between words.

    >>> spaced(" two\\n\\x00 words ")
    'two words'
    """
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip()


def key(text: str) -> str:
    """The letters and digits alone, in small letters: what two printings of one sentence share.

    >>> key("It\\u2019s 5 p.m.")
    'its5pm'
    """
    return "".join(filter(str.isalnum, text.casefold()))
