"""Fits how sure a quote is, on the articles that were held back from training.

    python training/calibrate.py --corpus DIR --package models/quotes/newsbrief_quotes

Writes calibration.json into the package: for each wording the weights of a logistic regression over
`generator.quotes.confidence.FEATURES`, and what is left out. A quote counts as right if it shares `OVERLAP` of its
letters and digits with a gold quote (intersection over union) and has that quote's speaker.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from corpus import Article, Span, is_held_back, load
from numpy.typing import NDArray

from generator.model import Article as Parsed
from generator.model import Paragraph, SeedReference, Slice
from generator.nlp import Passage, Pipeline, Reading
from generator.quotes.confidence import FEATURES, features
from generator.quotes.learned import Learned
from generator.quotes.marks import Run, find_runs
from generator.quotes.rules import find_by_rules

OVERLAP = 0.8
#: Weight of the squared weights against the likelihood: few hundred quotes a wording, nine features.
RIDGE = 1.0
STEPS = 50
WORDINGS = ("direct", "mixed", "indirect")

Numbers = NDArray[np.float64]


class Case(NamedTuple):
    """A quote that was found."""

    wording: str
    features: tuple[float, ...]
    right: bool
    gold: tuple[str, int] | None
    """The gold quote that it matches with the right speaker."""


def parsed(article: Article, pipeline: Pipeline) -> tuple[Parsed, Reading, tuple[Run, ...]]:
    """The article with each line a passage, the first one the title."""
    passages, paragraphs, at = [], [], 0
    title = None
    for line in article.text.split("\n"):
        if line.strip():
            if title is None:
                title = Slice(start=at, end=at + len(line), text=line, rule="first-line")
            else:
                paragraphs.append(Paragraph(start=at, end=at + len(line), number=len(paragraphs) + 1))
            kind = "body" if paragraphs else "title"
            passages.append(Passage(at, at + len(line), len(paragraphs), kind, pipeline.language(line)))  # type: ignore[arg-type]
        at += len(line) + 1
    seed = SeedReference(name=article.id, sha256="0" * 64, media_type="text/plain")
    whole = Parsed(seed=seed, text=article.text, title=title, paragraphs=tuple(paragraphs))
    reading = Reading(tuple(passages))
    return whole, reading, find_runs(reading.passages)


def cases(articles: Sequence[Article]) -> Iterator[Case]:
    """What the model finds in the articles, right or wrong."""
    learned, pipeline = Learned.__new__(Learned), Pipeline()
    from generator.quotes.model import QuoteModel

    learned.model = QuoteModel()
    for article in articles:
        gold = [(_letters(article.text, quote.content), quote) for quote in article.quotes]
        whole, reading, runs = parsed(article, pipeline)
        by_rules = list(find_by_rules(whole, reading, runs))
        for found, wording, words, verdict in learned.found(whole, reading, runs, by_rules):
            letters = _letters(article.text, found.candidate.spans)
            matched = None
            for number, (others, quote) in enumerate(gold):
                shared = len(letters & others)
                if (
                    shared
                    and shared >= OVERLAP * len(letters | others)
                    and _same(article.text, found.candidate.speaker, quote.source)
                ):
                    matched = article.id, number
                    break
            yield Case(wording, features(found, words, verdict), matched is not None, matched)


def _letters(text: str, spans: Sequence[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def _same(text: str, speaker: Span | None, source: Sequence[Span]) -> bool:
    """True if both are nobody, overlap, or end with the same word."""
    if speaker is None or not source:
        return speaker is None and not source
    if any(speaker[0] < end and start < speaker[1] for start, end in source):
        return True
    mine, theirs = text[slice(*speaker)].casefold().split(), text[slice(*source[-1])].casefold().split()
    return bool(mine and theirs) and mine[-1] == theirs[-1]


def fit(rows: Numbers, right: Numbers) -> Numbers:
    """Weights of a logistic regression with a ridge, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - RIDGE * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def least(chance: Numbers, right: Numbers, gold: int) -> float:
    """Where to cut so that F1 over the gold quotes is best, in steps of .01."""

    def f1(cut: float) -> float:
        kept = chance >= cut
        return 2 * float(right[kept].sum()) / (float(kept.sum()) + gold)

    return max((round(0.01 * step, 2) for step in range(20, 70)), key=f1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True)
    chosen = parser.parse_args()
    held = [article for article in load(sorted(chosen.corpus.glob("polnear-train*.jsonl"))) if is_held_back(article)]
    found = list(cases(held))
    rows: dict[str, object] = {}
    for wording in WORDINGS:
        mine = [case for case in found if case.wording == wording]
        table, right = np.array([case.features for case in mine]), np.array([float(case.right) for case in mine])
        weights = fit(table, right)
        chance = 1 / (1 + np.exp(-table @ weights))
        cut = least(chance, right, int(right.sum() / 0.9))
        rows[wording] = {
            "least": cut,
            "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
        }
        print(wording, len(mine), "found,", round(float(right.mean()), 3), "right; left out below", cut)
    (chosen.package / "calibration.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
