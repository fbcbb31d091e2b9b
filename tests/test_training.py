"""The parts of the training that need no torch: names keep their places, examples are right, weights mean something."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import newsbrief_quotes
import pytest
from tokenizers import Tokenizer

from tests.conftest import ROOT

TEXT = 'Bridge Closes\n\nThe bridge, Mara Lind said, is "a danger" to the town. "Nobody listens," Lind added.'


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the training code, whose modules import each other by name."""
    monkeypatch.syspath_prepend(str(ROOT / "training"))


def span(words: str, at: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, at)
    return start, start + len(words)


def article() -> Any:
    from corpus import Article, Quote

    return Article(
        "a",
        TEXT,
        (
            Quote((span("The bridge"), span('is "a danger" to the town')), (span("Mara Lind"),), (span("said"),)),
            Quote((span("Nobody listens,"),), (span("Lind", span("Nobody")[0]),), (span("added"),)),
        ),
    )


@pytest.mark.usefixtures("training")
def test_other_names_keep_their_places(tmp_path: Path) -> None:
    from corpus import NameSwapper

    names = tmp_path / "names.txt"
    names.write_text("Okonkwo Abdelrahmani", "utf-8")
    old = article()
    new = NameSwapper([old], names).swap(old, random.Random(1))
    assert "Lind" not in new.text
    assert "Mara" not in new.text
    assert new.text.count("Okonkwo") + new.text.count("Abdelrahmani") == 3

    def words(one: Any) -> list[str]:
        return [one.text[s:e] for quote in one.quotes for part in (quote.content, quote.cue) for s, e in part]

    assert words(new) == words(old)
    first, second = (new.text[slice(*quote.source[0])] for quote in new.quotes)
    assert first.split()[1] == second


@pytest.mark.usefixtures("training")
def test_examples_know_the_right_answers() -> None:
    from examples import examples

    tokenizer = Tokenizer.from_file(str(newsbrief_quotes.TOKENIZER))
    _title, body = examples(article(), tokenizer, frozenset({"listens"}))
    window = body.window

    def text(first: int, last: int) -> str:
        return TEXT[window.offsets[first][0] : window.offsets[last][1]]

    assert [text(query.first, query.after - 1) for query in body.queries] == [
        "a danger",
        "Nobody listens,",
        "said",
        "added",
    ]
    danger, nobody, said, added = body.queries
    assert [text(query.start, query.end) for query in body.queries] == ["Mara Lind", "Lind", "Mara Lind", "Lind"]
    assert danger.content == said.content
    assert [text(a, b) for a, b in zip(sorted(said.opens), sorted(said.closes), strict=True)] == [
        "The bridge",
        'is "a danger" to the town',
    ]
    assert nobody.opens == added.opens == {min(nobody.content)}
    assert body.doubtful == []  # the only word like a cue stands inside a quote
    cues = [piece for piece, (cue, _, _) in enumerate(body.tags) if cue]
    assert [text(piece, piece) for piece in cues] == ["said", "added"]


@pytest.mark.usefixtures("training")
def test_weights_of_summaries_follow_the_references() -> None:
    from summary_weights import as_toml, examples, fit, held_out

    told = "The ferry over the Tarl sank on Monday with 40 people on board."
    rest = "Nobody slowly said very much. She probably liked it there. They were often rather unhappy with him."
    rows = [{"id": str(n), "text": f"{told} {rest} The ferry had 40 seats.", "summary": told} for n in range(12)]
    made = list(examples(rows))
    weights = fit(made)
    assert weights.features["figures"] > 0 > weights.features["adverbs"]
    assert as_toml(weights, made) == as_toml(fit(made), made)
    lines = list(held_out(made))
    assert {line["id"] for line in lines} == {row["id"] for row in rows}
    assert all(line["three"][0] == (0, len(told)) for line in lines)
