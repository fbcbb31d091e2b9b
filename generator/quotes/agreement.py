"""What the learned model finds, held against the rules: how sure a speaker is, and which candidates are dropped.

The model knows what people say, the parse knows who governs it; alone neither says how often both are right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal

from generator.quotes.candidate import Candidate, Span

Verdict = Literal["agree", "differ", "silent"]
"""What the rules say of the model's speaker; "silent" where no rule attributes the words."""

WORTH: dict[Verdict, tuple[tuple[float, float], ...]] = {
    "agree": ((0.98, 0.97), (0.9, 0.86), (0.7, 0.78), (0.0, 0.54)),
    "differ": ((0.98, 0.88), (0.9, 0.62), (0.7, 0.75), (0.0, 0.4)),
    "silent": ((0.98, 0.92), (0.9, 0.9), (0.7, 0.41), (0.0, 0.12)),
}
"""From this probability of the model on -> share of quotes that are quotes and have the right speaker.

Counted on the 1,452 quotes with marks that the model finds in bench/quotes/polnear-train200.jsonl (matched at .3).
"""
#: What is more often wrong than this is left out.
LEAST = 0.45


def judged(found: Iterable[Candidate], by_rules: Iterable[Candidate]) -> Iterator[Candidate]:
    """The model's candidates that are worth showing, with what their agreement with the rules is worth."""
    known = sorted((span, candidate.speaker) for candidate in by_rules for span in candidate.spans)
    starts = [span[0] for span, _ in known]
    for candidate in found:
        verdict = _verdict(candidate, known, starts)
        probability = candidate.confidence or 0.0
        worth = next(worth for least, worth in WORTH[verdict] if probability >= least)
        if worth >= LEAST:
            yield candidate._replace(confidence=worth)


def _verdict(candidate: Candidate, known: list[tuple[Span, Span | None]], starts: list[int]) -> Verdict:
    verdict: Verdict = "silent"
    for start, end in candidate.spans:
        index = max(0, bisect_left(starts, start) - 1)
        while index < len(known) and known[index][0][0] < end:
            span, speaker = known[index]
            if span[1] > start:
                if _overlap(speaker, candidate.speaker):
                    return "agree"
                verdict = "differ"
            index += 1
    return verdict


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]
