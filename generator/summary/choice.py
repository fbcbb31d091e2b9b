"""Which sentences a summary takes: the best of the field while they fit and say something new."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from generator.config import Settings
from generator.summary.candidates import Candidate
from generator.summary.field import Field
from generator.summary.ranker import Weights, worths
from generator.summary.unfit import SHORTEST, Chosen, repeats, said_by_whom


def choose(field: Field, weights: Weights, settings: Settings) -> list[Candidate]:
    """The sentences of most worth, in the order of the article.

    A summary of so many sentences has the opening in any case; in one of so many words, of which a long opening leaves
    few, it only has a start over the others.
    """
    candidates = (field.opening, *field.others)
    worth = worths(candidates, field.around, weights)
    worth[0] += weights.opening
    choice = _Choice(weights.repeats, settings)
    if settings.summary_words is None:
        choice.add(field.opening)
    _fill(choice, candidates, worth)
    if not choice.picked:
        choice.add(field.opening)
    return sorted(choice.picked, key=lambda candidate: candidate.start)


def _fill(choice: _Choice, candidates: Sequence[Candidate], worth: Sequence[float]) -> None:
    """Takes the best of what can be taken until the summary is full."""
    queue = [(-value, number) for number, value in enumerate(worth)]
    heapq.heapify(queue)
    waiting: dict[int, tuple[float, int]] = {}
    while queue and not choice.full:
        value, number = heapq.heappop(queue)
        candidate = candidates[number]
        if not choice.takes(candidate):
            continue
        # a worth only falls while the summary grows, so what is still the best after a new count is the best of all
        now = (choice.loss(candidate) - worth[number], number)
        if now[0] > value and queue and now > queue[0]:
            heapq.heappush(queue, now)
        elif said_by_whom(candidate, choice.chosen):
            waiting[candidate.position] = now
        else:
            choice.add(candidate)
            if candidate.position + 1 in waiting:
                heapq.heappush(queue, waiting.pop(candidate.position + 1))


class _Choice:
    """The summary while it is being made."""

    def __init__(self, lost: float, settings: Settings) -> None:
        self.picked: list[Candidate] = []
        self.chosen = Chosen()
        self._lost = lost
        self._settings = settings
        self._content: set[str] = set()
        self._words = 0

    def add(self, candidate: Candidate) -> None:
        self.picked.append(candidate)
        self.chosen.add(candidate)
        self._content |= candidate.content
        self._words += candidate.length

    @property
    def full(self) -> bool:
        """True where no further sentence can be taken."""
        if self._settings.summary_words is None:
            return len(self.picked) >= self._settings.summary_sentences
        return self._words > self._settings.summary_words - SHORTEST

    def takes(self, candidate: Candidate) -> bool:
        """False for a sentence that can be taken no more, now or later."""
        limit = self._settings.summary_words
        if limit is not None and self._words + candidate.length > limit:
            return False
        return candidate.position not in self.chosen.positions and not repeats(candidate, self.chosen)

    def loss(self, candidate: Candidate) -> float:
        """What a sentence loses for saying again what the summary says."""
        return self._lost * len(candidate.content & self._content) / max(1, len(candidate.content))
