"""Every line of every brief over real articles stands in its article, letter for letter."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pypdf
import pytest

from generator.briefer import Briefer
from generator.config import Settings
from generator.errors import SeedError
from generator.model import Brief
from generator.render.exports import brief_json, published_json
from generator.render.pdf import Press
from generator.render.publish import publish
from generator.render.view import brief_view
from generator.verify import verify

SAMPLE = 8
"""Articles read without `--soak`, spread evenly."""
FOOT = re.compile(r"Quotes,claims,rolesanddatedlinesarecut\S*?=paragraph\.(?:□=notinthesefonts\.)?\d+/\d+")


@pytest.fixture(scope="module")
def briefs(bench: Path, soak: bool, briefer: Briefer) -> list[Brief]:
    """The briefs of the bench's articles; what gives none has a named reason."""
    paths = sorted((bench / "articles").glob("*.txt"))
    chosen = paths if soak else paths[:: max(1, len(paths) // SAMPLE)]
    made = []
    for path in chosen:
        try:
            made.append(briefer.brief_file(path))
        except SeedError:
            continue
    assert len(made) >= len(chosen) - max(1, len(chosen) // 30)
    return made


def test_every_slice_is_right(briefs: list[Brief]) -> None:
    problems = {brief.seed.name: verify(brief_json(brief), brief.text) for brief in briefs}
    assert {name: found for name, found in problems.items() if found} == {}


def test_every_published_slice_is_right(briefs: list[Brief]) -> None:
    for brief in briefs:
        cut = publish(brief, Settings()).brief
        assert verify(published_json(cut), brief.text) == []
        assert "text" not in json.loads(published_json(cut))


def test_the_pdf_prints_the_article_s_words_and_their_offsets(briefs: list[Brief], tmp_path: Path) -> None:
    for brief in briefs:
        pdf_words_are_the_articles(brief, Settings(), tmp_path)


def pdf_words_are_the_articles(brief: Brief, settings: Settings, folder: Path) -> None:
    """Prints a brief and finds each of its lines, and the offsets of its quotes, among the words of the pages."""
    view = brief_view(publish(brief, settings), settings)
    pages = pypdf.PdfReader(io.BytesIO(Press("Desk", folder).print(view).read_bytes())).pages
    words = _body([page.extract_text() for page in pages], view.heading)
    lines = [*view.summary, *(claim.words for claim in view.claims), *(event.words for event in view.events)]
    lines += [role.words for actor in view.actors for role in actor.roles]
    pieces = [(line.text, line.start, line.end) for line in lines]
    pieces += [(p.text, p.start, p.end) for quote in view.quotes for p in quote.parts if p.end]
    for text, start, end in pieces:
        assert text == brief.text[start:end]
        assert _tight(text) in words, (brief.seed.name, text)
    for quote in view.quotes:
        assert f"{quote.words.start}–{quote.words.end}" in words


def _body(pages: list[str], heading: str) -> str:
    """The words of a PDF without the lines above and below each page, which stand in the middle of a broken row."""
    first, *others = (FOOT.sub("", _tight(page)) for page in pages)
    return first + "".join(page.replace(f"Desk{_tight(heading)}", "", 1) for page in others)


def _tight(words: str) -> str:
    """Words without white space and what no printer shows."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\ufeff]", "", words)
