"""MkDocs, ProperDocs and Zensical make the same site of one tree: pages, addresses, anchors, words."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urljoin

import msgspec
import pytest
from click.testing import CliRunner

from generator.cli import build, main
from generator.config import EngineName, Settings, load
from generator.errors import BuildError, MissingPackage, SettingsError
from generator.model import Brief
from generator.render.engines import ENGINES
from generator.render.pagemaker import UNREAD
from generator.render.site import render_site
from tests.conftest import ROOT, must_have
from tests.made_briefs import titled
from tests.projects import article, project, snapshot
from tests.site_reader import address_of, dead_links, read_html, read_site
from tests.test_missing import build_without
from tests.test_site import check_verbatim, edition, page_of

TOP = "https://desk.example/news/"
SETTINGS = Settings(site_name="Strelsau & Sons", site_url=TOP, public=True, pdf=False, labels="de")
OTHERS = ("properdocs", "zensical")
ODD = (
    "2025-03-04",
    "null",
    "[x]: y <b>&amp; \"q\" 'z'",
    "{{ 7*7 }} {% raw %}",
    "A * b_c `e` [f](g.md)",
    "# head \\ back",
)
"""Titles that mean something else to YAML, Markdown or Jinja."""
THEIRS = (
    re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL),
    re.compile(r'<meta name="generator"[^>]*>'),
)
"""What of a page is the engine's own, so that it may differ: a link past the frame, before ours, and its name."""
Make = Callable[[str], Path]


def briefs() -> list[Brief]:
    return [*edition(), *(titled(title, f"odd{n}.txt", published="2025-05-05") for n, title in enumerate(ODD))]


def having(engine: str) -> str:
    must_have(find_spec(ENGINES[engine].module) is not None, ENGINES[engine].label)
    return engine


def render(engine: str, folder: Path, made: list[Brief] | None = None) -> int:
    settings = msgspec.structs.replace(SETTINGS, engine=engine)
    return render_site(made or briefs(), settings, folder, folder / "site", None)


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Engine -> a project that it built; each is built once."""
    built: dict[str, Path] = {}

    def project_of(engine: str) -> Path:
        if engine not in built:
            built[engine] = tmp_path_factory.mktemp(having(engine))
            render(engine, built[engine])
        return built[engine]

    return project_of


def names(folder: Path) -> set[str]:
    """The files of a site but those of the theme, which each engine brings along."""
    ours = {path.relative_to(folder / ".brief" / "docs").as_posix() for path in (folder / ".brief" / "docs").rglob("*")}
    found = {path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith("assets/") or name in ours}


def seen(folder: Path) -> dict[str, dict[str, Any]]:
    """All that a reader or a program finds on each page."""
    ours = names(folder)
    pages = {}
    for name in sorted(name for name in ours if name.endswith(".html")):
        text = (folder / "site" / name).read_text(encoding="utf-8")
        for theirs in THEIRS:
            text = theirs.sub("", text)
        page = read_html(text)
        links = {urljoin(address_of(name, TOP), link) for link in page.links}
        assets = {link for link in links if link.startswith(f"{TOP}assets/") and link.removeprefix(TOP) not in ours}
        pages[name] = {
            "title": page.title,
            "language": page.language,
            "meta": {key: value for key, value in page.meta.items() if key != "None"},  # the policy: its order differs
            "headings": page.headings,
            "ids": page.ids,
            "links": links - assets,
            "verbatim": page.verbatim,
            "data": [json.loads(data) for data in page.data],
            "inline": page.inline,
            "words": page.text.split(),
        }
    return pages


def differing(one: Path, two: Path) -> list[str]:
    """Files that are not the same in two sites."""
    left, right = bytes_of(one), bytes_of(two)
    return sorted(name for name in {*left, *right} if left.get(name) != right.get(name))


def bytes_of(site: Path) -> dict[str, bytes]:
    """The files of a site but those of the search, in which no engine has a part."""
    return {name: data for name, (_, data) in snapshot(site).items() if not name.startswith("pagefind/")}


@pytest.mark.parametrize("engine", OTHERS)
def test_the_site_has_the_files_of_the_one_by_mkdocs(make: Make, engine: str) -> None:
    assert names(make(engine)) == names(make("mkdocs"))


@pytest.mark.parametrize("engine", OTHERS)
def test_every_page_says_and_links_what_the_one_by_mkdocs_does(make: Make, engine: str) -> None:
    ours, theirs = seen(make("mkdocs")), seen(make(engine))
    assert len(ours) > 30
    for name, page in ours.items():
        for part, value in page.items():
            assert theirs[name][part] == value, f"{name}: {part}"


@pytest.mark.parametrize("engine", ENGINES)
def test_no_link_is_dead_and_every_string_is_the_articles(make: Make, engine: str) -> None:
    folder = make(engine)
    pages = read_site(folder / "site")
    assert dead_links(folder / "site", pages, TOP) == []
    assert check_verbatim(folder / "site", pages, briefs()) > 150


@pytest.mark.parametrize("engine", ENGINES)
def test_the_frame_is_ours(make: Make, engine: str) -> None:
    text = (make(engine) / "site" / "quotes" / "index.html").read_text(encoding="utf-8")
    header = text.partition('<header class="md-header nb-header"')[2].partition("</header>")[0]
    for name in ("Briefings", "Zitate", "Akteure", "Quellen", "Tage", "Themen", "Über"):
        assert header.count(f">{name}</a>") == 1, name
    assert re.search(r'aria-current="page">Zitate<', header)
    assert "nb-footer" in text


@pytest.mark.parametrize("engine", ENGINES)
def test_what_no_page_asks_for_is_not_published(make: Make, engine: str) -> None:
    folder = make(engine)
    made = {path.name for path in (folder / ".brief" / "pages").iterdir()} & UNREAD
    assert made == ({"search.json", "sitemap.xml"} if engine == "zensical" else {"sitemap.xml", "sitemap.xml.gz"})
    assert not (folder / "site" / "search.json").exists()
    assert b"<lastmod>2026-03-13</lastmod>" in (folder / "site" / "sitemap.xml").read_bytes()  # ours, not the engine's


@pytest.mark.parametrize("engine", ENGINES)
def test_a_second_build_elsewhere_gives_the_same_bytes(
    make: Make, engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    render(engine, tmp_path)
    assert differing(make(engine) / "site", tmp_path / "site") == []


@pytest.mark.parametrize("engine", OTHERS)
def test_a_change_gives_the_bytes_of_a_fresh_build(make: Make, engine: str, tmp_path: Path) -> None:
    old, fresh = tmp_path / "old", tmp_path / "fresh"
    shutil.copytree(make(engine), old)
    changed = [*briefs()[1:], titled("New", "new.txt")]
    assert render(engine, old, changed) > 0
    render(engine, fresh, changed)
    assert differing(old / "site", fresh / "site") == []
    assert page_of(old, "new.txt").is_file()


@pytest.mark.parametrize("engine", OTHERS)
def test_another_engine_makes_every_page_again_and_the_same_one_none(make: Make, engine: str, tmp_path: Path) -> None:
    other = make(engine)
    folder = tmp_path / "project"
    shutil.copytree(make("mkdocs"), folder)
    made = snapshot(folder / ".brief" / "pages")
    render(engine, folder)
    again = snapshot(folder / ".brief" / "pages")
    assert [name for name in again if name.endswith(".html") and again[name] == made[name]] == []
    assert differing(folder / "site", other / "site") == []
    before = snapshot(folder)
    assert render(engine, folder) == 0
    assert snapshot(folder) == before, "something was written"


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_that_fails_says_why_and_the_old_site_stays(make: Make, engine: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(make(engine), folder)
    before = snapshot(folder / "site")
    (folder / "templates" / "overrides").mkdir(parents=True)
    (folder / "templates" / "overrides" / "main.html").write_text("{{ page.title | shout }}", encoding="utf-8")
    with pytest.raises(BuildError, match=rf"^{ENGINES[engine].label} could not build") as failure:
        render(engine, folder)
    assert "main.html" in failure.value.message
    assert "filter" in failure.value.message
    assert not re.search(r"Traceback|site-packages|\x1b", failure.value.message)
    assert snapshot(folder / "site") == before


@pytest.mark.parametrize("engine", ENGINES)
def test_settings_that_no_engine_can_read_are_its_to_explain(engine: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("nav: [", encoding="utf-8")
    with pytest.raises(BuildError, match=r"mkdocs\.yml: .*pars") as failure:
        render(having(engine), tmp_path)
    assert not re.search(r"Traceback|\x1b", failure.value.message)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_projects_own_mkdocs_yml_may_be_short_and_build_on_another(engine: str, tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("theme: material\ncopyright: From the desk\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Hentzau\ntheme: material\n", encoding="utf-8")
    settings = Settings(pdf=False, engine=having(engine))
    render_site([titled("Open", "open.txt")], settings, tmp_path, tmp_path / "site", None)
    text = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "From the desk" in text
    assert "<title>Hentzau</title>" in text
    assert "nb-footer" in text


def test_an_engine_that_leaves_a_page_out_has_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    idle = replace(ENGINES["mkdocs"], arguments=lambda settings, pages, dirty: ["--version"])
    monkeypatch.setitem(ENGINES, "mkdocs", idle)
    with pytest.raises(
        BuildError, match=r"MkDocs could not build .*: it left out \d+ files, the first is about/index\.md"
    ):
        render("mkdocs", tmp_path)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("engine", OTHERS)
def test_an_engine_that_is_not_installed_names_its_install_line(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, ENGINES[engine].module, None)
    with pytest.raises(MissingPackage, match=rf"pip install 'newsbrief\[{engine}\]'"):
        ENGINES[engine].versions()
    assert engine in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]


def test_the_install_line_of_mkdocs_is_what_the_package_asks_for() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert set(re.findall(r"'([^']+)'", ENGINES["mkdocs"].install)) <= set(wanted)


def test_the_option_wins_over_brief_toml(tmp_path: Path) -> None:
    home = project(tmp_path / "p", {"a.txt": article()}, 'pdf = false\nengine = "properdocs"\n')
    assert load(home).engine == "properdocs"
    said = build_without("zensical,properdocs", home, "--engine", "zensical")
    assert (said.returncode, said.stderr.count("\n")) == (1, 1)
    assert "Zensical is not installed" in said.stderr
    assert "ProperDocs is not installed" in build_without("zensical,properdocs", home).stderr
    assert not (home / "site").exists()


def test_only_known_engines_are_taken(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["build", "--project", str(tmp_path), "--engine", "quill"])
    assert said.exit_code == 2
    assert "'quill' is not one of 'mkdocs', 'properdocs', 'zensical'" in said.output
    (tmp_path / "brief.toml").write_text('engine = "quill"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="quill"):
        load(tmp_path)
    choices = next(option.type for option in build.params if option.name == "engine")
    assert tuple(choices.choices) == get_args(EngineName) == tuple(ENGINES)
