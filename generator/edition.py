"""Many briefs -> Edition: one actor in a thousand articles is one actor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.model import Actor, ActorKind, Brief, Day, Dossier, DossierRole, Edition, Role, Source, SourceEntry
from generator.slugs import slugs_of

_NOT_WORD = re.compile(r"[\W_]+")
ALONGSIDE = 60
"""Actors of one brief that are counted as named alongside each other: the most important ones."""

Key = tuple[ActorKind, str]
Member = tuple[Brief, Actor]


def make_edition(briefs: Iterable[Brief]) -> Edition:
    """Orders the briefs and joins what they share. The order in which they come does not matter."""
    ordered = sorted(briefs, key=lambda brief: (brief.seed.name, brief.id))
    ordered.sort(key=lambda brief: _day(brief.published), reverse=True)
    dossiers, dossier_of = _dossiers(ordered)
    return Edition(
        briefs=tuple(ordered),
        slugs=_brief_slugs(ordered),
        dossiers=dossiers,
        dossier_of=dossier_of,
        sources=_sources(ordered),
        days=_days(ordered),
    )


def name_key(name: str) -> str:
    """What two spellings of one name have in common.

    >>> name_key("The U.N.") == name_key("UN")
    True
    """
    words = _NOT_WORD.sub(" ", name.casefold().replace(".", "").replace("\u2019", "'").replace("'s", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _day(published: str | None) -> str:
    """Sort key of a date; what does not look like one sorts last."""
    return published[:10] if published and published[:4].isdigit() else ""


def _brief_slugs(briefs: list[Brief]) -> dict[str, str]:
    names = {brief.id: brief.seed.name for brief in briefs}
    titles = [
        (brief.seed.name, brief.title.text if brief.title else PurePosixPath(brief.seed.name).stem) for brief in briefs
    ]
    slugs = slugs_of(titles, "brief")
    return {brief_id: slugs[name] for brief_id, name in names.items()}


def _dossiers(briefs: list[Brief]) -> tuple[tuple[Dossier, ...], dict[tuple[str, str], str]]:
    members: dict[Key, list[Member]] = {}
    for brief in briefs:
        for actor in brief.actors:
            members.setdefault((actor.kind, name_key(actor.name) or actor.id), []).append((brief, actor))
    joined: dict[Key, list[Member]] = {}
    target = _alias_targets(members)
    for key in sorted(members, key=lambda key: (key in target, key)):
        joined.setdefault(target.get(key, key), []).extend(members[key])
    place = {brief.id: index for index, brief in enumerate(briefs)}
    for group in joined.values():
        group.sort(key=lambda member: (place[member[0].id], member[1].rank, member[1].id))
    names = {key: _best_name(key, group) for key, group in joined.items()}
    slugs = slugs_of(((f"{key[0]} {key[1]}", name) for key, name in names.items()), "actor")
    ids = {key: slugs[f"{key[0]} {key[1]}"] for key in joined}
    dossier_of = {(brief.id, actor.id): ids[key] for key, group in joined.items() for brief, actor in group}
    alongside = _alongside(briefs, dossier_of)
    said: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for brief in briefs:
        for quote in brief.quotes:
            if quote.speaker is not None and quote.speaker.actor is not None:
                said.setdefault((brief.id, quote.speaker.actor), []).append((brief.id, quote.id))
    weight = {ids[key]: (-len(group), min(actor.rank for _, actor in group), ids[key]) for key, group in joined.items()}
    dossiers = [
        Dossier(
            id=ids[key],
            name=names[key],
            kind=key[0],
            aliases=_aliases(names[key], group),
            members=tuple((brief.id, actor.id) for brief, actor in group),
            quotes=tuple(quote for brief, actor in group for quote in said.get((brief.id, actor.id), ())),
            roles=_roles(group),
            alongside=tuple(sorted(alongside.get(ids[key], {}).items(), key=lambda item: (-item[1], weight[item[0]]))),
            best_rank=min(actor.rank for _, actor in group),
        )
        for key, group in joined.items()
    ]
    dossiers.sort(key=lambda dossier: (-len(dossier.members), -len(dossier.quotes), dossier.best_rank, dossier.id))
    return tuple(dossiers), dossier_of


def _alias_targets(members: dict[Key, list[Member]]) -> dict[Key, Key]:
    """Names that are an alias of exactly one other actor of their kind: "WHO" of "World Health Organization".

    A lone surname never joins: two articles may mean two people by "Minister Rask".
    """
    owners: dict[Key, set[Key]] = {}
    for key, group in members.items():
        for _, actor in group:
            for alias in actor.aliases:
                if key[0] != "person" or len(alias.split()) > 1:
                    owners.setdefault((key[0], name_key(alias)), set()).add(key)
    found: dict[Key, Key] = {}
    for alias_key, keys in owners.items():
        others = keys - {alias_key}
        if alias_key in members and len(others) == 1:
            found[alias_key] = next(iter(others))
    # "A" of "B" and "B" of "A", or a chain: only a name that is nobody's alias is a target.
    return {key: target for key, target in found.items() if target not in found}


def _best_name(key: Key, group: list[Member]) -> str:
    """The spelling that most briefs use; of equals the longest, then the first in the alphabet."""
    counts = Counter(actor.name for _, actor in group if name_key(actor.name) == key[1])
    counts = counts or Counter(actor.name for _, actor in group)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _aliases(name: str, group: list[Member]) -> tuple[str, ...]:
    counts = Counter(alias for _, actor in group for alias in {actor.name, *actor.aliases} if alias != name)
    return tuple(sorted(counts, key=lambda alias: (-counts[alias], alias)))


def _roles(group: list[Member]) -> tuple[DossierRole, ...]:
    """Roles by their words, newest first; the first sight of each is in its oldest brief that has a date."""
    dated = {brief.id for brief, _ in group if _day(brief.published)}
    seen: dict[str, list[tuple[str, Role]]] = {}
    for brief, actor in group:
        for role in actor.roles:
            found = seen.setdefault(" ".join(role.text.casefold().split()), [])
            if not found or found[-1][0] != brief.id:
                found.append((brief.id, role))
    roles = []
    for found in seen.values():
        first = next((sight for sight in reversed(found) if sight[0] in dated), found[-1])
        roles.append(DossierRole(text=first[1].text, first=first, briefs=tuple(brief_id for brief_id, _ in found)))
    return tuple(roles)


def _alongside(briefs: list[Brief], dossier_of: dict[tuple[str, str], str]) -> dict[str, Counter[str]]:
    """Dossier.id -> how many briefs name the other, too; only the most important actors of a brief count."""
    counts: dict[str, Counter[str]] = {}
    for brief in briefs:
        actors = sorted(brief.actors, key=lambda actor: actor.rank)[:ALONGSIDE]
        present = sorted({dossier_of[brief.id, actor.id] for actor in actors if actor.kind != "place"})
        for dossier in present:
            counts.setdefault(dossier, Counter()).update(other for other in present if other != dossier)
    return counts


def _sources(briefs: list[Brief]) -> tuple[SourceEntry, ...]:
    credited: dict[str, list[tuple[Brief, Source]]] = {}
    for brief in briefs:
        for source in brief.sources:
            credited.setdefault(source.name, []).append((brief, source))
    slugs = slugs_of(((name, name) for name in credited), "source")
    keys = {name_key(name): name for name in credited}
    cited: dict[str, list[str]] = {}
    for brief in briefs:
        named = {keys[key] for actor in brief.actors for key in map(name_key, _names(actor)) if key in keys}
        for name in named:
            cited.setdefault(name, []).append(brief.id)
    entries = [
        SourceEntry(
            id=slugs[name],
            name=name,
            kind=found[0][1].kind,
            written=tuple(sorted({source.as_written for _, source in found} - {name})),
            credited=tuple(dict.fromkeys(brief.id for brief, _ in found)),
            cited=tuple(cited.get(name, ())),
        )
        for name, found in credited.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (-len(entry.credited), -len(entry.cited), entry.id)))


def _names(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from actor.aliases


def _days(briefs: list[Brief]) -> tuple[Day, ...]:
    events: dict[str, list[tuple[str, str]]] = {}
    for brief in briefs:
        for event in brief.events:
            events.setdefault(event.date, []).append((brief.id, event.id))
    dates = sorted(events, reverse=True)
    dates.sort(key=lambda date: date.startswith("-"))
    return tuple(Day(date=date, events=tuple(events[date])) for date in dates)
