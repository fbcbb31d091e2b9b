"""What the head of a page and its marks say: meta elements, titles, dates, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from lxml import etree
from lxml.html import HtmlElement

from generator.dates import MONTHS
from generator.formats.dates import read_date
from generator.formats.page.blocks import spaced

FIRST, LAST = 1990, 2099
"""Years in which pages are published: none is older than the web, and no clock says what is too late."""

STAMP = 120
"""Characters of a line that may be a stamp."""

_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "@datepublished", "datepublished",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate", "pub_date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "cxenseparse:recs:publishtime",
    "article.published", "date.available", "prism.publicationdate", "citation_publication_date",
    "originalpublicationdate", "@datecreated", "datecreated", "date",
)  # fmt: skip
_AUTHORS = (
    "author",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "dc.creator",
    "byl",
    "article:author",
    "og:author",
    "citation_author",
)
_DAY = re.compile(r"(?P<date>\w+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \w+\.?,? \d{4})\b")
_STAMP = re.compile(r"(?:first )?(?:published|posted)\b(?: on| at)?:?[ ]?(?:[A-Za-z]{3,9}, )?(.*)", re.IGNORECASE)
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-]([0-3]?\d)(?=[/-]|$)")


class Meta:
    """The meta elements of a page by name, in small letters; "@" stands before an itemprop."""

    def __init__(self, tree: HtmlElement) -> None:
        self._all: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            content = spaced(element.get("content") or "")
            marked = f"@{element.get('itemprop')}" if element.get("itemprop") else ""
            for name in dict.fromkeys((element.get("property"), element.get("name"), marked)):
                if name and content:
                    self._all.setdefault(name.lower(), []).append(content)

    def first(self, *names: str) -> str:
        """The content of the first of these that the page has."""
        return next((self._all[name][0] for name in names if name in self._all), "")

    def every(self, names: Iterable[str]) -> Iterator[list[str]]:
        """The contents of each of these that the page has."""
        return (self._all[name] for name in names if name in self._all)

    def dates(self) -> Iterator[str]:
        """The dates that it states, the surest first; as written."""
        return (contents[0] for contents in self.every(_DATES))

    def authors(self) -> Iterator[list[str]]:
        """The names that it states, the surest first; as written."""
        yield from self.every(_AUTHORS)
        # Pictures have makers too, so that only the first mark is the author's.
        yield from (contents[:1] for contents in self.every(("@author",)))


def whole_date(written: str) -> str | None:
    """An ISO date, or date and time, of what a machine or a person wrote; None unless it names one whole day.

    >>> whole_date("2024-04-30 16:38:37 +02:00"), whole_date("April 2024")
    ('2024-04-30T16:38:37+02:00', None)
    """
    found = read_date(written) or _epoch(written) or _mail_date(written)
    if found is None and (named := _DAY.search(written)) is not None:
        found = read_date(named["date"])
    if found is None and (stamped := re.match(r"(\d{4}-\d\d-\d\d)[T ]", written)) is not None:
        found = read_date(stamped[1])
    return found if found is not None and FIRST <= int(found[:4]) <= LAST else None


def _epoch(written: str) -> str | None:
    """Seconds or milliseconds since 1970."""
    if not re.fullmatch(r"\d{10}|\d{13}", written):
        return None
    return datetime.fromtimestamp(int(written[:10]), UTC).isoformat()


def _mail_date(written: str) -> str | None:
    """ "Tue, 30 Apr 2024 16:38:37 GMT"."""
    if not re.match(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:", written):
        return None
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError):
        return None


def marked_dates(tree: HtmlElement) -> Iterator[str]:
    """The dates that marks of the page state: itemprop, pubdate, a time element near the title; as written."""
    for element in tree.iter("time", "span", "div", "p"):
        if "datePublished" in (element.get("itemprop") or "").split() or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or spaced("".join(element.itertext()))
    title = next(iter(tree.iter("h1")), None)
    holder = None if title is None else next(title.iterancestors("header", "article", "main"), None)
    times = [element.get("datetime") or "" for element in (tree if holder is None else holder).iter("time")]
    if len(set(times)) == 1:
        yield times[0]


def stamped_date(texts: Iterable[str]) -> str | None:
    """The day in the first line that says when the article came out: "Published on 14 October 2031, 9 p.m."."""
    for text in texts:
        found = _STAMP.match(text[:STAMP])
        if found is not None and (date := whole_date(found[1])) is not None:
            return date
    return None


def path_date(url: str | None) -> str | None:
    """The day in the path of an address: "/2024/04/30/port-strike"."""
    found = _PATH_DATE.search(url or "")
    if found is None:
        return None
    return whole_date(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")


def guessed_date(tree: HtmlElement) -> str | None:
    """What htmldate finds, if the page has that whole day in words or digits; nothing is completed."""
    from htmldate import find_date

    try:
        found = find_date(
            tree,
            extensive_search=False,
            original_date=True,
            outputformat="%Y-%m-%d",
            min_date=f"{FIRST}-01-01",
            max_date=f"{LAST}-12-31",
        )
    except Exception:  # whatever it stumbles over, nobody has said a date
        return None
    if found is None or (whole := whole_date(found)) is None:
        return None
    day = datetime.fromisoformat(whole)
    month = "|".join(name for name, number in MONTHS.items() if number == day.month)
    said = etree.tostring(tree, encoding="unicode", method="html")
    forms = (
        rf"{day.year}[-/.]0?{day.month}[-/.]0?{day.day}\b|\b0?{day.day}[-/.]0?{day.month}[-/.]{day.year}"
        rf"|\b0?{day.month}[-/.]0?{day.day}[-/.]{day.year}|{day.year}{day.month:02}{day.day:02}"
        rf"|(?:{month})\.?\s0?{day.day}(?:st|nd|rd|th)?,?\s{day.year}"
        rf"|\b0?{day.day}(?:st|nd|rd|th)?\s(?:of\s)?(?:{month})\.?,?\s{day.year}"
    )
    return whole if re.search(forms, said, re.IGNORECASE) else None
