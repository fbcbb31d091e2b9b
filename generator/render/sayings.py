"""What somebody said, or everybody, by year."""

from __future__ import annotations

from collections.abc import Iterable

from generator.render.messages import Messages
from generator.render.shapes import BriefView, QuoteView, View

Said = tuple[BriefView, tuple[QuoteView, ...]]
"""A brief and those of its quotes that a page shows."""


class YearOfQuotes(View, frozen=True, kw_only=True):
    name: str
    """"2026", or that no date is stated."""
    slug: str
    """"2026", "no-date"."""
    said: tuple[Said, ...]
    """Newest brief first."""
    quotes: int
    direct: int
    """Those of them that are word for word."""


def quotes_by_year(said: Iterable[Said], say: Messages) -> tuple[YearOfQuotes, ...]:
    """Quotes by the year of their briefs, newest first; those without a date last."""
    years: dict[str, list[Said]] = {}
    for brief, quotes in said:
        if quotes:
            years.setdefault(brief.published.year, []).append((brief, quotes))
    return tuple(
        YearOfQuotes(
            name=name or say("date.none"),
            slug=name or "no-date",
            said=tuple(years[name]),
            quotes=sum(len(quotes) for _, quotes in years[name]),
            direct=sum(quote.kind == "direct" for _, quotes in years[name] for quote in quotes),
        )
        for name in sorted(years, reverse=True)
    )
