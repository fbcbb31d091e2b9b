"""What the user says in actors.toml, laid over the graph before and after all rules: the user's word always wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from rapidfuzz.process import extractOne

from generator.edition.graph import Graph
from generator.edition.members import Member
from generator.edition.names import name_key
from generator.model import ActorKind, Brief, OwnActor

SIMILAR = 75
"""Likeness of a name that is offered for an unknown one, 0 to 100."""
FILE = "actors.toml"
"""Name of the file in a project."""


@dataclass(slots=True)
class Words:
    """What the user says of one actor, all entries together."""

    name: str | None = None
    hide: bool = False
    kind: ActorKind | None = None
    role: str | None = None
    wikidata: str | None = None
    link: str | None = None
    aliases: tuple[str, ...] = ()
    line: int = 0
    """Of the entry that spoke last."""


@dataclass(slots=True)
class Own:
    """The entries of a project's actors.toml, and which nodes each means."""

    entries: tuple[OwnActor, ...]
    problems: list[str] = field(default_factory=list)
    """One line each: what an entry says that fits no article."""
    _nodes: dict[str, list[int]] = field(default_factory=dict)
    _of_alias: dict[str, list[int]] = field(default_factory=dict)
    _spelled: dict[str, str] = field(default_factory=dict)
    _pins: dict[tuple[str, str], int] = field(default_factory=dict)
    _meant: list[list[int]] = field(default_factory=list)

    def pin(self, members: Iterable[Member], briefs: Iterable[Brief]) -> None:
        """Finds the members that an entry with `articles` means."""
        selective: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            if entry.articles:
                selective.setdefault(name_key(entry.name), []).append(number)
        names = {brief.seed.name for brief in briefs} if selective else set()
        for numbers in selective.values():
            for number in numbers:
                for pattern in self.entries[number].articles:
                    if not any(_is_called(name, pattern) for name in names):
                        self._tell(number, f'no article is called "{pattern}"')
        for member in members if selective else ():
            for number in selective.get(member.key, ()):
                entry = self.entries[number]
                called = any(_is_called(member.brief.seed.name, pattern) for pattern in entry.articles)
                if called and entry.of_kind in (None, member.actor.kind):
                    self._pins.setdefault(member.at, number)

    def pinned(self, member: Member) -> int:
        """Number of the entry that this member alone belongs to; -1 if there is none."""
        return self._pins.get(member.at, -1) if self._pins else -1

    def lay(self, graph: Graph) -> None:
        """Joins what the user calls one, and marks what the user calls two."""
        if not self.entries:
            return
        for node, first in enumerate(graph.first):
            self._nodes.setdefault(first.key, []).append(node)
            self._spelled.setdefault(first.key, first.actor.name)
        for node, cluster in enumerate(graph.clusters):
            for alias in {name_key(alias) for member in cluster.members for alias in member.actor.aliases}:
                self._of_alias.setdefault(alias, []).append(node)
                self._spelled.setdefault(alias, alias)
        self._meant = [self._mean(number, graph) for number in range(len(self.entries))]
        for number, entry in enumerate(self.entries):
            self._merge(number, entry, graph)
        for number, entry in enumerate(self.entries):
            self._split(number, entry, graph)

    def words(self, graph: Graph) -> dict[int, Words]:
        """Root -> what the user says of that actor; of two entries that contradict each other the later counts."""
        found: dict[int, Words] = {}
        for number, entry in enumerate(self.entries):
            roots = sorted({graph.root(node) for node in self._meant[number]})
            if len(roots) > 1:
                counts = ", ".join(
                    f"{graph.clusters[root].kind} in {len(graph.clusters[root].briefs)}" for root in roots
                )
                self._tell(
                    number,
                    f'"{entry.name}" is the name of {len(roots)} actors ({counts} articles) and the entry holds for '
                    "all; say which one with articles or of_kind, or join them with merge",
                )
            for root in roots:
                self._say(number, entry, found.setdefault(root, Words()))
        return found

    def _say(self, number: int, entry: OwnActor, words: Words) -> None:
        name = entry.rename or (entry.name if entry.merge and not entry.articles and words.name is None else None)
        if entry.rename and words.name and words.line and entry.rename != words.name:
            self._tell(
                number, f'"{entry.rename}" was called "{words.name}" in line {words.line}; the later entry counts'
            )
        words.name = name or words.name
        words.hide = words.hide or entry.hide
        words.kind = entry.kind or words.kind
        words.role = entry.role or words.role
        words.wikidata = entry.wikidata or words.wikidata
        words.link = entry.link or words.link
        words.aliases = (*words.aliases, *entry.aliases)
        words.line = entry.line if entry.rename else words.line

    def _tell(self, number: int, message: str) -> None:
        entry = self.entries[number]
        where = f"{FILE}:{entry.line}" if entry.line else f"{FILE}, entry {number + 1}"
        line = f"{where}: {message}"
        if line not in self.problems:
            self.problems.append(line)

    def _mean(self, number: int, graph: Graph) -> list[int]:
        """The nodes that an entry is about."""
        entry = self.entries[number]

        def is_meant(node: int) -> bool:
            pin = self.pinned(graph.first[node])
            return pin == (number if entry.articles else -1) and entry.of_kind in (None, graph.first[node].actor.kind)

        found = self._find(number, entry.name, is_meant, "")
        if found and (entry.articles or graph.first[found[0]].is_lone):
            for node in found[1:]:
                graph.join("own", found[0], node, 1.0)
        return found

    def _find(self, number: int, name: str, fits: Callable[[int], bool], field_name: str) -> list[int]:
        """Nodes of that name, else the one node with that short form; tells the user if there is none."""
        key = name_key(name)
        found = [node for node in self._nodes.get(key, ()) if fits(node)]
        if found:
            return found
        short = [node for node in self._of_alias.get(key, ()) if fits(node)]
        if len(short) == 1:
            return short
        said = f" ({field_name})" if field_name else ""
        if short:
            self._tell(number, f'"{name}"{said} is a short name of {len(short)} actors; write the full name')
            return []
        near = extractOne(key, list(self._spelled), score_cutoff=SIMILAR)
        told = f'; did you mean "{self._spelled[near[0]]}"?' if near and near[0] != key else ""
        where = "none of its articles names" if self.entries[number].articles and not field_name else "no article names"
        self._tell(number, f'{where} "{name}"{said}{told}')
        return []

    def _merge(self, number: int, entry: OwnActor, graph: Graph) -> None:
        meant = self._meant[number]

        def is_free(node: int) -> bool:
            return self.pinned(graph.first[node]) in (-1, number)

        own_key = name_key(entry.name)
        others: list[int] = []
        for name in entry.merge:
            others += meant if name_key(name) == own_key else self._find(number, name, is_free, "merge")
        for name in entry.aliases:
            others += [node for node in self._nodes.get(name_key(name), ()) if is_free(node)]
        heads = meant or others
        if not heads or not others:
            return
        head = min(heads, key=lambda node: (-graph.size[graph.root(node)], node))
        for node in others:
            graph.join("own", head, node, 1.0)
        if not meant:
            self._meant[number] = [head]

    def _split(self, number: int, entry: OwnActor, graph: Graph) -> None:
        meant = self._meant[number]
        inside = {graph.root(node) for node in meant}
        side: list[int] = []
        for name in entry.split:
            side += self._find(number, name, lambda node: graph.root(node) not in inside, "split")
        if entry.articles:
            side += [node for node in self._nodes.get(name_key(entry.name), ()) if graph.root(node) not in inside]
        for node in meant:
            graph.cluster(node).apart.add((number, False))
        for node in side:
            graph.cluster(node).apart.add((number, True))


def _is_called(name: str, pattern: str) -> bool:
    return fnmatchcase(name, pattern) or fnmatchcase(PurePosixPath(name).name, pattern)
