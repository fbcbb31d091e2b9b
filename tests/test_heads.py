"""What pages say of themselves: titles, descriptions, Open Graph, linked data; robots.txt and the sitemap."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.model import Brief
from generator.render import crawlers, markdown
from generator.render.crawlers import crawler_files
from generator.render.escape import clean
from generator.render.heads import Heads
from generator.render.messages import Messages
from generator.render.mkdocs_yml import address_of
from generator.render.overview import published_edition
from generator.render.page_nodes import ITEMS, quotation_text
from generator.render.shapes import Part
from generator.render.site import render_site
from generator.render.titles import DESCRIPTION, shortened, titles_of
from tests.editions import two_articles
from tests.extreme_briefs import hostile_names, many_quotes
from tests.made_briefs import bare, landslide, titled, with_name
from tests.sample_brief import hostile_briefs
from tests.schema_org import wrongs
from tests.site_reader import Html, is_dead, read_page, read_site

TOP = "https://desk.example/news/"
SETTINGS = Settings(site_name="Strelsau & Sons", site_url=TOP, public=True, pdf=False)


def edition() -> list[Brief]:
    """One article twice, one title three times, two titles that are those of other pages, one without any."""
    return [
        landslide(),
        with_name(landslide(), "again.txt"),
        titled("Index", "index.txt", published="2025-02-03", outlet="Strelsau Desk"),
        titled("Index", "other.txt", published="2025-02-04", outlet="Strelsau Desk"),
        titled("Index", "third.txt"),
        titled("Quotes", "quotes.txt"),
        titled("Mira Voss", "voss.txt"),
        bare("Rain fell on the village of Hentzau all night.\nNobody counted the drops.", "no-title.txt"),
        *(titled(f"Council meets {n}", f"council{n}.txt", agency="Mira Voss") for n in range(5)),
        many_quotes(),
        hostile_names(),
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heads")
    render_site(edition(), SETTINGS, folder, folder / "site", None)
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Html]:
    return {name: page for name, page in read_site(site).items() if name != "404.html"}


def page_of(site: Path, pages: dict[str, Html], seed: str) -> Html:
    """The page of the brief made from a seed."""
    for path in site.glob("briefs/*/brief.json"):
        if json.loads(path.read_bytes())["seed"]["name"] == seed:
            return pages[path.with_name("index.html").relative_to(site).as_posix()]
    raise AssertionError(seed)


def test_no_two_pages_have_one_title_or_one_description(pages: dict[str, Html]) -> None:
    for said in ([page.title for page in pages.values()], [page.meta["description"] for page in pages.values()]):
        assert [text for text, times in Counter(said).items() if times > 1 or not text.strip()] == []


@pytest.mark.parametrize(
    ("seed", "title"),
    [
        ("index.txt", "Index, 3 Feb 2025, Strelsau Desk"),
        ("other.txt", "Index, 4 Feb 2025, Strelsau Desk"),
        ("third.txt", "Index (third.txt)"),
        ("quotes.txt", "Quotes (quotes.txt)"),
        ("again.txt", "Landslide Shuts Zenda Pass As Counts Differ (again.txt)"),
        ("no-title.txt", "Untitled article (no-title.txt)"),
    ],
)
def test_briefs_of_one_headline_are_told_apart(site: Path, pages: dict[str, Html], seed: str, title: str) -> None:
    page = page_of(site, pages, seed)
    assert page.title == f"{title} - Strelsau & Sons"
    assert page.meta["og:title"] == title


def test_an_actor_and_a_source_and_a_brief_of_one_name_are_told_apart(site: Path, pages: dict[str, Html]) -> None:
    assert pages["actors/mira-voss/index.html"].title == "Mira Voss, Interior Minister - Strelsau & Sons"
    assert pages["sources/mira-voss/index.html"].title == "Source: Mira Voss - Strelsau & Sons"
    assert page_of(site, pages, "voss.txt").title == "Mira Voss (voss.txt) - Strelsau & Sons"


def test_pages_of_a_split_index_say_which_part_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "PER_PAGE", 2)
    briefs = [landslide(), with_name(landslide(), "again.txt"), landslide("third.txt")]
    made = {page.path: page.text for page in markdown.Pages(published_edition(briefs, SETTINGS)[1], {}, tmp_path)}
    titles = [re.search('^title: "(.*)"$', text, re.MULTILINE) for text in made.values()]
    found = [title[1] for title in titles if title]
    assert "Quotes: 2026, part 2 of 3" in found
    assert [title for title, times in Counter(found).items() if times > 1] == []


def test_a_description_is_cut_behind_a_word(site: Path, pages: dict[str, Html]) -> None:
    assert page_of(site, pages, "no-title.txt").meta["description"].startswith("Untitled article (no-title.txt): 0 quo")
    assert shortened("word " * 60) == "word " * 31 + "word…"
    assert shortened("x" * 300) == "x" * 159 + "…"


@given(st.text(max_size=400))
def test_a_description_is_one_short_line(text: str) -> None:
    said = shortened(text)
    assert len(said) <= DESCRIPTION
    assert said == " ".join(said.split())


def test_one_article_in_two_papers_has_two_descriptions(site: Path, pages: dict[str, Html]) -> None:
    first = landslide().summary[0].text
    assert page_of(site, pages, "again.txt").meta["description"].startswith(f"again.txt: {first[:60]}")


def test_pages_say_what_they_are_to_those_who_share_them(site: Path, pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        said = page.meta
        assert said["canonical"] == said["og:url"] == urljoin(TOP, name.removesuffix("index.html"))
        assert said["og:description"] == said["description"]
        assert said["og:site_name"] == "Strelsau & Sons"
        assert said["og:locale"] == "en_US"
        assert said["twitter:card"] == "summary"
        is_brief = name.startswith("briefs/") and name.count("/") == 2
        assert said["og:type"] == ("article" if is_brief else "website"), name
    dated = page_of(site, pages, "landslide.txt")
    assert dated.meta["article:published_time"] == "2026-03-13"
    assert "article:published_time" not in page_of(site, pages, "no-title.txt").meta


def test_pages_point_at_their_data(site: Path) -> None:
    for path in site.glob("briefs/*/index.html"):
        links = re.findall(
            r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', path.read_text("utf-8")
        )
        assert ("application/json", "brief.json") in links
        assert all(path.with_name(name).is_file() for _, name in links)


def test_a_site_that_does_not_say_where_it_lies_says_no_addresses(tmp_path: Path) -> None:
    render_site([landslide()], Settings(pdf=False), tmp_path, tmp_path / "site", None)
    pages = read_site(tmp_path / "site")
    for name, page in pages.items():
        assert "canonical" not in page.meta
        assert "og:url" not in page.meta
        for data in page.data:
            for link in _addresses(json.loads(data)):
                assert not is_dead(tmp_path / "site", pages, link, name), (name, link)
    assert not (tmp_path / "site" / "sitemap.xml").exists()
    assert (tmp_path / "site" / "robots.txt").read_text() == "User-agent: *\nDisallow:\n"


def _addresses(value: Any) -> list[str]:
    """The values of `url` in JSON-LD."""
    if isinstance(value, list):
        return [link for part in value for link in _addresses(part)]
    if not isinstance(value, dict):
        return []
    return [str(value[key]) for key in ("url",) if key in value] + [
        link for part in value.values() for link in _addresses(part)
    ]


def test_linked_data_keeps_to_the_vocabulary_and_points_at_what_is_there(site: Path, pages: dict[str, Html]) -> None:
    counts: Counter[str] = Counter()
    for name, page in pages.items():
        for words in page.data:
            data = json.loads(words)
            counts[data["@type"]] += 1
            assert wrongs(data) == [], name
            ours = [link for link in _addresses(data) if link.startswith(TOP)]
            assert [link for link in ours if is_dead(site, pages, link, top=TOP)] == [], name
    assert set(counts) >= {"WebPage", "CollectionPage", "Person"}
    assert counts["WebPage"] == len(edition())


def test_a_broken_vocabulary_would_be_found() -> None:
    good = {"@context": "https://schema.org", "@type": "Quotation", "text": "It rained."}
    assert wrongs(good) == []
    for bad in (
        {"@context": ""},
        {"@type": "Qoutation"},
        {"position": 1},
        {"text": {"@type": "Person"}},
        {"text": ""},
        {"isBasedOn": {"@id": "urn:nothing"}},
        {"spokenByCharacter": {"@type": "Place", "name": "Zenda"}},
    ):
        assert wrongs(good | bad), bad


def quotations(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [row["item"] for row in data["mainEntity"]["itemListElement"] if "item" in row]


def test_a_brief_tells_its_quotations_word_for_word(site: Path, pages: dict[str, Html]) -> None:
    brief = landslide()
    (data,) = map(json.loads, page_of(site, pages, "landslide.txt").data)
    said = quotations(data)
    assert [quote["text"] for quote in said] == [
        "We are digging with our hands, … We will not stop tonight.",
        "a trap that everybody knew about",
    ]
    assert all(piece in brief.text for quote in said for piece in quote["text"].split(" … "))
    assert said[0]["spokenByCharacter"] == {
        "@type": "Person",
        "@id": "urn:newsbrief:actor:mira-voss",
        "name": "Mira Voss",
        "url": f"{TOP}actors/mira-voss/",
    }
    assert "spokenByCharacter" not in said[1]  # the program is unsure
    assert said[0]["url"].endswith(f"#{brief.quotes[0].id}")
    assert data["isBasedOn"]["url"] == "https://example.org/landslide"
    assert said[0]["isBasedOn"] == {"@id": data["isBasedOn"]["@id"]}


def test_lists_say_how_many_there_are_and_hold_the_first(site: Path, pages: dict[str, Html]) -> None:
    (data,) = map(json.loads, page_of(site, pages, many_quotes().seed.name).data)
    listed = data["mainEntity"]
    assert listed["numberOfItems"] > ITEMS
    assert [row["position"] for row in listed["itemListElement"]] == list(range(1, ITEMS + 1))
    (index,) = map(json.loads, pages["briefs/index.html"].data)
    assert index["mainEntity"]["numberOfItems"] == len(edition())
    assert {row["@type"] for row in index["mainEntity"]["itemListElement"]} == {"ListItem"}


def test_what_is_left_out_of_a_page_is_left_out_of_its_data(tmp_path: Path) -> None:
    settings = msgspec.structs.replace(SETTINGS, publish_share=0.3)
    render_site([landslide()], settings, tmp_path, tmp_path / "site", None)
    for page in (tmp_path / "site").rglob("*.html"):
        assert "We will not stop tonight" not in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["“", "said:It ", "‘", "said:rained", "’", "said: here.", "”"], "It ‘rained’ here."),
        (["“", "said:It rained.", "”", "cut", "“", "said:It snowed.", "”"], "It rained. … It snowed."),
        (["told:he called it ", "“", "said:rain", "”"], "rain"),
        (["told:he said that it rained"], ""),
    ],
)
def test_the_text_of_a_quotation_is_what_stands_between_its_marks(parts: list[str], text: str) -> None:
    made = []
    for part in parts:
        kind, _, words = part.partition(":")
        made.append(Part(kind=kind, text=words) if kind in ("said", "told", "cut") else Part(kind="mark", text=part))
    view = published_edition([landslide()], SETTINGS)[1].briefs[0].quotes[0]
    assert quotation_text(msgspec.structs.replace(view, parts=tuple(made))) == text


@given(hostile_briefs())
def test_hostile_articles_give_heads_that_are_yaml_and_data_that_is_valid(brief: Brief) -> None:
    view = published_edition([brief, landslide()], SETTINGS)[1]
    heads = Heads(view, {}, Messages(), TOP)
    assert len(set(heads.titles.values())) == len(heads.titles)
    for shown in view.briefs:
        head = heads.of("brief", shown.page, "../../", {"b": shown})
        lines = str(head.front_matter()).splitlines()
        assert [line.partition(":")[0] for line in lines] == ["title", "description", "published"]
        assert all(json.loads(line.partition(": ")[2]) is not None for line in lines)
        assert not re.search("[<>]", "".join(lines))
        assert head.data is not None
        assert wrongs(head.data) == []
        assert clean(head.title) == head.title


def test_many_briefs_of_one_title_have_titles_of_their_own() -> None:
    view = published_edition([titled("Index", f"{n}.txt") for n in range(300)], SETTINGS)[1]
    titles = titles_of(view, Messages())
    assert len(set(titles.values())) == len(titles) >= 300


def test_an_actor_is_described_by_name_role_and_counts() -> None:
    view = published_edition(two_articles().briefs, SETTINGS)[1]
    heads = Heads(view, {}, Messages(), TOP)
    said = {a.name: heads.of("actor", a.page, "../../", {"a": a}).description for a in view.dossiers if a.page}
    assert said["Mira Voss"].startswith("Mira Voss, Minister: 1 quote in 2 briefs")
    assert said["Black River Company"].startswith("Black River Company in 2 briefs")


def test_a_crawler_finds_every_page_with_its_day() -> None:
    files = dict(crawler_files([("", "2026-03-13"), ("search/", ""), ("briefs/a&b/", "")], TOP, public=True))
    assert list(files) == ["robots.txt", "sitemap.xml"]
    assert files["robots.txt"].decode() == f"User-agent: *\nDisallow:\n\nSitemap: {TOP}sitemap.xml\n"
    assert [(url[0].text, [day.text for day in url[1:]]) for url in ElementTree.fromstring(files["sitemap.xml"])] == [
        (TOP, ["2026-03-13"]),
        (f"{TOP}briefs/a%26b/", []),
    ]


def test_only_a_public_site_has_a_sitemap_and_none_shuts_crawlers_out() -> None:
    for address, public in ((TOP, False), ("", True), ("", False)):
        files = dict(crawler_files([("", "")], address, public))
        assert files == {"robots.txt": b"User-agent: *\nDisallow:\n"}


def test_a_sitemap_of_too_many_pages_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawlers, "LARGEST", 2)
    files = dict(crawler_files([(f"{n}/", f"2026-01-0{n}") for n in range(1, 6)], TOP, public=True))
    assert sorted(files) == ["robots.txt", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert [(row[0].text, row[1].text) for row in index] == [
        (f"{TOP}sitemap-{n}.xml", f"2026-01-0{day}") for n, day in ((1, 2), (2, 4), (3, 5))
    ]


@pytest.mark.parametrize(
    ("own", "said", "address"),
    [
        ("", "", ""),
        ("site_url: https://desk.example/news", "", TOP),
        ("site_url: https://other.example/", TOP, TOP),
        ("site_url: !ENV [ADDRESS, '']", "", ""),
        ("site_url: javascript:alert(1)", "", ""),
        ("site_url: [", TOP, TOP),
    ],
)
def test_the_address_of_a_site_is_that_of_either_file(tmp_path: Path, own: str, said: str, address: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: News\n{own}\n", encoding="utf-8")
    assert address_of(tmp_path, Settings(site_url=said)) == address


def test_search_engines_leave_pages_out_that_hold_nothing(site: Path, pages: dict[str, Html]) -> None:
    assert "robots" not in pages["index.html"].meta
    assert pages["search/index.html"].meta["robots"] == "noindex"
    assert read_page(site / "404.html").meta["robots"] == "noindex"
