"""An edition that was joined on whole briefs, cut to what may be shown of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from generator.edition.dossiers import roles_over_time
from generator.model import Brief, Day, Dossier, Edition, Story


def disputed_elsewhere(edition: Edition) -> dict[str, frozenset[str]]:
    """Brief.id -> Figure.ids that another brief of its story disputes."""
    found: dict[str, set[str]] = {}
    for story in edition.stories:
        for dispute in story.disputes:
            for brief_id, figure_id in dispute.figures:
                found.setdefault(brief_id, set()).add(figure_id)
    return {brief_id: frozenset(ids) for brief_id, ids in found.items()}


def shown(edition: Edition, cut: Mapping[str, Brief]) -> Edition:
    """The edition with each brief as it is published; what points at a part that was left out goes with it.

    Who is one actor, and which briefs tell one story, stays as the whole articles say it.
    """
    return _Cut(edition, cut).edition()


class _Cut:
    def __init__(self, edition: Edition, cut: Mapping[str, Brief]) -> None:
        self.whole = edition
        self.briefs = tuple(cut[brief.id] for brief in edition.briefs)
        self.by_id = {brief.id: brief for brief in self.briefs}
        self.actors = {(brief.id, actor.id): actor for brief in self.briefs for actor in brief.actors}
        self.kept = {(brief.id, quote.id) for brief in self.briefs for quote in brief.quotes}
        self.kept |= {(brief.id, event.id) for brief in self.briefs for event in brief.events}
        self.kept |= {(brief.id, figure.id) for brief in self.briefs for figure in brief.figures}

    def edition(self) -> Edition:
        days = (self.day(day) for day in self.whole.days)
        return msgspec.structs.replace(
            self.whole,
            briefs=self.briefs,
            dossiers=tuple(map(self.dossier, self.whole.dossiers)),
            days=tuple(day for day in days if day.events),
            stories=tuple(map(self.story, self.whole.stories)),
        )

    def only(self, keys: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Those of (Brief.id, id of a part) that are left."""
        return tuple(key for key in keys if key in self.kept)

    def dossier(self, dossier: Dossier) -> Dossier:
        sights = ((self.by_id[member[0]], self.actors[member]) for member in dossier.members)
        return msgspec.structs.replace(dossier, quotes=self.only(dossier.quotes), roles=roles_over_time(sights))

    def day(self, day: Day) -> Day:
        same = (self.only(group) for group in day.same)
        return msgspec.structs.replace(
            day, events=self.only(day.events), same=tuple(group for group in same if len(group) > 1)
        )

    def story(self, story: Story) -> Story:
        cut = (msgspec.structs.replace(one, figures=self.only(one.figures)) for one in story.disputes)
        return msgspec.structs.replace(story, disputes=tuple(one for one in cut if len(one.figures) > 1))
