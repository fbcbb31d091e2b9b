"""Pieces of an article -> its text: how formats that know title, deck and byline put one text together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

import msgspec

from generator.lines import split_lines, visible
from generator.model import Part

PieceKind = Literal["title", "deck", "byline", "heading", "paragraph", "furniture"]
_BELOW_TITLE = ("title", "deck")
NEAR = 12
"""Lines; a title that stands further down is not the title of the text."""


class Piece(NamedTuple):
    """A paragraph of a text that is put together, or a line of its head."""

    kind: PieceKind
    text: str
    rule: str = ""
    """Name of the rule that took it for furniture."""


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Part, ...]]:
    """(text, its marked lines): an empty line between two pieces; those that show nothing are left out.

    >>> compose([Piece("title", "Ferry Sinks"), Piece("paragraph", "Nobody was hurt.")])[0]
    'Ferry Sinks\\n\\nNobody was hurt.\\n'
    """
    blocks: list[str] = []
    parts: list[Part] = []
    at = 0
    for kind, words, rule in pieces:
        block = words.strip() if kind == "paragraph" else visible(words)
        if not visible(block):
            continue
        if kind != "paragraph":
            parts.append(Part(start=at, end=at + len(block), kind=kind, rule=rule))
        blocks.append(block)
        at += len(block) + 2
    return "\n\n".join(blocks) + ("\n" if blocks else ""), tuple(parts)


def put(
    text: str, parts: tuple[Part, ...], kind: Literal["title", "byline"], words: str, top: int = 0
) -> tuple[str, tuple[Part, ...]]:
    """The text with these words as its title or byline: in place of the one it marks, else on a line of its own.

    Nothing is added where one of the first lines from `top` on says the same.
    """
    if any(line.text.casefold() == words.casefold() for line in split_lines(text[top : top + 400 * NEAR])[:NEAR]):
        return text, parts
    old = next((part for part in parts if part.kind == kind), None)
    above = [part for part in parts if kind == "byline" and part.kind in _BELOW_TITLE]
    start = old.start if old else max((part.end for part in above), default=top)
    end = old.end if old else start
    lead = "\n\n" if above and not old else ""
    tail = "\n\n" if not above and not old else ""
    new = Part(start=start + len(lead), end=start + len(lead) + len(words), kind=kind)
    moved = len(lead) + len(words) + len(tail) - (end - start)
    shifted = [
        msgspec.structs.replace(part, start=part.start + moved, end=part.end + moved) if part.start >= end else part
        for part in parts
        if part is not old
    ]
    return text[:start] + lead + words + tail + text[end:], tuple(sorted([*shifted, new], key=lambda part: part.start))


def names_line(names: Sequence[str]) -> str:
    """Names as one byline.

    >>> names_line(["Ann Poe", "John Roe", "Mia Lund"])
    'Ann Poe, John Roe and Mia Lund'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
