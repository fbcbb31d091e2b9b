"""Numbers with what they count: "at least 80 soldiers" is 80 or more of unit "soldier", and who said so."""

from __future__ import annotations

from generator.figures.counted import RULES
from generator.figures.money import home_dollar
from generator.figures.number import Number, numbers_of
from generator.figures.refusals import REFUSALS
from generator.identity import item_id
from generator.model import Actor, Article, Figure, Quote
from generator.nlp import Passage, Reading
from generator.said import Said

__all__ = ["find_figures"]


def find_figures(
    article: Article, reading: Reading, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]
) -> tuple[Figure, ...]:
    """All figures of the body in text order."""
    said, home = Said(article, reading, actors, quotes), home_dollar(article.url)
    found: list[Figure] = []
    for passage in reading.body:
        for number in numbers_of(passage, home):
            figure = _figure(article, passage, number, said)
            if figure is not None:
                found.append(figure)
    return tuple(found)


def _figure(article: Article, passage: Passage, number: Number, said: Said) -> Figure | None:
    if any(refuses(number) for _, refuses in REFUSALS):
        return None
    matches = ((name, rule(number)) for name, rule in RULES)
    name, counted = next((match for match in matches if match[1] is not None), ("", None))
    if counted is None:
        return None
    quantity = number.quantity
    start, end = passage.start + quantity.start, passage.start + counted.end
    return Figure(
        id=item_id("f", article.seed.sha256, [(start, end)]),
        start=start,
        end=end,
        text=article.text[start:end],
        rule=name if quantity.bound == "exact" else f"{name}/{quantity.bound}",
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=counted.unit,
        currency=counted.currency,
        speaker=said.speaker(passage.start + quantity.number, passage.start + quantity.end, "figure"),
        paragraph=passage.number,
    )
