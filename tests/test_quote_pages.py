"""The index of quotes: every quote with what tells where it is from, and ways to find it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.render import markdown
from generator.render.escape import line, query
from generator.render.messages import Messages
from generator.render.overview import published_edition
from generator.render.paging import newest, parts
from generator.render.quoted import FOREMOST, ways
from generator.render.site import render_site
from tests.made_actors import HEBREW, speech, states
from tests.made_briefs import landslide, titled
from tests.site_reader import dead_links, read_site
from tests.test_site import check_verbatim

SETTINGS = Settings(pdf=False, publish_text="full")
INDEX = "quotes/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quotes")
    render_site([*states(), landslide()], SETTINGS, folder, folder / "site", None)
    return folder / "site"


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with pages of about 50 quotes."""
    folder = tmp_path_factory.mktemp("split")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "PER_PAGE", 50)
        render_site([*states(), landslide()], SETTINGS, folder, folder / "site", None)
    return folder / "site"


def text(site: Path, page: str = INDEX) -> str:
    return (site / page).read_text(encoding="utf-8")


def test_a_quote_has_its_speaker_role_kind_source_and_address(site: Path) -> None:
    page = text(site)
    item = page[page.index(">the road ") :]
    item = item[: item.index("</li>")]
    assert '<a href="../actors/anton-rask/">' in item
    assert "partly quoted" in item
    assert re.search(r'href="\.\./briefs/landslide-[^"]*#q[0-9a-f-]+"', item)
    first = page[page.index("We are digging") :]
    first = first[: first.index("</li>")]
    assert "Interior Minister</span>" in first
    assert "via" in first
    assert '<span class="nb-via"><bdi>River Post</bdi></span>' in page


def test_ways_lead_into_the_search_by_its_own_names(site: Path) -> None:
    page = text(site)
    box = page[page.index("nb-ways") : page.index("</dl>")]
    found = re.findall(r'href="\.\./search/\?type=quote&amp;([^"]+)">.*?</a> <span class="nb-soft">(\d+)<', box)
    asked = {(facet, values[0]): int(n) for query_, n in found for facet, values in parse_qs(query_).items()}
    assert asked["speaker", "Mira Voss"] == 202
    assert asked["speaker", HEBREW] == 2
    kinds = {value: n for (facet, value), n in asked.items() if facet == "kind"}
    assert list(kinds) == ["direct", "mixed", "indirect"]
    assert sum(kinds.values()) == 209
    assert {facet for facet, _ in asked} == {"speaker", "kind", "outlet", "source"}
    assert re.findall(r'href="#(y[\w-]+)"', box) == ["y2026", "y2025", "yno-date"]


def test_ways_name_the_most_frequent_and_count_the_others() -> None:
    briefs = [speech(f"s{n}", f"Given{n} Family{n}", n + 1, outlet="") for n in range(FOREMOST + 3)]
    _, view = published_edition(briefs, SETTINGS)
    found = {way.facet: way for way in ways(view.briefs, Messages())}
    assert set(found) == {"speaker", "kind"}, "one outlet or none is nothing to choose from"
    assert [value.quotes for value in found["speaker"].values] == [*range(FOREMOST + 3, 3, -1)]
    assert found["speaker"].more == 3


def test_only_who_has_a_page_is_a_way() -> None:
    _, view = published_edition([landslide()], SETTINGS)
    speakers = [value.value for way in ways(view.briefs, Messages()) if way.facet == "speaker" for value in way.values]
    assert speakers == ["Anton Rask", "Mira Voss"], "no page of engineers, no filter by them"


def test_no_quote_at_all_is_said_and_nothing_is_offered(tmp_path: Path) -> None:
    render_site([titled("Road to Hentzau", "road.txt")], SETTINGS, tmp_path, tmp_path / "site", None)
    page = text(tmp_path / "site")
    assert "No article quotes anybody." in page
    assert not re.search(r"nb-ways|nb-direct|search/\?type=quote", page[page.index("<h1>") : page.index("</article>")])


def test_pages_by_year_lose_nothing_and_lead_on(split: Path) -> None:
    pages = read_site(split)
    assert dead_links(split, pages) == []
    assert check_verbatim(split, pages, [*states(), landslide()])
    own = {name: page for name, page in pages.items() if name.startswith("quotes/year/")}
    said = [piece.text for page in own.values() for piece in page.verbatim if piece.text.startswith("the river rose")]
    assert len(said) == 206
    assert newer_and_older(split) == sorted(own, key=order)


def order(name: str) -> tuple[int, int]:
    """Newest year first, no date last; its parts in order."""
    year, _, part = name.removeprefix("quotes/year/").removesuffix("/index.html").partition("/")
    return -int(year) if year.isdigit() else 1, int(part or 1)


def newer_and_older(site: Path) -> list[str]:
    """The pages of quotes as a reader goes through them, from the newest on."""
    walked = ["quotes/year/2026/index.html"]
    while following := re.search(r'rel="next" href="([^"]+)"', text(site, walked[-1])):
        target = ((site / walked[-1]).parent / following[1]).resolve().relative_to(site.resolve()).as_posix()
        back = re.search(r'rel="prev" href="([^"]+)"', text(site, f"{target}/index.html"))
        assert back is not None
        assert ((site / target) / back[1]).resolve() == (site / walked[-1]).parent.resolve()
        walked.append(f"{target}/index.html")
    return walked


def test_titles_of_parts_are_their_own(split: Path) -> None:
    titles = [
        re.search(r"<title>([^<]*)</title>", path.read_text(encoding="utf-8"))[1]  # type: ignore[index]
        for path in sorted(split.rglob("*/index.html"))
    ]
    assert len(set(titles)) == len(titles)
    assert any(title.startswith("Quotes: 2026, part 2 of ") for title in titles)


def test_the_current_year_is_marked(split: Path) -> None:
    marked = r'aria-current="page">([^<]+) <span>'
    assert re.findall(marked, text(split, "quotes/year/2026/2/index.html")) == ["2026"]
    assert re.findall(marked, text(split, "quotes/year/no-date/index.html")) == ["Date not stated"]


@given(st.lists(st.integers(0, 9), max_size=40), st.integers(1, 12))
def test_parts_lose_no_quote_and_tear_no_brief(sizes: list[int], size: int) -> None:
    said: list[tuple[object, tuple[int, ...]]] = [(number, (0,) * count) for number, count in enumerate(sizes)]
    made = list(parts(said, size))  # type: ignore[arg-type]
    assert [brief for part in made for brief in part] == said
    assert all(sum(len(quotes) for _, quotes in part) >= size for part in made[:-1])
    assert newest(said, size) == (made[0] if made else ())  # type: ignore[arg-type]


@given(st.text())
def test_every_value_of_a_filter_survives_its_address(value: str) -> None:
    address = urlsplit(f"../search/?type=quote&speaker={query(value)}")
    assert parse_qs(address.query, keep_blank_values=True)["speaker"] == [line(value)]
