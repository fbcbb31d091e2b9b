"""How far two readers of our own labels agree, on the texts that both have read.

    python -m tests.agreement

The second reader labelled a third of the texts (tests/labels/second) by the rules at the head of each scorer, without
seeing the first labels or what the rules find. Its labels are scored as if they were found, with the pairing of the
scorers: F1 over the items that neither reader holds for open, and "open or not counted", where an item that only one
holds for open is a difference too. Beside it, of the items that both have: the share with the same number, unit, date,
kind or speaker, and kappa where a guess would often be right. The rules were written with the first labels in sight
and give some of their words as examples; this says how well they are followed, not how well people would agree.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from statistics import fmean
from typing import Any

from generator.model import Figure
from tests import event_labels, figure_labels
from tests.label_texts import Row, asked, not_asked, overlap, paired, rates, rows, seed, share
from tests.question_labels import QUESTIONS, word_overlap
from tests.story_labels import is_open, wanted

Same = Callable[[Row, Row], bool]
Judged = tuple[Any, Any]
READ_BY_BOTH = ("figures", "events", "claims", "questions", "stories")


def both(kind: str) -> Iterator[tuple[Row, Row]]:
    """The rows of the first and of the second reader for one text."""
    first = {row["file"]: row for row in rows(kind)}
    for row in rows(f"second/{kind}"):
        yield first[row["file"]], row


def compared(first: Row, second: Row, is_same: Same) -> tuple[Counter[str], list[tuple[Row | None, Row | None]]]:
    """Counts of a text as the scorers have them, and what was compared: pairs, and items that only one reader has."""
    ours, theirs = first["items"], _kept(first, second["items"])
    spans = [(item["start"], item["end"]) for item in theirs]
    pairs = paired(ours, spans, lambda item, one: is_same(ours[item], theirs[one]))
    ignored = not_asked(ours, spans, pairs)
    paired_ours, paired_theirs = ({pair[side] for pair in pairs} for side in (0, 1))
    both_asked = [(ours[i], theirs[j], same) for i, j, same in pairs if not _any_open(ours[i], theirs[j])]
    alone: list[tuple[Row | None, Row | None]] = []
    alone += [(item, None) for at, item in enumerate(ours) if at not in paired_ours and not _any_open(item)]
    alone += [
        (None, item) for at, item in enumerate(theirs) if at not in paired_theirs | ignored and not _any_open(item)
    ]
    count = Counter(
        right=sum(same for _, _, same in both_asked),
        overlapping=len(both_asked),
        asked=len(both_asked) + sum(one is not None for one, _ in alone),
        found=len(both_asked) + sum(other is not None for _, other in alone),
        ours=len(asked(ours)),
        theirs=len(asked(theirs)),
    )
    return count, [*((one, other) for one, other, _ in both_asked), *alone]


def _kept(row: Row, items: Sequence[Row]) -> list[Row]:
    """The items outside the spans that a reader has skipped."""
    return [one for one in items if not any(overlap((one["start"], one["end"]), tuple(span)) for span in row["skip"])]


def _any_open(*items: Row) -> bool:
    return any(item.get("open") for item in items)


def strict(count: Counter[str]) -> str:
    """F1 where an item that only one reader holds for open is a difference."""
    counts = Counter(right=count["right"], asked=count["ours"], found=count["theirs"])
    return f"open or not counted {rates(counts)}"


def as_found(label: Row, unit: str) -> Figure:
    """A label as the figure that it asks for."""
    number = {"value": label.get("value", label.get("about")), "low": label.get("low"), "high": label.get("high")}
    return Figure(start=0, end=1, text="0", rule="read", id="0", paragraph=1, unit=unit, **number)


def same_number(one: Row, other: Row) -> bool:
    return any(figure_labels.has_number(mine, as_found(yours, yours["unit"][0])) for mine, yours in _ways(one, other))


def same_unit(one: Row, other: Row) -> bool:
    return any(figure_labels.has_unit(one, as_found(other, unit)) for unit in other["unit"])


def _ways(one: Row, other: Row) -> tuple[tuple[Row, Row], ...]:
    return (one, other), (other, one)


def same_date(one: Row, other: Row, dates: str = "date") -> bool:
    return bool(event_labels.meant(one[dates]) & event_labels.meant(other[dates]))


def same_kind(one: Row, other: Row) -> bool:
    return bool(set(one["kind"]) & set(other["kind"]))


def same_speaker(text: str, one: Row, other: Row) -> bool:
    """True if both name nobody, the same mention, or another mention with the same last word."""
    spans = [item["speaker"] for item in (one, other)]
    if None in spans:
        return spans == [None, None]
    words = [text[slice(*span)].casefold().split() for span in spans]
    return bool(overlap(*map(tuple, spans))) or words[0][-1] == words[1][-1]


def kappa(judged: Sequence[Judged]) -> float:
    """Cohen's kappa: agreement of two readers beyond what chance gives."""
    total = max(1, len(judged))
    observed = sum(one == other for one, other in judged) / total
    mine, yours = (Counter(pair[side] for pair in judged) for side in (0, 1))
    expected = sum(mine[name] * yours[name] for name in mine) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def _judged(judged: Iterable[Judged]) -> str:
    judged = list(judged)
    return f"{share(sum(one == other for one, other in judged), len(judged))}, kappa {kappa(judged):.3f}"


def _speakers(read: Sequence[tuple[str, Row, Row]]) -> str:
    known = [(text, one, other) for text, one, other in read if "speaker" in one and "speaker" in other]
    same = sum(same_speaker(text, one, other) for text, one, other in known)
    said = _judged((one["speaker"] is None, other["speaker"] is None) for _, one, other in known)
    return f"speaker {share(same, len(known))} (said by somebody or not: {said})"


def figures() -> Iterator[str]:
    counts, disputes, read = Counter[str](), Counter[str](), []
    for first, second in both("figures"):
        count, items = compared(first, second, lambda one, other: same_number(one, other) and same_unit(one, other))
        counts += count
        text = seed(first).text
        shared = [(one, other) for one, other in items if one is not None and other is not None]
        read += [(text, one, other) for one, other in shared]
        ours, theirs = ([_dispute(row, pair) for pair in row["disputes"]] for row in (first, second))
        disputes["right"] += sum(any(_meet(pair, wanted) for wanted in ours) for pair in theirs)
        disputes += Counter(asked=len(ours), found=len(theirs))
    money = [
        (one["currency"], other["currency"]) for _, one, other in read if {"currency"} <= one.keys() & other.keys()
    ]
    yield f"figures and values {rates(counts)}"
    yield strict(counts)
    yield f"number {share(sum(same_number(*pair[1:]) for pair in read), len(read))}"
    yield f"unit {share(sum(same_unit(*pair[1:]) for pair in read), len(read))}"
    yield f"currency {share(sum(one == other for one, other in money), len(money))}"
    yield _speakers(read)
    yield f"disputes {rates(disputes)}"


def _dispute(row: Row, pair: Sequence[int]) -> list[tuple[int, int]]:
    return [(row["items"][at]["start"], row["items"][at]["end"]) for at in sorted(pair)]


def _meet(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    return all(any(overlap(span, theirs) for theirs in other) for span in one)


def events() -> Iterator[str]:
    counts, bases = Counter[str](), []
    dates: dict[str, list[bool]] = {"date": [], "bare": []}
    for first, second in both("events"):
        count, items = compared(first, second, same_date)
        counts += count
        bases.append((first["base"], second["base"]))
        shared = [(one, other) for one, other in items if one is not None and other is not None]
        for name, same in dates.items():
            if name == "date" or not first.get("said"):
                same += [same_date(one, other, name) for one, other in shared]
    yield f"dated events {rates(counts)}"
    yield strict(counts)
    yield f"whatever their date {rates(Counter({**counts, 'right': counts['overlapping']}))}"
    yield f"date {share(sum(dates['date']), len(dates['date']))}"
    yield f"date of an undated text {share(sum(dates['bare']), len(dates['bare']))}"
    yield f"date of the text {share(sum(one == other for one, other in bases), len(bases))}"


def claims() -> Iterator[str]:
    counts, read = Counter[str](), []
    for first, second in both("claims"):
        count, items = compared(first, second, same_kind)
        counts += count
        text = seed(first).text
        read += [(text, one, other) for one, other in items if one is not None and other is not None]
    kinds = [(one["kind"][0], one["kind"][0] if same_kind(one, other) else other["kind"][0]) for _, one, other in read]
    scopes = [(one["scope"], other["scope"]) for _, one, other in read if one["scope"] and other["scope"]]
    yield f"claims {rates(counts)}"
    yield strict(counts)
    yield f"kind {_judged(kinds)}"
    yield f"scope {share(sum(bool(overlap(tuple(one), tuple(other))) for one, other in scopes), len(scopes))}"
    yield _speakers(read)


def questions() -> Iterator[str]:
    silent: list[Judged] = []
    for question in QUESTIONS:
        answered, covered, judged = [], [], []
        for first, second in both("questions"):
            text = seed(first).text
            ours, theirs = ([text[slice(*span)] for span in row["answers"][question]] for row in (first, second))
            judged.append((not ours, not theirs))
            if ours and theirs:
                answered.append(max(word_overlap(one, other) for one in ours for other in theirs))
                covered.append(fmean((_covered(ours, theirs), _covered(theirs, ours))))
        silent += judged
        best = f"best pair {fmean(answered):.3f}, all answers {fmean(covered):.3f} of {len(answered)}"
        yield f"{question:5} {best}; silent or not {_judged(judged)}"
    yield f"silent or not {_judged(silent)}"


def _covered(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """How well the answers of one reader are found again among those of the other."""
    return fmean(max(word_overlap(one, other) for other in theirs) for one in ours)


def stories() -> Iterator[str]:
    ours, theirs = zip(*both("stories"), strict=True)
    closed = {
        (one, other)
        for one, other in combinations(range(len(ours)), 2)
        if not is_open(ours[one], ours[other]) and not is_open(theirs[one], theirs[other])
    }
    mine, yours = wanted(ours), wanted(theirs)
    for name, counted in (("pairs of texts", closed), ("open or not counted", mine | yours)):
        first, second = mine & counted, yours & counted
        yield f"{name} {rates(Counter(right=len(first & second), asked=len(first), found=len(second)))}"


def main() -> None:
    """Prints the agreement of each kind of labels."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    for kind in READ_BY_BOTH:
        print(f"{kind}: {len(list(both(kind)))} texts")
        print(*(f"  {line}" for line in globals()[kind]()), sep="\n")


if __name__ == "__main__":
    main()
