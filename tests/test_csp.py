"""The policy of every page: what it says, that the site works under it, and that nothing smuggled in runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.render.site import render_site
from tests.browsing import served, watched
from tests.conftest import ROOT
from tests.made_briefs import landslide, titled, with_name

SETTINGS = Settings(pdf=False, quotes="rules")
POLICY = re.compile(r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SMUGGLED = """---
title: Our house
---
# Our house

<div><script>window.smuggled = "script"</script>
<img src="nowhere.png" onerror="window.smuggled = 'onerror'">
<svg onload="window.smuggled = 'onload'"></svg>
<iframe srcdoc="<script>parent.smuggled = 'frame'</script>"></iframe>
<script src="data:text/javascript,window.smuggled='data'"></script>
<img src="http://127.0.0.1:9/counted.png" alt="">
<a id="trap" href="javascript:void(window.smuggled = 'link')">Read on</a></div>
"""


def edition() -> list[Any]:
    return [
        landslide(),
        with_name(landslide(), "later.txt", published="2027-01-02"),
        *(titled(f"Council meets {n}", f"council{n}.txt", agency="Ruritanian Press Agency") for n in range(5)),
    ]


def policy(page: Path) -> dict[str, str]:
    """Directive -> sources, of a page that says them before anything else."""
    found = POLICY.search(page.read_text(encoding="utf-8"))
    assert found, page
    return dict(part.strip().split(" ", 1) for part in found[1].replace("&#39;", "'").split(";"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("csp")
    render_site(edition(), SETTINGS, folder, folder / "site", None)
    return folder / "site"


@pytest.fixture(scope="module")
def smuggled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page on which a project's own template prints what it should not."""
    folder = tmp_path_factory.mktemp("smuggled")
    (folder / "templates" / "site").mkdir(parents=True)
    (folder / "templates" / "site" / "about.md.j2").write_text(SMUGGLED, encoding="utf-8")
    render_site([landslide()], SETTINGS, folder, folder / "site", None)
    with served(folder / "site") as address:
        yield f"{address}about/"


def test_every_page_has_the_policy_and_it_allows_nothing_inline(site: Path) -> None:
    for page in site.rglob("*.html"):
        said = policy(page)
        scripts = said.pop("script-src")
        assert scripts == ("'self' 'wasm-unsafe-eval'" if page.parent.name == "search" else "'self'"), page
        assert said["default-src"] == said["base-uri"] == "'none'"
        assert "unsafe" not in " ".join(said.values())
        assert "//" not in " ".join(said.values())


def test_every_kind_of_page_works_under_it(browser: Any, site: Path) -> None:
    pages = {page.parent.relative_to(site).as_posix() for page in site.rglob("index.html")}
    kinds = {re.sub(r"/.*", "", page) + f"/{page.count('/')}": f"{page}/" for page in sorted(pages)}
    assert len(kinds) > 12
    opened = browser.new_page()
    seen = watched(opened)
    with served(site) as address:
        for page in kinds.values():
            opened.goto(address + page, wait_until="networkidle")
            assert opened.locator("h1").count() == 1
        opened.goto(f"{address}search/?q=digging", wait_until="networkidle")
        opened.wait_for_selector("#nb-out li")
        opened.goto(f"{address}404.html", wait_until="networkidle")
        assert seen.errors == []
        assert seen.elsewhere(address) == []
    opened.close()


def test_nothing_that_is_smuggled_into_a_page_runs(browser: Any, smuggled: str) -> None:
    opened = browser.new_page()
    answered: list[str] = []
    opened.on("requestfinished", lambda request: answered.append(request.url))
    opened.goto(smuggled, wait_until="networkidle")
    opened.locator("#trap").click()
    opened.wait_for_timeout(100)
    assert opened.evaluate("window.smuggled ?? null") is None
    assert [url for url in answered if "counted" in url] == []
    opened.close()


def test_all_of_it_would_run_without_the_policy(browser: Any, smuggled: str) -> None:
    opened = browser.new_page()

    def bare(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r"<meta http-equiv[^>]*>", "", answer.text()))

    opened.route(smuggled, bare)
    opened.add_init_script("""
        window.ran = [];
        Object.defineProperty(window, "smuggled", { set: (value) => ran.push(value) });
    """)
    opened.goto(smuggled, wait_until="networkidle")
    opened.locator("#trap").click()
    opened.wait_for_timeout(100)
    assert sorted(opened.evaluate("ran")) == ["data", "frame", "link", "onerror", "onload", "script"]
    opened.close()


def own_mkdocs(folder: Path, *changes: tuple[str, str]) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def test_a_project_may_let_more_in(tmp_path: Path) -> None:
    players = '["https://player.example", "https://film.example"]'
    csp = f'csp: {{script-src: "https://stats.example", frame-src: {players}, default-src: "data:"}}'
    own_mkdocs(tmp_path, ("extra: {", f"extra: {{{csp}, "))
    render_site([landslide()], SETTINGS, tmp_path, tmp_path / "site", None)
    said = policy(tmp_path / "site" / "index.html")
    assert said["script-src"] == "'self' https://stats.example"
    assert said["frame-src"] == "https://player.example https://film.example"
    assert said["default-src"] == "data:"
    assert said["style-src"] == "'self'"
    assert policy(tmp_path / "site" / "search" / "index.html")["script-src"].endswith("eval' https://stats.example")


def test_the_scripts_of_the_theme_come_back_with_a_feature_that_needs_them(browser: Any, tmp_path: Path) -> None:
    own_mkdocs(tmp_path, ("  font: false\n", "  font: false\n  features: [toc.follow, navigation.top]\n"))
    render_site([landslide()], SETTINGS, tmp_path, tmp_path / "site", None)
    opened = browser.new_page()
    seen = watched(opened)
    with served(tmp_path / "site") as address:
        opened.goto(address, wait_until="networkidle")
        assert [url for url in seen.requests if "/bundle." in url]
        assert opened.evaluate("typeof __md_get") == "function"
        opened.keyboard.press("/")
        assert opened.evaluate("document.activeElement.name") == "q"
        assert seen.errors == []
    opened.close()


def test_pages_do_without_the_scripts_of_the_theme(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "/bundle." not in text
        assert "__config" not in text
    assert not (site / "assets" / "javascripts").exists()
