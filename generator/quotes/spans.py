"""Spans of an article's text: (first offset, the one behind), in code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

Span = tuple[int, int]


def touch(one: Span | None, other: Span | None) -> bool:
    """True if two spans share a letter; nothing touches None."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def touches(one: Span | None, others: Iterable[Span]) -> bool:
    """True if a span shares a letter with any of a few others."""
    return any(touch(one, other) for other in others)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans, overlapping ones made one.

    >>> merged([(4, 9), (0, 5), (12, 13)])
    [(0, 9), (12, 13)]
    """
    disjoint: list[Span] = []
    for start, end in sorted(spans):
        if disjoint and start < disjoint[-1][1]:
            disjoint[-1] = disjoint[-1][0], max(disjoint[-1][1], end)
        else:
            disjoint.append((start, end))
    return disjoint


def overlaps(span: Span, disjoint: list[Span]) -> bool:
    """True if a span shares a letter with one of `disjoint`, which are sorted."""
    index = bisect_left(disjoint, (span[1], 0)) - 1
    return index >= 0 and disjoint[index][1] > span[0]


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans; those of one line with no letter or digit between them become one.

    >>> joined("old, grey bridge", [(5, 9), (0, 3), (10, 16)])
    ((0, 16),)
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        between = text[merged[-1][1] : start] if merged else ""
        if merged and "\n" not in between and not any(character.isalnum() for character in between):
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)
