"""JSON-LD: what a publisher tells machines about an article, in a page or in a file of its own.

Nothing in it is trusted to have the right type. Source of the names: https://schema.org/NewsArticle.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.formats.compose import names_line
from generator.formats.fields import Fields
from generator.lines import visible

LONGEST = 2_000_000
"""Characters of one script; live blogs reach 0.5 million."""
MOST = 20_000
"""Values that are looked at in one script; live blogs reach 5,000."""

_ARTICLE = re.compile(r"\w*(?:Article|Posting)|Report|Newscast")
# Where articles lie that are not the page's own: further ones, comments, posts of a live blog.
_BELOW = frozenset({"itemlistelement", "haspart", "comment", "liveblogupdate", "mentions", "citation", "ispartof"})
_WRAPPER = re.compile(r"^\s*(?:<!--|(?://\s*)?<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>|;)\s*$")
_LOOSE_COMMA = re.compile(r",(?=\s*[}\]])")
_TAG = re.compile(r"<[^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class Statement:
    """What the JSON-LD says of one article."""

    title: str = ""
    deck: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    """As written."""
    outlet: str = ""
    urls: tuple[str, ...] = ()
    language: str = ""
    body: str = ""
    """`articleBody`, with its line ends."""


def article_in_linked_data(record: dict[str, object]) -> Fields | None:
    """What a file of JSON-LD says; None if it is none, or holds no text."""
    if not any(key.startswith("@") for key in record):
        return None
    found = next((statement for statement in statements_in([record]) if statement.body), None)
    if found is None:
        return None
    url = next((url for url in found.urls if url.startswith("http")), "")
    said = {"published": found.published, "outlet": found.outlet, "url": url, "language": found.language}
    return Fields(
        title=found.title,
        deck=found.deck,
        byline=names_line(found.authors),
        body=found.body,
        metadata={key: value for key, value in said.items() if value},
    )


def statements_in_scripts(scripts: Iterable[str]) -> tuple[Statement, ...]:
    """What the scripts of a page state, one for each article, in order."""
    return statements_in([value for script in scripts for value in _load(script)])


def statements_in(roots: list[Any]) -> tuple[Statement, ...]:
    """One for each article, in order; those of lists, comments and posts of a live blog are left out."""
    nodes = [found for root in roots for found in _walk(root)]
    named = {node["@id"]: node for node, _ in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found = [_statement(node, named) for node, is_own in nodes if is_own and _is_article(node)]
    return tuple(_merged([statement for statement in found if statement.title or statement.body]))


def _load(source: str) -> list[Any]:
    """The value of a script, forgiving what publishers get wrong: comment marks around it, commas before a bracket."""
    if len(source) > LONGEST:
        return []
    bare = _WRAPPER.sub("", _WRAPPER.sub("", source))
    for attempt in (source, bare, _LOOSE_COMMA.sub("", bare)):
        try:
            return [json.loads(attempt, strict=False)]
        except (ValueError, RecursionError):
            continue
    return []


def _walk(root: Any) -> Iterator[tuple[dict[str, Any], bool]]:
    """All objects in their order; False for those of a list of further articles, and inside an article."""
    waiting: list[tuple[Any, bool]] = [(root, True)]
    for _ in range(MOST):
        if not waiting:
            return
        value, is_own = waiting.pop()
        if isinstance(value, list):
            waiting.extend((item, is_own) for item in reversed(value))
        elif isinstance(value, dict):
            yield value, is_own
            own = is_own and not _is_article(value)
            waiting.extend((item, own and name.lower() not in _BELOW) for name, item in reversed(value.items()))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return any(isinstance(name, str) and _ARTICLE.fullmatch(re.split("[/#:]", name)[-1]) for name in names)


def _statement(node: dict[str, Any], named: dict[str, dict[str, Any]]) -> Statement:
    def full(value: Any) -> Any:
        """The object that an object with nothing but an @id points to."""
        known = named.get(value["@id"]) if isinstance(value, dict) and isinstance(value.get("@id"), str) else None
        return value if known is None or (isinstance(value, dict) and "name" in value) else known

    page = full(node.get("mainEntityOfPage"))
    address = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    makers = [full(maker) for maker in _listed(node.get("author")) + _listed(node.get("creator"))]
    publishers = [full(publisher) for publisher in _listed(node.get("publisher"))]
    return Statement(
        title=_words(node.get("headline")) or _words(node.get("name")),
        deck=_words(node.get("description")),
        authors=tuple(dict.fromkeys(name for maker in makers for name in _names(maker))),
        published=_text(node.get("datePublished")),
        outlet=next((name for publisher in publishers for name in _names(publisher)), ""),
        urls=tuple(url for url in (_text(node.get("url")), _text(address)) if url),
        language=next((_text(language) for language in _listed(node.get("inLanguage"))), ""),
        body=_body(node.get("articleBody")),
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        return str(value)
    return visible(value) if isinstance(value, str) else ""


def _words(value: Any) -> str:
    """A line for readers: publishers put entities and tags into it, and escape them twice."""
    return visible(_TAG.sub(" ", html.unescape(html.unescape(_text(value)))))


def _names(maker: Any) -> list[str]:
    if isinstance(maker, dict):
        return [name for value in _listed(maker.get("name")) if (name := _words(value))]
    return [name] if (name := _words(maker)) else []


def _body(value: Any) -> str:
    text = "\n\n".join(part for part in _listed(value) if isinstance(part, str))
    return html.unescape(text)


def _merged(statements: list[Statement]) -> Iterator[Statement]:
    """One statement for each title; what the first leaves open, a later one of that title fills."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.title.casefold(), []).append(statement)
    for group in groups.values():
        yield Statement(
            title=group[0].title,
            deck=next((one.deck for one in group if one.deck), ""),
            authors=next((one.authors for one in group if one.authors), ()),
            published=next((one.published for one in group if one.published), ""),
            outlet=next((one.outlet for one in group if one.outlet), ""),
            urls=tuple(url for one in group for url in one.urls),
            language=next((one.language for one in group if one.language), ""),
            body=max((one.body for one in group), key=len),
        )
