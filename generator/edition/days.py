"""The days of all briefs: when they appeared, and what happened when."""

from __future__ import annotations

from generator.edition.terms import in_news, words_of
from generator.model import Brief, Day, Event
from generator.timeline import chronological

SAME = 0.6
"""Share of the telling words of the shorter of two tellings of one event that the other has, too."""
FEWEST = 3
"""Telling words that two tellings share at least."""
TELLING = 0.1
"""A word in fewer articles of the news than this share is telling."""
WINDOW = 8
"""Tellings of one word that each is compared with."""


def day_of(published: str | None) -> str:
    """Sort key of a date; what does not look like one sorts last."""
    return published[:10] if published and published[:4].isdigit() else ""


def days_of(briefs: list[Brief]) -> tuple[Day, ...]:
    """The days on which something happened, newest first."""
    events: dict[str, list[tuple[Brief, Event]]] = {}
    for brief in briefs:
        for event in brief.events:
            events.setdefault(event.date, []).append((brief, event))
    dates = sorted(events, key=chronological, reverse=True)
    dates.sort(key=lambda date: date.startswith("-"))
    return tuple(
        Day(date=date, events=tuple((brief.id, event.id) for brief, event in events[date]), same=_same(events[date]))
        for date in dates
    )


def _same(events: list[tuple[Brief, Event]]) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Events of a date that several briefs tell; each is compared with the first telling of those before it."""
    groups: list[list[int]] = []
    group_of: dict[int, list[int]] = {}
    words: list[frozenset[str]] = []
    having: dict[str, list[int]] = {}
    for number, (brief, event) in enumerate(events):
        words.append(frozenset(word for word in words_of(event.text) if in_news(word) < TELLING))
        near: dict[int, None] = {}
        for word in sorted(words[number]):
            near |= dict.fromkeys(having.get(word, [])[-WINDOW:])
        for other in sorted(near):
            group = group_of[other]
            if all(events[member][0] is not brief for member in group) and _tell_the_same(words[other], words[number]):
                group.append(number)
                group_of[number] = group
                break
        else:
            groups.append([number])
            group_of[number] = groups[-1]
            for word in words[number]:
                having.setdefault(word, []).append(number)
    found = []
    for group in groups:
        if len(group) > 1:
            told = sorted((events[number] for number in group), key=lambda told: -len(told[1].text))
            found.append(tuple((brief.id, event.id) for brief, event in told))
    return tuple(found)


def _tell_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= FEWEST and shared >= SAME * min(len(one), len(other))
