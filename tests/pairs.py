"""Reads fixtures of input/expected pairs: "## name", the text, "->", the expected lines."""

from __future__ import annotations

from typing import NamedTuple

from tests.conftest import ROOT


class Pair(NamedTuple):
    """One pair; `text` without blank lines at its ends."""

    name: str
    text: str
    expected: tuple[str, ...]


def pairs(file: str) -> list[Pair]:
    """The pairs of a file in tests/fixtures; what stands before the first "## " is for people."""
    _, *sections = (ROOT / "tests" / "fixtures" / file).read_text(encoding="utf-8").split("\n## ")
    found = []
    for section in sections:
        head, _, expected = section.partition("\n->")
        name, _, text = head.partition("\n")
        found.append(Pair(name, text.strip(), tuple(line.strip() for line in expected.split("\n") if line.strip())))
    return found
