"""The sentences of the body with what the rules and the ranker look at; datelines and labels before them left off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.model import Article
from generator.nlp import Passage
from generator.quotes.marks import Run
from generator.sentences import Sentence, sentences

if TYPE_CHECKING:
    from generator.nlp import Span

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_DATELINE_TAIL = re.compile(r"[\s:|–—-]*")
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'’/-]{2,}(?:,? [A-Z][A-Z.'’/-]+){0,4}): (?=\S)")
_DASHES = re.compile(r"(?:[—–―•*|-]+\s+)+")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})

#: Position of a sentence of the deck, which stands above the first of the body.
DECK = -1


class Kinds(NamedTuple):
    """What kinds of words a text has, counted in one pass."""

    content: frozenset[str]
    """The lemmas of its nouns, names, verbs and adjectives: what it is about."""
    pronouns: int
    adverbs: int
    plain: int
    """Words such as "the", "of" and "was"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what is looked at."""

    sentence: Sentence
    start: int
    """Where it starts without its dateline."""
    text: str
    words: tuple[str, ...]
    """Its words, in lower case."""
    kinds: Kinds
    position: int
    """0 is the first sentence of the body."""
    length: int
    """Words between spaces."""

    @property
    def content(self) -> frozenset[str]:
        """What it is about, as lemmas."""
        return self.kinds.content

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.sentence.end


def find_candidates(
    article: Article, passages: Iterable[Passage], runs: Mapping[int, list[Run]], speakers: frozenset[str]
) -> Iterator[Candidate]:
    """The sentences of the body in order. `runs` has the runs inside quotation marks by the start of their passage.

    `speakers` are the names of actors that can speak, case folded.
    """
    position = 0
    for passage in passages:
        for sentence in sentences(passage, runs.get(passage.start, [])):
            start = _after_label(article, sentence, _after_dateline(article, sentence), speakers)
            candidate = candidate_of(article, sentence, start, position)
            if candidate is not None:
                yield candidate
                position += 1


def candidate_of(article: Article, sentence: Sentence, start: int, position: int) -> Candidate | None:
    """A sentence from `start` on; None where no word is left."""
    text = article.text[start : sentence.end]
    words = tuple(word.lower() for word in _WORD.findall(text))
    if not words:
        return None
    return Candidate(sentence, start, text, words, kinds_of(sentence.tokens), position, len(text.split()))


def kinds_of(tokens: Span) -> Kinds:
    """Counts the words of a text by their kind."""
    content, pronouns, adverbs, plain = set(), 0, 0, 0
    for token in tokens:
        kind = token.pos_
        if token.is_stop:
            plain += 1
        elif kind in _CONTENT and token.is_alpha:
            content.add(token.lemma_.lower())
        adverbs += kind == "ADV"
        pronouns += kind == "PRON" and token.tag_ in ("PRP", "PRP$")
    return Kinds(frozenset(content), pronouns, adverbs, plain)


def _after_dateline(article: Article, sentence: Sentence) -> int:
    """Start of a sentence without the dateline that opens it."""
    if article.dateline is None or not sentence.start <= article.dateline.start < sentence.end:
        return sentence.start
    tail = _DATELINE_TAIL.match(article.text, min(article.dateline.end, sentence.end), sentence.end)
    return tail.end() if tail else sentence.start


def _after_label(article: Article, sentence: Sentence, start: int, speakers: frozenset[str]) -> int:
    """Start of a sentence without "STRELSAU: " or a dash before it; "HENTZAU: ", the end of who speaks, stays."""
    dashes = _DASHES.match(article.text, start, sentence.end)
    start = dashes.end() if dashes else start
    label = _LABEL.match(article.text, start, sentence.end)
    if label is None or any(f" {name}".endswith(f" {label['name'].casefold()}") for name in speakers):
        return start
    return label.end()
