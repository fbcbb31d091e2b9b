"""What all questions look at: the article, its actors where they are named, and the sentences that tell the event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from generator.config import Settings
from generator.model import Actor, Answer, Article, MentionKind, Question, Stretch
from generator.nlp import Reading
from generator.questions.telling import Telling, find_tellings

#: Date and place stand in one of so many tellings, or in the sentences that open the body.
_AROUND = 3


class Named(NamedTuple):
    """A mention of an actor."""

    start: int
    end: int
    kind: MentionKind
    actor: Actor


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as the questions see it."""

    article: Article
    settings: Settings
    tellings: tuple[Telling, ...]
    """Sentences that tell the main event, the plainest first."""
    opening: tuple[Telling, ...]
    """The first sentences of the body."""
    named: tuple[Named, ...]
    """All mentions in text order."""

    @property
    def around(self) -> tuple[Telling, ...]:
        """The sentences that may set the event in time and place."""
        return *self.tellings[:_AROUND], *self.opening

    def mentions(self, start: int, end: int) -> Iterator[Named]:
        """Mentions in a stretch of the article."""
        first = bisect_left(self.named, start, key=lambda one: one.start)
        for one in islice(self.named, first, None):
            if one.start >= end:
                return
            if one.end <= end:
                yield one

    def names_in(self, telling: Telling) -> Iterator[Named]:
        """The names of actors in a sentence."""
        for one in self.mentions(telling.sentence.start, telling.sentence.end):
            if one.kind == "name":
                yield one

    def answer(
        self,
        question: Question,
        telling: Telling,
        span: tuple[int, int],
        rule: str,
        *,
        actor: str | None = None,
        date: str | None = None,
    ) -> Answer:
        """An answer with its sentence."""
        start, end = span
        return Answer(
            question=question,
            start=start,
            end=end,
            text=self.article.text[start:end],
            rule=rule,
            sentence=Stretch(start=telling.sentence.start, end=telling.sentence.end),
            paragraph=telling.passage.number,
            actor=actor,
            date=date,
        )


def look_at(article: Article, reading: Reading, actors: tuple[Actor, ...], settings: Settings) -> Scene:
    """The scene of an article."""
    named = (Named(one.start, one.end, one.kind, actor) for actor in actors for one in actor.mentions)
    tellings, opening = find_tellings(reading)
    return Scene(article, settings, tellings, opening, tuple(sorted(named, key=lambda one: one[:2])))
