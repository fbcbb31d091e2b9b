"""Numbers with what they count: "at least 80 soldiers" is 80 or more of unit "soldier", and who said so."""

from __future__ import annotations

from generator.estimates import passing
from generator.figures import counted, elsewhere
from generator.figures.bounds import bound_behind
from generator.figures.counted import Rule
from generator.figures.money import home_dollar
from generator.figures.number import Number, numbers_of
from generator.figures.ranges import bounded
from generator.figures.refusals import REFUSALS
from generator.identity import item_id
from generator.model import Article, Figure, Stretch
from generator.nlp import Passage, Reading
from generator.said import Said

__all__ = ["find_figures"]

RULES: tuple[tuple[str, Rule], ...] = (
    ("money", counted.money),
    ("percent", counted.percent),
    ("measure", counted.measure),
    ("half", counted.half),
    ("subset-share", counted.share),
    ("vague", counted.vague),
    ("count", counted.count),
    ("subset", counted.subset),
    ("casualties", elsewhere.casualties),
    ("gathered", elsewhere.gathered),
    ("casualties-state", elsewhere.state),
    ("tally", elsewhere.tally),
    ("subset-before", elsewhere.part_of_whole),
    ("elliptic-joined", elsewhere.joined),
    ("elliptic", elsewhere.elliptic),
)
"""First come, first served. A part of a whole is a "subset"."""


def find_figures(article: Article, reading: Reading, said: Said) -> tuple[Figure, ...]:
    """All figures of title, deck and body in text order."""
    home = home_dollar(article.url)
    found: list[Figure] = []
    for passage in reading.passages:
        if passage.kind != "correction":
            figures = (_figure(article, passage, number, said) for number in numbers_of(passage, home))
            found += (figure for figure in figures if figure is not None)
    return tuple(found)


def _figure(article: Article, passage: Passage, number: Number, said: Said) -> Figure | None:
    if any(refuses(number) for _, refuses in REFUSALS):
        return None
    matches = ((name, rule(number)) for name, rule in RULES)
    name, counts = next((match for match in matches if match[1] is not None), ("", None))
    if counts is None:
        return None
    quantity, end, sentence = number.quantity, counts.end, number.sentence
    if quantity.bound == "exact":
        # "40 percent or more"
        end, bound = bound_behind(number.text, end)
        bound = passing(number.last) if bound == "exact" else bound
        quantity = bounded(quantity, bound)
    start, end = passage.start + quantity.start, passage.start + end
    return Figure(
        id=item_id("f", article.seed.sha256, [(start, end)]),
        start=start,
        end=end,
        text=article.text[start:end],
        rule=name if quantity.bound == "exact" else f"{name}/{quantity.bound}",
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=counts.unit,
        currency=counts.currency,
        speaker=said.speaker(passage.start + quantity.number, passage.start + quantity.end, "figure"),
        paragraph=passage.number,
        sentence=Stretch(start=passage.start + sentence.starts, end=passage.start + sentence.ends),
    )
