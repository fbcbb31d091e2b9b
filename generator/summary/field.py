"""The sentences of an article that may stand in its summary, and the one that opens it."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Actor, Article
from generator.nlp import Reading
from generator.quotes.marks import Run, find_runs
from generator.summary.candidates import Candidate, find_candidates, kinds_of
from generator.summary.deck import deck_sentence, says_more
from generator.summary.features import Surroundings, surroundings
from generator.summary.unfit import is_fit


class Field(NamedTuple):
    """Who may enter."""

    opening: Candidate
    rule: str
    """Why it opens: "deck", "lead", or "first-sentence" where no sentence is fit."""
    others: tuple[Candidate, ...]
    """The other fit sentences in the order of the article."""
    around: Surroundings


def find_field(article: Article, reading: Reading, actors: tuple[Actor, ...]) -> Field | None:
    """The field of an article; None where it has no sentence."""
    runs = find_runs(reading.passages)
    by_passage: dict[int, list[Run]] = {}
    for run in runs:
        by_passage.setdefault(reading.passages[run.passage].start, []).append(run)
    speakers = frozenset(actor.name.casefold() for actor in actors if actor.kind != "place")
    candidates = tuple(find_candidates(article, reading.body, by_passage, speakers))
    if not candidates:
        return None
    titles = (passage for passage in reading.passages if passage.kind == "title")
    title = frozenset(word for passage in titles for word in kinds_of(passage.doc[:]).content)
    deck = deck_sentence(article, reading, by_passage)
    around = surroundings(candidates if deck is None else (deck, *candidates), title, actors, runs)
    fit = tuple(candidate for candidate in candidates if is_fit(candidate))
    if not fit:
        return Field(candidates[0], "first-sentence", (), around)
    if deck is not None and is_fit(deck) and says_more(deck, fit[0], title, around):
        return Field(deck, "deck", fit, around)
    return Field(fit[0], "lead", fit[1:], around)
