"""Statements that the article itself marks as unproven or contested."""

from __future__ import annotations

from generator.model import Actor, Article, Claim, Quote
from generator.nlp import Reading


def find_claims(
    article: Article, reading: Reading, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]
) -> tuple[Claim, ...]:
    """All marked claims of the body in text order."""
    return ()
