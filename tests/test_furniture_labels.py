"""Our own labels of lines: no half may be read worse than it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.furniture_labels import KEPT, LABELS, Score, rows, score

#: What was measured when the rules were last changed. Small changes may cost a line; a class of lines costs more.
STORED = {"tune": Score(0.9847, 1.0, 16, 20), "report": Score(0.9469, 0.9983, 10, 20)}
TOLERANCE = 0.002


@pytest.mark.parametrize("half", ["tune", "report"])
def test_lines_are_told_apart_as_well_as_before(bench: Path, half: str) -> None:
    found, wrong = score(half, bench / "articles")
    stored = STORED[half]
    assert found.precision >= stored.precision - TOLERANCE, wrong
    assert found.recall >= stored.recall - TOLERANCE, wrong
    assert found.perfect >= stored.perfect - 1
    assert found.files == stored.files


def test_labels_hold_no_text() -> None:
    assert len(LABELS.read_text("utf-8")) < 20_000
    for half in ("tune", "report"):
        for row in rows(half):
            assert set(row) == {"file", "sha256", "half", "lines"}
            assert set(KEPT) & set(row["lines"])
