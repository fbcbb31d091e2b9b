"""The bars of an actor's page: they count every brief once, stand in their place, and never are too many."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.bars import BARS, BOTTOM, TOP, BarChart, bar_chart
from generator.render.dates import date_view
from generator.render.messages import Messages
from tests.steps import steps

SAY = Messages()
DATES = st.one_of(
    st.none(),
    st.dates().map(lambda day: day.isoformat()),
    st.sampled_from(["2026", "2026-03", "--03-12", "2025-W11", "1999-12-31T23:59:59Z", "soon", ""]),
    st.integers(1, 9999).map("{:04}".format),
)


def briefs(*dates: str | None) -> list[Any]:
    """What a chart sees of briefs: their dates, newest first as pages have them."""
    views = [date_view(date, SAY) for date in dates]
    ordered = sorted(views, key=lambda view: (bool(view.year), view.iso), reverse=True)
    return [SimpleNamespace(published=view, id=str(number)) for number, view in enumerate(ordered)]


def chart(*dates: str | None, listed: int = 300) -> BarChart:
    return bar_chart(briefs(*dates), listed, SAY)


def counts(made: BarChart) -> dict[str, int]:
    return {bar.label: bar.count for bar in made.bars}


def number(percent: str) -> float:
    return float(percent.removesuffix("%"))


def test_months_between_the_first_and_the_last_have_a_bar_too() -> None:
    made = chart("2026-03-12", "2026-01-05", "2026-03-01")
    assert counts(made) == {"January 2026": 1, "February 2026": 0, "March 2026": 2}
    assert (made.unit, made.counted, made.apart) == ("month", 3, 0)
    assert [bar.label for bar in made.highest] == ["March 2026"]
    assert made.stands_out


def test_the_highest_of_equal_bars_is_the_newest_and_does_not_stand_out() -> None:
    made = chart("2026-01-05", "2026-03-12")
    assert ([bar.label for bar in made.highest], made.stands_out) == (["March 2026"], False)


@pytest.mark.parametrize(
    ("last", "unit", "labels"),
    [
        ("2022-12-01", "month", ("January 2020", "December 2022")),
        ("2023-01-01", "quarter", ("Q1 2020", "Q1 2023")),
        ("2028-12-01", "quarter", ("Q1 2020", "Q4 2028")),
        ("2029-01-01", "year", ("2020", "2029")),
        ("2055-06-01", "year", ("2020", "2055")),
        ("2056-06-01", "years", ("2020–2029", "2050–2059")),
        ("2990-06-01", "years", ("2000–2099", "2900–2999")),
    ],
)
def test_a_longer_time_has_longer_bars(last: str, unit: str, labels: tuple[str, str]) -> None:
    made = chart("2020-01-31", last)
    assert (made.unit, (made.bars[0].label, made.bars[-1].label)) == (unit, labels)


def test_what_states_no_month_is_told_apart_from_months() -> None:
    made = chart("2026-01-05", "2026-03-12", "2026", None, "--03-12")
    assert (made.unit, made.counted, made.apart) == ("month", 2, 3)
    assert [group.label for group in made.groups] == ["March 2026", "January 2026", ""]


def test_what_states_only_the_year_counts_where_years_are_drawn() -> None:
    assert counts(chart("2026", "2025", "2025", "2025-03-02")) == {"2025": 3, "2026": 1}
    assert chart("2026-01-05", "2010-03-12", "2012").apart == 0


def test_one_month_is_a_sentence_and_no_date_is_none() -> None:
    made = chart("2026-03-12", "2026-03", None)
    assert (made.bars, made.only, made.counted, made.apart) == ((), "March 2026", 2, 1)
    made = chart(None, "--03-12")
    assert (made.bars, made.only, made.counted, made.apart) == ((), "", 0, 2)
    assert [len(group.briefs) for group in made.groups] == [2]


def test_a_bar_leads_only_to_briefs_that_the_page_lists() -> None:
    made = chart("2026-03-12", "2026-02-12", "2026-01-12", listed=2)
    assert [bar.key for bar in made.bars] == ["", "in-2026-02", "in-2026-03"]
    assert [group.key for group in made.groups] == ["in-2026-03", "in-2026-02"]


@given(st.lists(DATES, max_size=60), st.integers(1, 60))
def test_every_brief_counts_once_and_every_bar_is_in_its_place(dates: list[str | None], listed: int) -> None:
    made = chart(*dates, listed=listed)
    assert made == chart(*dates, listed=listed)
    assert made.counted + made.apart == len(dates)
    assert sum(bar.count for bar in made.bars) == (made.counted if made.bars else 0)
    assert len(made.bars) <= BARS
    assert [brief.id for group in made.groups for brief in group.briefs] == [
        str(number) for number in range(min(listed, len(dates)))
    ] or made.bars
    keys = [group.key for group in made.groups if group.key]
    assert len(set(keys)) == len(keys)
    assert {bar.key for bar in made.bars} - {""} == set(keys)
    if made.bars:
        assert made.bars[0].count > 0 < made.bars[-1].count
        assert max(number(bar.height) for bar in made.bars) == pytest.approx(BOTTOM - TOP, abs=0.02)
    right = 0.0
    for bar in made.bars:
        assert number(bar.x) >= right - 0.02
        right = number(bar.x) + number(bar.width)
        assert right <= 100.01
        assert number(bar.y) + number(bar.height) == pytest.approx(BOTTOM, abs=0.02)
        assert (number(bar.height) > 0) == (bar.count > 0)


def test_the_work_grows_with_the_briefs() -> None:
    small, large = briefs(*["2026-03-12", "2025-01-01"] * 100), briefs(*["2026-03-12", "2025-01-01"] * 400)
    assert steps(lambda: bar_chart(large, 300, SAY)) < 4.4 * steps(lambda: bar_chart(small, 300, SAY))
