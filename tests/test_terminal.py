"""`brief show` prints the article's words, says what is unsure, and nothing in a seed can act on the terminal."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from rich.console import Console

from generator.config import Settings
from generator.identity import text_hash
from generator.model import Brief
from generator.render.terminal import WIDTH, show
from tests.sample_brief import TEXT, hostile_briefs, sample_brief

replace = msgspec.structs.replace


def printed(brief: Brief, *, explain: bool = False, settings: Settings | None = None, width: int = WIDTH) -> str:
    """What a pipe gets."""
    file = io.StringIO()
    show(brief, Console(file=file, width=width), explain=explain, settings=settings)
    return file.getvalue()


def joined(text: str) -> str:
    """Words without line breaks and runs of spaces."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def plain() -> str:
    """The sample as printed, line breaks gone."""
    return joined(printed(sample_brief()))


@pytest.fixture(scope="module")
def explained() -> str:
    """The sample as printed with `--explain`, line breaks gone."""
    return joined(printed(sample_brief(), explain=True))


def test_it_holds_every_part_letter_for_letter(plain: str) -> None:
    brief = sample_brief()
    for piece in (brief.title, brief.deck, brief.byline, *brief.summary, *brief.claims, *brief.figures, *brief.events):
        assert piece is not None
        assert joined(TEXT[piece.start : piece.end]) in plain
    for quote in brief.quotes:
        for span in quote.spans:
            assert span.text in plain
    assert "“The wall would not have held,” … “calm and on high ground.”" in plain


def test_speakers_stand_as_written_and_doubt_is_said(plain: str) -> None:
    assert "— Interior Minister Flavia Elphberg · via: told Radio Strelsau · ¶2" in plain
    assert "— she? (Flavia Elphberg) unsure · partly quoted · ¶2" in plain
    assert "— speaker not stated · reported · ¶4" in plain
    assert "unsure" not in joined(printed(sample_brief(), settings=Settings(unsure_below=0.2)))


def test_figures_claims_roles_sources_and_dates(plain: str) -> None:
    assert "12 villages the ministry ¶3 19 villages Fritz Tarlenheim ¶4" in plain
    assert "12 villages 12 village · the ministry · ¶3" in plain
    assert "help came too late Fritz Tarlenheim · says it is so · ¶4" in plain
    assert "help came late The ministry · says it is not so · ¶4" in plain
    assert "When March 4 4 March 2019 ¶1 Where not said, or not sure Why The wall" in plain
    assert "without evidence: “Without offering evidence” · the ministry · ¶3" in plain
    assert "Flavia Elphberg Interior Minister ¶2" in plain
    assert "Reuters agency, source" in plain
    assert "4 March year not stated opened the gates" in plain


def test_the_whole_brief_is_shown_whatever_the_site_may_publish() -> None:
    assert printed(sample_brief(), settings=Settings(publish_share=0.01)) == printed(sample_brief())


def test_explain_adds_what_was_removed_and_the_rules(plain: str, explained: str) -> None:
    assert "0-11 text_size XS SM MD LG" in explained
    assert "[292-315 model 0.97]" in explained
    assert "she? (Flavia Elphberg) unsure [subject 0.30]" in explained
    assert "text_size" not in plain
    assert "[" not in plain


def test_offsets_of_explain_are_right(explained: str) -> None:
    places = re.findall(r"\[(\d+)-(\d+) lead 0.70\]", explained)
    assert [TEXT[int(start) : int(end)] for start, end in places] == [sample_brief().summary[0].text]


def test_an_empty_brief_says_what_is_missing() -> None:
    empty = Brief(id="0", seed=sample_brief().seed, text="x", text_sha256=text_hash("x"))
    lines = joined(printed(empty, explain=True))
    for words in (
        "Untitled article (dam.txt)",
        "Date not stated",
        "names nobody",
        "no dates",
        "no credit",
        "No line was",
    ):
        assert words in lines
    assert "Disputed" not in lines
    assert "Claims" not in lines


def test_a_pipe_gets_no_colour_and_a_hundred_columns() -> None:
    code = (
        "from tests.sample_brief import sample_brief; from generator.render.terminal import show; show(sample_brief())"
    )
    env = os.environ | {"COLUMNS": "40", "PYTHONIOENCODING": "ascii"}
    root = Path(__file__).parent.parent
    made = subprocess.run([sys.executable, "-c", code], cwd=root, env=env, capture_output=True, text=True, check=True)
    assert "\x1b" not in made.stdout
    assert max(len(line) for line in made.stdout.splitlines()) <= WIDTH
    assert any(len(line.rstrip()) > 80 for line in made.stdout.splitlines())
    assert "?We had no other choice,?" in made.stdout


@pytest.mark.parametrize("width", [20, 60, 300])
def test_lines_fit_the_terminal(width: int) -> None:
    assert max(len(line) for line in printed(sample_brief(), width=width).splitlines()) <= min(width, WIDTH)


@given(hostile_briefs())
def test_hostile_text_does_nothing_to_the_terminal(brief: Brief) -> None:
    output = printed(brief, explain=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", output)


def test_markup_of_rich_is_printed() -> None:
    words = "[bold red]x[/] [link=https://a.example]y[/link] :smile: \x1b]0;z\x07"
    lines = joined(printed(replace(sample_brief(), outlet=words)))
    assert "[bold red]x[/] [link=https://a.example]y[/link] :smile: \ufffd]0;z\ufffd" in lines


def test_colour_is_for_terminals_and_marks_what_needs_care() -> None:
    file = io.StringIO()
    show(sample_brief(), Console(file=file, width=WIDTH, force_terminal=True, color_system="standard"))
    assert "\x1b[33munsure" in file.getvalue()
