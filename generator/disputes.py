"""Figures about one thing that do not agree, each with its own speaker. Better none than a wrong one."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator.model import Article, Dispute, Figure
from generator.nlp import Passage, Reading
from generator.words import entries

if TYPE_CHECKING:
    from generator.nlp import Token

#: Figures of one unit and one deed that are compared with each other; the rest of a table is not read.
MAX_COMPARED = 60
#: How far "about 50" reaches, as a share.
APPROXIMATE = 0.1
SUBJECTS = frozenset({"nsubj", "csubj"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
DEFINITE = frozenset({"the", "these", "those", "both", "his", "her", "its", "their", "our", "my", "all", "other"})
#: Words before a noun that do not make it another thing.
EMPTY_MODIFIERS = frozenset(
    {"more", "many", "other", "such", "total", "additional", "confirmed", "different", "whole", "dozen"}
)


class Frame(NamedTuple):
    """What is said to have happened to the things that a figure counts."""

    deed: str
    """Lemma of the verb; the first of its line in data/same_deeds.txt."""
    agent: frozenset[str]
    """Who did it: lemmas of the subject, empty where nobody is named."""
    kinds: frozenset[str]
    """Which of the things: "U.S." in "15 U.S. soldiers"."""
    places: frozenset[str]
    dates: frozenset[str]
    negated: bool


class Count(NamedTuple):
    """A figure that may be compared."""

    place: int
    """Index in `Brief.figures`."""
    figure: Figure
    speaker: str
    frame: Frame


Objection = Callable[[Count, Count], bool]
"""True if two counts are not about the same thing."""


def find_disputes(article: Article, reading: Reading, figures: tuple[Figure, ...]) -> tuple[Dispute, ...]:
    """Groups of figures by different speakers that cannot all be right, in order of their first figure."""
    passages = {passage.start: passage for passage in reading.body}
    starts = sorted(passages)
    groups: dict[tuple[str, str | None, str], list[Count]] = defaultdict(list)
    for index, figure in enumerate(figures):
        passage = passages[starts[bisect_right(starts, figure.start) - 1]]
        count = _count(index, figure, passage)
        if count is not None:
            groups[figure.unit, figure.currency, count.frame.deed].append(count)
    disputes = [dispute for counts in groups.values() for dispute in _disputes(counts[:MAX_COMPARED])]
    return tuple(sorted(disputes, key=lambda dispute: dispute.figures))


def _disputes(counts: list[Count]) -> list[Dispute]:
    """One dispute a connected set of counts that contradict each other."""
    at_odds: dict[int, set[int]] = defaultdict(set)
    for one, other in combinations(counts, 2):
        if _contradict(one, other) and not _agree_elsewhere(one, other, counts):
            at_odds[one.place].add(other.place)
            at_odds[other.place].add(one.place)
    disputes, seen = [], set[int]()
    by_index = {count.place: count for count in counts}
    for index in sorted(at_odds):
        if index in seen:
            continue
        group, waiting = {index}, [index]
        while waiting:
            for neighbour in at_odds[waiting.pop()] - group:
                group.add(neighbour)
                waiting.append(neighbour)
        seen |= group
        disputes.append(Dispute(unit=by_index[index].figure.unit, figures=tuple(sorted(group))))
    return disputes


def _contradict(one: Count, other: Count) -> bool:
    return not any(objects(one, other) for _, objects in OBJECTIONS)


def _agree_elsewhere(one: Count, other: Count, counts: list[Count]) -> bool:
    """True if the two speakers name figures that fit somewhere: then one of them brought his own up to date."""
    mine = [count for count in counts if count.speaker == one.speaker]
    theirs = [count for count in counts if count.speaker == other.speaker]
    return any(_overlapping(a, b) and not _other_thing(a, b) for a in mine for b in theirs)


# ---------------------------------------------------------------- what makes two figures be about different things


def _same_speaker(one: Count, other: Count) -> bool:
    return one.speaker == other.speaker


def _overlapping(one: Count, other: Count) -> bool:
    """ "At least 80" and "100" do not contradict each other, nor do "about 50" and "52"."""
    low, high = bounds(one.figure)
    other_low, other_high = bounds(other.figure)
    return low <= other_high and other_low <= high


def _other_agent(one: Count, other: Count) -> bool:
    """Missiles of one country are not those of another."""
    return bool(one.frame.agent and other.frame.agent) and not one.frame.agent & other.frame.agent


def _other_kind(one: Count, other: Count) -> bool:
    """ "15 cruise missiles" and "22 ballistic missiles"."""
    return bool(one.frame.kinds ^ other.frame.kinds) and bool(one.frame.kinds and other.frame.kinds)


def _other_place(one: Count, other: Count) -> bool:
    return bool(one.frame.places and other.frame.places) and not one.frame.places & other.frame.places


def _other_day(one: Count, other: Count) -> bool:
    return bool(one.frame.dates and other.frame.dates) and not one.frame.dates & other.frame.dates


def _negated(one: Count, other: Count) -> bool:
    """ "It did not fire 15 missiles" names no number of missiles fired."""
    return one.frame.negated or other.frame.negated


OBJECTIONS: tuple[tuple[str, Objection], ...] = (
    ("same-speaker", _same_speaker),
    ("overlap", _overlapping),
    ("agent", _other_agent),
    ("kind", _other_kind),
    ("place", _other_place),
    ("day", _other_day),
    ("negated", _negated),
)
"""Why two figures are no dispute."""


def _other_thing(one: Count, other: Count) -> bool:
    return any(objects(one, other) for objects in (_other_agent, _other_kind, _other_place, _other_day))


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure can mean."""
    about = figure.rule.endswith("/about") and figure.value is not None
    if about:
        assert figure.value is not None
        return figure.value * (1 - APPROXIMATE), figure.value * (1 + APPROXIMATE)
    if figure.low is None and figure.high is None:
        value = figure.value if figure.value is not None else math.nan
        return value, value
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else math.inf
    return low, high


# ---------------------------------------------------------------- frames


def _count(index: int, figure: Figure, passage: Passage) -> Count | None:
    """A figure with what its sentence says of it; None where that is not known well enough to compare it."""
    if figure.speaker is None or figure.rule.startswith("subset"):
        return None
    tokens = passage.doc.char_span(figure.start - passage.start, figure.end - passage.start, alignment_mode="expand")
    if tokens is None:
        return None
    noun = tokens[-1]
    before = passage.doc[tokens.start - 1].lower_ if tokens.start else ""
    if before in DEFINITE or (tokens[-1].i + 1 < len(passage.doc) and passage.doc[tokens[-1].i + 1].lower_ == "of"):
        return None
    verb = _verb(noun)
    if verb is None:
        return None
    kinds = frozenset(
        token.lemma_.lower()
        for token in tokens[:-1]
        if token.tag_ in ("JJ", "NN", "NNP", "NNPS", "VBN") and token.lemma_.lower() not in EMPTY_MODIFIERS
    )
    frame = Frame(
        deed=deeds().get(verb.lemma_.lower(), verb.lemma_.lower()),
        agent=_agent(verb, noun),
        kinds=kinds,
        places=_entities(verb, PLACES),
        dates=_entities(verb, frozenset({"DATE"})),
        negated=any(child.dep_ == "neg" for child in verb.children),
    )
    shared = figure.unit in ("percent", "percentage point") or figure.rule.startswith("money")
    if shared and not frame.agent:
        # Shares and sums are everywhere: they are compared only where both have the same subject.
        return None
    name = figure.speaker.actor or figure.speaker.name.casefold().removeprefix("the ")
    return Count(index, figure, name, frame)


def _verb(noun: Token) -> Token | None:
    """The verb whose subject or object the counted things are."""
    head = noun
    for _ in range(4):
        if head.dep_ in ("nsubj", "nsubjpass", "dobj") and head.head.pos_ in ("VERB", "AUX"):
            verb: Token = head.head
            return verb
        if head.dep_ in ("nummod", "conj", "compound", "quantmod", "appos") and head.head.i != head.i:
            head = head.head
        else:
            return None
    return None


def _agent(verb: Token, noun: Token) -> frozenset[str]:
    """Lemmas of who acts: the subject of an active verb, or "by" in a passive one; pronouns name nobody."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i != noun.i and child.pos_ != "PRON":
            return _lemmas(child)
        if child.dep_ == "agent":
            return frozenset().union(*(_lemmas(grandchild) for grandchild in child.children))
    return frozenset()


def _lemmas(head: Token) -> frozenset[str]:
    names = (token for token in (head, *head.children) if token.dep_ in ("compound", "amod") or token.i == head.i)
    return frozenset(token.lemma_.lower() for token in names)


def _entities(verb: Token, labels: frozenset[str]) -> frozenset[str]:
    """Places or dates that hang on a verb by a preposition or stand beside it."""
    found = set[str]()
    for child in verb.children:
        reached = [child, *child.children] if child.dep_ in ("prep", "npadvmod", "advmod") else []
        found.update(token.lower_ for token in reached if token.ent_type_ in labels)
    return frozenset(found)


@cache
def deeds() -> dict[str, str]:
    """Verb -> the verb that stands for its line."""
    table: dict[str, str] = {}
    for line in entries("same_deeds"):
        first, *rest = line.split()
        for verb in (first, *rest):
            table.setdefault(verb, first)
    return table
