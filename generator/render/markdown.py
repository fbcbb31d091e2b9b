"""An edition -> Markdown pages, by Jinja templates. A project's own templates/site wins over the packaged one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.exceptions import TemplateError
from markupsafe import Markup

from generator.errors import BuildError
from generator.paths import templates
from generator.render.about import about_view
from generator.render.calendar import CalendarYear, Month
from generator.render.catalogues import wider
from generator.render.disputed import Matter
from generator.render.dossiers import BRIEFS, WRITTEN, DossierView
from generator.render.escape import finalize, front_matter, query, script
from generator.render.heads import Heads
from generator.render.messages import Messages
from generator.render.overview import EditionView
from generator.render.paging import address, by_letter, newest, year_pages
from generator.render.quoted import ways
from generator.render.sayings import YearOfQuotes, quotes_by_year
from generator.render.shapes import BriefView, Words

PER_PAGE = 300
"""Briefs, actors or quotes from which on an index is split: by year, by letter, into parts."""
BY_MONTH = 12
"""Briefs of a year from which on the index tells its months apart."""
LATEST = 30
"""Quotes on the index when all of them are split by year."""
SCRIPTED = "search_script."
"""Messages that the search page hands to its script."""
OURS = "newsbrief"
"""The packaged templates are also found below this name, so that a project's brief.md.j2 can extend ours."""
ALONE: Mapping[str, Sequence[Month]] = {"newer": (), "older": ()}
"""Beside what has no neighbours in time."""

Files = Mapping[str, int]
"""Path from the top of the site -> size in bytes, of files that stand beside the pages."""


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    """Of the Markdown file below the docs folder."""
    text: str
    address: str
    """From the top of the site: "briefs/road-opens/"."""
    changed: str = ""
    """ISO date of the newest article on it; empty where nobody says one."""


class Pages:
    """Renders all pages of an edition."""

    def __init__(
        self, edition: EditionView, files: Files, project: Path, say: Messages | None = None, address: str = ""
    ) -> None:
        """The labels are English ones unless `say` says them; `address` is the site's, empty if nobody says it."""
        self.edition = edition
        self.files = files
        self.say = say or Messages()
        self.heads = Heads(edition, files, self.say, address)
        self.environment = environment(project / "templates" / "site", self.say)
        self.environment.globals.update(files=files, downloads=self.downloads, site=edition.site_name)

    def __iter__(self) -> Iterator[Page]:
        yield self.page("home", "index.md", e=self.edition)
        yield from self.briefs()
        yield from self.quotes()
        yield from self.actors()
        yield from self.sources()
        yield from self.days()
        yield from self.stories()
        yield from self.disputed()
        words = {
            name.removeprefix(SCRIPTED): text for name, text in self.say.words.items() if name.startswith(SCRIPTED)
        }
        yield self.page("search", "search/index.md", words=words)
        yield self.page("about", "about/index.md", a=about_view(self.edition.settings, self.say))

    def page(self, template: str, path: str, **values: Any) -> Page:
        """One page; `root` leads from its address to the top of the site."""
        folder = path.removesuffix(".md").removesuffix("index").strip("/")
        root = "../" * (folder.count("/") + 1) if folder else ""
        address = f"{folder}/" if folder else ""
        head = self.heads.of(template, address, root, values)
        try:
            text = self.environment.get_template(f"{template}.md.j2").render(
                root=root, head=head.front_matter(), **values
            )
        except (TemplateError, ValueError, TypeError) as error:
            raise BuildError(
                f"templates/site/{template}.md.j2: {error}. Mend the template, or delete your copy."
            ) from error
        if head.data is not None:
            text = f'{text.rstrip()}\n\n<script type="application/ld+json">{script(head.data)}</script>\n'
        return Page(path, text, address, head.changed)

    def downloads(self, wanted: Sequence[tuple[str, str]], root: str) -> list[dict[str, str]]:
        """Buttons for those of the files that exist; only a PDF is large enough to print its size."""
        sizes = {path: self.say.number(_size(self.files[path])) for _, path in wanted if path in self.files}
        return [
            {"label": label, "href": root + path, "size": sizes[path] if path.endswith(".pdf") else ""}
            for label, path in wanted
            if path in sizes
        ]

    def briefs(self) -> Iterator[Page]:
        split = len(self.edition.briefs) > PER_PAGE
        yield self.page("briefs", "briefs/index.md", e=self.edition, split=split, many=BY_MONTH)
        for year in self.edition.years if split else ():
            shown = {"year": year, "one_source": self.edition.one_source}
            yield self.page("briefs_year", f"briefs/year/{year.slug}/index.md", **shown)
        for brief in self.edition.briefs:
            story, related = self.edition.story_of.get(brief.id), self.edition.related.get(brief.id, ())
            yield self.page("brief", f"{brief.page}index.md", b=brief, story=story, related=related)

    def quotes(self) -> Iterator[Page]:
        said = [(brief, brief.quotes) for brief in self.edition.briefs if brief.quotes]
        split = self.edition.quotes > PER_PAGE
        years = quotes_by_year(said, self.say)
        shown = {
            "years": years,
            "split": split,
            "latest": newest(said, LATEST),
            "ways": ways(self.edition.briefs, self.say),
        }
        yield self.page("quotes", "quotes/index.md", e=self.edition, **shown)
        yield from self.years_of_quotes("quotes_year", years if split else (), "quotes/year/")

    def years_of_quotes(
        self, template: str, years: Sequence[YearOfQuotes], folder: str, **values: Any
    ) -> Iterator[Page]:
        """A page a year, or several; each knows the one before and the one after."""
        pages = year_pages(years, folder, PER_PAGE)
        for place, page in enumerate(pages):
            beside = {"newer": pages[place - 1 : place] if place else (), "older": pages[place + 1 : place + 2]}
            shown = {"page": page, "years": years, "folder": folder, **beside, **values}
            yield self.page(template, f"{page.address}index.md", **shown)

    def actors(self) -> Iterator[Page]:
        dossiers = self.edition.dossiers
        lettered = by_letter(dossiers) if len(dossiers) > PER_PAGE else {}
        limit = PER_PAGE // 5 if lettered else PER_PAGE
        yield self.page("actors", "actors/index.md", e=self.edition, limit=limit, letters=tuple(lettered))
        for letter, rows in lettered.items():
            for start in range(0, len(rows), PER_PAGE):
                part, pages = start // PER_PAGE + 1, -(-len(rows) // PER_PAGE)
                shown = {"rows": rows[start : start + PER_PAGE], "count": len(rows), "part": part, "pages": pages}
                path = f"{address(f'actors/letter/{letter}/', part)}index.md"
                yield self.page("actors_letter", path, letter=letter, letters=tuple(lettered), **shown)
        for dossier in dossiers:
            if dossier.page:
                yield from self.actor(dossier)

    def actor(self, dossier: DossierView) -> Iterator[Page]:
        """The page of an actor; who is quoted very often has pages of quotes by year beside it."""
        years = dossier.years if dossier.quotes > PER_PAGE else ()
        folder = f"{dossier.page}quotes/" if years else ""
        shown = {"latest": newest(dossier.said, LATEST), "folder": folder, "spellings": WRITTEN, "listed": BRIEFS}
        yield self.page("actor", f"{dossier.page}index.md", a=dossier, **shown)
        yield from self.years_of_quotes("actor_year", years, folder, a=dossier)

    def sources(self) -> Iterator[Page]:
        one = self.edition.credits.one
        yield self.page("sources", "sources/index.md", e=self.edition, limit=LATEST // 3)
        for source in self.edition.sources:
            if source.page:
                yield self.page("source", f"{source.page}index.md", s=source, alone={b.id for b in source.alone})
        for start in range(0, len(one) if len(one) > LATEST // 3 else 0, PER_PAGE):
            part, pages = start // PER_PAGE + 1, -(-len(one) // PER_PAGE)
            path = f"{address('sources/credits/one/', part)}index.md"
            shown = {"briefs": one[start : start + PER_PAGE], "count": len(one), "part": part, "pages": pages}
            yield self.page("sources_one", path, **shown)

    def disputed(self) -> Iterator[Page]:
        if len(self.edition.disputed) > len(self.edition.home.disputed):
            yield self.page("disputed", "disputed/index.md", e=self.edition)

    def days(self) -> Iterator[Page]:
        yield self.page("days", "days/index.md", e=self.edition)
        years = self.edition.calendar.years
        beside = _beside([year for year in years if year not in self.edition.calendar.undated])
        for year in years:
            yield self.page("days_year", f"{year.page}index.md", year=year, **beside.get(year.page, ALONE))
            months = [month for month in year.months if month.page != year.page]
            around = _beside(months)
            for month in months:
                shown = {"year": year, "month": month, **around[month.page]}
                yield self.page("days_month", f"{month.page}index.md", **shown)

    def stories(self) -> Iterator[Page]:
        yield self.page("stories", "stories/index.md", e=self.edition)
        own: dict[str, list[Matter]] = {}
        inside: dict[str, list[Matter]] = {}
        for matter in self.edition.disputed:
            for told in matter.stories:
                own.setdefault(told.id, []).append(matter)
            if not matter.stories and matter.brief.id in self.edition.story_of:
                inside.setdefault(self.edition.story_of[matter.brief.id].id, []).append(matter)
        for story in self.edition.stories:
            shown = {"matters": own.get(story.id, ()), "inside": inside.get(story.id, ())}
            yield self.page("story", f"{story.page}index.md", s=story, **shown)


def environment(own: Path, say: Messages) -> Environment:
    """Jinja with everything escaped; a null or an unknown name in a template is an error.

    A template is looked for in the folder `own`, then among ours.
    """
    packaged = FileSystemLoader(templates() / "site")
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(own), packaged, PrefixLoader({OURS: packaged})]),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters["yaml"] = front_matter
    made.filters["query"] = query
    made.filters["script"] = script
    made.globals.update(
        t=say.markup, bold=say.bold, plain=say, word=say.word, lang=_lang, page_language=wider(say.language)[-1]
    )
    return made


def _lang(words: Words | BriefView) -> Markup:
    """The attribute for words of an article in another language than the page's; else nothing."""
    return Markup(' lang="{}"').format(words.lang) if words.lang else Markup()


def _beside(stretches: Sequence[CalendarYear | Month]) -> dict[str, dict[str, Sequence[CalendarYear | Month]]]:
    """Page of a year or month -> the one before and the one after it; they come newest first."""
    return {
        stretch.page: {"newer": stretches[max(0, at - 1) : at], "older": stretches[at + 1 : at + 2]}
        for at, stretch in enumerate(stretches)
    }


def _size(size: int) -> str:
    return f"{max(1, round(size / 1000))} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
