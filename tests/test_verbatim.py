"""What "word for word" means, on the built site: generated articles, real pages, PDFs and CSV."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import Briefer, Settings
from generator.model import Brief
from generator.render.escape import clean
from generator.render.site import render_site
from generator.store import Outcome
from tests.site_reader import dead_links, read_site
from tests.test_articles import pdf_words_are_the_articles
from tests.test_briefer import BRIDGE, TEXTS
from tests.test_site import check_verbatim

ARTICLES = st.lists(TEXTS | st.text('abc “”".,Th', max_size=60), min_size=1, max_size=4)


@pytest.mark.timeout(1800)
def test_whatever_a_site_sets_as_an_articles_stands_in_it(briefer: Briefer, soak: bool, tmp_path: Path) -> None:
    @settings(max_examples=60 if soak else 3, deadline=None, suppress_health_check=list(HealthCheck))
    @given(middles=ARTICLES, share=st.sampled_from([0.2, 0.6, 1.0]))
    def holds(middles: list[str], share: float) -> None:
        shutil.rmtree(tmp_path / "p", ignore_errors=True)
        briefs = [named(briefer.brief(BRIDGE.format(middle=middle)), n) for n, middle in enumerate(middles)]
        looks = Settings(publish_share=share)
        render_site(briefs, looks, tmp_path / "p", tmp_path / "p" / "site", 0)
        site = tmp_path / "p" / "site"
        pages = read_site(site)
        assert check_verbatim(site, pages, briefs) > len(briefs)
        assert dead_links(site, pages) == []
        check_csv(site / "quotes" / "quotes.csv", briefs)
        for brief in filter(in_the_fonts, briefs):
            pdf_words_are_the_articles(brief, looks, tmp_path / "press")

    holds()


def named(brief: Brief, number: int) -> Brief:
    """The brief as if its seed had a name of its own, as all files of a folder have."""
    seed = msgspec.structs.replace(brief.seed, name=f"{number}.txt")
    return msgspec.structs.replace(brief, id=f"{brief.id[:8]}{number:04d}", seed=seed)


def in_the_fonts(brief: Brief) -> bool:
    """True if a PDF can show every letter; what Typst's fonts lack is printed as a box, and the footer says so."""
    return all(char in "\n“”‘’…—" or (char.isprintable() and char < "\u0250") for char in brief.text)


def check_csv(path: Path, briefs: list[Brief]) -> None:
    """Each cell of article's words, its guard taken off, is the slice at the row's offsets."""
    texts = {brief.id: brief.text for brief in briefs}
    for row in csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")):
        words = row["text"].removeprefix("'") if "text" in row["guarded"].split() else row["text"]
        assert clean(words) == clean(texts[row["brief"]][int(row["start"]) : int(row["end"])])


def test_an_outcome_survives_the_store(briefer: Briefer) -> None:
    outcome = Outcome(brief=briefer.brief(BRIDGE.format(middle="“No,” she said.")))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(outcome), type=Outcome) == outcome
