"""The sources of all briefs: whom credit lines name, who is named with whom, and which briefs rest on one alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from itertools import permutations

from generator.edition.names import name_key
from generator.model import Brief, CreditGroups, Source, SourceEntry
from generator.slugs import slugs_of

PICTURES = frozenset({"photo", "graphics"})
"""Roles of who gave pictures: no word of the text rests on them."""
NAMED_TOGETHER = 24
"""Sources of one brief that are counted with each other, agencies and outlets first: a page may name five hundred."""
PLAIN = "source"
"""The role that says no more than that the credit line names it."""


def sources_of(briefs: list[Brief]) -> tuple[SourceEntry, ...]:
    """Sources by how many credit lines name them."""
    credited: dict[str, list[tuple[Brief, Source]]] = {}
    for brief in briefs:
        for source in brief.sources:
            credited.setdefault(source.name, []).append((brief, source))
    slugs = slugs_of(((name, name) for name in credited), "source")
    keys = {name_key(name): name for name in credited}
    cited: dict[str, list[str]] = {}
    for brief in briefs:
        spellings = (name for actor in brief.actors for name in (actor.name, *actor.aliases))
        named = {keys[key] for key in map(name_key, spellings) if key in keys}
        for name in named:
            cited.setdefault(name, []).append(brief.id)
    people = {name for name, found in credited.items() if found[0][1].kind == "person"}
    together, alone = _together(briefs, slugs, people), _alone(briefs)
    entries = [
        SourceEntry(
            id=slugs[name],
            name=name,
            kind=found[0][1].kind,
            country=next((source.country for _, source in found if source.country), None),
            home=next((source.home for _, source in found if source.home), None),
            roles=_frequent(source.role for _, source in found if source.role != PLAIN),
            places=_frequent(source.place for _, source in found if source.place),
            written=tuple(sorted({source.as_written for _, source in found} - {name})),
            credited=tuple(dict.fromkeys(brief.id for brief, _ in found)),
            cited=tuple(cited.get(name, ())),
            together=together.get(name, ()),
            alone=tuple(alone.get(name, ())),
        )
        for name, found in credited.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (-len(entry.credited), -len(entry.cited), entry.id)))


def credits_of(briefs: Iterable[Brief]) -> CreditGroups:
    """The briefs by what their credit lines name."""
    groups: dict[str, list[str]] = {}
    for brief in briefs:
        groups.setdefault(_group(brief), []).append(brief.id)
    return CreditGroups(**{name: tuple(ids) for name, ids in groups.items()})


def _group(brief: Brief) -> str:
    """Name of the field of CreditGroups that a brief belongs to."""
    houses = _houses(brief)
    if len(houses) > 1 or (houses and brief.unnamed_sources):
        return "several"
    if houses:
        return "one"
    if brief.sources:
        return "people"
    return "unread" if brief.credit else "none"


def _houses(brief: Brief) -> list[str]:
    """The agencies, outlets and services that the text of a brief rests on, by name."""
    return list(dict.fromkeys(s.name for s in brief.sources if s.kind != "person" and s.role not in PICTURES))


def _alone(briefs: Iterable[Brief]) -> dict[str, list[str]]:
    """Source.name -> Brief.ids that rest on it alone."""
    alone: dict[str, list[str]] = {}
    for brief in briefs:
        if _group(brief) == "one":
            alone.setdefault(_houses(brief)[0], []).append(brief.id)
    return alone


def _together(
    briefs: Iterable[Brief], slugs: Mapping[str, str], people: Container[str]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Source.name -> (SourceEntry.id of another, briefs that credit both), most first; agencies before people."""
    counts: dict[str, Counter[str]] = {}
    for brief in briefs:
        named = sorted(dict.fromkeys(source.name for source in brief.sources), key=people.__contains__)
        for one, other in permutations(named[:NAMED_TOGETHER], 2):
            counts.setdefault(one, Counter())[other] += 1
    return {
        name: tuple(
            (slugs[other], times)
            for other, times in sorted(found.items(), key=lambda item: (-item[1], item[0] in people, slugs[item[0]]))
        )
        for name, found in counts.items()
    }


def _frequent(words: Iterable[str]) -> tuple[str, ...]:
    """Each once, most frequent first."""
    return tuple(word for word, _ in sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))
