"""What the evidence does not decide: likely merges, as entries that can be pasted into actors.toml."""

from __future__ import annotations

import json
from collections.abc import Iterator
from glob import escape

from generator.edition.cluster import Link
from generator.edition.joining import Joined
from generator.edition.members import Member
from generator.edition.vetoes import forbidden

MOST = 100
"""Suggestions that are printed, the likeliest."""
MOST_ARTICLES = 3
"""Articles that a suggestion names for each of the two."""


def suggestions(joined: Joined) -> Iterator[str]:
    """Entries for actors.toml, likeliest first, each with its evidence in comments."""
    found: dict[tuple[int, int], list[Link]] = {}
    for link in sorted(joined.graph.unsure, key=lambda link: (-link.score, *link.one.at, *link.other.at)):
        pair = joined.graph.root_of(link.one), joined.graph.root_of(link.other)
        if _is_open(joined, pair):
            found.setdefault((min(pair), max(pair)), []).append(link)
    for links in list(found.values())[:MOST]:
        yield _entry(links, joined)


def _is_open(joined: Joined, pair: tuple[int, int]) -> bool:
    """False for two that became one by another way, that cannot be one, or of which the user hides one."""
    one, other = pair
    if one == other or forbidden(joined.graph.clusters[one], joined.graph.clusters[other]):
        return False
    return not any(root in joined.words and joined.words[root].hide for root in pair)


def _entry(links: list[Link], joined: Joined) -> str:
    """One entry; a lone name means somebody only in the articles that say so."""
    link, graph = links[0], joined.graph
    one, other = link.one, link.other
    there = graph.cluster(graph.root_of(other)).members
    if other.is_lone:
        there = [same.other for same in links if same.other.key == other.key and same.one.key == one.key]
    because = "; ".join(link.because) or "the names alone"
    lines = [
        f"# {_plain(one.actor.name)} and {_plain(other.actor.name)}: {link.rule} ({_plain(because)}), {link.score:.2f}",
        f"#   {_plain(one.actor.name)}: {_articles(graph.cluster(graph.root_of(one)).members)}",
        f"#   {_plain(other.actor.name)}: {_articles(there)}",
        "[[actor]]",
    ]
    if other.is_lone and one.key != other.key:
        names = ", ".join(_string(escape(name)) for name in sorted({member.brief.seed.name for member in there}))
        lines += [
            f"name = {_string(other.actor.name)}",
            f"articles = [{names}]",
            f"merge = [{_string(one.actor.name)}]",
        ]
    else:
        lines += [f"name = {_string(one.actor.name)}", f"merge = [{_string(other.actor.name)}]"]
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
