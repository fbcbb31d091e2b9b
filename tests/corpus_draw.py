"""Mentions of actors over many articles, drawn to be labelled by hand: tests/corpus_labels.py counts by the labels.

    python -m tests.corpus_draw FILE

From each article of the bench and each seed: three by chance, then five other names that have a word in common with a
name of another text, so that one actor in two texts and two actors of one name are well among them. Chance is a hash.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.config import Settings
from generator.model import Seed
from generator.nlp import Pipeline
from generator.parse import parse
from generator.read import read, seed_of
from tests.conftest import BENCH, ROOT

NAMED = ("PERSON", "ORG", "GPE")
AT_RANDOM, SHARED = 3, 5
"""Mentions of a text: by chance, and of names that have a word in common with another text's."""
EDGES = " \n\t\"'\u201c\u201d\u2018\u2019.,;:()[]-\u2013\u2014"


class Drawn(NamedTuple):
    """One mention to be labelled."""

    file: str
    start: int
    end: int
    text: str


def seeds() -> Iterator[tuple[str, Seed]]:
    """(name, seed) of all articles of the bench and all seeds, in the order of their names."""
    for path in sorted((BENCH / "articles").glob("*.txt")):
        yield path.name, seed_of(path.read_bytes().decode("utf-8"))
    for path in sorted((ROOT / "seeds").iterdir()):
        yield f"seeds/{path.name}", read(path, Settings())


def draw() -> list[Drawn]:
    """The mentions to label: some of each text by chance, then some that have a word in common with another text's."""
    found = sorted(set(_candidates()), key=lambda pair: _chance(pair[0]))
    files: dict[str, set[str]] = defaultdict(set)
    for mention, words in found:
        for word in words:
            files[word].add(mention.file)
    taken: dict[str, list[Drawn]] = defaultdict(list)
    for mention, _ in found:
        if len(taken[mention.file]) < AT_RANDOM:
            taken[mention.file].append(mention)
    for mention, words in found:
        drawn = taken[mention.file]
        is_new = all(mention.text != other.text for other in drawn)
        if is_new and len(drawn) < AT_RANDOM + SHARED and any(len(files[word]) > 1 for word in words):
            drawn.append(mention)
    return sorted(mention for drawn in taken.values() for mention in drawn)


def _candidates() -> Iterator[tuple[Drawn, frozenset[str]]]:
    """What spaCy takes for a name of a person, organization or place, trimmed, with the words of the name."""
    pipeline = Pipeline()
    for file, seed in seeds():
        for passage in pipeline.read(parse(seed, Settings())).passages:
            for entity in passage.doc.ents:
                if entity.label_ not in NAMED:
                    continue
                start, end = _trimmed(seed.text, *passage.span(entity))
                words = frozenset(
                    token.text.casefold()
                    for token in entity
                    if token.text[:1].isupper() and not token.is_stop and token.idx + passage.start >= start
                )
                if words and "\n" not in seed.text[start:end]:
                    yield Drawn(file, start, end, seed.text[start:end]), words


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without article, possessive and marks at the edges; an abbreviation keeps its last dot."""
    for first in ("the ", "The ", "a ", "A "):
        if text.startswith(first, start, end):
            start += len(first)
    for last in ("'s", "\u2019s"):
        if text.endswith(last, start, end):
            end -= len(last)
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES and not (text[end - 1] == "." and "." in text[start : end - 1]):
        end -= 1
    return start, end


def _chance(mention: Drawn) -> str:
    return sha256(f"{mention.file}\0{mention.start}\0{mention.end}".encode()).hexdigest()


def main() -> None:
    """Writes the mentions, one a line, with their text: the file stays outside of the repository."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    rows = (json.dumps(mention._asdict(), ensure_ascii=False) for mention in draw())
    parser.parse_args().file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
