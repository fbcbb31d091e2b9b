"""Answers of the learned model -> candidate quotes: who speaks, which runs are one quote, what has no marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.quotes.candidate import Candidate
from generator.quotes.model import Answer
from generator.quotes.reach import Word, words_of, words_that_belong
from generator.quotes.spans import Span, joined, touch, touches
from generator.quotes.windows import NOWHERE, Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shares = NDArray[np.float64]

#: What is less likely than this is not looked at any further: a run to be somebody's words, a cue to be one.
SAID, REPORTED = 0.5, 0.3
#: Two runs are one quote if each sees so much of the other in its content.
JOINED = 0.3
#: A speaker's name has at most so many pieces; so many beginnings are tried.
MAX_NAME = 14
BEGINNINGS = 6
#: How many quotes, and runs of each, a new run is compared with.
LOOK_BACK = 6
MAX_COMPARED = 8


class Found(NamedTuple):
    """A candidate and what speaks for it."""

    candidate: Candidate
    attributed: float
    """Probability that these are somebody's words."""
    speaker: float
    """Probability of the speaker, given that they are."""
    extent: float
    """How clearly the words taken part from those left, as the mean distance of their logits from even."""


class Pointed(NamedTuple):
    """The speaker that an answer points to, and how likely it is."""

    span: Span | None
    probability: float


@dataclass(frozen=True, slots=True)
class Said:
    """A run that somebody said."""

    window: Window
    answer: Answer
    start: int
    end: int
    speaker: Span | None
    carried: bool
    """True if the speaker is the one of the run before."""
    attributed: float
    pointed: float
    content: Shares
    """For each piece of the window: how likely it belongs to the quote."""
    words: Sequence[Word]


def decode(text: str, answered: Iterable[tuple[Window, list[Answer]]]) -> Iterator[Found]:
    """The quotes of an article: those with marks in the order of their first runs, then those without."""
    kept = list(answered)
    for quote in _quotes(_said(text, kept)):
        yield _marked(text, quote)
    yield from _reported(text, kept)


def _said(text: str, answered: Iterable[tuple[Window, list[Answer]]]) -> Iterator[Said]:
    """The runs that are attributed, with their speakers; a run without one has the speaker of the run before."""
    last: Span | None = None
    for window, answers in answered:
        runs = [answer for answer in answers if answer.run is not None]
        words = list(words_of(text, window)) if runs else []
        for answer in runs:
            attributed = float(sigmoid(answer.attributed))
            if answer.run is None or attributed < SAID:
                continue
            pointed = _pointed_at(window, answer)
            carried = pointed.span is None
            last = last if carried else pointed.span
            yield Said(
                window,
                answer,
                answer.run.start,
                answer.run.end,
                last,
                carried,
                attributed,
                pointed.probability,
                sigmoid(answer.content),
                words,
            )


def _pointed_at(window: Window, answer: Answer) -> Pointed:
    """The best pair of a beginning and an end outside quotes; none if piece 0 scores higher.

    Its probability is its share among the pairs looked at, with those that overlap it: the same name cut otherwise.
    """
    import numpy as np

    allowed = np.array(
        [piece == 0 or (at != NOWHERE and not window.is_quoted(piece)) for piece, at in enumerate(window.offsets)]
    )
    start = np.where(allowed, answer.start, -1e9)
    end = np.where(allowed, answer.end, -1e9)
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
        return Pointed(None, probability)
    return Pointed((window.offsets[first][0], window.offsets[last][1]), probability)


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
            (_share(said.content, other.answer) + _share(other.content, said.answer)) / 2
            for other in quote[-MAX_COMPARED:]
        ]
        return sum(shares) / len(shares) >= JOINED
    if said.window.context and quote[-1].window.passage == said.window.passage - 1:
        before = [piece for piece in range(1, said.window.context) if said.window.is_quoted(piece)]
        if before and float(said.content[before].mean()) >= JOINED:
            return True
    return None


def _same_speaker(one: Span | None, other: Span | None) -> bool:
    return touch(one, other) or one is other is None


def _share(content: Shares, answer: Answer) -> float:
    return float(content[answer.first : answer.after].mean())


# ---------------------------------------------------------------- with marks and without


def _marked(text: str, quote: list[Said]) -> Found:
    """A quote of one or more runs, with the reporter's words that belong to it."""
    first = quote[0]
    spans: list[Span] = [(said.start, said.end) for said in quote]
    without = [first.speaker] if first.speaker is not None else []
    by_window: dict[int, list[Said]] = {}
    for said in quote:
        by_window.setdefault(id(said.window), []).append(said)
    for runs in by_window.values():
        window, share = runs[0].window, 1 / len(runs)
        content, opens, closes = (
            sum(getattr(said.answer, part) for said in runs) * share for part in ("content", "opens", "closes")
        )
        own = frozenset(piece for said in runs for piece in range(said.answer.first, said.answer.after))
        taken = words_that_belong(window, runs[0].words, (content, opens, closes), own, without)
        spans += [(word.start, word.end) for word in taken if not window.is_quoted(word.first)]
    candidate = Candidate(joined(text, spans), first.speaker, "model-carried" if first.carried else "model")
    count = len(quote)
    return Found(
        candidate,
        sum(said.attributed for said in quote) / count,
        sum(said.pointed for said in quote) / count,
        sum(_clear(said.window, said.answer) for said in quote) / count,
    )


def _reported(text: str, answered: Iterable[tuple[Window, list[Answer]]]) -> Iterator[Found]:
    """What cues report without marks; of two that overlap, the likelier one."""
    for window, answers in answered:
        asked = [answer for answer in answers if answer.run is None]
        words = list(words_of(text, window)) if asked else []
        found = [item for answer in asked if (item := _reported_by(text, window, words, answer)) is not None]
        found.sort(key=lambda item: (-item.attributed * item.speaker, item.candidate.spans))
        busy: list[Span] = []
        chosen = []
        for item in found:
            if not any(touches(span, busy) for span in item.candidate.spans):
                busy += item.candidate.spans
                chosen.append(item)
        yield from sorted(chosen, key=lambda item: item.candidate.spans)


def _reported_by(text: str, window: Window, words: Sequence[Word], answer: Answer) -> Found | None:
    attributed = float(sigmoid(answer.attributed))
    if attributed < REPORTED:
        return None
    pointed = _pointed_at(window, answer)
    if pointed.span is None:
        return None
    cue = window.offsets[answer.first][0], window.offsets[answer.after - 1][1]
    scores = answer.content, answer.opens, answer.closes
    taken = words_that_belong(window, words, scores, frozenset(), [pointed.span, cue])
    if not taken or any(window.is_quoted(word.first) for word in taken):
        return None
    spans = joined(text, ((word.start, word.end) for word in taken))
    candidate = Candidate(spans, pointed.span, "model-reported", cue=cue)
    return Found(candidate, attributed, pointed.probability, _clear(window, answer))


def _clear(window: Window, answer: Answer) -> float:
    """How clearly the pieces outside quotes are in or out."""
    import numpy as np

    outside = [piece for piece in range(window.context + 1, len(window.ids) - 1) if not window.is_quoted(piece)]
    return float(np.abs(answer.content[outside]).mean()) if outside else 10.0


def sigmoid(values: float | NDArray[np.float32]) -> Shares:
    """Logits as probabilities."""
    import numpy as np

    return np.asarray(1 / (1 + np.exp(-np.clip(np.asarray(values, np.float64), -30, 30))))


def softmax(values: NDArray[np.float64]) -> Shares:
    """Logits of one choice as probabilities."""
    import numpy as np

    powers = np.exp(values - values.max())
    return np.asarray(powers / powers.sum())
