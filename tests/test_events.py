"""Events: pairs of text and dated clauses, and properties over generated text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer, Settings
from generator.dates import Base, find_dates, published_on
from generator.events import find_events
from generator.model import Article, Event
from tests.marked_pairs import Pair, article_of, pairs


def events_of(briefer: Briefer, article: Article, settings: Settings | None = None) -> tuple[Event, ...]:
    return find_events(article, briefer._pipeline.read(article), settings or Settings())


@pytest.mark.parametrize("pair", pairs("events"), ids=lambda pair: pair.name)
def test_events(pair: Pair, briefer: Briefer) -> None:
    article = article_of(pair.text, published=pair.settings.get("published"))
    settings = Settings(date_order=pair.settings.get("order"))
    assert [f"{event.date} | {event.text}" for event in events_of(briefer, article, settings)] == pair.expected


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.sampled_from(["%B %-d, %Y", "%-d %b %Y", "%Y-%m-%d"]))
def test_a_written_date_is_read_back(day: date, form: str) -> None:
    text = f"The treaty was signed on {day.strftime(form)}."
    (dated,) = find_dates(text, Base(None, None, lambda _: False))
    assert dated.date == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(-150, 150))
def test_a_missing_year_is_the_nearest(published: date, shift: int) -> None:
    day = date.fromordinal(published.toordinal() + shift)
    text = f"It was signed on {day.strftime('%B')} {day.day}."
    (dated,) = find_dates(text, Base(published, None, lambda _: False))
    assert dated.date == day.isoformat()


def test_only_whole_publication_dates_count() -> None:
    assert published_on("2031-03-04T05:06:07Z") == date(2031, 3, 4)
    assert published_on("2031-03") is None
    assert published_on("2031-02-30") is None
    assert published_on(None) is None


PHRASES = st.sampled_from(
    [
        "on March 8", "in 1994", "on Monday", "yesterday", "the army marched", "if", "after", "the May 7 attacks", ",",
        ".", "“", "”", "8 March", "2031-03-04", "will", "\n", "Jan.", "31", "1/2/2031", "and", "hours", "é",
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
