"""Why two figures are no dispute: one speaker, ranges that overlap, or two things, places, days."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from typing import NamedTuple

from generator.disputes.alike import PERSON, event_of, is_measure, is_plain, shares
from generator.disputes.circumstances import SPANS
from generator.disputes.voices import Voice, is_one
from generator.model import Figure, Frame

#: How far "about 50" reaches, as a share.
APPROXIMATE = 0.1
#: Two figures of which one is the other, rounded, are no further apart.
ROUNDED = 0.05
#: Figures further apart than this are compared only if their sentences share more than unit and deed.
FAR_APART = 5
#: The same for figures that are likely to be about one event.
VERY_FAR_APART = 10
#: So many are hardly counted: what is no coin in our list of coins is one.
MILLION = 1_000_000


class Count(NamedTuple):
    """A figure that may be compared."""

    place: Hashable
    """Which figure it is."""
    figure: Figure
    frame: Frame
    voice: Voice
    brief: str = ""
    """Brief.id, in a comparison over briefs."""
    day: str = ""
    """ISO date on which it was printed, in a comparison over briefs."""
    words: frozenset[str] = frozenset()
    """Words of its sentence, in a comparison over briefs."""


class Pair(NamedTuple):
    """Two counts, and whether the article itself sets them against each other."""

    one: Count
    other: Count
    contrasted: bool = False
    """True where it says so: "disagree", "a different figure"."""
    corrected: bool = False
    """True for "said it had 300 rooms, when it turned out to have 200": nobody need be named for the second."""
    linked: bool = False
    """True where their sentences answer each other and name a thing that both share."""
    together: bool = False
    """True if they are likely to be about one event: near each other in an article, or of one story."""


Objection = Callable[[Pair], bool]
"""True if two counts are not about the same thing, or agree."""


def _same_speaker(pair: Pair) -> bool:
    return is_one(pair.one.voice, pair.other.voice) and not pair.corrected


def _overlapping(pair: Pair) -> bool:
    """ "At least 80" and "100" do not contradict each other, nor do "about 50" and "52"."""
    return overlap(pair.one, pair.other)


def overlap(one: Count, other: Count) -> bool:
    """True if both counts can be right."""
    low, high = span_of(one)
    other_low, other_high = span_of(other)
    return low <= other_high and other_low <= high


def _rounded(pair: Pair) -> bool:
    """ "1.98 billion" and "2 billion"."""
    one, other = pair.one.figure.value, pair.other.figure.value
    if one is None or other is None or not one or not other:
        return False
    if abs(one - other) > ROUNDED * max(abs(one), abs(other)):
        return False
    if max(abs(one), abs(other)) < 100 and isinstance(one, int) and isinstance(other, int):
        return False
    return any(math.isclose(_cut(a, digits), b) for a, b in ((one, other), (other, one)) for digits in (1, 2, 3))


def _cut(number: float, digits: int) -> float:
    """A number rounded to its first digits."""
    return round(number, digits - 1 - math.floor(math.log10(abs(number))))


def _other_agent(pair: Pair) -> bool:
    """Missiles of one country are not those of another."""
    one, other = pair.one.frame, pair.other.frame
    if pair.together:
        # "rebels" and "insurgents" may be one, two names are not.
        return _apart(*(tuple(word for word in frame.agents if word[:1].isupper()) for frame in (one, other)))
    return _apart(one.agents, other.agents) and not shares(one.agents + one.settings, other.agents + other.settings)


def _other_thing(pair: Pair) -> bool:
    """The costs of two bridges; shares and sums are everywhere: they must be shares and sums of one thing."""
    one, other = pair.one.frame, pair.other.frame
    if one.of and other.of and (one.counted != "percent" or one.deed == other.deed):
        return not shares(one.of, other.of)
    if not is_measure(one.counted) and not _is_money(pair):
        return False
    if one.deed == other.deed == "vote":
        return False
    if pair.linked and _is_money(pair):
        return False
    sure = pair.together and one.deed == other.deed and not is_plain(one.deed) and one.counted != "percent"
    sure = sure and is_measure(one.counted)
    if sure and not (_whose(one) and _whose(other)):
        # "The well is 900 metres deep. It is 1,400 metres deep, geologists say."
        return False
    return not share_circumstances(one, other)


def share_circumstances(one: Frame, other: Frame) -> bool:
    """True if two figures have an agent, a thing, a place or an event in common."""
    return shares(_whose(one) + one.settings, _whose(other) + other.settings)


def _whose(frame: Frame) -> tuple[str, ...]:
    return frame.of + frame.agents


def _is_money(pair: Pair) -> bool:
    figure = pair.one.figure
    many = pair.one.frame.counted != PERSON and _size(figure) >= MILLION
    return many or figure.currency is not None or figure.rule.startswith("money")


def _other_kind(pair: Pair) -> bool:
    """ "15 cruise missiles" and "22 ballistic missiles"; of two the smaller, if it is "12 foreign soldiers"."""
    one, other = pair.one.frame, pair.other.frame
    if one.kinds and other.kinds:
        return one.kinds != other.kinds
    smaller = min(pair.one, pair.other, key=lambda count: span_of(count)[0])
    return bool(smaller.frame.kinds)


def _part(pair: Pair) -> bool:
    """ "22 missiles" and "17 of the missiles"."""
    return pair.one.frame.part != pair.other.frame.part and not pair.contrasted


def _other_place(pair: Pair) -> bool:
    """ "18 died in Brenn" and "7 died in Altkirch"."""
    return _apart(*(_names(count.frame) for count in (pair.one, pair.other)))


def _names(frame: Frame) -> tuple[str, ...]:
    return tuple(word for word in frame.settings if word[:1].isupper())


def _other_event(pair: Pair) -> bool:
    """ "12 killed in the bombing" and "300 killed in the flood"."""
    return _apart(*(_events(count.frame) for count in (pair.one, pair.other)))


def _events(frame: Frame) -> tuple[str, ...]:
    found = (event_of(word) for word in (*frame.settings, *frame.agents, *frame.of))
    return tuple(sorted({event for event in found if event is not None}))


def _other_setting(pair: Pair) -> bool:
    """ "12 bridges shut on the coast" and "30 bridges shut in the hills", unless the article sets them side by side."""
    one, other = pair.one.frame, pair.other.frame
    if pair.contrasted or pair.one.day or shares(_names(one), _names(other)) or shares(_events(one), _events(other)):
        return False
    return _apart(_plain(one), _plain(other))


def _plain(frame: Frame) -> tuple[str, ...]:
    return tuple(word for word in frame.settings if not word[:1].isupper() and event_of(word) is None)


def _other_time(pair: Pair) -> bool:
    """Two days, or a day and a span: "12 killed on Monday" and "300 killed since January"."""
    mine, theirs = set(pair.one.frame.dates), set(pair.other.frame.dates)
    if ("each" in mine) != ("each" in theirs) or {"earlier", "later"} & (mine | theirs):
        return True
    if mine and theirs:
        return not mine & theirs
    return bool(SPANS & (mine | theirs))


def _far_apart(pair: Pair) -> bool:
    """Figures of another order of magnitude are mostly about another event, unless the sentences share more."""
    low, high = sorted(_size(count.figure) for count in (pair.one, pair.other))
    shared = pair.contrasted or share_circumstances(pair.one.frame, pair.other.frame)
    return not shared and high > (VERY_FAR_APART if pair.together else FAR_APART) * max(low, 1)


def _size(figure: Figure) -> float:
    return next((number for number in (figure.value, figure.low, figure.high) if number is not None), 0)


def _other_mood(pair: Pair) -> bool:
    """ "It did not fire 15 missiles" names no number of missiles fired; what may be and what is are two."""
    moods = {pair.one.frame.mood, pair.other.frame.mood}
    if bool(moods & {"not", "may"}):
        return True
    return len(moods) > 1 and not (pair.one.frame.of and pair.other.frame.of)


ABOUT_ANOTHER: tuple[tuple[str, Objection], ...] = (
    ("thing", _other_thing),
    ("agent", _other_agent),
    ("kind", _other_kind),
    ("part", _part),
    ("place", _other_place),
    ("event", _other_event),
    ("setting", _other_setting),
    ("time", _other_time),
    ("mood", _other_mood),
)
"""Why two figures are about two things."""

OBJECTIONS: tuple[tuple[str, Objection], ...] = (
    ("same-speaker", _same_speaker),
    ("overlap", _overlapping),
    ("rounded", _rounded),
    *ABOUT_ANOTHER,
    ("far-apart", _far_apart),
)
"""Why two figures are no dispute."""


def _apart(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return bool(some and others) and not shares(some, others)


def is_about_another(pair: Pair) -> bool:
    """True if two counts are about two things."""
    return any(objects(pair) for _, objects in ABOUT_ANOTHER)


def span_of(count: Count) -> tuple[float, float]:
    """The least and the most that a count can mean in its sentence."""
    low, high = bounds(count.figure)
    return (0, high) if count.frame.at_most else (low, high)


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure can mean."""
    if figure.rule.endswith("/about") and figure.value is not None:
        return figure.value * (1 - APPROXIMATE), figure.value * (1 + APPROXIMATE)
    if figure.low is None and figure.high is None:
        value = figure.value if figure.value is not None else math.nan
        return value, value
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else math.inf
    return low, high
