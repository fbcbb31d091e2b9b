"""Clusters -> dossiers: what all briefs say of each actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.edition.cluster import Cluster, Link
from generator.edition.days import day_of
from generator.edition.joining import Joined
from generator.edition.members import Member
from generator.edition.names import name_key
from generator.edition.own import Words
from generator.edition.tables import role_forms
from generator.edition.ties import Ties, alongside, speaks_of
from generator.model import Actor, Brief, Dossier, DossierRole, Join, Role
from generator.slugs import slugs_in_order

JOINS = 20
"""Reasons that a dossier keeps: the surest for each pair of spellings."""
ARTICLES = frozenset({"a", "an", "the"})
UNDATED = "9999"
"""Sorts after all dates."""


@dataclass(slots=True)
class _Sheet:
    """A cluster with what is known of it before its neighbours are."""

    cluster: Cluster
    members: list[Member]
    """Newest brief first."""
    own: Words
    name: str
    links: list[Link]
    id: str = ""


def make_dossiers(briefs: list[Brief], joined: Joined) -> tuple[tuple[Dossier, ...], dict[tuple[str, str], str]]:
    """The dossiers, those in most briefs first, and which one each actor of a brief has; who is hidden has none."""
    sheets = _sheets(briefs, joined)
    dossier_of = {member.at: sheet.id for sheet in sheets for member in sheet.members}
    said: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for brief in briefs:
        for quote in brief.quotes:
            if quote.speaker is not None and quote.speaker.actor is not None:
                said.setdefault((brief.id, quote.speaker.actor), []).append((brief.id, quote.id))
    ranks = {sheet.id: min(member.actor.rank for member in sheet.members) for sheet in sheets}
    weight = {sheet.id: (-len(sheet.members), ranks[sheet.id], sheet.id) for sheet in sheets}
    beside = alongside(briefs, dossier_of)
    there, back = speaks_of(briefs, dossier_of)

    def most(ties: Ties, dossier: str) -> tuple[tuple[str, int], ...]:
        found = ties.get(dossier, Counter())
        return tuple(sorted(found.items(), key=lambda item: (-item[1], weight[item[0]])))

    of_name: dict[str, list[str]] = {}
    for sheet in sheets:
        of_name.setdefault(name_key(sheet.name), []).append(sheet.id)
    dossiers = [
        Dossier(
            id=sheet.id,
            name=sheet.name,
            kind=sheet.own.kind or sheet.cluster.kind,
            aliases=_aliases(sheet),
            members=tuple(member.at for member in sheet.members),
            quotes=tuple(quote for member in sheet.members for quote in said.get(member.at, ())),
            roles=roles_over_time((member.brief, member.actor) for member in sheet.members),
            alongside=most(beside, sheet.id),
            best_rank=ranks[sheet.id],
            spellings=_spellings(sheet.members),
            speaks_of=most(there, sheet.id),
            spoken_of_by=most(back, sheet.id),
            joined=_joins(sheet.links),
            namesakes=tuple(sorted(set(of_name[name_key(sheet.name)]) - {sheet.id})),
            role=sheet.own.role,
            wikidata=sheet.own.wikidata,
            link=sheet.own.link,
        )
        for sheet in sheets
    ]
    dossiers.sort(key=lambda dossier: (-len(dossier.members), -len(dossier.quotes), dossier.best_rank, dossier.id))
    return tuple(dossiers), dossier_of


def _sheets(briefs: list[Brief], joined: Joined) -> list[_Sheet]:
    place = {brief.id: index for index, brief in enumerate(briefs)}
    links = joined.links()
    sheets = []
    for root in joined.roots:
        own = joined.words.get(root, Words())
        if own.hide:
            continue
        cluster = joined.graph.clusters[root]
        members = sorted(cluster.members, key=lambda m: (place[m.brief.id], m.actor.rank, m.actor.id))
        sheets.append(_Sheet(cluster, members, own, own.name or _best_name(members), links.get(root, [])))
    sheets.sort(key=lambda sheet: _age(_oldest(sheet.members)))
    named = []
    for sheet in sheets:
        oldest = _oldest(sheet.members)
        named.append((f"{oldest.actor.kind} {oldest.key}", sheet.own.name or oldest.actor.name))
    for sheet, slug in zip(sheets, slugs_in_order(named, "actor"), strict=True):
        sheet.id = slug
    return sheets


def _age(member: Member) -> tuple[str, str, str, str]:
    """Sort key: the oldest first, those without a date last."""
    return day_of(member.brief.published) or UNDATED, member.brief.seed.name, *member.at


def _oldest(members: list[Member]) -> Member:
    """The oldest member with a full name, which gives the page its address: what comes later does not change it."""
    return min(members, key=lambda member: (member.is_lone, _age(member)))


def _best_name(members: list[Member]) -> str:
    """The full spelling that most briefs use; of equals one not in capitals, the longest, the first in the alphabet."""
    full = [member for member in members if not member.is_lone] or members
    keys = Counter(member.key for member in full)
    best = min(keys, key=lambda key: (-keys[key], -len(key), key))
    counts = Counter(member.actor.name for member in full if member.key == best)
    return min(counts, key=lambda name: (-counts[name], name.isupper(), -len(name), name))


def _aliases(sheet: _Sheet) -> tuple[str, ...]:
    counts = Counter(
        alias for member in sheet.members for alias in {member.actor.name, *member.actor.aliases} if alias != sheet.name
    )
    found = sorted(counts, key=lambda alias: (-counts[alias], alias))
    return tuple(dict.fromkeys([*found, *(alias for alias in sheet.own.aliases if alias != sheet.name)]))


def _spellings(members: list[Member]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for member in members:
        named = [mention for mention in member.actor.mentions if mention.kind == "name"]
        counts.update(" ".join(member.brief.text[mention.start : mention.end].split()) for mention in named)
    del counts[""]
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def role_key(text: str) -> str:
    """What roles that are one have in common.

    >>> role_key("U.S. Sen."), role_key("the US senator"), role_key("vice-president")
    ('us senator', 'us senator', 'vice president')
    """
    words = text.casefold().replace(".", "").replace("-", " ").replace("’", "'").split()
    if len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    return " ".join(role_forms().get(word, word) for word in words)


def roles_over_time(sights: Iterable[tuple[Brief, Actor]]) -> tuple[DossierRole, ...]:
    """Roles by their words, newest first; first and last sight of each are in briefs that have a date, if any has.

    `sights` are an actor's articles, newest first, and what each says of it.
    """
    members = list(sights)
    dated = {brief.id for brief, _ in members if day_of(brief.published)}
    seen: dict[str, list[tuple[str, Role]]] = {}
    for brief, actor in members:
        for role in actor.roles:
            found = seen.setdefault(role_key(role.text), [])
            if not found or found[-1][0] != brief.id:
                found.append((brief.id, role))
    roles = []
    for found in seen.values():
        best = [sight for sight in found if sight[0] in dated] or found
        first, last = best[-1], best[0]
        briefs = tuple(brief_id for brief_id, _ in found)
        roles.append(DossierRole(text=first[1].text, first=first, last=last, briefs=briefs))
    return tuple(roles)


def _joins(links: list[Link]) -> tuple[Join, ...]:
    """One reason for each pair of spellings that differ, and the words of the user."""
    found: dict[tuple[str, str], Join] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.one.actor.name, link.other.actor.name, link.rule)):
        one, other = link.one.actor.name, link.other.actor.name
        if link.one.key != link.other.key or link.rule in ("kind", "own"):
            made = Join(rule=link.rule, one=one, other=other, score=round(link.score, 2), because=link.because)
            found.setdefault((one, other), made)
    return tuple(found.values())[:JOINS]
