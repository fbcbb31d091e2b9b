"""Many briefs -> Edition: one actor in a thousand articles is one actor.

members (each actor of each brief) -> grouping (one name, one actor) -> rules over a graph (other spellings) ->
dossiers. The words of the user in actors.toml come before all rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.edition.days import day_of, days_of
from generator.edition.dossiers import make_dossiers
from generator.edition.joining import join
from generator.edition.names import name_key
from generator.edition.sources import credits_of, sources_of
from generator.edition.stories import stories_of
from generator.model import Brief, Edition, OwnActor
from generator.slugs import slugs_of

__all__ = ["in_order", "make_edition", "name_key"]


def make_edition(briefs: Iterable[Brief], own: tuple[OwnActor, ...] = ()) -> Edition:
    """Orders the briefs and joins what they share. The order in which they come does not matter.

    `own` is what the project's actors.toml says of actors.
    """
    ordered = in_order(briefs)
    dossiers, dossier_of = make_dossiers(ordered, join(ordered, own))
    stories, story_of = stories_of(ordered, dossier_of)
    return Edition(
        briefs=tuple(ordered),
        slugs=_brief_slugs(ordered),
        dossiers=dossiers,
        dossier_of=dossier_of,
        sources=sources_of(ordered),
        credits=credits_of(ordered),
        days=days_of(ordered),
        stories=stories,
        story_of=story_of,
    )


def in_order(briefs: Iterable[Brief]) -> list[Brief]:
    """The briefs, newest first."""
    ordered = sorted(briefs, key=lambda brief: (brief.seed.name, brief.id))
    ordered.sort(key=lambda brief: day_of(brief.published), reverse=True)
    return ordered


def _brief_slugs(briefs: list[Brief]) -> dict[str, str]:
    names = {brief.id: brief.seed.name for brief in briefs}
    titles = [
        (brief.seed.name, brief.title.text if brief.title else PurePosixPath(brief.seed.name).stem) for brief in briefs
    ]
    slugs = slugs_of(titles, "brief")
    return {brief_id: slugs[name] for brief_id, name in names.items()}
