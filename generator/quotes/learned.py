"""The learned way of finding quotes: windows, scores, decoding."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Article
from generator.nlp import Reading
from generator.quotes.agreement import judged
from generator.quotes.candidate import Candidate
from generator.quotes.decode import decode
from generator.quotes.marks import Run
from generator.quotes.model import QuoteModel
from generator.quotes.rules import find_by_rules
from generator.quotes.windows import WindowMaker


class Learned:
    """Holds the model. Raises MissingPackage if newsbrief-quotes is not installed."""

    def __init__(self) -> None:
        self._model = QuoteModel()

    def __call__(self, article: Article, reading: Reading, runs: tuple[Run, ...]) -> Iterable[Candidate]:
        """Candidates of all runs that the model attributes, with what their agreement with the rules is worth."""
        windows = WindowMaker(self._model.tokenizer, article.text, reading, runs).windows()
        found = decode(article.text, self._model.score(windows))
        return judged(found, find_by_rules(article, reading, runs))
