"""text -> lines: what furniture rules, headings and credits look at.

A line keeps its place in the text and, beside it, the words as a reader sees them: no invisible characters, one space
between words. Rules read the visible words; slices are cut from the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Characters that show nothing: soft hyphen, zero-width characters, direction marks and overrides, byte order mark.
_HIDDEN = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_HIDE = re.compile(f"[{''.join(sorted(_HIDDEN))}]")
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile("[.!?\u2026\u061f\u3002](?:[\"'\u201d\u2019\u00bb)\\]]|\\s)*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that shows something."""

    start: int
    """Offset of the first visible character."""
    end: int
    """Offset after the last visible character."""
    text: str
    """As a reader sees it: invisible characters dropped, runs of space made one."""
    block: int
    """Lines without an empty line between them share this number."""
    number: int
    """Lines that show something are counted from 0."""
    words: int
    """Number of words."""

    @property
    def ends_sentence(self) -> bool:
        """True if the line closes with a full stop or its like."""
        return _SENTENCE_END.search(self.text[-12:]) is not None

    @property
    def is_prose(self) -> bool:
        """True if the line reads like a sentence of an article, not like a label, a headline or a button."""
        return self.words >= 20 or (self.words >= 6 and self.ends_sentence)


def visible(text: str) -> str:
    """The text as a reader sees it.

    >>> visible("  two\\u00a0 wo\\u00adrds ")
    'two words'
    """
    return _SPACE.sub(" ", _HIDE.sub("", text)).strip()


def printable(name: str) -> str:
    """A file name for one line of a message: what cannot be printed is shown as a question mark in a lozenge."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def visible_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """The text as a reader sees it, and for each of its characters the offset where it stands in `text`.

    >>> visible_with_offsets("a\\u200b  b")
    ('a b', (0, 2, 4))
    """
    shown: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        if char in _HIDDEN:
            continue
        if char.isspace():
            if not shown or shown[-1] == " ":
                continue
            char = " "
        shown.append(char)
        offsets.append(at)
    while shown and shown[-1] == " ":
        shown.pop()
        offsets.pop()
    return "".join(shown), tuple(offsets)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without space and invisible characters at either side; start == end if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in _HIDDEN):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _HIDDEN):
        end -= 1
    return start, end


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that show something, in order."""
    lines: list[Line] = []
    block, last_end = 0, 0
    for found in _LINE.finditer(text):
        start, end = trim(text, found.start(), found.end())
        if start == end:
            continue
        if lines and _is_gap(text[last_end : found.start()]):
            block += 1
        shown = visible(text[start:end])
        lines.append(Line(start=start, end=end, text=shown, block=block, number=len(lines), words=shown.count(" ") + 1))
        last_end = found.end()
    return tuple(lines)


def _is_gap(between: str) -> bool:
    """True if more than one line end stands between two lines."""
    return len(between.replace("\r\n", "\n").strip(" \t")) > 1
