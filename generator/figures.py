"""Numbers, what they count, who said them, and which do not agree."""

from __future__ import annotations

from generator.model import Actor, Article, Dispute, Figure, Quote
from generator.nlp import Reading


def find_figures(
    article: Article, reading: Reading, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]
) -> tuple[Figure, ...]:
    """All figures of the body in text order."""
    return ()


def find_disputes(article: Article, reading: Reading, figures: tuple[Figure, ...]) -> tuple[Dispute, ...]:
    """Figures about one thing that do not agree; precision matters more than recall."""
    return ()
