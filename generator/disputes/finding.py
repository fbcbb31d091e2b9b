"""Which figures of an article, or of several, cannot all be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from itertools import combinations
from typing import Any

from generator.disputes.alike import NUMBER, PERSON, grows, is_measure, is_plain, shares, tells
from generator.disputes.nearby import Nearby
from generator.disputes.objections import OBJECTIONS, Count, Pair, is_about_another, overlap, share_circumstances
from generator.disputes.voices import Voice, is_one, voice
from generator.model import Dispute, Figure
from generator.nlp import Reading

#: Figures of one unit that are compared with each other; the rest of a table is not read.
MAX_COMPARED = 60
#: Figures so many sentences apart may be set against each other although two verbs tell of them.
NEAR = 3
#: So near that two speakers with one unit speak of one thing, if nothing speaks against it.
BESIDE = 2
#: Figures further apart than this are compared only if both name one place, agent or event.
FAR = 15

Judge = Callable[[Count, Count], Pair | None]
"""Puts two counts side by side; None where they are not to be compared."""


def find_disputes(reading: Reading, figures: tuple[Figure, ...]) -> tuple[Dispute, ...]:
    """Groups of figures by different speakers that cannot all be right, in order of their first figure."""
    nearby = Nearby(reading)
    counts = [count for index, figure in enumerate(figures) if (count := count_of(index, figure)) is not None]

    def judge(one: Count, other: Count) -> Pair | None:
        return _beside(nearby, one, other)

    return tuple(Dispute(unit=figures[group[0]].unit, figures=group) for group in at_odds(counts, judge))


def _beside(nearby: Nearby, one: Count, other: Count) -> Pair | None:
    """Two counts of one article; None where nothing says that they are about one thing."""
    mine, theirs = one.frame.deed, other.frame.deed
    apart = nearby.apart(one.figure, other.figure)
    contrasted = apart <= NEAR and nearby.contrasted(one.figure, other.figure)
    pair = Pair(one, other, contrasted=contrasted, together=apart <= NEAR)
    if nearby.corrected(one.figure, other.figure):
        return pair._replace(corrected=True)
    if grows(one.frame) and nearby.on_other_days(one.figure, other.figure):
        return None
    if not (one.voice and other.voice) and not _is_stated(pair):
        return None
    if apart > NEAR and (is_plain(mine) or (apart > FAR and not share_circumstances(one.frame, other.frame))):
        return None
    if mine == theirs and mine:
        return pair
    if apart > NEAR:
        return None
    if NUMBER in (mine, theirs) and apart <= BESIDE:
        return pair
    if contrasted:
        return pair if not (tells(mine) and tells(theirs)) else None
    hinted, shared = nearby.hinted(one.figure, other.figure), nearby.shared(one.figure, other.figure)
    if tells(mine) and tells(theirs):
        return None
    if tells(mine) or tells(theirs):
        # "14 sailors were on board", "nine sailors died"
        return pair._replace(linked=True) if hinted and shared and one.frame.counted != PERSON else None
    if is_measure(one.frame.counted):
        return pair if shared else None
    if not (is_plain(mine) or is_plain(theirs)):
        return pair if hinted or (shared and apart <= BESIDE) else None
    return pair if apart <= BESIDE or hinted else None


def _is_stated(pair: Pair) -> bool:
    """True where a figure of the article itself may be set against that of a speaker."""
    one, other = pair.one.frame, pair.other.frame
    if is_plain(one.deed) or is_plain(other.deed):
        return False
    names = ([word for word in frame.of if word[:1].isupper()] for frame in (one, other))
    return pair.contrasted or (one.deed == other.deed and shares(*map(tuple, names)))


def count_of(place: Hashable, figure: Figure) -> Count | None:
    """A figure as it is compared; None where too little is known of it, or its speaker is a mere pronoun."""
    if figure.about is None:
        return None
    by = voice(figure.speaker, figure.about.says)
    return None if by is None else Count(place, figure, figure.about, by)


def at_odds(counts: Iterable[Count], judge: Judge) -> list[tuple[Any, ...]]:
    """The places of counts that contradict each other, a group for each connected set, in order."""
    alike: dict[tuple[str, str | None], list[Count]] = defaultdict(list)
    for count in counts:
        alike[count.frame.counted, count.figure.currency].append(count)
    return sorted(group for some in alike.values() for group in _groups(some[:MAX_COMPARED], judge))


def _groups(counts: list[Count], judge: Judge) -> list[tuple[Any, ...]]:
    neighbours: dict[Any, set[Any]] = defaultdict(set)
    for pair in _disputed(counts, judge):
        neighbours[pair.one.place].add(pair.other.place)
        neighbours[pair.other.place].add(pair.one.place)
    groups, seen = [], set[Any]()
    for place in sorted(neighbours):
        if place in seen:
            continue
        group, waiting = {place}, [place]
        while waiting:
            for neighbour in neighbours[waiting.pop()] - group:
                group.add(neighbour)
                waiting.append(neighbour)
        seen |= group
        groups.append(tuple(sorted(group)))
    return groups


def _disputed(counts: list[Count], judge: Judge) -> list[Pair]:
    """The pairs that cannot both be right; none of speakers who agree elsewhere: one was updated."""
    speakers = _speakers(counts)
    found: list[Pair] = []
    agreeing: set[frozenset[int]] = set()
    for one, other in combinations(counts, 2):
        pair = judge(one, other)
        if pair is None:
            continue
        if not any(objects(pair) for _, objects in OBJECTIONS):
            found.append(pair)
        elif overlap(one, other) and not is_about_another(pair):
            agreeing.add(frozenset({speakers[one.place], speakers[other.place]}))
    return [
        pair
        for pair in found
        if pair.corrected or frozenset({speakers[pair.one.place], speakers[pair.other.place]}) not in agreeing
    ]


def _speakers(counts: list[Count]) -> dict[Any, int]:
    """Place of a count -> number of its speaker; speakers that may be one have one number."""
    voices: list[Voice] = []
    numbers: dict[Any, int] = {}
    for count in counts:
        number = next((number for number, known in enumerate(voices) if is_one(known, count.voice)), len(voices))
        if number == len(voices):
            voices.append(count.voice)
        numbers[count.place] = number
    return numbers
