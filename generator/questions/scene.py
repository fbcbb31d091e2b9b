"""What all questions look at: the article, its actors where they are named, and the sentences that tell the event."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from generator.config import Settings
from generator.model import Actor, Answer, Article, Mention, Question, Stretch
from generator.questions.telling import Telling


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as the questions see it."""

    article: Article
    actors: tuple[Actor, ...]
    tellings: tuple[Telling, ...]
    settings: Settings
    opening: tuple[Telling, ...] = ()
    named: list[tuple[int, int, Actor, Mention]] = field(init=False)
    """All mentions in text order."""

    def __post_init__(self) -> None:
        mentions = (
            (one.start, one.end, number, one) for number, actor in enumerate(self.actors) for one in actor.mentions
        )
        ordered = sorted(mentions, key=lambda item: item[:3])
        object.__setattr__(
            self, "named", [(start, end, self.actors[number], one) for start, end, number, one in ordered]
        )

    def mentions(self, start: int, end: int) -> list[tuple[int, int, Actor, Mention]]:
        """Mentions that lie in a stretch of the article."""
        first = bisect_left(self.named, start, key=lambda item: item[0])
        found = []
        for item in self.named[first:]:
            if item[0] >= end:
                break
            if item[1] <= end:
                found.append(item)
        return found

    def answer(
        self,
        question: Question,
        telling: Telling,
        span: tuple[int, int],
        rule: str,
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
