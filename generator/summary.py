"""Which sentences say what happened: the lead, without the sentences that cannot stand in a summary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.config import Settings
from generator.model import Actor, Article, Quote, Slice
from generator.nlp import Reading
from generator.sentences import Sentence, sentences
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Span

LEANING = word_list("connectives") | word_list("pronouns")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_ONLY_SPEECH = re.compile(r"[\"“][^\"“”]*[\"”]")
_DATELINE_TAIL = re.compile(r"[\s:|–—-]*")
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'’/-]{2,}(?:,? [A-Z][A-Z.'’/-]+){0,4}): (?=\S)")
_DASHES = re.compile(r"(?:[—–―•*|-]+\s+)+")
#: Share of a sentence's trigrams that the summary may already hold.
_REPEATED = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the body with what the rules look at."""

    sentence: Sentence
    start: int
    """Where it starts without its dateline."""
    text: str
    words: tuple[str, ...]
    """Its words, in lower case."""
    position: int
    """0 is the first sentence of the body."""


@dataclass(slots=True)
class Chosen:
    """The summary while it is being made."""

    positions: set[int] = field(default_factory=set)
    trigrams: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, candidate: Candidate) -> None:
        self.positions.add(candidate.position)
        self.trigrams.update(_trigrams(candidate.words))


Rule = Callable[[Candidate, Chosen], bool]
"""True if the sentence must stay out of a summary that holds `Chosen`."""


def summarise(
    article: Article, reading: Reading, actors: tuple[Actor, ...], quotes: tuple[Quote, ...], settings: Settings
) -> tuple[Slice, ...]:
    """Whole sentences in article order, as many as the settings ask for."""
    speakers = frozenset(actor.name.casefold() for actor in actors if actor.kind != "place")
    candidates = tuple(_candidates(article, reading, speakers))
    picked = _lead(candidates, settings)
    if not picked and candidates:
        return (_slice(article, candidates[0], "first-sentence"),)
    return tuple(_slice(article, candidate, "lead") for candidate in picked)


def _candidates(article: Article, reading: Reading, speakers: frozenset[str]) -> Iterator[Candidate]:
    position = 0
    for passage in reading.body:
        for sentence in sentences(passage):
            start = _after_label(article, sentence, _after_dateline(article, sentence), speakers)
            text = article.text[start : sentence.end]
            words = tuple(word.lower() for word in _WORD.findall(text))
            if words:
                yield Candidate(sentence, start, text, words, position)
                position += 1


def _after_dateline(article: Article, sentence: Sentence) -> int:
    """Start of a sentence without the dateline that opens it."""
    if article.dateline is None or not sentence.start <= article.dateline.start < sentence.end:
        return sentence.start
    tail = _DATELINE_TAIL.match(article.text, min(article.dateline.end, sentence.end), sentence.end)
    return tail.end() if tail else sentence.start


def _after_label(article: Article, sentence: Sentence, start: int, speakers: frozenset[str]) -> int:
    """Start of a sentence without "STRELSAU: " or a dash before it; "HENTZAU: ", who speaks, stays."""
    dashes = _DASHES.match(article.text, start, sentence.end)
    start = dashes.end() if dashes else start
    label = _LABEL.match(article.text, start, sentence.end)
    if label is None or any(label["name"].casefold() in name for name in speakers):
        return start
    return label.end()


def _lead(candidates: Iterable[Candidate], settings: Settings) -> list[Candidate]:
    """The first sentences that no rule keeps out, up to the wanted length."""
    chosen, picked, words = Chosen(), list[Candidate](), 0
    for candidate in candidates:
        if any(keeps_out(candidate, chosen) for _, keeps_out in RULES):
            continue
        length = len(candidate.text.split())
        if settings.summary_words is not None and picked and words + length > settings.summary_words:
            continue
        picked.append(candidate)
        chosen.add(candidate)
        words += length
        if settings.summary_words is None:
            if len(picked) >= settings.summary_sentences:
                break
        elif words >= settings.summary_words - _SHORTEST:
            break
    return picked


#: A sentence of fewer words is a fragment.
_SHORTEST = 5
#: A first sentence of so many words that ends like one is prose whatever its tags.
_PROSE = 8
_WEB = re.compile(r"\b(?:click|subscribe|sign up|log in|newsletter|scroll|download|follow us)\b", re.IGNORECASE)


def _cut(candidate: Candidate, chosen: Chosen) -> bool:
    return not candidate.sentence.whole


def _question(candidate: Candidate, chosen: Chosen) -> bool:
    return candidate.text.rstrip("\"”’') ").endswith("?")


def _fragment(candidate: Candidate, chosen: Chosen) -> bool:
    """ "Scroll down for video." "A long night." have no finite verb or hardly a word."""
    if len(candidate.words) < _SHORTEST:
        return True
    if any(token.tag_ in ("VBD", "VBP", "VBZ", "MD") for token in candidate.sentence.tokens):
        return False
    return not (_opens_prose(candidate) or _has_deed(candidate.sentence.tokens))


def _opens_prose(candidate: Candidate) -> bool:
    """True for a first sentence that is one by its length and its end: no tag alone may drop what happened."""
    return candidate.position == 0 and len(candidate.words) >= _PROSE and candidate.text[-1] in '.!?"”’'


def _has_deed(tokens: Span) -> bool:
    """True where the parser took the verb for a bare form or a participle but knows whose deed it is.

    >>> # "Two votes decide it all in the end." "The motion passed by 83 votes to 41 on Monday."
    """
    root = tokens.root
    if root.tag_ in ("VB", "VBN"):
        return any(child.dep_ in ("nsubj", "nsubjpass") for child in root.children)
    if root.tag_ not in ("NN", "NNS", "NNP", "NNPS") or root.left_edge.lower_ not in ("the", "this", "these"):
        return False
    deed = next((child for child in root.children if child.i == root.i + 1), None)
    if deed is None or deed.tag_ != "VBN" or deed.dep_ != "acl":
        return False
    return any(token.ent_type_ in ("DATE", "TIME") for token in deed.subtree)


def _address(candidate: Candidate, chosen: Chosen) -> bool:
    """ "Click here to subscribe." speaks to the reader: it opens with a bare verb that is the head of the sentence."""
    if _opens_prose(candidate) and not _WEB.search(candidate.text):
        return False
    first = next((token for token in candidate.sentence.tokens if token.is_alpha), None)
    return first is not None and first.tag_ == "VB" and first.dep_ == "ROOT"


def _leans(candidate: Candidate, chosen: Chosen) -> bool:
    """Opens with a pronoun or connective: "But she refused." The first sentence of the body has nothing to lean on."""
    if candidate.position == 0:
        return False
    opening = " ".join(re.split("['’]", word)[0] for word in candidate.words[:4]) + " "
    return any(opening[: place + 1].rstrip() in LEANING for place, letter in enumerate(opening) if letter == " ")


def _said_by_whom(candidate: Candidate, chosen: Chosen) -> bool:
    """ "The bridge was old, she said." and “It was old.” name no speaker; the sentence before them may."""
    if candidate.position == 0 or candidate.position - 1 in chosen.positions:
        return False
    if _ONLY_SPEECH.fullmatch(candidate.text):
        return True
    root = candidate.sentence.tokens.root
    return any(child.dep_ == "nsubj" and child.tag_ == "PRP" and child.nbor(-1).is_punct
               for child in root.children if child.i > candidate.sentence.tokens.start)  # fmt: skip


def _repeats(candidate: Candidate, chosen: Chosen) -> bool:
    trigrams = _trigrams(candidate.words)
    return bool(trigrams) and len(trigrams & chosen.trigrams) > _REPEATED * len(trigrams)


RULES: tuple[tuple[str, Rule], ...] = (
    ("cut", _cut),
    ("question", _question),
    ("fragment", _fragment),
    ("address", _address),
    ("leans", _leans),
    ("said-by-whom", _said_by_whom),
    ("repeats", _repeats),
)
"""What keeps a sentence out, in the order in which it is asked."""


def _trigrams(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _slice(article: Article, candidate: Candidate, rule: str) -> Slice:
    start, end = candidate.start, candidate.sentence.end
    return Slice(start=start, end=end, text=article.text[start:end], rule=rule)
