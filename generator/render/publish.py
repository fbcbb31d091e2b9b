"""What of a brief may be shown: decided once, so that page, PDF, data files and search index show the same.

All published files of a brief together show at most `settings.publish_share` of the article's body. Items are
taken in the order of `_items`, each if it still fits; the words around the used ones come last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

import msgspec

from generator.config import Settings
from generator.model import Brief, Dispute, Figure, Quote, QuoteKind, Slice, Value, Voice

CONTEXT_WORDS = 3
CONTEXT_LIMIT = 48
"""Longest context on one side, in code points: a "word" of a hostile text may be a megabyte."""
LONGEST_REMOVED = 120
"""Removed passages longer than this, in code points, are counted but not shown: they may be other articles."""

Interval = tuple[int, int]
Place = tuple[int, ...]
"""Where an item stands in its brief: an index, or the indices of actor and role."""
Item = TypeVar("Item")

_AFTER = re.compile(rf"\s*(?:\S+\s+){{0,{CONTEXT_WORDS - 1}}}\S*")


class Published(Value, frozen=True, kw_only=True):
    """A brief cut to what may be shown."""

    brief: Brief
    """Without the items that were left out. Its `text` is there to cut slices from: show it only if `full`."""
    full: bool
    """True if the whole text may be shown (`publish_text = "full"`)."""
    used: tuple[Interval, ...] = ()
    """What the items show, in order, not overlapping."""
    shown: tuple[Interval, ...] = ()
    """`used` and the words around it."""
    share: float = 0.0
    """Part of the body that all published files show, 0 to 1."""
    omitted: tuple[tuple[str, int], ...] = ()
    """What was left out to stay below the share: name of the items, how many."""


def publish(brief: Brief, settings: Settings, first: frozenset[str] = frozenset()) -> Published:
    """Cuts a brief to what all its published files together may show.

    `first` are Figure.ids that go before others, because another brief disputes them.
    """
    full = settings.publish_text == "full"
    cover = _Cover(brief, 1.0 if full else settings.publish_share)
    kept: dict[str, set[Place]] = {}
    omitted: Counter[str] = Counter()
    used: list[Interval] = []
    for kind, place, spans in _items(brief, first):
        if full or cover.add(spans):
            kept.setdefault(kind, set()).add(place)
            used.extend(spans)
        else:
            omitted[kind] += 1
    cut = _cut(brief, kept, full)
    if not full:
        omitted["removed"] = len(brief.removed) - len(cut.removed)
    merged = merge(used)
    merged = merge([*merged, *(space for space in _spaces(brief.text, merged) if full or cover.add([space]))])
    if full:
        shown = tuple((paragraph.start, paragraph.end) for paragraph in brief.paragraphs)
    else:
        contexts = [context for context in _contexts(brief, merged) if cover.add([context])]
        shown = merge([*merged, *contexts])
    return Published(
        brief=cut,
        full=full,
        used=merged,
        shown=shown,
        share=1.0 if full else cover.share(),
        omitted=tuple((kind, count) for kind, count in omitted.items() if count),
    )


def merge(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Joins overlapping and touching intervals.

    >>> merge([(5, 9), (0, 3), (3, 4)])
    ((0, 4), (5, 9))
    """
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)


class _Cover:
    """Which code points of the body are shown so far, and how many more may be."""

    def __init__(self, brief: Brief, share: float) -> None:
        self._open = bytearray(len(brief.text))
        for paragraph in brief.paragraphs:
            self._open[paragraph.start : paragraph.end] = b"\1" * (paragraph.end - paragraph.start)
        self._body = self._open.count(1)
        self._left = int(self._body * share)

    def add(self, spans: Iterable[Interval]) -> bool:
        """Covers the spans if they fit; False, and nothing covered, if they don't."""
        taken: list[tuple[Interval, bytes]] = []
        cost = 0
        for start, end in spans:
            taken.append(((start, end), bytes(self._open[start:end])))
            cost += self._open.count(1, start, end)
            self._open[start:end] = bytes(end - start)
        if cost <= self._left:
            self._left -= cost
            return True
        for (start, end), before in reversed(taken):
            self._open[start:end] = before
        return False

    def share(self) -> float:
        return 1 - self._open.count(1) / self._body if self._body else 0.0


def _items(brief: Brief, first: frozenset[str]) -> Iterator[tuple[str, Place, list[Interval]]]:
    """All items that show words of the body, the short and the spoken before the retold: name, place, spans."""
    if brief.headline is not None:
        yield "headline", (0,), _spans(brief.headline)
    for index, sentence in enumerate(brief.summary):
        yield "summary", (index,), _spans(sentence)
    for index, answer in enumerate(brief.answers):
        yield "answers", (index,), _spans(answer)
    known = {index for dispute in brief.disputes for index in dispute.figures}
    known |= {index for index, figure in enumerate(brief.figures) if figure.id in first}
    disputed = sorted(known)
    for index, opposition in enumerate(brief.oppositions):
        yield "oppositions", (index,), [span for side in opposition.sides for span in _spans(side, side.speaker)]
    for index in disputed:
        yield "figures", (index,), _figure_spans(brief.figures[index])
    for index, claim in enumerate(brief.claims):
        yield "claims", (index,), _spans(claim, claim.marker, claim.speaker)
    for index, actor in sorted(enumerate(brief.actors), key=lambda item: (item[1].rank, item[0])):
        for number, role in enumerate(actor.roles):
            yield "roles", (index, number), _spans(role, role.employer)
    yield from _quotes(brief, "direct")
    yield from _quotes(brief, "mixed")
    for index, event in enumerate(brief.events):
        yield "events", (index,), _spans(event)
    for index, figure in enumerate(brief.figures):
        if index not in known:
            yield "figures", (index,), _figure_spans(figure)
    yield from _quotes(brief, "indirect")


def _quotes(brief: Brief, kind: QuoteKind) -> Iterator[tuple[str, Place, list[Interval]]]:
    for index, quote in enumerate(brief.quotes):
        if quote.kind == kind:
            yield "quotes", (index,), _quote_spans(quote)


def _spans(*slices: Slice | None) -> list[Interval]:
    return [(piece.start, piece.end) for piece in slices if piece is not None]


def _quote_spans(quote: Quote) -> list[Interval]:
    return [(quote.start, quote.end), *_spans(quote.speaker, quote.cue, quote.via)]


def _figure_spans(figure: Figure) -> list[Interval]:
    return _spans(figure, figure.speaker)


def _cut(brief: Brief, kept: dict[str, set[Place]], full: bool) -> Brief:
    """The brief with only the kept items, and everything that pointed at a dropped one put right."""
    figures = sorted(index for (index, *_) in kept.get("figures", ()))
    position = {index: place for place, index in enumerate(figures)}
    disputes = (
        Dispute(unit=dispute.unit, figures=tuple(position[index] for index in dispute.figures if index in position))
        for dispute in brief.disputes
    )
    quotes = _keep(brief.quotes, kept.get("quotes", set()))
    ids = {quote.id for quote in quotes}
    roles: dict[int, set[Place]] = {}
    for actor, role in kept.get("roles", ()):
        roles.setdefault(actor, set()).add((role,))
    return msgspec.structs.replace(
        brief,
        headline=brief.headline if "headline" in kept else None,
        summary=_keep(brief.summary, kept.get("summary", set())),
        answers=_keep(brief.answers, kept.get("answers", set())),
        oppositions=_keep(brief.oppositions, kept.get("oppositions", set())),
        claims=_keep(brief.claims, kept.get("claims", set())),
        events=_keep(brief.events, kept.get("events", set())),
        quotes=quotes,
        figures=tuple(brief.figures[index] if full else _bare(brief.figures[index]) for index in figures),
        disputes=tuple(dispute for dispute in disputes if len(dispute.figures) > 1),
        voices=tuple(
            Voice(name=voice.name, actor=voice.actor, quotes=tuple(name for name in voice.quotes if name in ids))
            for voice in brief.voices
        ),
        actors=tuple(
            msgspec.structs.replace(actor, roles=_keep(actor.roles, roles.get(index, set())))
            for index, actor in enumerate(brief.actors)
        ),
        removed=tuple(line for line in brief.removed if full or line.end - line.start <= LONGEST_REMOVED),
    )


def _bare(figure: Figure) -> Figure:
    """A figure without the words that it is compared by: they are the article's, too."""
    return msgspec.structs.replace(figure, about=None)


def _keep(items: tuple[Item, ...], places: set[Place]) -> tuple[Item, ...]:
    return tuple(item for index, item in enumerate(items) if (index,) in places)


def _spaces(text: str, used: tuple[Interval, ...]) -> Iterator[Interval]:
    """The space between two pieces, "Mira Voss" and "said": nothing was left out there."""
    for (_, end), (start, _) in pairwise(used):
        gap = text[end : min(start, end + CONTEXT_LIMIT)]
        if len(gap) == start - end and gap.isspace() and not ("\n" in gap or "\r" in gap):
            yield end, start


def _contexts(brief: Brief, used: tuple[Interval, ...]) -> Iterator[Interval]:
    """Three words before and after each used interval, within its paragraphs."""
    bounds = iter(brief.paragraphs)
    paragraph = next(bounds, None)
    for start, end in used:
        while paragraph is not None and paragraph.end < start:
            paragraph = next(bounds, None)
        if paragraph is None:
            return
        if paragraph.start <= start <= paragraph.end:
            before = brief.text[max(paragraph.start, start - CONTEXT_LIMIT) : start]
            yield start - _after(before[::-1]), start
        while paragraph is not None and paragraph.end < end:
            paragraph = next(bounds, None)
        if paragraph is not None and paragraph.start <= end <= paragraph.end:
            yield end, end + _after(brief.text[end : min(paragraph.end, end + CONTEXT_LIMIT)])


def _after(text: str) -> int:
    """Length of the first words of a text."""
    match = _AFTER.match(text)
    return len(match[0].rstrip()) if match else 0
