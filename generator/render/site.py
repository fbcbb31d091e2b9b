"""Briefs -> site/: pages by MkDocs or its like, search by Pagefind, PDFs and data files beside them.

Everything is made in the project's scratch folder first and only copied over when all of it is whole:

    .brief/docs  overrides  mkdocs.yml     what the engine reads (anybody may run it over them)
    .brief/pages  files  crawlers  pdf  search       what the site is put together from
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.config import Settings
from generator.model import Brief
from generator.paths import templates
from generator.render.crawlers import Listed, crawler_files
from generator.render.dates import timestamp
from generator.render.exports import brief_json, published_json, quotes_csv, quotes_json, schema_json
from generator.render.frame import partials
from generator.render.markdown import Pages
from generator.render.messages import Messages, messages_of
from generator.render.mkdocs_yml import address_of
from generator.render.overview import EditionView, published_edition
from generator.render.pagemaker import make_pages
from generator.render.publish import Published
from generator.render.search import write_search
from generator.render.tree import deliver, files_below, prune, sync, write

SCRATCH = ".brief"


def render_site(briefs: Iterable[Brief], settings: Settings, project: Path, output: Path, epoch: int | None) -> int:
    """Builds the site of these briefs into `output`; returns how many of its files were written or removed.

    `epoch` (seconds since 1970) dates the site; None takes the newest article, 0 if none has a date. Raises BriefError;
    `output` is then as it was.
    """
    project = project.resolve()  # an engine takes relative folders from where its settings lie
    scratch = project / SCRATCH
    say = messages_of(settings)
    published, edition = published_edition(briefs, settings)
    if epoch is None:
        epoch = max((timestamp(view.published) for view in edition.briefs), default=0)
    files = _write_files(published, edition, scratch / "files")
    if settings.pdf:
        files |= _print(edition, say, project)
    address = address_of(project, settings)
    listed = _write_docs(edition, files, project, address, say)
    files |= _written(dict(crawler_files(listed, address, settings.public)), scratch / "crawlers")
    pages = make_pages(scratch, project, settings, epoch, say)
    write_search(edition, scratch / "search", scratch / "search.json")
    search = {f"pagefind/{name}": path for name, path in files_below(scratch / "search").items()}
    return deliver(pages | files | search, output)


def _write_files(published: dict[str, Published], edition: EditionView, folder: Path) -> dict[str, Path]:
    """The data files beside the pages: path from the top of the site -> file."""
    briefs = {brief.id: published[brief.id].brief for brief in edition.briefs}
    made = {
        "schema/brief.json": schema_json(),
        "quotes/quotes.csv": quotes_csv(briefs.values()),
        "quotes/quotes.json": quotes_json(briefs.values()),
    }
    for view in edition.briefs:
        brief = briefs[view.id]
        made[f"{view.page}brief.json"] = brief_json(brief) if view.full else published_json(brief)
        if brief.quotes:
            made[f"{view.page}quotes.csv"] = quotes_csv([brief])
    for dossier in edition.dossiers:
        if dossier.page and dossier.said:
            said = ((briefs[view.id], {quote.id for quote in quotes}) for view, quotes in dossier.said)
            made[f"{dossier.page}quotes.csv"] = quotes_csv(_only(brief, ids) for brief, ids in said)
    return _written(made, folder)


def _written(made: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """A folder that holds exactly these files: name -> file."""
    for name, data in made.items():
        write(folder / name, data)
    prune(folder, made)
    return {name: folder / name for name in made}


def _only(brief: Brief, ids: set[str]) -> Brief:
    return msgspec.structs.replace(brief, quotes=tuple(quote for quote in brief.quotes if quote.id in ids))


def _print(edition: EditionView, say: Messages, project: Path) -> dict[str, Path]:
    """One PDF per brief."""
    from generator.render.pdf import Press

    press = Press(edition.site_name, project / SCRATCH / "pdf", project, say)
    printed = {f"{brief.page}{brief.slug}.pdf": press.print(brief) for brief in edition.briefs}
    press.prune()
    return printed


def _write_docs(
    edition: EditionView, files: dict[str, Path], project: Path, address: str, say: Messages
) -> list[Listed]:
    """The Markdown tree, the theme's overrides and the style sheet, as the engine reads them; all pages."""
    docs, names, listed = project / SCRATCH / "docs", [], []
    sizes = {name: path.stat().st_size for name, path in files.items()}
    for page in Pages(edition, sizes, project, say, address):
        write(docs / page.path, page.text.encode())
        names.append(page.path)
        listed.append((page.address, page.changed))
    for name, path in _layered("assets", project).items():
        write(docs / "assets" / name, path.read_bytes())
        names.append(f"assets/{name}")
    prune(docs, names)
    made = _written(dict(partials(say)), project / SCRATCH / "frame")
    sync(made | _layered("overrides", project), project / SCRATCH / "overrides")
    return listed


def _layered(folder: str, project: Path) -> dict[str, Path]:
    """The packaged files of a templates folder, the project's own in their place."""
    return files_below(templates() / folder) | files_below(project / "templates" / folder)
