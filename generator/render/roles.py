"""The roles of an actor over all articles, as its page prints them: which, when, in how many briefs."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Dossier, DossierRole
from generator.render.dates import DateView
from generator.render.shapes import BriefView, View, Words
from generator.render.speech import role_status

AT_A_GLANCE = 8
"""Of more roles the page shows so many: the latest one, and those that most briefs give. The others fold away."""


class RoleOverTime(View, frozen=True, kw_only=True):
    words: Words
    """As in the brief that gives it first."""
    status: str
    """"former" or "late" where the words do not say it; empty for a current one."""
    brief: BriefView
    """Where it is first seen."""
    newest: BriefView
    """Where it is last seen."""
    last_paragraph: int
    """Where it stands there; 0 outside the body."""
    first: DateView
    last: DateView
    briefs: int


class Roles:
    """Makes the views of roles."""

    def __init__(self, briefs: Mapping[str, BriefView]) -> None:
        self.briefs = briefs
        self.words = {
            (view.id, role.words.start, role.words.end): role.words
            for view in briefs.values()
            for actor in view.actors
            for role in actor.roles
        }

    def of(self, dossier: Dossier) -> tuple[RoleOverTime, ...]:
        """The roles of an actor, newest first."""
        return tuple(map(self.view, dossier.roles))

    def view(self, role: DossierRole) -> RoleOverTime:
        brief_id, first = role.first
        newest_id, last = role.last
        brief, newest = self.briefs[brief_id], self.briefs[newest_id]
        return RoleOverTime(
            words=self.words[brief_id, first.start, first.end],
            status=role_status(last),
            brief=brief,
            newest=newest,
            last_paragraph=self.words[newest_id, last.start, last.end].paragraph,
            first=brief.published,
            last=newest.published,
            briefs=len(role.briefs),
        )


def at_a_glance(roles: tuple[RoleOverTime, ...]) -> tuple[tuple[RoleOverTime, ...], tuple[RoleOverTime, ...]]:
    """Roles to be seen at a glance and the others, both in their order."""
    if len(roles) <= AT_A_GLANCE + 1:
        return roles, ()
    by_weight = sorted(range(len(roles)), key=lambda place: (place > 0, -roles[place].briefs, place))
    shown = frozenset(by_weight[:AT_A_GLANCE])
    return (
        tuple(role for place, role in enumerate(roles) if place in shown),
        tuple(role for place, role in enumerate(roles) if place not in shown),
    )
