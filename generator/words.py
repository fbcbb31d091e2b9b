"""Word lists of the package: one entry a line in `data/NAME.txt`, `#` opens a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of a list. Lists are data of the package, so reading one again would give the same."""
    return frozenset(entries(name))


def entries(name: str) -> tuple[str, ...]:
    """The entries of a list in their order."""
    text = (files("generator") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
