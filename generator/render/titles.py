"""Titles and descriptions of pages, no two alike: what a reader sees in tabs, bookmarks and lists of results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.render.dossiers import DossierView
from generator.render.escape import line
from generator.render.messages import Messages
from generator.render.overview import EditionView
from generator.render.shapes import BriefView
from generator.render.stories import StoryView

Choices = tuple[str, ...]
"""What may be said of a page, the plainest first; the last is said of no other page."""
DESCRIPTION = 160
"""Characters that search engines show of a description."""


def titles_of(edition: EditionView, say: Messages) -> dict[str, str]:
    """Path of a page from the top of the site -> its title, for pages that are named after something in the articles.

    Two briefs "Council meets" are told apart by day and outlet, else by their files.
    """
    sections = (text for name, text in say.words.items() if name.startswith("nav.") and isinstance(text, str))
    return _distinct(dict(_choices(edition, say)), sections)


def openings_of(edition: EditionView) -> dict[str, str]:
    """Path of a brief's page -> the first sentence of its summary, if it has one, shortened to a description.

    Before the sentence of an article that two papers print stands which of them it is.
    """
    said = {brief.page: _opening(brief) for brief in edition.briefs if brief.summary}
    return _distinct(said)


def shortened(text: str, limit: int = DESCRIPTION) -> str:
    """One line of at most `limit` characters, cut behind a word, or in a word that is half of it.

    >>> shortened("The pass is closed, and nobody knows when it will open.", 28)
    'The pass is closed, and…'
    >>> shortened("Rolf Zendataltalsperrenverwaltung", 16)
    'Rolf Zendatalta…'
    """
    text = line(text)
    if len(text) <= limit:
        return text
    words = text[:limit].rpartition(" ")[0]
    return (words if 2 * len(words) > limit else text[: limit - 1]).rstrip(" ,;:–—-") + "…"


def _distinct(choices: Mapping[str, Choices], taken: Iterable[str] = ()) -> dict[str, str]:
    wanted = Counter(taken)
    for said in choices.values():
        wanted.update(set(said))
    return {page: next((text for text in said if wanted[text] == 1), said[-1]) for page, said in choices.items()}


def _opening(brief: BriefView) -> Choices:
    sentence, told = brief.summary[0].text, _told(brief)
    names = (told, brief.seed_name, brief.slug) if told else (brief.seed_name, brief.slug)
    return shortened(sentence), *(shortened(f"{shortened(name, DESCRIPTION // 2)}: {sentence}") for name in names)


def _told(brief: BriefView) -> str:
    """Day and outlet, as far as they are known."""
    return ", ".join(filter(None, (brief.published.short, line(brief.outlet))))


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
    told = _told(brief)
    return (
        heading,
        f"{heading}, {told}" if told else heading,
        f"{heading} ({line(brief.seed_name)})",
        f"{heading} ({brief.slug})",
    )


def _of_dossier(dossier: DossierView, say: Messages) -> Choices:
    name, kind = line(dossier.name), say(f"kind_heading.{dossier.kind}")
    role = line(dossier.role or (dossier.roles[0].words.text if dossier.roles else ""))
    return name, f"{name}, {role}" if role else name, f"{name} ({kind})", f"{name} ({dossier.id})"


def _of_story(story: StoryView, say: Messages) -> Choices:
    title = say("story.title", title=line(story.central.heading))
    return title, f"{title}, {story.first.short}" if story.first.short else title, f"{title} ({story.id})"
