"""The learned way of finding quotes: damaged files, threads, windows, borders, confidences."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import newsbrief_quotes
import pytest

from generator import Briefer, Settings
from generator.errors import MissingPackage
from generator.model import Article
from generator.nlp import Reading
from generator.quotes import QuoteFinder
from generator.quotes.confidence import FEATURES, Confidence
from generator.quotes.learned import Learned
from generator.quotes.marks import find_runs
from generator.quotes.model import QuoteModel
from generator.quotes.reach import Gains, stretches
from generator.quotes.windows import WIDTH, WindowMaker
from tests.quote_pairs import article_of

TEXT = (
    "Bridge Closes\n\n"
    'The bridge is unsafe, engineers said on Monday. "We will not wait for it to fall," said Mara Lind of Selmont.\n\n'
    'The mayor denied that he had known. "Nobody told me," he added, calling the report "a bad joke".'
)


def read(briefer: Briefer, text: str) -> tuple[Article, Reading]:
    """A text, parsed."""
    article = article_of(text)
    return article, briefer._pipeline.read(article)


def damaged(monkeypatch: pytest.MonkeyPatch, **files: Path) -> None:
    """Puts a package with other files in the place of newsbrief_quotes."""
    package = ModuleType("newsbrief_quotes")
    for name in newsbrief_quotes.__all__:
        setattr(package, name, files.get(name, getattr(newsbrief_quotes, name)))
    monkeypatch.setitem(sys.modules, "newsbrief_quotes", package)


@pytest.mark.parametrize("name", ["ENCODER", "HEADS", "TOKENIZER", "CALIBRATION"])
@pytest.mark.parametrize("how", ["cut", "empty", "gone"])
def test_a_damaged_file_means_rules_and_one_warning(
    briefer: Briefer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, how: str
) -> None:
    whole: Path = getattr(newsbrief_quotes, name)
    broken = tmp_path / whole.name
    if how != "gone":
        broken.write_bytes(whole.read_bytes()[: 0 if how == "empty" else whole.stat().st_size // 2])
    damaged(monkeypatch, **{name: broken})
    finder = QuoteFinder(Settings(quotes="model"))
    article, reading = read(briefer, TEXT)
    quotes = finder.find(article, reading, ())
    assert finder.notice is not None
    assert "\n" not in finder.notice
    assert "damaged" in finder.notice
    assert quotes == QuoteFinder(Settings(quotes="rules")).find(article, reading, ())
    with pytest.raises(MissingPackage):
        Learned()


def test_threads_change_nothing(briefer: Briefer) -> None:
    article, reading = read(briefer, TEXT)
    one, two = Learned(), Learned()
    two.model = QuoteModel(threads=2)
    runs = find_runs(reading.passages)
    found = list(one(article, reading, runs))
    assert found
    assert found == list(two(article, reading, runs))


def test_each_cue_is_asked_about_in_one_window(briefer: Briefer) -> None:
    article, reading = read(briefer, "Title\n\n" + "The mayor said it would rain all day long again. " * 60)
    model = QuoteModel()
    windows = list(WindowMaker(model.tokenizer, article.text, reading.passages, ()).windows())
    assert max(len(window.ids) for window in windows) <= WIDTH + 2
    own = [window.own for window in windows if window.passage == 1]
    assert len(own) > 2
    assert all(before[1] <= after[0] for before, after in pairwise(own))
    assert own[0][0] == article.text.index("The mayor")
    assert own[-1][1] == len(article.text.rstrip())


def test_a_passage_without_end_is_read_for_its_quotes(briefer: Briefer) -> None:
    article, reading = read(briefer, "Title\n\n" + "(;" * 9000 + ' "We go home," said Mara Lind. ' + "(;" * 3000)
    model = QuoteModel()
    runs = find_runs(reading.passages)
    windows = list(WindowMaker(model.tokenizer, article.text, reading.passages, runs).windows())
    assert len(windows) < 60
    assert [place.run for window in windows for place in window.runs] == list(runs)


@pytest.mark.parametrize(
    ("gains", "taken"),
    [
        ([], []),
        ([Gains(2, -1, -1)], [False]),
        ([Gains(2, 1, 1)], [True]),
        ([Gains(3, 0, -1), Gains(-0.5, -1, -1), Gains(2, -1, 0), Gains(-4, -1, -1)], [True, True, True, False]),
        ([Gains(3, 2, 2), Gains(-2, -3, -3), Gains(2, 2, 2)], [True, False, True]),
    ],
)
def test_stretches(gains: list[Gains], taken: list[bool]) -> None:
    assert stretches(gains) == taken


def test_confidences_have_a_weight_for_each_feature(tmp_path: Path) -> None:
    rows = json.loads(newsbrief_quotes.CALIBRATION.read_text("utf-8"))
    assert {wording: set(row["weights"]) for wording, row in rows.items()} == {
        wording: set(FEATURES) for wording in ("direct", "mixed", "indirect")
    }
    del rows["mixed"]["weights"]["agree"]
    broken = tmp_path / "calibration.json"
    broken.write_text(json.dumps(rows), "utf-8")
    with pytest.raises(KeyError):
        Confidence(broken)


def test_the_weights_are_small() -> None:
    size = sum(path.stat().st_size for path in (newsbrief_quotes.ENCODER, newsbrief_quotes.HEADS))
    assert size <= 15_000_000
