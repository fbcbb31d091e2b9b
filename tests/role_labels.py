"""Our own labels of roles: what the words say a person is, judged by hand, and how many of them are given.

    python -m tests.role_labels [--lost]

tests/labels/roles.jsonl holds offsets, no text: for each role the name beside it, its own words, its employer, its
status and whether a reader found it right: the person is or was that, the borders are sensible, the employer and the
status too. The texts lie in seeds/ and with the benches. The roles were drawn by a hash of article and offsets from all
that the rules gave then; rules were written with a look at the half called "tune", and not at the one called "report".
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal, NamedTuple

from generator.actors import find_actors
from generator.config import Settings
from generator.model import Actor, Role, RoleStatus, Seed
from generator.nlp import Pipeline
from generator.parse import parse
from generator.read import read, seed_of
from tests.conftest import BENCH, ROOT

LABELS = ROOT / "tests" / "labels" / "roles.jsonl"
WIKINEWS = BENCH / "actors" / "gum-news.jsonl"
NEWSWIRE = BENCH / "quotes" / "polnear-train640.jsonl"
Verdict = Literal["right", "wrong"]


class Label(NamedTuple):
    """One role that was read by somebody."""

    name: tuple[int, int]
    start: int
    end: int
    employer: tuple[int, int] | None
    status: RoleStatus
    verdict: Verdict


class Labelled(NamedTuple):
    """An article with labels."""

    file: str
    half: str
    seed: Seed
    labels: tuple[Label, ...]


def labelled() -> Iterator[Labelled]:
    """The labelled articles; ValueError if a text is another now."""
    known = {
        row["id"]: row["text"]
        for path in (WIKINEWS, NEWSWIRE)
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["source"] == "seeds":
            seed = read(ROOT / "seeds" / row["file"], Settings())
        elif row["source"] == "articles":
            seed = seed_of((BENCH / "articles" / row["file"]).read_bytes().decode("utf-8"))
        else:
            seed = seed_of(known[row["file"]])
        if sha256(seed.text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['file']} is not the text that was labelled")
        labels = tuple(
            Label((first, after), start, end, tuple(employer) if employer else None, status, verdict)
            for first, after, start, end, employer, status, verdict in row["roles"]
        )
        yield Labelled(row["file"], row["half"], seed, labels)


def is_given(label: Label, actors: tuple[Actor, ...]) -> bool:
    """True if the actor who is named there has that role, with that employer and status."""
    return any(
        (mention.start, mention.end) == label.name and any(_is_same(label, role) for role in actor.roles)
        for actor in actors
        for mention in actor.mentions
    )


def _is_same(label: Label, role: Role) -> bool:
    employer = None if role.employer is None else (role.employer.start, role.employer.end)
    return (role.start, role.end, employer, role.status) == (label.start, label.end, label.employer, label.status)


def score() -> tuple[dict[str, Counter[str]], list[str]]:
    """Half -> how many right and wrong roles are given or lost, and the right ones that are lost."""
    pipeline, counts, lost = Pipeline(), {}, []
    for one in labelled():
        article = parse(one.seed, Settings())
        actors = find_actors(article, pipeline.read(article), Settings())
        for label in one.labels:
            found = "given" if is_given(label, actors) else "lost"
            counts.setdefault(one.half, Counter())[f"{label.verdict} {found}"] += 1
            if label.verdict == "right" and found == "lost" and one.half == "tune":
                lost.append(f"{one.file}:{label.start} {article.text[label.start : label.end]!r}")
    return counts, lost


def precision(count: Counter[str]) -> float:
    """The share of right ones among the labelled roles that are still given."""
    return count["right given"] / max(1, count["right given"] + count["wrong given"])


def main() -> None:
    """Prints the figures of both halves; with --lost the right roles of the half for tuning that are lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.role_labels")
    parser.add_argument("--lost", action="store_true")
    options = parser.parse_args()
    counts, lost = score()
    for half, count in sorted(counts.items(), reverse=True):
        drawn = count.total()
        first = (count["right given"] + count["right lost"]) / max(1, drawn)
        rows = ", ".join(f"{row} {count[row]}" for row in ("right given", "wrong given", "right lost", "wrong lost"))
        print(f"{half:7} precision {precision(count):.3f} ({rows}); when drawn {first:.3f} of {drawn}")
    if options.lost:
        print(*lost, sep="\n")


if __name__ == "__main__":
    main()
