"""The quotes by dependency rules."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Article
from generator.nlp import Reading
from generator.quotes.candidate import Candidate
from generator.quotes.marks import Run


def find_by_rules(article: Article, reading: Reading, runs: tuple[Run, ...]) -> Iterable[Candidate]:
    """Candidates of all runs that a rule attributes."""
    return ()
