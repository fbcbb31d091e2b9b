"""Which sentences say what happened: what opens the article, then those that say most of it in the words asked for."""

from __future__ import annotations

from generator.config import Settings
from generator.model import Actor, Article, Slice
from generator.nlp import Reading
from generator.summary.choice import choose
from generator.summary.field import find_field
from generator.summary.headline import find_headline
from generator.summary.ranker import load_weights

__all__ = ["find_headline", "summarise"]


def summarise(article: Article, reading: Reading, actors: tuple[Actor, ...], settings: Settings) -> tuple[Slice, ...]:
    """Whole sentences in article order, as many as the settings ask for.

    The rule of each says why it is there: "deck" or "lead" for what opens the summary, "ranker" for the rest, and
    "first-sentence" where nothing is fit to stand in a summary.
    """
    field = find_field(article, reading, actors)
    if field is None:
        return ()
    return tuple(
        Slice(
            start=one.start,
            end=one.end,
            text=article.text[one.start : one.end],
            rule=field.rule if one is field.opening else "ranker",
        )
        for one in choose(field, load_weights(), settings)
    )
