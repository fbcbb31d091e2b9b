"""What a reader does on the search page, in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.config import Settings
from generator.model import Brief, Headline, Slice, Speaker
from generator.render.site import render_site
from tests.browsing import served, watched
from tests.made_briefs import bare, landslide, made_quote, piece, reference, titled, with_name

HOSTILE = (
    "<img src=x onerror=\"window.bad='yes'\"> said </script><script>window.bad='yes'</script> "
    "&lt;b&gt;bold&lt;/b&gt; &amp; <mark>this</mark>"
)
DAYS = range(1, 31)
WAIT = 30_000
"""Milliseconds."""


def hostile() -> Brief:
    """An article whose words are markup, by a speaker whose name runs from right to left."""
    text = f"{HOSTILE}\n“Look {HOSTILE} there,” דנה לוי said."
    speaker = piece(Speaker, text, "דנה לוי", name="דנה לוי")
    quote = made_quote(
        text,
        reference("hostile.txt", text).sha256,
        "direct",
        [(f"Look {HOSTILE} there,", True)],
        after=text.index("“"),
        speaker=speaker,
        paragraph=2,
    )
    title = Slice(start=0, end=len(HOSTILE), text=HOSTILE, rule="made")
    return bare(
        text,
        "hostile.txt",
        title=title,
        headline=Headline(start=0, end=len(HOSTILE), text=HOSTILE, rule="title"),
        quotes=(quote,),
        published="2024-05-05",
    )


def edition() -> list[Brief]:
    """Of 2027, 2026 with the same words, 2025, a hostile one of 2024, thirty of 2023, one of no year."""
    return [
        landslide(),
        with_name(landslide(), "later.txt", published="2027-01-02"),
        titled("Index", "index.txt", published="2025-02-03"),
        hostile(),
        *(
            titled(f"Council meets {n}", f"council{n}.txt", f"Agency {n}", published=f"2023-01-{n:02}")
            for n in range(1, 31)
        ),
        titled("Road to Hentzau", "road.txt"),
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    settings = Settings(pdf=False, publish_share=1.0)
    render_site(edition(), settings, folder, folder / "site", None)
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The search page of a site that lies in a folder of its host."""
    with served(site, "desk/") as address:
        yield f"{address}search/"


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A page; at the end nothing may have left for another host or failed, the policy of the page included."""
    opened = browser.new_page()
    seen = watched(opened)
    yield opened
    opened.close()
    assert seen.errors == []
    assert seen.elsewhere(address.removesuffix("search/")) == []


def ready(page: Any, status: str | re.Pattern[str] = re.compile(r"\d")) -> None:
    """Waits until the page says this of the results, and shows them."""
    from playwright.sync_api import expect

    expect(page.locator("#nb-count")).to_have_text(status, timeout=WAIT)
    expect(page.locator("#nb-out")).to_have_attribute("aria-busy", "false", timeout=WAIT)


def first_date(page: Any, date: str) -> None:
    """Waits until the first result has this date."""
    from playwright.sync_api import expect

    expect(page.locator("#nb-out .nb-meta").first).to_contain_text(date, timeout=WAIT)


def box(page: Any, name: str, value: str) -> Any:
    return page.locator(f'#nb-facets input[name="{name}"][value="{value}"]')


def asked(page: Any) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def dates(page: Any) -> list[str]:
    return [text.split()[-1] for text in page.locator("#nb-out .nb-meta").all_inner_texts()]


def test_search_filter_open_and_find_the_quote(page: Any, address: str) -> None:
    page.goto(address.removesuffix("search/"))
    page.keyboard.press("/")
    page.keyboard.type("digging hands")
    page.keyboard.press("Enter")
    ready(page, "2 results")
    assert asked(page) == {"q": ["digging hands"]}
    assert dates(page) == ["2027", "2026"] or dates(page) == ["2026", "2027"]
    box(page, "speaker", "Mira Voss").check()
    box(page, "type", "quote").check()
    box(page, "year", "2026").check()
    ready(page, "1 result")
    assert asked(page) == {"q": ["digging hands"], "speaker": ["Mira Voss"], "type": ["quote"], "year": ["2026"]}
    hit = page.locator("#nb-out li")
    assert hit.locator("h3").inner_text() == "Mira Voss Interior Minister"
    assert hit.locator("blockquote").inner_text() == "“We are digging with our hands,” … “We will not stop tonight.”"
    assert hit.locator("mark").all_inner_texts() == ["digging", "hands,”"]
    hit.locator("a").click()
    page.wait_for_selector("tr.nb-q:target")
    assert "We are digging with our hands" in page.locator("tr.nb-q:target").inner_text()


def test_an_address_holds_a_whole_search(page: Any, address: str) -> None:
    page.goto(f"{address}?q=road&kind=mixed&year=2026&year=2027&sort=oldest")
    ready(page, "2 results")
    shown = page.locator("#nb-out").inner_text(), page.locator("#nb-chosen").inner_text()
    assert dates(page) == ["2026", "2027"]
    page.reload()
    ready(page, "2 results")
    assert (page.locator("#nb-out").inner_text(), page.locator("#nb-chosen").inner_text()) == shown
    assert page.locator("[name=sort]").input_value() == "oldest"


def test_back_leads_to_the_search_before(page: Any, address: str) -> None:
    page.goto(f"{address}?q=digging")
    ready(page, "2 results")
    box(page, "year", "2026").check()
    ready(page, "1 result")
    page.fill("[name=q]", "digging hands")
    page.wait_for_url("**hands**")
    page.go_back()
    ready(page, "2 results")
    assert asked(page) == {"q": ["digging"]}
    assert page.locator("[name=q]").input_value() == "digging"
    assert not box(page, "year", "2026").is_checked()
    page.go_forward()
    ready(page, "1 result")
    assert box(page, "year", "2026").is_checked()


def test_chosen_filters_are_buttons_that_remove_them(page: Any, address: str) -> None:
    page.goto(f"{address}?speaker=Mira+Voss&kind=direct&kind=mixed")
    ready(page, "2 results")
    chips = page.locator("#nb-chosen button")
    assert chips.all_inner_texts() == [
        "Wording: word for word×",
        "Wording: partly quoted×",
        "Speaker: Mira Voss×",
        "Clear all",
    ]
    page.get_by_role("button", name="Remove the filter Wording: word for word").press("Enter")
    ready(page, "Nothing with these filters; 47 results without them.")
    assert page.evaluate("document.activeElement.textContent") == "Wording: partly quoted×"
    page.get_by_role("button", name="Clear all").click()
    ready(page, "47 results")
    assert asked(page) == {}
    assert page.evaluate("document.activeElement.name") == "q"


def test_a_chosen_filter_can_be_widened(page: Any, address: str) -> None:
    page.goto(f"{address}?speaker=Anton+Rask&type=quote")
    ready(page, "2 results")
    counts = dict.fromkeys(page.locator('[data-facet="speaker"] label').all_inner_texts())
    assert [text.split("\n")[0] for text in counts][:2] == ["Anton Rask", "Engineers"]
    box(page, "speaker", "Mira Voss").check()
    ready(page, "4 results")


def test_quotes_briefs_and_actors_are_told_apart(page: Any, address: str) -> None:
    page.goto(f"{address}?q=voss&year=2027")
    page.wait_for_selector("#nb-out .nb-hit--actor")
    actor = page.locator("#nb-out .nb-hit--actor", has_text="Mira Voss").first
    assert actor.locator(".nb-meta").inner_text().split("\n")[0] == "Actor"
    assert actor.locator("a").get_attribute("href").endswith("/desk/actors/mira-voss/")
    assert "Interior Minister" in actor.inner_text()
    assert page.locator("#nb-out .nb-hit--brief .nb-meta").inner_text().startswith("Brief")
    page.goto(f"{address}?year=2027&type=quote")
    ready(page, "3 results")
    kinds = [text.split("\n")[1:2] for text in page.locator("#nb-out .nb-meta").all_inner_texts()]
    assert sorted(kinds)[1:] == [["partly quoted"], ["reported, not quoted"]]
    assert page.locator("#nb-out blockquote").count() == 3


def test_hostile_words_are_shown_as_written_and_run_nothing(page: Any, address: str) -> None:
    for query in ("?q=look&type=quote", "?year=2024", "?q=bold&speaker=דנה+לוי"):
        page.goto(address + query)
        page.wait_for_selector("#nb-out li")
        assert page.evaluate("window.bad") is None
        assert page.locator("#nb-out img, #nb-out script, #nb-out b:not(.nb-hit__type)").count() == 0
    page.goto(f"{address}?q=look&type=quote")
    quote = page.locator("#nb-out blockquote")
    quote.wait_for()
    assert quote.text_content() == f"“Look {HOSTILE} there,”"
    assert page.locator("#nb-out h3 bdi").text_content() == "דנה לוי"
    assert page.locator("#nb-out .nb-meta a").text_content() == HOSTILE


def test_results_come_in_the_order_that_is_asked_for(page: Any, address: str) -> None:
    page.goto(f"{address}?q=council")
    page.wait_for_selector("#nb-out li")
    page.select_option("[name=sort]", "newest")
    first_date(page, "3 Feb 2025")
    assert asked(page)["sort"] == ["newest"]
    page.select_option("[name=sort]", "oldest")
    first_date(page, "1 Jan 2023")
    page.locator("#nb-next").click()
    page.locator("#nb-out li").nth(31).wait_for()
    assert dates(page) == ["2023"] * 30 + ["2025", "Brief"]  # what has no date comes last, whatever the order


def test_more_results_come_in_steps_and_take_the_focus(page: Any, address: str) -> None:
    page.goto(f"{address}?year=2023")
    ready(page, "30 results")
    assert page.locator("#nb-out li").count() == 20
    page.locator("#nb-next").focus()
    page.keyboard.press("Enter")
    page.locator("#nb-out li").nth(29).wait_for()
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#nb-out li')[20]")
    assert not page.locator("#nb-next").is_visible()


def test_years_that_weigh_too_much_wait_until_a_reader_asks(browser: Any, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    listing = tmp_path / "site" / "pagefind" / "years.json"
    parts = [{**part, "meta": 100_000} for part in json.loads(listing.read_bytes())]
    listing.write_text(json.dumps(parts), encoding="utf-8")
    page = browser.new_page()
    with served(tmp_path / "site") as address:
        page.goto(f"{address}search/?q=digging")
        ready(page, "1 result")
        assert page.locator("#nb-searched").inner_text() == "Searched: 2027. Not yet: 2026–2023, year not stated."
        page.locator("#nb-year").click()
        ready(page, "2 results")
        assert asked(page) == {"q": ["digging"], "since": ["2026"]}
        page.locator("#nb-all").click()
        page.locator("#nb-further").wait_for(state="hidden")
        page.go_back()
        ready(page, "2 results")
        page.goto(f"{address}search/?q=digging&year=2026")
        ready(page, "1 result")
        assert dates(page) == ["2026"]
        assert not page.locator("#nb-further").is_visible()
    page.close()


@pytest.mark.parametrize("missing", ["years.json", "2027/pagefind-entry.json"])
def test_without_an_index_the_page_gives_other_ways(browser: Any, site: Path, tmp_path: Path, missing: str) -> None:
    shutil.copytree(site, tmp_path / "site")
    (tmp_path / "site" / "pagefind" / missing).unlink()
    page = browser.new_page()
    with served(tmp_path / "site") as address:
        page.goto(f"{address}search/?q=digging")
        page.wait_for_selector("#nb-failed", state="visible")
        links = [link.get_attribute("href") for link in page.locator("#nb-failed a").all()]
        assert links == [f"../{section}/" for section in ("briefs", "quotes", "actors", "sources", "days", "stories")]
    page.close()


def test_on_a_phone_filters_lie_behind_a_button_that_counts_them(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{address}?kind=direct&speaker=Mira+Voss")
    ready(page, "2 results")
    assert not box(page, "type", "quote").is_visible()
    page.get_by_text("Filters (2)").click()
    assert box(page, "type", "quote").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_many_values_have_a_field_to_find_one(page: Any, address: str) -> None:
    page.goto(f"{address}?q=council")
    ready(page)
    facet = page.locator('[data-facet="source"]')
    assert facet.locator("label").count() == 8
    assert facet.locator(".nb-note").inner_text() == "22 more: type a part of one"
    facet.get_by_label("Find: Source").fill("agency 17")
    assert facet.locator("label").all_inner_texts() == ["Agency 17\n1"]
    box(page, "source", "Agency 17").check()
    ready(page, "1 result")
    assert asked(page) == {"q": ["council"], "source": ["Agency 17"]}


def test_search_speaks_german(browser: Any, tmp_path: Path) -> None:
    render_site([landslide(), titled("Index", "index.txt")], Settings(pdf=False, labels="de"), tmp_path, tmp_path, None)
    page = browser.new_page(viewport={"width": 320, "height": 700})
    with served(tmp_path) as address:
        page.goto(f"{address}search/?q=digging&kind=direct")
        ready(page, "1 Treffer")
        assert page.locator("#nb-facets legend").all_text_contents()[:3] == ["Zeigen", "Jahr", "Wortlaut"]
        assert page.locator("#nb-chosen button").first.inner_text() == "Wortlaut: wörtlich×"
        assert page.locator("#nb-out blockquote").get_attribute("lang") == "en"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_without_scripts_search_gives_other_ways(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert "Search needs scripts" in page.locator("noscript").inner_text()
    assert not page.locator("#nb-cols").is_visible()
    context.close()


def test_paper_shows_the_results_without_filters_and_buttons(page: Any, address: str) -> None:
    page.goto(f"{address}?q=digging&type=quote")
    ready(page, "2 results")
    page.emulate_media(media="print")
    assert page.locator("#nb-out blockquote").first.is_visible()
    assert not any(page.locator(name).is_visible() for name in ("#nb-facets", ".nb-search", "[name=sort]"))
