"""Addresses that lead to words on the page of their article, by a text fragment: `#:~:text=first words,last words`.

A browser that knows none opens the page at its top. https://wicg.github.io/scroll-to-text-fragment
"""

from __future__ import annotations

from urllib.parse import quote

from generator.render.escape import clean

WHOLE = 8
"""Words up to which a line is searched for whole."""
ENDS = 4
"""Words at either end that are enough for a longer one."""
LONGEST = 60
"""Code points: a "word" that is longer has no borders that a browser could find."""
DIRECTIVE = ":~:"


def address_of(words: str, url: str) -> str:
    """The address of a page at which these words are shown; empty where it can't be told.

    >>> address_of("We dig, and dig.", "https://example.org/pass")
    'https://example.org/pass#:~:text=We%20dig%2C%20and%20dig.'
    """
    text = _text(words) if url else ""
    page = url.partition(DIRECTIVE)[0]
    return f"{page}{'' if '#' in page else '#'}{DIRECTIVE}text={text}" if text else ""


def _text(words: str) -> str:
    """What to search for: the words, or the first and the last of them."""
    found = clean(words).split()
    if not found or any(len(word) > LONGEST or "\ufffd" in word for word in found):
        return ""
    if len(found) > WHOLE:
        return f"{_encoded(found[:ENDS])},{_encoded(found[-ENDS:])}"
    if len(found) > 1 and not words.isprintable():  # a line break: the halves may stand in two blocks
        half = len(found) // 2
        return f"{_encoded(found[:half])},{_encoded(found[half:])}"
    return _encoded(found)


def _encoded(words: list[str]) -> str:
    """Words in an address; a hyphen would mean what stands before or after."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
