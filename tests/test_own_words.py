"""A site in another language, in a newsroom's own words and dress: what a project can change, and what stays."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner

from generator.check import missing_labels
from generator.cli import main
from generator.config import Settings, load
from generator.errors import SettingsError
from generator.render.messages import Messages
from generator.render.pdf import Press
from generator.render.publish import publish
from generator.render.site import render_site
from generator.render.view import brief_view
from tests.made_briefs import bare, landslide, titled, with_name
from tests.projects import project
from tests.site_reader import Html, dead_links, read_page, read_site

ROOT = Path(__file__).parent.parent
GERMAN = Settings(labels="de", pdf=False)


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("german")
    lead = bare("Rain fell on the village of Hentzau all night.\nNobody counted the drops.", "no-title.txt")
    briefs = [landslide(), with_name(landslide(), "again.txt", published=None), titled("Open", "open.txt"), lead]
    render_site(briefs, GERMAN, folder, folder / "site", None)
    return folder


@pytest.fixture(scope="module")
def pages(german: Path) -> dict[str, Html]:
    return read_site(german / "site")


def brief_page(pages: dict[str, Html]) -> str:
    return next(
        name for name, page in pages.items() if re.match("briefs/[^/]+/index", name) and len(page.verbatim) > 40
    )


def test_pages_navigation_and_theme_speak_the_language(german: Path, pages: dict[str, Html]) -> None:
    home = (german / "site" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in home
    for words in (
        "Neueste Briefings",
        "Was gesagt wurde",
        ">Akteure<",
        ">Über<",
        "Zum Inhalt",
        'data-light="Helle Seite: zur dunklen wechseln"',
    ):
        assert words in home, words
    assert "Buchstabe für Buchstabe aus dem Artikel geschnitten" in home
    assert "Auf dieser Seite" in pages[brief_page(pages)].text
    assert "Diese Seite gibt es nicht" in (german / "site" / "404.html").read_text(encoding="utf-8")
    assert dead_links(german / "site", pages) == []
    assert "Search" not in re.sub(r"<script.*?</script>|<style.*?</style>", "", home, flags=re.DOTALL)


def test_words_of_the_article_keep_their_language(german: Path, pages: dict[str, Html]) -> None:
    name = brief_page(pages)
    source = (german / "site" / name).read_text(encoding="utf-8")
    spans = re.findall(r'<\w+ class="nb-v(?: [^"]*)?"[^>]*>', source)
    assert len(spans) > 20
    assert [tag for tag in spans if 'lang="en"' not in tag] == []
    assert re.search(r'<h1 class="nb-title" dir="auto" lang="en"', source)
    assert re.search(r'<p dir="auto" lang="en"><(?:mark|span)', source)
    assert "Wichtige Akteure" in pages[name].text


def test_english_pages_need_no_language_of_their_own(tmp_path: Path) -> None:
    render_site([landslide()], Settings(pdf=False), tmp_path, tmp_path / "site", None)
    source = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'\blang="[^"]*"', source) == ['lang="en"']


def test_the_settings_of_mkdocs_stay_plain_and_own_titles_stay(tmp_path: Path) -> None:
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("- Days:", "- Kalender:")
    own = own.replace("  palette:\n", "  logo: assets/logo.svg\n  palette:\n")
    (tmp_path / "mkdocs.yml").write_text(own + "watch: !ENV [NOTHING, []]\n", encoding="utf-8")
    render_site([titled("Open", "open.txt")], GERMAN, tmp_path, tmp_path / "site", None)
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert ">Kalender<" in home
    assert ">Zitate<" in home
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8").startswith(own)


def test_a_pdf_speaks_the_language_and_keeps_that_of_the_article(tmp_path: Path) -> None:
    view = brief_view(publish(landslide(), GERMAN), GERMAN)
    data = Press("Desk", tmp_path, say=Messages("de")).print(view).read_bytes()
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.trailer["/Root"]["/Lang"] == "de"
    words = " ".join(page.extract_text() for page in reader.pages)
    for label in ("Zusammenfassung", "Wichtige Akteure", "Zitate", "Wo jede Zeile steht"):
        assert label in words
    for label in ("Summary", "Speaker", "Where each line stands"):
        assert label not in words
    languages = {str(node["/Lang"]) for node in reader.trailer["/Root"]["/StructTreeRoot"] and _nodes(reader)}
    assert "en" in languages


def _nodes(reader: pypdf.PdfReader) -> list[dict[str, object]]:
    """Everything in a PDF that states a language."""
    found = (reader.get_object(pypdf.generic.IndirectObject(n, 0, reader)) for n in range(1, len(reader.xref[0]) + 1))
    return [node for node in found if isinstance(node, dict) and "/Lang" in node]


def test_the_terminal_stays_english(german: Path) -> None:
    (german / "brief.toml").write_text('labels = "de"\n', encoding="utf-8")
    seeds = german / "seeds"
    seeds.mkdir()
    (seeds / "one.txt").write_text(landslide().text, encoding="utf-8")
    shown = CliRunner().invoke(main, ["show", str(seeds / "one.txt")]).output
    assert "Key actors" in shown
    assert "Akteure" not in shown


def messages(folder: Path, language: str, text: str) -> Path:
    path = folder / "messages" / f"{language}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_newsroom_says_it_in_its_own_words(tmp_path: Path) -> None:
    messages(tmp_path, "en", '[brief]\nsummary = "In *short* <b>"\n[date]\nday = "{month} {day}, {year}"\n')
    settings = load(tmp_path)
    assert missing_labels(settings) == []
    render_site([landslide()], settings, tmp_path, tmp_path / "site", None)
    page = next((tmp_path / "site" / "briefs").rglob("*/index.html"))
    assert "March 13, 2026" in read_page(page).text
    assert "&lt;b&gt;" in page.read_text(encoding="utf-8")


def test_a_language_of_ones_own_falls_back_to_english_and_the_check_says_where(tmp_path: Path) -> None:
    messages(tmp_path, "szl", '[nav]\nquotes = "Cytaty"\nquoets = "?"\n[count]\nquotes = { other = "{n} cytatōw" }\n')
    (tmp_path / "brief.toml").write_text('labels = "szl"\npdf = false\n', encoding="utf-8")
    settings = load(tmp_path)
    render_site([titled("Open", "open.txt")], settings, tmp_path, tmp_path / "site", None)
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="szl"' in home
    assert ">Cytaty<" in home
    assert ">Actors<" in home
    missing, unknown, *forms = missing_labels(settings)
    assert missing.startswith('labels: not said in "szl", so pages say it in English: nav.home, nav.briefs, nav.actors')
    assert missing.endswith(" more")
    assert unknown == "labels: messages have nav.quoets, which no page asks for"
    assert len(forms) <= 1


def test_the_check_prints_what_is_missing(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", {"a.txt": "Nothing here is an article.\n"}, 'labels = "pl"\n')
    messages(folder, "pl", '[nav]\nquotes = "Cytaty"\n[count]\nquotes = { one = "{n} cytat", other = "{n} cytatu" }\n')
    done = CliRunner().invoke(main, ["check", "--project", str(folder)])
    assert 'labels: not said in "pl"' in done.output
    assert 'labels: count.quotes has no text for the plural form few, many of "pl"' in done.output


REFUSED = [
    ("", 'labels = "tlh": there are no messages in this language. Choose "de", "en", or write messages/tlh.toml'),
    ("[nav]\nhome = 1\n", "nav.home is no text. Put it between quotation marks."),
    ("[nav]\nhome = 'unfinished\n", "tlh.toml: not valid TOML"),
    ("[count]\nquotes = { one = '{n}' }\n", 'count.quotes has no text for the plural form "other"'),
    ("[all]\nnumber = 'All {m}'\n", "all.number has {m}, which nothing fills in. Possible here: {n}."),
    ("[brief]\nsummary = '{n.__class__} {n}'\n", "brief.summary has {n}, which nothing fills in. Possible here: none."),
    ("[brief]\nsummary = { one = 'a', other = 'b' }\n", "brief.summary is one text without plural forms."),
]


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_messages_that_no_page_could_print_are_refused_at_once(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "brief.toml").write_text('labels = "tlh"\n', encoding="utf-8")
    if text:
        messages(tmp_path, "tlh", text)
    with pytest.raises(SettingsError, match=re.escape(said)):
        load(tmp_path)


@pytest.mark.parametrize("name", ["../en", "", "EN", "en/", "english"])
def test_a_name_that_is_no_language_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "brief.toml").write_text(f'labels = "{name}"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="labels"):
        load(tmp_path)


def test_messages_do_not_stand_in_the_settings(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text("[messages]\n'nav.home' = 'Top'\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"messages/en\.toml"):
        load(tmp_path)


OWN_BRIEF = """\
{% extends "newsbrief/brief.md.j2" %}
{% import "_m.j2" as m %}
{% block summary %}{{ super() }}
<p class="desk">From the desk: {{ t("count.quotes", n=b.quotes|length) }}, {{ m.when(b.published) }}.</p>
{% endblock %}
{% block figures %}{% endblock %}
"""


def test_a_brief_of_ones_own_extends_ours(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "site" / "brief.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text(OWN_BRIEF, encoding="utf-8")
    assert OWN_BRIEF in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    render_site([landslide()], Settings(pdf=False), tmp_path, tmp_path / "site", None)
    page = read_page(next((tmp_path / "site" / "briefs").rglob("*/index.html")))
    assert re.search(r"From the desk: 3 quotes, 13 March 2026\.", page.text)
    assert page.ids >= {"summary", "actors", "timeline", "sources"}
    assert "figures" not in page.ids
    assert "We will not stop tonight." in [piece.text for piece in page.verbatim]


def test_the_blocks_named_for_contributors_are_those_of_the_page() -> None:
    source = (ROOT / "templates" / "site" / "brief.md.j2").read_text(encoding="utf-8")
    blocks = re.findall(r"{% block (\w+) %}", source)
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## ")
    (text,) = [part for part in section if part.startswith("A template of your own")]
    assert re.findall(r"`(\w+)`", text.split("blocks:")[1].split(".")[0]) == blocks


def test_one_style_sheet_and_the_settings_of_mkdocs_are_enough_to_rebrand(tmp_path: Path) -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    css, yml = (re.findall(rf"```{kind}\n(.*?)```", contributing, re.DOTALL)[0] for kind in ("css", "yaml"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme, sheets = yml.split("extra_css:")
    config = config.replace("theme:\n", theme, 1)
    config = re.sub(r"(?m)^extra_css:.*$", f"extra_css:{sheets}", config)
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    assets = tmp_path / "templates" / "assets"
    assets.mkdir(parents=True)
    (assets / "desk.css").write_text(css, encoding="utf-8")
    (assets / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    render_site([titled("Open", "open.txt")], Settings(pdf=False), tmp_path, tmp_path / "site", None)
    site = tmp_path / "site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert home.index("assets/newsbrief.css") < home.index("assets/desk.css")
    assert "assets/logo.svg" in home
    assert (site / "assets" / "desk.css").read_text(encoding="utf-8") == css
    assert (site / "assets" / "logo.svg").is_file()
    names = set(re.findall(r"--nb-[\w-]+", css))
    assert names
    assert names <= set(
        re.findall(r"--nb-[\w-]+(?=:)", (site / "assets" / "newsbrief.css").read_text(encoding="utf-8"))
    )
