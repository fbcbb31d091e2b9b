"""Weights of the ranker of summaries: python training/summary_weights.py --corpus FILE.jsonl --out FILE.toml

A ridge regression from the features of a sentence to the share of its words that the reference has too. The corpus has
one article a line: {id, text, summary}. With --held-out FILE the summaries that ten folds of cross-validation choose
are written as {id, three, words60}, spans of the text: no article's reference has part in its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer

from generator.actors import find_actors
from generator.config import Settings
from generator.nlp import Pipeline
from generator.parse import parse
from generator.read import seed_of
from generator.summary.choice import choose
from generator.summary.features import FEATURES, measure
from generator.summary.field import Field, find_field
from generator.summary.ranker import Weights

FOLDS = 10
#: Strength of the ridge, in sentences.
RIDGE = 2000.0
#: Set by hand: the figures of cross-validation differ little from half of it to twice as much.
OPENING, REPEATS = 0.03, 0.2
SETTINGS = {"three": Settings(summary_sentences=3), "words60": Settings(summary_words=60)}


class Example(NamedTuple):
    """An article ready to learn from."""

    id: str
    field: Field
    features: np.ndarray
    """A row a fit sentence."""
    shares: np.ndarray
    """Of the words of each sentence, those that the reference has too, as often as it has them."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-out", type=Path)
    options = parser.parse_args()
    made = list(examples(map(json.loads, options.corpus.read_text("utf-8").splitlines())))
    options.out.write_text(as_toml(fit(made), made), "utf-8", newline="\n")
    if options.held_out:
        options.held_out.write_text("".join(json.dumps(line) + "\n" for line in held_out(made)), "utf-8")


def examples(rows: Iterable[dict[str, str]]) -> Iterator[Example]:
    """The articles of the corpus that have a field."""
    pipeline, settings = Pipeline(), Settings()
    for row in rows:
        article = parse(seed_of(row["text"]), settings)
        reading = pipeline.read(article)
        field = find_field(article, reading, find_actors(article, reading, settings))
        if field is not None:
            yield example(row["id"], field, row["summary"])


def example(name: str, field: Field, reference: str) -> Example:
    """What one article teaches; its opening is learned from too."""
    tokens = DefaultTokenizer(use_stemmer=True).tokenize
    wanted = Counter(tokens(reference))
    sentences = (field.opening, *field.others)
    found = [Counter(tokens(sentence.text)) for sentence in sentences]
    return Example(
        name,
        field,
        np.array([measure(sentence, field.around) for sentence in sentences]),
        np.array([(one & wanted).total() / max(1, one.total()) for one in found]),
    )


def fit(made: Iterable[Example]) -> Weights:
    """Ridge over standardised features; every article counts alike, however long it is."""
    made = list(made)
    rows, shares = np.concatenate([one.features for one in made]), np.concatenate([one.shares for one in made])
    count = np.concatenate([np.full(len(one.shares), 1 / len(one.shares)) for one in made])
    count *= len(count) / count.sum()
    mean, spread = rows.mean(0), rows.std(0)
    spread[spread == 0] = 1
    rows = (rows - mean) / spread
    middle = np.average(shares, weights=count)
    left = (rows * count[:, None]).T @ rows + RIDGE * np.eye(rows.shape[1])
    slopes = np.linalg.solve(left, (rows * count[:, None]).T @ (shares - middle)) / spread
    factors = {name: float(f"{slope:.3g}") for (name, _), slope in zip(FEATURES, slopes, strict=True)}
    return Weights(round(float(middle - slopes @ mean), 3), OPENING, REPEATS, factors)


def held_out(made: list[Example]) -> Iterator[dict[str, object]]:
    """The summaries of each article with the weights that the other folds give."""
    folds = [int(hashlib.sha256(one.id.encode()).hexdigest(), 16) % FOLDS for one in made]
    for fold in range(FOLDS):
        weights = fit(one for one, its in zip(made, folds, strict=True) if its != fold)
        for one in (one for one, its in zip(made, folds, strict=True) if its == fold):
            yield {"id": one.id, **{name: chosen(one.field, weights, settings) for name, settings in SETTINGS.items()}}


def chosen(field: Field, weights: Weights, settings: Settings) -> list[tuple[int, int]]:
    """The spans of the summary that weights give."""
    return [(one.start, one.end) for one in choose(field, weights, settings)]


def as_toml(weights: Weights, made: list[Example]) -> str:
    """The data file, with a line of words for each weight."""
    sentences = sum(len(one.shares) for one in made)
    lines = [
        "# Weights of the ranker of summaries, a linear function of a sentence's features. What it gives is about the",
        "# share of the sentence's words that a person's summary of the article has too.",
        f"# Made by training/summary_weights.py from {len(made)} articles with a summary by their editors: {sentences}",
        f"# sentences, ridge {RIDGE:.0f}. training/README.md says how good it is.",
        "",
        f"base = {weights.base}",
        "# What the sentence that opens the article has over the others in a summary of so many words.",
        f"opening = {weights.opening}",
        "# What a sentence loses whose content words the summary has already, if it has them all.",
        f"repeats = {weights.repeats}",
        "",
        "[features]",
    ]
    for name, feature in FEATURES:
        lines += [f"# {(feature.__doc__ or '').strip()}", f"{name} = {weights.features[name]}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
