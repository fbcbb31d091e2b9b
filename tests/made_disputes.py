"""Reads invented stories with figures that do not agree, or only look so: the head of tests/labels/made_disputes.md
says how they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from generator.model import Metadata, Seed
from generator.read import seed_of
from tests.conftest import ROOT

FILES = {"tune": "made_disputes.md", "report": "made_disputes_report.md"}
FIGURE = re.compile(r'"(?P<words>[^"]+)" \((?P<speaker>[^)]+)\)')


class Wanted(NamedTuple):
    """One figure of a dispute."""

    article: int
    start: int
    end: int
    speaker: str
    """As the article names it, the outlet, or "-"."""


class Case(NamedTuple):
    """One story, and the figures that do not agree in it."""

    name: str
    half: str
    seeds: tuple[Seed, ...]
    dispute: tuple[Wanted, ...]
    """Empty where nothing is disputed."""


def cases(half: str) -> list[Case]:
    """The stories of a half, in the order of their file."""
    text = (ROOT / "tests" / "labels" / FILES[half]).read_text("utf-8")
    blocks = re.split(r"^## ", re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL), flags=re.MULTILINE)[1:]
    return [case(block, half) for block in blocks]


def case(block: str, half: str) -> Case:
    """A story from "NAME", its articles and the line "expect: ..."."""
    name, _, rest = block.partition("\n")
    told, _, expected = rest.rpartition("\nexpect: ")
    seeds = tuple(_seed(article, f"{name}#{number}") for number, article in enumerate(told.split("### article\n")[1:]))
    wanted = () if expected.startswith("none") else tuple(_wanted(seeds, expected))
    return Case(name.strip(), half, seeds, wanted)


def _seed(article: str, name: str) -> Seed:
    """An article with what the lines before its text say of it."""
    given: dict[str, str] = {}
    lines = article.strip().splitlines()
    while (line := re.fullmatch(r"(outlet|published): (.+)", lines[0])) is not None:
        given[line.group(1)] = line.group(2)
        lines = lines[1:]
    made = seed_of("\n".join(lines).strip() + "\n")
    return msgspec.structs.replace(made, name=name, metadata=Metadata(**given))


def _wanted(seeds: tuple[Seed, ...], expected: str) -> list[Wanted]:
    """The figures of an expected dispute; ValueError where their words do not stand exactly once in the story."""
    found = []
    for match in FIGURE.finditer(expected):
        words = match["words"]
        places = [(number, at.start()) for number, seed in enumerate(seeds) for at in _places(words, seed.text)]
        if len(places) != 1:
            raise ValueError(f"{words!r} stands {len(places)} times in the articles of its case")
        found.append(Wanted(places[0][0], places[0][1], places[0][1] + len(words), match["speaker"]))
    return found


def _places(words: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
