"""The Markdown tree -> .brief/pages, by an engine. Pages that cannot have changed are not made again."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.config import Settings
from generator.errors import BuildError
from generator.render.engines import ENGINES
from generator.render.messages import Messages
from generator.render.mkdocs_yml import engine_settings, parent_of
from generator.render.tree import files_below, remove, write
from generator.talk import counted

UNREAD = frozenset({"search.json", "sitemap.xml", "sitemap.xml.gz"})
"""What engines make and nobody would ask for: Zensical's index of its own search, and sitemaps: ours has the days."""
THEIRS = "assets/javascripts/"
"""Scripts of the theme, over 2 MB with what they load: not published where no page asks for them."""


class _State(msgspec.Struct, frozen=True, kw_only=True):
    """What .brief/pages was made from."""

    frame: str = ""
    """Hash of all that shapes every page."""
    epoch: int = 0
    docs: dict[str, str] = {}
    """File of the docs -> SHA-256."""


def make_pages(scratch: Path, project: Path, settings: Settings, epoch: int, say: Messages) -> dict[str, Path]:
    """Makes the pages of the docs in `scratch`; path from the top of the site -> file. Raises BriefError."""
    engine = ENGINES[settings.engine]
    config = engine_settings(project, settings, say)
    write(scratch / "mkdocs.yml", config)
    frame = _hash({"config": config, **_contents(scratch / "overrides")}, settings.engine, *engine.versions())
    docs = {name: hashlib.sha256(data).hexdigest() for name, data in _contents(scratch / "docs").items()}
    state = _State(frame=frame, epoch=epoch, docs=docs)
    stamp, pages = scratch / "pages.json", scratch / "pages"
    before = _read_state(stamp) if (pages / "index.html").is_file() else _State()
    if before != state:
        stamp.unlink(missing_ok=True)
        dirty = engine.in_parts and before.frame == frame
        if dirty:
            for name in sorted({*before.docs, *docs}):
                if before.docs.get(name) != docs.get(name):
                    remove(pages / _page(name), pages)
        else:
            shutil.rmtree(pages, ignore_errors=True)
        failure = engine.run(scratch / "mkdocs.yml", pages, dirty, epoch) or _gaps(pages, docs)
        if failure:
            raise BuildError(f"{engine.label} could not build the site with {parent_of(project)}: {failure}")
        write(stamp, msgspec.json.encode(state))
    made = {name: path for name, path in files_below(pages).items() if name not in UNREAD}
    if THEIRS.encode() in made["index.html"].read_bytes():
        return made
    return {name: path for name, path in made.items() if not name.startswith(THEIRS)}


def _page(name: str) -> str:
    """The file that is made from a file of the docs.

    >>> _page("about/index.md"), _page("assets/page.js")
    ('about/index.html', 'assets/page.js')
    """
    if not name.endswith(".md"):
        return name
    return f"{name.removesuffix('.md').removesuffix('index').rstrip('/')}/index.html".lstrip("/")


def _gaps(pages: Path, docs: Iterable[str]) -> str:
    """What was not made, in words; empty if all was."""
    missing = [name for name in docs if not (pages / _page(name)).is_file()]
    return f"it left out {counted(len(missing), 'file')}, the first is {missing[0]}" if missing else ""


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
