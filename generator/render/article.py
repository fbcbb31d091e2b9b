"""The paragraphs of an article that is published whole: what in them is said, summed up and named."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from generator.model import Brief
from generator.render.shapes import Run

T = TypeVar("T")
Piece = tuple[int, int, T]
"""Start, end, and what stands there."""


class _Layer(Generic[T]):
    """Pieces in order; of two that overlap, the one that starts first keeps what both have."""

    def __init__(self, pieces: Iterable[Piece[T]]) -> None:
        self._pieces: list[Piece[T]] = []
        last = 0
        for start, end, value in sorted(pieces, key=lambda piece: piece[:2]):
            if end > last:
                self._pieces.append((max(start, last), end, value))
                last = end
        self._starts = [start for start, _, _ in self._pieces]

    def borders(self) -> Iterable[int]:
        for start, end, _ in self._pieces:
            yield from (start, end)

    def at(self, point: int) -> T | None:
        index = bisect_right(self._starts, point) - 1
        return self._pieces[index][2] if index >= 0 and point < self._pieces[index][1] else None


class Runs:
    """Cuts paragraphs where a quote, a sentence of the summary or the name of an actor begins or ends."""

    def __init__(self, brief: Brief, pages: Mapping[str, str]) -> None:
        """`pages`: Actor.id -> path of the page; only these actors are named."""
        self._text = brief.text
        self._summary = _Layer((line.start, line.end, True) for line in brief.summary)
        self._said = _Layer(
            (span.start, span.end, "said" if span.quoted else "told")
            for quote in brief.quotes
            for span in quote.spans
            if span.quoted or quote.kind != "direct"
        )
        self._named = _Layer(
            (mention.start, mention.end, pages[actor.id])
            for actor in brief.actors
            if actor.id in pages
            for mention in actor.mentions
            if mention.kind == "name"
        )
        self._ends: dict[int, list[tuple[str, int]]] = {}
        for number, quote in enumerate(brief.quotes, 1):
            self._ends.setdefault(quote.end, []).append((quote.id, number))
        layers = (self._summary, self._said, self._named)
        self._borders = sorted({*self._ends, *(border for layer in layers for border in layer.borders())})

    def within(self, start: int, end: int) -> tuple[Run, ...]:
        inside = self._borders[bisect_right(self._borders, start) : bisect_left(self._borders, end)]
        borders = [start, *inside, end]
        return tuple(self._run(left, right) for left, right in itertools.pairwise(borders) if left < right)

    def _run(self, start: int, end: int) -> Run:
        return Run(
            text=self._text[start:end],
            start=start,
            end=end,
            summary=bool(self._summary.at(start)),
            quote=self._said.at(start) or "",
            page=self._named.at(start) or "",
            ends=tuple(self._ends.get(end, ())),
        )
