"""A mention of a speaker -> the actor it stands for."""

from __future__ import annotations

from generator.model import Actor, Article, Speaker
from generator.nlp import Reading


def resolve(
    mention: tuple[int, int], article: Article, reading: Reading, actors: tuple[Actor, ...], rule: str
) -> Speaker:
    """The speaker at `mention`, resolved to an actor where a rule is sure."""
    start, end = mention
    text = article.text[start:end]
    return Speaker(start=start, end=end, text=text, rule=rule, name=text)
