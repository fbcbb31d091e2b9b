"""The deck as the opening of a summary, where it says more of the article than the first sentence does."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generator.model import Article
from generator.nlp import Reading
from generator.quotes.marks import Run
from generator.sentences import sentences
from generator.summary.candidates import DECK, Candidate, candidate_of
from generator.summary.features import Surroundings


def deck_sentence(article: Article, reading: Reading, runs: Mapping[int, list[Run]]) -> Candidate | None:
    """The first sentence of the deck; None where there is none. `runs` as for find_candidates."""
    passage = next((passage for passage in reading.passages if passage.kind == "deck"), None)
    found = sentences(passage, runs.get(passage.start, [])) if passage is not None else ()
    return candidate_of(article, found[0], found[0].start, DECK) if found else None


def says_more(deck: Candidate, first: Candidate, title: frozenset[str], around: Surroundings) -> bool:
    """True where the deck has more of what the article goes on about than the first sentence, the title's words aside.

    "The bridge closes for a year; a ferry takes its place." beside "It was a cold morning on the banks of the Tarl."
    """
    return _said(deck, title, around) > _said(first, title, around)


def _said(candidate: Candidate, title: frozenset[str], around: Surroundings) -> float:
    """Grows with each content word that other sentences have too, with their number."""
    return math.fsum(math.log(around.holding[word]) for word in candidate.content - title)
