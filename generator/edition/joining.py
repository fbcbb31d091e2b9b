"""Briefs -> clusters: which actors of which briefs are one and the same."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition.bodies import BODY_RULES, KIND_RULES, PLACE_RULES
from generator.edition.cluster import Cluster, Link
from generator.edition.evidence import Rare
from generator.edition.graph import Graph
from generator.edition.grouping import same_name
from generator.edition.members import Member, members_of
from generator.edition.own import Own, Words
from generator.edition.people import PERSON_RULES
from generator.edition.rules import Rule
from generator.model import ActorKind, Brief, OwnActor

RULES: tuple[tuple[ActorKind, tuple[Rule, ...]], ...] = (
    ("person", PERSON_RULES),
    ("organization", BODY_RULES),
    ("place", PLACE_RULES),
)


@dataclass(slots=True)
class Joined:
    """Who is who over all briefs."""

    graph: Graph
    roots: list[int]
    """Nodes that stand for a cluster each, in order."""
    words: dict[int, Words]
    """Root -> what the user says of the actor."""
    problems: list[str]
    """What the user says that fits no article."""

    @property
    def clusters(self) -> list[Cluster]:
        """The actors."""
        return [self.graph.clusters[root] for root in self.roots]

    def links(self) -> dict[int, list[Link]]:
        """Root -> why its members are one."""
        found: dict[int, list[Link]] = {}
        for link in self.graph.links:
            found.setdefault(self.graph.root_of(link.one), []).append(link)
        return found


def join(briefs: list[Brief], own: tuple[OwnActor, ...] = ()) -> Joined:
    """Joins what the evidence says is one. `briefs` are in the order of the edition."""
    members, rare = members_of(briefs)
    told = Own(own)
    told.pin(members, briefs)
    groups, lone = _nodes(members, told, rare)
    graph = Graph([*groups, *([member] for member in lone)], rare)
    told.lay(graph)
    nodes = range(len(graph.first))
    for kind, rules in RULES:
        of_kind = [node for node in nodes if graph.first[node].actor.kind == kind]
        of_kind.sort(key=lambda node: (-graph.size[node], graph.first[node].key, node))
        for rule in rules:
            rule.apply(graph, of_kind)
    _join_lone(graph, len(groups), told, rare)
    for rule in KIND_RULES:
        rule.apply(graph, sorted({graph.root(node) for node in nodes}))
    words = told.words(graph) if own else {}
    return Joined(graph, sorted({graph.root(node) for node in nodes}), words, told.problems)


def _nodes(members: list[Member], told: Own, rare: Rare) -> tuple[list[list[Member]], list[Member]]:
    """Groups of members of one name, and the members that have a lone name: each may mean somebody else."""
    named: dict[tuple[ActorKind, str, int], list[Member]] = {}
    lone = [member for member in members if member.is_lone]
    for member in members:
        if not member.is_lone:
            named.setdefault((member.actor.kind, member.key, told.pinned(member)), []).append(member)
    return [group for key in sorted(named) for group in same_name(named[key], rare)], lone


def _join_lone(graph: Graph, first: int, told: Own, rare: Rare) -> None:
    """Lone names that mean nobody with a full name are one by their name."""
    left: dict[tuple[str, int], list[int]] = {}
    for node in range(first, len(graph.first)):
        if graph.root(node) == node and graph.size[node] == 1:
            member = graph.first[node]
            left.setdefault(("".join(member.name.words) or member.key, told.pinned(member)), []).append(node)
    for _, nodes in sorted(left.items()):
        place = {id(graph.first[node]): node for node in nodes}
        for group in same_name([graph.first[node] for node in nodes], rare):
            head, *rest = (place[id(member)] for member in group)
            for node in rest:
                graph.join("name", head, node, 1.0)
