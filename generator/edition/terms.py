"""What a brief is about, in words: how much each of its words and names tells, in this edition and in news at large."""

from __future__ import annotations

import math
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from generator.actors.countries import gazetteer
from generator.actors.given import given_names
from generator.model import Brief

READ = 30_000
"""Code points of a text that are read for words."""
LEAD = 700
"""Code points of the body that count as its opening."""
NEAR = 7
"""Days before and after a brief whose briefs don't make its words common: a great event is in many."""
NEWS = 300
"""Articles of news at large that are thought of as part of each edition."""
COMMON_NAME = 0.03
GIVEN_NAME = 0.01
UNKNOWN = 0.002
"""Shares of news articles that hold the name of a country, a given name, a word that no list knows."""
OPENING, HEADLINE, NAME = 1.5, 1.0, 0.75
"""What a term weighs more that stands in the opening, in the headline, or is a name or a date."""
LENGTH = 0.75
USUAL = 390.0
"""How far weights are made equal for long and short briefs (1: a share of the whole), and the length that is usual."""
KEPT = 160
"""Terms of a brief that are compared: the most telling ones."""
TOLD = ("who", "what", "when", "where")
"""Questions whose answers tell the event; why and how tell what was before."""

_WORD = re.compile(r"[^\W\d_]{3,40}")
_INSIDE = re.compile(r"[\w,)] $|[-(]$")
"""What stands before a word that does not open a sentence."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(slots=True)
class Terms:
    """The words of a brief."""

    day: int
    """Days since the year 1 on which it appeared; 0 where nobody says."""
    counts: Counter[str]
    opening: set[str]
    """Those of title, deck and first paragraphs."""
    headline: set[str]
    names: set[str]
    people: set[str]
    """Words of the names of persons."""
    told: set[str]
    """Those of the parts that tell the event: title, deck, headline, summary, answers."""
    where: frozenset[str]
    """Those of the place that the brief gives for its event."""
    written: dict[str, str]
    """Term -> as the brief writes it first."""
    weights: dict[str, float] = field(default_factory=dict)
    """Share of the whole, its squares adding up to 1; most telling first."""
    naming: dict[str, float] = field(default_factory=dict)
    """The same of the names that are told, however often they come."""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word in lower case, without the s of plurals and verbs.

    >>> stem("Ferries"), stem("Ships"), stem("Congress")
    ('ferry', 'ship', 'congress')
    """
    word = word.casefold()
    if len(word) > 5 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] not in "su" else word


def words_of(text: str) -> list[str]:
    """The words of a text as terms."""
    return [stem(word) for word in _WORD.findall(text)]


def day_number(day: str) -> int:
    """Days since the year 1; 0 for what is no date."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def sentences_of(text: str) -> list[str]:
    """A paragraph cut at the ends of its sentences."""
    return _END.split(text)


def terms_of(brief: Brief, day: str, standing: Container[str] = ()) -> Terms:
    """The words of a brief; sentences that many briefs have ("standing") say nothing of it."""
    told, where = _told(brief)
    found = Terms(day_number(day), Counter(), set(), set(), set(), set(), told, where, {})
    inside: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for piece in (brief.title, brief.deck):
        if piece is not None:
            for word in _WORD.findall(piece.text[:LEAD]):
                term = stem(word)
                found.counts[term] += 1
                found.headline.add(term)
                found.written.setdefault(term, word)
    read = 0
    for paragraph in brief.paragraphs:
        text = " ".join(
            sentence
            for sentence in sentences_of(brief.text[paragraph.start : paragraph.end])
            if sentence not in standing
        )
        for match in _WORD.finditer(text):
            word = match.group()
            term = stem(word)
            found.counts[term] += 1
            if read < LEAD:
                found.opening.add(term)
            if word[0].islower():
                small[term] += 1
            elif _INSIDE.search(text, max(0, match.start() - 2), match.start()):
                inside[term] += 1
            found.written.setdefault(term, word)
        read += len(text)
        if read > READ:
            break
    found.opening |= found.headline
    found.names = {term for term, count in inside.items() if count > small[term]}
    found.people = {
        stem(word) for actor in brief.actors if actor.kind == "person" for word in _WORD.findall(actor.name)
    }
    found.told |= found.headline
    for event in brief.events:
        if event.date != day and _DAY.fullmatch(event.date):
            found.counts[event.date] = 1
            found.names.add(event.date)
    return found


def _told(brief: Brief) -> tuple[set[str], frozenset[str]]:
    """Words of headline, summary and answers, and of the place of the event."""
    texts = {piece.text for piece in (brief.headline, *brief.summary) if piece is not None}
    where: list[str] = []
    for answer in brief.answers:
        if answer.question in TOLD:
            texts.add(brief.text[answer.sentence.start : answer.sentence.end])
        if answer.question == "where":
            where += words_of(answer.text)
    return {word for text in texts for word in words_of(text)}, frozenset(where)


class Rarity:
    """How rare a term is: in the briefs of other days, and in news at large."""

    def __init__(self, found: Iterable[Terms]) -> None:
        self._days: dict[str, list[int]] = {}
        self._all: list[int] = []
        for terms in sorted(found, key=lambda terms: terms.day):
            self._all.append(terms.day)
            for term in terms.counts:
                self._days.setdefault(term, []).append(terms.day)

    def weigh(self, terms: Terms) -> None:
        """Fills in the weights of the terms of a brief."""
        others = _apart(self._all, terms.day)
        weights = {}
        for term, count in terms.counts.items():
            share = (_apart(self._days[term], terms.day) + NEWS * in_news(term)) / (others + NEWS)
            rare = max(0.0, -math.log(share)) ** 1.5
            if term in terms.told and (term in terms.names or term in terms.people):
                terms.naming[term] = rare
            weight = (1 + math.log(count)) * rare
            weight *= 1 + OPENING * (term in terms.opening) + HEADLINE * (term in terms.headline)
            weights[term] = weight * (1 + NAME * (term in terms.names))
        best = sorted(weights, key=lambda term: (-weights[term], term))[:KEPT]
        length = math.sqrt(sum(weights[term] ** 2 for term in best)) or 1.0
        length = length**LENGTH * USUAL ** (1 - LENGTH)
        terms.weights = {term: weights[term] / length for term in best}
        length = math.sqrt(sum(rare**2 for rare in terms.naming.values())) or 1.0
        terms.naming = {term: rare / length for term, rare in terms.naming.items()}


def _apart(days: list[int], day: int) -> int:
    """How many of the sorted days are not near a day; a brief without a date has only itself near."""
    if not day:
        return len(days) - 1
    return len(days) - (bisect_right(days, day + NEAR) - bisect_left(days, day - NEAR))


@lru_cache(maxsize=1 << 16)
def in_news(term: str) -> float:
    """Share of news articles in which a term stands."""
    known = _shares().get(term)
    if known is None and term in given_names():
        return GIVEN_NAME
    return known or UNKNOWN


@cache
def _shares() -> dict[str, float]:
    """Term -> share, of common words and of the names of countries."""
    text = (files("generator") / "data" / "news_words.toml").read_text(encoding="utf-8")
    shares: dict[str, float] = {}
    for name in (*gazetteer().countries, *gazetteer().adjectives):
        shares |= {stem(word): COMMON_NAME for word in _WORD.findall(name) if word[0].isupper()}
    for band in tomllib.loads(text)["band"]:
        shares |= {stem(word): band["share"] for word in band["words"].split()}
    return shares
