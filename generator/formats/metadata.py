"""Keys and values beside an article -> Metadata: one reading for front matter, sidecars and tables."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from generator.config import Settings
from generator.errors import BrokenSeed
from generator.formats.dates import read_date
from generator.lines import visible
from generator.model import Metadata, Notice

KEYS = ("title", "url", "published", "outlet", "language", "byline", "hold", "embargo")
_YES, _NO = ("true", "yes", "on", "1"), ("false", "no", "off", "0", "")


class Entry(NamedTuple):
    """A key and its value as some format has it."""

    key: str
    value: object
    """A string, a boolean, a date or None; anything else is refused."""
    where: str
    """File, and line where it is known: "ferry.md:3: front matter"."""


def read_metadata(entries: Iterable[Entry], name: str, settings: Settings) -> tuple[Metadata, tuple[Notice, ...]]:
    """Metadata and what could not be used. Raises BrokenSeed (parse), with the place of the entry."""
    notices: list[Notice] = []
    values: dict[str, str | bool | None] = {}
    for entry in entries:
        key = entry.key.strip().casefold()
        if key == "hold":
            values[key] = _boolean(entry, name)
        elif key == "embargo":
            values[key] = _embargo(entry, name, settings)
        elif key == "published":
            written = _string(entry, name)
            values[key] = read_date(written, settings.date_order) if written else None
            if written and values[key] is None:
                notices.append(Notice(code="published", message=_no_date(key, written)))
        elif key == "url":
            written = _string(entry, name)
            values[key] = written if written and is_address(written) else None
            if written and values[key] is None:
                notices.append(Notice(code="url", message=f'url: "{visible(written)[:60]}" is no http(s) address.'))
        elif key in KEYS:
            values[key] = visible(_string(entry, name) or "") or None
        elif close := difflib.get_close_matches(key, KEYS, 1, 0.8):
            notices.append(Notice(code="metadata", message=f"{key}: unknown key; did you mean {close[0]}?"))
    return msgspec.convert(values, Metadata), tuple(notices)


def over(above: Metadata, below: Metadata) -> Metadata:
    """Both as one: what the first says counts, the second fills its gaps; either can hold an article back."""
    values = {key: getattr(above, key) or getattr(below, key) for key in Metadata.__struct_fields__}
    embargoes = [metadata.embargo for metadata in (above, below) if metadata.embargo]
    return Metadata(**{**values, "embargo": max(embargoes, default=None)})


def is_address(url: str) -> bool:
    """True of an http(s) address without spaces or control characters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and url.isprintable() and " " not in url


def _string(entry: Entry, name: str) -> str | None:
    if entry.value is None:
        return None
    if isinstance(entry.value, (date, datetime)):
        return entry.value.isoformat()
    if isinstance(entry.value, str):
        return entry.value.strip()
    raise _broken(entry, name, f"{entry.key} must be one piece of text.")


def _boolean(entry: Entry, name: str) -> bool:
    if isinstance(entry.value, bool):
        return entry.value
    written = entry.value.strip().casefold() if isinstance(entry.value, str) else None
    if written in _YES or written in _NO:
        return written in _YES
    raise _broken(entry, name, "hold must be true or false.")


def _embargo(entry: Entry, name: str, settings: Settings) -> str | None:
    """ISO date, or date and time in UTC: an evening in the west is the next day there."""
    written = _string(entry, name)
    if not written:
        return None
    until = read_date(written, settings.date_order)
    if until is None:
        raise _broken(entry, name, _no_date("embargo", written))
    moment = datetime.fromisoformat(until)
    return moment.astimezone(UTC).isoformat() if moment.tzinfo else until


def _no_date(key: str, written: str) -> str:
    return f'{key}: "{visible(written)[:60]}" is not a whole date; write it as 2026-03-31.'


def _broken(entry: Entry, name: str, problem: str) -> BrokenSeed:
    return BrokenSeed("parse", f"{entry.where}: {problem}", name)
