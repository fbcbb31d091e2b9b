"""What the ranker looks at in a sentence: nine numbers, each of which a reader can count too."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model import Actor
from generator.quotes.marks import Run
from generator.summary.candidates import Candidate

_DIGIT = re.compile(r"\d")
#: Sentences from the top after which nearness has fallen to a third.
_TOP = 5
#: Actors of these ranks lead an article.
_LEADING = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The article around a sentence."""

    holding: Counter[str]
    """How many sentences hold a content word; the title counts as one."""
    rarity: dict[str, float]
    """Weight of a content word: the more, the fewer sentences hold it."""
    span: float
    """Length of the sum of all sentences, each a vector of the weights of its words."""
    names: tuple[tuple[int, str], ...]
    """(start, actor) of each name of a leading actor, in text order."""
    runs: tuple[Run, ...]
    """What stands inside quotation marks, in text order."""


Feature = Callable[[Candidate, Surroundings], float]
"""One number about a sentence in its article."""


def surroundings(
    candidates: Sequence[Candidate], heading: frozenset[str], actors: Iterable[Actor], runs: tuple[Run, ...]
) -> Surroundings:
    """Counts an article once. `heading` are the content words of its title."""
    holding = Counter(word for candidate in candidates for word in candidate.content)
    holding.update(heading)
    rarity = {word: math.log(1 + len(candidates) / count) for word, count in holding.items()}
    names = sorted(
        (mention.start, actor.id)
        for actor in actors
        if actor.rank <= _LEADING
        for mention in actor.mentions
        if mention.kind == "name"
    )
    span = math.sqrt(math.fsum((count * rarity[word]) ** 2 for word, count in holding.items()))
    return Surroundings(holding, rarity, span, tuple(names), runs)


def measure(candidate: Candidate, around: Surroundings) -> tuple[float, ...]:
    """The features of a sentence in the order of FEATURES."""
    return tuple(feature(candidate, around) for _, feature in FEATURES)


def _near_top(candidate: Candidate, around: Surroundings) -> float:
    """1 for the first sentence, a third for the sixth."""
    return math.exp(-max(0, candidate.position) / _TOP)


def _length(candidate: Candidate, around: Surroundings) -> float:
    """Logarithm of its words."""
    return math.log(candidate.length)


def _central(candidate: Candidate, around: Surroundings) -> float:
    """How much its words are those of the other sentences: 0 for none, 1 for the same words in the same shares."""
    squares = {word: around.rarity[word] ** 2 for word in candidate.content}
    others = math.fsum(square * (around.holding[word] - 1) for word, square in squares.items())
    whole = math.sqrt(math.fsum(squares.values())) * around.span
    return others / whole if whole else 0.0


def _figures(candidate: Candidate, around: Surroundings) -> float:
    """1 if it holds a digit."""
    return float(_DIGIT.search(candidate.text) is not None)


def _quoted(candidate: Candidate, around: Surroundings) -> float:
    """Share of it inside quotation marks."""
    quoted, index = 0, bisect_left(around.runs, candidate.start, key=lambda run: run.end)
    while index < len(around.runs) and around.runs[index].start < candidate.end:
        run = around.runs[index]
        quoted += min(run.end, candidate.end) - max(run.start, candidate.start)
        index += 1
    return quoted / len(candidate.text)


def _pronouns(candidate: Candidate, around: Surroundings) -> float:
    """Pronouns a word."""
    return candidate.kinds.pronouns / candidate.length


def _adverbs(candidate: Candidate, around: Surroundings) -> float:
    """Adverbs a word."""
    return candidate.kinds.adverbs / candidate.length


def _plain_words(candidate: Candidate, around: Surroundings) -> float:
    """Words such as "the", "of" and "was" a word."""
    return candidate.kinds.plain / candidate.length


def _leading_actors(candidate: Candidate, around: Surroundings) -> float:
    """How many of the three most important actors it names."""
    first = bisect_left(around.names, (candidate.start, ""))
    last = bisect_left(around.names, (candidate.end, ""))
    return float(len({actor for _, actor in around.names[first:last]}))


FEATURES: tuple[tuple[str, Feature], ...] = (
    ("near_top", _near_top),
    ("length", _length),
    ("central", _central),
    ("figures", _figures),
    ("quoted", _quoted),
    ("pronouns", _pronouns),
    ("adverbs", _adverbs),
    ("plain_words", _plain_words),
    ("leading_actors", _leading_actors),
)
"""data/summary_weights.toml has the weight of each."""
