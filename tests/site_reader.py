"""Reads built pages as a program would: elements, links, anchors, and every string set as the article's."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass(slots=True)
class Verbatim:
    """An element that says where its words stand in an article."""

    start: int
    end: int
    brief: str
    """Brief.id of the nearest element that names one; empty on a brief's own page."""
    text: str = ""


@dataclass(slots=True)
class Html:
    """One page."""

    tags: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Every start tag with the names of its attributes."""
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    scripts: int = 0
    verbatim: list[Verbatim] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    """Texts in the article's type face without offsets."""
    text: str = ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Html()
        self._open: list[tuple[str, str, Verbatim | None]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        page, values = self.page, dict(attributes)
        page.tags.append((tag, tuple(sorted(values))))
        page.scripts += tag == "script"
        if values.get("id"):
            page.ids.add(str(values["id"]))
        page.links += [str(values[name]) for name in ("href", "src", "action") if values.get(name) is not None]
        brief = str(values.get("data-b") or (self._open[-1][1] if self._open else ""))
        piece = None
        if "data-s" in values:
            piece = Verbatim(int(str(values["data-s"])), int(str(values["data-e"])), brief)
            page.verbatim.append(piece)
        elif "nb-v" in str(values.get("class", "")).split():
            page.unmarked.append(f"{tag} {values}")
        if tag not in VOID:
            self._open.append((tag, brief, piece))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.page.text += data
        for _, _, piece in self._open:
            if piece is not None:
                piece.text += data


def read_page(path: Path) -> Html:
    parser = _Parser()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.page


def read_site(site: Path) -> dict[str, Html]:
    """Path below the site -> page, for every page of a site."""
    return {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}


def dead_links(site: Path, pages: dict[str, Html]) -> list[str]:
    """Links inside the site that lead to no file or no anchor."""
    dead = []
    for name, page in pages.items():
        if name == "404.html":  # its addresses start at the top of the server
            continue
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("data:"):
                continue
            target = ((site / name).parent / unquote(parts.path)).resolve() if parts.path else site / name
            if target.is_dir():
                target /= "index.html"
            key = target.relative_to(site.resolve()).as_posix() if target.is_relative_to(site.resolve()) else ""
            anchor = unquote(parts.fragment)
            if not target.is_file() or (anchor and key in pages and anchor not in pages[key].ids):
                dead.append(f"{name}: {link}")
    return dead
