"""Two speakers who say the opposite of one matter: "The army said the bridge was hit. The navy denied that it was."

matters (what a reported clause says of whom, and whether it denies it) -> matching (which two are opposite).
Only the plainest kind is taken: better none than a wrong one.
"""

from __future__ import annotations

from generator.identity import item_id
from generator.model import Article, Opposition, Statement
from generator.nlp import Reading
from generator.oppositions.matching import opposite
from generator.oppositions.matters import Matter, matters_of
from generator.said import Said

__all__ = ["find_oppositions"]


def find_oppositions(article: Article, reading: Reading, said: Said) -> tuple[Opposition, ...]:
    """The oppositions of the body, in the order of the text."""
    matters = matters_of(reading, said)
    if not any(matter.denies for matter in matters):
        return ()

    def statement(matter: Matter, rule: str) -> Statement:
        start, end = matter.content
        return Statement(
            start=start,
            end=end,
            text=article.text[start:end],
            rule=rule,
            speaker=said.resolve(matter.source, "opposition"),
            denies=matter.denies,
            paragraph=matter.passage.number,
        )

    found = []
    for rule, one, other in opposite(matters):
        sides = statement(one, rule), statement(other, rule)
        mine, theirs = (side.speaker.actor or side.speaker.name.casefold() for side in sides)
        if mine != theirs:
            spans = [one.content, other.content]
            found.append(Opposition(id=item_id("o", article.seed.sha256, spans), sides=sides, rule=rule))
    return tuple(sorted(found, key=lambda opposition: (opposition.sides[0].start, opposition.sides[1].start)))
