"""What a page is, as linked data in the words of schema.org: the quotations of a brief, the lists of the indexes.

Nothing is in it that the page does not show. Who speaks is left out where the program is unsure, and quotations are
only the words between quotation marks: reported speech is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from generator.render.dossiers import DossierView
from generator.render.escape import line
from generator.render.linked import CONTEXT, TYPES, Node, actor_iri, article, filled
from generator.render.messages import Messages
from generator.render.shapes import BriefView, QuoteView, SpeakerView
from generator.render.stories import StoryView

ITEMS = 100
"""Items of a list; it says how many there are in all."""
CUT = " … "
SPEAKERS = ("person", "organization")
"""Kinds of actor that can be the speaker of a Quotation."""


class PageNodes:
    """Makes the node of one page after the other."""

    def __init__(self, site_name: str, say: Messages, address: str) -> None:
        self.site_name = site_name
        self.say = say
        self.address = address
        self.page = self.root = ""
        self._told: set[str] = set()

    def stand(self, page: str, root: str) -> None:
        """From now on nodes are of the page at this path, from which `root` leads to the top of the site."""
        self.page, self.root = page, root
        self._told = set()

    def brief(self, brief: BriefView, title: str, description: str) -> Node:
        """A brief: what it rests on, and its quotations."""
        based = self.article(brief)
        quoted = [quote for quote in brief.quotes if quotation_text(quote)]
        items = (self.quotation(quote, brief) for quote in quoted)
        node = self.web_page("WebPage", title, description) | {"isBasedOn": based}
        return filled(node | {"mainEntity": _listed(items, len(quoted)) if quoted else {}})

    def quotes(self, briefs: Iterable[BriefView], title: str, description: str) -> Node:
        """A list of quotations from several briefs."""
        quoted = [(quote, brief) for brief in briefs for quote in brief.quotes if quotation_text(quote)]
        items = (self.quotation(quote, brief) for quote, brief in quoted)
        return self.collection(title, description, items, len(quoted))

    def briefs(self, briefs: tuple[BriefView, ...], title: str, description: str) -> Node:
        return self.links(
            title, description, [(line(brief.heading), brief.page) for brief in briefs[:ITEMS]], len(briefs)
        )

    def stories(self, stories: tuple[StoryView, ...], title: str, description: str) -> Node:
        rows = [(line(story.central.heading), story.page) for story in stories[:ITEMS]]
        return self.links(title, description, rows, len(stories))

    def actors(self, dossiers: Iterable[DossierView], title: str, description: str) -> Node:
        """Those actors that have a page."""
        rows = [(line(dossier.name) or dossier.id, dossier.page) for dossier in dossiers if dossier.page]
        return self.links(title, description, rows[:ITEMS], len(rows))

    def links(self, title: str, description: str, rows: list[tuple[str, str]], count: int) -> Node:
        """A page that lists other pages."""
        items = ({"name": name, "url": self.to(page)} for name, page in rows)
        return self.collection(title, description, items, count)

    def collection(self, title: str, description: str, items: Iterator[Node], count: int) -> Node:
        node = self.web_page("CollectionPage", title, description)
        return filled(node | {"mainEntity": _listed(items, count) if count else {}})

    def web_page(self, kind: str, title: str, description: str) -> Node:
        return {
            "@context": CONTEXT,
            "@type": kind,
            "url": self.to(self.page),
            "name": title,
            "description": description,
            "inLanguage": self.say.language,
            "isPartOf": {"@type": "WebSite", "name": line(self.site_name), "url": self.to("")},
        }

    def quotation(self, quote: QuoteView, brief: BriefView) -> Node:
        return filled(
            {
                "@type": "Quotation",
                "text": quotation_text(quote),
                "inLanguage": brief.language,
                "spokenByCharacter": self.speaker(quote.speaker, brief),
                "isBasedOn": self.article(brief),
                "url": f"{self.to(brief.page)}#{quote.id}",
            }
        )

    def speaker(self, speaker: SpeakerView, brief: BriefView) -> Node:
        """Who speaks, told whole once a page; nothing where it is unsure or is nobody that we know."""
        kind: Any = next((actor.kind for actor in brief.actors if actor.id == speaker.actor), "")
        if speaker.unsure or kind not in SPEAKERS:
            return {}
        known = actor_iri(speaker.page.rstrip("/").rpartition("/")[2]) if speaker.page else ""
        if known in self._told:
            return {"@id": known}
        self._told.add(known)
        url = self.to(speaker.page) if speaker.page else ""
        return filled({"@type": TYPES[kind], "@id": known, "name": line(speaker.name), "url": url})

    def article(self, brief: BriefView) -> Node:
        """The article of a brief, told whole once a page."""
        node = article(
            brief.id,
            headline=brief.title.text,
            published=brief.published.iso if brief.published.year else "",
            outlet=brief.outlet,
            language=brief.language,
            url=brief.url,
        )
        known = str(node["@id"])
        if known in self._told:
            return {"@id": known}
        self._told.add(known)
        return filled(node)

    def to(self, page: str) -> str:
        """The address of a page: whole where the site's address is known, else from this page."""
        return self.address + page if self.address else (self.root + page or "./")


def quotation_text(quote: QuoteView) -> str:
    """The spoken words of a quote, letter for letter; "…" stands where others are between them."""
    text = gap = ""
    for part in quote.parts:
        if part.kind == "said":
            text += (gap if text else "") + part.text
            gap = ""
        elif part.kind == "mark" and gap != CUT:
            gap += part.text
        else:
            gap = CUT
    return line(text)


def _listed(items: Iterator[Node], count: int) -> Node:
    """An ItemList of pages or of things."""
    rows = [
        {"@type": "ListItem", "position": number, **(item if "@type" not in item else {"item": item})}
        for number, item in enumerate(islice(items, ITEMS), 1)
    ]
    return {"@type": "ItemList", "numberOfItems": count, "itemListElement": rows}
