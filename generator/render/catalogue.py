"""Finds what an edition's actors point at: their articles, the actors in them, countries and employers."""

from __future__ import annotations

from generator.model import Actor, Brief, Dossier, Edition, Role
from generator.render.dates import iso_date

Sight = tuple[str, Role]
"""Brief.id and a role as that brief has it."""


class Catalogue:
    """Look-ups over one edition, each made once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.briefs = {brief.id: brief for brief in edition.briefs}
        self.dossiers = {dossier.id: dossier for dossier in edition.dossiers}
        self._actors = {(brief.id, actor.id): actor for brief in edition.briefs for actor in brief.actors}
        self._ends: dict[str, dict[int, str]] = {}
        self._countries: dict[str, list[str]] = {}

    def members(self, dossier: Dossier) -> list[tuple[Brief, Actor]]:
        """The articles that name an actor, and what each says of it, newest first."""
        return [(self.briefs[member[0]], self._actors[member]) for member in dossier.members]

    def countries(self, dossier: Dossier) -> list[str]:
        """ISO 3166-1 alpha-2 codes that its articles give it, in the order of the alphabet."""
        found = self._countries.get(dossier.id)
        if found is None:
            codes = {actor.country for _, actor in self.members(dossier) if actor.country}
            found = self._countries[dossier.id] = sorted(codes)
        return found

    def employer(self, sight: Sight) -> Dossier | None:
        """The actor that the employer of a role is, where a mention of one ends with the same word.

        "the Health Ministry" as the words of the employer, "Health Ministry" as the mention.
        """
        brief_id, role = sight
        if role.employer is None:
            return None
        actor_id = self._mention_ends(brief_id).get(role.employer.end)
        return self.dossiers.get(self.edition.dossier_of.get((brief_id, actor_id or ""), ""))

    def published(self, brief_id: str) -> str:
        """ISO date of an article, as far as it is known; empty where its year is not."""
        date = iso_date(self.briefs[brief_id].published)
        return "" if date.startswith("-") else date

    def sights(self, briefs: tuple[str, ...]) -> list[str]:
        """First and last of the dates of articles; one where they are the same, none where none has a date."""
        dates = sorted(filter(None, map(self.published, briefs)))
        return list(dict.fromkeys((dates[0], dates[-1]))) if dates else []

    def _mention_ends(self, brief_id: str) -> dict[int, str]:
        """Where mentions of a brief's actors that can employ end -> Actor.id."""
        found = self._ends.get(brief_id)
        if found is None:
            found = self._ends[brief_id] = {
                mention.end: actor.id
                for actor in self.briefs[brief_id].actors
                if actor.kind != "person"
                for mention in actor.mentions
                if mention.kind != "pronoun"
            }
        return found
