"""How well briefs of one event are found to be one story, against 439 texts that were grouped by hand.

    python -m tests.story_labels [--misses] [--cache FOLDER]

Two pools. "campaign" is one topic, US politics of ten months: 45 texts by the hash of their names, for each the two
nearest by TF-IDF and the nearest of four days; 20 more by hash; all texts of five spans of five days; 21 more with the
nearest of three days. "month" is the news of March 2015 of one outlet, undated: all 200 texts that the bench has.
How the texts were grouped, before there was any rule:

1. The occasion of a text is the one happening without which it would not have been written then: an attack, a vote, a
   debate, a speech, a ruling, a report, a dismissal. Comment, analysis and letters have an occasion like news.
2. Two texts are one story if they have one occasion, or if that of one is a direct development of the other's
   (reactions, results, an inquiry) within seven days. A vote, a convention or a trial of some days is one happening.
3. The same person, law, office, campaign or topic with another occasion is another story.
4. What is told as background, or as one example of several, makes no story.
5. A round-up belongs to the happening of its headline.
6. One text printed twice is one story.
7. "open" names groups that two careful readers may put the text into or not: its pairs with them are not counted.
8. A half has whole groups, by the hash of the first name; half "whole" counts pairs across the halves, too.

Scores are over pairs: right pairs among those found in one story, and among those labelled as one. Two baselines join
whatever is near enough, at the threshold that is best on the half to tune: words that titles share, and TF-IDF.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import regex

from generator import Brief
from generator.edition import make_edition
from tests.label_texts import HALVES, Row, briefer, options, rates, rows, seed

Pair = tuple[int, int]
WORD = regex.compile(r"\p{L}{3,}")


def briefs_of(labelled: Sequence[Row], folder: Path | None, *, dated: bool) -> list[Brief]:
    """A brief for each labelled text, dated by its label or not at all."""
    made = briefer(folder)
    found = []
    for row in labelled:
        known = seed(row, row["date"] if dated else None)
        found.append(made.brief_seed(known))
    return found


def is_open(one: Row, other: Row) -> bool:
    """True where two careful readers may differ."""
    groups = [{row["group"], *row["open"]} - {None} for row in (one, other)]
    return one["group"] != other["group"] and not groups[0].isdisjoint(groups[1])


def wanted(labelled: Sequence[Row]) -> set[Pair]:
    """The pairs that are one story."""
    return {
        (one, other)
        for one, other in combinations(range(len(labelled)), 2)
        if labelled[one]["group"] is not None and labelled[one]["group"] == labelled[other]["group"]
    }


def found_in(groups: Iterable[Iterable[int]]) -> set[Pair]:
    """The pairs of groups of numbers."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def scored(labelled: Sequence[Row], found: set[Pair], half: str) -> Counter[str]:
    """Counts of pairs in a half."""

    def counts(pair: Pair) -> bool:
        ours, theirs = (labelled[number] for number in pair)
        return half in {"whole", ours["half"]} and half in {"whole", theirs["half"]} and not is_open(ours, theirs)

    right = wanted(labelled)
    found = {pair for pair in found if counts(pair)}
    asked = {pair for pair in right if counts(pair)}
    return Counter(right=len(found & asked), found=len(found), asked=len(asked))


def f1(count: Counter[str]) -> float:
    return 2 * count["right"] / max(1, count["found"] + count["asked"])


def joined(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Groups of whatever hangs together by pairs."""
    root = list(range(count))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = at = root[root[at]]
        return at

    for one, other in pairs:
        root[find(one)] = find(other)
    groups: dict[int, list[int]] = {}
    for at in range(count):
        groups.setdefault(find(at), []).append(at)
    return list(groups.values())


def stories(briefs: Sequence[Brief]) -> list[list[int]]:
    """What the edition takes for one story, as numbers of texts."""
    number = {brief.id: at for at, brief in enumerate(briefs)}
    return [[number[brief] for brief in story.briefs] for story in make_edition(briefs).stories]


def by_titles(briefs: Sequence[Brief]) -> Callable[[int, int], float]:
    """Share of words that two titles have in common."""
    titles = [set(WORD.findall((brief.title.text if brief.title else "").casefold())) for brief in briefs]
    return lambda one, other: len(titles[one] & titles[other]) / max(1, len(titles[one] | titles[other]))


def by_words(briefs: Sequence[Brief]) -> Callable[[int, int], float]:
    """TF-IDF cosine of two texts."""
    counts = [Counter(WORD.findall(brief.text.casefold())) for brief in briefs]
    texts = Counter(word for count in counts for word in count)
    vectors = []
    for count in counts:
        vector = {word: (1 + math.log(n)) * math.log(len(briefs) / texts[word]) for word, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1
        vectors.append({word: weight / length for word, weight in vector.items()})
    return lambda one, other: sum(weight * vectors[other].get(word, 0) for word, weight in vectors[one].items())


def baseline(labelled: Sequence[Row], near: Callable[[int, int], float]) -> set[Pair]:
    """Pairs of the groups that a threshold makes: the one that is best on the half to tune."""
    weights = {pair: near(*pair) for pair in combinations(range(len(labelled)), 2)}

    def at(threshold: float) -> set[Pair]:
        return found_in(joined(len(labelled), (pair for pair, weight in weights.items() if weight >= threshold)))

    best = max((step / 50 for step in range(5, 50)), key=lambda step: f1(scored(labelled, at(step), "tune")))
    return at(best)


def main() -> None:
    """Prints how many pairs of texts are found to be one story, dated and not."""
    chosen = options(__doc__)
    labelled = list(rows("stories"))
    for dated in (True, False):
        briefs = briefs_of(labelled, chosen.cache, dated=dated)
        run = "dated" if dated else "no dates"
        ways = {f"stories, {run}": found_in(stories(briefs))}
        if not dated:
            ways |= {
                "title words": baseline(labelled, by_titles(briefs)),
                "TF-IDF": baseline(labelled, by_words(briefs)),
            }
        for way, found in ways.items():
            for half in HALVES:
                print(f"{way:18} {half:6} {rates(scored(labelled, found, half))}")
        if chosen.misses:
            right = wanted(labelled)
            found = found_in(stories(briefs))
            for one, other in sorted(found ^ right):
                ours, theirs = labelled[one], labelled[other]
                if ours["half"] == theirs["half"] == "tune" and not is_open(ours, theirs):
                    kind = "missed" if (one, other) in right else "not one"
                    print(f"{run} {kind}: {ours['file']} | {theirs['file']}")


if __name__ == "__main__":
    main()
