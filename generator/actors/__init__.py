"""Doc and Article -> actors: who the article is about, each once.

names (where) -> forms (each spelling once, of which kind) -> merge (each actor once) -> roles, nominals, rank.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import cast

from slugify import slugify

from generator.actors.forms import Form, find_forms
from generator.actors.merge import merge
from generator.actors.names import Name, find_names
from generator.actors.rank import salience
from generator.actors.roles import Surroundings, find_roles
from generator.config import Settings
from generator.model import Actor, ActorKind, Article, Mention
from generator.nlp import Passage, Reading


def find_actors(article: Article, reading: Reading, settings: Settings) -> tuple[Actor, ...]:
    """The actors of an article by rank."""
    passages = reading.passages
    forms = find_forms(find_names(passages), passages)
    groups = merge(forms, passages)
    body = (min((p.start for p in reading.body), default=0), max((p.end for p in reading.body), default=1))
    around = _surroundings(groups, passages)
    most = max((sum(len(f.names) for f in group) for group in groups), default=1)
    drafts = []
    for group in groups:
        names = sorted((n for form in group for n in form.names), key=lambda n: n.start)
        if not any(passages[n.passage].kind != "title" for n in names):
            continue
        kind = _kind(group)
        in_title = any(passages[n.passage].kind == "title" for n in names)
        drafts.append((salience(names, in_title, most, body), names[0].start, _name(group, kind), kind, group, names))
    drafts.sort(key=lambda draft: (-draft[0], draft[1]))
    ids: Counter[str] = Counter()
    actors = []
    for rank, (weight, _, name, kind, group, names) in enumerate(drafts, 1):
        actors.append(
            Actor(
                id=_id(name, ids),
                name=name,
                kind=kind,
                aliases=tuple(dict.fromkeys(n.text for n in names if n.text != name)),
                roles=find_roles(names, passages, around) if kind == "person" else (),
                mentions=tuple(Mention(start=n.start, end=n.end, kind="name", rule=n.rule) for n in names),
                rank=rank,
                salience=weight,
                country=_country(group),
            )
        )
    return tuple(actors)


def _surroundings(groups: list[list[Form]], passages: tuple[Passage, ...]) -> dict[int, Surroundings]:
    """What stands in each passage; a name is of the kind of its whole group."""
    names: dict[int, list[Name]] = {number: [] for number in range(len(passages))}
    for group in groups:
        kind = _kind(group)
        for form in group:
            for name in form.names:
                names[name.passage].append(replace(name, label=kind))
    return {number: Surroundings(passages[number].doc, found) for number, found in names.items()}


def _kind(group: list[Form]) -> ActorKind:
    """The kind that most places of the group speak for; tables and head words count for more than the model."""
    fullest = _fullest(group)
    if fullest.label == "person" and len(fullest.tokens) > 1:
        return "person"
    votes: Counter[str] = Counter()
    for form in group:
        votes[form.label] += len(form.names) * (1 if form.rule == "vote" else 3)
    return cast(ActorKind, max(votes, key=lambda label: votes[label]))


def _name(group: list[Form], kind: ActorKind) -> str:
    """The fullest form written; for a country written only in short its name in our table."""
    country = next((form.country for form in group if form.country), None)
    if country is not None:
        return country.name
    return _fullest(group).text


def _fullest(group: list[Form]) -> Form:
    """The form with most words, most letters, most places, the earliest."""
    return max(
        group,
        key=lambda form: (
            len(form.tokens),
            not (form.text.isupper() and len(form.text) > 5),
            len(form.text),
            len(form.names),
            -form.names[0].start,
        ),
    )


def _country(group: list[Form]) -> str | None:
    """The code that a table, or the country named in front of a body, gives."""
    return next((form.code for form in group if form.code), None)


def _id(name: str, ids: Counter[str]) -> str:
    """A slug that no actor of the brief has yet."""
    slug = slugify(name, max_length=60) or "actor"
    ids[slug] += 1
    return slug if ids[slug] == 1 else f"{slug}-{ids[slug]}"
