"""A row with named columns -> Fields: the row of a CSV, a line of JSON, whatever names its columns have."""

from __future__ import annotations

from collections.abc import Mapping

from generator.config import Column
from generator.formats.fields import Fields

COLUMNS: dict[Column, tuple[str, ...]] = {
    "title": ("title", "headline", "head"),
    "deck": ("deck", "standfirst", "subtitle", "subheadline", "description", "summary"),
    "byline": ("byline", "author", "authors", "by"),
    "text": ("text", "body", "content", "article", "articlebody", "maintext", "fulltext", "bodytext"),
    "published": ("published", "date", "datepublished", "publishdate", "publisheddate", "publishedat", "pubdate"),
    "url": ("url", "link", "canonicalurl", "sourceurl"),
    "outlet": ("outlet", "source", "publication", "publisher", "site", "domain", "sitename", "newspaper"),
    "language": ("language", "lang"),
    "id": ("id", "uid", "guid", "key"),
    "hold": ("hold",),
    "embargo": ("embargo", "embargoed"),
}
"""What a column means -> its usual names, without capitals, spaces, "_" and "-"; the first that is there counts."""
_METADATA: tuple[Column, ...] = ("published", "url", "outlet", "language", "hold", "embargo")


def article_in_columns(row: Mapping[str, object], named: Mapping[Column, str]) -> Fields | None:
    """What a row says; None if no column holds a text. `named` is [columns] of brief.toml: meaning -> column."""
    found = {meaning: cell(row, meaning, named) for meaning in COLUMNS}
    text = _string(found["text"])
    if not text.strip():
        return None
    metadata: dict[str, object] = {key: _plain(found[key]) for key in _METADATA if found[key] not in (None, "")}
    title = _string(found["title"])
    return Fields(
        title=title,
        deck=_string(found["deck"]),
        byline=_string(found["byline"]),
        body=text,
        metadata=metadata,
        paged=not title,
    )


def cell(row: Mapping[str, object], meaning: Column, named: Mapping[Column, str]) -> object:
    """The cell of a row that means this; None if there is none."""
    if meaning in named:
        return row.get(named[meaning])
    plain = {key.casefold().replace("_", "").replace("-", "").replace(" ", ""): key for key in row if key}
    return next((row[plain[name]] for name in COLUMNS[meaning] if name in plain), None)


def _plain(value: object) -> object:
    """Numbers as they are written; lists and objects say nothing here."""
    if isinstance(value, (str, bool)):
        return value
    return str(value) if isinstance(value, (int, float)) else None


def _string(value: object) -> str:
    if isinstance(value, list):  # authors
        return ", ".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""
