"""Reads fixture files of input and expected lines; a pair can be added without knowing Python.

## name of the pair
@published 2031-03-04        (a setting of the pair; may be absent)
One line a paragraph.
->
one line for each thing that must be found
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.identity import text_hash
from generator.model import Article, Paragraph, SeedReference

FIXTURES = Path(__file__).parent / "fixtures"


class Pair(NamedTuple):
    """An input and what must be found in it."""

    name: str
    settings: dict[str, str]
    text: str
    expected: list[str]


def pairs(topic: str) -> list[Pair]:
    """The pairs of `fixtures/TOPIC.md`."""
    found = []
    for block in (FIXTURES / f"{topic}.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, rest = block.partition("\n")
        given, _, expected = rest.partition("\n->")
        lines = [line for line in given.splitlines() if line.strip()]
        settings = dict(line[1:].split(" ", 1) for line in lines if line.startswith("@"))
        text = "\n\n".join(line for line in lines if not line.startswith("@"))
        found.append(Pair(name.strip(), settings, text, [line for line in expected.splitlines() if line.strip()]))
    return found


def article_of(text: str, published: str | None = None, url: str | None = None) -> Article:
    """An article whose every line is a paragraph of the body."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(start=start, end=start + len(line), number=len(paragraphs) + 1))
        start += len(line) + 1
    seed = SeedReference(name="pair.txt", sha256=text_hash(text), media_type="text/plain")
    return Article(seed=seed, text=text, paragraphs=tuple(paragraphs), published=published, url=url)
