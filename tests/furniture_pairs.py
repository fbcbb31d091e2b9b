"""Reads tests/fixtures/furniture: "## name", a text, "---", how it is taken apart, one row a part."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from generator.config import Settings
from generator.model import Article
from generator.parse import parse
from generator.read import seed_of
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "fixtures" / "furniture"
CUT = " ..."


class Pair(NamedTuple):
    """One pair; `text` without blank lines at its ends."""

    file: str
    name: str
    text: str
    expected: tuple[str, ...]


@cache
def pairs() -> tuple[Pair, ...]:
    """The pairs of all files; the rows stand below the last line "---", because a text may have such lines."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for section in ("\n" + path.read_text(encoding="utf-8")).split("\n## ")[1:]:
            head, _, rows = section.rpartition("\n---\n")
            name, _, text = head.partition("\n")
            found.append(Pair(path.stem, name, text.strip(), tuple(row for row in rows.split("\n") if row)))
    return tuple(found)


def taken_apart(article: Article) -> list[str]:
    """One row a part, in the order of the text: "body: ...", "removed caption: ..."."""
    rows = [(p.start, p.kind, article.text[p.start : p.end]) for p in article.paragraphs]
    rows += [(r.start, f"removed {r.rule}", r.text) for r in article.removed]
    rows += [(c.start, "credit", c.text) for c in article.credit]
    for name in ("title", "deck", "byline", "dateline"):
        if part := getattr(article, name):
            rows.append((part.start, name, part.text))
    return [f"{kind}: {' '.join(text.split())}" for _, kind, text in sorted(rows)]


def parts_of(text: str, settings: Settings | None = None) -> list[str]:
    """How a text is taken apart."""
    return taken_apart(parse(seed_of(text), settings or Settings()))


def shortened(rows: list[str], expected: tuple[str, ...]) -> list[str]:
    """The rows, cut where the expected row in the same place is cut: that is then the whole difference to be seen."""
    return [
        wanted if wanted.endswith(CUT) and row.startswith(wanted.removesuffix(CUT)) else row
        for row, wanted in zip(rows, [*expected, *[""] * len(rows)], strict=False)
    ]
