"""Briefs -> site/: pages by MkDocs, search by Pagefind, PDFs and data files beside them.

Everything is made in the project's scratch folder first and only copied over when all of it is whole:

    .brief/docs  overrides  mkdocs.yml     what MkDocs reads (anybody may run it over them)
    .brief/pages  files  pdf  search       what the site is put together from
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import msgspec
from markupsafe import escape

from generator.config import Settings
from generator.errors import BuildError
from generator.model import Brief
from generator.paths import templates
from generator.render.dates import timestamp
from generator.render.exports import brief_json, published_json, quotes_csv, quotes_json, schema_json
from generator.render.frame import partials, with_titles
from generator.render.markdown import Pages
from generator.render.messages import Messages, messages_of
from generator.render.overview import EditionView, published_edition
from generator.render.publish import Published
from generator.render.search import write_index
from generator.render.tree import deliver, files_below, prune, remove, sync, write

SCRATCH = ".brief"
TOOLS = ("mkdocs", "mkdocs-material", "markdown")


class _State(msgspec.Struct, frozen=True, kw_only=True):
    """What .brief/pages was made from."""

    frame: str = ""
    """Hash of all that shapes every page."""
    epoch: int = 0
    docs: dict[str, str] = {}
    """File of the docs -> SHA-256."""


def render_site(briefs: Iterable[Brief], settings: Settings, project: Path, output: Path, epoch: int | None) -> int:
    """Builds the site of these briefs into `output`; returns how many of its files were written or removed.

    `epoch` (seconds since 1970) dates the site; None takes the newest article, 0 if none has a date. Raises BriefError;
    `output` is then as it was.
    """
    project = project.resolve()  # MkDocs takes relative folders from where its settings lie
    scratch = project / SCRATCH
    say = messages_of(settings)
    published, edition = published_edition(briefs, settings)
    if epoch is None:
        epoch = max((timestamp(view.published) for view in edition.briefs), default=0)
    files = _write_files(published, edition, scratch / "files")
    if settings.pdf:
        files |= _print(edition, say, project)
    _write_docs(edition, files, project, say)
    _run_mkdocs(project, settings, epoch, say)
    write_index(edition, scratch / "records", scratch / "search", say)
    search = {f"pagefind/{name}": path for name, path in files_below(scratch / "search").items()}
    return deliver(files_below(scratch / "pages") | files | search, output)


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


def _write_docs(edition: EditionView, files: dict[str, Path], project: Path, say: Messages) -> None:
    """The Markdown tree, the theme's overrides and the style sheet, as MkDocs reads them."""
    docs, names = project / SCRATCH / "docs", []
    for page in Pages(edition, {name: path.stat().st_size for name, path in files.items()}, project, say):
        write(docs / page.path, page.text.encode())
        names.append(page.path)
    for name, path in _layered("assets", project).items():
        write(docs / "assets" / name, path.read_bytes())
        names.append(f"assets/{name}")
    prune(docs, names)
    made, words = project / SCRATCH / "frame", dict(partials(say))
    for name, data in words.items():
        write(made / name, data)
    prune(made, words)
    sync(files_below(made) | _layered("overrides", project), project / SCRATCH / "overrides")


def _layered(folder: str, project: Path) -> dict[str, Path]:
    """The packaged files of a templates folder, the project's own in their place."""
    return files_below(templates() / folder) | files_below(project / "templates" / folder)


def _run_mkdocs(project: Path, settings: Settings, epoch: int, say: Messages) -> None:
    """Makes .brief/pages from .brief/docs; only changed pages are made again if nothing else changed."""
    scratch = project / SCRATCH
    config = _config(project, settings, say)
    write(scratch / "mkdocs.yml", config)
    frame = _hash({"config": config, **_contents(scratch / "overrides")}, *(metadata.version(tool) for tool in TOOLS))
    docs = {name: hashlib.sha256(data).hexdigest() for name, data in _contents(scratch / "docs").items()}
    state = _State(frame=frame, epoch=epoch, docs=docs)
    stamp, pages = scratch / "pages.json", scratch / "pages"
    before = _read_state(stamp) if (pages / "index.html").is_file() else _State()
    if before == state:
        return
    stamp.unlink(missing_ok=True)
    dirty = before.frame == frame
    if dirty:
        for name in sorted({*before.docs, *docs}):
            if before.docs.get(name) != docs.get(name):
                _forget(pages, name)
    else:
        shutil.rmtree(pages, ignore_errors=True)
    command = ["build", "--quiet", "--config-file", str(scratch / "mkdocs.yml"), "--site-dir", str(pages)]
    command += ["--dirty", "--no-strict"] if dirty else ["--clean"]
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", *command],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        said = (done.stderr + done.stdout).decode(errors="replace").strip()
        raise BuildError(f"MkDocs could not build the site with {_parent(project)}: {said[-1500:]}")
    write(stamp, msgspec.json.encode(state))


def _forget(pages: Path, name: str) -> None:
    """Removes what was built from a file of the docs."""
    if name.endswith(".md"):
        name = f"{name.removesuffix('.md').removesuffix('index').rstrip('/')}/index.html".lstrip("/")
    remove(pages / name, pages)


def _config(project: Path, settings: Settings, say: Messages) -> bytes:
    """MkDocs' configuration: the project's own, with folders and the settings of brief.toml put in."""
    config: dict[str, object] = {
        "INHERIT": str(_parent(project)),
        "docs_dir": "docs",
        "site_dir": "pages",
        "theme": {"custom_dir": "overrides", "language": say.language},
        "extra": {"public": settings.public},
    }
    if settings.site_name != Settings().site_name:
        config["site_name"] = str(escape(settings.site_name))  # the theme prints it as it is
    if settings.site_url:
        config["site_url"] = settings.site_url
    return with_titles(config, _parent(project).read_text(encoding="utf-8", errors="replace"), say)


def _parent(project: Path) -> Path:
    own = (project / "mkdocs.yml").resolve()
    return own if own.is_file() else templates() / "init" / "mkdocs.yml"


def _contents(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files_below(folder).items()}


def _hash(files: dict[str, bytes], *words: str) -> str:
    digest = hashlib.sha256("\0".join(words).encode())
    for name, data in files.items():
        digest.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\0".encode())
    return digest.hexdigest()


def _read_state(path: Path) -> _State:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_State)
    except (OSError, msgspec.MsgspecError):
        return _State()
