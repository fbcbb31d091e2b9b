"""Article -> quotes with their speakers, by a learned model or by rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from generator.config import Settings
from generator.errors import MissingPackage
from generator.model import Actor, Article, Quote
from generator.nlp import Reading
from generator.quotes.assemble import assemble
from generator.quotes.candidate import Candidate
from generator.quotes.chains import chained
from generator.quotes.indirect import find_indirect
from generator.quotes.marks import Run, find_runs


class Way(Protocol):
    """A way of finding quotes: the runs inside marks -> candidates."""

    def __call__(self, article: Article, reading: Reading, runs: tuple[Run, ...]) -> Iterable[Candidate]: ...


class QuoteFinder:
    """Finds quotes with the learned model or with rules; holds the loaded model."""

    notice: str | None = None
    """One line for the user, after the first article: set if the model was asked for and is not installed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._way: Way | None = None

    def find(self, article: Article, reading: Reading, actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
        """The quotes of an article in text order, speakers resolved to `actors`."""
        runs = find_runs(reading.passages)
        if self._way is None:
            self._way = self._load()
        found = chained(article.text, reading.passages, runs, self._way(article, reading, runs))
        return assemble(article, reading, actors, runs, found)

    def _load(self) -> Way:
        if self.settings.quotes == "model":
            from generator.quotes.learned import Learned

            try:
                return Learned()
            except MissingPackage as missing:
                self.notice = f"Quotes are found by rules. {missing.message}"
        return by_rules


def by_rules(article: Article, reading: Reading, runs: tuple[Run, ...]) -> Iterator[Candidate]:
    """Quotes with marks, then reported clauses without."""
    from generator.quotes.rules import find_by_rules

    found = list(find_by_rules(article, reading, runs))
    yield from found
    taken = (span for candidate in found for span in candidate.spans)
    yield from find_indirect(article.text, reading.passages, runs, taken)
