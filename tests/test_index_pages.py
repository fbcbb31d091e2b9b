"""What readers find on the pages that lead to briefs: the first page, sources, timeline, stories, how it is made."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.edition import make_edition
from generator.edition.sources import NAMED_TOGETHER, PICTURES, credits_of, sources_of
from generator.model import Actor, Brief, Dispute, Event, Figure, Slice, Source, Story, StoryDispute
from generator.render import about, days, markdown
from generator.render.about import about_view
from generator.render.home import CARDS, newest_day
from generator.render.markdown import Page, Pages
from generator.render.messages import Messages
from generator.render.overview import EditionView, edition_view, published_edition
from generator.render.publish import publish
from generator.render.site import render_site
from tests.made_briefs import bare, landslide, titled, with_name
from tests.site_reader import dead_links, read_site
from tests.steps import steps
from tests.test_site import check_verbatim

SETTINGS = Settings(pdf=False, publish_text="full")

# Sources: who is credited with whom, and what rests on one alone.


def credited(name: str, *sources: tuple[str, str, str], line: bool = True, unnamed: bool = False) -> Brief:
    """A brief whose credit line names sources, each as name, kind and role."""
    text = f"Rain fell on Hentzau.\nWith reporting by {', '.join(source[0] for source in sources)} and others"
    at = text.index("With")
    made = []
    for written, kind, role in sources:
        start = text.index(written, at)
        made.append(
            Source(
                start=start,
                end=start + len(written),
                text=written,
                rule="made",
                name=written,
                as_written=written,
                kind=kind,  # type: ignore[arg-type]
                role=role,
            )
        )
    words = Slice(start=at, end=len(text), text=text[at:], rule="made")
    others = Slice(start=len(text) - 6, end=len(text), text="others", rule="made")
    return bare(
        text, name, sources=tuple(made), credit=(words,) if line else (), unnamed_sources=(others,) if unnamed else ()
    )


PRESS = ("Ruritanian Press Agency", "agency", "source")
POST = ("River Post", "outlet", "source")
LIND = ("Mara Lind", "person", "reporting")
PICTURE = ("Zenda Pictures", "agency", "photo")

GROUPS = [
    ("one", (PRESS,), {}),
    ("one", (PRESS, LIND), {}),
    ("one", (PRESS, ("Ruritanian Press Agency", "agency", "additional_reporting")), {}),
    ("one", (PRESS, PICTURE), {}),
    ("several", (PRESS, POST), {}),
    ("several", (PRESS,), {"unnamed": True}),
    ("people", (LIND,), {}),
    ("people", (PICTURE,), {}),
    ("unread", (), {}),
    ("none", (), {"line": False}),
]


@pytest.mark.parametrize(("group", "sources", "more"), GROUPS)
def test_a_brief_is_in_the_group_of_what_its_credit_line_names(
    group: str, sources: tuple[tuple[str, str, str], ...], more: dict[str, bool]
) -> None:
    brief = credited("a.txt", *sources, **more)
    found = msgspec.to_builtins(credits_of([brief]))
    assert {name: ids for name, ids in found.items() if ids} == {group: (brief.id,)}


def test_pictures_are_no_words() -> None:
    assert "photo" in PICTURES


def test_a_source_knows_the_briefs_that_rest_on_it_alone() -> None:
    briefs = [credited("a.txt", PRESS, PICTURE), credited("b.txt", PRESS, POST), credited("c.txt", POST, LIND)]
    entries = {entry.name: entry for entry in sources_of(briefs)}
    assert entries["Ruritanian Press Agency"].alone == (briefs[0].id,)
    assert entries["River Post"].alone == (briefs[2].id,)
    assert entries["Zenda Pictures"].alone == entries["Mara Lind"].alone == ()


NAMES = st.sets(st.sampled_from("ABCDEFGH"), max_size=6).map(sorted)


@given(st.lists(NAMES, max_size=12))
def test_who_is_named_together_is_counted_the_same_from_both_sides(lines: list[list[str]]) -> None:
    kinds = {"A": "person", "B": "person"}
    briefs = [
        credited(f"{number}.txt", *((f"{name} Agency", kinds.get(name, "agency"), "source") for name in names))
        for number, names in enumerate(lines)
    ]
    entries = {entry.id: entry for entry in sources_of(briefs)}
    for entry in entries.values():
        counts = [times for _, times in entry.together]
        assert counts == sorted(counts, reverse=True)
        for other, times in entry.together:
            assert (entry.id, times) in entries[other].together
            assert times == len(set(entry.credited) & set(entries[other].credited))


def hostile(count: int) -> Brief:
    return credited("long.txt", *((f"{n:05} Agency", "agency", "source") for n in range(count)))


def test_a_credit_line_of_many_names_makes_few_pairs() -> None:
    entries = sources_of([hostile(500)])
    assert sum(len(entry.together) for entry in entries) == NAMED_TOGETHER * (NAMED_TOGETHER - 1)
    assert steps(lambda: sources_of([hostile(800)])) < 6 * steps(lambda: sources_of([hostile(200)]))


def test_the_work_of_counting_grows_with_the_briefs() -> None:
    def work(count: int) -> int:
        briefs = [credited(f"{n}.txt", PRESS, POST, LIND) for n in range(count)]
        return steps(lambda: (sources_of(briefs), credits_of(briefs)))

    assert work(400) < 6 * work(100)


# The first page.


def pages_of(view: EditionView, folder: Path, language: str = "en") -> dict[str, str]:
    made: list[Page] = list(Pages(view, {}, folder, Messages(language)))
    return {page.path: page.text for page in made}


def view_of(*briefs: Brief) -> EditionView:
    return published_edition(briefs, SETTINGS)[1]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&nbsp;", " ").split())


def test_a_card_names_its_first_actors_with_links_to_their_pages(tmp_path: Path) -> None:
    home = pages_of(view_of(landslide()), tmp_path)["index.md"]
    cast = home[home.index('class="nb-cast"') :].split("</p>")[0]
    assert plain(f"<{cast}") == "Mira Voss , Anton Rask , Health Ministry"
    assert 'href="actors/mira-voss/"' in cast
    assert "the AP" not in home
    assert ">AP</span>" in home


def test_places_are_named_where_nobody_else_is(tmp_path: Path) -> None:
    place = Actor(id="zenda", name="Zenda", kind="place", rank=1, salience=0.5)
    home = pages_of(view_of(bare("Rain fell on Zenda.", actors=(place,))), tmp_path)["index.md"]
    assert "<bdi>Zenda</bdi>" in home


def counted(name: str, number: int, outlet: str, published: str, disputed: bool = False) -> Brief:
    """A brief with a count of the missing; and one that it disputes itself."""
    text = f"{number} people are missing. Others say 30 people are missing."
    figures = tuple(
        Figure(
            start=text.index(words),
            end=text.index(words) + len(words),
            text=words,
            rule="made",
            id=f"f{value}",
            value=value,
            unit="person",
            paragraph=1,
        )
        for words, value in ((f"{number} people", number), ("30 people", 30))
    )
    disputes = (Dispute(unit="person", figures=(0, 1)),) if disputed else ()
    return bare(text, name, figures=figures, outlet=outlet, published=published, disputes=disputes)


def story_of(*briefs: Brief, disputed: bool = True) -> EditionView:
    """The view of an edition whose briefs are one story that disputes the first figure of each."""
    edition = make_edition(briefs)
    keys = tuple((brief.id, brief.figures[0].id) for brief in briefs)
    story = Story(
        id="missing",
        name="Missing",
        central=briefs[0].id,
        briefs=tuple(brief.id for brief in edition.briefs),
        disputes=(StoryDispute(unit="person", figures=keys),) if disputed else (),
    )
    edition = msgspec.structs.replace(
        edition, stories=(story,), story_of={brief.id: story.id for brief in edition.briefs}
    )
    return edition_view(edition, {brief.id: publish(brief, SETTINGS) for brief in edition.briefs}, SETTINGS)


def test_a_dispute_of_a_story_is_not_told_again_by_its_brief(tmp_path: Path) -> None:
    view = story_of(
        counted("a.txt", 14, "River Post", "2026-03-12", disputed=True),
        counted("b.txt", 22, "Strelsau Desk", "2026-03-13"),
    )
    (matter,) = view.disputed
    assert [figure.amount for figure, _ in matter.figures] == ["14", "22", "30"]
    assert [story.id for story in matter.stories] == ["missing"]
    pages = pages_of(view, tmp_path)
    for name in ("index.md", "stories/missing/index.md"):
        assert pages[name].count("nb-dispute__q") == 1, name
    assert "1 matter disputed" in plain(pages["index.md"])


def test_the_first_page_shows_some_figures_of_a_long_dispute_and_leads_to_the_others(tmp_path: Path) -> None:
    briefs = [counted(f"{n}.txt", 14 + n, "River Post", f"2026-03-{n + 10}") for n in range(7)]
    pages = pages_of(story_of(*briefs), tmp_path)
    assert pages["index.md"].count("<b class=") == 4
    assert '<a href="stories/missing/#disputed">3 more</a>' in pages["index.md"]
    assert all(f"{14 + n} people" in pages["stories/missing/index.md"] for n in range(7))


def test_a_dispute_of_a_brief_alone_is_told_beside_its_story(tmp_path: Path) -> None:
    view = story_of(
        counted("a.txt", 14, "River Post", "2026-03-12", disputed=True),
        counted("b.txt", 22, "Strelsau Desk", "2026-03-13"),
        disputed=False,
    )
    (matter,) = view.disputed
    assert (matter.stories, matter.brief.seed_name) == ((), "a.txt")
    assert "Disputed within one of the briefs" in pages_of(view, tmp_path)["stories/missing/index.md"]


def test_copies_of_one_text_dispute_once() -> None:
    view = view_of(landslide(), with_name(landslide(), "again.txt", outlet="River Post"))
    assert [len(group) for story in view.stories for group in story.copies] == [2]
    assert [(matter.unit, bool(matter.opposition.sides)) for matter in view.disputed] == [("person", False), ("", True)]


def dated(name: str, published: str | None, *dates: str) -> Brief:
    """A brief with an event for each date."""
    lines = [f"Thing {number} of {name} happens." for number in range(len(dates))]
    text, events, at = "\n".join(lines) or "Rain.", [], 0
    for number, (line, known) in enumerate(zip(lines, dates, strict=True)):
        events.append(
            Event(
                start=at,
                end=at + len(line),
                text=line,
                rule="made",
                id=f"e{number}",
                date=known,
                paragraph=number + 1,
            )
        )
        at += len(line) + 1
    return bare(text, name, events=tuple(events), published=published)


def test_the_first_page_tells_the_last_days_and_what_is_coming_apart(tmp_path: Path) -> None:
    view = view_of(
        dated("new.txt", "2026-03-12", "2026-03-11", "2026-03-20", "2026-10", "2030", "2026-W11", "2026-03", "--05-01"),
        dated("old.txt", "2025-01-01", "2024-12-31"),
    )
    assert newest_day(view.briefs) == date(2026, 3, 12)
    assert [day.date.iso for day in view.home.days] == ["2026-03-11", "2026-W11", "2024-12-31"]
    assert [day.date.iso for day in view.home.coming] == ["2026-03-20", "2026-10"]
    home = pages_of(view, tmp_path)["index.md"]
    assert home.index("#days") < home.index("#coming")


def test_without_a_dated_brief_nothing_is_coming(tmp_path: Path) -> None:
    view = view_of(dated("a.txt", None, "2026-03-11", "2026"))
    assert (newest_day(view.briefs), view.home.coming) == (None, ())
    home = pages_of(view, tmp_path)["index.md"]
    assert "Date not stated" in home
    assert "Coming up" not in home


def test_one_brief_alone_is_no_list(tmp_path: Path) -> None:
    home = pages_of(view_of(titled("Rain", "a.txt")), tmp_path)["index.md"]
    assert "The brief" in plain(home)
    assert "All 1 brief" not in plain(home)
    assert "nb-head--alone" in home
    for absent in ("#disputed", "#stories", "#days", "#coming"):
        assert absent not in home


def test_the_first_page_stays_light_however_many_briefs_there_are(tmp_path: Path) -> None:
    def weight(count: int) -> int:
        briefs = [titled(f"Council {n:04}", f"{n:04}.txt", "Ruritanian Press Agency") for n in range(count)]
        return len(pages_of(view_of(*briefs), tmp_path)["index.md"])

    assert weight(24 * CARDS) < weight(12 * CARDS) + 100


# The timeline.

DATES = st.one_of(
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat),
    st.dates(date(1950, 1, 1), date(2050, 12, 31)).map(
        lambda day: f"{day.isocalendar()[0]:04}-W{day.isocalendar()[1]:02}"
    ),
    st.dates(date(1950, 1, 1), date(2050, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.integers(1, 9999).map("{:04}".format),
    st.dates(date(2020, 1, 1), date(2020, 12, 31)).map(lambda day: f"--{day.isoformat()[5:]}"),
    st.integers(1, 12).map("--{:02}".format),
)


@given(st.lists(st.lists(DATES, max_size=6), min_size=1, max_size=4))
@hypothesis_settings(max_examples=40, deadline=None)
def test_every_event_is_in_the_timeline_once(briefs: list[list[str]]) -> None:
    view = view_of(*(dated(f"{number}.txt", "2026-03-12", *found) for number, found in enumerate(briefs)))
    told: Counter[tuple[str, str]] = Counter()
    for year in view.calendar.years:
        assert sum(month.count for month in year.months) == year.count
        assert len({month.id for month in year.months}) == len(year.months)
        assert [month.number for month in year.months] == sorted((month.number for month in year.months), reverse=True)
        for month in year.months:
            for day in month.days:
                for telling in day.told:
                    told[telling.brief.id, telling.event.words.text] += 1
                    assert not telling.also
    assert told == {(brief.id, event.words.text): 1 for brief in view.briefs for event in brief.events}
    shown = [*view.calendar.covered, *view.calendar.undated]
    shown += [year for decade in view.calendar.others for year in decade.years]
    assert sorted(year.slug for year in shown) == sorted(year.slug for year in view.calendar.years)


def test_what_several_briefs_tell_is_told_once(tmp_path: Path) -> None:
    view = view_of(landslide(), with_name(landslide(), "again.txt"))
    march = next(month for year in view.calendar.years for month in year.months if month.heading == "March 2026")
    assert [(len(day.told), len(day.told[0].also)) for day in march.days] == [(1, 1)]
    assert "told by 2 briefs" in plain(pages_of(view, tmp_path)["index.md"])


def test_years_lead_to_each_other_and_to_their_months(tmp_path: Path) -> None:
    view = view_of(dated("a.txt", "2026-03-12", "2026-03-11", "2025-12", "2024", "--05-01"))
    page = pages_of(view, tmp_path)["days/2025/index.md"]
    assert 'rel="prev" href="../../days/2024/"' in page
    assert 'rel="next" href="../../days/2026/"' in page
    assert "## December 2025 { #m2025-12 }" in page
    assert 'rel="' not in pages_of(view, tmp_path)["days/no-year/index.md"]


# How it is made.


def test_the_page_says_when_and_how_it_was_measured_and_with_what(tmp_path: Path) -> None:
    text = plain(pages_of(view_of(titled("Rain", "a.txt")), tmp_path)["about/index.md"])
    for words in (
        "Measured on",
        "python -m tests.quality --whole",
        "en_core_web_sm",
        "brief verify",
        "brief show --text",
    ):
        assert words in text, words


def test_what_was_measured_is_said_in_the_language_of_the_page() -> None:
    german = about_view(Settings(), Messages("de"))
    assert german.measured[0].question == "Werden zitierte Wörter mit dem richtigen Sprecher gefunden?"
    assert {row.measure for row in german.measured} & {"joint F1", "share"} == set()
    assert all(row.question for row in german.measured)


def test_figures_without_a_date_or_command_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "ACCURACY", tmp_path / "accuracy.json")
    rows = [{"question": "Is it right?", "measure": "share", "score": ".75", "people": "", "data": "4 texts"}]
    for found in (rows, {"rows": rows}):
        (tmp_path / "accuracy.json").write_text(json.dumps(found), encoding="utf-8")
        view = about_view(Settings(), Messages())
        assert [(row.question, row.bar, row.command) for row in view.measured] == [("Is it right?", 75, "")]
        assert (view.date.iso, view.command, view.commands) == ("", "", ())


@pytest.mark.parametrize(("score", "bar"), [("1.00", 100), ("", 0), ("much", 0), ("7", 100), ("nan", 0), ("-1", 0)])
def test_a_bar_is_never_longer_than_its_place(score: str, bar: int) -> None:
    assert about._per_cent(score) == bar


# All of them together.

LONG = "Landslide " * 22


def wide_edition() -> list[Brief]:
    """Many briefs, one source with most of them, a headline of 220 letters, names written right to left."""
    hebrew = Actor(id="one", name="\u05de\u05d9\u05e8\u05d4 \u05d5\u05d5\u05e1", kind="person", rank=1, salience=0.9)
    return [
        landslide(),
        with_name(landslide(), "again.txt", outlet="\u05d4\u05d0\u05e8\u05e5"),
        titled(LONG.strip(), "long.txt", published="2026-03-14", actors=(hebrew,)),
        *(
            titled(f"Council meets {n}", f"c{n}.txt", "Ruritanian Press Agency", published=f"2025-{n % 12 + 1:02}-03")
            for n in range(36)
        ),
        dated("days.txt", "2026-03-12", "2026-03-11", "2026-04-01", "2026", "1994-05", "--05-01", "2026-W11"),
        credited("two.txt", PRESS, POST, LIND),
        bare("Rain fell.", "rain.txt"),
    ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_page_leads_somewhere_and_none_has_a_style_of_its_own(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if language == "de":  # indexes that are split
        monkeypatch.setattr(markdown, "PER_PAGE", 8)
        monkeypatch.setattr(days, "LONGEST", 2)
    briefs = wide_edition()
    settings = msgspec.structs.replace(SETTINGS, labels=language)
    render_site(briefs, settings, tmp_path, tmp_path / "site", None)
    pages = read_site(tmp_path / "site")
    assert dead_links(tmp_path / "site", pages) == []
    check_verbatim(tmp_path / "site", pages, briefs)
    ours = ("index", "briefs/", "sources/", "days/", "stories/", "about/", "disputed/")
    indexes = {name: page for name, page in pages.items() if name.startswith(ours) and not name.startswith("briefs/c")}
    wanted = {"sources/credits/one/index.html", "sources/ruritanian-press-agency/index.html", "days/2026/index.html"}
    wanted |= {"days/2026/03/index.html", "sources/credits/one/5/index.html"} if language == "de" else set()
    assert wanted <= set(indexes)
    for name in ("index.html", *wanted):
        assert not [tag for tag, attributes in pages[name].tags if "style" in attributes and tag != "label"], name
