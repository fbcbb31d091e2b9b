"""Which of the witnesses is believed: JSON-LD, meta elements, what the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from generator.formats.linked_data import Statement
from generator.formats.page.blocks import key, spaced
from generator.formats.page.meta import Meta

ALIKE = 0.5
"""Share of the words of the shorter title that two titles of one article have in common."""
LONGEST_NAME = 60
"""Characters; a longer "author" is a sentence."""

_NOTHING = Statement()
_SUFFIX = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022:-]{1,2}\s+|\s*[|\u2022]\s*")
_BY = re.compile(r"(?:(?:written|reported|posted)\s+)?by[:\s]\s*", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:;|\||\s&\s|\s(?:and|et|und|y)\s)\s*", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][\w.'\u2019-]*(?: [\w.'\u2019-]+){1,4}")
_NO_NAME = re.compile(r"https?:|www\.|@|[\d<>{}\[\]=]|^(?:admin|administrator|webmaster|editor|user|none|null)$", re.I)
_JOB = re.compile(r"\b(?:editor|reporter|correspondent|writer|columnist|producer|staff|journalist|desk|contributor)\b",
                  re.IGNORECASE)  # fmt: skip


def words(text: str) -> set[str]:
    """The words of a title, in small letters."""
    return set(re.findall(r"\w+", text.casefold()))


def alike(one: str, other: str) -> bool:
    """True of two titles that share most of their words."""
    a, b = words(one), words(other)
    return bool(a and b) and len(a & b) >= ALIKE * min(len(a), len(b))


def pick_statement(statements: Sequence[Statement], titles: Sequence[str], url: str | None) -> Statement:
    """The statement on the article of the page: that of its address, that of its title, the only one."""
    for statement in statements:
        if url and any(_same_address(url, stated) for stated in statement.urls):
            return statement
    for statement in statements:
        if any(alike(statement.title, title) for title in titles if title):
            return statement
    return statements[0] if len(statements) == 1 else _NOTHING


def _same_address(one: str, other: str) -> bool:
    def bare(url: str) -> str:
        return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/$", "", url)

    return bare(one) == bare(other)


def shown_titles(tree: HtmlElement) -> list[HtmlElement]:
    """The h1 elements that say something."""
    return [element for element in tree.iter("h1") if key("".join(element.itertext()))]


def pick_title(
    statement: Statement, meta: Meta, head: str, tree: HtmlElement, outlet: str | None
) -> tuple[str, HtmlElement | None]:
    """(title, the h1 that shows it): what readers see as the headline, if the page says it elsewhere too.

    `head` is what the window of a browser shows.
    """
    stated = [statement.title, *(meta.first(name) for name in ("og:title", "twitter:title", "@headline")), head]
    stated = [without_site(title, outlet) for title in stated if title]
    heads = shown_titles(tree)
    for title in stated:
        for element in heads:
            shown = spaced("".join(element.itertext()))
            if alike(shown, title):
                return shown, element
    if stated:
        return stated[0], None
    return (spaced("".join(heads[0].itertext())), heads[0]) if heads else ("", None)


def without_site(title: str, outlet: str | None) -> str:
    """The title without the name of the site at its end: "Toll Rises | Ports | The Strelsau Post"."""
    if not outlet:
        return title
    parts = list(_SUFFIX.finditer(title))
    for last in reversed(parts):
        tail = key(title[last.end() :]).removeprefix("the")
        site = key(outlet).removeprefix("the")
        if tail and site and (tail in site or site in tail) and len(title[last.end() :].split()) <= 5:
            rest = title[: last.start()]
            bar = rest.rfind(" | ")
            return rest[:bar] if bar > 0 and len(rest[bar:].split()) <= 4 else rest
    return title


def pick_authors(statement: Statement, meta: Meta, tree: HtmlElement) -> tuple[str, ...]:
    """The names under which the article appears; the first witness that names any is believed."""
    for names in _named_authors(statement, meta, tree):
        clean = tuple(dict.fromkeys(name for written in names for name in read_names(written)))
        if clean:
            return clean
    return ()


def _named_authors(statement: Statement, meta: Meta, tree: HtmlElement) -> Iterator[Iterable[str]]:
    yield statement.authors
    yield from meta.authors()
    yield [spaced("".join(e.itertext())) for e in tree.iter("a", "span") if "author" in (e.get("rel") or "").split()]
    yield [spaced("".join(e.itertext())) for e in tree.iter("span", "a", "div", "p") if e.get("itemprop") == "author"]
    for element in tree.iter("p", "div", "span", "a"):
        shown = re.split(r"[\s_-]+", (element.get("class") or "").lower())
        if "byline" in shown or {"author", "name"} <= set(shown):
            text = spaced("".join(element.itertext()))
            if len(text) <= 2 * LONGEST_NAME:
                yield [text]


def read_names(written: str) -> Iterator[str]:
    """The names in a byline; none where it holds an address or a number.

    >>> list(read_names("By Ann Poe and Jo Haas, Ports Editor"))
    ['Ann Poe', 'Jo Haas']
    """
    for part in _JOINT.split(_BY.sub("", written, count=1)):
        names = [name for name in part.split(", ") if name]
        if len(names) > 1 and not all(_PERSON.fullmatch(name) and not _JOB.search(name) for name in names):
            names = names[:1]
        for name in names:
            bare = name.strip(" ,.-\u2013|/")
            if 2 <= len(bare) <= LONGEST_NAME and not _NO_NAME.search(bare):
                yield bare


def pick_url(tree: HtmlElement, meta: Meta) -> str | None:
    """The canonical address of the page; http or https."""
    links = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    base = meta.first("og:url")
    for written in (*links, base):
        try:
            url = urljoin(base, spaced(written)) if base.startswith("http") else spaced(written)
            parts = urlsplit(url)
            if parts.scheme in ("http", "https") and "." in (parts.hostname or "") and " " not in url:
                return url
        except ValueError:
            continue
    return None


def pick_language(tree: HtmlElement, meta: Meta, statement: Statement) -> str | None:
    """The language that the page states: "en-GB"."""
    root = tree.getroottree().getroot()
    for written in (root.get("lang"), root.get("xml:lang"), statement.language, meta.first("og:locale", "language")):
        tag = (written or "").strip().replace("_", "-")
        if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", tag):
            return tag
    return None
