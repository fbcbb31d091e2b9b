"""The paragraphs that something in a brief points at, cut to what may be shown of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from generator.render.article import Runs
from generator.render.publish import Interval, Published
from generator.render.shapes import Excerpt, Part


def excerpts(published: Published, pages: Mapping[str, str]) -> tuple[Excerpt, ...]:
    """The paragraphs of a brief that it draws on, in order; all of them where the whole text is published.

    `pages`: Actor.id -> path of the page.
    """
    found = []
    runs = Runs(published.brief, pages) if published.full else None
    used, shown = _Window(published.used), _Window(published.shown)
    for paragraph in published.brief.paragraphs:
        inside = used.within(paragraph.start, paragraph.end)
        around = shown.within(paragraph.start, paragraph.end)
        if inside or (published.full and around):
            found.append(
                Excerpt(
                    number=paragraph.number,
                    kind=paragraph.kind,
                    start=paragraph.start,
                    end=paragraph.end,
                    parts=tuple(_parts(published.brief.text, paragraph.start, paragraph.end, inside, around)),
                    runs=runs.within(paragraph.start, paragraph.end) if runs is not None else (),
                )
            )
    return tuple(found)


class _Window:
    """Walks once over ordered intervals and clips them to one paragraph after the other."""

    def __init__(self, intervals: tuple[Interval, ...]) -> None:
        self._intervals = intervals
        self._next = 0

    def within(self, start: int, end: int) -> list[Interval]:
        while self._next < len(self._intervals) and self._intervals[self._next][1] <= start:
            self._next += 1
        inside, index = [], self._next
        while index < len(self._intervals) and self._intervals[index][0] < end:
            left, right = self._intervals[index]
            inside.append((max(left, start), min(right, end)))
            index += 1
        return inside


def _parts(text: str, start: int, end: int, used: list[Interval], shown: list[Interval]) -> Iterable[Part]:
    """Cuts a paragraph into used words, words around them and gaps."""
    borders = sorted({point for interval in (*used, *shown) for point in interval})
    if not borders or borders[0] > start:
        yield Part(kind="cut")
    uses, shows = _Window(tuple(used)), _Window(tuple(shown))
    for left, right in pairwise(borders):
        if uses.within(left, right):
            yield Part(kind="use", text=text[left:right], start=left, end=right)
        elif shows.within(left, right):
            yield Part(kind="context", text=text[left:right], start=left, end=right)
        else:
            yield Part(kind="cut")
    if borders and borders[-1] < end:
        yield Part(kind="cut")
