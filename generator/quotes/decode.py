"""Scores of the learned model -> candidate quotes: who speaks, which runs are one quote, how far it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, NamedTuple

from generator.quotes.candidate import Candidate, Span
from generator.quotes.model import RunScores
from generator.quotes.windows import NOWHERE, Window, WindowRun

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shares = NDArray[np.float64]

#: A run may be somebody's words if the model is at least so sure; below .7 the rules must name the same speaker.
ATTRIBUTED = 0.6
#: Two runs are one quote if each sees so much of the other in its content.
JOINED = 0.5
#: What each border between words taken and words left costs, as a logit: content comes in few stretches.
SWITCH = 2.0
CERTAIN = 50.0
#: A speaker's name has at most so many pieces; so many beginnings are tried.
MAX_NAME = 14
BEGINNINGS = 6
#: How many quotes, and runs of each, a new run is compared with.
LOOK_BACK = 6
MAX_COMPARED = 8


class Speaker(NamedTuple):
    """The span that the model points to, and how sure it is."""

    span: Span | None
    probability: float


@dataclass(frozen=True, slots=True)
class Said:
    """A run that somebody said."""

    window: Window
    place: WindowRun
    speaker: Span | None
    carried: bool
    """True if the speaker is the one of the run before."""
    confidence: float
    content: Shares
    """For each piece of the window: how likely it belongs to the quote."""
    words: list[tuple[int, int]]
    """The whole words of the window, as pieces (first, after)."""


def decode(text: str, scored: Iterable[tuple[Window, list[RunScores]]]) -> Iterator[Candidate]:
    """The quotes of an article in the order of their first runs."""
    for quote in _quotes(_said(text, scored)):
        first = quote[0]
        yield Candidate(
            spans=_extent(text, quote),
            speaker=first.speaker,
            rule="model-carried" if first.carried else "model",
            confidence=sum(said.confidence for said in quote) / len(quote),
        )


def _said(text: str, scored: Iterable[tuple[Window, list[RunScores]]]) -> Iterator[Said]:
    """The runs that are attributed, with their speakers; a run without one has the speaker of the run before."""
    last: Span | None = None
    for window, rows in scored:
        words = list(_words(text, window))
        for place, scores in zip(window.runs, rows, strict=True):
            attributed = float(sigmoid(scores.attributed))
            if attributed < ATTRIBUTED:
                continue
            speaker = _pointed_at(window, scores)
            carried = speaker.span is None
            last = last if carried else speaker.span
            confidence = attributed * speaker.probability
            yield Said(window, place, last, carried, confidence, sigmoid(scores.content), words)


def _pointed_at(window: Window, scores: RunScores) -> Speaker:
    """The best pair of a beginning and an end outside quotes; none if piece 0 scores higher.

    Its probability is its share among the pairs looked at, with those that overlap it: the same name cut otherwise.
    """
    import numpy as np

    allowed = np.array(
        [piece == 0 or (at != NOWHERE and not window.is_quoted(piece)) for piece, at in enumerate(window.offsets)]
    )
    start = np.where(allowed, scores.start, -1e9)
    end = np.where(allowed, scores.end, -1e9)
    pairs = [(float(start[0] + end[0]), 0, 0)]
    for first in np.argsort(-start, kind="stable")[:BEGINNINGS]:
        if first == 0 or start[first] < -1e8:
            continue
        last = first + int(np.argmax(end[first : first + MAX_NAME]))
        pairs.append((float(start[first] + end[last]), int(first), int(last)))
    _, first, last = max(pairs, key=lambda pair: pair[0])
    shares = softmax(np.array([pair[0] for pair in pairs]))
    same = [begin <= last and first <= finish for _, begin, finish in pairs]
    probability = float(shares[same].sum())
    if last == 0:
        return Speaker(None, probability)
    return Speaker((window.offsets[first][0], window.offsets[last][1]), probability)


# ---------------------------------------------------------------- which runs are one quote


def _quotes(runs: Iterable[Said]) -> Iterator[list[Said]]:
    """Runs of one speaker that each see the other in their content are one quote."""
    opened: list[list[Said]] = []
    for said in runs:
        verdicts = ((quote, _joins(quote, said)) for quote in reversed(opened))
        quote, joins = next(((quote, joins) for quote, joins in verdicts if joins is not None), ([], False))
        if joins:
            quote.append(said)
        else:
            opened.append([said])
        if len(opened) > LOOK_BACK:
            yield opened.pop(0)
    yield from opened


def _joins(quote: list[Said], said: Said) -> bool | None:
    """Whether a run belongs to a quote; None if the quote is another speaker's or too far away to tell."""
    if not _same_speaker(quote[0].speaker, said.speaker):
        return None
    if quote[0].window is said.window:
        shares = [
            (_share(said.content, other.place) + _share(other.content, said.place)) / 2
            for other in quote[-MAX_COMPARED:]
        ]
        return sum(shares) / len(shares) >= JOINED
    if said.window.context and quote[-1].window.passage == said.window.passage - 1:
        before = [piece for piece in range(1, said.window.context) if said.window.is_quoted(piece)]
        if before and float(said.content[before].mean()) >= JOINED:
            return True
    return None


def _same_speaker(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] < other[1] and other[0] < one[1]


def _share(content: Shares, place: WindowRun) -> float:
    return float(content[place.first : place.after].mean())


# ---------------------------------------------------------------- how far a quote reaches


def _extent(text: str, quote: list[Said]) -> tuple[Span, ...]:
    """The runs of a quote and the words around them that belong to it."""
    spans = [(said.place.run.start, said.place.run.end) for said in quote]
    by_window: dict[int, list[Said]] = {}
    for said in quote:
        by_window.setdefault(id(said.window), []).append(said)
    for runs in by_window.values():
        spans += _words_that_belong(runs, quote[0].speaker)
    return joined(text, spans)


def _words_that_belong(runs: list[Said], speaker: Span | None) -> Iterator[Span]:
    """Words of a window outside quotes that belong to its runs, in as few stretches as the scores allow."""
    window = runs[0].window
    content = sum((said.content for said in runs[1:]), runs[0].content) / len(runs)
    own = {piece for said in runs for piece in range(said.place.first, said.place.after)}
    words: list[tuple[int, int]] = []
    gains: list[float] = []
    for first, after in runs[0].words:
        start, end = window.offsets[first][0], window.offsets[after - 1][1]
        if speaker is not None and start < speaker[1] and speaker[0] < end:
            continue
        words.append((first, after))
        if window.is_quoted(first):
            gains.append(CERTAIN if first in own else -CERTAIN)
        else:
            share = float(content[first:after].mean())
            gains.append(log(share / (1 - share)))
    for (first, after), belongs in zip(words, stretches(gains, SWITCH), strict=True):
        if belongs and not window.is_quoted(first):
            yield window.offsets[first][0], window.offsets[after - 1][1]


def stretches(gains: list[float], switch: float) -> list[bool]:
    """Which words to take so that their gains less `switch` for each border are greatest.

    >>> stretches([3.0, -0.5, 2.0, -4.0], 1.0)
    [True, True, True, False]
    """
    taken, left = 0.0, 0.0
    came: list[tuple[bool, bool]] = []
    for gain in gains:
        came.append((taken >= left - switch, left >= taken - switch))
        taken, left = max(taken, left - switch) + gain, max(left, taken - switch)
    chosen: list[bool] = []
    state = taken > left
    for stays_taken, stays_left in reversed(came):
        chosen.append(state)
        state = stays_taken if state else not stays_left
    return chosen[::-1]


def _words(text: str, window: Window) -> Iterator[tuple[int, int]]:
    """Pieces of whole words (first, after) behind the context; marks of punctuation are left out."""
    piece, count = window.context + 1, len(window.offsets) - 1
    while piece < count:
        after = piece + 1
        while after < count and window.offsets[after][0] == window.offsets[after - 1][1]:
            if not (text[window.offsets[after][0]].isalnum() and text[window.offsets[after - 1][1] - 1].isalnum()):
                break
            after += 1
        if any(character.isalnum() for character in text[window.offsets[piece][0] : window.offsets[after - 1][1]]):
            yield piece, after
        piece = after


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans; those of one line with no letter or digit between them become one.

    >>> joined("old, grey bridge", [(5, 9), (0, 3), (10, 16)])
    ((0, 16),)
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        between = text[merged[-1][1] : start] if merged else ""
        if merged and "\n" not in between and not any(character.isalnum() for character in between):
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def sigmoid(values: float | NDArray[np.float32]) -> Shares:
    """Logits as probabilities."""
    import numpy as np

    return np.asarray(1 / (1 + np.exp(-np.clip(np.asarray(values, np.float64), -30, 30))))


def softmax(values: NDArray[np.float64]) -> Shares:
    """Logits of one choice as probabilities."""
    import numpy as np

    powers = np.exp(values - values.max())
    return np.asarray(powers / powers.sum())
