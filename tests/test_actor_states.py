"""Pages of actors in every state: much said, one brief, many names, names of all lengths and directions, no dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.edition import make_edition
from generator.edition.dossiers import role_key
from generator.render import markdown
from generator.render.catalogue import Catalogue
from generator.render.dossiers import Dossiers
from generator.render.messages import Messages
from generator.render.paging import by_letter, letter
from generator.render.publish import publish
from generator.render.roles import AT_A_GLANCE, at_a_glance
from generator.render.site import render_site
from generator.render.view import brief_view
from tests.browsing import served, watched
from tests.made_actors import HEBREW, LONG, speech, states
from tests.site_reader import Html, dead_links, read_site
from tests.steps import steps
from tests.test_site import check_verbatim

SETTINGS = Settings(pdf=False, publish_text="full")
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".nb-net__name > *")].map((name) => name.getBoundingClientRect());
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  return boxes.filter((a, i) => boxes.some((b, j) => i < j && !apart(a, b))).length;
}"""
"""How many names of a drawing lie over another one."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("states")
    render_site(states(), SETTINGS, folder, folder / "site", None)
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Html]:
    return read_site(site)


def page(site: Path, title: str) -> str:
    """HTML of the page of an actor by its name."""
    (found,) = [
        text
        for path in sorted(site.glob("actors/*/index.html"))
        for text in [path.read_text(encoding="utf-8")]
        if f"<h1><bdi>{title}</bdi></h1>" in text and "Organization</span>" not in text
    ]
    return found


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html[html.index("<h1>") :]).split())


def test_every_state_agrees_with_the_articles_and_leads_somewhere(site: Path, pages: dict[str, Html]) -> None:
    assert dead_links(site, pages) == []
    assert check_verbatim(site, pages, states()) > 400
    own = {name: page for name, page in pages.items() if name.startswith(("actors/", "quotes/"))}
    assert [(name, tag) for name, page in own.items() for tag, attributes in page.tags if "style" in attributes] == []


def test_the_chart_and_its_table_count_the_same_briefs(site: Path) -> None:
    voss = page(site, "Mira Voss")
    drawn = [int(n) for n in re.findall(r"<title>[^<]*: (\d+) briefs?</title>", voss)]
    table = voss[voss.index("nb-numbers") :]
    told = [int(n) for n in re.findall(r'nb-num">(\d+)</td>', table[: table.index("</table>")])]
    assert drawn == told == [1, 1, 1]
    assert "3 briefs name Mira Voss . 1 more states no date, or only the year, and is not in the chart." in words(voss)


def test_the_drawing_and_its_list_name_the_same_actors(site: Path) -> None:
    voss = page(site, "Mira Voss")
    drawing = voss[voss.index('<svg class="nb-net"') :]
    near, after = drawing.split("</foreignObject></svg>", 1)
    drawn = set(re.findall(r"<bdi>([^<]+)</bdi>", near)) - {"Mira Voss"}
    told = set(re.findall(r"<bdi>([^<]+)</bdi>", after[: after.index("</ol>")]))
    assert drawn == told == {"Anton Rask", "Flavia Ulm", "Hela Brod", "Rupert Zend", "Sapt Orm"}
    assert "tabindex" in near
    assert "tabindex" not in after[: after.index("</ol>")]


def test_who_is_in_one_brief_has_no_chart_and_no_drawing(site: Path) -> None:
    firm = (site / "actors").glob("mira-voss-*/index.html")
    (text,) = [path.read_text(encoding="utf-8") for path in firm]
    assert "1 brief, of February 2026." in words(text)
    assert "<svg" not in text[text.index("<h1>") :]


def test_briefs_of_one_month_and_briefs_without_a_date_are_told_in_a_sentence(site: Path) -> None:
    assert "2 briefs, all of January 2026." in words(page(site, HEBREW))
    undated = page(site, "Jo Undated")
    assert "2 briefs state no date, or only the year." in words(undated)
    assert "nb-chart" not in undated
    assert "No article gives a role." in words(undated)


def test_who_is_never_quoted_is_told_so(site: Path) -> None:
    assert "No article quotes Nell Quiet ." in words(page(site, "Nell Quiet"))


def test_names_of_all_lengths_and_directions_are_set_apart(site: Path) -> None:
    assert f"<bdi>{HEBREW}</bdi>" in page(site, LONG)
    assert f"<bdi>{LONG}</bdi>" in page(site, HEBREW)
    assert "38 more spellings" in words(page(site, "Mira Voss"))


def test_spellings_of_one_role_are_one(site: Path) -> None:
    voss = words(page(site, "Mira Voss"))
    assert "the Interior Minister News of c, 30 Nov 2025 ¶2 to News of a, 2 Mar 2026 ¶2 2" in voss
    same = ["Sen.", "senator", "The Senator", "SEN"]
    assert {role_key(text) for text in same} == {"senator"}
    assert role_key("former senator") != role_key("senator")


def test_of_many_roles_the_latest_and_the_most_frequent_are_seen() -> None:
    roles: Any = tuple(_Role(briefs) for briefs in [1, *[2] * 4, *[1] * 10, *[3] * 4])
    shown, others = at_a_glance(roles)
    assert [role.briefs for role in shown] == [1, 2, 2, 2, 3, 3, 3, 3]
    assert (len(shown), len(others)) == (AT_A_GLANCE, 11)
    assert at_a_glance(roles[:9]) == (roles[:9], ())


class _Role:
    def __init__(self, briefs: int) -> None:
        self.briefs = briefs


def test_every_year_has_its_link_and_its_number(site: Path) -> None:
    voss = page(site, "Mira Voss")
    row = voss[voss.index("nb-filter") :]
    assert re.findall(r'href="#([\w-]+)"[^>]*>([^<]+) <span>(\d+)<', row[: row.index("</nav>")]) == [
        ("said", "All", "200"),
        ("said-2026", "2026", "180"),
        ("said-2025", "2025", "17"),
        ("said-no-date", "Date not stated", "3"),
    ]


def test_who_said_very_much_has_pages_by_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "PER_PAGE", 50)
    render_site(states(), SETTINGS, tmp_path, tmp_path / "site", None)
    pages = read_site(tmp_path / "site")
    assert dead_links(tmp_path / "site", pages) == []
    own = {name: page for name, page in pages.items() if name.startswith("actors/mira-voss/quotes/")}
    years = ("2025", "2026/2", "2026", "no-date")
    assert sorted(own) == [f"actors/mira-voss/quotes/{year}/index.html" for year in years]
    said = sum(piece.text.startswith("the river rose") for page in own.values() for piece in page.verbatim)
    assert said == 200
    second = (tmp_path / "site" / "actors/mira-voss/quotes/2026/2/index.html").read_text(encoding="utf-8")
    assert "<title>Mira Voss, Int. Minister, quotes: 2026, part 2 of 2" in second
    assert re.findall(r'rel="(prev|next)" href="([^"]+)"', second) == [
        ("prev", "../../../../../actors/mira-voss/quotes/2026/"),
        ("next", "../../../../../actors/mira-voss/quotes/2025/"),
    ]
    assert re.findall(r'aria-current="page">(\d+) <span>', second) == ["2026"]


def test_names_stand_under_their_letter() -> None:
    names = ("Zora", "Østrik", "Óscar Ulm", "Oscar Rask", "7th Fleet", HEBREW, "«Äther»")
    edition = make_edition([speech(f"{n}", name) for n, name in enumerate(names)])
    found = by_letter(edition.dossiers)  # type: ignore[arg-type]
    assert {key: [dossier.name for dossier in rows] for key, rows in found.items()} == {
        "0-9": ["7th Fleet"],
        "a": ["«Äther»"],
        "o": ["Oscar Rask", "Óscar Ulm", "Østrik"],
        "z": ["Zora"],
        "other": [HEBREW],
    }
    assert letter("") == "other"


def test_the_work_grows_with_the_actors() -> None:
    def dossiers(count: int) -> tuple[Dossiers, Any]:
        beside = [tuple(f"Given{n} Family{n}{k}" for k in range(5)) for n in range(count)]
        briefs = [speech(f"{n}-{m}", f"Mara Lind{n}", beside=beside[n]) for n in range(count) for m in range(2)]
        edition = make_edition(briefs)
        views = {brief.id: brief_view(publish(brief, SETTINGS), SETTINGS) for brief in edition.briefs}
        pages = {dossier.id: f"actors/{dossier.id}/" for dossier in edition.dossiers}
        return Dossiers(Catalogue(edition), pages, views, Messages()), edition.dossiers

    def work(made: tuple[Dossiers, Any]) -> int:
        return steps(lambda: [made[0].view(dossier) for dossier in made[1]])

    assert work(dossiers(40)) < 4.4 * work(dossiers(10))


@pytest.fixture
def reader(browser: Any, site: Path) -> Iterator[tuple[Any, str]]:
    """A page on a phone, and the address of the site; no script may fail."""
    with served(site) as address:
        opened = browser.new_page(viewport={"width": 390, "height": 800})
        seen = watched(opened)
        yield opened, address
        opened.close()
        assert seen.errors == []
        assert seen.elsewhere(address) == []


def shown(opened: Any) -> int:
    return int(opened.locator(".nb-q:visible").count())


def test_a_reader_filters_what_was_said_by_year_and_wording(reader: tuple[Any, str]) -> None:
    opened, address = reader
    opened.goto(f"{address}actors/mira-voss/")
    assert shown(opened) == 200
    opened.get_by_role("link", name="2025 17").click()
    assert shown(opened) == 17
    assert opened.locator(".nb-filter [aria-current]").inner_text() == "2025 17"
    opened.get_by_label("Word for word only").check()
    assert shown(opened) == 6
    opened.get_by_role("link", name="All 200").click()
    assert shown(opened) == 67
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_filters_need_no_script(browser: Any, site: Path) -> None:
    with served(site) as address:
        quiet = browser.new_context(java_script_enabled=False)
        opened = quiet.new_page()
        opened.goto(f"{address}actors/mira-voss/#said-2025")
        assert shown(opened) == 17
        opened.get_by_label("Word for word only").check()
        assert shown(opened) == 6
        opened.goto(f"{address}actors/")
        assert not opened.locator(".nb-find").is_visible()
        quiet.close()


def test_a_reader_finds_an_actor_by_a_part_of_the_name(reader: tuple[Any, str]) -> None:
    opened, address = reader
    opened.goto(f"{address}actors/")
    opened.get_by_role("searchbox", name="Find an actor").fill("vóss mir")
    assert opened.locator(".nb-who tbody tr:visible").count() == 2
    assert opened.locator(".nb-find [role=status]").inner_text() == "Shown: 2 of 11"
    opened.get_by_role("searchbox", name="Find an actor").fill("xylo")
    assert "Nobody of this name here." in opened.locator(".nb-find [role=status]").inner_text()
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/search/?type=actor&q=xylo")


def test_names_of_the_drawing_fit_their_places_on_a_small_phone(reader: tuple[Any, str]) -> None:
    opened, address = reader
    opened.set_viewport_size({"width": 320, "height": 700})
    for path in ("actors/mira-voss/", "actors/anton-rask/", "actors/"):
        opened.goto(address + path)
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320
        assert opened.evaluate(OVERLAPS) == 0
