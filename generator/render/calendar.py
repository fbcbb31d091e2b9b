"""The timeline of an edition: its days by year and month, and what the overview of all years shows of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from generator.render.days import DayView, month_of
from generator.render.messages import Messages
from generator.render.shapes import View

RECENT = 10
"""Years that are shown month by month where no brief says when it appeared."""
BAR = 20
"""Height of the longest bar, in the units of the drawing."""


class Month(View, frozen=True, kw_only=True):
    name: str
    """"March"; for what is dated to no month of the year that it is the year as a whole."""
    heading: str
    """"March 2026"."""
    id: str
    """Anchor on its page: "m2026-03"."""
    page: str
    """Path of its page: that of its year, or its own in a year with very many happenings."""
    number: int
    """1 to 12; 0 for the year as a whole."""
    days: tuple[DayView, ...]
    count: int
    """Happenings."""
    bar: int
    """Length of its bar, 0 to `BAR`."""


class CalendarYear(View, frozen=True, kw_only=True):
    name: str
    """"2026", or that no year is stated."""
    heading: str
    """The same."""
    slug: str
    page: str
    months: tuple[Month, ...]
    """Newest first, the year as a whole last."""
    count: int


class Decade(View, frozen=True, kw_only=True):
    name: str
    years: tuple[CalendarYear, ...]


class Calendar(View, frozen=True, kw_only=True):
    years: tuple[CalendarYear, ...]
    """All of them, newest first; dates without a year last."""
    covered: tuple[CalendarYear, ...]
    """Those in which a brief appeared, which are shown month by month."""
    others: tuple[Decade, ...]
    """All other years, by decade."""
    undated: tuple[CalendarYear, ...]
    """Dates without a year; empty or one."""


def calendar(days: Sequence[DayView], appeared: Collection[str], say: Messages) -> Calendar:
    """The days of an edition, which come newest first, by year and month; `appeared` are the years of its briefs."""
    years = tuple(_year(name, tuple(group), say) for name, group in groupby(days, lambda day: day.date.year))
    dated = [year for year in years if year.slug.isdigit()]
    shown = {year.slug for year in dated} & set(appeared) or {year.slug for year in dated[:RECENT]}
    others = groupby((year for year in dated if year.slug not in shown), lambda year: year.slug[:3])
    return Calendar(
        years=years,
        covered=tuple(year for year in dated if year.slug in shown),
        others=tuple(Decade(name=say("days.decade", year=f"{ten}0"), years=tuple(group)) for ten, group in others),
        undated=tuple(year for year in years if not year.slug.isdigit()),
    )


def _year(name: str, days: tuple[DayView, ...], say: Messages) -> CalendarYear:
    by_month = [(number, tuple(group)) for number, group in groupby(days, lambda day: month_of(day.date))]
    counts = [_count(group) for _, group in by_month]
    most = max((count for (number, _), count in zip(by_month, counts, strict=True) if number), default=1)
    slug = name or "no-year"
    return CalendarYear(
        name=name or say("date.no_year"),
        heading=name or say("date.no_year"),
        slug=slug,
        page=f"days/{slug}/",
        months=tuple(
            _month(name, number, group, min(BAR, round(BAR * count / most)), say)
            for (number, group), count in zip(by_month, counts, strict=True)
        ),
        count=sum(counts),
    )


def _month(year: str, number: int, days: tuple[DayView, ...], bar: int, say: Messages) -> Month:
    name = say(f"month.{number}") if number else say("days.whole_year")
    dated = say("date.month", month=name, year=year) if year else name
    return Month(
        name=name,
        heading=dated if number else name,
        id=f"m{year or 'no-year'}-{number:02}",
        page=days[0].page,
        number=number,
        days=days,
        count=_count(days),
        bar=max(1, bar),
    )


def _count(days: Iterable[DayView]) -> int:
    return sum(len(day.told) for day in days)
