"""A reader's way over the built pages in a real browser; search has tests of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.render.site import render_site
from tests.browsing import served
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


def test_no_german_page_scrolls_sideways(browser: Any, tmp_path: Path) -> None:
    render_site([landslide(), titled("Index", "index.txt")], Settings(pdf=False, labels="de"), tmp_path, tmp_path, None)
    opened = browser.new_page(viewport={"width": 320, "height": 700})
    with served(tmp_path) as address:
        for name in ("", "briefs/", "quotes/", "actors/mira-voss/", "sources/", "search/", "about/", "404.html"):
            opened.goto(address + name)
            assert opened.evaluate("document.documentElement.scrollWidth") <= 320, name
    opened.close()


def test_without_scripts_pages_say_all(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}actors/mira-voss/")
    assert "digging with our hands" in opened.locator("main").inner_text()
    context.close()
