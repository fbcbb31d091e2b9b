"""What our own labels say of figures, disputes, claims, events, the five questions and stories: the half "report".

    python -m tests.desk_quality [--cache FOLDER]

Of disputes, which are few, both halves together. Each text is parsed once for all of them. Scores are those of the
scorers of each kind, which print misses, too.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from tests import claim_labels, dispute_labels, event_labels, figure_labels, question_labels, story_labels
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


def disputes(folder: Path) -> Iterator[tuple[str, float]]:
    count = dispute_labels.all_of_them(briefer(folder))
    yield "disputes P", count["right"] / count["found"]
    yield "disputes R", count["seen"] / count["asked"]


def stories(folder: Path) -> Iterator[tuple[str, float]]:
    labelled = list(rows("stories", "report"))
    found = story_labels.found_in(story_labels.stories(story_labels.briefs_of(labelled, folder, dated=True)))
    yield "stories F1", story_labels.f1(story_labels.scored(labelled, found, "report"))


def desk_figures(folder: Path, whole: bool = True) -> dict[str, float]:
    """Figure by name, without stories unless `whole`: they take minutes. Parses are kept in the folder."""
    kinds = (figures, claims, events, answers, disputes, *((stories,) if whole else ()))
    return {name: round(value, 4) for kind in kinds for name, value in kind(folder)}


def main() -> None:
    """Prints the figures."""
    cache = options(__doc__).cache
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(desk_figures(cache or Path(scratch)), indent=2))


if __name__ == "__main__":
    main()
