"""What the evidence does not decide: likely merges, as entries that can be pasted into actors.toml."""

from __future__ import annotations

import json
from collections.abc import Iterator
from glob import escape

from generator.edition.graph import Link, forbidden
from generator.edition.joining import Joined
from generator.edition.members import Member

MOST = 100
"""Suggestions that are printed, the likeliest."""
MOST_ARTICLES = 3
"""Articles that a suggestion names for each of the two."""


def suggestions(joined: Joined) -> Iterator[str]:
    """Entries for actors.toml, likeliest first, each with its evidence in comments."""
    graph = joined.graph
    place = {id(member): node for node, member in enumerate(graph.first)}
    seen: set[frozenset[int]] = set()
    order = sorted(joined.graph.unsure, key=lambda link: (-link.score, *link.one.at, *link.other.at))
    for link in order:
        one, other = graph.root(place[id(link.one)]), graph.root(place[id(link.other)])
        pair = frozenset((one, other))
        if len(pair) < 2 or pair in seen or forbidden(graph.clusters[one], graph.clusters[other]):
            continue
        if any(root in joined.words and joined.words[root].hide for root in pair):
            continue
        seen.add(pair)
        yield _entry(link, joined, one, other)
        if len(seen) == MOST:
            return


def _entry(link: Link, joined: Joined, one: int, other: int) -> str:
    clusters = joined.graph.clusters
    because = "; ".join(link.because) or "the names alone"
    lines = [f"# {_plain(link.one.actor.name)} and {_plain(link.other.actor.name)}: {link.rule} ({because}), {link.score:.2f}"]
    lines += [f"#   {_plain(link.one.actor.name)}: {_articles(clusters[one].members)}"]
    lines += [f"#   {_plain(link.other.actor.name)}: {_articles(clusters[other].members)}"]
    lines += ["[[actor]]"]
    if link.other.is_lone and link.one.key != link.other.key:
        names = sorted({member.brief.seed.name for member in clusters[other].members if member.key == link.other.key})
        lines += [f"name = {_string(link.other.actor.name)}"]
        lines += [f"articles = [{', '.join(_string(escape(name)) for name in names)}]"]
        lines += [f"merge = [{_string(link.one.actor.name)}]"]
    else:
        lines += [f"name = {_string(link.one.actor.name)}"]
        lines += [f"merge = [{_string(link.other.actor.name)}]"]
    return "\n".join(lines) + "\n"


def _articles(members: list[Member]) -> str:
    names = sorted({member.brief.seed.name for member in members})
    more = len(names) - MOST_ARTICLES
    return ", ".join(map(_plain, names[:MOST_ARTICLES])) + (f" and {more} more" if more > 0 else "")


def _plain(text: str) -> str:
    """Fit for a comment of one line."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _string(text: str) -> str:
    """A string of TOML."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007f")
