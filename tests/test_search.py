"""What is found by a search, and which indexes a build makes anew."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from generator.config import Settings
from generator.errors import BuildError
from generator.model import Brief
from generator.render import search
from generator.render.overview import published_edition
from generator.render.search import pagefind, parts_of, write_search
from generator.render.search.records import records_of
from tests.made_briefs import landslide, titled, with_name
from tests.projects import snapshot

SETTINGS = Settings(pdf=False)


def edition() -> list[Brief]:
    """Briefs of 2026, 2025 and of no year."""
    return [
        landslide(),
        titled("Ferry runs again", "ferry.txt", published="2025-02-03"),
        titled("Road to Hentzau", "road.txt"),
    ]


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first dates of what was indexed."""
    made: list[str] = []
    files_of = search.files_of

    def counted(records: Any) -> dict[str, bytes]:
        made.append(records[0].meta.get("date", "none"))
        return files_of(records)

    monkeypatch.setattr(search, "files_of", counted)
    return made


def index(briefs: list[Brief], folder: Path) -> int:
    return write_search(published_edition(briefs, SETTINGS)[1], folder / "search", folder / "search.json")


def fragments(folder: Path) -> dict[str, dict[str, Any]]:
    """Address of a record -> what the index keeps of it."""
    read = (json.loads(gzip.decompress(path.read_bytes())[12:]) for path in folder.rglob("*.pf_fragment"))
    return {fragment["url"]: fragment for fragment in read}


def test_briefs_quotes_and_actors_with_a_page_are_found(tmp_path: Path) -> None:
    index(edition(), tmp_path)
    found = fragments(tmp_path / "search" / "2026")
    quote = next(kept for url, kept in found.items() if "digging" in kept["content"])
    assert quote["url"].startswith("/briefs/landslide-shuts-zenda-pass-as-counts-differ/#q")
    assert quote["content"] == "“We are digging with our hands,” … “We will not stop tonight.”"
    assert quote["filters"] == {
        "kind": ["direct"],
        "speaker": ["Mira Voss"],
        "actor": ["Mira Voss"],
        "source": ["Associated Press", "Ruritanian Press Agency"],
        "outlet": ["Strelsau Desk"],
    }
    assert quote["meta"]["role"] == "Interior Minister"
    actor = found["/actors/mira-voss/"]
    assert actor["filters"] == {"type": ["actor"], "actor": ["Mira Voss"], "speaker": ["Mira Voss"]}
    assert actor["content"] == "Interior Minister · Voss · Mira Voss"
    brief = found["/briefs/landslide-shuts-zenda-pass-as-counts-differ/"]
    assert brief["filters"]["type"] == ["brief"]
    assert brief["content"].endswith("Landslide Shuts Zenda Pass As Counts Differ")
    assert not set(brief["filters"]) - {"type", "speaker", "actor", "source", "outlet"}


def test_no_value_is_a_word_of_a_language(tmp_path: Path) -> None:
    german = replace(SETTINGS, labels="de")
    english = [record.filters for _, record in records_of(published_edition(edition(), SETTINGS)[1])]
    assert [record.filters for _, record in records_of(published_edition(edition(), german)[1])] == english


def test_a_build_indexes_only_years_whose_records_changed(tmp_path: Path, indexed: list[str]) -> None:
    briefs = edition()
    assert index(briefs, tmp_path) == 3
    before = snapshot(tmp_path / "search")
    assert index(briefs[::-1], tmp_path) == 0
    assert snapshot(tmp_path / "search") == before
    indexed.clear()
    index([*briefs, titled("Bridge closed", "bridge.txt", published="2025-06-01")], tmp_path)
    assert indexed == ["1 Jun 2025"]
    after = snapshot(tmp_path / "search")
    same = {name for name in before if name.startswith(("2026/", "none/")) or name == "pagefind.js"}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    fresh = tmp_path / "fresh"
    index([*briefs, titled("Bridge closed", "bridge.txt", published="2025-06-01")], fresh)
    assert {name: data for name, (_, data) in snapshot(fresh / "search").items()} == {
        name: data for name, (_, data) in after.items()
    }


def test_a_year_without_briefs_goes(tmp_path: Path) -> None:
    index(edition(), tmp_path)
    index(edition()[1:], tmp_path)
    assert not (tmp_path / "search" / "2026").exists()
    listing = json.loads((tmp_path / "search" / "years.json").read_bytes())
    assert [part["year"] for part in listing] == ["2025", "none"]
    index([], tmp_path)
    assert list(snapshot(tmp_path / "search")) == ["years.json"]


def test_a_broken_index_is_made_again(tmp_path: Path, indexed: list[str]) -> None:
    index(edition(), tmp_path)
    (tmp_path / "search" / "2025" / "order.txt").unlink()
    indexed.clear()
    index(edition(), tmp_path)
    assert indexed == ["3 Feb 2025"]


def test_records_stand_in_their_index_newest_first(tmp_path: Path) -> None:
    briefs = [landslide(), with_name(landslide(), "later.txt", published="2026-05-01")]
    index([*briefs, titled("Ferry runs", "ferry.txt", published="2026-04-01")], tmp_path)
    found = {path.stem.partition("_")[2]: path for path in (tmp_path / "search" / "2026" / "fragment").iterdir()}
    order = (tmp_path / "search" / "2026" / "order.txt").read_text("utf-8").split("\n")
    assert sorted(order) == sorted(found)
    kept = [json.loads(gzip.decompress(found[name].read_bytes())[12:]) for name in order]
    dates = [fragment["meta"]["date"] for fragment in kept]
    assert list(dict.fromkeys(dates)) == ["1 May 2026", "1 Apr 2026", "13 Mar 2026"]


def test_a_large_year_is_cut_at_months_and_an_undated_one_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "LARGE", 2)
    dates = ["2026-01-05", "2026-03-31", "2026", "2026-W20", "2026-12-31", "2025-05-05", None, None, None]
    briefs = [titled(f"Day {number}", f"{number}.txt", published=date) for number, date in enumerate(dates)]
    parts = parts_of(records_of(published_edition(briefs, SETTINGS)[1]))
    assert {path: len(part) for path, part in parts.items()} == {"2026-10": 1, "2026-01": 4, "2025": 1, "none": 3}


def test_hostile_texts_are_kept_as_text(tmp_path: Path) -> None:
    title = 'A <img src=x onerror="alert(1)"> &lt;b&gt; \x00\ud800 </script>'
    index([titled(title, "bad.txt", published="2026-01-01")], tmp_path)
    (found,) = fragments(tmp_path / "search").values()
    assert found["meta"]["title"] == title.replace("\x00\ud800", "\ufffd\ufffd")


def test_pagefind_that_breaks_off_leaves_no_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "_executable", lambda: sys.executable)
    with pytest.raises(BuildError, match="Pagefind could not make"):
        index(edition(), tmp_path)
    assert not (tmp_path / "search" / "2026").exists()
    monkeypatch.undo()
    assert index(edition(), tmp_path) == 3
