"""Whom speakers stand for: tests/fixtures/speakers.md, every rule of the tables, and the figures of our own labels."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import Briefer, Settings
from generator.actors import find_actors
from generator.model import Actor, Article, Paragraph, SeedReference, Slice, Speaker
from generator.nlp import Reading
from generator.quotes import mentions, pronouns, speakers
from generator.quotes.speakers import Speakers
from tests.pairs import Pair, pairs
from tests.speaker_labels import ASKED, score

PAIRS = pairs("speakers.md")
BRACED = re.compile(r"\{(.*?)\}")
TABLES = {"mentions": mentions.RULES, "pronouns": pronouns.RULES}
#: Floors of the issue that asked for it, for pronouns and short names: share right, and of those with an actor.
RIGHT, OF_RESOLVED = 0.87, 0.93


class Case:
    """A pair, read: the text without braces, its actors, and the speakers' offsets."""

    def __init__(self, briefer: Briefer, pair: Pair) -> None:
        self.pair = pair
        text = BRACED.sub(r"\1", pair.text)
        offsets = [
            (match.start() - 2 * number, match.end() - 2 * number - 2)
            for number, match in enumerate(BRACED.finditer(pair.text))
        ]
        lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
        title = None
        if pair.name.startswith("title"):
            start, end = lines.pop(0)
            title = Slice(start=start, end=end, text=text[start:end], rule="test")
        paragraphs = tuple(
            Paragraph(start=start, end=end, number=number) for number, (start, end) in enumerate(lines, 1)
        )
        seed = SeedReference(name="test", sha256="0" * 64, media_type="text/plain")
        self.offsets = offsets
        self.article = Article(seed=seed, text=text, title=title, paragraphs=paragraphs)
        self.reading: Reading = briefer._pipeline.read(self.article)
        self.actors: tuple[Actor, ...] = find_actors(self.article, self.reading, Settings())

    def found(self) -> list[str]:
        """As in the fixture."""
        resolver = Speakers(self.article, self.reading, self.actors)
        lines, last = [], None
        for offsets in self.offsets:
            last = resolver.resolve(offsets, "test", previous=last)
            lines.append(shown(last))
        return lines

    def holds(self) -> bool:
        """True if it comes out as the fixture says."""
        return self.found() == list(self.pair.expected)


def shown(speaker: Speaker) -> str:
    """A speaker as a line of the fixture."""
    return speaker.name if speaker.actor else f"({speaker.name})"


@pytest.fixture(scope="module")
def cases(briefer: Briefer) -> list[Case]:
    """All pairs, read once."""
    return [Case(briefer, pair) for pair in PAIRS]


@pytest.mark.parametrize("number", range(len(PAIRS)), ids=[pair.name for pair in PAIRS])
def test_pairs(cases: list[Case], number: int) -> None:
    assert cases[number].found() == list(cases[number].pair.expected)


@pytest.mark.parametrize(("table", "rule"), [(table, name) for table, rules in TABLES.items() for name, _ in rules])
def test_a_pair_needs_each_rule(cases: list[Case], monkeypatch: pytest.MonkeyPatch, table: str, rule: str) -> None:
    module = {"mentions": mentions, "pronouns": pronouns}[table]
    less = tuple(row for row in TABLES[table] if row[0] != rule)
    monkeypatch.setattr(module, "RULES", less)
    if table == "mentions":
        monkeypatch.setattr(speakers, "RULES", less)
    assert not all(case.holds() for case in cases)


def test_figures_hold(bench: Path, soak: bool) -> None:
    """On every third file (on all with --soak)."""
    counts, _ = score(None, 1 if soak else 3)
    asked = [count for (_, form), count in counts.items() if form in ASKED]
    right, wrong = (sum(count[verdict] for count in asked) for verdict in ("right", "wrong"))
    assert right / sum(count.total() for count in asked) >= RIGHT
    assert right / (right + wrong) >= OF_RESOLVED
