"""A sentence with what is known around it, and a statement that words of it mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import MAX_SENTENCE, Attribution
from generator.clauses import Span
from generator.model import ClaimKind
from generator.nlp import Passage, Reading
from generator.said import Said

if TYPE_CHECKING:
    from generator.nlp import Span as Tokens
    from generator.nlp import Token

#: What an article says in its own words; a correction speaks of an earlier text.
OWN_WORDS = frozenset({"title", "deck", "body", "subhead"})


class Marked(NamedTuple):
    """A marked statement. Offsets are those of the article's text."""

    claim: Span
    marker: Span
    kind: ClaimKind
    reported: Attribution | None = None
    """Who says it, where a reported clause tells; else whoever says the sentence."""
    source: Span | None = None
    """Who says it, as a noun phrase."""


class Context(NamedTuple):
    """A sentence and what is known around it."""

    passage: Passage
    sentence: Tokens
    reported: tuple[Attribution, ...]
    """Reported clauses whose cue stands in the sentence."""
    before: Attribution | None
    """The last reported clause before the sentence, in its paragraph or the one before."""

    def told(self, word: Token) -> Attribution | None:
        """The reported clause whose cue is `word`."""
        cue = self.passage.token(word)
        return next((item for item in self.reported if item.cue == cue), None)


Rule = Callable[[Context, "Token"], Iterator[Marked]]
"""Looks at one word that may mark a statement, and yields the statements that it marks."""
Row = tuple[str, frozenset[str], Rule]
"""Name of a rule, the words or lemmas that it looks at, the rule."""


def contexts(reading: Reading, said: Said) -> Iterator[Context]:
    """The sentences of title, deck, subheads and body; endless ones are lists, tables or broken text."""
    last: Attribution | None = None
    paragraph = 0
    for passage in reading.passages:
        if passage.kind not in OWN_WORDS:
            continue
        if passage.kind != "body" or passage.number > paragraph + 1:
            last = None
        paragraph = passage.number
        waiting = sorted(said.of(passage), key=lambda item: item.cue, reverse=True)
        for sentence in passage.doc.sents:
            _, end = passage.span(sentence)
            reported = []
            while waiting and waiting[-1].cue[0] < end:
                reported.append(waiting.pop())
            if len(sentence) <= MAX_SENTENCE:
                yield Context(passage, sentence, tuple(reported), last)
            if reported:
                last = reported[0]
