"""A reader's way in a real browser: search, filter by speaker, open the hit, find the quote on the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.render.site import render_site
from tests.browsing import served, until, watched
from tests.made_briefs import landslide, titled, with_name


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    briefs = [landslide(), titled("Index", "index.txt", published="2025-02-03"), titled("Road to Hentzau", "road.txt")]
    briefs.append(with_name(landslide(), "later.txt", published="2027-01-02"))
    render_site(briefs, Settings(pdf=False), folder, folder / "site", None)
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A page; at the end no request may have left for another host, and no script may have failed."""
    opened = browser.new_page()
    seen = watched(opened)
    yield opened
    opened.close()
    assert seen.errors == []
    assert len(seen.requests) > 3
    assert seen.elsewhere(address) == []


def test_search_filter_open_and_find_the_quote(page: Any, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("digging hands")
    page.keyboard.press("Enter")
    page.wait_for_selector("#nb-out li")
    assert "q=digging" in page.url
    page.locator('#nb-facets input[name="speaker"][value="Mira Voss"]').check()
    page.locator('#nb-facets input[name="type"][value="quote"]').check()
    until(page, "document.querySelector('#nb-count').textContent === '2 results'")
    assert "speaker=Mira+Voss" in page.url
    page.locator('#nb-facets input[name="year"][value="2026"]').check()
    until(page, "document.querySelector('#nb-count').textContent === '1 result'")
    hit = page.locator("#nb-out li").first
    assert "digging with our hands" in hit.inner_text()
    hit.locator("a").click()
    page.wait_for_selector("tr.nb-q:target")
    assert "/briefs/landslide-shuts-zenda-pass" in page.url
    quote = page.locator("tr.nb-q:target")
    assert "“We are digging with our hands,” … “We will not stop tonight.”" in " ".join(
        quote.inner_text().replace("words left out", "").split()
    )
    quote.locator("a.nb-ref").click()
    assert "We are digging with our hands" in page.locator(".nb-evidence li:target").inner_text()


def test_an_address_holds_a_whole_search(page: Any, address: str) -> None:
    page.goto(f"{address}search/?type=brief&source=Ruritanian+Press+Agency")
    page.wait_for_selector("#nb-out li")
    assert page.locator("#nb-out li").count() == 2
    assert page.locator("#nb-out li a").first.inner_text() == "Landslide Shuts Zenda Pass As Counts Differ"
    page.goto(f"{address}search/?q=xylophone")
    until(page, "document.querySelector('#nb-count').textContent.startsWith('Nothing found')")


def test_no_page_scrolls_sideways(browser: Any, address: str, site: Path) -> None:
    opened = browser.new_page(viewport={"width": 320, "height": 700})
    for name in (
        "",
        "briefs/",
        "quotes/",
        "actors/",
        "actors/mira-voss/",
        "sources/",
        "days/2026/",
        "search/",
        "about/",
    ):
        opened.goto(address + name)
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320, name
    brief = next((site / "briefs").glob("landslide-*/index.html")).parent.name
    opened.goto(f"{address}briefs/{brief}/")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    opened.close()


def test_search_speaks_german_and_no_german_page_scrolls_sideways(browser: Any, tmp_path: Path) -> None:
    render_site([landslide(), titled("Index", "index.txt")], Settings(pdf=False, labels="de"), tmp_path, tmp_path, None)
    opened = browser.new_page(viewport={"width": 320, "height": 700})
    with served(tmp_path) as address:
        opened.goto(f"{address}search/?q=digging")
        until(opened, "document.querySelector('#nb-count').textContent === '1 Treffer'")
        assert opened.locator("#nb-facets legend").all_text_contents()[:2] == ["Zeigen", "Sprecher"]
        assert opened.locator("#nb-out blockquote").get_attribute("lang") == "en"
        for name in ("", "briefs/", "quotes/", "actors/mira-voss/", "sources/", "search/", "about/", "404.html"):
            opened.goto(address + name)
            assert opened.evaluate("document.documentElement.scrollWidth") <= 320, name
    opened.close()


def test_without_scripts_pages_say_all_and_search_gives_other_ways(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}search/")
    assert "Search needs scripts" in opened.locator("noscript").inner_text()
    opened.goto(f"{address}actors/mira-voss/")
    assert "digging with our hands" in opened.locator("main").inner_text()
    context.close()
