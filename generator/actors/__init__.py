"""Doc and Article -> actors: who the article is about, each once.

names (where) -> forms (each spelling once, of which kind) -> merge (each actor once) -> roles, references, rank.
"""

from __future__ import annotations

from dataclasses import replace

from slugify import slugify

from generator.actors.death import is_dead
from generator.actors.forms import find_forms
from generator.actors.groups import Group, group
from generator.actors.merge import merge
from generator.actors.names import Name, find_names
from generator.actors.rank import rank
from generator.actors.references import find_references
from generator.actors.roles import Surroundings, find_roles, lasting
from generator.config import Settings
from generator.model import Actor, Article, Mention
from generator.nlp import Passage, Reading


def find_actors(article: Article, reading: Reading, settings: Settings) -> tuple[Actor, ...]:
    """The actors of an article by rank; whom only the headline names is none."""
    passages = reading.passages
    merged = merge(find_forms(find_names(passages), passages), passages)
    found = [group(number, forms) for number, forms in enumerate(merged)]
    around = _surroundings(found, passages)
    found = [
        replace(one, roles=find_roles(one.names, passages, around)) if one.kind == "person" else one for one in found
    ]
    references = find_references(found, passages)
    ids: dict[str, int] = {}
    return tuple(
        Actor(
            id=_id(one.name, ids),
            name=one.name,
            kind=one.kind,
            aliases=one.aliases,
            roles=lasting(one.roles, is_dead(one.names, passages)),
            mentions=_mentions(one, references.get(one.number, [])),
            rank=place,
            salience=salience,
            country=one.country,
        )
        for place, (one, salience) in enumerate(rank(found, reading), 1)
    )


def _surroundings(groups: list[Group], passages: tuple[Passage, ...]) -> list[Surroundings]:
    """What stands in each passage; a name is of the kind of its whole group."""
    names: list[list[Name]] = [[] for _ in passages]
    for one in groups:
        for name in one.names:
            names[name.passage].append(replace(name, label=one.kind))
    return [Surroundings(passage.doc, found) for passage, found in zip(passages, names, strict=True)]


def _mentions(one: Group, references: list[Mention]) -> tuple[Mention, ...]:
    """Names and references in text order."""
    names = [Mention(start=name.start, end=name.end, kind="name", rule=name.rule) for name in one.names]
    return tuple(sorted(names + references, key=lambda mention: (mention.start, mention.end)))


def _id(name: str, taken: dict[str, int]) -> str:
    """A slug that no actor of the brief has yet; `taken` counts how often each was asked for."""
    slug = slugify(name, max_length=60) or "actor"
    number = taken.get(slug, 0) + 1
    while (unique := slug if number == 1 else f"{slug}-{number}") in taken:
        number += 1
    taken[slug] = number
    taken.setdefault(unique, 1)
    return unique
