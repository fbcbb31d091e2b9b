"""Article -> quotes with their speakers."""

from __future__ import annotations

from generator.config import Settings
from generator.model import Actor, Article, Quote
from generator.nlp import Reading


class QuoteFinder:
    """Finds quotes with the learned model or with rules; holds the loaded model."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.notice: str | None = None

    def find(self, article: Article, reading: Reading, actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
        """The quotes of an article in text order, speakers resolved to `actors`."""
        return ()
