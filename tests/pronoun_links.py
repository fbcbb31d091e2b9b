"""How right pronouns and "the minister" are: every link of an actor's mentions against the coreference of others.

    python -m tests.pronoun_links [--wrong]

The articles are the 20 of the bench for actors, where others marked who is who. Counted are all third-person
pronouns in the singular of an entity that is named, inside quotations too; a link is right if its actor is that entity.
Rules may be written with a look at the half called "tune" (by a hash of the article); the half called "report" is only
counted.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal, NamedTuple, TypedDict

from generator.actors import find_actors
from generator.actors.sex import PRONOUNS
from generator.config import Settings
from generator.model import Actor, Mention
from generator.nlp import Pipeline
from generator.parse import parse
from generator.read import seed_of
from tests.conftest import BENCH

GOLD = BENCH / "actors" / "gum-news.jsonl"
Kind = Literal["pronoun", "nominal"]
KINDS: tuple[Kind, ...] = ("pronoun", "nominal")
#: Words of the shortest nominals, the only ones that rules resolve: "the minister", "the prime minister".
BARE = 3


class Entity(TypedDict):
    """One entity of an article as the bench writes it."""

    id: str
    wikilink: str | None
    mentions: list[tuple[int, int, int, int, str]]


class GoldArticle(TypedDict):
    """An article of the bench."""

    id: str
    text: str
    entities: list[Entity]


class Link(NamedTuple):
    """A mention that is no name, and the entity that it means; None where no named entity is meant."""

    start: int
    end: int
    kind: Kind
    entity: str | None
    rule: str = ""


def half_of(article: str) -> Literal["tune", "report"]:
    """The half of an article, by the hash of its id."""
    return "tune" if sha256(article.encode()).digest()[0] < 128 else "report"


def articles() -> Iterator[GoldArticle]:
    """The articles of the bench."""
    yield from map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())


def key(entity: Entity) -> str:
    """Entities with the same page are one."""
    return entity["wikilink"] or entity["id"]


def wanted(article: GoldArticle) -> Iterator[Link]:
    """The pronouns and bare nominals of entities that are named somewhere."""
    for entity in article["entities"]:
        if not any(kind == "name" for *_, kind in entity["mentions"]):
            continue
        for start, end, *_, kind in entity["mentions"]:
            words = article["text"][start:end].lower().split()
            if len(words) == 1 and words[0] in PRONOUNS:
                yield Link(start, end, "pronoun", key(entity))
            elif kind == "nominal" and words[0] == "the" and len(words) <= BARE:
                yield Link(start, end, "nominal", key(entity))


def named(article: GoldArticle, actor: Actor) -> str | None:
    """The entity that shares most names with an actor."""
    names = [(m.start, m.end) for m in actor.mentions if m.kind == "name"]
    shared: Counter[str] = Counter()
    for entity in article["entities"]:
        for _, _, first, after, kind in entity["mentions"]:
            if kind == "name" and any(start < after and first < end for start, end in names):
                shared[key(entity)] += 1
    return min(shared, key=lambda entity: (-shared[entity], entity)) if shared else None


def meant(article: GoldArticle, mention: Mention) -> str | None:
    """The entity of the shortest marked mention whose head lies in a mention."""
    found = [
        (end - start, key(entity))
        for entity in article["entities"]
        for start, end, head, after, kind in entity["mentions"]
        if kind != "name" and mention.start <= head and after <= mention.end
    ]
    return min(found)[1] if found else None


def is_marked(article: GoldArticle, mention: Mention) -> bool:
    """False for the few words that nobody marked: the "his" of "all his life"."""
    return mention.kind == "nominal" or meant(article, mention) is not None


def judged(article: GoldArticle, actors: tuple[Actor, ...]) -> Iterator[tuple[Link, bool]]:
    """Each link that the actors make, and whether it is right."""
    for actor in actors:
        entity = named(article, actor)
        for mention in actor.mentions:
            if mention.kind != "name" and is_marked(article, mention):
                is_right = entity is not None and meant(article, mention) == entity
                yield Link(mention.start, mention.end, mention.kind, entity, mention.rule), is_right


def score() -> tuple[dict[tuple[str, str], Counter[str]], list[str]]:
    """(half, kind) -> numbers wanted, made and right, and the wrong ones of the half for tuning."""
    pipeline, counts, wrong = Pipeline(), {}, []
    for article in articles():
        parsed = parse(seed_of(article["text"]), Settings())
        actors = find_actors(parsed, pipeline.read(parsed), Settings())
        count(article, actors, counts, wrong)
    return counts, wrong


def count(
    article: GoldArticle, actors: tuple[Actor, ...], counts: dict[tuple[str, str], Counter[str]], wrong: list[str]
) -> None:
    """Adds one article."""
    half, text = half_of(article["id"]), article["text"]
    for link in wanted(article):
        counts.setdefault((half, link.kind), Counter())["wanted"] += 1
    for link, is_right in judged(article, actors):
        for row in (link.kind, link.rule):
            counts.setdefault((half, row), Counter()).update(made=1, right=int(is_right))
        if not is_right and half == "tune":
            before, said, after = text[link.start - 60 : link.start], text[link.start : link.end], text[link.end :][:40]
            line = f"{article['id']} {link.rule} -> {link.entity}: {before}[{said}]{after}"
            wrong.append(" ".join(line.split()))


def main() -> None:
    """Prints precision and recall of both kinds and of each rule."""
    parser = argparse.ArgumentParser(prog="python -m tests.pronoun_links")
    parser.add_argument("--wrong", action="store_true", help="print the wrong links of the half for tuning")
    options = parser.parse_args()
    if not GOLD.is_file():
        parser.exit(1, "the benches do not lie beside this checkout\n")
    counts, wrong = score()
    show(counts)
    if options.wrong:
        print(*wrong, sep="\n")


def show(counts: dict[tuple[str, str], Counter[str]]) -> None:
    """Prints a table; recall where it has a meaning."""
    rows = sorted({row for _, row in counts} - set(KINDS))
    for row in (*KINDS, *rows):
        for half in ("tune", "report", "both"):
            halves = ("tune", "report") if half == "both" else (half,)
            total: Counter[str] = sum((counts.get((one, row), Counter()) for one in halves), Counter())
            precision = total["right"] / max(1, total["made"])
            recall = f", recall {total['right'] / total['wanted']:.3f} of {total['wanted']}" if total["wanted"] else ""
            print(f"{row:14} {half:7} precision {precision:.3f} of {total['made']}{recall}")


if __name__ == "__main__":
    main()
