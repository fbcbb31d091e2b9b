"""The scorers of our own labels count right on an invented text, and the labels fit the texts they were made of."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from generator import Brief, Briefer
from generator.model import Claim, Dispute, Event, Figure, SeedReference, Slice, Speaker
from tests import agreement, claim_labels, dispute_labels, event_labels, figure_labels, made_disputes
from tests.label_texts import Row, paired, rows, seed

TEXT = "Ruritania said 15 ships sank on May 2. Strelsau denied that 22 ships sank, a six-day count, in May."


def at(words: str, nth: int = 0) -> dict[str, Any]:
    """The place of some words in the invented text, as a slice has it."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words, "rule": "test"}


def label(words: str, **fields: Any) -> Row:
    """A label on some words of the invented text."""
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), **fields}


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def brief(**parts: Any) -> Brief:
    """A brief of the invented text that holds some parts."""
    reference = SeedReference(name="ships.txt", sha256="0", media_type="text/plain")
    return Brief(id="0", seed=reference, text=TEXT, text_sha256="0", **parts)


def speaker(words: str) -> Speaker:
    return Speaker(**at(words), name=words)


def figure(words: str, unit: str, said_by: str | None = None, **number: float) -> Figure:
    by = speaker(said_by) if said_by else None
    return Figure(**at(words), id=words, unit=unit, speaker=by, paragraph=1, **number)


def test_figures_are_counted() -> None:
    """One right, one with another value and another speaker, one open, one false."""
    found = (
        figure("15 ships", "ship", "Ruritania", value=15),
        figure("22 ships", "ship", "Ruritania", value=21),
        figure("six", "day", value=6),
        figure("2", "May", value=2),
    )
    items = [
        label("15 ships", value=15, unit=["ship"], speaker=span("Ruritania")),
        label("22 ships", value=22, unit=["ship"], speaker=span("Strelsau")),
        label("six-day", value=6, unit=["day"], open=True),
    ]
    made = brief(figures=found, disputes=(Dispute(unit="ship", figures=(0, 1)),))
    count, misses = figure_labels.scored({"skip": [], "items": items, "disputes": [[0, 1]]}, made)
    assert (count["asked"], count["found"], count["right"], count["overlapping"]) == (2, 3, 1, 2)
    assert (count["said"], count["said right"], count["stated"]) == (2, 1, 0)
    assert (count["disputes right"], count["disputes seen"], count["disputes found"]) == (1, 1, 1)
    assert len(misses) == 3


@pytest.mark.parametrize(
    ("wanted", "said", "right"),
    [
        ({"value": 15}, {"value": 15}, True),
        ({"value": 15}, {"low": 15}, False),
        ({"low": 80}, {"low": 80}, True),
        ({"low": 80}, {"low": 80, "high": 90}, False),
        ({"high": 80}, {"value": 80}, False),
        ({"low": 12, "high": 18}, {"low": 12, "high": 18}, True),
        ({"about": 300}, {"value": 300}, True),
        ({"about": 300}, {"high": 300}, True),
        ({"about": 300}, {"value": 30}, False),
        ({}, {"low": 24}, True),
        ({}, {"value": 24}, False),
    ],
)
def test_numbers(wanted: Row, said: dict[str, float], right: bool) -> None:
    assert figure_labels.has_number({"unit": ["ship"], **wanted}, figure("15 ships", "ship", **said)) is right


def test_units() -> None:
    assert figure_labels.has_unit({"unit": ["person"]}, figure("15 ships", "people"))
    assert figure_labels.has_unit({"unit": ["ship"]}, figure("15 ships", "cargo ship"))
    assert not figure_labels.has_unit({"unit": ["ship"]}, figure("15 ships", "boat"))
    assert figure_labels.has_number({"unit": ["cent"], "value": 50}, figure("15 ships", "dollar", value=0.5))


def test_claims_are_counted() -> None:
    """One right with its scope but another speaker; one missed; one false."""

    def claim(marker: str, words: str, kind: Any, said_by: str | None = None) -> Claim:
        by = speaker(said_by) if said_by else None
        return Claim(**at(words), id=words, kind=kind, marker=Slice(**at(marker)), speaker=by, paragraph=1)

    found = (claim("denied", "22 ships sank", "denied"), claim("count", "six-day", "unclear"))
    items = [
        label("denied", kind=["denied"], scope=span("22 ships sank"), speaker=span("Strelsau")),
        label("said", kind=["alleged"], scope=None, speaker=None),
    ]
    count, misses = claim_labels.scored({"skip": [], "items": items}, brief(claims=found))
    assert (count["asked"], count["found"], count["right"]) == (2, 2, 1)
    assert (count["scope right"], count["said right"], count["said"]) == (1, 0, 1)
    assert len(misses) == 3
    skipped, _ = claim_labels.scored({"skip": [span("a six-day count")], "items": items}, brief(claims=found[1:]))
    assert skipped["found"] == 0


def test_events_are_counted() -> None:
    """One right, one wrong, one that may be missed."""
    found = (
        Event(**at("15 ships sank on May 2"), id="1", date="--05-02", paragraph=1),
        Event(**at("in May"), id="2", date="2026", paragraph=1),
    )
    items = [
        label("May 2", date=["2026-05-02"], bare=["--05-02"]),
        label("in May", date=["2026-05"], bare=["--05"]),
        label("six-day", date=["2026-04"], bare=[None]),
    ]
    row = {"skip": [], "items": items}
    bare, _ = event_labels.scored(row, brief(events=found), "bare")
    assert (bare["asked"], bare["found"], bare["compared"], bare["right"]) == (2, 2, 2, 1)
    dated, _ = event_labels.scored(row, brief(events=found), "date")
    assert (dated["asked"], dated["found"], dated["right"]) == (3, 2, 0)


def test_a_week_is_its_months_too() -> None:
    assert event_labels.meant(["2024-W18"]) == {"2024-W18", "2024-04-29/2024-05-05", "2024-04", "2024-05"}


def test_pairs_are_one_to_one_and_right_ones_first() -> None:
    items = [label("15 ships"), label("ships sank")]
    spans = [(span("ships")[0], span("ships")[1])]
    assert paired(items, spans, lambda item, one: item == 1) == [(1, 0, True)]


@pytest.mark.parametrize("kind", ["figures", "claims", "events"])
def test_labels_fit_their_texts(bench: Path, kind: str) -> None:
    """Every span lies in its text; the halves share no text and are of one size."""
    texts: dict[str, set[str]] = {"tune": set(), "report": set()}
    for row in rows(kind):
        text = seed(row).text
        texts[row["half"]].add(row["file"])
        inner = [item[name] for item, name in product(row["items"], ("scope", "speaker", "clause")) if item.get(name)]
        for start, end in [*((item["start"], item["end"]) for item in row["items"]), *inner, *row["skip"]]:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
    assert not texts["tune"] & texts["report"]
    assert abs(len(texts["tune"]) - len(texts["report"])) <= 1


@pytest.mark.parametrize("kind", agreement.READ_BY_BOTH)
def test_second_labels_are_of_the_same_texts(bench: Path, kind: str) -> None:
    """The second reader read texts that the first one read, and has no span outside them."""
    read = list(agreement.both(kind))
    assert len(read) >= 20
    for first, second in read:
        assert {first[name] for name in ("source", "sha256", "half")} == {
            second[name] for name in ("source", "sha256", "half")
        }
        text = seed(second).text
        items = second.get("items", ())
        inner = [item[name] for item, name in product(items, ("scope", "speaker", "clause")) if item.get(name)]
        answers = [span for spans in second.get("answers", {}).values() for span in spans]
        for start, end in [*((item["start"], item["end"]) for item in items), *inner, *answers]:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert all(0 <= at < len(items) for pair in second.get("disputes", ()) for at in pair)


def test_readers_who_differ_are_told() -> None:
    """One item alike, one of another number, one that only one has, one that one holds for open."""
    first = [
        label("15 ships", value=15, unit=["ship"]),
        label("22 ships", value=22, unit=["ship"]),
        label("six-day", value=6, unit=["day"]),
    ]
    second = [
        label("15 ships", about=15, unit=["vessel", "ship"]),
        label("22 ships", low=22, unit=["ship"]),
        label("six-day", value=6, unit=["day"], open=True),
        label("in May", value=5, unit=["month"]),
    ]
    count, _ = agreement.compared({"skip": [], "items": first}, {"skip": [], "items": second}, agreement.same_number)
    assert (count["right"], count["overlapping"], count["asked"], count["found"]) == (1, 2, 2, 3)
    assert (count["ours"], count["theirs"]) == (3, 3)
    assert agreement.same_unit(first[0], second[0])


def test_kappa_is_agreement_beyond_chance() -> None:
    assert agreement.kappa([("a", "a"), ("b", "b")]) == 1
    assert agreement.kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0


def test_speakers_of_two_readers() -> None:
    mine, yours = {"speaker": span("Ruritania")}, {"speaker": span("Strelsau")}
    assert agreement.same_speaker(TEXT, mine, mine)
    assert not agreement.same_speaker(TEXT, mine, yours)
    assert agreement.same_speaker(TEXT, {"speaker": None}, {"speaker": None})
    assert not agreement.same_speaker(TEXT, {"speaker": None}, yours)


STORY = """two papers

### article
outlet: Strelsau Post
published: 2031-03-04

The army said 15 ships sank off Zenda.

### article
outlet: Zenda Times
published: 2031-03-04

On Monday 22 ships sank off Zenda, the navy said.

expect: {expected}
"""


@pytest.mark.parametrize(
    ("expected", "right", "misses"),
    [
        ('"15 ships" (The army) | "22 ships" (the navy)', 1, 0),
        ('"15 ships" (The army) | "22 ships" (Zenda Times)', 1, 1),
        ("none -- invented", 0, 1),
    ],
)
def test_invented_disputes_are_counted(briefer: Briefer, expected: str, right: int, misses: int) -> None:
    """A dispute over two briefs is right if it is expected; whose figures they are is counted apart."""
    case = made_disputes.case(STORY.format(expected=expected), "tune")
    count, missed = dispute_labels.scored(case, tuple(map(briefer.brief_seed, case.seeds)))
    assert (count["found"], count["right"], len(missed)) == (1, right, misses)
