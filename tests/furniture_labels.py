"""Our own labels of lines: which lines of 40 real texts are the article, and how many of them are read right.

    python -m tests.furniture_labels [--lines]

tests/labels/furniture.jsonl holds numbers of lines, no text; the texts lie with the benches. The 40 were drawn by the
hash of their names and labelled whole before any rule was written for them, twice by independent readers: of 1,748
lines they give 99.4 % the same label and agree on all but one whether it belongs to the article (kappa .999). Rules
may be written with a look at the half called "tune"; the half called "report" is only counted.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.config import Settings
from generator.errors import SeedError
from generator.parse import parse
from generator.read import seed_of
from tests.conftest import BENCH, ROOT

LABELS = ROOT / "tests" / "labels" / "furniture.jsonl"
KEPT = ("body", "subhead")


class Score(NamedTuple):
    """Lines kept as the article."""

    precision: float
    recall: float
    perfect: int
    """Files without a wrong line."""
    files: int


class Wrong(NamedTuple):
    """A line that is read wrongly."""

    file: str
    line: int
    label: str


def kept_lines(text: str) -> set[int]:
    """The numbers of the lines of which at least half, spaces left out, stands in paragraphs, counted from 1."""
    try:
        article = parse(seed_of(text), Settings())
    except SeedError:
        return set()
    inside = bytearray(len(text))
    for paragraph in article.paragraphs:
        inside[paragraph.start : paragraph.end] = b"\1" * (paragraph.end - paragraph.start)
    kept, start = set(), 0
    for number, line in enumerate(text.split("\n"), 1):
        solid = [start + i for i, char in enumerate(line) if not char.isspace()]
        if solid and sum(inside[i] for i in solid) * 2 >= len(solid):
            kept.add(number)
        start += len(line) + 1
    return kept


def score(half: str, folder: Path = BENCH / "articles") -> tuple[Score, list[Wrong]]:
    """How well the texts of one half are read."""
    hits = kept_wrongly = lost = perfect = files = 0
    wrong: list[Wrong] = []
    for row in rows(half):
        text = (folder / str(row["file"])).read_text(encoding="utf-8")
        labels = {line: label for label, lines in row["lines"].items() for line in lines}
        kept = kept_lines(text)
        errors = [line for line, label in labels.items() if (line in kept) != (label in KEPT)]
        hits += sum(line in kept for line, label in labels.items() if label in KEPT)
        lost += sum(labels[line] in KEPT for line in errors)
        kept_wrongly += sum(labels[line] not in KEPT for line in errors)
        perfect += not errors
        files += 1
        wrong += [Wrong(str(row["file"]), line, labels[line]) for line in sorted(errors)]
    return Score(hits / (hits + kept_wrongly), hits / (hits + lost), perfect, files), wrong


def rows(half: str) -> Iterator[dict[str, dict[str, list[int]]]]:
    """The labelled files of one half."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == half:
            yield row


def main() -> None:
    """Prints the scores; with --lines the wrong lines of the half that rules may be written with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", action="store_true")
    options = parser.parse_args()
    for half in ("tune", "report"):
        found, wrong = score(half)
        print(f"{half}: P {found.precision:.4f}, R {found.recall:.4f}, {found.perfect} of {found.files} files perfect")
        if options.lines and half == "tune":
            for line in wrong:
                print(f"  {line.file}:{line.line} {line.label}")


if __name__ == "__main__":
    main()
