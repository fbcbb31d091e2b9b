"""The sample seeds become the golden tree, file by file; `make golden` writes it anew."""

from __future__ import annotations

from pathlib import Path

from tests.golden_tree import build, stored


def test_the_sample_seeds_become_the_golden_tree(tmp_path: Path) -> None:
    made, kept = build(tmp_path / "golden"), stored()
    assert sorted(made) == sorted(kept)
    changed = [name for name in kept if made[name] != kept[name]]
    assert not changed, "read the change, then: make golden"
    assert kept, "no golden tree: make golden"
