"""Our own labels of who is who over many articles, and how well the pages of actors keep them apart and together.

    python -m tests.corpus_labels --draw FILE
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
from generator.nlp import Pipeline
from generator.parse import parse
from generator.read import read, seed_of
from tests.conftest import BENCH, ROOT

NAMED = ("PERSON", "ORG", "GPE")
AT_RANDOM, SHARED = 3, 5
"""Mentions drawn from a text: any, and other names that have a word in common with a name of another text."""
_EDGES = " \n\t\"'\u201c\u201d\u2018\u2019.,;:()[]-\u2013\u2014"


class Drawn(NamedTuple):
    """One mention to be labelled."""

    file: str
    start: int
    end: int
    text: str


def texts() -> Iterator[tuple[str, str]]:
    """(file, text) of all articles of the bench and all seeds, in the order of their names."""
    for path in sorted((BENCH / "articles").glob("*.txt")):
        yield path.name, seed_of(path.read_bytes().decode("utf-8")).text
    for path in sorted((ROOT / "seeds").iterdir()):
        yield f"seeds/{path.name}", read(path, Settings()).text


def candidates() -> Iterator[tuple[Drawn, frozenset[str]]]:
    """What spaCy takes for a name of a person, organization or place, trimmed, with the words of the name."""
    pipeline = Pipeline()
    for file, text in texts():
        path = BENCH / "articles" / file
        seed = read(ROOT / file, Settings()) if file.startswith("seeds/") else seed_of(path.read_bytes().decode("utf-8"))
        for passage in pipeline.read(parse(seed, Settings())).passages:
            for entity in passage.doc.ents:
                if entity.label_ not in NAMED:
                    continue
                start, end = _trimmed(text, *passage.span(entity))
                words = frozenset(
                    token.text.casefold()
                    for token in entity
                    if token.text[:1].isupper() and not token.is_stop and token.idx + passage.start >= start
                )
                if words and "\n" not in text[start:end]:
                    yield Drawn(file, start, end, text[start:end]), words


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without article, possessive and marks at the edges; an abbreviation keeps its last dot."""
    for first in ("the ", "The ", "a ", "A "):
        if text.startswith(first, start, end):
            start += len(first)
    for last in ("'s", "\u2019s"):
        if text.endswith(last, start, end):
            end -= len(last)
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES and not (text[end - 1] == "." and "." in text[start : end - 1]):
        end -= 1
    return start, end


def draw() -> list[Drawn]:
    """The mentions to label: some of each text at random, some that have a word in common with another text's."""
    found = sorted(set(candidates()), key=lambda row: _chance(row[0]))
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


def _chance(mention: Drawn) -> str:
    return sha256(f"{mention.file}\0{mention.start}\0{mention.end}".encode()).hexdigest()


def main() -> None:
    """Prints nothing yet but draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draw", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.draw:
        rows = (json.dumps(mention._asdict(), ensure_ascii=False) for mention in draw())
        options.draw.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
