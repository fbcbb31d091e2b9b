"""Fixture files of pairs, which anyone can add to without Python.

A pair is a title, the input and what is expected, each followed by a line that is nothing but a full stop:

    the deck stands twice
    .
    Input, as many lines as it takes.
    .
    what comes out
    .
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FIXTURES = Path(__file__).parent / "fixtures"


class Pair(NamedTuple):
    title: str
    input: str
    expected: str


def read_pairs(name: str) -> list[Pair]:
    """The pairs of `tests/fixtures/<name>`."""
    parts: list[list[str]] = [[]]
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    assert len(parts) % 3 == 1, f"{name}: a pair has three lines with a full stop; found {len(parts) - 1} in all"
    return [Pair(parts[i][-1], "\n".join(parts[i + 1]), "\n".join(parts[i + 2])) for i in range(0, len(parts) - 1, 3)]


def titles(pairs: list[Pair]) -> list[str]:
    return [pair.title for pair in pairs]
