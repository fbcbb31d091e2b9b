# ruff: noqa: E501
"""The one door: hostile text of a seed stays text, on every page and in every format."""

from __future__ import annotations

import html as stdlib_html
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.config import Settings
from generator.model import (
    Actor,
    Brief,
    Claim,
    Event,
    Figure,
    Notice,
    Paragraph,
    Role,
    SeedReference,
    Slice,
    Source,
    Speaker,
    Voice,
)
from generator.render.escape import UNSAFE, clean, finalize, front_matter, html, line, safe_url, terminal
from generator.render.site import render_site
from tests.made_briefs import bare, made_quote, piece
from tests.site_reader import dead_links, read_page, read_site

HOSTILE = [
    "<script>alert(1)</script>",
    "</blockquote></section><script src=//evil.example/x.js></script>",
    "{{ 7*7 }} {% raw %} {# note #}",
    "# Heading\n\n## Another\n\n- item",
    "![x](http://evil.example/p.png) [y](javascript:alert(1)) <http://evil.example>",
    '" onmouseover="alert(1)" x="',
    "---\ntitle: stolen\n---\n",
    "\x1b[31mred\x1b[0m\x07 \x00 \x02 \x03",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "&lt;b&gt; &amp;amp; &#10; &nbsp;",
    "*a* _b_ `c` ~~d~~ ^e^ ==f== { #id .x onclick=1 }",
    "</title></head><body><h1>Owned</h1>",
    "<!-- <![CDATA[ ]]> -->",
    "a\r\nb\tc\u2028d\x85e\u00a0f\ufefff",
    "https://evil.example/<x>?a=1&b=2",
    "[[wiki]] :::note !!! warning \\ $x$ <details><summary>",
    "A" * 3000,
    "\ud800 lone \udfff",
    "$(rm -rf /) `id` #set text(red) #eval",
]
PLAIN = "a plain word"


def made(name: str, words: str) -> Brief:
    """A brief in which these words stand everywhere that a seed can put words."""
    text = f"{words} title\n\n{words} deck\n\n{words} role said of it: {words} body.\n\n{words} credit"
    seed = SeedReference(name=f"{name} {words[:40]}.txt", sha256="ab" * 32, media_type="text/plain")
    start = text.index(f"{words} role")
    end = text.index(f"\n\n{words} credit")
    body = piece(Slice, text, f"{words} body.")
    role = piece(Role, text, f"{words} role", confidence=0.4)
    speaker = piece(Speaker, text, f"{words} role", name=words, actor="someone", confidence=0.2)
    credit = piece(Slice, text, f"{words} credit")
    spans = [(f"{words} body", True)]
    quotes = [
        made_quote(text, seed.sha256, kind, spans, speaker=speaker, via=role, paragraph=1)
        for kind in ("direct", "mixed")
    ]
    quotes[1] = msgspec.structs.replace(quotes[1], id="qmixed")
    figure = Figure(
        start=body.start, end=body.end, text=body.text, rule=words, id="f1", unit=words, paragraph=1, speaker=speaker
    )
    return bare(
        text,
        seed=seed,
        title=piece(Slice, text, f"{words} title"),
        deck=piece(Slice, text, f"{words} deck"),
        byline=piece(Slice, text, f"{words} deck"),
        dateline=piece(Slice, text, f"{words} deck"),
        outlet=words,
        url=words,
        published=words,
        language="en",
        paragraphs=(Paragraph(start=start, end=end, number=1),),
        credit=(credit,),
        removed=(piece(Slice, text, f"{words} deck", rule=words),),
        summary=(msgspec.structs.replace(body, rule=words, confidence=0.1),),
        actors=(Actor(id="someone", name=words, kind="person", aliases=(f"{words} alias",), roles=(role,), rank=1, salience=1),),
        quotes=tuple(quotes),
        sources=(Source(**{**msgspec.structs.asdict(credit), "name": words, "as_written": f"{words} credit", "kind": "agency", "role": words, "place": words}),),
        voices=(Voice(name=words, actor="someone", quotes=(quotes[0].id,)),),
        figures=(figure, msgspec.structs.replace(figure, id="f2")),
        disputes=(),
        claims=(Claim(**{**msgspec.structs.asdict(body), "id": "c1", "kind": "alleged", "marker": body, "speaker": speaker, "paragraph": 1}),),
        events=(Event(**{**msgspec.structs.asdict(body), "id": "e1", "date": "2026-01-02", "paragraph": 1}), Event(**{**msgspec.structs.asdict(body), "id": "e2", "date": words, "paragraph": 1})),
        warnings=(Notice(code=words, message=words),),
    )  # fmt: skip


SETTINGS = Settings(pdf=False, publish_text="full")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site of hostile briefs, one a string, and a site of one harmless brief of the same shape."""
    hostile, plain = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("plain")
    render_site([made(f"s{n}", words) for n, words in enumerate(HOSTILE)], SETTINGS, hostile, hostile / "site", None)
    render_site([made("s", PLAIN)], SETTINGS, plain, plain / "site", None)
    return hostile, plain


def test_no_text_of_a_seed_becomes_an_element_of_a_page(sites: tuple[Path, Path]) -> None:
    hostile, plain = sites
    for folder in ("briefs", "actors"):
        (shape,) = [read_page(path).tags for path in (plain / "site" / folder).glob("*/index.html")]
        pages = {path: read_page(path) for path in (hostile / "site" / folder).glob("*/index.html")}
        assert len(pages) == len(HOSTILE)
        for path, page in pages.items():
            assert [tag for tag in page.tags if tag not in shape] == [], path
            # a safe address becomes a link, as it should
            assert len(page.tags) - len(shape) == page.text.count("Original article"), path
    assert all("Owned" not in path.name for path in hostile.rglob("*"))


def test_every_page_shows_the_hostile_text_as_it_is(sites: tuple[Path, Path]) -> None:
    hostile, _ = sites
    shown = [
        piece.text for path in (hostile / "site" / "briefs").glob("*/index.html") for piece in read_page(path).verbatim
    ]
    for words in HOSTILE:
        assert f"{clean(words)} title" in shown, words
        assert f"{clean(words)} body." in shown, words
    assert "49" not in read_page(hostile / "site" / "actors" / "index.html").text


def test_hostile_pages_have_no_dead_link_and_no_unsafe_address(sites: tuple[Path, Path]) -> None:
    hostile, _ = sites
    pages = read_site(hostile / "site")
    assert dead_links(hostile / "site", pages) == []
    addresses = {urlsplit(link) for page in pages.values() for link in page.links}
    assert {(address.scheme, address.netloc) for address in addresses} <= {("", ""), ("data", "")}


def test_the_data_of_every_hostile_page_is_whole(sites: tuple[Path, Path]) -> None:
    hostile, _ = sites
    names = set()
    for path in (hostile / "site" / "actors").glob("*/index.html"):
        page = path.read_text(encoding="utf-8")
        (data,) = [part.split("</script>")[0] for part in page.split('<script type="application/ld+json">')[1:]]
        names.add(json.loads(data)["name"])
    assert names >= {line(words) for words in HOSTILE}


def test_markdown_sees_no_text_of_a_seed(sites: tuple[Path, Path]) -> None:
    """A second CommonMark parser finds seeds' words in HTML blocks only: nothing resumes Markdown inside a page."""
    hostile, _ = sites
    parser = MarkdownIt("commonmark", {"html": True})
    for path in sorted((hostile / ".brief" / "docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        _, _, body = text.partition("\n---\n")
        for token in parser.parse(body):
            if token.type == "inline":
                known = token.content.split(" { #")[0]
                allowed = len(known) < 60 and not any(words[:20] in known for words in HOSTILE)
                assert allowed, (path, token.content)
            else:
                assert token.type in (
                    "html_block",
                    "heading_open",
                    "heading_close",
                    "paragraph_open",
                    "paragraph_close",
                ), path


@pytest.mark.parametrize("words", HOSTILE)
def test_front_matter_holds_one_escaped_string(words: str) -> None:
    value = yaml.safe_load(f"title: {front_matter(words)}\n")["title"]
    assert stdlib_html.unescape(value) == " ".join(stdlib_html.unescape(stdlib_html.escape(clean(words))).split())
    assert "<" not in value


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_cleaning_keeps_lengths_and_is_done_once(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert clean(clean(text)) == clean(text)
    assert not UNSAFE.search(clean(text))
    clean(text).encode()


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_html_is_one_line_that_reads_back_as_the_text(text: str) -> None:
    shown = html(text)
    assert shown.splitlines() in ([], [str(shown)])
    assert stdlib_html.unescape(str(shown)) == clean(text)
    assert not set("<>\"'") & set(shown)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c&d=e#f", True),
        ("HTTP://example.org", True),
        ("http://[::1]/", True),
        ("https://münchen.example/ä", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org/", False),
        ("https://", False),
        ("https://example.org/a b", False),
        ('https://example.org/"onclick="x', False),
        ("https://example.org/\u202egnp", False),
        ("https://user:word@example.org/", False),
        ("file:///etc/passwd", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert bool(safe_url(url)) == safe


def test_a_template_cannot_print_null() -> None:
    with pytest.raises(ValueError, match="printed null"):
        finalize(None)


@pytest.mark.parametrize("show", [terminal, clean])
def test_a_terminal_gets_no_escape_sequence(show: Callable[[str], str]) -> None:
    assert "\x1b" not in show("\x1b[2J\x9b31m")
