"""Our own labels of speakers: whom "he", "Roe" and "the ministry" stand for, and how many of them are resolved right.

    python -m tests.speaker_labels [--way rules|model] [--misses]

tests/labels/speakers.jsonl holds offsets, no text: for each quote its own, its speaker's, the form of the speaker
(pronoun, short, nominal, full) and where the article gives the fullest name of the same actor. The texts lie in seeds/
and with the benches: Wikinews, where others marked who is who; 25 outlets, kept where two readers agree.
Rules may be written with a look at the half called "tune"; the half called "report" is only counted.
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
from generator.model import Actor, Article, Quote, Speaker
from generator.nlp import Pipeline, Reading
from generator.parse import parse
from generator.quotes import QuoteFinder
from generator.quotes.speakers import Speakers
from generator.read import read, seed_of
from tests.conftest import BENCH, ROOT

LABELS = ROOT / "tests" / "labels" / "speakers.jsonl"
FORMS = ("pronoun", "short", "nominal", "full")
ASKED = ("pronoun", "short")
#: A found quote is a labelled one if it holds so much of its letters.
COVERED = 0.5


class Label(NamedTuple):
    """One quote of a labelled article."""

    start: int
    end: int
    speaker: tuple[int, int]
    form: str
    name: str | None
    """The fullest name of the speaker in the article; None where it has none."""


class Read(NamedTuple):
    """A labelled article with its actors."""

    file: str
    half: str
    article: Article
    reading: Reading
    actors: tuple[Actor, ...]
    labels: tuple[Label, ...]


class Miss(NamedTuple):
    """A speaker that is resolved wrongly, or not."""

    file: str
    label: Label
    said: str
    got: str | None
    rule: str


def texts(step: int = 1) -> Iterator[tuple[dict[str, str], str, Article]]:
    """Labels, text and article of each labelled file, or of every `step`th; ValueError if a text is another now."""
    wikinews = BENCH / "actors" / "gum-news.jsonl"
    known = {row["id"]: row["text"] for row in map(json.loads, wikinews.read_text(encoding="utf-8").splitlines())}
    for line in LABELS.read_text(encoding="utf-8").splitlines()[::step]:
        row = json.loads(line)
        if row["source"] == "seeds":
            seed = read(ROOT / "seeds" / row["file"], Settings())
        elif row["source"] == "gum":
            seed = seed_of(known[row["file"]])
        else:
            seed = seed_of((BENCH / "articles" / row["file"]).read_bytes().decode("utf-8"))
        if sha256(seed.text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['file']} is not the text that was labelled")
        yield row, seed.text, parse(seed, Settings())


def articles(step: int = 1) -> Iterator[Read]:
    """The labelled articles, parsed."""
    pipeline = Pipeline()
    for row, text, article in texts(step):
        reading = pipeline.read(article)
        labels = tuple(
            Label(start, end, (first, after), form, text[slice(*name)] if name else None)
            for start, end, first, after, form, name in row["quotes"]  # type: ignore[misc]
        )
        yield Read(row["file"], row["half"], article, reading, find_actors(article, reading, Settings()), labels)


def is_right(actor: Actor | None, name: str) -> bool:
    """True if the actor's name or one of its aliases ends with the last word of the labelled name."""
    return actor is not None and any(_last(name) == _last(known) for known in (actor.name, *actor.aliases))


def _last(name: str) -> str:
    return name.split()[-1].strip(".,()'\u2019\"").casefold()


def direct(found: Read) -> Iterator[tuple[Label, Speaker]]:
    """Each labelled mention put to the resolver, in text order."""
    reading = Reading(tuple(passage for passage in found.reading.passages if passage.kind != "subhead"))
    speakers = Speakers(found.article, reading, found.actors)
    previous: Speaker | None = None
    for label in found.labels:
        previous = speakers.resolve(label.speaker, "label", previous=previous)
        yield label, previous


def whole(found: Read, finder: QuoteFinder) -> Iterator[tuple[Label, Speaker | None]]:
    """Each labelled quote with the speaker of the found quote that holds most of it."""
    quotes = finder.find(found.article, found.reading, found.actors)
    for label in found.labels:
        best = max(quotes, key=lambda quote: _shared(label, quote), default=None)
        is_found = best is not None and _shared(label, best) >= COVERED * (label.end - label.start)
        yield label, best.speaker if best is not None and is_found else None


def _shared(label: Label, quote: Quote) -> int:
    return sum(max(0, min(label.end, span.end) - max(label.start, span.start)) for span in quote.spans)


def judge(found: Read, label: Label, speaker: Speaker | None) -> Literal["right", "wrong", "open"]:
    """Right, wrong, or left open: no quote found there, or a speaker without an actor."""
    actor = next((actor for actor in found.actors if speaker is not None and actor.id == speaker.actor), None)
    if actor is None:
        return "open"
    return "right" if label.name is not None and is_right(actor, label.name) else "wrong"


def score(
    way: Literal["model", "rules"] | None, step: int = 1
) -> tuple[dict[tuple[str, str], Counter[str]], list[Miss]]:
    """(half, form) -> verdicts; by the resolver alone if no way of finding quotes is given."""
    finder = QuoteFinder(Settings(quotes=way)) if way else None
    counts: dict[tuple[str, str], Counter[str]] = {}
    misses: list[Miss] = []
    for found in articles(step):
        for label, speaker in whole(found, finder) if finder else direct(found):
            verdict = judge(found, label, speaker)
            form = label.form if label.name is not None else "unnamed"
            counts.setdefault((found.half, form), Counter())[verdict] += 1
            if verdict != ("right" if label.name is not None else "open") and found.half == "tune":
                said = found.article.text[slice(*label.speaker)]
                got = speaker.name if speaker and speaker.actor else None
                misses.append(Miss(found.file, label, said, got, speaker.rule if speaker else "no quote"))
    return counts, misses


def main() -> None:
    """Prints the verdicts by form; with --misses those of the half that rules may be written with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--way", choices=("model", "rules"), help="find the quotes; else the resolver is asked alone")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    counts, misses = score(options.way)
    for half in ("tune", "report"):
        total: Counter[str] = Counter()
        for form in (*FORMS, "unnamed"):
            count = counts.get((half, form), Counter())
            total += count if form in ASKED else Counter()
            print(f"{half:7} {form:8} {_line(count)}")
        print(f"{half:7} {'asked':8} {_line(total)}")
    if options.misses:
        for miss in misses:
            at = f"{miss.file}:{miss.label.speaker[0]}"
            print(f"  {miss.label.form:8} {miss.said!r} is {miss.label.name!r}, got {miss.got!r} by {miss.rule}  {at}")


def _line(count: Counter[str]) -> str:
    number = count.total()
    return f"right {count['right']:3} of {number:3} ({count['right'] / max(1, number):.3f}), wrong {count['wrong']:3}"


if __name__ == "__main__":
    main()
