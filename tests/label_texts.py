"""What the scorers of our own labels share: the labelled texts, their briefs, and how two lists of spans are paired.

A file of tests/labels holds a row a text: where it comes from (the seeds, the articles of the benches, Wikinews as
gum-news has it, cnndm-dev300, PolNeAR), the sha256 of the text that offsets count in, its half, spans to "skip"
(captions, what a page repeats) and the items. An item with "open" is one that two careful readers may take or leave:
finding it is no mistake and missing it is none. Texts were drawn by the hash of their names; ranks alternate between
the halves.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from spacy.tokens import DocBin

from generator import Brief, Briefer, Settings
from generator.model import Article, Metadata, Seed, Speaker
from generator.nlp import Passage, Pipeline, Reading, pieces
from generator.read import read, seed_of
from tests.conftest import BENCH, ROOT

Span = tuple[int, int]
Row = dict[str, Any]
HALVES = ("tune", "report", "whole")
FILES = {"wikinews": "actors/gum-news.jsonl", "cnndm": "summary/cnndm-dev300.jsonl"}


def rows(kind: str, half: str = "whole") -> Iterator[Row]:
    """The labelled texts of a kind ("figures", "claims", "events"), of one half or all."""
    for line in (ROOT / "tests" / "labels" / f"{kind}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if half in {"whole", row["half"]}:
            yield row


@cache
def _known(name: str) -> dict[str, str]:
    """id -> text of a file of the benches."""
    return {row["id"]: row["text"] for row in map(json.loads, (BENCH / name).read_text("utf-8").splitlines())}


def seed(row: Row, published: str | None = None) -> Seed:
    """The text of a row, dated where a date is given; ValueError if it is another text now."""
    if row["source"] == "seeds":
        found = read(ROOT / "seeds" / row["file"], Settings())
    elif row["source"] == "articles":
        found = seed_of((BENCH / "articles" / row["file"]).read_bytes().decode("utf-8"))
    else:
        where = FILES.get(row["source"]) or f"quotes/{row['source']}.jsonl"
        found = seed_of(_known(where)[row["file"]])
    if sha256(found.text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['file']} is not the text that was labelled")
    return msgspec.structs.replace(found, metadata=Metadata(published=published)) if published else found


class KeptPipeline(Pipeline):
    """Parses each text once and keeps what spaCy said, so that a rule can be tried without parsing again."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self._folder = folder
        self._last: tuple[str, Reading] | None = None

    def read(self, article: Article) -> Reading:
        found = pieces(article)
        key = sha256(repr([(piece, article.text[slice(*piece[:2])]) for piece in found]).encode()).hexdigest()
        if self._last is None or self._last[0] != key:
            self._last = key, self._read(article, self._folder / f"{key}.spacy" if self._folder else None)
        return self._last[1]

    def _read(self, article: Article, kept: Path | None) -> Reading:
        if kept is not None and kept.exists():
            docs = DocBin().from_disk(kept).get_docs(self.language.vocab)
            return Reading(tuple(Passage(*piece, doc) for piece, doc in zip(pieces(article), docs, strict=True)))
        reading = super().read(article)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            DocBin(docs=[passage.doc for passage in reading.passages]).to_disk(kept)
        return reading


def briefer(folder: Path | None) -> Briefer:
    """A Briefer that finds quotes by rules and keeps its parses in a folder."""
    made = Briefer(Settings(quotes="rules"))
    made._pipeline = KeptPipeline(folder)
    return made


def overlap(one: Span, other: Span) -> int:
    """Code points that two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def asked(items: Sequence[Row]) -> list[Row]:
    """The items that must be found."""
    return [item for item in items if not item.get("open")]


def kept(row: Row, found: Sequence[Any]) -> list[Any]:
    """What was found outside the spans to skip."""
    return [one for one in found if not any(overlap((one.start, one.end), tuple(span)) for span in row["skip"])]


def paired(
    items: Sequence[Row], spans: Sequence[Span], is_right: Callable[[int, int], bool]
) -> list[tuple[int, int, bool]]:
    """(item, found, right), one to one: overlapping pairs, the right ones first, asked items before open ones."""
    pairs = sorted(
        (not is_right(item, found), bool(label.get("open")), -shared, item, found)
        for item, label in enumerate(items)
        for found, span in enumerate(spans)
        if (shared := overlap((label["start"], label["end"]), span))
    )
    mine: set[int] = set()
    theirs: set[int] = set()
    taken: list[tuple[int, int, bool]] = []
    for wrong, _, _, item, found in pairs:
        if item not in mine and found not in theirs:
            mine.add(item)
            theirs.add(found)
            taken.append((item, found, not wrong))
    return taken


def not_asked(items: Sequence[Row], spans: Sequence[Span], pairs: Sequence[tuple[int, int, bool]]) -> set[int]:
    """What was found of open items alone: it counts neither for nor against."""
    used = {found for item, found, _ in pairs if not items[item].get("open")}
    opened = [(item["start"], item["end"]) for item in items if item.get("open")]
    return {at for at, span in enumerate(spans) if at not in used and any(overlap(span, one) for one in opened)}


def is_said_by(brief: Brief, speaker: Speaker | None, wanted: Sequence[int] | None) -> bool:
    """True if the speaker is the labelled mention, or an actor that the mention stands for; None wants nobody."""
    if speaker is None or wanted is None:
        return speaker is None and wanted is None
    span = (wanted[0], wanted[1])
    actor = brief.actor(speaker.actor)
    spans = [(speaker.start, speaker.end), *((m.start, m.end) for m in (actor.mentions if actor else ()))]
    return any(overlap(span, other) for other in spans)


def rates(count: Counter[str]) -> str:
    """Precision, recall and F1 of "right" among "found" and "asked"."""
    precision, recall = (count["right"] / max(1, count[name]) for name in ("found", "asked"))
    f1 = 2 * count["right"] / max(1, count["found"] + count["asked"])
    counts = ", ".join(f"{count[name]} {name}" for name in ("right", "found", "asked"))
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({counts})"


def share(right: int, number: int) -> str:
    """A share and what it is of."""
    return f"{right / max(1, number):.3f} of {number}"


def options(description: str | None) -> argparse.Namespace:
    """--misses and --cache, the same for every scorer."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what is wrong in the half to tune on")
    parser.add_argument("--cache", type=Path, help="folder to keep spaCy's parses in")
    return parser.parse_args()
