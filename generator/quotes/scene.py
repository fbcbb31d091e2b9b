"""A passage with its runs, as the rules see it: what stands before and behind a run, and who a verb's subject is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import source_of
from generator.nlp import Passage
from generator.quotes.marks import Run
from generator.quotes.spans import Span

if TYPE_CHECKING:
    from generator.nlp import Token

#: How many words before or behind a mark a cue may stand.
REACH = 24


class Hit(NamedTuple):
    """Who says a run, and by which word."""

    speaker: Span
    cue: Span | None
    lemma: str
    rule: str
    verb: Token | None = None


@dataclass(frozen=True)
class Scene:
    """A passage and its runs."""

    text: str
    """The article's."""
    passage: Passage
    runs: tuple[Run, ...]

    @cached_property
    def starts(self) -> list[int]:
        """First offsets of the runs."""
        return [run.start for run in self.runs]

    @cached_property
    def tokens(self) -> list[int]:
        """First offsets of the tokens."""
        return [self.passage.start + token.idx for token in self.passage.doc]

    def is_quoted(self, token: Token) -> bool:
        """True for a token inside a run."""
        start = self.passage.start + token.idx
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and start < self.runs[index].end

    def before(self, run: Run) -> Iterator[Token]:
        """Unquoted tokens before a run, nearest first, up to the run before."""
        index = bisect_left(self.tokens, run.start - 1) - 1
        for token in reversed(self.passage.doc[max(0, index - REACH) : index + 1]):
            if self.is_quoted(token):
                return
            yield token

    def behind(self, run: Run) -> Iterator[Token]:
        """Unquoted tokens behind a run, nearest first, up to the next run."""
        index = bisect_left(self.tokens, run.end + 1)
        for token in self.passage.doc[index : index + REACH]:
            if self.is_quoted(token):
                return
            yield token

    def words(self, start: int, end: int) -> str:
        """The words between two offsets, as far as they lie in the passage."""
        return self.text[max(start, self.passage.start) : min(end, self.passage.end)]

    def hit(self, verb: Token, rule: str) -> Hit | None:
        """The subject of a verb as speaker; None if it has none, or only one inside a quote."""
        source = source_of(verb)
        if source is None or self.is_quoted(verb) or self.is_quoted(self.passage.doc[source[0]]):
            return None
        speaker = self.passage.span(self.passage.doc[source[0] : source[1]])
        return Hit(speaker, self.passage.token(verb), verb.lemma_.lower(), rule, verb)


Rule = Callable[[Scene, Run], Hit | None]
"""Looks at one run and says who speaks, or None."""
