"""How many briefs name an actor, by month, quarter or year: the bars of a chart, and the briefs of each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.render.dates import date_view
from generator.render.messages import Messages
from generator.render.shapes import BriefView, View

BARS = 36
"""A chart has at most so many bars: three years of months, nine of quarters."""
FEW = 16
"""Fewer bars than these do not fill the width."""
NARROWEST = 45
"""Per cent of the width that the smallest chart takes: two dates fit below it on a small phone."""
TOP, BOTTOM = 18.0, 82.0
"""Where the bars end and stand, in per cent of the height; the highest number is above, the dates are below."""
LEAST = 1.5
"""Height of a bar of one brief beside one of a thousand, in per cent."""
GAP = 0.24
"""Part of a bar's place that stays free."""
EDGE = 2.0
"""A number nearer to a side, in per cent of the width, begins or ends there."""
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?!\d))?")

YEAR = 12
Months = tuple[int, bool]
"""Months from the year 0 to a date, and whether it states its month."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a bar stands for."""

    name: str
    months: int
    """How many of them it is long."""


UNITS = (
    Unit("month", 1),
    Unit("quarter", 3),
    Unit("year", 12),
    Unit("years", 120),
    Unit("years", 1200),
    Unit("years", 12000),
)
"""The first of which there are few enough counts."""


class Group(View, frozen=True, kw_only=True):
    """Briefs of one bar."""

    key: str
    """Anchor: "in-2026-03"; empty for those that no bar counts."""
    label: str
    briefs: tuple[BriefView, ...]


class Bar(View, frozen=True, kw_only=True):
    key: str
    """Anchor of its briefs; empty where the page lists none of them."""
    label: str
    """March 2016"""
    short: str
    """Mar 2016"""
    count: int
    x: str
    width: str
    y: str
    height: str
    """In per cent of the drawing: "4.50%"."""


class BarChart(View, frozen=True, kw_only=True):
    """What is drawn: no bars where all briefs are of one month, or none states its date."""

    unit: str = ""
    """"month", "quarter", "year" or "years"."""
    bars: tuple[Bar, ...] = ()
    """Oldest first, from the first that counts a brief to the last."""
    only: str = ""
    """The month that all briefs with a date are of, if they are of one."""
    counted: int = 0
    apart: int = 0
    """Briefs that no bar counts: they state no date, or only the year."""
    highest: tuple[Bar, ...] = ()
    """The bar that counts most, the newest of equal ones."""
    stands_out: bool = False
    """True if no other bar counts as many."""
    number_x: str = ""
    number_anchor: str = ""
    """Where the number of the highest bar stands, and what of it: start, middle or end."""
    width: str = "100%"
    groups: tuple[Group, ...] = ()
    """The briefs that the page lists, in their order; those that no bar counts are last."""


def bar_chart(briefs: Sequence[BriefView], listed: int, say: Messages) -> BarChart:
    """Counts briefs by their dates; the page lists the first `listed` of them."""
    dates = [_months(brief.published.iso) for brief in briefs]
    unit = unit_of([date for date in dates if date is not None])
    places = [_place(unit, date) for date in dates]
    counts = Counter(place for place in places if place is not None)
    counted = counts.total()
    apart = len(briefs) - counted
    if len(counts) < 2:
        only = "".join(_label(unit, place, say, "long") for place in counts)
        return BarChart(only=only, counted=counted, apart=apart, groups=_whole(briefs[:listed]))
    groups = tuple(_groups(unit, briefs[:listed], places, say))
    bars = tuple(_bars(unit, counts, {group.key for group in groups}, say))
    highest = max(reversed(bars), key=lambda bar: bar.count)
    middle = (bars.index(highest) + 0.5) * 100 / len(bars)
    return BarChart(
        unit=unit.name,
        bars=bars,
        counted=counted,
        apart=apart,
        highest=(highest,),
        stands_out=sum(bar.count == highest.count for bar in bars) == 1,
        number_x=_percent(0 if middle < EDGE else 100 if middle > 100 - EDGE else middle),
        number_anchor="start" if middle < EDGE else "end" if middle > 100 - EDGE else "middle",
        width=f"{min(100, max(NARROWEST, round(100 * len(bars) / FEW)))}%",
        groups=groups,
    )


def unit_of(dates: Sequence[Months]) -> Unit:
    """The unit of a chart of these dates; months and quarters only where most of them state their month."""
    exact = [months for months, is_exact in dates if is_exact]
    for unit in UNITS:
        found = exact if unit.months < YEAR else [months for months, _ in dates]
        if 2 * len(found) > len(dates) and max(found) // unit.months - min(found) // unit.months < BARS:
            return unit
    return UNITS[-1]


def _months(iso: str) -> Months | None:
    """Months to a date, and whether it states its month; None where it states no year.

    >>> _months("0002-03-12"), _months("0002"), _months("--03-12")
    ((26, True), (24, False), None)
    """
    match = _DATE.match(iso)
    return (int(match[1]) * YEAR + int(match[2] or 1) - 1, match[2] is not None) if match else None


def _place(unit: Unit, date: Months | None) -> int | None:
    """Number of the bar that counts a date; None if none does."""
    if date is None or (unit.months < YEAR and not date[1]):
        return None
    return date[0] // unit.months


def _whole(briefs: Sequence[BriefView]) -> tuple[Group, ...]:
    return (Group(key="", label="", briefs=tuple(briefs)),) if briefs else ()


def _groups(unit: Unit, briefs: Sequence[BriefView], places: Sequence[int | None], say: Messages) -> Iterator[Group]:
    found: dict[int, list[BriefView]] = {}
    apart: list[BriefView] = []
    for brief, place in zip(briefs, places, strict=False):
        (apart if place is None else found.setdefault(place, [])).append(brief)
    for place, members in found.items():
        yield Group(key=_key(unit, place), label=_label(unit, place, say, "long"), briefs=tuple(members))
    yield from _whole(apart)


def _bars(unit: Unit, counts: Mapping[int, int], keys: set[str], say: Messages) -> Iterator[Bar]:
    first, last, most = min(counts), max(counts), max(counts.values())
    step = 100 / (last - first + 1)
    for place in range(first, last + 1):
        count = counts.get(place, 0)
        height = max(LEAST, (BOTTOM - TOP) * count / most) if count else 0
        yield Bar(
            key=key if (key := _key(unit, place)) in keys else "",
            label=_label(unit, place, say, "long"),
            short=_label(unit, place, say, "short"),
            count=count,
            x=_percent((place - first + GAP / 2) * step),
            width=_percent((1 - GAP) * step),
            y=_percent(BOTTOM - height),
            height=_percent(height),
        )


def _key(unit: Unit, place: int) -> str:
    year, month = divmod(place * unit.months, YEAR)
    return f"in-{year:04}-{month + 1:02}" if unit.months < YEAR else f"in-{year:04}"


def _label(unit: Unit, place: int, say: Messages, form: str) -> str:
    year, month = divmod(place * unit.months, YEAR)
    if unit.name == "month":
        view = date_view(f"{year:04}-{month + 1:02}", say)
        return view.long if form == "long" else view.short
    if unit.name == "quarter":
        return say("actor.quarter", quarter=month // unit.months + 1, year=year)
    return str(year) if unit.months == YEAR else f"{year}–{year + unit.months // YEAR - 1}"


def _percent(share: float) -> str:
    return f"{share:.2f}%"
