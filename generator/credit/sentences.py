"""Where the sentences of a credit line end."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<![ .(\"][A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bSen\.)(?<!\bRep\.)(?<!\bGov\.)(?<!\bMrs\.)"
    r"(?:(?<=[.!?\u2026\u201d\"])|(?<=[.!?]['\u2019)])(?<![A-Z]\.\)))\s(?=[\"\u201c(\[A-Z\u00a9\u2014\u2013\u2122-])"
    r"|(?<=[a-z)A-Z]{2}[.!?])(?=(?:[A-Z][a-z]+(?:['\u2019]s)?:? [a-zA-Z\u00a9(-]+|\([A-Z]))"
)
# "(AFP)" behind a sentence whose full stop is missing.
_BRACKET = re.compile(r" (?=[(\[][A-Z][\w,&/ .'\u2019-]{1,80}[)\]]\.?$)")


def sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The sentences of a line; a space or nothing stands between two of them."""
    out = []
    for found in _END.finditer(text, start):
        out.append((start, found.start()))
        start = found.end()
    return [*out, (start, len(text))]


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that `start` stands in ends."""
    return next((found.start() for found in _END.finditer(text, start, end) if found.start() > start), end)


def last_bracket(text: str) -> int | None:
    """Where a closing bracket without a sentence of its own begins: "... on Monday (AFP)"."""
    found = _BRACKET.search(text)
    return found.end() if found else None
