"""What readers do on a large site: with a keyboard alone, on a phone, without motion, in colours of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from slugify import slugify

from tests.big_site import kinds
from tests.browsing import served, watched
from tests.extreme_briefs import PREMIER

STOPS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  return all.filter((element) => element.tabIndex >= 0 && !element.disabled && element.getClientRects().length
    && element.checkVisibility({ visibilityProperty: true }));
}"""
UNSEEN = f"""() => ({STOPS})().filter((element) => {{
  element.focus({{ preventScroll: true }});
  const {{ outlineStyle, outlineWidth, outlineColor }} = getComputedStyle(element);
  return outlineStyle === "none" || parseFloat(outlineWidth) < 2 || outlineColor.endsWith(", 0)");
}}).map((element) => element.outerHTML.slice(0, 120))"""
FOCUSED = f"""() => {{
  const element = document.activeElement, box = element.getClientRects()[0];
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {{ place: ({STOPS})().indexOf(element), seen: !!top && (element.contains(top) || top.contains(element)),
    words: element.outerHTML.slice(0, 120) }};
}}"""
MOVES = """() => [...document.querySelectorAll("*")].flatMap((element) => [null, "::before", "::after"].map((part) => {
  const style = getComputedStyle(element, part);
  const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
  const still = times.every((time) => parseFloat(time) === 0) && style.scrollBehavior === "auto";
  return still ? "" : element.outerHTML.slice(0, 80) + (part ?? "");
})).filter(Boolean)"""
LINE = """(element) => {
  const { borderInlineStartStyle, borderInlineStartWidth, borderInlineStartColor } = getComputedStyle(element);
  const paper = getComputedStyle(document.body).backgroundColor;
  return [borderInlineStartStyle, parseFloat(borderInlineStartWidth), borderInlineStartColor !== paper];
}"""
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def address(big_site: Path) -> Iterator[str]:
    with served(big_site, "news/") as address:
        yield address


@pytest.fixture
def context(browser: Any, address: str) -> Iterator[Any]:
    """A browser that knows nothing yet; at the end nothing may have failed, nor asked another host."""
    opened = browser.new_context(viewport=DESK)
    seen = watched(opened)
    yield opened
    opened.close()
    assert seen.errors == []
    assert len(seen.requests) > 3
    assert seen.elsewhere(address) == []


@pytest.fixture
def page(context: Any) -> Any:
    return context.new_page()


def open_kind(page: Any, address: str, path: str) -> None:
    page.goto(address + path)
    if "?q=" in path:
        page.wait_for_function("document.querySelector('#nb-count').textContent")
        page.wait_for_load_state("networkidle")  # facets are counted last


@pytest.mark.timeout(600)
def test_no_kind_of_page_scrolls_sideways(page: Any, address: str, big_site: Path) -> None:
    extremes = ("long-headline", "after-nine-days", "strelsauer", "img-src", "hostile", "minutes", "strlsw", "guests")
    paths = dict(kinds(big_site))
    paths |= {
        folder.name: f"briefs/{folder.name}/"
        for folder in big_site.glob("briefs/*")
        if folder.name.startswith(extremes)
    }
    paths |= {folder.name: f"actors/{folder.name}/" for folder in big_site.glob("actors/*") if len(folder.name) > 40}
    wide = []
    page.set_viewport_size({"width": 320, "height": 700})
    for name, path in paths.items():
        if name != "404":  # its answer is an error of the console
            open_kind(page, address, path)
            if page.evaluate("document.documentElement.scrollWidth") > 320:
                wide.append(name)
    assert wide == []


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("kind", "size"), [("home", DESK), ("brief", DESK), ("brief", PHONE), ("found", DESK)])
def test_tab_leads_through_a_page_in_the_order_of_reading(
    page: Any, address: str, big_site: Path, kind: str, size: dict[str, int]
) -> None:
    """Each stop is seen: nothing lies over it, and nothing that can be used is left out."""
    page.set_viewport_size(size)
    open_kind(page, address, kinds(big_site)[kind])
    stops = page.evaluate(f"({STOPS})().length")
    walk = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        walk.append(page.evaluate(FOCUSED))
    assert [stop["words"] for stop in walk if not stop["seen"]] == []
    assert [stop["place"] for stop in walk] == list(range(stops))
    assert 'href="#content"' in walk[0]["words"]


@pytest.mark.timeout(600)
def test_what_can_be_used_shows_that_it_has_the_focus(page: Any, address: str, big_site: Path) -> None:
    unseen = {}
    for name, path in kinds(big_site).items():
        if name != "404":
            open_kind(page, address, path)
            page.keyboard.press("Tab")  # from now on the browser shows the focus
            unseen[name] = page.evaluate(UNSEEN)
    assert {name: stops[:3] for name, stops in unseen.items() if stops} == {}


def test_a_brief_is_found_and_read_by_keyboard_alone(page: Any, address: str, big_site: Path) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    page.goto(address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the header
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")
    page.goto(address)
    light = page.evaluate(paper)
    _tab_to(page, "button.nb-scheme")
    page.keyboard.press("Space")
    dark = page.evaluate(paper)
    assert dark != light
    _tab_to(page, "main a[href*='briefs/'].nb-v")
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefs/*/")
    assert page.evaluate(paper) == dark
    page.goto(address + kinds(big_site)["brief"])
    _tab_to(page, "main summary")
    for opened in (True, False):
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open") is opened


def _tab_to(page: Any, selector: str, most: int = 300) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{selector} is not reached by Tab")


def test_on_a_phone_a_reader_finds_what_somebody_said_and_where(page: Any, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    page.locator("nav.nb-sections a", has_text="Actors").click()
    page.locator("main").get_by_role("link", name=PREMIER, exact=True).first.click()
    page.wait_for_url(f"**/actors/{slugify(PREMIER)}/")
    quote = page.locator("main li.nb-q").first
    said = quote.locator("blockquote").inner_text().strip("“”,. ")
    quote.locator("a.nb-ref").first.click()
    page.wait_for_url("**/briefs/*/#q*")
    found = page.locator(":target")
    assert said in found.inner_text()
    header = page.locator("header.nb-header").bounding_box()
    assert found.bounding_box()["y"] >= header["y"] + header["height"] - 1
    found.locator("a.nb-ref[data-at]").click()
    page.wait_for_function(
        "said => [...document.querySelectorAll('dialog[open], :target')].some((at) => at.innerText.includes(said))",
        arg=said,
    )


@pytest.mark.timeout(600)
def test_nothing_moves_for_readers_who_ask_for_that(page: Any, address: str, big_site: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    moving = {}
    for name, path in kinds(big_site).items():
        if name not in {"404", "quotes of a year", "quotes", "days"}:  # like others, and long
            open_kind(page, address, path)
            moving[name] = page.evaluate(MOVES)[:3]
    assert {name: found for name, found in moving.items() if found} == {}


def test_in_forced_colours_quotes_flags_and_focus_stay_apart(page: Any, address: str, big_site: Path) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{address}{kinds(big_site)['brief']}")
    for kind, line in (("direct", "solid"), ("mixed", "dotted")):
        style, width, stands_out = page.locator(f".nb-q--{kind} blockquote").first.evaluate(LINE)
        assert (style, width >= 2, stands_out) == (line, True, True)
    page.keyboard.press("Tab")
    assert page.evaluate(UNSEEN) == []
