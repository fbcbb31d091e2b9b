"""Furniture that only the lines around it give away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.lines import Line


def repeated_paragraph(lines: Sequence[Line]) -> Iterator[int]:
    """A sentence that stood before, word for word: the page holds the body twice."""
    seen: set[str] = set()
    last = ""
    for i, line in enumerate(lines):
        if line.words >= 8 and line.text in seen and line.text != last:
            yield i
        seen.add(line.text)
        last = line.text


NEIGHBOUR_RULES: tuple[tuple[str, Callable[[Sequence[Line]], Iterable[int]]], ...] = (
    ("repeated-paragraph", repeated_paragraph),
)
"""(name, which of the kept lines it removes), in order."""
