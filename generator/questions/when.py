"""When it happened: the date that the clause of the main event holds, else one nearby that dates the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.dates import MONTHS, WEEKDAYS, Base, find_dates, published_on
from generator.model import Answer
from generator.questions.scene import Scene
from generator.questions.telling import Telling

if TYPE_CHECKING:
    from generator.nlp import Passage, Token

_MONTH = rf"(?:{'|'.join(sorted((name.title() for name in MONTHS), key=lambda name: (-len(name), name)))})\b\.?"
_WEEKDAY = rf"(?:{'|'.join(name.title() for name in WEEKDAYS)})\b"
_PART = r"(?:morning|afternoon|evening|night)\b"
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
      | (?:[Ee]arlier\s)?(?:[Tt]his|[Ll]ast|[Nn]ext)\s(?:week|weekend|month|year|spring|summer|autumn|fall|winter|{_PART}|{_MONTH})\b
      | (?:the\s)?(?:first|second|third|fourth)\squarter(?:\sof\s{_YEAR})?
      | the\sweekend\b
    )(?!['’]s\b)
    """,
    re.VERBOSE,
)


def when(scene: Scene) -> Answer | None:
    """The date of the first telling that is dated."""
    published = published_on(scene.article.published)
    for telling in scene.tellings[:4]:
        found = next(_dates(telling), None)
        if found is not None:
            start, end = found
            resolved = find_dates(telling.passage.doc.text, Base(published, None, lambda _: False))
            at = telling.passage.start
            date = next((one.date for one in resolved if at + one.start < end and at + one.end > start), None)
            return scene.answer("when", telling, found, "date", date=date)
    return None


def _dates(telling: Telling) -> Iterator[tuple[int, int]]:
    """Dates of what a sentence tells: not those that only name a thing, or stand in a clause about one."""
    passage = telling.passage
    text = passage.doc.text
    tokens = telling.sentence.tokens
    for match in _DATE.finditer(text, tokens.start_char, tokens.end_char):
        word = _word(passage, match.start())
        if not _is_of_noun(word):
            yield passage.start + match.start(), passage.start + match.end()


def _word(passage: Passage, offset: int) -> Token:
    starts = [token.idx for token in passage.doc]
    return passage.doc[max(0, bisect_right(starts, offset) - 1)]


def _is_of_noun(word: Token) -> bool:
    """True for "the July 2021 riots" and "a bridge that opened in 1907"."""
    for _ in range(12):
        if word.dep_ in ("compound", "nmod", "nummod", "amod", "poss", "relcl", "acl", "appos") :
            return True
        if word.head.i == word.i:
            return False
        word = word.head
    return False
