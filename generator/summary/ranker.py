"""A linear ranker: how much a sentence has of what people take into their summaries; its weights are data."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from generator.summary.candidates import Candidate
from generator.summary.features import FEATURES, Surroundings, measure

WEIGHTS = "summary_weights.toml"


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/summary_weights.toml: what training/summary_weights.py writes."""

    base: float
    """Worth of a sentence whose features are all 0."""
    opening: float
    """What the sentence that opens the article has over the others."""
    repeats: float
    """What a sentence loses whose content words the summary has already, if it has them all."""
    features: dict[str, float]
    """Worth of one unit of a feature, in the order of FEATURES."""


@cache
def load_weights() -> Weights:
    """The weights of the package. They are data of it, so reading them again would give the same."""
    text = (files("generator") / "data" / WEIGHTS).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Weights)


def worths(candidates: Sequence[Candidate], around: Surroundings, weights: Weights) -> list[float]:
    """The worth of each sentence: about the share of its words that a person's summary would have too."""
    factors = [weights.features[name] for name, _ in FEATURES]
    return [
        weights.base + sum(factor * value for factor, value in zip(factors, measure(candidate, around), strict=True))
        for candidate in candidates
    ]
