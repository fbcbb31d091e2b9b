"""Stories: the cases of tests/fixtures/stories.md, what does not matter for them, and what they cost."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Brief, Briefer, Settings
from generator.edition import likeness, make_edition
from generator.edition.copies import are_copies, copies_of, runs_of
from generator.edition.likeness import needed
from generator.edition.stories import headline, shelf_of, stories_of
from generator.edition.terms import stem, terms_of
from generator.model import Edition, Event, Headline, Metadata
from generator.read import seed_of
from tests.edition_cost import word
from tests.label_texts import rows, seed
from tests.made_briefs import bare, piece, titled
from tests.pairs import Pair, pairs
from tests.steps import steps
from tests.story_labels import found_in, scored

HEAD = re.compile(r"^### (?P<outlet>[^,\n]+)(?:, (?P<date>\S+))?\n", re.MULTILINE)
CASES = pairs("stories.md")


class Found(NamedTuple):
    """The lines of a case."""

    stories: set[tuple[int, ...]]
    copies: set[tuple[int, ...]]
    names: set[int]


@pytest.fixture(scope="module")
def reader() -> Briefer:
    return Briefer(Settings(quotes="rules"))


def briefs_of(case: Pair, reader: Briefer) -> list[Brief]:
    """A brief for each article of a case."""
    _, *parts = HEAD.split(case.text)
    found = []
    for number, (outlet, date, text) in enumerate(zip(parts[::3], parts[1::3], parts[2::3], strict=True), 1):
        article = msgspec.structs.replace(
            seed_of(text.strip()), name=f"{number:02}.txt", metadata=Metadata(outlet=outlet, published=date)
        )
        found.append(reader.brief_seed(article))
    return found


def expected(case: Pair) -> Found:
    found = Found(set(), set(), set())
    for line in case.expected:
        kind, *numbers = line.split()
        chosen = tuple(map(int, numbers))
        if kind == "name":
            found.names.update(chosen)
        else:
            {"story": found.stories, "copies": found.copies}[kind].add(chosen)
    return found


def seen(edition: Edition) -> Found:
    number = {brief.id: int(brief.seed.name[:2]) for brief in edition.briefs}

    def numbers(ids: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(sorted(number[brief] for brief in ids))

    stories = edition.stories
    return Found(
        {numbers(story.briefs) for story in stories},
        {numbers(copies) for story in stories for copies in story.copies},
        {number[story.central] for story in stories},
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_stories(case: Pair, reader: Briefer) -> None:
    wanted, found = expected(case), seen(make_edition(briefs_of(case, reader)))
    assert found.stories == wanted.stories
    assert found.copies == wanted.copies
    assert wanted.names <= found.names


def test_all_cases_together(reader: Briefer) -> None:
    """Articles of other cases change nothing, in whatever order they come."""
    briefs, wanted = [], set()
    for number, case in enumerate(CASES):
        made = [
            msgspec.structs.replace(
                brief,
                id=f"{number}-{brief.id}",
                seed=msgspec.structs.replace(brief.seed, name=f"{number}{brief.seed.name}"),
            )
            for brief in briefs_of(case, reader)
        ]
        briefs += made
        wanted |= {frozenset(made[at - 1].id for at in story) for story in expected(case).stories}
    edition = make_edition(briefs)
    assert {frozenset(story.briefs) for story in edition.stories} == wanted
    random.Random(1).shuffle(briefs)
    assert make_edition(briefs) == edition


@pytest.mark.parametrize("table", ["EVIDENCE", "VETOES"])
def test_each_rule_is_needed(table: str, reader: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = getattr(likeness, table)
    made = [(briefs_of(case, reader), expected(case).stories) for case in CASES]
    monkeypatch.setattr(likeness, "needed", lambda pair: needed(pair) if (pair.days or 0) <= 8 else 0.24)
    for row in rows:
        monkeypatch.setattr(likeness, table, tuple(other for other in rows if other is not row))
        assert any(seen(make_edition(briefs)).stories != stories for briefs, stories in made), row[0]


def test_a_story_tells_its_days_actors_and_reasons(reader: Briefer) -> None:
    edition = make_edition(briefs_of(CASES[0], reader))
    (story,) = edition.stories
    assert [day.date for day in story.days] == ["2026-04-14", "2026-04-15", "2026-04-16"]
    assert [brief for day in reversed(story.days) for brief in day.briefs] == list(story.briefs)
    assert edition.story_of == dict.fromkeys(story.briefs, story.id)
    assert "ferry" in [reason.casefold() for reason in story.because]
    names = {dossier.id: dossier.name for dossier in edition.dossiers}
    assert {"Morava", "Ines Tarrow"} <= {names[actor] for actor in story.actors}
    assert "Karsov" not in {names[actor] for actor in story.actors}
    assert next(edition.slugs[brief] for copies in story.copies for brief in copies).startswith("ferry")
    assert story.name in {headline(brief) for brief in edition.briefs}


def test_a_story_has_the_address_of_its_first_brief(reader: Briefer) -> None:
    whole = make_edition(briefs_of(CASES[0], reader))
    briefs = [brief for brief in whole.briefs if brief.id in whole.story_of][::-1]
    days = [brief.published for brief in briefs]
    names = set()
    for first in range(len(briefs)):
        order = [briefs[first], *briefs[:first], *briefs[first + 1 :]]
        dated = [msgspec.structs.replace(one, published=day) for one, day in zip(order, days, strict=True)]
        edition = make_edition(dated)
        (story,) = edition.stories
        assert edition.slugs[briefs[first].id].startswith(story.id)
        names.add(story.name == headline(briefs[first]))
    assert names == {True, False}


def test_a_headline_names_before_the_title_and_the_file() -> None:
    text = "Lake Rises\nThe lake rose."
    title = titled("Lake Rises", "lake-rises.txt")
    assert headline(title) == "Lake Rises"
    better = piece(Headline, text, "The lake rose")
    assert headline(msgspec.structs.replace(title, headline=better)) == "The lake rose"
    assert headline(msgspec.structs.replace(title, title=None)) == "lake-rises"


def text_of(dice: random.Random, words: int) -> list[str]:
    return [word(dice).casefold() for _ in range(words)]


def test_a_copy_may_be_cut_or_have_lines_added() -> None:
    dice = random.Random(4)
    words = text_of(dice, 200)
    whole = bare(" ".join(words), "a.txt")
    cut = bare(" ".join(words[:90]) + "\n" + " ".join(text_of(dice, 20)), "b.txt")
    stub = bare(" ".join(words[:40]), "c.txt")
    other = bare(" ".join(text_of(dice, 200)), "d.txt")
    assert copies_of([whole, cut, stub, other], [0, 0, 0, 0]) == [[0, 1]]
    assert copies_of([whole, cut], [10, 14]) == [[0, 1]]
    assert copies_of([whole, cut], [10, 15]) == []
    assert not are_copies(runs_of(bare("Rain fell.", "e.txt")), runs_of(bare("Rain fell.", "f.txt")))


def test_sentences_that_many_texts_have_make_no_story() -> None:
    dice = random.Random(5)
    form = "Our weekly quiz about lighthouses, tramways, herons and volcanoes is for readers of the Zenda Almanac."
    briefs = [bare(f"{' '.join(text_of(dice, 60))}.\n{form}", f"{n}.txt") for n in range(4)]
    assert make_edition(briefs).stories == ()
    assert "lighthouse" not in shelf_of(briefs).terms[0].counts


def test_words_in_their_plain_form() -> None:
    assert [stem(w) for w in ("Ferries", "ships", "Congress", "virus", "gas", "ÄRZTE")] == [
        "ferry", "ship", "congress", "virus", "gas", "ärzte",
    ]  # fmt: skip
    found = terms_of(bare("The mayor of Zenda met Zenda farmers. Rain fell on May 2.", "a.txt"), "2026-05-03")
    assert found.names == {"zenda", "may"}


def test_only_whole_days_count_as_names() -> None:
    def on(date: str) -> Event:
        return Event(id=date, date=date, paragraph=1, start=0, end=5, text="It was", rule="made")

    dates = ("2026-05-02", "2026-W18", "2026-05", "2026", "--05-02", "2026-05-03")
    brief = bare("It was so.", "a.txt", events=tuple(map(on, dates)))
    assert terms_of(brief, "2026-05-03").names == {"2026-05-02"}


TEXTS = st.lists(
    st.tuples(
        st.text(max_size=60)
        | st.lists(
            st.sampled_from(["The ferry Flavia sank.", "A fire in Zenda.", "Voss spoke.", "12 dead, 9/11, F-16"])
        ).map(" ".join),
        st.sampled_from([None, "", "2026-01-01", "2026-01-03T10:00", "2026-13-45", "soon", "0000-00-00", "2026"]),
    ),
    max_size=8,
)


@given(TEXTS, st.randoms(use_true_random=False))
def test_any_texts_in_any_order(drawn: list[tuple[str, str | None]], dice: random.Random) -> None:
    briefs = [bare(text, f"{n}.txt", published=date) for n, (text, date) in enumerate(drawn)]
    edition = make_edition(briefs)
    together = [brief for story in edition.stories for brief in story.briefs]
    assert len(together) == len(set(together)) == len(edition.story_of)
    assert all(len(story.briefs) > 1 for story in edition.stories)
    assert len({story.id for story in edition.stories}) == len(edition.stories)
    assert all(sorted(b for day in s.days for b in day.briefs) == sorted(s.briefs) for s in edition.stories)
    dice.shuffle(briefs)
    assert make_edition(briefs) == edition


def crowd(count: int) -> list[Brief]:
    """Invented briefs of some events each, all of which name one man."""
    dice = random.Random(3)
    briefs = []
    for number in range(count):
        if number % 4 == 0:
            event = text_of(dice, 12)
        words = [*event, *text_of(dice, 30)]
        dice.shuffle(words)
        day = f"{2000 + number // 400}-{number // 40 % 10 + 1:02}-{number % 28 + 1:02}"
        briefs.append(bare(f"Anton Rask and {' '.join(words)}.", f"{number:05}.txt", published=day))
    return briefs


def test_ten_times_the_briefs_are_compared_ten_times_as_often() -> None:
    small, large = (shelf_of(crowd(count)) for count in (500, 5_000))
    for shelf in (small, large):
        shelf.groups()
    assert large.compared < 15 * small.compared


@pytest.mark.parametrize(
    "text",
    ["Anton Rask spoke of the ferry Flavia in Hentzau harbour.", " ".join(f"{n},{n}" for n in range(400)), "A" * 3000],
    ids=["one text", "numbers", "one letter"],
)
def test_texts_that_are_alike_cost_no_more_than_others(text: str) -> None:
    def work(count: int) -> int:
        briefs = [bare(f"{text} {n}", f"{n:05}.txt") for n in range(count)]
        return steps(lambda: stories_of(briefs, {}))

    work(10)  # tables are read once
    assert work(480) < 6 * work(120)


def told(name: str, text: str, day: str = "2026-04-14") -> Brief:
    event = Event(id=f"e{name}", date=day, paragraph=1, start=0, end=len(text), text=text, rule="made")
    return bare(text, name, events=(event,), published="2026-04-20")


def test_one_event_of_a_day_in_several_briefs_is_one_entry() -> None:
    short = told("a.txt", "The ferry Queen Flavia sank on April 14 on Lake Hentzau.")
    full = told(
        "b.txt", "On April 14 the ferry Queen Flavia struck a gravel barge and sank on Lake Hentzau near Zenda."
    )
    other = told("c.txt", "Parliament passed the pension bill on April 14 by four votes.")
    again = told("d.txt", "The ferry Queen Flavia sank on April 14 on Lake Hentzau.", "2026-04-15")
    days = {day.date: day for day in make_edition([short, full, other, again]).days}
    assert days["2026-04-14"].same == (((full.id, "eb.txt"), (short.id, "ea.txt")),)
    assert len(days["2026-04-14"].events) == 3
    assert days["2026-04-15"].same == ()


def test_the_scorer_counts_pairs_of_a_half_without_the_open_ones() -> None:
    def row(half: str, group: int | None, *others: int) -> dict[str, object]:
        return {"half": half, "group": group, "open": list(others)}

    labelled = [
        row("tune", 1),
        row("tune", 1),
        row("tune", None, 1),
        row("tune", None),
        row("report", 2),
        row("report", 2),
    ]
    found = found_in([[0, 1, 2, 3], [4]])
    assert scored(labelled, found, "tune") == {"right": 1, "found": 4, "asked": 1}
    assert scored(labelled, found, "report") == {"right": 0, "found": 0, "asked": 1}
    assert scored(labelled, found | {(3, 4)}, "whole") == {"right": 1, "found": 5, "asked": 2}


def test_labelled_texts_are_those_that_were_labelled(bench: Path) -> None:
    labelled = list(rows("stories"))
    assert all(seed(row).text for row in labelled)
    halves: dict[int, set[str]] = {}
    for row in labelled:
        if row["group"] is not None:
            halves.setdefault(row["group"], set()).add(row["half"])
    assert all(len(half) == 1 for half in halves.values())
