"""How often quotes of a confidence are right: a table of ten steps, and for each rule its share.

    python -m tests.calibration --way rules|model PATH.jsonl

A quote is right if it overlaps one of the gold ones by .8 (intersection over union of letters, one to one, among those
with quoted words or among those without) and the speaker is right as bench/quotes/score.py counts it; a quote that
gold leaves without a speaker must be without one. The expected calibration error is the mean distance between
confidence and share right over the ten steps, by number of quotes. The file is one of bench/quotes: train to fit a
confidence, dev only to check.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from generator.model import Article, Quote
from generator.nlp import Pipeline, Reading
from generator.quotes import QuoteFinder
from tests.conftest import BENCH
from tests.quote_pairs import article_of, finder_of

STEPS = 10
MATCH = 0.8


class Judged(NamedTuple):
    """A found quote and whether it is right."""

    rule: str
    kind: str
    confidence: float | None
    right: bool


class Step(NamedTuple):
    """The quotes of one step of confidence."""

    low: float
    count: int
    confidence: float
    """Mean."""
    right: float
    """Share."""


def judge(row: dict[str, Any], quotes: Iterable[Quote]) -> Iterator[Judged]:
    """The quotes of one gold article."""
    score = scorer()
    mask = score.quote_mask(row["text"])
    quotes = tuple(quotes)
    said = [as_scored(quote) for quote in quotes]
    for kinds in (("direct", "mixed"), ("indirect",)):
        gold = [unit for unit in score.units(row["text"], row["quotes"], mask, "dm") if unit["kind"] in kinds]
        found = [
            (quote, unit)
            for quote, one in zip(quotes, said, strict=True)
            for unit in score.units(row["text"], [one], mask, "dm")
            if unit["kind"] in kinds
        ]
        right = {
            index: score.speaker_right(gold[other], found[index][1])
            for other, index in score.match(gold, [unit for _, unit in found], MATCH)
        }
        for index, (quote, unit) in enumerate(found):
            verdict = right.get(index, False)
            if verdict is None:
                verdict = not unit["source"]
            yield Judged(quote.rule, unit["kind"], quote.confidence, verdict)


def as_scored(quote: Quote) -> dict[str, Any]:
    """A quote in the format of score.py."""
    return {
        "content": [[span.start, span.end] for span in quote.spans],
        "source": [[quote.speaker.start, quote.speaker.end]] if quote.speaker else [],
        "source_text": quote.speaker.text if quote.speaker else "",
    }


def steps(judged: Iterable[Judged]) -> list[Step]:
    """The table: steps of equal width that hold a quote; quotes without a confidence count as sure."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(STEPS)]
    for one in judged:
        confidence = 1.0 if one.confidence is None else one.confidence
        held[min(STEPS - 1, int(confidence * STEPS))].append((confidence, one.right))
    return [
        Step(number / STEPS, len(some), sum(c for c, _ in some) / len(some), sum(r for _, r in some) / len(some))
        for number, some in enumerate(held)
        if some
    ]


def error(table: Iterable[Step]) -> float:
    """The expected calibration error."""
    table = list(table)
    return sum(step.count * abs(step.confidence - step.right) for step in table) / max(1, sum(s.count for s in table))


def readings(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Article, Reading]]:
    """Gold articles, parsed: the first line is the title, every other one a paragraph."""
    pipeline = Pipeline()
    for row in rows:
        article = article_of(row["text"])
        yield row, article, pipeline.read(article)


def judged_by(finder: QuoteFinder, read: Iterable[tuple[dict[str, Any], Article, Reading]]) -> list[Judged]:
    """All quotes that a finder finds."""
    return [one for row, article, reading in read for one in judge(row, finder.find(article, reading, ()))]


def scorer() -> ModuleType:
    """bench/quotes/score.py."""
    folder = str(BENCH / "quotes")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    import score

    return score


def main() -> None:
    """Prints both tables and the error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--way", choices=("model", "rules"), required=True)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.path.read_text(encoding="utf-8").splitlines() if line.strip()]
    show(judged_by(finder_of(options.way), readings(rows)))


def show(judged: list[Judged]) -> None:
    """Prints the table of rules, that of steps and the error."""
    for rule in sorted({one.rule for one in judged}):
        some = [one for one in judged if one.rule == rule]
        said = [one.confidence for one in some if one.confidence is not None]
        mean = sum(said) / max(1, len(said))
        print(f"{rule:24} {len(some):5}  says {mean:.3f}  right {sum(one.right for one in some) / len(some):.3f}")
    table = steps(judged)
    for step in table:
        span = f"{step.low:.1f} to {step.low + 1 / STEPS:.1f}"
        print(f"{span} {step.count:5}  says {step.confidence:.3f}  right {step.right:.3f}")
    print(f"{len(judged)} quotes, expected calibration error {error(table):.4f}")


if __name__ == "__main__":
    main()
