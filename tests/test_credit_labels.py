"""Credit lines of the benches, labelled by reading them: how many are read right. The labels hold offsets, no text.

One half of the rows ("tune") may be looked at when a rule is written, the other half ("report") only counted.
`python -m tests.test_credit_labels` prints the figures, `--wrong` the wrong rows of the half to tune on, `--write`
stores the figures.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.credit import find_sources
from generator.model import Source
from generator.parse import parse
from generator.read import seed_of
from tests.conftest import BENCH, ROOT

LABELS = ROOT / "tests" / "labels" / "credits.jsonl"
STORED = ROOT / "tests" / "labels" / "credits-figures.json"
HALVES = ("tune", "report")
FILES = {
    "polnear-train200": "quotes/polnear-train200.jsonl",
    "polnear-train640": "quotes/polnear-train640.jsonl",
    "cnndm-dev300": "summary/cnndm-dev300.jsonl",
    "gum-news": "actors/gum-news.jsonl",
}
ARTICLE = """Selmont Closes Its Market Hall

The council said on March 3 that the market hall in Selmont would close for repairs until June.

Engineers found cracks in two of its pillars in November, when the stalls were empty.

"We cannot take risks with a hall that 4,000 people visit a day," the mayor told reporters.

The stalls will stand on the square until the work is done, the council said.

"""

Row = dict[str, Any]


@pytest.fixture(scope="module")
def texts(bench: Path) -> dict[tuple[str, str], str]:
    """(corpus, article) -> text."""
    return _texts(bench)


def _texts(bench: Path) -> dict[tuple[str, str], str]:
    out = {
        (corpus, row["id"]): row["text"]
        for corpus, name in FILES.items()
        for row in map(json.loads, (bench / name).read_text(encoding="utf-8").splitlines())
    }
    for path in sorted((bench / "articles").glob("*.txt")):
        out["articles", path.name] = path.read_bytes().decode("utf-8")
    return out


def _rows() -> list[Row]:
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def _normal(name: str) -> str:
    return " ".join(name.casefold().replace("\u2019", "'").split()).strip(" .,;").removeprefix("the ")


def _read(text: str, row: Row) -> tuple[Source, ...]:
    """The sources of a row's line at the end of an invented article."""
    return find_sources(parse(seed_of(ARTICLE + text[row["start"] : row["end"]] + "\n"), Settings()))


def _score(rows: list[Row], texts: dict[tuple[str, str], str]) -> tuple[dict[str, float], list[str]]:
    """The figures of some rows, and the rows that are wrong, told for people."""
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for row in rows:
        text = texts[row["corpus"], row["article"]]
        found = _read(text, row)
        names = {_normal(source.text) for source in found}
        if not row["expected"]:
            count["notices"] += 1
            count["false credits"] += bool(found)
            if found:
                wrong.append(f"no credit, but {sorted(names)}: {text[row['start'] : row['end']]}")
            continue
        allowed = {_normal(text[e["start"] : e["end"]]) for e in row["expected"]}
        needed = {_normal(text[e["start"] : e["end"]]) for e in row["expected"] if not e.get("optional")}
        exact = needed <= names <= allowed
        count["credits"] += 1
        count["exact"] += exact
        faults = list(_compare(row, text, found, count))
        if not exact or faults:
            missing, extra = sorted(needed - names), sorted(names - allowed)
            wrong.append(f"missing {missing} extra {extra} {faults}: {text[row['start'] : row['end']]}")
    figures = {
        "credits": count["credits"],
        "exact": round(count["exact"] / max(1, count["credits"]), 3),
        "names": count["names"],
        "kind": round(count["kind"] / max(1, count["names"]), 3),
        "role": round(count["role"] / max(1, count["names"]), 3),
        "placed": count["placed"],
        "place": round(count["place"] / max(1, count["placed"]), 3),
        "notices": count["notices"],
        "false_credits": count["false credits"],
    }
    return figures, wrong


def _compare(row: Row, text: str, found: tuple[Source, ...], count: Counter[str]) -> Iterator[str]:
    """Counts kind, role and place over the names found; yields what is wrong."""
    for e in row["expected"]:
        name = text[e["start"] : e["end"]]
        same = [source for source in found if _normal(source.text) == _normal(name)]
        if not same or e.get("optional"):
            continue
        count["names"] += 1
        place = text[slice(*e["place"])] if e["place"] else None
        right = {
            "kind": any(source.kind == e["kind"] for source in same),
            "role": any(source.role == e["role"] for source in same),
            "place": any(_normal(source.place or "") == _normal(place or "") for source in same),
        }
        if not place and not any(source.place for source in same):
            del right["place"]
        count["placed"] += "place" in right
        for what, ok in right.items():
            count[what] += ok
            if not ok:
                yield f"{what} of {name}: {[(s.kind, s.role, s.place) for s in same]}"


def _figures(texts: dict[tuple[str, str], str]) -> dict[str, dict[str, float]]:
    return {half: _score([row for row in _rows() if row["half"] == half], texts)[0] for half in HALVES}


def test_the_labels_fit_the_texts(texts: dict[tuple[str, str], str]) -> None:
    for row in _rows():
        text = texts[row["corpus"], row["article"]]
        assert hashlib.sha256(text.encode("utf-8")).hexdigest() == row["sha256"]
        for e in row["expected"]:
            assert row["start"] <= e["start"] < e["end"] <= row["end"] <= len(text)
            assert text[e["start"] : e["end"]].strip() == text[e["start"] : e["end"]]


def test_there_are_enough_labels() -> None:
    rows = _rows()
    assert sum(bool(row["expected"]) for row in rows) >= 120
    assert sum(not row["expected"] for row in rows) >= 60
    assert {row["half"] for row in rows} == set(HALVES)


@pytest.mark.parametrize("half", HALVES)
def test_no_figure_falls(half: str, texts: dict[tuple[str, str], str]) -> None:
    stored = json.loads(STORED.read_text(encoding="utf-8"))[half]
    figures, _ = _score([row for row in _rows() if row["half"] == half], texts)
    for name in ("exact", "kind", "role", "place"):
        assert figures[name] >= stored[name], f"{name} of {half}"
    assert figures["false_credits"] <= stored["false_credits"]


if __name__ == "__main__":
    found = _texts(BENCH)
    if "--wrong" in sys.argv:
        for told in _score([row for row in _rows() if row["half"] == "tune"], found)[1]:
            print(told, end="\n\n")
    figures = _figures(found)
    print(json.dumps(figures, indent=1))
    if "--write" in sys.argv:
        STORED.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
