"""Who is named beside whom, and who speaks of whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from generator.model import Brief

ALONGSIDE = 60
"""Actors of one brief that are counted as named alongside each other: the most important ones."""

Ties = dict[str, Counter[str]]
"""Dossier.id -> other Dossier.id -> how often."""


def alongside(briefs: list[Brief], dossier_of: Mapping[tuple[str, str], str]) -> Ties:
    """How many briefs name two actors, places apart; only the most important actors of a brief count."""
    counts: Ties = {}
    for brief in briefs:
        actors = sorted(brief.actors, key=lambda actor: actor.rank)[:ALONGSIDE]
        present = sorted(
            {
                dossier_of[brief.id, actor.id]
                for actor in actors
                if actor.kind != "place" and (brief.id, actor.id) in dossier_of
            }
        )
        for dossier in present:
            counts.setdefault(dossier, Counter()).update(other for other in present if other != dossier)
    return counts


def speaks_of(briefs: list[Brief], dossier_of: Mapping[tuple[str, str], str]) -> tuple[Ties, Ties]:
    """How many quotes of an actor name the other, and the same the other way round."""
    there: Ties = {}
    back: Ties = {}
    for brief in briefs:
        names = sorted(
            (mention.start, mention.end, dossier_of[brief.id, actor.id])
            for actor in brief.actors
            if (brief.id, actor.id) in dossier_of
            for mention in actor.mentions
            if mention.kind == "name"
        )
        for quote in brief.quotes:
            speaker = dossier_of.get((brief.id, quote.speaker.actor or "")) if quote.speaker else None
            if speaker is None:
                continue
            named: set[str] = set()
            for span in quote.spans:
                at = bisect_left(names, (span.start,))
                while at < len(names) and names[at][0] < span.end:
                    if names[at][1] <= span.end:
                        named.add(names[at][2])
                    at += 1
            for other in named - {speaker}:
                there.setdefault(speaker, Counter())[other] += 1
                back.setdefault(other, Counter())[speaker] += 1
    return there, back
