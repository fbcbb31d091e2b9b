"""Our own labels of who is who over many articles, and how well the pages of actors keep them apart and together.

    python -m tests.corpus_labels [--misses] [--cache FILE]

tests/labels/corpus_actors.jsonl holds offsets, no text: for each drawn mention the entity it names, by a number that is
the same over all texts, and its kind; no entity where the span is no actor (a product, an event, half of another name).
The texts are the articles of the bench and our seeds; tests/corpus_draw.py chose the mentions, by no rule of ours.
A country and its government under the country's name are one entity; "Washington" for the government is another
(noted "government"); a lone last name is whoever the context says; the demonym is none.

Two readers labelled all 490 apart. Where both saw an actor (430) they never differed on who it is (B-cubed 1.0); on
whether there is one they agreed in .978 (kappa .887), the platforms of the net being most of the rest, and those stay
none. One slip and two kinds were then settled.

Printed is B-cubed over the labelled mentions, each put to the dossier of the actor that is named there (none there: a
cluster of its own), beside clusters of equal names of one kind. "crowded" are the mentions whose name has a word in
common with a mention of another text: the others can hardly be joined wrongly.
Rules may be written with a look at the half called "tune"; "report" is only counted. Entities whose names end with the
same word are in one half.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from generator import Briefer
from generator.config import Settings
from generator.edition import make_edition
from generator.model import Brief
from tests.conftest import ROOT
from tests.corpus_draw import EDGES, seeds

LABELS = ROOT / "tests" / "labels" / "corpus_actors.jsonl"
#: An actor is named at a label if its mention holds so much of the label.
COVERED = 0.5
#: A span that is none is an actor all the same if a mention shares so much with it.
ALIKE = 0.5


class Label(NamedTuple):
    """One labelled mention."""

    file: str
    start: int
    end: int
    entity: str | None
    """None if the span is no actor."""
    kind: str
    half: str
    text: str


class Found(NamedTuple):
    """A label and where the project puts it."""

    label: Label
    cluster: Hashable
    """A dossier's id; the label itself where no actor is named."""
    is_alike: bool
    """True if an actor's mention has about the borders of the label."""


class Score(NamedTuple):
    """B-cubed over mentions, each share from 0 to 1."""

    precision: float
    recall: float
    mentions: int

    @property
    def f1(self) -> float:
        """Harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def rows() -> list[dict[str, Any]]:
    """The labelled texts as stored."""
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def labels(made: dict[str, Brief]) -> Iterator[Label]:
    """The labels of these texts; ValueError if a text is another than the one that was labelled."""
    for row in rows():
        brief = made.get(row["file"])
        if brief is None:
            continue
        if brief.text_sha256 != row["sha256"]:
            raise ValueError(f"{row['file']} is not the text that was labelled")
        for start, end, entity, kind, half, *_ in row["mentions"]:
            yield Label(row["file"], start, end, entity, kind, half, brief.text[start:end])


def briefs(cache: Path | None = None) -> dict[str, Brief]:
    """The brief of each text, by file; kept in `cache` and taken from there the next time."""
    if cache is not None and cache.exists():
        kept: dict[str, Brief] = pickle.loads(cache.read_bytes())
        return kept
    briefer = Briefer(Settings(quotes="rules"))
    made = {name: briefer.brief_seed(seed) for name, seed in seeds()}
    if cache is not None:
        cache.write_bytes(pickle.dumps(made))
    return made


def put(made: dict[str, Brief]) -> list[Found]:
    """Each label with the dossier of the actor that is named there."""
    dossier_of = make_edition(made.values()).dossier_of
    found = []
    for label in labels(made):
        brief = made[label.file]
        named = [(a, m) for a in brief.actors for m in a.mentions if m.kind == "name" and m.start < label.end]
        best = max(named, key=lambda pair: _closeness(label, pair[1].start, pair[1].end), default=None)
        cluster: Hashable = label
        is_alike = False
        if best is not None:
            actor, mention = best
            covered, alike = _closeness(label, mention.start, mention.end)
            is_alike = alike >= ALIKE
            if covered >= COVERED:
                cluster = dossier_of[brief.id, actor.id]
        found.append(Found(label, cluster, is_alike))
    return found


def _closeness(label: Label, start: int, end: int) -> tuple[float, float]:
    """How much of the label the mention holds, and how alike their borders are."""
    shared = max(0, min(label.end, end) - max(label.start, start))
    return shared / (label.end - label.start), shared / (max(label.end, end) - min(label.start, start))


def b_cubed(pairs: Iterable[tuple[Hashable, Hashable]]) -> Score:
    """Of (entity, cluster) of each mention.

    >>> b_cubed([("roe", 1), ("roe", 1), ("poe", 1), ("poe", 2)])
    Score(precision=0.6666666666666666, recall=0.75, mentions=4)
    """
    counted = Counter(pairs)
    entities: Counter[Hashable] = Counter()
    clusters: Counter[Hashable] = Counter()
    for (entity, cluster), count in counted.items():
        entities[entity] += count
        clusters[cluster] += count
    number = counted.total()
    precision = sum(count * count / clusters[cluster] for (_, cluster), count in counted.items())
    recall = sum(count * count / entities[entity] for (entity, _), count in counted.items())
    return Score(precision / max(1, number), recall / max(1, number), number)


def score(found: Iterable[Found], half: str | None = None) -> Score:
    """B-cubed of the project over one half of the labels, or all."""
    return b_cubed((f.label.entity, f.cluster) for f in found if f.label.entity and half in (None, f.label.half))


def equal_names(found: Iterable[Found], half: str | None = None) -> Score:
    """B-cubed of joining mentions of one kind with equal names, whatever their case."""
    named = (f.label for f in found if f.label.entity and half in (None, f.label.half))
    return b_cubed((label.entity, (label.text.casefold(), label.kind)) for label in named)


def crowded(found: list[Found]) -> list[Found]:
    """Mentions of entities whose name has a word in common with one of another text."""
    files: dict[str, set[str]] = defaultdict(set)
    for label in (f.label for f in found if f.label.entity):
        for word in _words(label.text):
            files[word].add(label.file)
    return [f for f in found if any(len(files[word]) > 1 for word in _words(f.label.text))]


def _words(name: str) -> set[str]:
    return {word.strip(EDGES).casefold() for word in name.split() if word[:1].isupper()}


def report_f1() -> float:
    """B-cubed F1 of the half that no rule was written from."""
    return score(put(briefs()), "report").f1


def _misses(found: list[Found]) -> Iterator[str]:
    """What of the half "tune" lies in one dossier and should not, and what should and does not."""
    tune = [f for f in found if f.label.half == "tune" and f.label.entity]
    for title, whole, part in (("apart", "entity", "cluster"), ("together", "cluster", "entity")):
        groups: dict[Hashable, dict[Hashable, list[Label]]] = defaultdict(lambda: defaultdict(list))
        for f in tune:
            keys = {"entity": f.label.entity, "cluster": f.cluster}
            groups[keys[whole]][keys[part]].append(f.label)
        for parts in groups.values():
            if len(parts) > 1:
                shown = (", ".join(f"{m.text!r} {m.file}:{m.start}" for m in some) for some in parts.values())
                yield f"  {title}: " + " | ".join(shown)


def main() -> None:
    """Prints B-cubed by half; with --misses what of the tune half is joined or split wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--cache", type=Path, metavar="FILE", help="keep the briefs there; the merging is done anew")
    options = parser.parse_args()
    found = put(briefs(options.cache))
    for name, some in (("", found), (" crowded", crowded(found))):
        for half in ("tune", "report", None):
            print(f"{(half or 'whole') + name:15} pages {_line(score(some, half))}; ", end="")
            print(f"equal names {_line(equal_names(some, half))}")
    nones = [f for f in found if f.label.entity is None]
    alone = sum(f.label.entity is not None and f.cluster is f.label for f in found)
    print(
        f"{sum(f.is_alike for f in nones)} of {len(nones)} spans that are none are actors; {alone} labels have no actor"
    )
    if options.misses:
        print("\n".join(_misses(found)))


def _line(found: Score) -> str:
    return f"P {found.precision:.3f} R {found.recall:.3f} F {found.f1:.3f} of {found.mentions}"


if __name__ == "__main__":
    main()
