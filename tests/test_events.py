"""Events: pairs of text and dated clauses, and properties over generated text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator.dates
import generator.events
from generator import Briefer, Settings
from generator.dates import RULES, Base, find_dates, published_on
from generator.dates.partial import Unit, shifted
from generator.events import NO_DATES, find_events
from generator.model import Article, Event
from generator.timeline import chronological, in_time
from tests.marked_pairs import Pair, article_of, pairs
from tests.steps import steps

PAIRS = pairs("events")


def events_of(briefer: Briefer, article: Article, settings: Settings | None = None) -> tuple[Event, ...]:
    return find_events(article, briefer._pipeline.read(article), settings or Settings())


@pytest.fixture(scope="module")
def found(briefer: Briefer) -> Callable[[Pair], list[str]]:
    """What is found in a pair; each is parsed once."""
    readings = {}
    for pair in PAIRS:
        article = article_of(pair.text, published=pair.settings.get("published"))
        readings[pair.name] = article, briefer._pipeline.read(article)

    def lines(pair: Pair) -> list[str]:
        article, reading = readings[pair.name]
        events = find_events(article, reading, Settings(date_order=pair.settings.get("order")))
        return [f"{event.date} | {event.text}" for event in events]

    return lines


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_events(pair: Pair, found: Callable[[Pair], list[str]]) -> None:
    assert found(pair) == pair.expected


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_each_rule_is_needed(name: str, found: Callable[[Pair], list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator.dates, "RULES", tuple(rule for rule in RULES if rule.name != name))
    assert any(found(pair) != pair.expected for pair in PAIRS)


@pytest.mark.parametrize("name", NO_DATES)
def test_each_refusal_is_needed(name: str, found: Callable[[Pair], list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(generator.events.NO_DATES, name)
    assert any(found(pair) != pair.expected for pair in PAIRS)


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.sampled_from(["%B %-d, %Y", "%-d %b %Y", "%Y-%m-%d"]))
def test_a_written_date_is_read_back(day: date, form: str) -> None:
    text = f"The treaty was signed on {day.strftime(form)}."
    (dated,) = find_dates(text, Base())
    assert dated.date == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(-150, 150))
def test_a_missing_year_is_the_nearest(published: date, shift: int) -> None:
    day = date.fromordinal(published.toordinal() + shift)
    text = f"It was signed on {day.strftime('%B')} {day.day}."
    (dated,) = find_dates(text, Base(published))
    assert dated.date == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_missing_year_fits_the_tense(published: date, other: date) -> None:
    text = f"on {other.strftime('%B')} {other.day}"
    (was,) = find_dates(text, Base(published, tense=lambda _: -1))
    (will_be,) = find_dates(text, Base(published, tense=lambda _: 1))
    assert was.date <= published.isoformat() <= will_be.date


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.integers(0, 99))
def test_counting_there_and_back(day: date, days: int) -> None:
    assert shifted(shifted(day.isoformat(), "day", days), "day", -days) == day.isoformat()


@pytest.mark.parametrize(("known", "unit"), [("2031", "day"), ("2031-05", "week"), ("--05-07", "year"), ("", "day")])
def test_nothing_is_counted_from_what_is_not_known_so_well(known: str, unit: Unit) -> None:
    assert shifted(known, unit, 1) == ""


def test_a_day_that_not_every_year_has_is_not_counted_from() -> None:
    assert shifted("--03-01", "day", -1) == ""
    assert shifted("--01-01", "day", -1) == "--12-31"


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_calendar_has_an_end(published: str) -> None:
    text = "on Monday, yesterday, tomorrow, next week, last year, 999 years ago, in May, on May 3, last May, next May"
    for dated in find_dates(text, Base(published_on(published))):
        assert chronological(dated.date)[0] is False


IN_ORDER = ["2019", "2020-W01", "2019-12-31", "2020", "2020-01", "2020-01-01", "2020-W02", "2020-01-07", "2020-01-08",
            "2020-01-12", "2020-02", "--01", "--01-07", "--01-08", "--02-01"]  # fmt: skip


@given(st.permutations(IN_ORDER))
def test_the_order_of_dates(dates: list[str]) -> None:
    assert sorted(dates, key=chronological) == IN_ORDER


def test_events_of_one_date_stay_in_their_order() -> None:
    made = [Event(start=n, end=n + 1, text="x", rule="made", id=f"e{n}", date="2020", paragraph=1) for n in (3, 1, 2)]
    assert in_time(made) == tuple(made)


def test_only_whole_publication_dates_count() -> None:
    assert published_on("2031-03-04T05:06:07Z") == date(2031, 3, 4)
    assert published_on("2031-03") is None
    assert published_on("2031-02-30") is None
    assert published_on(None) is None


PHRASES = st.sampled_from(
    [
        "on March 8", "in 1994", "on Monday", "yesterday", "the army marched", "if", "after", "the May 7 attacks", ",",
        ".", "“", "”", "8 March", "2031-03-04", "will", "\n", "Jan.", "31", "1/2/2031", "and", "hours", "é",
        "a day later", "the next day", "last week", "in May", "the end of the year", "two weeks ago", "by 2035",
        "today",
    ]
)  # fmt: skip


@given(st.lists(PHRASES, min_size=1, max_size=40).map(" ".join), st.sampled_from([None, "2031-03-05"]))
def test_every_event_is_a_slice(briefer: Briefer, text: str, published: str | None) -> None:
    article = article_of(text, published=published)
    events = events_of(briefer, article)
    for event in events:
        assert article.text[event.start : event.end] == event.text != ""
    assert len({event.id for event in events}) == len(events)
    assert events == events_of(briefer, article)


@pytest.mark.parametrize(
    "phrase",
    [
        "on March 8, ", "today ", "a day later ", "on Monday ", "in 2015 ", "on a Monday, Tuesday or ", "2031-03-04 ",
        "1/2/2031 ", "in May and ", "last week ", "two days ago ", "the ", "9/11, F-16, COVID-19, 6-4, 0800 2031 555, ",
    ],
)  # fmt: skip
def test_dates_are_read_in_linear_time(phrase: str) -> None:
    def work(times: int) -> int:
        return steps(lambda: find_dates(phrase * times, Base(date(2031, 3, 5))))

    assert work(800) < 6 * work(200) + 500


@pytest.mark.parametrize(
    "phrase", ["on March 8, ", "He left today. ", "the May 7 attacks and ", "He will go on Monday, a day later, "]
)
def test_events_are_found_in_linear_time(phrase: str, briefer: Briefer) -> None:
    def work(times: int) -> int:
        article = article_of(phrase * times, published="2031-03-05")
        reading = briefer._pipeline.read(article)
        return steps(lambda: find_events(article, reading, Settings()))

    assert work(400) < 6 * work(100) + 500
