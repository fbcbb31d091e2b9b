"""What a page says happened and what it calls disputed: answers, figures, oppositions, headlines in place of titles."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from generator.config import Settings
from generator.edition import make_edition
from generator.model import Figure, Headline, Slice, Story, StoryDispute
from generator.render.amounts import amount, number
from generator.render.messages import Messages
from generator.render.overview import published_edition
from generator.render.publish import publish
from generator.render.shown import disputed_elsewhere, shown
from generator.render.site import render_site
from generator.render.view import brief_view
from tests.made_briefs import bare, landslide, piece, titled, with_name
from tests.site_reader import read_page

LEAD = "Rain fell on the village of Hentzau all night, and nobody counted the drops. The mill stood still."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("findings")
    headline = piece(Headline, LEAD, "Rain fell on the village of Hentzau all night", rule="lead", cut=True)
    lead = bare(LEAD, "lead.txt", headline=headline, summary=(piece(Slice, LEAD, "The mill stood still."),))
    render_site([landslide(), lead], Settings(pdf=False), folder, folder / "site", None)
    return folder / "site"


def text_of(site: Path, seed: str) -> str:
    for path in sorted((site / "briefs").rglob("brief.json")):
        if msgspec.json.decode(path.read_bytes())["seed"]["name"] == seed:
            return " ".join(read_page(path.with_name("index.html")).text.split())
    raise AssertionError(seed)


def test_each_question_has_its_answer_or_says_that_there_is_none(site: Path) -> None:
    text = text_of(site, "landslide.txt")
    assert "WhoA landslide ¶1" in text
    assert "WhenMarch 12, 2026 ¶1" in text
    assert "Whywhen rain fell for nine days ¶5" in text
    assert "What is disputed" in text.partition("Whywhen rain")[2][:80], "no line for a question that is not asked"
    view = brief_view(publish(msgspec.structs.replace(landslide(), answers=()), Settings()), Settings())
    assert view.answers == ()
    one = msgspec.structs.replace(landslide(), answers=landslide().answers[:1])
    asked = brief_view(publish(one, Settings()), Settings()).answers
    assert [(answer.question, bool(answer.words.text)) for answer in asked] == [
        ("Who", True),
        ("What", False),
        ("When", False),
        ("Where", False),
    ]


def test_a_date_is_told_only_where_the_words_leave_its_year_out() -> None:
    answers = tuple(
        msgspec.structs.replace(answer, date=date)
        for answer in landslide().answers
        if answer.question == "when"
        for date in ("2026-03-12", "2025-03-12", "--03-12")
    )
    told = [
        brief_view(publish(msgspec.structs.replace(landslide(), answers=(one,)), Settings()), Settings())
        .answers[2]
        .date.iso
        for one in answers
    ]
    assert told == ["", "2025-03-12", ""]


def test_both_sides_of_an_opposition_stand_side_by_side(site: Path) -> None:
    text = text_of(site, "landslide.txt")
    assert "Said and denied" in text
    assert "warnings had been ignored" in text
    assert "any warning was missed" in text
    assert text.index("says it is so") < text.index("says it is not so")
    home = read_page(site / "index.html").text
    assert "says it is not so" in home


def test_a_figure_names_its_number_its_thing_and_who_says_it(site: Path) -> None:
    text = text_of(site, "landslide.txt")
    assert "14 people14personMira Voss¶2" in text
    assert "22 people22person" in text


def test_the_first_words_of_the_lead_stand_for_a_missing_title(site: Path) -> None:
    text = text_of(site, "lead.txt")
    assert "Rain fell on the village of Hentzau all night …" in text
    assert "the first words of its lead stand in its place" in text
    assert "Rain fell on the village of Hentzau all night …" in read_page(site / "briefs" / "index.html").text


@pytest.mark.parametrize(
    ("fields", "shown_as"),
    [
        ({"value": 15}, "15"),
        ({"low": 80}, "at least 80"),
        ({"high": 80}, "at most 80"),
        ({"low": 2_000_000, "high": 3_000_000}, "2 million to 3 million"),
        ({"value": 12000, "rule": "count/about"}, "about 12,000"),
        ({"value": 80, "low": 80}, "at least 80"),
        ({"value": 80, "high": 80}, "at most 80"),
        ({"value": 2, "low": 2, "high": 2}, "2"),
        ({"value": 0}, "0"),
        ({}, ""),
    ],
)
def test_amounts_are_told_in_figures(fields: dict[str, object], shown_as: str) -> None:
    made = {"start": 0, "end": 1, "text": "x", "rule": "count", "id": "f", "unit": "u", "paragraph": 1}
    assert amount(msgspec.convert({**made, **fields}, Figure), Messages()) == shown_as


@pytest.mark.parametrize("value", [1_234_567, 999_999_999_999, 0.25, 1.5e12, 10**400, -40])
def test_no_number_is_rounded_off(value: float) -> None:
    words = number(value, Messages())
    size = {"million": 1e6, "billion": 1e9, "trillion": 1e12}.get(words.rpartition(" ")[2], 1)
    if abs(value) < 1e15:
        assert float(words.split()[0].replace(",", "")) * size == pytest.approx(value, rel=1e-9)


def test_editions_are_joined_on_whole_briefs_whatever_is_shown_of_them() -> None:
    briefs = [landslide(), with_name(landslide(), "again.txt", published="2026-03-14")]
    _, all_of_it = published_edition(briefs, Settings(publish_text="full"))
    _, little = published_edition(briefs, Settings(publish_share=0.02))
    assert [dossier.id for dossier in little.dossiers] == [dossier.id for dossier in all_of_it.dossiers]
    assert sum(dossier.quotes for dossier in little.dossiers) == 0
    assert all(not dossier.roles for dossier in little.dossiers)


def test_what_another_brief_disputes_is_shown_first_and_what_is_left_out_is_not_pointed_at() -> None:
    one, other = landslide(), titled("Pass shut", "pass.txt")
    other = msgspec.structs.replace(
        other,
        figures=(piece(Figure, other.text, "two dogs", id="f9", value=2, unit="person", paragraph=1),),
    )
    whole = make_edition([one, other])
    dispute = StoryDispute(unit="person", figures=((one.id, "f1"), (other.id, "f9")))
    story = Story(id="s", name="S", central=one.id, briefs=(one.id, other.id), disputes=(dispute,))
    whole = msgspec.structs.replace(whole, stories=(story,), story_of={one.id: "s", other.id: "s"})
    first = disputed_elsewhere(whole)
    assert first == {one.id: {"f1"}, other.id: {"f9"}}
    shares = {one.id: 0.2, other.id: 0.6}
    cut = {b.id: publish(b, Settings(publish_share=shares[b.id]), first[b.id]).brief for b in (one, other)}
    assert shown(whole, cut).stories[0].disputes == (dispute,)
    cut[other.id] = publish(other, Settings(publish_share=0.01)).brief
    assert shown(whole, cut).stories[0].disputes == ()


def test_a_deck_that_opens_the_summary_stands_once() -> None:
    brief = landslide()
    assert brief.deck is not None
    opened = msgspec.structs.replace(brief, summary=(brief.deck, *brief.summary))
    assert brief_view(publish(brief, Settings()), Settings()).deck.text == brief.deck.text
    view = brief_view(publish(opened, Settings()), Settings())
    assert (view.deck.text, view.summary[0].text) == ("", brief.deck.text)
