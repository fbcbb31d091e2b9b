"""Titles of pages, no two alike: what a reader sees in tabs, bookmarks and lists of results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.render.dossiers import DossierView
from generator.render.escape import line
from generator.render.messages import Messages
from generator.render.overview import EditionView
from generator.render.shapes import BriefView
from generator.render.stories import StoryView

Choices = tuple[str, ...]
"""What a page may be called, the plainest first; the last is no other page's."""


def titles_of(edition: EditionView, say: Messages) -> dict[str, str]:
    """Path of a page from the top of the site -> its title, for pages that are named after something in the articles.

    Two briefs "Council meets" are told apart by day and outlet, else by their files.
    """
    choices = dict(_choices(edition, say))
    sections = (text for name, text in say.words.items() if name.startswith("nav.") and isinstance(text, str))
    wanted = Counter(sections)
    for titles in choices.values():
        wanted.update(set(titles))
    return {page: next((t for t in titles if t and wanted[t] == 1), titles[-1]) for page, titles in choices.items()}


def _choices(edition: EditionView, say: Messages) -> Iterator[tuple[str, Choices]]:
    for brief in edition.briefs:
        yield brief.page, _of_brief(brief)
    for dossier in edition.dossiers:
        if dossier.page:
            yield dossier.page, _of_dossier(dossier, say)
    for story in edition.stories:
        yield story.page, _of_story(story, say)
    for source in edition.sources:
        if source.page:
            name = line(source.name)
            yield source.page, (say("head.source_title", name=name), f"{name} ({source.id})")


def _of_brief(brief: BriefView) -> Choices:
    heading = line(brief.heading)
    told = ", ".join(filter(None, (heading, brief.published.short, line(brief.outlet))))
    return heading, told, f"{heading} ({line(brief.seed_name)})", f"{heading} ({brief.slug})"


def _of_dossier(dossier: DossierView, say: Messages) -> Choices:
    name, kind = line(dossier.name), say(f"kind_heading.{dossier.kind}")
    role = line(dossier.role or (dossier.roles[0].words.text if dossier.roles else ""))
    return name, f"{name}, {role}" if role else "", f"{name} ({kind})", f"{name} ({dossier.id})"


def _of_story(story: StoryView, say: Messages) -> Choices:
    title = say("story.title", title=line(story.central.heading))
    return title, f"{title}, {story.first.short}" if story.first.short else "", f"{title} ({story.id})"
