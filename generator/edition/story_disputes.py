"""Figures of several briefs of one story that do not agree; what an outlet or a speaker says later is an update."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from generator.dates import WEEKDAYS
from generator.disputes.alike import grows, is_plain
from generator.disputes.finding import at_odds, count_of
from generator.disputes.objections import Count, Pair
from generator.disputes.voices import outlet_voice
from generator.edition.days import day_of
from generator.model import Brief, Figure, Frame, StoryDispute

#: So many words two sentences must share where nothing tells more than "there were 11 sailors".
SHARED = 2
_WORD = re.compile(r"[^\W\d_]{4,}")
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}


def story_disputes(briefs: Sequence[Brief], copies: Sequence[Sequence[str]] = ()) -> tuple[StoryDispute, ...]:
    """Disputes over the briefs of one story, oldest figures first. The order in which briefs come does not matter.

    `copies` are Brief.ids that are one text: the first of them speaks for all.
    """
    again = {brief_id for group in copies for brief_id in group[1:]}
    ordered = sorted(
        _once([brief for brief in briefs if brief.id not in again]),
        key=lambda brief: (day_of(brief.published), brief.seed.name, brief.id),
    )
    counts = [count for number, brief in enumerate(ordered) for count in _counts(number, brief)]
    found = at_odds(counts, _judge)
    return tuple(
        StoryDispute(
            unit=ordered[group[0][0]].figures[group[0][1]].unit,
            figures=tuple((ordered[number].id, ordered[number].figures[index].id) for number, index in group),
        )
        for group in found
        if len({number for number, _ in group}) > 1
    )


def _once(briefs: Sequence[Brief]) -> list[Brief]:
    """Copies of one text are one: the first of them by date and name."""
    first: dict[str, Brief] = {}
    for brief in sorted(briefs, key=lambda brief: (day_of(brief.published), brief.seed.name, brief.id)):
        first.setdefault(" ".join(brief.text[p.start : p.end] for p in brief.paragraphs) or brief.text, brief)
    return list(first.values())


def _counts(number: int, brief: Brief) -> list[Count]:
    day, found = day_of(brief.published), []
    for index, figure in enumerate(brief.figures):
        count = count_of((number, index), figure)
        if count is None:
            continue
        if not count.voice:
            by = outlet_voice(brief.outlet)
            if not by:
                continue
            count = count._replace(voice=by)
        words = _words_around(brief, figure)
        found.append(count._replace(brief=brief.id, day=day, frame=_dated(count.frame, day), words=words))
    return found


def _words_around(brief: Brief, figure: Figure) -> frozenset[str]:
    """The longer words of a figure's sentence, without those of the figure and its speaker."""
    if figure.sentence is None:
        return frozenset()
    around = brief.text[figure.sentence.start : figure.start] + " " + brief.text[figure.end : figure.sentence.end]
    if figure.speaker is not None:
        around = around.replace(figure.speaker.text, " ")
    return frozenset(word.casefold() for word in _WORD.findall(around))


def _judge(one: Count, other: Count) -> Pair | None:
    mine, theirs = one.frame.deed, other.frame.deed
    if one.brief == other.brief or (mine != theirs and not (is_plain(mine) and is_plain(theirs))):
        return None
    if is_plain(mine) and len(one.words & other.words) < SHARED:
        return None
    if one.day != other.day and grows(one.frame):
        return None
    return Pair(one, other, together=True)


def _dated(frame: Frame, day: str) -> Frame:
    """A frame whose weekdays and "yesterday" are dates: two outlets may print them on different days."""
    if not day or not frame.dates:
        return frame
    try:
        printed = date.fromisoformat(day)
    except ValueError:
        return frame
    words = []
    for word in frame.dates:
        if word in _NEAR:
            word = (printed + timedelta(_NEAR[word])).isoformat()
        elif word in WEEKDAYS:
            word = (printed - timedelta((printed.weekday() - WEEKDAYS[word]) % 7)).isoformat()
        words.append(word)
    return msgspec.structs.replace(frame, dates=tuple(sorted(set(words))))
