"""The quality gate: no figure may fall below what was stored (`python -m tests.quality --write`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk_quality import desk_figures
from tests.quality import BASELINE, BENCHES, TOLERANCE, Bench, measure, seed_lines


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("bench_to_run", BENCHES, ids=lambda b: b.name)
def test_no_figure_falls_below_its_baseline(bench: Path, soak: bool, bench_to_run: Bench) -> None:
    floor = json.loads(BASELINE.read_text("utf-8"))["whole" if soak else "sample"][bench_to_run.name]
    found = measure(bench_to_run, soak)
    fallen = {name: (found[name], value) for name, value in floor.items() if found[name] < value * (1 - TOLERANCE)}
    assert not fallen, f"measured, stored: {fallen}"


@pytest.mark.timeout(1200)
def test_no_figure_of_our_own_labels_falls_below_its_baseline(bench: Path, soak: bool, tmp_path: Path) -> None:
    floor = json.loads(BASELINE.read_text("utf-8"))["whole" if soak else "sample"]["desk"]
    found = desk_figures(tmp_path, soak)
    fallen = {name: (found[name], value) for name, value in floor.items() if found[name] < value * (1 - TOLERANCE)}
    assert not fallen, f"measured, stored: {fallen}"


def test_the_real_seed_holds_as_many_lines(bench: Path) -> None:
    held, total = seed_lines()
    assert held / total >= json.loads(BASELINE.read_text("utf-8"))["sample"]["seed"]["lines that hold"], held
