"""Quotes: cue and channel, what holds for any text, and the figures on the bench; test_quote_pairs.py has the pairs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer, Settings
from generator.quotes import QuoteFinder
from generator.quotes.marks import DOUBLE, DOUBLED
from generator.quotes.model import INSTALL
from tests import quote_labels
from tests.calibration import as_scored, error, judge, scorer, steps
from tests.quote_pairs import WAYS, finder_of, pairs, quotes_of


@pytest.fixture(scope="module")
def finders() -> dict[str, QuoteFinder]:
    """A finder of each way."""
    return {way: finder_of(way) for way in WAYS}


def test_report_is_the_channel(briefer: Briefer, finders: dict[str, QuoteFinder]) -> None:
    text = next(pair.text for pair in pairs() if pair.name.startswith("according to a report is the channel"))
    for finder in finders.values():
        (quote,) = quotes_of(briefer, finder, text)
        assert quote.via is not None
        assert quote.via.text == "according to a pool report"
        assert quote.cue is not None
        assert (quote.cue.text, quote.cue.lemma) == ("told", "tell")


def test_without_the_model_rules_are_used_and_one_line_says_so(
    briefer: Briefer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "newsbrief_quotes", None)
    finder = QuoteFinder(Settings(quotes="model"))
    (quote,) = quotes_of(briefer, finder, 'Title\n\n"We will go home," said Roe.')
    assert quote.rule == "governed"
    assert finder.notice is not None
    assert INSTALL in finder.notice
    assert "\n" not in finder.notice


PLAIN = ("said", "Roe", "the mayor", "told", "he", "We go", "home", ",", ".", "!", "that", "according to", "\n")
MARKS = ('"', "\u201c", "\u201d", "''", "``", "\u2018", "\u2019", "don\u2019t", "\u00ab", "\u00bb", "=", ":", "\u2014")
WORDS = st.sampled_from([*PLAIN, *MARKS, "\U0001f600"])


@pytest.mark.parametrize("way", ["model", "rules"])
@given(words=st.lists(WORDS, min_size=1, max_size=60), glue=st.sampled_from(["", " "]))
def test_spans_are_slices_without_marks(
    briefer: Briefer, finders: dict[str, QuoteFinder], way: str, words: list[str], glue: str
) -> None:
    text = "Title\n" + glue.join(words)
    quotes = quotes_of(briefer, finders[way], text)
    assert quotes == quotes_of(briefer, finders[way], text)
    assert len({quote.id for quote in quotes}) == len(quotes)
    for quote in quotes:
        assert quote.text == text[quote.start : quote.end]
        assert (quote.start, quote.end) == (quote.spans[0].start, quote.spans[-1].end)
        at = 0
        for span in quote.spans:
            assert at <= span.start < span.end
            at = span.end
            assert span.text == text[span.start : span.end]
            assert not any(mark in span.text for mark in (*DOUBLE, *DOUBLED))
        for part in (quote.speaker, quote.cue, quote.via):
            assert part is None or part.text == text[part.start : part.end]


#: Joint F1 of pieces, of whole quotes with marks, of direct ones and of those without marks.
FLOORS = {"model": (0.88, 0.81, 0.87, 0.5), "rules": (0.83, 0.7, 0.8, 0.24)}
#: Expected calibration error: on a seventh of the quotes chance alone adds to it.
CALIBRATED, CALIBRATED_SAMPLE = 0.04, 0.07


@pytest.mark.parametrize("way", ["model", "rules"])
def test_figures_hold(bench: Path, briefer: Briefer, finders: dict[str, QuoteFinder], way: str, soak: bool) -> None:
    """On every sixth article of the dev part (on all with --soak) joint F1 and confidences stay as they were."""
    score = scorer()
    gold = score.load(bench / "quotes" / "polnear-dev.jsonl")[:: 1 if soak else 6]
    found, judged = [], []
    for article in gold:
        quotes = quotes_of(briefer, finders[way], article["text"])
        judged += judge(article, quotes)
        found.append({"id": article["id"], "quotes": [as_scored(quote) for quote in quotes]})
    result = score.score(gold, json.loads(json.dumps(found)), boot=0)
    joint = tuple(result[f"{view}@0.8"]["joint_F1"] for view in ("verbatim", "dm", "direct", "indirect"))
    assert all(one >= floor for one, floor in zip(joint, FLOORS[way], strict=True)), joint
    assert error(steps(judged)) <= (CALIBRATED if soak else CALIBRATED_SAMPLE)


@pytest.mark.parametrize(("way", "floor"), [("model", 0.83), ("rules", 0.75)])
def test_other_outlets_hold(bench: Path, way: str, floor: float) -> None:
    whole, _, _ = quote_labels.score("report", way)
    assert whole.f1 >= floor


def test_labels_hold_no_text() -> None:
    pieces = [piece for row in quote_labels.rows() for piece in row["pieces"]]
    assert len(pieces) == 337
    assert all(len(piece) == 5 and not any(isinstance(part, str) for part in piece) for piece in pieces)
