"""What a reader finds under site/: pages that agree with the article, lead somewhere and hold no more than they may."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from pathlib import Path

import msgspec
import pytest

from generator.config import Settings
from generator.errors import BuildError, MissingPackage
from generator.model import Brief, Slice
from generator.render import about as about_page
from generator.render import markdown
from generator.render.escape import clean
from generator.render.overview import published_edition
from generator.render.site import render_site
from tests.made_briefs import bare, landslide, titled, with_name
from tests.projects import snapshot
from tests.site_reader import Html, dead_links, read_page, read_site

SETTINGS = Settings(site_name="Strelsau & Sons", pdf=False)


def edition() -> list[Brief]:
    """A full brief twice, two of one title, one that says nothing of itself, six of one source."""
    return [
        landslide(),
        with_name(landslide(), "again.txt", published=None),
        titled("Index", "index.txt", published="2025-02-03"),
        titled("Index", "other.txt", published="2025"),
        bare("Rain fell on the village of Hentzau all night.\nNobody counted the drops.", "no-title.txt"),
        *(titled(f"Council meets {n}", f"council{n}.txt", agency="Ruritanian Press Agency") for n in range(4)),
    ]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    render_site(edition(), SETTINGS, folder, folder / "site", None)
    return folder


@pytest.fixture(scope="module")
def pages(project: Path) -> dict[str, Html]:
    return read_site(project / "site")


def page_of(project: Path, seed: str) -> Path:
    """The page of the brief made from a seed."""
    for path in (project / "site" / "briefs").rglob("brief.json"):
        if json.loads(path.read_bytes())["seed"]["name"] == seed:
            return path.with_name("index.html")
    raise AssertionError(f"no page for {seed}")


def check_verbatim(site: Path, pages: dict[str, Html], briefs: list[Brief]) -> int:
    """Compares every string set as an article's with the article; returns how many there were."""
    texts = {brief.id: brief.text for brief in briefs}
    count = 0
    for name, page in pages.items():
        own = (site / name).with_name("brief.json")
        here = json.loads(own.read_bytes())["id"] if own.is_file() else ""
        assert page.unmarked == [], name
        for piece in page.verbatim:
            text = texts[piece.brief or here]
            assert piece.text == clean(text[piece.start : piece.end]), (name, piece)
            count += 1
    return count


def test_every_link_and_anchor_leads_somewhere(project: Path, pages: dict[str, Html]) -> None:
    assert dead_links(project / "site", pages) == []


def test_every_string_set_as_the_articles_is_the_article(project: Path, pages: dict[str, Html]) -> None:
    assert check_verbatim(project / "site", pages, edition()) > 150


def test_no_page_asks_another_host(pages: dict[str, Html]) -> None:
    outside = {link for page in pages.values() for link in page.links if link.startswith(("http", "//"))}
    assert outside == {"https://example.org/landslide"}  # the original article: a link, never loaded


def test_all_sections_and_pages_that_matter_are_there(pages: dict[str, Html]) -> None:
    wanted = ["index", "briefs/index", "quotes/index", "actors/index", "sources/index", "days/index", "days/2026/index"]
    wanted += ["days/2019/index", "search/index", "about/index", "actors/mira-voss/index", "404"]
    wanted += ["sources/ruritanian-press-agency/index"]
    assert [name for name in wanted if f"{name}.html" not in pages] == []
    assert "sources/associated-press/index.html" not in pages


def test_two_seeds_of_one_title_and_a_title_called_index_have_pages_of_their_own(project: Path) -> None:
    one, two = page_of(project, "index.txt"), page_of(project, "other.txt")
    assert one != two
    assert "Index" in read_page(one).text
    assert "What was said, by whom" in read_page(project / "site" / "index.html").text


def test_what_an_article_does_not_state_is_said(project: Path) -> None:
    text = read_page(page_of(project, "no-title.txt")).text
    for state in ("Untitled article (no-title.txt)", "Date not stated", "No summary:", "No quotes:", "no credit line"):
        assert state in text, state


def test_an_unsure_speaker_has_a_question_mark(project: Path) -> None:
    page = page_of(project, "landslide.txt").read_text(encoding="utf-8")
    assert 'class="nb-doubt" title="The program is unsure who speaks: confidence 0.31 of 1"' in page


def test_nothing_under_site_holds_more_of_an_article_than_its_share(project: Path) -> None:
    brief = landslide()
    body = brief.paragraphs[-1]
    unused = brief.text[body.start : body.end]
    for path in (project / "site").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data  # the search index
            assert unused.encode() not in data, path
            assert json.dumps(brief.text)[1:-1].encode() not in data, path


def test_full_text_is_shown_only_where_it_is_asked_for(tmp_path: Path) -> None:
    settings = msgspec.structs.replace(SETTINGS, publish_text="full")
    render_site([landslide()], settings, tmp_path, tmp_path / "site", None)
    page = read_page(page_of(tmp_path, "landslide.txt"))
    assert "Villagers carried blankets to the school" in page.text
    assert check_verbatim(
        tmp_path / "site",
        {page_of(tmp_path, "landslide.txt").relative_to(tmp_path / "site").as_posix(): page},
        [landslide()],
    )


def test_what_is_left_out_is_left_out_everywhere_and_said(tmp_path: Path) -> None:
    settings = msgspec.structs.replace(SETTINGS, publish_share=0.3)
    render_site([landslide()], settings, tmp_path, tmp_path / "site", None)
    page = page_of(tmp_path, "landslide.txt")
    assert "Left out so that no more of the article is shown" in read_page(page).text
    quoted = "We will not stop tonight"
    for path in (tmp_path / "site").rglob("*"):
        if path.is_file():
            assert quoted.encode() not in path.read_bytes(), path
    data = json.loads(page.with_name("brief.json").read_bytes())
    brief = landslide()
    shown = [item for name in ("summary", "quotes", "figures", "claims", "events") for item in data[name]]
    covered = {n for item in shown for n in range(item["start"], item["end"])}
    body = {n for paragraph in brief.paragraphs for n in range(paragraph.start, paragraph.end)}
    assert len(covered & body) <= 0.3 * len(body)


def test_all_quotes_are_in_one_file_with_the_brief_they_are_from(project: Path) -> None:
    texts = {brief.id: brief.text for brief in edition()}
    quotes = json.loads((project / "site" / "quotes" / "quotes.json").read_bytes())
    assert len(quotes) == 6
    assert all(texts[quote["brief"]][quote["start"] : quote["end"]] == quote["text"] for quote in quotes)


def test_search_engines_stay_away_until_the_site_is_public(project: Path, tmp_path: Path) -> None:
    robots = '<meta name="robots" content="noindex, nofollow">'
    assert all(robots in path.read_text(encoding="utf-8") for path in (project / "site").rglob("*.html"))
    public = msgspec.structs.replace(SETTINGS, public=True)
    render_site([titled("Open", "open.txt")], public, tmp_path, tmp_path / "site", None)
    assert robots not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_an_unchanged_build_writes_nothing(project: Path) -> None:
    before = snapshot(project)
    assert render_site(reversed(edition()), SETTINGS, project, project / "site", None) == 0
    assert snapshot(project) == before


def test_a_change_gives_the_bytes_of_a_fresh_build(project: Path, tmp_path: Path) -> None:
    briefs = edition()
    changed = [with_name(briefs[0], "landslide.txt", published="2026-04-01"), *briefs[1:4], titled("New", "new.txt")]
    old, fresh = tmp_path / "old", tmp_path / "fresh"
    shutil.copytree(project, old)
    render_site(changed, SETTINGS, old, old / "site", None)
    render_site(changed, SETTINGS, fresh, fresh / "site", None)
    one, two = snapshot(old / "site"), snapshot(fresh / "site")
    assert [name for name in {*one, *two} if one.get(name, (0, b""))[1] != two.get(name, (0, b""))[1]] == []


def test_a_build_removes_its_own_stale_files_and_no_others(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    (output / "briefs").mkdir(parents=True)
    (output / "CNAME").write_text("desk.example", encoding="utf-8")
    (output / "briefs" / "notes.txt").write_text("mine", encoding="utf-8")
    copy = tmp_path / "project"
    shutil.copytree(project, copy)
    render_site(edition(), SETTINGS, copy, output, None)
    shutil.rmtree(copy / ".brief")
    render_site(edition()[2:], SETTINGS, copy, output, None)
    assert (output / "CNAME").read_text(encoding="utf-8") == "desk.example"
    assert (output / "briefs" / "notes.txt").is_file()
    assert "landslide" not in " ".join(path.as_posix() for path in output.rglob("*"))
    assert not (output / "actors" / "mira-voss").exists()


def test_a_build_that_fails_leaves_the_old_site(project: Path) -> None:
    before = snapshot(project / "site")
    own = project / "templates" / "site"
    own.mkdir(parents=True)
    (own / "about.md.j2").write_text("{{ nothing.of.this }}", encoding="utf-8")
    try:
        with pytest.raises(BuildError, match=r"about\.md\.j2.*'nothing' is undefined"):
            render_site(edition(), SETTINGS, project, project / "site", None)
    finally:
        shutil.rmtree(project / "templates")
    assert snapshot(project / "site") == before


def test_without_pagefind_the_install_line_is_said_and_the_old_site_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(project / "site")
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(MissingPackage, match=r"pip install 'pagefind\[bin\]==1\.4\.0'"):
        render_site(edition()[1:], SETTINGS, project, project / "site", None)
    assert snapshot(project / "site") == before


def test_accuracy_is_what_the_benches_wrote_or_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def about() -> str:
        pages = markdown.Pages(published_edition([], SETTINGS)[1], {}, tmp_path)
        return next(page.text for page in pages if page.path == "about/index.md")

    monkeypatch.setattr(about_page, "ACCURACY", tmp_path / "accuracy.json")
    assert "Not measured" in about()
    row = {"question": "Is the speaker right?", "measure": "F1", "score": 0.901, "people": None, "data": "84 articles"}
    (tmp_path / "accuracy.json").write_text(json.dumps([row]), encoding="utf-8")
    assert "0.901" in about()
    assert ">–<" in about()


def test_a_project_may_override_templates_styles_and_mkdocs(tmp_path: Path) -> None:
    (tmp_path / "templates" / "site").mkdir(parents=True)
    (tmp_path / "templates" / "assets").mkdir()
    (tmp_path / "templates" / "site" / "about.md.j2").write_text("# Who we are\n", encoding="utf-8")
    (tmp_path / "templates" / "assets" / "newsbrief.css").write_text("body { color: teal }", encoding="utf-8")
    config = Path(__file__).parent.parent / "mkdocs.yml"
    own = config.read_text(encoding="utf-8").replace("Check before you publish.", "Ask the desk.")
    (tmp_path / "mkdocs.yml").write_text(own, encoding="utf-8")
    render_site([titled("Open", "open.txt")], SETTINGS, tmp_path, tmp_path / "site", None)
    about = read_page(tmp_path / "site" / "about" / "index.html").text
    assert "Who we are" in about
    assert "Ask the desk." in about
    assert (tmp_path / "site" / "assets" / "newsbrief.css").read_text(encoding="utf-8") == "body { color: teal }"


def test_new_projects_get_the_mkdocs_settings_of_this_one() -> None:
    top = Path(__file__).parent.parent
    assert (top / "mkdocs.yml").read_bytes() == (top / "templates" / "init" / "mkdocs.yml").read_bytes()


def test_long_indexes_are_split_and_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "PER_PAGE", 3)
    render_site(edition(), SETTINGS, tmp_path, tmp_path / "site", None)
    pages = read_site(tmp_path / "site")
    assert dead_links(tmp_path / "site", pages) == []
    assert check_verbatim(tmp_path / "site", pages, edition())
    briefs = {name.split("/")[1] for name in pages if name.startswith("briefs/") and name.count("/") == 2}
    by_year = [page for name, page in pages.items() if name.startswith("briefs/year/")]
    assert len(by_year) == 3  # 2026, 2025 and no date
    assert {link.split("/")[-2] for page in by_year for link in page.links if "/briefs/" in link} >= briefs
    quotes = [piece.text for name, page in pages.items() if name.startswith("quotes/year/") for piece in page.verbatim]
    assert quotes.count("We will not stop tonight.") == 2
    letters = "".join(page.text for name, page in pages.items() if name.startswith("actors/letter/"))
    assert all(actor.name in letters for actor in landslide().actors)


def test_quotes_of_one_article_over_many_paragraphs_stay_one_block(tmp_path: Path) -> None:
    text = "“It rained.\n\n“It rained again,” the mayor of Zenda said.\n\n\n# Not a heading"
    brief = bare(text, "rain.txt")
    summary = (Slice(start=0, end=len(text), text=text, rule="made"),)
    settings = msgspec.structs.replace(SETTINGS, publish_text="full")
    render_site([msgspec.structs.replace(brief, summary=summary)], settings, tmp_path, tmp_path / "site", None)
    page = read_page(page_of(tmp_path, "rain.txt"))
    assert text in [piece.text for piece in page.verbatim]
    assert [tag for tag, _ in page.tags].count("h1") == 1
