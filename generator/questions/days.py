"""When it happened: the date that the clause of the main event holds, else one nearby that dates the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution.subjects import TIMES
from generator.dates import MONTHS, WEEKDAYS, Base, find_dates, published_on
from generator.model import Answer
from generator.questions.scene import Scene
from generator.questions.telling import Telling

if TYPE_CHECKING:
    from generator.nlp import Token

_NAMES = {
    whole: "|".join(
        sorted(name.title() for name in MONTHS if (len(name) > 4 or name in ("may", "june", "july")) == whole)
    )
    for whole in (True, False)
}
_MONTH = rf"(?:(?:{_NAMES[True]})\b|(?:{_NAMES[False]})\b\.?)"
_WEEKDAY = rf"(?:{'|'.join(name.title() for name in WEEKDAYS)})\b"
_PART = r"(?:morning|afternoon|evening|night)\b"
_SEASON = r"spring|summer|autumn|fall|winter"
_YEAR = r"(?:1[89]|20)\d\d\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_DATE = re.compile(
    rf"""
    \b(?:
        (?:(?:early|late)\s(?:on\s)?)?(?:(?:last|next|this)\s)?{_WEEKDAY}(?:\s{_PART})?(?:,?\s{_MONTH}\s{_DAY}(?:,\s{_YEAR})?)?
      | {_MONTH}\s{_DAY}(?:,?\s{_YEAR})?
      | {_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?
      | {_MONTH},?\s(?:of\s)?{_YEAR}
      | (?<=\b[Ii]n\s){_MONTH}
      | (?<=\b[Ii]n\s){_YEAR}
      | (?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)(?:\s{_PART})?
      | (?:[Ee]arlier\s)?(?:[Tt]his|[Ll]ast|[Nn]ext)\s(?:week|weekend|month|year|{_SEASON}|{_PART}|{_MONTH})\b
      | (?:the\s)?(?:first|second|third|fourth)\squarter(?:\sof\s{_YEAR})?
      | the\sweekend\b
    )(?!['’]s\b)
    """,
    re.VERBOSE,
)
_BOUNDS = frozenset({"since", "until", "till", "before"})
#: So many heads of a date are climbed.
_HIGHEST = 12
_OF_A_NOUN = frozenset({"compound", "nmod", "nummod", "amod", "poss"})


class Day(NamedTuple):
    """A date that a sentence names."""

    start: int
    end: int
    word: Token


def when(scene: Scene) -> Answer | None:
    """The first date that is no noun's, asking each telling in turn."""
    for telling in scene.around:
        for day in _days(telling):
            if not _is_of_noun(day.word) and not _is_bound(day.word):
                date = _resolved(scene, telling, day)
                return scene.answer("when", telling, (day.start, day.end), "dated", date=date)
    return None


def _days(telling: Telling) -> Iterator[Day]:
    """Dates of what a sentence tells: not those that only name a thing, or stand in a clause about one."""
    passage, words = telling.passage, telling.sentence.tokens
    starts = [token.idx for token in words]
    for match in _DATE.finditer(passage.doc.text, words.start_char, words.end_char):
        word = words[max(0, bisect_right(starts, match.start()) - 1)]
        yield Day(passage.start + match.start(), passage.start + match.end(), word)


def _is_of_noun(word: Token) -> bool:
    """True for "the July 2021 riots": the date stands before the noun that it names."""
    while word.dep_ in _OF_A_NOUN and word.head.ent_type_ in TIMES and word.head.i != word.i:
        word = word.head
    return word.dep_ in _OF_A_NOUN and word.head.i > word.i and word.head.ent_type_ not in TIMES


def _resolved(scene: Scene, telling: Telling, day: Day) -> str | None:
    published = published_on(scene.article.published)
    at = telling.passage.start
    for one in find_dates(telling.passage.doc.text, Base(published, scene.settings.date_order)):
        if at + one.start < day.end and at + one.end > day.start:
            return one.date
    return None


def _is_bound(word: Token) -> bool:
    """True in a clause that only says since when: "the worst storm since the dam broke in May"."""
    for _ in range(_HIGHEST):
        if any(child.dep_ == "mark" and child.lower_ in _BOUNDS for child in word.lefts):
            return True
        if word.lower_ in _BOUNDS and word.lower_ != "before":
            # "Before dawn on Monday" is when it was.
            return True
        if word.head.i == word.i:
            return False
        word = word.head
    return False
