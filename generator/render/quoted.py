"""Who is quoted most, how, where and by whose reporting: ways from the index of quotes into the search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from generator.model.brief import QuoteKind
from generator.render.messages import Messages
from generator.render.shapes import BriefView, View

FOREMOST = 8
"""Values that a way names."""


class Value(View, frozen=True, kw_only=True):
    label: str
    value: str
    """As the search knows it."""
    quotes: int


class Way(View, frozen=True, kw_only=True):
    """A facet of the search and its most frequent values."""

    facet: str
    values: tuple[Value, ...]
    more: int
    """Further values."""


def ways(briefs: Iterable[BriefView], say: Messages) -> tuple[Way, ...]:
    """The facets by which quotes differ, those with two values and more; of speakers those who have a page."""
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in ("speaker", "kind", "outlet", "source")}
    for brief in briefs:
        for quote in brief.quotes:
            if quote.speaker.page:
                counts["speaker"][quote.speaker.name] += 1
            counts["kind"][quote.kind] += 1
        counts["outlet"][brief.outlet] += len(brief.quotes)
        for source in {source.name for source in brief.sources}:
            counts["source"][source] += len(brief.quotes)
    return tuple(way for facet, found in counts.items() for way in _way(facet, found, say))


def _way(facet: str, found: Counter[str], say: Messages) -> Iterator[Way]:
    del found[""]
    order = {kind: place for place, kind in enumerate(get_args(QuoteKind))}
    values = sorted(
        (value for value, quotes in found.items() if quotes),
        key=lambda value: (order.get(value, 0) if facet == "kind" else -found[value], value),
    )
    shown = [
        Value(label=say(f"wording.{value}") if facet == "kind" else value, value=value, quotes=found[value])
        for value in values[:FOREMOST]
    ]
    if len(values) > 1:
        yield Way(facet=facet, values=tuple(shown), more=len(values) - len(shown))
