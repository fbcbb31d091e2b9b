"""The timeline: the clauses that the article dates."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.attribution import MAX_SENTENCE, noun_phrase
from generator.clauses import Span, clause_of, clause_span, has_subject, trimmed_span
from generator.config import Settings
from generator.dates import Base, find_dates, published_on
from generator.identity import item_id
from generator.model import Article, Event
from generator.nlp import Passage, Reading

if TYPE_CHECKING:
    from generator.nlp import Token

#: Verbs that look ahead: "is expected to meet on Friday".
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "to", "scheduled", "expected", "due", "planned", "set"})
#: Clauses that are no part of another one, or say who said it: their whole sentence is shown.
_OUTER = frozenset({"ROOT", "parataxis"})


def find_events(article: Article, reading: Reading, settings: Settings) -> tuple[Event, ...]:
    """Dated clauses of the body in text order."""
    published = published_on(article.published)
    found: dict[tuple[Span, str], Event] = {}
    for passage in reading.body:
        words = _Words(passage)
        for dated in find_dates(passage.doc.text, Base(published, settings.date_order, words.look_ahead)):
            span = words.clause_around(dated.start)
            if span is None or (article.dateline is not None and _overlap(passage, dated.start, article)):
                continue
            start, end = span
            found.setdefault(
                (span, dated.date),
                Event(
                    id=item_id(
                        "e", article.seed.sha256, [span, (passage.start + dated.start, passage.start + dated.end)]
                    ),
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    rule=dated.rule,
                    date=dated.date,
                    paragraph=passage.number,
                ),
            )
    return tuple(found.values())


def _overlap(passage: Passage, offset: int, article: Article) -> bool:
    """True for the date of a dateline: it dates the article, not what happened."""
    dateline = article.dateline
    return dateline is not None and dateline.start <= passage.start + offset < dateline.end


def _dated_noun(word: Token) -> Token | None:
    """The noun that a date names: "the Oct. 7 attacks on the harbour" are not what their sentence tells."""
    date = word
    while (
        date.head.ent_type_ == "DATE" and date.head.i != date.i and date.dep_ in ("nummod", "compound", "nmod", "amod")
    ):
        date = date.head
    noun = date.head
    if date.dep_ in ("compound", "nmod", "nummod", "amod") and noun.i > date.i and noun.pos_ in ("NOUN", "PROPN"):
        return noun if noun.ent_type_ != "DATE" else None
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
        self._starts = [token.idx for token in passage.doc]
        self._sentences = [(sentence.start, sentence.end) for sentence in passage.doc.sents]
        self._sentence_starts = [start for start, _ in self._sentences]

    def at(self, offset: int) -> Token:
        """The word over an offset of the passage."""
        return self._passage.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def sentence(self, word: Token) -> tuple[int, int] | None:
        """First token and token after the last of a word's sentence; None if it is too long to be one."""
        start, end = self._sentences[max(0, bisect_right(self._sentence_starts, word.i) - 1)]
        return (start, end) if end - start <= MAX_SENTENCE else None

    def look_ahead(self, offset: int) -> bool:
        """True if the clause around an offset speaks of what is to come."""
        word = self.at(offset)
        verb = clause_of(word) if self.sentence(word) is not None else None
        if verb is None:
            return False
        return verb.lower_ in AHEAD or any(
            child.lower_ in AHEAD and child.dep_ in ("aux", "auxpass", "mark") for child in verb.children
        )

    def clause_around(self, offset: int) -> Span | None:
        """The smallest clause with a subject of its own around an offset, else the sentence."""
        word = self.at(offset)
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
            return clause_span(self._passage, verb)
        return trimmed_span(self._passage, *sentence)
