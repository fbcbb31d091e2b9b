"""What is disputed in an edition: each matter once, though a story and its briefs tell it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.render.shapes import BriefView, FigureView, OppositionView, View
from generator.render.stories import StoryView

NOBODY_OPPOSED = OppositionView(id="", sides=())


class Matter(View, frozen=True, kw_only=True):
    """Figures that do not agree, or what one says and another denies."""

    brief: BriefView
    """The newest brief that tells it."""
    stories: tuple[StoryView, ...] = ()
    """The story whose briefs differ; empty where one brief tells all of it."""
    unit: str = ""
    figures: tuple[tuple[FigureView, BriefView], ...] = ()
    opposition: OppositionView = NOBODY_OPPOSED
    """Without sides where figures differ."""


def disputed(briefs: Iterable[BriefView], stories: Iterable[StoryView]) -> tuple[Matter, ...]:
    """All matters of an edition, those with the newest brief first.

    Where briefs of a story differ, figures that one of them disputes itself go to the story's; copies of one text
    dispute once.
    """
    briefs = tuple(briefs)
    found = _Matters({brief.id: number for number, brief in enumerate(briefs)})
    for story in stories:
        found.take(story)
    for brief in briefs:
        found.look_into(brief)
    return found.all()


class _Matters:
    def __init__(self, place: dict[str, int]) -> None:
        self.place = place
        self.told: list[tuple[tuple[StoryView, ...], str, list[tuple[FigureView, BriefView]]]] = []
        self.at: dict[tuple[str, str], int] = {}
        """(BriefView.id, FigureView.id) -> place in `told`."""
        self.text_of: dict[str, str] = {}
        """BriefView.id -> id of the first copy of its text."""
        self.seen: set[tuple[str, ...]] = set()
        self.opposed: list[Matter] = []

    def take(self, story: StoryView) -> None:
        for copies in story.copies:
            self.text_of |= {brief.id: copies[0].id for brief in copies}
        for dispute in story.disputes:
            self._add((story,), dispute.unit, list(dispute.figures))

    def look_into(self, brief: BriefView) -> None:
        text = self.text_of.get(brief.id, brief.id)
        for dispute in brief.disputes:
            known = sorted({self.at[key] for f in dispute.figures if (key := (brief.id, f.id)) in self.at})
            if known:
                _, _, figures = self.told[known[0]]
                amounts = {figure.amount for figure, _ in figures}
                figures += [(figure, brief) for figure in dispute.figures if figure.amount not in amounts]
            elif self._is_new(text, dispute.unit, *sorted(figure.amount for figure in dispute.figures)):
                self._add((), dispute.unit, [(figure, brief) for figure in dispute.figures])
        for opposition in brief.oppositions:
            if self._is_new(text, *(side.words.text for side in opposition.sides)):
                self.opposed.append(Matter(brief=brief, opposition=opposition))

    def all(self) -> tuple[Matter, ...]:
        made = [
            Matter(
                brief=min((brief for _, brief in figures), key=self._age),
                stories=stories,
                unit=unit,
                figures=tuple(figures),
            )
            for stories, unit, figures in self.told
        ]
        return tuple(sorted([*made, *self.opposed], key=lambda matter: self._age(matter.brief)))

    def _add(self, stories: tuple[StoryView, ...], unit: str, figures: list[tuple[FigureView, BriefView]]) -> None:
        self.at |= {(brief.id, figure.id): len(self.told) for figure, brief in figures}
        self.told.append((stories, unit, figures))

    def _is_new(self, *told: str) -> bool:
        is_new = told not in self.seen
        self.seen.add(told)
        return is_new

    def _age(self, brief: BriefView) -> int:
        return self.place[brief.id]
