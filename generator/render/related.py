"""Briefs to read beside one that tells no story with others: those that share the most actors which few briefs name."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Dossier, Edition
from generator.render.shapes import BriefView, View

FEW = 8
"""Briefs up to which an actor says something about those that name it; it also bounds the work."""
SHARED = 2
"""Such actors that two briefs must share: one alone may be anybody's spokesman."""
LISTED = 5


class RelatedView(View, frozen=True, kw_only=True):
    """A brief, and why it is listed."""

    brief: BriefView
    names: tuple[tuple[str, str], ...]
    """Name and page of each shared actor, the rarest first; the page is empty if it has none."""


def related(
    edition: Edition, views: Mapping[str, BriefView], pages: Mapping[str, str]
) -> dict[str, tuple[RelatedView, ...]]:
    """BriefView.id -> the briefs to read beside it; without those that have none, or a story."""
    shared: dict[str, dict[str, list[Dossier]]] = {}
    for dossier in sorted(edition.dossiers, key=lambda dossier: (len(dossier.members), dossier.id)):
        briefs = dict.fromkeys(brief_id for brief_id, _ in dossier.members)
        if dossier.kind != "place" and len(briefs) <= FEW:
            for one in briefs:
                for other in briefs if one not in edition.story_of else ():
                    if other != one:
                        shared.setdefault(one, {}).setdefault(other, []).append(dossier)
    places = {brief_id: place for place, brief_id in enumerate(views)}
    found: dict[str, tuple[RelatedView, ...]] = {}
    for one, others in shared.items():
        near = [(other, both) for other, both in others.items() if len(both) >= SHARED]
        near.sort(key=lambda pair: (-_weight(pair[1]), places[pair[0]]))
        if near:
            found[one] = tuple(
                RelatedView(
                    brief=views[other],
                    names=tuple((dossier.name, pages.get(dossier.id, "")) for dossier in both[:LISTED]),
                )
                for other, both in near[:LISTED]
            )
    return found


def _weight(dossiers: list[Dossier]) -> float:
    """How much these actors say: one that two briefs name says more than one that eight do."""
    return sum(1 / len({brief_id for brief_id, _ in dossier.members}) for dossier in dossiers)
