"""The timeline: what the article dates."""

from __future__ import annotations

from generator.config import Settings
from generator.model import Article, Event
from generator.nlp import Reading


def find_events(article: Article, reading: Reading, settings: Settings) -> tuple[Event, ...]:
    """Dated clauses of the body in text order."""
    return ()
