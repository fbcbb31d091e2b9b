"""The timeline: the clauses that the article dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from generator.attribution import MAX_SENTENCE, noun_phrase
from generator.attribution.subjects import TIMES
from generator.clauses import Span, clause_of, clause_span, has_subject, trimmed_span
from generator.config import Settings
from generator.dates import WEEKDAYS, Base, Dated, Tense, published_on, read_dates
from generator.identity import item_id
from generator.model import Article, Event
from generator.nlp import Passage, Reading
from generator.tense import tells_apart, tense_at
from generator.timeline import in_time

if TYPE_CHECKING:
    from generator.nlp import Token

#: Clauses that are no part of another one, or say who said it: their whole sentence is shown.
_OUTER = frozenset({"ROOT", "parataxis"})
#: A date that counts from the one before it, "a day later", stands at most one paragraph below that.
_NEAR = 1
_WORD = re.compile(r"[^\W\d_]{2,}")
_MARKS = re.compile('[“”"]')


def find_events(article: Article, reading: Reading, settings: Settings) -> tuple[Event, ...]:
    """Dated clauses of the body, oldest first; those of one date are in text order."""
    published = published_on(article.published)
    found: dict[tuple[Span, str], Event] = {}
    before, last = "", 0
    for passage in reading.body:
        words = _Words(passage)
        base = Base(published, settings.date_order, words.tense, words.is_other)
        dates = read_dates(passage.doc.text, base, before if passage.number - last <= _NEAR else "")
        if dates:
            before, last = dates[-1].date, passage.number
        for dated in dates:
            if not dated.date or _overlap(passage, dated.start, article):
                continue
            span = words.clause_around(dated)
            date = (passage.start + dated.start, passage.start + dated.end)
            if span is not None and not _says_more(article.text, span, date):
                # "May 7, 2031: The king was crowned."
                span = words.with_next(dated.start)
            if span is None or not _says_more(article.text, span, date):
                continue
            start, end = span
            found.setdefault(
                (span, dated.date),
                Event(
                    id=item_id("e", article.seed.sha256, [span, date]),
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    rule=dated.rule,
                    date=dated.date,
                    paragraph=passage.number,
                ),
            )
    return in_time(found.values())


def _overlap(passage: Passage, offset: int, article: Article) -> bool:
    """True for the date of a dateline: it dates the article, not what happened."""
    dateline = article.dateline
    return dateline is not None and dateline.start <= passage.start + offset < dateline.end


def _says_more(text: str, span: Span, date: Span) -> bool:
    """False of "Last night" alone."""
    around = _WORD.search(text, span[0], min(date[0], span[1])) or _WORD.search(text, max(span[0], date[1]), span[1])
    return around is not None


def _dated_noun(word: Token) -> Token | None:
    """The noun that a date names: "the Oct. 7 attacks on the harbour" are not what their sentence tells."""
    date = word
    while (
        date.head.ent_type_ == "DATE" and date.head.i != date.i and date.dep_ in ("nummod", "compound", "nmod", "amod")
    ):
        date = date.head
    noun = date.head
    if date.dep_ in ("compound", "nmod", "nummod", "amod") and noun.i > date.i and noun.pos_ in ("NOUN", "PROPN"):
        return noun if noun.ent_type_ not in TIMES else None
    return None


def _noun_phrase(noun: Token) -> tuple[int, int]:
    """A noun with what stands before it and the preposition right behind it."""
    first, after = noun_phrase(noun)
    behind = next(
        (child for child in noun.children if child.i == max(after, noun.i + 1) and child.dep_ == "prep"), None
    )
    return first, behind.right_edge.i + 1 if behind is not None else max(after, noun.i + 1)


class _Words:
    """The words of a passage by their offsets."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage

    @cached_property
    def _starts(self) -> list[int]:
        starts: list[int] = self._passage.doc.to_array("IDX").tolist()
        return starts

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return [(sentence.start, sentence.end) for sentence in self._passage.doc.sents]

    @cached_property
    def _marks(self) -> list[tuple[int, str]]:
        return [(mark.start(), mark[0]) for mark in _MARKS.finditer(self._passage.doc.text)]

    def at(self, offset: int) -> Token:
        """The word over an offset of the passage."""
        return self._passage.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def after(self, word: Token) -> Token | None:
        """The word behind another one."""
        return self._passage.doc[word.i + 1] if word.i + 1 < len(self._passage.doc) else None

    def before(self, word: Token) -> Token | None:
        """The word before another one."""
        return self._passage.doc[word.i - 1] if word.i else None

    def sentence(self, word: Token) -> tuple[int, int] | None:
        """First token and token after the last of a word's sentence; None if it is too long to be one."""
        start, end = self._sentences[self._number(word)]
        return (start, end) if end - start <= MAX_SENTENCE else None

    def with_next(self, offset: int) -> Span | None:
        """The sentence around an offset and the one behind it."""
        number = self._number(self.at(offset))
        if number + 1 >= len(self._sentences):
            return None
        start, end = self._sentences[number][0], self._sentences[number + 1][1]
        return trimmed_span(self._passage, start, end) if end - start <= MAX_SENTENCE else None

    def _number(self, word: Token) -> int:
        return max(0, bisect_right(self._sentences, (word.i, len(self._passage.doc))) - 1)

    def tense(self, offset: int) -> Tense:
        """Whether the clause around an offset speaks of what was or of what is to come."""
        word = self.at(offset)
        if self.sentence(word) is None:
            return 0
        found = tense_at(word)
        # "The jump in May should end it": what will end says nothing of the jump.
        return 0 if found == 1 and word.lower_ not in WEEKDAYS and tells_apart(word) else found

    def is_other(self, rule: str, start: int, end: int) -> bool:
        """True if the parse says that these words are no date."""
        check = NO_DATES.get(rule)
        return check is not None and check(self, self.at(end - 1))

    def is_quoted(self, word: Token) -> bool:
        """True between the quotation marks of the passage."""
        at = bisect_right(self._marks, (word.idx, ""))
        if not at:
            return False
        return self._marks[at - 1][1] == "“" or (self._marks[at - 1][1] == '"' and at % 2 == 1)

    def clause_around(self, dated: Dated) -> Span | None:
        """The smallest clause with a subject of its own around a date, else the sentence."""
        word = self.at(dated.start)
        sentence = self.sentence(word)
        if sentence is None:
            return None
        verb = clause_of(word)
        while verb is not None and not has_subject(verb):
            verb = clause_of(verb.head) if verb.head.i != verb.i else None
        named = _dated_noun(word)
        if named is not None:
            return trimmed_span(self._passage, *_noun_phrase(named))
        if verb is not None and verb.left_edge.i <= word.i <= verb.right_edge.i and verb.dep_ not in _OUTER:
            span = clause_span(self._passage, verb)
            # "In May, after he had resigned, the port closed": a clause behind its joint may leave the date out.
            if span is not None and span[0] <= self._passage.start + dated.start < span[1]:
                return span
        return trimmed_span(self._passage, *sentence)


def _is_count(words: _Words, word: Token) -> bool:
    """ "For 1800 crates", "by 2030 votes" """
    after = words.after(word)
    return after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")


def _is_name(words: _Words, word: Token) -> bool:
    """ "By April Winters", "in the Sunday Courier", "Strelsau Wednesday won" """
    if word.ent_type_ in ("PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT"):
        return True
    if word.dep_ == "compound":
        return word.head.pos_ == "PROPN" and word.head.ent_type_ not in TIMES
    before, after = words.before(word), words.after(word)
    if before is None or before.ent_type_ in TIMES:
        return False
    if before.dep_ == "compound" and before.pos_ == "PROPN" and before.head.i == word.i:
        return True
    return before.lower_ == "the" and after is not None and after.pos_ == "PROPN"


def _is_loose(words: _Words, word: Token) -> bool:
    """ "As it is today", "call us today", "the Today Hour"; in a quotation it may be another day."""
    if words.is_quoted(word) or _is_name(words, word):
        return True
    if word.lower_ != "today":
        return False
    if word.is_title and not word.is_sent_start:
        return True
    verb = clause_of(word)
    return words.tense(word.idx) == 0 or (verb is not None and verb.tag_ == "VB" and not has_subject(verb))


NO_DATES: dict[str, Callable[[_Words, Token], bool]] = {
    "bound-year": _is_count,
    "month": _is_name,
    "weekday": _is_name,
    "near-day": _is_loose,
}
"""What a rule finds and the parse refuses."""
