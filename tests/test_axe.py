"""axe-core in a real browser: nothing to complain about on any kind of page, light and dark, wide and narrow.

`--soak` reads every page of the big site instead of one of each kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, product
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.render.site import render_site
from tests.big_site import kinds, small_site
from tests.browsing import served
from tests.conftest import must_have
from tests.made_briefs import bare, landslide

WIDE, NARROW, REFLOW = 1280, 390, 320
LIGHT, DARK = "light", "dark"
PAINTED = {LIGHT: "default", DARK: "slate"}
WAYS = tuple(product((WIDE, NARROW), (LIGHT, DARK)))
SMALL_TARGETS = {"target-size": {"enabled": True}}
OPEN = "for (const element of document.querySelectorAll('details')) element.open = true"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("axe"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, "news/") as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def axe() -> Any:
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        must_have(False, "axe-playwright-python")
    return Axe()


def violations(axe: Any, page: Any, name: str, ways: Sequence[tuple[int, str]]) -> list[str]:
    """What axe finds on the open page in these widths and schemes."""
    found = []
    page.evaluate(OPEN)
    page.evaluate(axe.axe_script)
    for width, scheme in ways:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_function("name => document.body.dataset.mdColorScheme === name", arg=PAINTED[scheme])
        options = {"resultTypes": ["violations"], "rules": SMALL_TARGETS}
        for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
            targets = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
            found.append(f"{name}, {width} {scheme}: {violation['id']}: {len(targets)} x, {targets[0]}")
    return found


@pytest.mark.timeout(900)
def test_every_kind_of_page_is_accessible(axe: Any, page: Any, address: str, site: Path, soak: bool) -> None:
    """One kind wide and light and narrow and dark, the next one the other way round; all four ways under --soak."""
    found = []
    assert {"days of a month", "what an actor said in a year", "one source", "story"} <= kinds(site).keys()
    for number, (name, path) in enumerate(kinds(site).items()):
        page.goto(address + path)
        if name.endswith("found"):
            page.wait_for_function("document.querySelector('#nb-count').textContent")
        crossed = (WAYS[0], WAYS[3]) if number % 2 else (WAYS[1], WAYS[2])
        found += violations(axe, page, name, WAYS if soak else crossed)
    assert found == []


def test_violations_would_be_found(axe: Any, page: Any, address: str) -> None:
    page.goto(f"{address}nowhere/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    page.evaluate("document.querySelector('main h1').style.color = '#eee'")
    assert [line.split(": ")[1] for line in violations(axe, page, "404", [(WIDE, LIGHT)])] == [
        "color-contrast",
        "image-alt",
    ]


@pytest.mark.parametrize("settings", [Settings(pdf=False, labels="de", publish_text="full"), Settings(pdf=False)])
def test_pages_of_a_desk_that_has_nearly_nothing_are_accessible(
    axe: Any, page: Any, tmp_path: Path, settings: Settings
) -> None:
    briefs = [landslide()] if settings.publish_text == "full" else [bare("Rain.", "empty.txt")]
    render_site(briefs, settings, tmp_path, tmp_path / "site", None)
    found = []
    with served(tmp_path / "site") as address:
        for path, scheme in zip(sorted((tmp_path / "site").rglob("index.html")), cycle((LIGHT, DARK)), strict=False):
            name = path.parent.relative_to(tmp_path / "site").as_posix()
            page.goto(f"{address}{name}/")
            found += violations(axe, page, name, [(REFLOW, scheme)])
    assert found == []


@pytest.mark.timeout(7200)
def test_every_page_is_accessible(axe: Any, page: Any, request: pytest.FixtureRequest, soak: bool) -> None:
    """One page wide and light, the next one narrow and dark, and so on."""
    if not soak:
        pytest.skip("a page of each kind is enough; --soak reads all of them")
    site = request.getfixturevalue("big_site")
    found = []
    with served(site, "news/") as address:
        for path, way in zip(sorted(site.rglob("index.html")), cycle(WAYS), strict=False):
            name = path.parent.relative_to(site).as_posix()
            page.goto(f"{address}{name}/")
            found += violations(axe, page, name, [way])
    assert found == []
