"""A site of 301 briefs: everything in it leads somewhere, and every page says what it is, once."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.big_site import SETTINGS, SIZE, kinds
from tests.site_reader import Html, address_of, dead_links, is_dead, read_site

TOP = SETTINGS.site_url
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def pages(big_site: Path) -> dict[str, Html]:
    return read_site(big_site)


@pytest.fixture(scope="module")
def listed(pages: dict[str, Html]) -> dict[str, Html]:
    """All pages that have an address of their own."""
    return {name: page for name, page in pages.items() if name != "404.html"}


def test_the_site_has_pages_of_every_kind(big_site: Path, pages: dict[str, Html]) -> None:
    assert kinds(big_site).keys() >= {"one source", "disputed", "story", "bare brief"}
    found = Counter(re.sub(r"(?<=/)[^/]+(?=/index)", "*", name) for name in pages)
    assert found["briefs/*/index.html"] == SIZE
    assert found["actors/*/index.html"] > SIZE // 2
    assert found["stories/*/index.html"] > SIZE // 10
    for kind in ("sources/*/index.html", "days/*/index.html"):
        assert found[kind] > 2, kind
    for folder in ("briefs/year", "quotes/year", "actors/letter"):
        assert len([name for name in pages if name.startswith(f"{folder}/")]) > 5, folder


def test_no_link_is_dead(big_site: Path, pages: dict[str, Html]) -> None:
    assert sum(len(page.links) for page in pages.values()) > 100 * SIZE
    assert dead_links(big_site, pages, TOP) == []


def test_a_dead_link_would_be_found(big_site: Path, pages: dict[str, Html]) -> None:
    for link in ("nowhere/", "#nowhere", "quotes", "../news", "/", f"{TOP}nowhere/", "quotes/?a=b#nowhere"):
        assert is_dead(big_site, pages, link, "index.html", TOP), link
    anchor = f"#{min(pages['index.html'].ids)}"
    for link in (".", "./", anchor, "quotes/?a=b", "/news/quotes/", TOP, "//zenda.example/", "mailto:a@example.org"):
        assert not is_dead(big_site, pages, link, "index.html", TOP), link
    assert is_dead(big_site, pages, "quotes/", "404.html", TOP) is False
    assert is_dead(big_site, pages, "../quotes/", "404.html", TOP)


def test_what_machines_read_leads_somewhere(big_site: Path, pages: dict[str, Html]) -> None:
    """Addresses in JSON-LD, Open Graph, feeds and the sitemap."""
    found = [(name, link) for name, page in pages.items() for link in _told(page) if link.startswith(TOP)]
    for path in big_site.rglob("*.xml"):
        found += [(path.name, link) for link in _strings(path) if link.startswith(TOP)]
    assert len(found) > 3 * len(pages)
    assert [(name, link) for name, link in found if is_dead(big_site, pages, link, top=TOP)] == []


def _told(page: Html) -> Iterator[str]:
    yield from page.meta.values()
    for words in page.data:
        yield from _leaves(json.loads(words))


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _leaves(part)


def _strings(path: Path) -> Iterator[str]:
    for element in ElementTree.parse(path).iter():
        yield from (str(text).strip() for text in (element.text, *element.attrib.values()) if text)


def test_the_sitemap_holds_every_page_once_but_the_empty_search(big_site: Path, listed: dict[str, Html]) -> None:
    tree = ElementTree.parse(big_site / "sitemap.xml")
    found = Counter(str(element.text) for element in tree.iter(LOC))
    assert found == Counter(address_of(name, TOP) for name in listed if name != "search/index.html")


def test_every_page_says_what_its_address_is(listed: dict[str, Html]) -> None:
    wrong = {name: page.meta.get("canonical") for name, page in listed.items()}
    assert [(name, said) for name, said in wrong.items() if said != address_of(name, TOP)] == []


def test_titles_and_descriptions_are_there_and_unique(listed: dict[str, Html]) -> None:
    """Two papers print one article under one headline; still no two pages are called the same."""
    for told in ("title", "description"):
        said = Counter(page.title if told == "title" else page.meta.get(told, "") for page in listed.values())
        assert [(words, count) for words, count in said.items() if count > 1 or len(words.strip()) < 10] == [], told


def test_ids_are_unique(pages: dict[str, Html]) -> None:
    assert [(name, page.twice) for name, page in pages.items() if page.twice] == []


def test_headings_are_an_outline(pages: dict[str, Html]) -> None:
    """One h1, first of all; no level left out."""
    assert [name for name, page in pages.items() if page.headings[:1] != [1] or page.headings.count(1) != 1] == []
    jumps = [name for name, page in pages.items() if any(below - above > 1 for above, below in pairwise(page.headings))]
    assert jumps == []


def test_every_page_names_its_language_and_every_image_its_meaning(pages: dict[str, Html]) -> None:
    assert {page.language for page in pages.values()} == {"en"}
    assert [(name, page.images) for name, page in pages.items() if page.images] == []


def test_nothing_runs_or_dresses_that_is_written_into_a_page(pages: dict[str, Html]) -> None:
    assert Counter(what for page in pages.values() for what in page.inline) == Counter()


def test_no_page_grows_with_the_edition(big_site: Path, pages: dict[str, Html]) -> None:
    """Lists are cut into parts: packed, no page is heavier than that of the longest brief may be."""
    packed = {name: len(gzip.compress((big_site / name).read_bytes(), 9)) for name in pages}
    assert {name: size for name, size in packed.items() if size > 40_000} == {}
