"""The frame of every page in a real browser: light and dark, keys, the contents list, what it weighs, the 404 page."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.render.site import render_site
from tests.browsing import served, until, watched
from tests.made_briefs import landslide, titled, with_name

LIMIT = 90_000
"""Bytes, gzip, of all that a brief's page loads."""
SETTINGS = Settings(pdf=False, quotes="rules", site_url="https://desk.example/desk/", public=True)
FOCUS = "(document.activeElement.name ?? '')"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("frame")
    briefs = [landslide(), with_name(landslide(), "later.txt", published="2027-01-02"), titled("Road", "road.txt")]
    render_site(briefs, SETTINGS, folder, folder / "site", None)
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, "desk/") as address:
        yield address


@pytest.fixture(scope="module")
def brief(site: Path, address: str) -> str:
    """The address of a brief's page."""
    return f"{address}briefs/{min(p.parent.name for p in site.glob('briefs/landslide*/index.html'))}/"


@pytest.fixture
def wide(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    seen = watched(page)
    yield page
    context.close()
    assert [error for error in seen.errors if "404" not in error] == []


@pytest.fixture
def narrow(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def weight(page: Any, url: str) -> dict[str, int]:
    """Address -> bytes, gzip, of all that a browser asks for that was never here."""
    seen = watched(page)
    page.goto(url, wait_until="networkidle")
    icon = page.locator("link[rel=icon]").evaluate("(link) => link.href")  # asked for late, or remembered
    asked = dict.fromkeys([*(link for link in seen.requests if not link.startswith("data:")), icon])
    return {link: len(gzip.compress(page.context.request.get(link).body(), 9, mtime=0)) for link in asked}


def test_a_brief_and_the_home_page_are_light(wide: Any, brief: str, address: str) -> None:
    for url in (brief, address):
        loaded = weight(wide, url)
        assert len(loaded) > 4
        assert sum(loaded.values()) <= LIMIT, loaded


def test_colours_follow_the_system_until_the_reader_chooses(wide: Any, brief: str, address: str) -> None:
    scheme = "document.body.dataset.mdColorScheme"
    button = wide.locator(".nb-scheme")
    wide.emulate_media(color_scheme="dark")
    wide.goto(brief)
    assert wide.evaluate(scheme) == "slate"
    assert button.get_attribute("aria-label") == "Dark page: switch to light"
    wide.emulate_media(color_scheme="light")
    until(wide, f"{scheme} === 'default'")
    assert button.get_attribute("aria-label") == "Light page: switch to dark"
    button.focus()
    wide.keyboard.press("Enter")
    assert wide.evaluate(scheme) == "slate"
    wide.goto(address)
    assert wide.evaluate(scheme) == "slate"
    assert wide.evaluate("document.documentElement.style.colorScheme") == "dark"
    wide.emulate_media(color_scheme="dark")
    wide.emulate_media(color_scheme="light")
    wide.wait_for_timeout(200)
    assert wide.evaluate(scheme) == "slate"
    wide.locator(".nb-scheme").click()
    assert wide.evaluate(scheme) == "default"


def test_no_frame_is_painted_in_the_other_colours(browser: Any, brief: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.add_init_script("""
        window.frames_seen = [];
        const look = () => {
            if (document.body) frames_seen.push(document.body.dataset.mdColorScheme);
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    """)
    page.goto(brief, wait_until="networkidle")
    assert set(page.evaluate("frames_seen")) == {"slate"}
    context.close()


def test_without_scripts_colours_follow_the_system(browser: Any, brief: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(brief)
    colour = "element => getComputedStyle(element).backgroundColor"
    body = page.locator("body")
    assert body.evaluate(colour) == "rgb(18, 22, 28)"
    page.emulate_media(media="print")
    assert body.evaluate(colour) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen", color_scheme="light")
    assert body.evaluate(colour) == "rgb(255, 255, 255)"
    context.close()


def test_colours_work_where_nothing_may_be_stored(browser: Any, brief: str) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } })")
    seen = watched(page)
    page.goto(brief)
    page.locator(".nb-scheme").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert seen.errors == []
    page.close()


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_keys_put_the_cursor_into_the_field_of_the_page(wide: Any, brief: str, keys: str) -> None:
    wide.goto(brief)
    wide.keyboard.press(keys)
    assert wide.evaluate(FOCUS) == "q"
    assert wide.evaluate("document.activeElement.value") == ""
    wide.keyboard.type("a/b")
    assert wide.evaluate("document.activeElement.value") == "a/b"
    wide.keyboard.press("Escape")
    assert wide.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_where_no_field_is_keys_open_the_search_page_with_the_cursor_in_its_field(
    narrow: Any, brief: str, keys: str
) -> None:
    narrow.goto(brief)
    narrow.keyboard.press(keys)
    narrow.wait_for_url("**/desk/search/**")
    until(narrow, f"{FOCUS} === 'q'")


def test_keys_are_left_alone_in_fields_and_with_other_keys(wide: Any, brief: str) -> None:
    wide.goto(brief)
    wide.evaluate("""() => {
        const note = Object.assign(document.createElement("textarea"), { name: "note" });
        document.querySelector("h1").after(note);
        note.focus();
    }""")
    for keys in ("/", "Control+k"):
        wide.keyboard.press(keys)
        assert wide.evaluate(FOCUS) == "note"
    assert wide.evaluate("document.activeElement.value") == "/"
    wide.evaluate("document.activeElement.blur()")
    for keys in ("Control+/", "Alt+/", "Control+Shift+k", "k", "Control+Meta+k"):
        wide.keyboard.press(keys)
        assert wide.evaluate(FOCUS) == "", keys


def test_fields_say_their_keys(wide: Any, brief: str) -> None:
    wide.goto(brief)
    for part in (wide.locator(".nb-hsearch input"), wide.locator(".nb-hsearch-link")):
        assert part.get_attribute("aria-keyshortcuts") == "/ Control+K Meta+K"
        assert part.get_attribute("title") == "Press / or Ctrl K to search"


def test_the_first_tab_leads_past_the_header(wide: Any, brief: str) -> None:
    wide.goto(brief)
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.className").startswith("md-skip")
    until(wide, "getComputedStyle(document.activeElement).opacity !== '0'")
    wide.keyboard.press("Enter")
    assert wide.evaluate("document.activeElement.id") == "content"
    wide.keyboard.press("Tab")
    assert wide.evaluate("!!document.activeElement.closest('article')")


def test_the_contents_list_shows_where_the_reader_is(wide: Any, brief: str) -> None:
    here = "[...document.querySelectorAll('.md-nav__link[aria-current]')].map((link) => link.hash)"
    wide.goto(brief)
    until(wide, f"{here}[0] === '#summary'")
    wide.locator(".md-nav--secondary a[href='#timeline']").click()
    until(wide, f"{here}[0] === '#timeline'")
    assert wide.evaluate(here) == ["#timeline"]


def test_what_an_address_leads_to_is_not_below_the_header(wide: Any, narrow: Any, brief: str) -> None:
    for page in (wide, narrow):
        for anchor in ("#quotes", "#p3"):
            page.goto(brief + anchor)
            top = page.evaluate(f"document.querySelector('{anchor}').getBoundingClientRect().top")
            header = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
            assert top >= header - 1, anchor
            page.goto("about:blank")


def test_a_folded_part_unfolds_for_an_address_that_leads_into_it(wide: Any, brief: str) -> None:
    wide.goto(brief)
    wide.evaluate("""() => {
        const folded = Object.assign(document.createElement("details"), { id: "folded" });
        folded.append(Object.assign(document.createElement("p"), { id: "inside", textContent: "Zenda" }));
        document.querySelector("article").append(folded);
        location.hash = "inside";
    }""")
    until(wide, "document.getElementById('folded').open")


def test_a_page_that_is_not_there_leads_to_search_at_any_depth(wide: Any, address: str) -> None:
    for lost in ("nowhere", "briefs/nowhere/", "a/b/c/d.html"):
        wide.goto(address + lost)
        assert wide.title() == "No such page - Briefings"
        wide.keyboard.press("/")
        wide.keyboard.type("digging")
        wide.keyboard.press("Enter")
        wide.wait_for_selector("#nb-out li")
        assert wide.url.startswith(f"{address}search/?q=digging")


def test_forced_colours_keep_the_section_and_what_is_marked_apart(browser: Any, brief: str) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(brief)
    colour = "(element) => getComputedStyle(element).borderBottomColor"
    sections = page.locator(".nb-sections a")
    current = page.locator(".nb-sections a[aria-current]").evaluate(colour)
    others = {section.evaluate(colour) for section in sections.all()} - {current}
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert others == {ground}
    mark = page.locator(".nb-evidence mark").first
    assert mark.evaluate("(element) => getComputedStyle(element).backgroundColor") != ground
    context.close()


def test_nothing_moves_for_readers_who_want_that(browser: Any, brief: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(brief)
    moving = """[...document.querySelectorAll("*")].filter((element) => {
        const style = getComputedStyle(element);
        const lasts = style.transitionProperty !== "none" && style.transitionDuration.split(",").some(parseFloat);
        return style.scrollBehavior === "smooth" || style.animationName !== "none" || lasts;
    }).map((element) => element.className)"""
    assert page.evaluate(moving) == []
    context.close()


def test_a_page_from_the_disk_is_dressed(browser: Any, site: Path) -> None:
    page = browser.new_page()
    seen = watched(page)
    page.goto((site / "index.html").as_uri())
    assert "Charter" in page.evaluate("getComputedStyle(document.querySelector('.nb-brand')).fontFamily")
    assert seen.errors == []
    page.close()
