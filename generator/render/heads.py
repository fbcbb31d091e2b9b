"""What stands in the <head> of a page: its title, what it is in a sentence, its day, the files that hold its data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from generator.render.calendar import Month
from generator.render.dates import DateView
from generator.render.dossiers import DossierView
from generator.render.escape import front_matter, line
from generator.render.linked import Node
from generator.render.messages import Messages
from generator.render.overview import EditionView
from generator.render.page_nodes import PageNodes
from generator.render.paging import OTHERS, YearPage
from generator.render.shapes import BriefView, View
from generator.render.sources import SourceRow
from generator.render.stories import StoryView
from generator.render.titles import openings_of, shortened, titles_of

ROLE = 90
"""Characters of a role in a description: some are whole clauses."""
FULL_DATE = len("2026-03-12")
DATA = (("brief.json", "application/json", "action.json"), ("quotes.csv", "text/csv", "action.quotes_csv"))
"""Files beside a page: name, media type, what we call it."""


class Head(View, frozen=True, kw_only=True):
    title: str = ""
    """No other page of the site has it; empty for the home page, which has the site's name."""
    description: str = ""
    published: str | None = None
    """ISO date of the article; empty where nobody says it, None for a page that is no article."""
    changed: str = ""
    """ISO date of the newest article on the page."""
    alternates: tuple[tuple[str, str, str], ...] = ()
    """Media type, name and address of files with the data of the page."""
    data: Node | None = None
    """The page as linked data."""

    def front_matter(self) -> Markup:
        """Lines of YAML for MkDocs and the theme's overrides."""
        alternates = [{"type": kind, "title": line(title), "href": href} for kind, title, href in self.alternates]
        rows = [
            ("title", front_matter(self.title) if self.title else None),
            ("description", front_matter(self.description) if self.description else None),
            ("published", None if self.published is None else json.dumps(self.published)),
            ("alternates", json.dumps(alternates, ensure_ascii=False) if alternates else None),
        ]
        return Markup("\n".join(f"{name}: {value}" for name, value in rows if value is not None))


class Heads:
    """Makes the heads of an edition's pages."""

    def __init__(self, edition: EditionView, files: Mapping[str, object], say: Messages, address: str = "") -> None:
        """`address` is that of the site; empty where nobody says it."""
        self.edition = edition
        self.files = files
        self.say = say
        self.titles = titles_of(edition, say)
        self.openings = openings_of(edition)
        self.nodes = PageNodes(edition.site_name, say, address)
        self.newest = next((date for view in edition.briefs if (date := _day(view.published))), "")
        self.rows: dict[str, Callable[..., Head]] = {
            "home": self.home,
            "brief": self.brief,
            "briefs": self.briefs,
            "briefs_year": self.briefs_year,
            "quotes": self.quotes,
            "quotes_year": self.quotes_year,
            "actors": self.actors,
            "actors_letter": self.actors_letter,
            "actor": self.actor,
            "actor_year": self.actor_year,
            "sources": self.sources,
            "source": self.source,
            "sources_one": self.sources_one,
            "days": self.days,
            "days_year": self.days_year,
            "days_month": self.days_month,
            "stories": self.stories,
            "story": self.story,
            "disputed": self.disputed,
            "search": self.search,
            "about": self.about,
        }

    def of(self, template: str, page: str, root: str, values: Mapping[str, Any]) -> Head:
        """The head of the page at the path `page`; `root` leads from there to the top. Empty for a template unknown."""
        make = self.rows.get(template)
        if make is None:
            return Head()
        self.nodes.stand(page, root)
        return make(**values)

    def home(self, **_: object) -> Head:
        said = self.say(
            "head.home",
            briefs=self.say("count.briefs", n=len(self.edition.briefs)),
            quotes=self.say("count.quotes", n=self.edition.quotes),
            actors=self.say("count.actors", n=len(self.edition.dossiers)),
        )
        return self.index("", said, self.nodes.briefs, self.edition.briefs)

    def brief(self, b: BriefView, **_: object) -> Head:
        title = self.titles[b.page]
        description = self.openings.get(b.page, "")
        if not description:
            quotes, actors = self.say("count.quotes", n=len(b.quotes)), self.say("count.actors", n=len(b.actors))
            description = shortened(self.say("head.brief", title=title, quotes=quotes, actors=actors))
        day = _day(b.published)
        return Head(
            title=title,
            description=description,
            published=day,
            changed=day,
            alternates=self.beside(b.page),
            data=self.nodes.brief(b, title, description),
        )

    def briefs(self, **_: object) -> Head:
        said = self.say("briefs.lede", n=len(self.edition.briefs))
        return self.index(self.say("nav.briefs"), said, self.nodes.briefs, self.edition.briefs)

    def briefs_year(self, year: Any, **_: object) -> Head:
        said = self.say("head.briefs_of", year=year.name, briefs=self.say("count.briefs", n=len(year.briefs)))
        title = self.say("briefs.title", year=year.name)
        return self.index(title, said, self.nodes.briefs, year.briefs, changed=_newest(year.briefs))

    def quotes(self, **_: object) -> Head:
        said = self.say("head.quotes", quotes=self.say("count.quotes", n=self.edition.quotes))
        files = self.beside("quotes/")
        return self.index(self.say("nav.quotes"), said, self.nodes.quotes, self.edition.briefs, alternates=files)

    def quotes_year(self, page: YearPage, **_: object) -> Head:
        year = page.year
        said = self.say("head.quotes_of", year=year.name, quotes=self.say("count.quotes", n=year.quotes))
        title = self.part(self.say("quotes.title", year=year.name), page.part, page.pages)
        said = self.part(said, page.part, page.pages)
        briefs = tuple(brief for brief, _ in page.said)
        return self.index(title, said, self.nodes.quotes, briefs, changed=_newest(briefs))

    def actors(self, **_: object) -> Head:
        said = self.say("actors.lede", n=len(self.edition.dossiers))
        return self.index(self.say("nav.actors"), said, self.nodes.actors, self.edition.dossiers)

    def actors_letter(self, letter: str, rows: Any, count: int, part: int, pages: int, **_: object) -> Head:
        name = self.say("actors.other") if letter == OTHERS else letter.upper()
        title = self.part(self.say("actors.letter", letter=name), part, pages)
        said = self.say("head.letter", letter=name, actors=self.say("count.actors", n=count))
        return self.index(title, self.part(said, part, pages), self.nodes.actors, rows)

    def actor(self, a: Any, **_: object) -> Head:
        role = line(a.role or (a.roles[0].words.text if a.roles else ""))
        name = ", ".join(filter(None, (line(a.name), shortened(role, ROLE))))
        briefs = self.say("count.briefs", n=len(a.briefs))
        said = self.say("head.actor_named", name=name, briefs=briefs)
        if a.quotes:
            said = self.say("head.actor", name=name, quotes=self.say("count.quotes", n=a.quotes), briefs=briefs)
        return Head(
            title=self.titles[a.page],
            description=shortened(said),
            changed=_day(a.last),
            alternates=self.beside(a.page),
        )

    def actor_year(self, a: DossierView, page: YearPage, **_: object) -> Head:
        year = page.year
        quotes = self.say("count.quotes", n=year.quotes)
        title = self.part(self.say("actor.title_year", name=self.titles[a.page], year=year.name), page.part, page.pages)
        said = self.part(
            self.say("actor.about_year", name=line(a.name), quotes=quotes, year=year.name), page.part, page.pages
        )
        return Head(title=title, description=shortened(said), changed=_newest(tuple(brief for brief, _ in page.said)))

    def sources(self, **_: object) -> Head:
        return self.index(self.say("nav.sources"), self.say("sources.lede"))

    def source(self, s: SourceRow, **_: object) -> Head:
        said = self.say("head.source", name=line(s.name), briefs=self.say("count.briefs", n=len(s.credited)))
        return self.index(self.titles[s.page], said, self.nodes.briefs, s.credited, changed=_newest(s.credited))

    def sources_one(self, briefs: Any, count: int, part: int, pages: int, **_: object) -> Head:
        title = self.part(self.say("sources.one_heading"), part, pages)
        said = self.part(self.say("sources.one_lede", n=count), part, pages)
        shown = tuple(brief for brief, _ in briefs)
        return self.index(title, said, self.nodes.briefs, shown, changed=_newest(shown))

    def days(self, **_: object) -> Head:
        return self.index(self.say("nav.days"), self.say("days.lede"))

    def days_year(self, year: Any, **_: object) -> Head:
        said = self.say("head.days_of", year=year.name)
        return self.index(self.say("days.title", year=year.name), said)

    def days_month(self, month: Month, **_: object) -> Head:
        said = self.say("head.days_of", year=month.heading)
        return self.index(self.say("days.title", year=month.heading), said)

    def disputed(self, **_: object) -> Head:
        return self.index(self.say("home.disputed"), self.say("disputed.lede", n=len(self.edition.disputed)))

    def stories(self, **_: object) -> Head:
        said = self.say("head.stories", stories=self.say("count.stories", n=len(self.edition.stories)))
        return self.index(self.say("nav.stories"), said, self.nodes.stories, self.edition.stories)

    def story(self, s: StoryView, **_: object) -> Head:
        said = self.say(
            "head.story", title=shortened(s.central.heading, 100), briefs=self.say("count.briefs", n=len(s.briefs))
        )
        return self.index(self.titles[s.page], said, self.nodes.briefs, s.briefs, changed=_day(s.last))

    def search(self, **_: object) -> Head:
        return Head(title=self.say("nav.search"), description=self.say("frame.search_all"))

    def about(self, **_: object) -> Head:
        return Head(title=self.say("nav.about"), description=shortened(self.say("about.lede")), changed=self.newest)

    def index(
        self,
        title: str,
        said: str,
        listing: Callable[[Any, str, str], Node] | None = None,
        rows: Any = (),
        *,
        changed: str | None = None,
        alternates: tuple[tuple[str, str, str], ...] = (),
    ) -> Head:
        """The head of a page that lists things; without a day of its own it is as new as the newest brief."""
        said = shortened(said)
        return Head(
            title=title,
            description=said,
            changed=self.newest if changed is None else changed,
            alternates=alternates,
            data=listing(rows, title or self.edition.site_name, said) if listing is not None else None,
        )

    def beside(self, page: str) -> tuple[tuple[str, str, str], ...]:
        """The data files beside a page."""
        return tuple((kind, self.say(label), name) for name, kind, label in DATA if page + name in self.files)

    def part(self, text: str, part: int, pages: int) -> str:
        """A title or a description of one of several pages: "Quotes: 2024, part 2 of 5"."""
        return f"{text.removesuffix('.')}, {self.say('part.of', part=part, pages=pages)}" if pages > 1 else text


def _day(date: DateView) -> str:
    """The ISO date where day, month and year are known, else nothing."""
    return date.iso if len(date.iso) == FULL_DATE and date.year else ""


def _newest(briefs: tuple[BriefView, ...]) -> str:
    return max((_day(view.published) for view in briefs), default="")
