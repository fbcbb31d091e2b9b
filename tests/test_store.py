"""The store: kept outcomes are found again, and never when something changed."""

from __future__ import annotations

from pathlib import Path

from generator.config import Settings
from generator.store import Outcome, Store


def test_outcomes_come_back(tmp_path: Path) -> None:
    store = Store(tmp_path, Settings())
    key = store.key("a.txt", "00")
    assert store.get(key) is None
    store.put(key, Outcome(code="empty", message="nothing in it"))
    assert Store(tmp_path, Settings()).get(key) == Outcome(code="empty", message="nothing in it")


def test_a_damaged_file_counts_as_absent(tmp_path: Path) -> None:
    store = Store(tmp_path, Settings())
    store.put("k", Outcome(code="empty"))
    (tmp_path / "k").write_bytes(b"\x81")
    assert store.get("k") is None


def test_keys_follow_what_shapes_a_brief_and_nothing_else(tmp_path: Path) -> None:
    key = Store(tmp_path, Settings()).key("a.txt", "00")
    assert Store(tmp_path, Settings(site_name="Other", pdf=False)).key("a.txt", "00") == key
    assert Store(tmp_path, Settings(summary_sentences=2)).key("a.txt", "00") != key
    assert Store(tmp_path, Settings()).key("b.txt", "00") != key
    assert Store(tmp_path, Settings()).key("a.txt", "01") != key


def test_prune_leaves_what_was_asked_for(tmp_path: Path) -> None:
    Store(tmp_path, Settings()).put("old", Outcome(code="empty"))
    store = Store(tmp_path, Settings())
    store.put("new", Outcome(code="empty"))
    store.get("new")
    store.prune()
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
