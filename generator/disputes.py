"""Figures about one thing that do not agree, each with its own speaker. Better none than a wrong one."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import subject_of, tokens_worth_parsing
from generator.clauses import clause_of
from generator.estimates import Measured, measured
from generator.model import Article, Dispute, Figure, Speaker
from generator.nlp import Passage, Reading
from generator.words import entries, word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: Figures of one unit and one deed that are compared with each other; the rest of a table is not read.
MAX_COMPARED = 60
#: How far "about 50" reaches, as a share.
APPROXIMATE = 0.1
#: Figures further apart than this are compared only if their sentences share more than unit and deed.
FAR_APART = 5
TIMES = frozenset({"DATE", "TIME"})
#: Words of a stretch of time rather than a moment.
SPANS = frozenset({"year", "years", "month", "months", "week", "weeks", "decade", "decades", "since"})
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
    settings: frozenset[str]
    """Where and at what it happened: nouns behind "in", "at", "during"."""
    dates: frozenset[str]
    """When, where the sentence says it."""
    negated: bool


class Count(NamedTuple):
    """A figure that may be compared."""

    place: int
    """Index in `Brief.figures`."""
    figure: Figure
    speaker: str
    frame: Frame
    at_most: bool = False
    """True where the sentence says that it "cannot have exceeded" the figure."""


Objection = Callable[[Count, Count], bool]
"""True if two counts are not about the same thing."""


def find_disputes(article: Article, reading: Reading, figures: tuple[Figure, ...]) -> tuple[Dispute, ...]:
    """Groups of figures by different speakers that cannot all be right, in order of their first figure."""
    passages = {passage.start: passage for passage in reading.body}
    starts = sorted(passages)
    announced = {passage.start: _announced(passage) for passage in reading.body}
    groups: dict[tuple[str, str | None, str], list[Count]] = defaultdict(list)
    for index, figure in enumerate(figures):
        if figure.paragraph == 0:  # a title repeats its article, shortened
            continue
        passage = passages[starts[bisect_right(starts, figure.start) - 1]]
        count = _count(index, figure, passage, announced.get(passage.start, {}))
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
    low, high = span_of(one)
    other_low, other_high = span_of(other)
    return low <= other_high and other_low <= high


def _other_agent(one: Count, other: Count) -> bool:
    """Missiles of one country are not those of another."""
    return bool(one.frame.agent and other.frame.agent) and not one.frame.agent & other.frame.agent


def _other_kind(one: Count, other: Count) -> bool:
    """ "15 cruise missiles" and "22 ballistic missiles"."""
    return bool(one.frame.kinds ^ other.frame.kinds) and bool(one.frame.kinds and other.frame.kinds)


def _other_setting(one: Count, other: Count) -> bool:
    """ "12 killed in the bombing" and "300 killed in the flood"."""
    return bool(one.frame.settings and other.frame.settings) and not one.frame.settings & other.frame.settings


def _other_time(one: Count, other: Count) -> bool:
    """Two days, or a day and a span: "12 killed on Monday" and "300 killed since January"."""
    mine, theirs = one.frame.dates, other.frame.dates
    if mine and theirs:
        return not mine & theirs
    return bool(SPANS & (mine | theirs))


def _far_apart(one: Count, other: Count) -> bool:
    """Figures of another order of magnitude are mostly about another event, unless the sentences share more."""
    low, high = sorted(span_of(count)[0] for count in (one, other))
    shares = one.frame.agent & other.frame.agent or one.frame.settings & other.frame.settings
    return not shares and high > FAR_APART * max(low, 1)


def _negated(one: Count, other: Count) -> bool:
    """ "It did not fire 15 missiles" names no number of missiles fired."""
    return one.frame.negated or other.frame.negated


OBJECTIONS: tuple[tuple[str, Objection], ...] = (
    ("same-speaker", _same_speaker),
    ("overlap", _overlapping),
    ("agent", _other_agent),
    ("kind", _other_kind),
    ("setting", _other_setting),
    ("time", _other_time),
    ("far-apart", _far_apart),
    ("negated", _negated),
)
"""Why two figures are no dispute."""


def _other_thing(one: Count, other: Count) -> bool:
    return any(objects(one, other) for objects in (_other_agent, _other_kind, _other_setting, _other_time))


def span_of(count: Count) -> tuple[float, float]:
    """The least and the most that a count can mean in its sentence."""
    low, high = bounds(count.figure)
    return (0, high) if count.at_most else (low, high)


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


def _count(index: int, figure: Figure, passage: Passage, announced: dict[str, int]) -> Count | None:
    """A figure with what its sentence says of it; None where that is not known well enough to compare it."""
    if figure.speaker is None or figure.rule.startswith("subset"):
        return None
    if figure.speaker.actor is None and figure.speaker.name.casefold() in word_list("pronouns"):
        return None
    tokens = passage.doc.char_span(figure.start - passage.start, figure.end - passage.start, alignment_mode="expand")
    if tokens is None:
        return None
    noun = tokens[-1]
    before = passage.doc[tokens.start - 1].lower_ if tokens.start else ""
    if before in DEFINITE or (tokens[-1].i + 1 < len(passage.doc) and passage.doc[tokens[-1].i + 1].lower_ == "of"):
        return None
    size = measured(noun)
    if size is not None:
        return _size(index, figure, size)
    said_disputed = announced.get(figure.unit, figure.end) < figure.start
    verb = clause_of(noun) if said_disputed and figure.rule.startswith("elliptic") else _verb(noun)
    if verb is None:
        return None
    kinds = frozenset(
        token.lemma_.lower()
        for token in tokens[:-1]
        if token.tag_ in ("JJ", "NN", "NNP", "NNPS", "VBN") and token.lemma_.lower() not in EMPTY_MODIFIERS
    )
    frame = Frame(
        deed=f"disputed {passage.start}" if said_disputed else deeds().get(verb.lemma_.lower(), verb.lemma_.lower()),
        agent=frozenset() if said_disputed else _agent(verb, noun),
        kinds=kinds,
        settings=_settings(verb, noun),
        dates=_dates(verb, noun),
        negated=any(child.dep_ == "neg" for child in verb.children),
    )
    shared = figure.unit in ("percent", "percentage point") or figure.rule.startswith("money")
    if shared and not frame.agent:
        # Shares and sums are everywhere: they are compared only where both have the same subject.
        return None
    return Count(index, figure, _name(figure.speaker), frame)


def _name(speaker: Speaker) -> str:
    return speaker.actor or speaker.name.casefold().removeprefix("the ")


def _size(index: int, figure: Figure, size: Measured) -> Count | None:
    """A figure that says how much something is: "puts the cost of the fire at $40 million"; None without the "of"."""
    assert figure.speaker is not None
    of = [child for child in size.thing.children if child.dep_ == "prep" and child.lower_ in ("of", "from", "in")]
    things = [noun for prep in of for noun in prep.children if noun.dep_ == "pobj"]
    whose = [child for child in size.thing.children if child.dep_ in ("poss", "compound")]
    settings = frozenset(token.lemma_.lower() for token in (*things, *whose) if token.ent_type_ not in TIMES)
    if not settings:
        return None
    kinds = frozenset(child.lemma_.lower() for child in size.thing.children if child.dep_ == "amod")
    frame = Frame(
        deed=f"size {size.thing.lemma_.lower()}",
        agent=frozenset(),
        kinds=kinds - EMPTY_MODIFIERS,
        settings=settings,
        dates=_dates(size.verb, size.thing),
        negated=False,
    )
    return Count(index, figure, _name(figure.speaker), frame, size.at_most)


def _announced(passage: Passage) -> dict[str, int]:
    """What the article says is disputed: unit -> offset. "How many boats reached the port is still disputed." """
    found: dict[str, int] = {}
    for verb in tokens_worth_parsing(passage.doc):
        if verb.lemma_.lower() not in word_list("dispute_words") or verb.pos_ not in ("VERB", "ADJ"):
            continue
        if any(child.dep_ == "neg" for child in verb.children):
            continue
        for many in verb.sent:
            if many.lower_ == "many" and many.i and many.nbor(-1).lower_ == "how" and many.head.tag_ == "NNS":
                found.setdefault(many.head.lemma_.lower(), passage.start + verb.sent.end_char)
    return found


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
    """Lemmas of who acts: the subject, "which" and "who" followed to their noun; pronouns name nobody."""
    subject = subject_of(verb)
    if subject is None or subject.i == noun.i or subject.pos_ == "PRON" or noun.dep_ == "nsubj":
        return frozenset()
    return _lemmas(subject)


def _lemmas(head: Token) -> frozenset[str]:
    names = (token for token in (head, *head.children) if token.dep_ in ("compound", "amod") or token.i == head.i)
    return frozenset(token.lemma_.lower() for token in names)


def _phrases(verb: Token, noun: Token) -> list[Token]:
    """The words behind the prepositions of a deed and of what it was done to."""
    found = []
    for head in (verb, noun):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ not in ("of", "by", "according"):
                found += [grandchild for grandchild in child.children if grandchild.dep_ == "pobj"]
    return found


def _settings(verb: Token, noun: Token) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in _phrases(verb, noun) if token.ent_type_ not in TIMES)


def _dates(verb: Token, noun: Token) -> frozenset[str]:
    """Words of the dates that hang on a deed."""
    heads = [token for token in _phrases(verb, noun) if token.ent_type_ in TIMES]
    heads += [token for token in verb.children if token.ent_type_ in TIMES and token.dep_ in ("npadvmod", "advmod")]
    words = {part.lower_ for head in heads for part in (head, *head.children) if part.ent_type_ in TIMES}
    if any(child.lower_ == "since" for child in verb.children):
        words.add("since")
    return frozenset(words - {"the", "early", "late", "in", "on"})


@cache
def deeds() -> dict[str, str]:
    """Verb -> the verb that stands for its line."""
    table: dict[str, str] = {}
    for line in entries("same_deeds"):
        first, *rest = line.split()
        for verb in (first, *rest):
            table.setdefault(verb, first)
    return table
