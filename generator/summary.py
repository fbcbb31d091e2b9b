"""Which sentences say what happened."""

from __future__ import annotations

from generator.config import Settings
from generator.model import Actor, Article, Quote, Slice
from generator.nlp import Reading


def summarise(
    article: Article, reading: Reading, actors: tuple[Actor, ...], quotes: tuple[Quote, ...], settings: Settings
) -> tuple[Slice, ...]:
    """Whole sentences in article order."""
    return ()
