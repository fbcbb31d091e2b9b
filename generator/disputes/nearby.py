"""How near two figures stand in an article, and whether it sets them against each other itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING

from generator.attribution import MAX_SENTENCE
from generator.attribution.subjects import TIMES
from generator.disputes.circumstances import DAYS
from generator.model import Figure
from generator.nlp import Passage, Reading
from generator.words import entries

if TYPE_CHECKING:
    from generator.nlp import Span

#: How many sentences before the first of two figures, and behind the second, an article may say that they differ.
_BEFORE, _BEHIND = 2, 1


class Nearby:
    """The sentences of one article by their order; a sentence is looked at when a figure in it is compared."""

    def __init__(self, reading: Reading) -> None:
        self._passages = [passage for passage in reading.body]
        self._sentences: dict[int, _Sentence] = {}

    @cached_property
    def _spans(self) -> list[tuple[Passage, Span]]:
        return [(passage, sentence) for passage in self._passages for sentence in passage.doc.sents]

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start + sentence.start_char for passage, sentence in self._spans]

    def place(self, figure: Figure) -> int:
        """Number of the sentence of a figure."""
        return max(0, bisect_right(self._starts, figure.start) - 1)

    def apart(self, one: Figure, other: Figure) -> int:
        """How many sentences lie from one figure to the other; 0 in one sentence."""
        return abs(self.place(one) - self.place(other))

    def contrasted(self, one: Figure, other: Figure) -> bool:
        """True if the article says beside two near figures that they do not agree."""
        first, last = sorted((self.place(one), self.place(other)))
        around = range(max(0, first - _BEFORE), min(len(self._spans), last + _BEHIND + 1))
        return any(self._sentence(number).contrasts for number in around)

    def corrected(self, one: Figure, other: Figure) -> bool:
        """True for two figures of one sentence with "turned out" between them."""
        first, last = sorted((one, other), key=lambda figure: figure.start)
        number = self.place(first)
        if number != self.place(last):
            return False
        passage, _ = self._spans[number]
        between = passage.doc.text[first.end - passage.start : last.start - passage.start]
        return bool(_pattern("corrections").search(between))

    def hinted(self, one: Figure, other: Figure) -> bool:
        """True for words by which speakers answer each other in one of the two sentences: "but", "only", "insisted"."""
        return self._sentence(self.place(one)).hints or self._sentence(self.place(other)).hints

    def shared(self, one: Figure, other: Figure) -> bool:
        """True if the sentences of two figures name a thing beside what is counted."""
        mine, theirs = (self._sentence(self.place(figure)).nouns - {figure.unit} for figure in (one, other))
        return bool(mine & theirs)

    def on_other_days(self, one: Figure, other: Figure) -> bool:
        """True if the sentences of two figures name two days."""
        mine, theirs = (self._sentence(self.place(figure)).days for figure in (one, other))
        return bool(mine and theirs) and not mine & theirs

    def _sentence(self, number: int) -> _Sentence:
        found = self._sentences.get(number)
        if found is None:
            found = self._sentences[number] = _Sentence(self._spans[number][1])
        return found


class _Sentence:
    """What a comparison asks of one sentence."""

    def __init__(self, span: Span) -> None:
        tokens = span[:MAX_SENTENCE]
        text = tokens.text
        self.contrasts = bool(_pattern("contrasts").search(text))
        self.hints = bool(_pattern("contrast_hints").search(text))
        self.nouns = frozenset(
            token.lemma_.lower() for token in tokens if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in TIMES
        )
        self.days = frozenset(token.lower_ for token in tokens if token.lower_ in DAYS)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Any line of a word list as whole words; * stands for the end of a word."""
    lines = (re.escape(line).replace(r"\ ", r"\s").replace(r"\*", r"\w*") for line in entries(name))
    return re.compile(rf"\b(?<!not )(?<!n't )(?<!n’t )(?:{'|'.join(lines)})\b", re.IGNORECASE)
