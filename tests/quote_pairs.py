"""The pairs of tests/fixtures/quotes: what people say in a text, by careful reading, against what the program finds.

    python -m tests.quote_pairs             prints the pairs that fail, expected and found
    python -m tests.quote_pairs --mark      writes the lines "known:" and known.toml anew; read the diff
    python -m tests.quote_pairs --ablate    switches off each rule of TABLES by itself; counts the pairs that change

How a pair is written stands in the README of that folder.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import NamedTuple

from generator import Briefer, Settings
from generator.actors import find_actors
from generator.model import Actor, Article, Paragraph, Quote, SeedReference, Slice
from generator.nlp import Reading
from generator.quotes import QuoteFinder
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "fixtures" / "quotes"
STORED = FOLDER / "known.toml"
HEAD = """\
# Pairs marked "known:" for each way of finding quotes; `python -m tests.quote_pairs --mark` writes this file.
# The numbers may only fall, unless new pairs came in.
"""
WAYS = ("model", "rules")
SPACES = re.compile(r"\s+")

#: The ordered tables of the quote stage, a dict or a tuple of rows (name, function): module and attribute.
TABLES = (
    ("generator.quotes.names", "RULES"),
    ("generator.quotes.rules", "RULES"),
    ("generator.quotes.indirect", "RULES"),
)


class Pair(NamedTuple):
    """One pair; `text` without blank lines at its ends."""

    topic: str
    """The name of its file."""
    name: str
    known: tuple[str, ...]
    """The ways that fail."""
    text: str
    expected: tuple[str, ...]


class Case(NamedTuple):
    """A pair and its text, parsed once for all that is asked of it."""

    pair: Pair
    article: Article
    reading: Reading


# ---------------------------------------------------------------- files


def sections(text: str) -> list[str]:
    """The head of a file, which is for people, and its sections, each without its "## "."""
    return ("\n" + text).split("\n## ")


def pair_of(topic: str, section: str) -> Pair:
    """The pair of one section."""
    name, _, rest = section.partition("\n")
    known: tuple[str, ...] = ()
    if rest.startswith("known:"):
        line, _, rest = rest.partition("\n")
        known = tuple(way.strip() for way in line.removeprefix("known:").split(","))
    text, _, expected = rest.partition("\n->")
    rows = tuple(_row(line) for line in expected.split("\n") if line.strip())
    return Pair(topic, name.strip(), known, text.strip(), rows)


def _row(line: str) -> str:
    """A line of a quote with one space for many."""
    return " | ".join(SPACES.sub(" ", part).strip() for part in line.split("|"))


def pairs() -> tuple[Pair, ...]:
    """The pairs of all files."""
    return tuple(
        pair_of(path.stem, section)
        for path in sorted(FOLDER.glob("*.md"))
        if path.stem != "README"
        for section in sections(path.read_text(encoding="utf-8"))[1:]
    )


def stored() -> dict[str, int]:
    """How many pairs of each way were known to fail when they were counted last."""
    return tomllib.loads(STORED.read_text(encoding="utf-8"))


# ---------------------------------------------------------------- quotes of a text


def article_of(text: str) -> Article:
    """A text as an article: its first line is the title, every other one a paragraph."""
    paragraphs, at = [], 0
    title = None
    for line in text.split("\n"):
        if line.strip():
            if title is None:
                title = Slice(start=at, end=at + len(line), text=line, rule="test")
            else:
                paragraphs.append(Paragraph(start=at, end=at + len(line), number=len(paragraphs) + 1))
        at += len(line) + 1
    seed = SeedReference(name="test", sha256="0" * 64, media_type="text/plain")
    return Article(seed=seed, text=text, title=title, paragraphs=tuple(paragraphs))


def case_of(briefer: Briefer, pair: Pair) -> Case:
    """A pair with its text parsed."""
    article = article_of(pair.text)
    return Case(pair, article, briefer._pipeline.read(article))


def quotes_of(briefer: Briefer, finder: QuoteFinder, text: str) -> tuple[Quote, ...]:
    """The quotes of a text."""
    article = article_of(text)
    return finder.find(article, briefer._pipeline.read(article), ())


def shown(quote: Quote) -> str:
    """A quote as a line of the fixture."""
    spans = " ".join(f"[{span.text}]" if span.quoted else span.text for span in quote.spans)
    return _row(f"{quote.kind} | {quote.speaker.text if quote.speaker else ''} | {spans}")


def found(finder: QuoteFinder, case: Case) -> tuple[str, ...]:
    """What a finder makes of a pair's text, as lines of the fixture."""
    return tuple(shown(quote) for quote in finder.find(case.article, case.reading, ()))


def finder_of(way: str) -> QuoteFinder:
    """A finder of one way."""
    return QuoteFinder(Settings(quotes=way))  # type: ignore[arg-type]


# ---------------------------------------------------------------- known failures


def fails(cases: Iterable[Case]) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
    """What was found in the pairs that fail: topic and name -> way -> lines."""
    finders = {way: finder_of(way) for way in WAYS}
    failed: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for case in cases:
        for way, finder in finders.items():
            lines = found(finder, case)
            if lines != case.pair.expected:
                failed.setdefault((case.pair.topic, case.pair.name), {})[way] = lines
    return failed


def mark(failed: dict[tuple[str, str], dict[str, tuple[str, ...]]]) -> None:
    """Writes the lines "known:" and the stored numbers anew."""
    for path in sorted(FOLDER.glob("*.md")):
        if path.stem == "README":
            continue
        head, *rest = sections(path.read_text(encoding="utf-8"))
        marked = [_marked(section, failed.get((path.stem, pair_of("", section).name), {})) for section in rest]
        path.write_text("\n## ".join([head, *marked])[1:], encoding="utf-8")
    counts = Counter(way for ways in failed.values() for way in ways)
    STORED.write_text(HEAD + "".join(f"{way} = {counts[way]}\n" for way in WAYS), encoding="utf-8")


def _marked(section: str, ways: Iterable[str]) -> str:
    name, _, rest = section.partition("\n")
    if rest.startswith("known:"):
        _, _, rest = rest.partition("\n")
    known = ", ".join(sorted(ways))
    return "\n".join((name, *([f"known: {known}"] if known else []), rest))


# ---------------------------------------------------------------- rules switched off


class Row(NamedTuple):
    """One row of a table."""

    module: str
    table: str
    rule: str


def rows() -> tuple[Row, ...]:
    """All rows of TABLES."""
    return tuple(
        Row(module, table, row if isinstance(row, str) else row[0])
        for module, table in TABLES
        for row in getattr(import_module(module), table)
    )


@contextmanager
def without(row: Row) -> Iterator[None]:
    """Takes a row out of its table for a while."""
    module = import_module(row.module)
    table = getattr(module, row.table)
    if isinstance(table, dict):
        less: object = {name: value for name, value in table.items() if name != row.rule}
    else:
        less = tuple(item for item in table if item[0] != row.rule)
    setattr(module, row.table, less)
    try:
        yield
    finally:
        setattr(module, row.table, table)


class Ablation:
    """The results of all pairs, speakers resolved, with and without a row; found by rules, or else by the model."""

    def __init__(self, cases: Iterable[Case]) -> None:
        settings = Settings()
        self.finders = {way: finder_of(way) for way in ("rules", "model")}
        self.cases = tuple((case, find_actors(case.article, case.reading, settings)) for case in cases)
        self._whole: dict[tuple[str, Pair], list[tuple[str, str, str]]] = {}

    def result(self, way: str, case: Case, actors: tuple[Actor, ...]) -> list[tuple[str, str, str]]:
        """What is found in a pair: its lines, whom the speakers stand for, and the channels."""
        return [
            (shown(quote), quote.speaker.name if quote.speaker else "", quote.via.text if quote.via else "")
            for quote in self.finders[way].find(case.article, case.reading, actors)
        ]

    def changed(self, row: Row, way: str) -> Iterator[Pair]:
        """The pairs in which one way finds something else without a row."""
        for case, actors in self.cases:
            key = way, case.pair
            if key not in self._whole:
                self._whole[key] = self.result(way, case, actors)
            with without(row):
                result = self.result(way, case, actors)
            if result != self._whole[key]:
                yield case.pair

    def first(self, row: Row) -> Pair | None:
        """The first pair that changes, by rules if they have one; the model's scores take ten times as long."""
        return next((pair for way in self.finders for pair in self.changed(row, way)), None)


# ---------------------------------------------------------------- command


def main() -> None:
    """Prints what fails; marks it, or counts what each rule does, if asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.quote_pairs")
    parser.add_argument("--mark", action="store_true", help='write the lines "known:" and known.toml anew')
    parser.add_argument("--ablate", action="store_true", help="count the pairs that each rule changes")
    parser.add_argument("--topic", help="only the pairs of this file")
    options = parser.parse_args()
    briefer = Briefer()
    cases = [case_of(briefer, pair) for pair in pairs() if options.topic in {None, pair.topic} or options.mark]
    if options.ablate:
        ablation = Ablation(cases)
        for row in rows():
            changed = {way: [pair.name for pair in ablation.changed(row, way)] for way in ablation.finders}
            counts = ", ".join(f"{len(names):3} by {way}" for way, names in changed.items())
            example = next((name for names in changed.values() for name in names), "NOTHING CHANGES")
            print(f"{counts}  {row.module.rpartition('.')[2]}.{row.table} {row.rule}: {example}")
        return
    failed = fails(cases)
    if options.mark:
        mark(failed)
    else:
        _print_failed(cases, failed)
    total = Counter(case.pair.topic for case in cases)
    for topic, count in (*sorted(total.items()), ("all", len(cases))):
        ways = Counter(way for (where, _), ways in failed.items() for way in ways if topic in {where, "all"})
        print(f"{topic:14} {count:4} pairs, known to fail: " + ", ".join(f"{ways[way]} by {way}" for way in WAYS))


def _print_failed(cases: Iterable[Case], failed: dict[tuple[str, str], dict[str, tuple[str, ...]]]) -> None:
    for case in cases:
        ways = failed.get((case.pair.topic, case.pair.name))
        if ways:
            print(f"\n{case.pair.topic}: {case.pair.name}")
            for way, lines in (("expected", case.pair.expected), *ways.items()):
                print(*(f"    {way:9} {line}" for line in lines or ("(nothing)",)), sep="\n")
    print()


if __name__ == "__main__":
    main()
