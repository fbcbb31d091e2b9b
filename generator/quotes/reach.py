"""How far a quote reaches in its window: the words that the learned model gives to it, in few stretches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.quotes.spans import Span
from generator.quotes.windows import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Logits = NDArray[np.float32]

#: What a border's logit counts beside the logits of the words it parts.
BORDER = 1.0
CERTAIN = 50.0


class Word(NamedTuple):
    """A whole word of a window: its pieces (end exclusive) and its offsets in the article."""

    first: int
    after: int
    start: int
    end: int


class Gains(NamedTuple):
    """What it gains to take a word, and to begin or end a stretch with it, as logits."""

    take: float
    open: float
    close: float


def words_of(text: str, window: Window) -> Iterator[Word]:
    """The whole words behind the context; marks of punctuation are left out."""
    piece, count = window.context + 1, len(window.offsets) - 1
    while piece < count:
        after = piece + 1
        while after < count and window.offsets[after][0] == window.offsets[after - 1][1]:
            if not (text[window.offsets[after][0]].isalnum() and text[window.offsets[after - 1][1] - 1].isalnum()):
                break
            after += 1
        start, end = window.offsets[piece][0], window.offsets[after - 1][1]
        if any(character.isalnum() for character in text[start:end]):
            yield Word(piece, after, start, end)
        piece = after


def words_that_belong(
    window: Window,
    words: Sequence[Word],
    scores: tuple[Logits, Logits, Logits],
    own: frozenset[int],
    without: Iterable[Span],
) -> list[Word]:
    """The words of a quote. `scores` are content, opens and closes; `own` are the pieces of its runs.

    Words of other quotes and those in `without`, such as the speaker's name, never belong.
    """
    content, opens, closes = scores
    without = tuple(without)
    gains = []
    for word in words:
        if window.is_quoted(word.first) and own:
            take = CERTAIN if word.first in own else -CERTAIN
        elif any(start < word.end and word.start < end for start, end in without):
            take = -CERTAIN
        else:
            take = float(content[word.first : word.after].mean())
        gains.append(Gains(take, BORDER * float(opens[word.first]), BORDER * float(closes[word.after - 1])))
    return [word for word, taken in zip(words, stretches(gains), strict=True) if taken]


def stretches(gains: Sequence[Gains]) -> list[bool]:
    """Which words to take so that all gains together are greatest.

    >>> stretches([Gains(3.0, 0, -1), Gains(-0.5, -1, -1), Gains(2.0, -1, 0), Gains(-4.0, -1, -1)])
    [True, True, True, False]
    """
    taken, left = float("-inf"), 0.0
    came: list[tuple[bool, bool]] = []
    close = 0.0
    for gain in gains:
        came.append((taken >= left + gain.open, left >= taken + close))
        taken, left = max(taken, left + gain.open) + gain.take, max(left, taken + close)
        close = gain.close
    chosen: list[bool] = []
    state = taken + close > left
    for stays_taken, stays_left in reversed(came):
        chosen.append(state)
        state = stays_taken if state else not stays_left
    return chosen[::-1]
