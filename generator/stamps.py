"""When an article was published, where its head says it in whole: day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.clean import Removed
from generator.credit.agencies import is_known
from generator.dates import DateOrder
from generator.formats.dates import MONTH, WEEKDAY, read_date
from generator.lines import Line, visible_with_offsets
from generator.model import Slice

FURTHEST = 12
"""Lines; a stamp stands no further below the title."""

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# A name may be glued to the month: "Associated PressApril 28, 2031".
_DATE = re.compile(
    rf"(?:(?<![^\W_])|(?<=[a-z])(?=[A-Z]))"
    rf"(?:{MONTH}\s{_DAY},?\s\d{{4}}|{_DAY}\s(?:of\s)?{MONTH},?\s\d{{4}}|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,4}}[/.]\d{{1,2}}[/.]\d{{1,4}})(?![^\W_]|[-/.]\d)|(?<![^\W_])\d{{4}}-\d\d-\d\d(?=[Tt]\d)"
)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|filed)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|edited|corrected)\b", re.IGNORECASE)
_WORDS = (("published-stamp", _PUBLISHED), ("updated-stamp", _UPDATED))
# What may stand before a date that no word explains: a day of the week, a section and a bar, a town in capitals.
_PLAIN = re.compile(
    rf"(?:[A-Z][\w ]{{2,30}} ?[/|\u2022\u00b7] ?|[A-Z]{{3,}}(?: [A-Z]{{3,}})?,? )?(?:on )?(?:{WEEKDAY},? )?"
)
# Boxes with other articles, whose dates are not this one's.
_OTHERS = frozenset(
    {"related-link", "listed-link", "related-headline", "video-box", "below-advertisement", "repeated-label"}
)


class _Stamp(NamedTuple):
    rule: str
    date: str
    """ISO 8601."""
    start: int
    end: int


def find_published(
    text: str,
    title: Slice | None,
    dateline: Slice | None,
    byline: Line | None,
    removed: Sequence[Removed],
    body: int,
    order: DateOrder | None,
) -> tuple[str, Slice] | None:
    """(ISO date, the words that say it) for the head of an article; `body` is where the first paragraph starts.

    A date that is incomplete, relative or all in numbers says nothing, nor do two dates of one kind that differ.
    """
    found = [
        *_read(text, _stamps(title, removed, body), order),
        *(() if dateline is None else _dates(text, dateline.start, dateline.end, "dateline", order)),
        *(() if byline is None else _dates(text, byline.start, byline.end, "byline-date", order)),
    ]
    for rule in RULES:
        stamps = [stamp for stamp in found if stamp.rule == rule]
        if stamps and len({stamp.date for stamp in stamps}) == 1:
            first = stamps[0]
            words = text[first.start : first.end]
            return first.date, Slice(start=first.start, end=first.end, text=words, rule=rule)
    return None


RULES = ("published-stamp", "dateline", "byline-date", "stamp", "updated-stamp")
"""The surest first."""


def _stamps(title: Slice | None, removed: Sequence[Removed], body: int) -> Iterator[Line]:
    """The stamps between title and body, and one right above the title: "Politics / January 11, 2031"."""
    ordered = sorted((r for r in removed if r.line.start < body), key=lambda r: r.line.start)
    first = min((r.line.number for r in ordered), default=0)
    for found in ordered:
        line = found.line
        if title is not None and line.start < title.start:
            directly = not any(line.end <= r.line.start < title.start for r in ordered)
            if directly and found.rule == "update-stamp" and re.match("[A-Za-z]", line.text) and _says_more(line.text):
                yield line
            first = line.number + 1
        elif found.rule in _OTHERS or line.number - first > FURTHEST:
            return
        elif found.rule == "update-stamp":
            yield line


def _says_more(text: str) -> bool:
    """False of a date alone, which above a title is the day on which the page was opened."""
    return _PUBLISHED.search(text) is not None or re.match(r"[^\d,]+[/|]", text) is not None


def _read(text: str, lines: Iterator[Line], order: DateOrder | None) -> Iterator[_Stamp]:
    """The dates of stamps, each with the rule that the word before it, or alone on the line above it, names."""
    waiting = ""
    for line in lines:
        found = _dates(text, line.start, line.end, waiting, order)
        yield from found
        waiting = "" if found or _DATE.search(line.text) else _worded(line.text)


def _dates(text: str, start: int, end: int, rule: str, order: DateOrder | None) -> list[_Stamp]:
    """The dates of a line; the first has that rule, if there is one, unless the words before it name another."""
    shown, offsets = visible_with_offsets(text[start:end])
    stamps: list[_Stamp] = []
    at = 0
    for found in _DATE.finditer(shown):
        before = shown[at : found.start()]
        named = _worded(before) or (rule if not at else "stamp") or _plain(before)
        date = read_date(found[0], order)
        if date is not None and named:
            stamps.append(_Stamp(named, date, start + offsets[found.start()], start + offsets[found.end() - 1] + 1))
        at = found.end()
    return stamps


def _worded(words: str) -> str:
    """The rule that the last word for a kind of date names; "" without one."""
    kinds = [(found.start(), rule) for rule, word in _WORDS for found in word.finditer(words)]
    return max(kinds)[1] if kinds else ""


def _plain(words: str) -> str:
    """ "stamp" if these words before a date leave no doubt what day it is; else ""."""
    owner = re.sub(rf"(?:[,/|\s]*{WEEKDAY})?[,/|\s]*$", "", words)
    return "stamp" if _PLAIN.fullmatch(words) or is_known(owner) else ""
