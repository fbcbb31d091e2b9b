"""When it happened: the first date that a sentence of the main event holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution.subjects import TIMES
from generator.dates import Base, published_on, read_dates
from generator.model import Answer
from generator.questions.scene import Scene
from generator.questions.telling import Telling
from generator.tense import tense_at

if TYPE_CHECKING:
    from generator.nlp import Token

#: Words before a date that are no part of it: "in | March", "by | 2030".
_LEAD = re.compile(
    r"(?:in|on|by|for|from|over|at|during|after|before|between|since|through|till|until)\s(?=\S)", re.IGNORECASE
)
#: "Thursday | night", "early on | Monday" and "the first | quarter of 2031" are one date with the words beside them.
_BEHIND = re.compile(r"\s(?:morning|afternoon|evening|night)\b(?!['’]s\b)", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:(?:early|late)\s(?:on\s)?|earlier\s|(?:the\s)?(?:first|second|third|fourth)\s)$", re.IGNORECASE
)
#: So many characters before a date are looked at for them.
_NEAR = 20
_BOUNDS = frozenset({"since", "until", "till", "before"})
#: So many heads of a date are climbed.
_HIGHEST = 12
_OF_A_NOUN = frozenset({"compound", "nmod", "nummod", "amod", "poss"})


class Day(NamedTuple):
    """A date that a sentence names."""

    start: int
    end: int
    word: Token
    date: str
    """As in Event.date; empty where it cannot be known."""


def when(scene: Scene) -> Answer | None:
    """The first date that is no noun's, asking each telling in turn."""
    for telling in scene.around:
        for day in _days(scene, telling):
            if not _is_of_noun(day.word) and not _is_bound(day.word):
                return scene.answer("when", telling, (day.start, day.end), "dated", date=day.date or None)
    return None


def _days(scene: Scene, telling: Telling) -> Iterator[Day]:
    """The dates of a sentence, with the part of the day and without the words that lead to them."""
    words = telling.sentence.tokens
    text = telling.passage.doc.text[words.start_char : words.end_char]
    starts = [token.idx - words.start_char for token in words]

    def word_at(offset: int) -> Token:
        return words[max(0, bisect_right(starts, offset) - 1)]

    base = Base(
        published_on(scene.article.published), scene.settings.date_order, lambda offset: tense_at(word_at(offset))
    )
    at = telling.passage.start + words.start_char
    for dated in read_dates(text, base):
        near = text[max(0, dated.start - _NEAR) : dated.start]
        lead, before = _LEAD.match(text, dated.start, dated.end), _AHEAD.search(near)
        first = lead.end() if lead else dated.start
        start = first - (len(before.group()) if before and not lead else 0)
        behind = _BEHIND.match(text, dated.end)
        yield Day(at + start, at + (behind.end() if behind else dated.end), word_at(first), dated.date)


def _is_of_noun(word: Token) -> bool:
    """True for "the July 2021 riots": the date stands before the noun that it names."""
    while word.dep_ in _OF_A_NOUN and word.head.ent_type_ in TIMES and word.head.i != word.i:
        word = word.head
    return word.dep_ in _OF_A_NOUN and word.head.i > word.i and word.head.ent_type_ not in TIMES


def _is_bound(word: Token) -> bool:
    """True for what only bounds a time: "since 2015", "the worst storm since the dam broke in May"."""
    for step in range(_HIGHEST):
        if any(child.dep_ == "mark" and child.lower_ in _BOUNDS for child in word.lefts):
            return True
        # "Before dawn on Monday" is when it was.
        if word.lower_ in _BOUNDS and (step == 1 or word.lower_ != "before"):
            return True
        if word.head.i == word.i:
            return False
        word = word.head
    return False
