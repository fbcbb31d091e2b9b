"""Our own labels of dated events: what a text dates, and when that is.

    python -m tests.event_labels [--misses] [--cache FOLDER]

How events are labelled (title, deck, subheads and body; the date of the article itself, captions and links are none):

- An item is a date expression of a sentence or clause that says what happens, happened, will happen or holds then, in
  the reporter's words or in a quotation; "clause" is the sentence (or entry of a list) that holds it. Two dates in one
  sentence are two items. "since 2015", "by 2030" and "until July" are dates.
- "date": what it means, as far as the text and the date of publication ("base") say: a day, a month, a year, a week
  ("2024-W18"; its months are right too). Several where readers may differ ("a day after", a span of days: its first
  or last). "bare": the same without base: "--05-12" where no year is said, null where nothing can be known.
- The base is the text's own date ("said"), or else what the name of the file and the weekdays of the text lead to.
- A weekday is the last one in what is past, the next one in what is to come. A month without year is the nearest that
  fits the tense. "last week" is the week before, Monday to Sunday.
- None: times of day, "that day", "recently", "in recent days", "for years", "these days", lives in brackets.
- Open: dates that only name a thing ("the 2019 election", "Tuesday's earthquake", "the 2012 census"), years of goals
  before their noun ("its 2030 target"), "this year" and "today" in a quotation, quarters and seasons, decades, dates
  that need another event ("a month after", "the day before"), what recurs.

Two runs: "dated" gives every text its base as metadata; "alone" reads the text as it is, where a date that needs the
base may be null: then finding none is right and any other is wrong. All items of every text are labelled; of a third
by a second reader, too (tests/agreement.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from generator import Brief
from tests.label_texts import HALVES, Row, briefer, kept, options, paired, rows, seed, share

RUNS = ("dated", "alone")


def meant(labels: Iterable[str | None]) -> set[str | None]:
    """The dates that are right: a week is also its days as an interval, and the months it lies in."""
    right: set[str | None] = set()
    for label in labels:
        right.add(label)
        if label is not None and "-W" in label:
            year, week = label.split("-W")
            monday = date.fromisocalendar(int(year), int(week), 1)
            sunday = monday + timedelta(days=6)
            right |= {f"{monday}/{sunday}", str(monday)[:7], str(sunday)[:7]}
    return right


def scored(row: Row, brief: Brief, dates: str) -> tuple[Counter[str], list[str]]:
    """Counts of a text, and its misses; `dates` is the column of the labels that holds."""
    count: Counter[str] = Counter()
    misses: list[str] = []
    items, found = row["items"], kept(row, brief.events)
    pairs = paired(
        items,
        [(event.start, event.end) for event in found],
        lambda item, one: found[one].date in meant(items[item][dates]),
    )
    of_label = {item: (found[one], right) for item, one, right in pairs}
    for item, label in enumerate(items):
        if label.get("open"):
            continue
        words = repr(brief.text[max(0, label["start"] - 30) : label["end"] + 30])
        may_miss = None in label[dates]
        count["asked"] += not may_miss
        if item not in of_label:
            misses += [] if may_miss else [f"missed {label[dates]}: {words}"]
            continue
        event, right = of_label[item]
        count["found"] += not may_miss
        count["compared"] += 1
        count["right"] += right
        if not right:
            misses.append(f"{event.date} for {label[dates]}: {words}")
    count["events"] = len(found)
    count["elsewhere"] = len(found) - len(pairs)
    paired_found = {one for _, one, _ in pairs}
    misses += [f"elsewhere {event.date}: {event.text!r}" for one, event in enumerate(found) if one not in paired_found]
    return count, misses


def main() -> None:
    """Prints how many events are found, and how many of their dates are right."""
    chosen = options(__doc__)
    made = briefer(chosen.cache)
    counts = {(run, half): Counter[str]() for run in RUNS for half in HALVES}
    for row in rows("events"):
        for run in RUNS:
            brief = made.brief_seed(seed(row, row["base"] if run == "dated" else None))
            count, misses = scored(row, brief, "date" if brief.published else "bare")
            counts[run, row["half"]] += count
            counts[run, "whole"] += count
            if chosen.misses and row["half"] == "tune":
                print(*(f"{run} {row['file']}: {miss}" for miss in misses), sep="\n")
    for (run, half), count in counts.items():
        print(f"{run} {half:6} found {share(count['found'], count['asked'])}; date right", end=" ")
        print(f"{share(count['right'], count['compared'])}; {count['elsewhere']} of {count['events']} events elsewhere")


if __name__ == "__main__":
    main()
