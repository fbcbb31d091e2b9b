"""Doc and Article -> actors: who the article is about, each once."""

from __future__ import annotations

from generator.config import Settings
from generator.model import Actor, Article
from generator.nlp import Reading


def find_actors(article: Article, reading: Reading, settings: Settings) -> tuple[Actor, ...]:
    """The actors of an article by rank."""
    return ()
