"""Reads built pages as a program would: elements, links, anchors, headings, and every string set as the article's."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href")
"""Attributes that hold one address; `srcset` holds several."""
DATA = ("application/json", "application/ld+json")
"""Types of a script that no browser runs."""
NOWHERE = "http://site.invalid/"
"""Where a site lies that doesn't say where it lies."""


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
    twice: list[str] = field(default_factory=list)
    """Ids that more than one element has."""
    links: list[str] = field(default_factory=list)
    scripts: int = 0
    inline: list[str] = field(default_factory=list)
    """Scripts, styles and handlers that a strict Content-Security-Policy refuses."""
    data: list[str] = field(default_factory=list)
    """Contents of JSON-LD."""
    meta: dict[str, str] = field(default_factory=dict)
    """Name or property -> content; "canonical" -> the address."""
    language: str = ""
    title: str = ""
    headings: list[int] = field(default_factory=list)
    """Levels, in order."""
    images: list[str] = field(default_factory=list)
    """Those without a text in their place."""
    verbatim: list[Verbatim] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    """Texts in the article's type face without offsets."""
    text: str = ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Html()
        self._open: list[tuple[str, str, Verbatim | None]] = []
        self._data = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        page, values = self.page, dict(attributes)
        page.tags.append((tag, tuple(sorted(values))))
        page.scripts += tag == "script"
        if values.get("id"):
            (page.twice.append if values["id"] in page.ids else page.ids.add)(str(values["id"]))
        page.links += [str(values[name]) for name in ADDRESSES if values.get(name) is not None]
        page.links += [part.split()[0] for part in str(values.get("srcset") or "").split(",") if part.strip()]
        self._note(tag, values)
        brief = str(values.get("data-b") or (self._open[-1][1] if self._open else ""))
        piece = None
        if "data-s" in values:
            piece = Verbatim(int(str(values["data-s"])), int(str(values["data-e"])), brief)
            page.verbatim.append(piece)
        elif "nb-v" in str(values.get("class", "")).split():
            page.unmarked.append(f"{tag} {values}")
        if tag not in VOID:
            self._open.append((tag, brief, piece))

    def _note(self, tag: str, values: dict[str, str | None]) -> None:
        """What the element says of the page, and what of it is not as it should be."""
        page, kind = self.page, str(values.get("type") or "")
        page.inline += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
        self._data = tag == "script" and kind == "application/ld+json"
        if self._data:
            page.data.append("")
        if tag == "style" or (tag == "script" and "src" not in values and kind not in DATA):
            page.inline.append(tag)
        if tag == "html":
            page.language = str(values.get("lang") or "")
        if tag == "meta":
            page.meta[str(values.get("name") or values.get("property"))] = str(values.get("content"))
        if tag == "link" and values.get("rel") == "canonical":
            page.meta["canonical"] = str(values.get("href"))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            page.headings.append(int(tag[1]))
        if tag == "img" and values.get("alt") is None:
            page.images.append(str(values.get("src")))

    def handle_endtag(self, tag: str) -> None:
        self._data = False
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.page.text += data
        if self._data:
            self.page.data[-1] += data
        if self._open and self._open[-1][0] == "title" and not any(tag == "svg" for tag, _, _ in self._open):
            self.page.title += data
        for _, _, piece in self._open:
            if piece is not None:
                piece.text += data


def read_page(path: Path) -> Html:
    return read_html(path.read_text(encoding="utf-8"))


def read_html(text: str) -> Html:
    parser = _Parser()
    parser.feed(text)
    return parser.page


def read_site(site: Path) -> dict[str, Html]:
    """Path below the site -> page, for every page of a site."""
    return {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}


def address_of(name: str, top: str = NOWHERE) -> str:
    """The address of a file of a site; a 404.html is read at an address that is not there."""
    return top if name == "404.html" else urljoin(top, name.removesuffix("index.html"))


def is_dead(site: Path, pages: dict[str, Html], link: str, name: str = "index.html", top: str = NOWHERE) -> bool:
    """True for a link of the page `name` that leads to no file or no anchor of the site, or out of its folder."""
    if urlsplit(link).scheme not in {"", "http", "https"}:
        return False
    address, anchor = urldefrag(urljoin(address_of(name, top), link))
    if urlsplit(address).netloc != urlsplit(top).netloc:
        return False
    path = address.partition("?")[0]
    if not path.startswith(top):
        return True
    target = unquote(path.removeprefix(top))
    target += "index.html" if target.endswith("/") or not target else ""
    return not (site / target).is_file() or bool(
        anchor and target in pages and unquote(anchor) not in pages[target].ids
    )


def dead_links(site: Path, pages: dict[str, Html], top: str = NOWHERE) -> list[str]:
    """Links inside the site that lead to no file or no anchor; `top` is its address, if it says one."""
    return [
        f"{name}: {link}"
        for name, page in pages.items()
        for link in page.links
        if is_dead(site, pages, link, name, top)
    ]
