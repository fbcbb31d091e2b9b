"""The page of a brief: every line has an address and its context, marks of a whole article are its words, it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.model import Brief, Role, Speaker
from generator.render.article import Runs
from generator.render.escape import clean
from generator.render.fragments import address_of
from generator.render.publish import publish
from generator.render.shapes import BriefView, Places
from generator.render.site import render_site
from generator.render.view import brief_view
from tests.browsing import served, until, watched
from tests.made_briefs import landslide, piece
from tests.made_states import long_headline, many_quotes, one_sentence, right_to_left, untold
from tests.site_reader import Html, read_page
from tests.steps import steps

PAGE = "https://example.org/pass"
FULL = Settings(pdf=False, publish_text="full")
STATES = (landslide, untold, one_sentence, long_headline, right_to_left, many_quotes)


def view(brief: Brief, settings: Settings = Settings(), places: Places | None = None) -> BriefView:  # noqa: B008
    return brief_view(publish(brief, settings), settings, places)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a trap", "a%20trap"),
        ("Nine-year-old road, shut", "Nine%2Dyear%2Dold%20road%2C%20shut"),
        ("Voss & Sons – 20 %", "Voss%20%26%20Sons%20%E2%80%93%2020%20%25"),
        ("“Ja”, sagte Rask", "%E2%80%9CJa%E2%80%9D%2C%20sagte%20Rask"),
        ("הדרך סגורה", "%D7%94%D7%93%D7%A8%D7%9A%20%D7%A1%D7%92%D7%95%D7%A8%D7%94"),
        ("one two three four five six seven eight", "one%20two%20three%20four%20five%20six%20seven%20eight"),
        ("one two three four five six seven eight nine", "one%20two%20three%20four,six%20seven%20eight%20nine"),
        ("The road is shut.\nNobody wept.", "The%20road%20is,shut.%20Nobody%20wept."),
    ],
)
def test_words_are_found_in_the_original_by_a_text_fragment(words: str, text: str) -> None:
    assert address_of(words, PAGE) == f"{PAGE}#:~:text={text}"


def test_an_address_keeps_the_anchor_of_the_original_and_drops_another_fragment() -> None:
    assert address_of("a trap", f"{PAGE}?a=1#top") == f"{PAGE}?a=1#top:~:text=a%20trap"
    assert address_of("a trap", f"{PAGE}#:~:text=else") == f"{PAGE}#:~:text=a%20trap"


@pytest.mark.parametrize("words", ["", " \n", "x" * 100, "the \udc80 road", "the \x07 road", "road \ufffd"])
def test_words_that_no_browser_could_find_have_no_address(words: str) -> None:
    assert address_of(words, PAGE) == ""
    assert address_of("the road", "") == ""


@given(st.text(max_size=200) | st.lists(st.sampled_from(["road", "a-b", "x,y", "&", "—", "道", "é"])).map(" ".join))
def test_what_a_fragment_searches_for_are_the_first_and_last_words(words: str) -> None:
    address = address_of(words, PAGE)
    if address:
        text = address.removeprefix(f"{PAGE}#:~:text=")
        assert re.fullmatch(r"(?:[\w.~]|%[0-9A-F]{2})+(?:,(?:[\w.~]|%[0-9A-F]{2})+)?", text, re.ASCII)
        first, *last = (unquote(part) for part in text.split(","))
        plain = " ".join(clean(words).split())
        assert plain.startswith(first)
        assert plain.endswith(last[0] if last else first)


def lines_of(shown: BriefView) -> list[Any]:
    """Every line of a brief that has a ¶."""
    return [
        *shown.summary,
        *(answer.words for answer in shown.answers if answer.words.text),
        *(figure.words for dispute in shown.disputes for figure in dispute.figures),
        *(side.words for opposition in shown.oppositions for side in opposition.sides),
        *(claim.words for claim in shown.claims),
        *(role.words for actor in shown.actors for role in actor.roles),
        *(quote.words for quote in shown.quotes),
        *(figure.words for figure in shown.figures),
        *(event.words for event in shown.events),
        *(source.written for source in shown.sources),
        *shown.credit,
    ]


@pytest.mark.parametrize("made", STATES, ids=lambda made: made.__name__)
def test_every_line_has_an_id_of_its_own_and_leads_somewhere(made: Any) -> None:
    lines = lines_of(view(made()))
    ids = [line.id for line in lines]
    assert "" not in ids
    assert len(ids) == len(set(ids))
    assert all(line.paragraph or line.place for line in lines)


def test_ids_that_the_model_has_are_the_anchors_and_survive() -> None:
    shown = view(landslide())
    assert [quote.words.id for quote in shown.quotes] == [quote.id for quote in landslide().quotes]
    assert [claim.words.id for claim in shown.claims] == ["c1"]
    assert [line.id for line in shown.summary] == ["summary-110-240", "summary-241-297"]
    assert shown.answers[0].words.id == "who-110-121"
    assert [actor.roles[0].words.id for actor in shown.actors[:2]] == ["role-241-258", "role-521-540"]
    assert [source.written.place for source in shown.sources] == ["credit line", "credit line"]


@pytest.mark.parametrize(
    ("home", "link", "host"),
    [
        ("https://www.agency.example/en", "https://www.agency.example/en", "agency.example"),
        ("javascript:alert(1)", "", ""),
        (None, "", ""),
    ],
)
def test_a_source_leads_to_its_own_page_elsewhere(home: str | None, link: str, host: str) -> None:
    brief = landslide()
    sources = tuple(msgspec.structs.replace(source, home=home) for source in brief.sources)
    shown = view(msgspec.structs.replace(brief, sources=sources))
    assert {(source.link, source.host) for source in shown.sources} == {(link, host)}


def test_two_actors_with_one_role_have_two_anchors() -> None:
    brief = landslide()
    role = brief.actors[0].roles
    twice = tuple(msgspec.structs.replace(actor, roles=role) for actor in brief.actors[:2])
    shown = view(msgspec.structs.replace(brief, actors=twice))
    assert [actor.roles[0].words.id for actor in shown.actors] == ["role-241-258", "role-241-258-2"]


def test_a_speaker_has_the_role_that_the_article_gives_unless_the_words_hold_it_or_nobody_is_sure() -> None:
    shown = view(landslide())
    assert [quote.speaker.role.text for quote in shown.quotes] == ["Interior Minister", "", ""]  # the second is unsure
    text = 'Mayor Mira Voss said: "It is shut."'
    speaker = piece(Speaker, text, "Mayor Mira Voss", name="Mira Voss", actor="mira-voss")
    brief = landslide()
    voss = msgspec.structs.replace(brief.actors[0], roles=(piece(Role, text, "Mayor"),))
    quote = msgspec.structs.replace(brief.quotes[0], speaker=speaker)
    (said,) = view(msgspec.structs.replace(brief, actors=(voss,), quotes=(quote,))).quotes
    assert said.speaker.role.text == ""


@pytest.mark.parametrize("made", STATES, ids=lambda made: made.__name__)
def test_the_runs_of_a_whole_article_are_its_paragraphs(made: Any) -> None:
    brief = made()
    pages = {actor.id: f"actors/{actor.id}/" for actor in brief.actors}
    shown = view(brief, FULL, Places(actors=pages))
    assert [excerpt.number for excerpt in shown.excerpts] == [paragraph.number for paragraph in brief.paragraphs]
    for excerpt in shown.excerpts:
        assert "".join(run.text for run in excerpt.runs) == brief.text[excerpt.start : excerpt.end]
    ends = [end for excerpt in shown.excerpts for run in excerpt.runs for end in run.ends]
    assert ends == [(quote.id, quote.number) for quote in shown.quotes]


def test_a_whole_article_marks_what_is_said_told_summed_up_and_named() -> None:
    shown = view(landslide(), FULL, Places(actors={"mira-voss": "actors/mira-voss/"}))
    runs = [run for excerpt in shown.excerpts for run in excerpt.runs]
    assert [run.text for run in runs if run.quote == "said"] == [
        "We are digging with our hands,",
        "We will not stop tonight.",
        "a trap that everybody knew about",
    ]
    assert [run.text for run in runs if run.quote == "told"] == [
        "the road ",
        "that the slope had moved before, in 2019",
    ]
    assert [run.text for run in runs if run.page] == ["Mira Voss"]
    summed = "".join(run.text for run in runs if run.summary)
    assert summed == "".join(line.text for line in shown.summary)


def test_marking_a_whole_article_takes_time_in_proportion() -> None:
    def cut(count: int) -> int:
        brief = many_quotes(count)

        def whole() -> None:
            runs = Runs(brief, {})
            for paragraph in brief.paragraphs:
                runs.within(paragraph.start, paragraph.end)

        return steps(whole)

    assert cut(400) < 2.5 * cut(200)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief-page")
    render_site([made() for made in STATES], Settings(pdf=False), folder, folder / "site", None)
    return folder / "site"


def page_below(site: Path, title: str) -> str:
    """Address below the site of the page of a brief."""
    (folder,) = (path.parent for path in (site / "briefs").glob(f"{title}*/index.html"))
    return f"briefs/{folder.name}/"


def test_every_paragraph_mark_names_a_line_and_says_where_it_stands(site: Path) -> None:
    texts = {title: made().text for title, made in (("landslide", landslide), ("two-ministers", many_quotes))}
    for title, text in texts.items():
        source = (site / page_below(site, title) / "index.html").read_text(encoding="utf-8")
        page = read_page(site / page_below(site, title) / "index.html")
        marks = re.findall(r'<a class="nb-ref" href="#([\w-]+)" data-of="([\w-]+)" data-at="([\d -]+)"', source)
        assert len(marks) >= 20
        for anchor, line, ranges in marks:
            assert {anchor, line} <= page.ids
            assert f'<span class="nb-at">{ranges.replace("-", "–").replace(" ", ", ")}</span>' in source
            assert all(text[int(start) : int(end)] for start, end in re.findall(r"(\d+)-(\d+)", ranges))


def test_no_page_of_a_brief_needs_a_style_or_a_handler_of_its_own(site: Path) -> None:
    for path in (site / "briefs").glob("*/index.html"):
        names = {name for _, attributes in read_page(path).tags for name in attributes}
        assert not any(name == "style" or name.startswith("on") for name in names), path


def test_a_state_that_knows_nothing_says_so_and_counts_nothing(site: Path) -> None:
    source = (site / page_below(site, "untold") / "index.html").read_text(encoding="utf-8")
    assert "Nothing in this brief points at a paragraph." in source
    assert "<b>0</b>" not in source
    long = read_page(site / page_below(site, "council") / "index.html")
    assert "speaker not stated" in long.text
    assert "4 more spellings" in long.text


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A page that may use the clipboard; nothing may have failed in it or left for another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    seen = watched(context)
    yield context.new_page()
    context.close()
    assert seen.errors == []
    assert seen.elsewhere(address) == []


def test_the_panel_of_every_line_marks_exactly_its_words(page: Any, address: str, site: Path) -> None:
    text = landslide().text
    page.goto(address + page_below(site, "landslide"))
    marks = page.locator("a.nb-ref[data-at]")
    assert marks.count() > 20
    for index in range(marks.count()):
        mark = marks.nth(index)
        mark.click()
        ranges = [tuple(map(int, pair)) for pair in re.findall(r"(\d+)-(\d+)", mark.get_attribute("data-at"))]
        shown = page.locator("dialog.nb-panel mark").all_text_contents()
        assert shown == [text[start:end] for start, end in ranges]
        assert mark.get_attribute("aria-expanded") == "true"
        assert page.locator("dialog.nb-panel").count() == 1
        for found in page.locator("dialog.nb-panel [data-s]").all():
            start, end = (int(found.get_attribute(name)) for name in ("data-s", "data-e"))
            assert found.text_content() == text[start:end]
    marks.last.click()
    assert page.locator("dialog.nb-panel").count() == 0


def test_by_keyboard_a_context_opens_copies_a_link_that_leads_back_and_closes(
    page: Any, address: str, site: Path
) -> None:
    page.goto(address + page_below(site, "landslide"))
    page.locator(".nb-q--direct a.nb-ref[data-at]").focus()
    page.keyboard.press("Enter")
    panel = page.locator("dialog.nb-panel")
    assert panel.get_attribute("aria-label") == "Where this line stands"
    assert page.evaluate("document.activeElement.matches('dialog.nb-panel')")
    assert "characters 299–329, 352–377 of the article, chosen by the rule made-marks" in panel.inner_text()
    assert "confidence 0.91 of 1" in panel.inner_text()
    original = panel.locator("a[data-is=original]").get_attribute("href")
    assert original == "https://example.org/landslide#:~:text=We%20are%20digging%20with,will%20not%20stop%20tonight."
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('dialog [role=status]').textContent === 'Copied'")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}{page_below(site, 'landslide')}#{landslide().quotes[0].id}"
    page.keyboard.press("Escape")
    assert panel.count() == 0
    assert page.evaluate("document.activeElement.matches('.nb-q--direct a.nb-ref[data-at]')")
    fresh = page.context.new_page()
    fresh.goto(link)
    assert is_read_below_the_header(fresh, "tr.nb-q:target")
    assert fresh.locator("tr.nb-q:target").inner_text().startswith("“We are digging with our hands,”")


def is_read_below_the_header(page: Any, selector: str) -> bool:
    """True if an element is in the window and the header does not cover it."""
    header = page.locator(".nb-header").bounding_box()
    box, height = page.locator(selector).bounding_box(), page.viewport_size["height"]
    return header["y"] + header["height"] <= box["y"] < height


@pytest.mark.parametrize(
    ("selector", "copied"),
    [
        (".nb-q--direct", "“We are digging with our hands,” … “We will not stop tonight.”\n— Mira Voss, “Landslide"),
        (
            ".nb-q--mixed",
            "the road “a trap that everybody knew about” (partly quoted)\n— Anton Rask (unsure), “Landslide",
        ),
        (".nb-q--indirect", "that the slope had moved before, in 2019 (reported)\n— Engineers, “Landslide"),
        (
            ".nb-claims",
            "“warnings had been ignored” (Anton Rask, without evidence: “without offering evidence”)\n— “Landslide",
        ),
        (".nb-summary", "“A landslide closed the Zenda Pass on March 12, 2026, and cut the only road"),
        (".nb-sources", "“AP”\n— “Landslide"),
    ],
)
def test_copied_words_say_whose_they_are_and_never_more(
    page: Any, address: str, site: Path, selector: str, copied: str
) -> None:
    page.goto(address + page_below(site, "landslide"))
    page.locator(f"{selector} a.nb-ref[data-at]").first.click()
    page.locator("dialog [data-do=words]").click()
    until(page, "document.querySelector('dialog [role=status]').textContent === 'Copied'")
    words = page.evaluate("navigator.clipboard.readText()")
    assert words.startswith(copied)
    about, link = words.splitlines()[-2:]
    assert about.endswith("“Landslide Shuts Zenda Pass As Counts Differ”, Strelsau Desk, 13 March 2026")
    assert link.startswith(f"{address}{page_below(site, 'landslide')}#")


def test_where_the_clipboard_is_closed_the_text_is_there_to_copy(browser: Any, address: str, site: Path) -> None:
    opened = browser.new_page()
    opened.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    opened.goto(address + page_below(site, "landslide"))
    opened.locator(".nb-summary a.nb-ref").first.click()
    opened.locator("dialog [data-do=link]").click()
    field = opened.locator("dialog textarea")
    assert field.input_value() == f"{address}{page_below(site, 'landslide')}#summary-110-240"
    assert opened.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") > 30
    assert "copy it yourself" in opened.locator("dialog [role=status]").inner_text()
    opened.close()


def test_without_scripts_a_mark_leads_to_its_paragraph(browser: Any, address: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address + page_below(site, "landslide"))
    assert opened.locator(".nb-q--direct .nb-rule").is_visible()
    opened.locator(".nb-q--direct a.nb-ref[data-at]").click()
    assert opened.url.endswith("#p2")
    assert is_read_below_the_header(opened, ".nb-evidence li:target")
    assert "We are digging with our hands" in opened.locator(".nb-evidence li:target").inner_text()
    context.close()


def test_on_a_phone_an_actor_leads_to_its_quotes(browser: Any, address: str, site: Path) -> None:
    opened = browser.new_page(viewport={"width": 390, "height": 844})
    opened.goto(address + page_below(site, "landslide"))
    opened.locator(".nb-actors tr", has_text="Mira Voss").locator("td.nb-num a").click()
    assert is_read_below_the_header(opened, "tr.nb-q:target")
    quote, speaker = (opened.locator(f"tr.nb-q:target {part}").bounding_box() for part in ("blockquote", ".nb-name"))
    assert quote["y"] + quote["height"] <= speaker["y"]  # a card: the words, then who says them
    opened.locator("tr.nb-q:target a.nb-ref[data-at]").click()
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    opened.close()


def test_no_state_scrolls_sideways_and_the_last_of_200_quotes_opens(browser: Any, address: str, site: Path) -> None:
    opened = browser.new_page(viewport={"width": 320, "height": 700})
    for path in (site / "briefs").glob("*/index.html"):
        opened.goto(f"{address}briefs/{path.parent.name}/")
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320, path
    opened.goto(address + page_below(site, "two-ministers"))
    opened.locator(".nb-quotes a.nb-ref[data-at]").last.click()
    shown = opened.locator("dialog.nb-panel mark").all_text_contents()
    quotes = view(many_quotes()).quotes
    assert shown == [quotes[-1].words.text]
    opened.close()


def test_right_to_left_words_keep_their_direction(browser: Any, address: str, site: Path) -> None:
    opened = browser.new_page()
    opened.goto(address + page_below(site, "kbysh"))
    directions = "(all) => all.map((one) => getComputedStyle(one).direction)"
    assert opened.locator("h1.nb-title").evaluate_all(directions) == ["rtl"]
    assert opened.locator("blockquote").evaluate_all(directions) == ["rtl", "rtl"]
    opened.locator(".nb-quotes a.nb-ref[data-at]").first.click()
    assert opened.locator("dialog .nb-panel__text").evaluate_all(directions) == ["rtl"]
    assert opened.locator("dialog mark").all_text_contents() == ["الطريق مغلق حتى إشعار آخر,"]
    opened.close()


HIDDEN = (".nb-header", ".nb-footer", ".nb-actions", ".nb-glance", ".md-sidebar", "dialog.nb-panel", ".nb-again")


def test_a_printed_page_is_the_brief_and_nothing_else(browser: Any, address: str, site: Path) -> None:
    opened = browser.new_page(color_scheme="dark")
    opened.goto(address + page_below(site, "landslide"))
    opened.locator(".nb-q--direct a.nb-ref[data-at]").click()
    opened.emulate_media(media="print", color_scheme="dark")
    assert opened.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light", "margins are paper"
    for selector in HIDDEN:
        assert opened.locator(selector).count() > 0, selector
        assert not any(one.is_visible() for one in opened.locator(selector).all()), selector
    style = "(one, name) => getComputedStyle(one)[name]"
    assert opened.locator("body").evaluate(style, "backgroundColor") == "rgb(255, 255, 255)"
    assert opened.locator("body").evaluate(style, "color") == "rgb(0, 0, 0)"
    lines = opened.locator(".nb-evidence li mark").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).textDecorationLine)"
    )
    assert set(lines) == {"underline"}
    assert opened.locator(".nb-q--direct .nb-rule").is_visible()
    assert (
        opened.locator(".nb-kicker a[rel]").evaluate("(a) => getComputedStyle(a, '::after').content").count("example")
    )
    opened.close()


def test_a_brief_prints_on_a_few_sheets_with_what_is_folded_away(browser: Any, address: str, site: Path) -> None:
    opened = browser.new_page()
    opened.goto(address + page_below(site, "landslide"))
    printed = opened.pdf(prefer_css_page_size=True)
    sheets = re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", printed)
    assert 2 <= len(sheets) <= 4
    assert {(int(width), int(height)) for width, height in sheets} == {(594, 841)}  # A4
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.locator("details:not([open])").count() == 0
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.locator("details[open]").count() == 0
    opened.close()


def test_a_whole_article_is_the_article_and_leads_to_quotes_and_actors(browser: Any, tmp_path: Path) -> None:
    render_site([landslide()], FULL, tmp_path, tmp_path / "site", None)
    name = page_below(tmp_path / "site", "landslide")
    shown: Html = read_page(tmp_path / "site" / name / "index.html")
    assert all(piece.text == landslide().text[piece.start : piece.end] for piece in shown.verbatim)
    opened = browser.new_page()
    with served(tmp_path / "site") as address:
        opened.goto(address + name)
        assert opened.locator("#evidence").inner_text() == "The article"
        told = opened.locator(".nb-article li > p").nth(1).text_content()
        assert told == (
            "Interior Minister Mira Voss said 14 people were missing. "
            '"We are digging with our hands," she told reporters. "We will not stop tonight.1"'
        )
        opened.locator(".nb-article a.nb-row").first.click()
        assert opened.locator("tr.nb-q:target blockquote").inner_text().startswith("“We are digging")
        opened.locator(".nb-q--direct a.nb-ref[data-at]").click()
        assert opened.locator("dialog mark").all_text_contents() == [
            "We are digging with our hands,",
            "We will not stop tonight.",
        ]
        opened.locator(".nb-article p a:not(.nb-ref)").first.click()
        assert opened.url == f"{address}actors/mira-voss/"
    opened.close()
