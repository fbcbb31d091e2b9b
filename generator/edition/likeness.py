"""How sure it is that two briefs are about one event: what speaks for it, and what forbids it.

A brief is compared by its terms (terms.py). How much two must share depends on how many days lie between them: of two
briefs of one day many are about one event, of two that are weeks apart hardly any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.edition.terms import Terms, in_news

ALONE, PERSON = 0.1, 0.05
"""What one term, and one word of a person's name, can say for two briefs at most: people are in the news every day."""
HEADLINE = 0.02
"""What each rare term adds that stands in both headlines."""
NAMING = 0.12
"""What it adds that the same names are told of both events: headline, summary and answers name who and what matters."""
SAME_PLACE, OTHER_PLACE = 0.05, 0.03
"""What it adds that both give one place for their event, and what it takes away that they give two."""
RARE = 0.03
"""A term in fewer articles of the news than this share is rare."""
TELLING, FEWEST = 0.1, 4
"""Two must share so many terms that are in fewer articles of the news than this share."""
NEEDED = ((1, 0.1), (2, 0.12), (4, 0.17), (8, 0.24))
"""(Days between two briefs, what they must share)."""
UNDATED = 0.25
"""What they must share where a date is missing."""
LONGEST = NEEDED[-1][0]
"""Briefs that are more days apart are linked by others between them, or not at all."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two briefs as the rules see them."""

    one: Terms
    other: Terms

    @property
    def days(self) -> int | None:
        """Days between them; None where a date is missing."""
        return abs(self.one.day - self.other.day) if self.one.day and self.other.day else None

    def shared(self) -> Iterator[tuple[str, float]]:
        """Terms that both have, with the product of their weights."""
        small, large = sorted((self.one.weights, self.other.weights), key=len)
        for term, weight in small.items():
            if term in large:
                yield term, weight * large[term]


def _words(pair: Pair) -> float:
    """Rare words and names in common, none of them worth more than `ALONE`."""
    people = pair.one.people & pair.other.people
    return sum(min(product, PERSON if term in people else ALONE) for term, product in pair.shared())


def _headlines(pair: Pair) -> float:
    """Rare words in both headlines that name no person."""
    both = (pair.one.headline & pair.other.headline) - pair.one.people - pair.other.people
    return HEADLINE * sum(
        in_news(term) < RARE for term in both if term in pair.one.weights and term in pair.other.weights
    )


def _names(pair: Pair) -> float:
    """Names in what both tell of their event."""
    ours, theirs = pair.one.naming, pair.other.naming
    return NAMING * sum(ours[term] * theirs[term] for term in sorted(ours.keys() & theirs.keys()))


def _places(pair: Pair) -> float:
    """The place of the event, where both have one."""
    ours, theirs = pair.one.where, pair.other.where
    if not ours or not theirs:
        return 0.0
    return -OTHER_PLACE if ours.isdisjoint(theirs) else SAME_PLACE


EVIDENCE: tuple[tuple[str, Callable[[Pair], float]], ...] = (
    ("words", _words),
    ("headlines", _headlines),
    ("names", _names),
    ("places", _places),
)


def _days_apart(pair: Pair) -> bool:
    """Weeks lie between them."""
    return pair.days is not None and pair.days > LONGEST


def _few_words(pair: Pair) -> bool:
    """Hardly a word in common that tells something: two ferries of one lake."""
    return sum(in_news(term) < TELLING for term, _ in pair.shared()) < FEWEST


VETOES: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("days-apart", _days_apart),
    ("few-words", _few_words),
)


def needed(pair: Pair) -> float:
    """What the two must share."""
    days = pair.days
    return UNDATED if days is None else next(share for most, share in NEEDED if days <= most)


def likeness(pair: Pair) -> float:
    """What two briefs share by what they must share: from 1 on they are about one event."""
    if any(veto(pair) for _, veto in VETOES):
        return 0.0
    return max(0.0, sum(evidence(pair) for _, evidence in EVIDENCE)) / needed(pair)
