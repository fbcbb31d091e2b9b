"""What our own labels say of figures, disputes, claims, events and the five questions, in the half called "report".

    python -m tests.desk_quality [--cache FOLDER]

Each text is parsed once for all of them. Scores are those of the scorers of each kind, which print misses, too.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from tests import claim_labels, event_labels, figure_labels, question_labels
from tests.label_texts import briefer, options, rows, seed

Counts = Counter[str]


def figures(folder: Path) -> Iterator[tuple[str, float]]:
    made, count = briefer(folder), Counts()
    for row in rows("figures", "report"):
        count += figure_labels.scored(row, made.brief_seed(seed(row)))[0]
    yield "figures F1", 2 * count["right"] / (count["found"] + count["asked"])
    yield "figures attributed", (count["said right"] + count["stated right"]) / (count["said"] + count["stated"])


def claims(folder: Path) -> Iterator[tuple[str, float]]:
    made, count = briefer(folder), Counts()
    for row in rows("claims", "report"):
        count += claim_labels.scored(row, made.brief_seed(seed(row)))[0]
    yield "claims P", count["right"] / count["found"]
    yield "claims R", count["right"] / count["asked"]


def events(folder: Path) -> Iterator[tuple[str, float]]:
    made, count = briefer(folder), Counts()
    for row in rows("events", "report"):
        brief = made.brief_seed(seed(row, row["base"]))
        count += event_labels.scored(row, brief, "date" if brief.published else "bare")[0]
    yield "events found", count["found"] / count["asked"]
    yield "dates right", count["right"] / count["compared"]


def answers(folder: Path) -> Iterator[tuple[str, float]]:
    made = briefer(folder)
    briefs = [(row, made.brief_seed(seed(row))) for row in rows("questions", "report")]
    for question in question_labels.QUESTIONS:
        yield f"{question} answered", fmean(question_labels.scored(row, brief, question)[0] for row, brief in briefs)


def desk_figures(folder: Path) -> dict[str, float]:
    """Figure by name; parses are kept in the folder."""
    kinds = (figures, claims, events, answers)
    return {name: round(value, 4) for kind in kinds for name, value in kind(folder)}


def main() -> None:
    """Prints the figures."""
    cache = options(__doc__).cache
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(desk_figures(cache or Path(scratch)), indent=2))


if __name__ == "__main__":
    main()
