"""The sentences that tell the main event: the title, the deck, and the sentence of the lead that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import islice

from generator.attribution import MAX_SENTENCE
from generator.nlp import Passage, Reading
from generator.questions.subjects import Clause, headline_clause, main_clause, own_words, stems
from generator.quotes.marks import find_runs
from generator.sentences import Sentence, sentences
from generator.words import word_list

#: So many sentences of the body are looked at; what happened stands in one of them.
FIRST = 6
#: So many of them open the article.
_OPENING = 2
#: Share of the title's words that a sentence must hold to tell the same; what follows raises or lowers it.
SAME = 0.34
#: For each sentence further down.
_LATER = -0.04
#: A sentence that says what something is, not what it did.
_STATE = -0.15
#: A sentence that leans on the one before: "But he stayed."
_LEANS = -0.15
#: A sentence whose subject the title names.
_NAMED = 0.2
_CONNECTIVES = word_list("connectives")
_OPENERS = ('"', "“", "«")


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that may tell the main event."""

    passage: Passage
    sentence: Sentence
    clause: Clause | None = None
    """What it tells; None in a title without a verb."""
    same: float = 0.0
    """How much of the title it tells again."""

    @property
    def is_question(self) -> bool:
        return self.sentence.tokens.text.rstrip("\"”’') ").endswith("?")


def find_tellings(reading: Reading) -> tuple[tuple[Telling, ...], tuple[Telling, ...]]:
    """The sentences that tell the main event, the plainest first; and the first sentences of the body, as they are."""
    title = tuple(_headlines(reading, "title", frozenset()))
    wanted = frozenset(stem for one in title for stem in stems(one.sentence.tokens))
    decks = (one for one in _headlines(reading, "deck", wanted) if one.clause is not None)
    deck = max(decks, key=lambda one: one.same, default=None)
    lead = tuple(islice(_prose(reading, "body"), FIRST))
    below = [*([] if deck is None else [deck]), *_lead(lead, wanted)]
    told = [one for one in title if not one.is_question]
    plain = [one for one in told if one.clause is not None][:1]
    bare = [one for one in told if one.clause is None][:1]
    same = sorted((one for one in below if one.same >= SAME), key=lambda one: (-one.same, one.sentence.start))
    rest = sorted((one for one in below if one.same < SAME), key=lambda one: (one.passage.kind, one.sentence.start))
    return (*plain, *same, *bare, *rest), tuple(Telling(*one) for one in lead[:_OPENING])


def _prose(reading: Reading, kind: str) -> Iterator[tuple[Passage, Sentence]]:
    """The sentences of a kind of passage; one that is too long is a list or a table."""
    for passage in reading.passages:
        if passage.kind == kind:
            for sentence in sentences(passage, find_runs([passage])):
                if len(sentence.tokens) <= MAX_SENTENCE:
                    yield passage, sentence


def _headlines(reading: Reading, kind: str, wanted: Set[str]) -> Iterator[Telling]:
    for passage, sentence in islice(_prose(reading, kind), FIRST):
        clause = headline_clause(sentence)
        yield Telling(passage, sentence, clause, 0.0 if clause is None else _share(clause, wanted))


def _lead(lead: tuple[tuple[Passage, Sentence], ...], wanted: Set[str]) -> Iterator[Telling]:
    for place, (passage, sentence) in enumerate(lead):
        clause = main_clause(sentence, wanted)
        if clause is not None and not sentence.tokens.text.lstrip().startswith(_OPENERS):
            same = _share(clause, wanted) + _LATER * place
            if sentence.tokens[0].lower_ in _CONNECTIVES:
                same += _LEANS
            telling = Telling(passage, sentence, clause, same)
            if not telling.is_question:
                yield telling


def _share(clause: Clause, wanted: Set[str]) -> float:
    """How much of the title a clause tells, with the verb that reports it."""
    verb = clause.verb.head if clause.verb.dep_ == "ccomp" else clause.verb
    share = len(wanted & stems(own_words(verb))) / max(1, len(wanted))
    if not wanted.isdisjoint(stems((clause.subject, *clause.subject.lefts))):
        share += _NAMED
    return share + (_STATE if clause.verb.lemma_ == "be" else 0.0)
