"""How sure a quote of the learned model is: its own probabilities, held against what the rules say.

The model knows what people say, the parse knows who governs it; alone neither says how often both are right. A
logistic regression joins the two. Its weights come with the model; they are fitted on articles that the model was not
trained on.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable
from math import exp, log
from pathlib import Path
from typing import Literal, NamedTuple

from generator.quotes.candidate import Candidate
from generator.quotes.decode import Found
from generator.quotes.spans import touch

Verdict = Literal["agree", "differ", "silent"]
"""What the rules say of the model's speaker; "silent" where no rule attributes the words."""
Wording = Literal["direct", "mixed", "indirect"]

FEATURES = ("one", "attributed", "speaker", "extent", "carried", "nobody", "agree", "differ", "short")
#: Probabilities are kept so far from 0 and 1 before they become logits.
EDGE = 1e-4
#: So few quoted words are a scare quote more often than longer ones.
FEW_WORDS = 3
#: What is stored is rounded, so that the last bits of a processor's sums don't show.
DIGITS = 3


class Known:
    """What the rules found in an article, to look up by place."""

    def __init__(self, by_rules: Iterable[Candidate]) -> None:
        self.spans = sorted(
            ((span, candidate.speaker) for candidate in by_rules for span in candidate.spans), key=lambda row: row[0]
        )
        self.starts = [span[0] for span, _ in self.spans]

    def verdict(self, candidate: Candidate) -> Verdict:
        """Whether the rules name the candidate's speaker for any of its words."""
        verdict: Verdict = "silent"
        for start, end in candidate.spans:
            index = max(0, bisect_left(self.starts, start) - 1)
            while index < len(self.spans) and self.spans[index][0][0] < end:
                span, speaker = self.spans[index]
                if span[1] > start:
                    if touch(speaker, candidate.speaker):
                        return "agree"
                    verdict = "differ"
                index += 1
        return verdict


class Weights(NamedTuple):
    """One regression and what is left out."""

    values: tuple[float, ...]
    """One a feature."""
    least: float
    """Candidates that are less sure are left out."""


class Confidence:
    """Holds the regressions, one for each wording. Raises OSError, ValueError or KeyError for a broken file."""

    def __init__(self, path: Path) -> None:
        rows = json.loads(path.read_text("utf-8"))
        self.weights = {
            wording: Weights(tuple(float(rows[wording]["weights"][name]) for name in FEATURES), rows[wording]["least"])
            for wording in ("direct", "mixed", "indirect")
        }

    def judged(self, found: Found, wording: Wording, words: int | None, verdict: Verdict) -> Candidate | None:
        """The candidate with its confidence; None if it is too unlikely to be shown."""
        weights = self.weights[wording]
        logit = sum(
            weight * value for weight, value in zip(weights.values, features(found, words, verdict), strict=True)
        )
        confidence = round(1 / (1 + exp(-max(-30.0, min(30.0, logit)))), DIGITS)
        return found.candidate._replace(confidence=confidence) if confidence >= weights.least else None


def features(found: Found, words: int | None, verdict: Verdict) -> tuple[float, ...]:
    """What the regression sees of a candidate, in the order of FEATURES. `words` is how many it quotes, if any."""
    return (
        1.0,
        _logit(found.attributed),
        _logit(found.speaker),
        found.extent,
        float(found.candidate.rule == "model-carried"),
        float(found.candidate.speaker is None),
        float(verdict == "agree"),
        float(verdict == "differ"),
        float(words is not None and words <= FEW_WORDS),
    )


def _logit(probability: float) -> float:
    probability = min(1 - EDGE, max(EDGE, probability))
    return log(probability / (1 - probability))
