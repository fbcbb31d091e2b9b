"""robots.txt and sitemap.xml: what programs read that walk through a site.

A crawler must read a page to see that it is not to be indexed, so robots.txt shuts nobody out: a site that is not
public says noindex on every page and has no sitemap. A sitemap needs the address of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

ROBOTS, SITEMAP = "robots.txt", "sitemap.xml"
LARGEST = 50_000
"""Pages that a sitemap may list; more are taken apart."""
UNLISTED = frozenset({"search/"})
"""Pages that hold nothing by themselves."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Listed = tuple[str, str]
"""Path of a page, or of a sitemap, and the ISO date of what is newest in it; empty where nobody says one."""


def crawler_files(pages: Iterable[Listed], address: str, public: bool) -> Iterator[tuple[str, bytes]]:
    """The files by their names; `address` is that of the site, empty where nobody says it."""
    listed = sorted((page, changed) for page, changed in pages if page not in UNLISTED)
    robots = "User-agent: *\nDisallow:\n"
    if not public or not address:
        yield ROBOTS, robots.encode()
        return
    yield ROBOTS, f"{robots}\nSitemap: {address}{SITEMAP}\n".encode()
    parts = [listed[start : start + LARGEST] for start in range(0, len(listed), LARGEST)]
    if len(parts) == 1:
        yield SITEMAP, _xml("urlset", "url", listed, address)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _xml("urlset", "url", part, address)
    newest = [max(changed for _, changed in part) for part in parts]
    yield SITEMAP, _xml("sitemapindex", "sitemap", list(zip(names, newest, strict=True)), address)


def _xml(root: str, item: str, rows: Sequence[Listed], address: str) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{NAMESPACE}">']
    for page, changed in rows:
        dated = f"<lastmod>{changed}</lastmod>" if changed else ""
        lines.append(f"<{item}><loc>{escape(address + quote(page))}</loc>{dated}</{item}>")
    return "\n".join([*lines, f"</{root}>", ""]).encode()
