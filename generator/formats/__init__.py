"""The formats of seeds: one module a format, one row a suffix.

A reader takes the bytes of one article and gives a Draft. A format whose files hold several articles has a splitter
too, which takes them apart. To add a format, write `generator/formats/<name>.py` with such a function and add a row to
FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO, Literal, NamedTuple, cast

from generator.config import Settings
from generator.errors import SeedError
from generator.model import Metadata, Notice, Part

_NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Draft:
    """What the file of an article holds."""

    text: str
    """What offsets count in."""
    metadata: Metadata = _NOTHING
    warnings: tuple[Notice, ...] = ()
    parts: tuple[Part, ...] = ()
    """What the format says of some lines, in order."""
    structured: bool = False
    """True if the format tells the head from the body."""
    top: int = 0
    """Where the article starts, below a block of metadata."""


class Item(NamedTuple):
    """One article of a file, not read yet."""

    key: str
    """Its id or number in the file; "" if it is the only one."""
    data: bytes | SeedError
    """Its bytes, or why it has none."""
    metadata: Metadata = _NOTHING
    """What the file says of it."""


Reader = Callable[[bytes, str, Settings], Draft]
"""Bytes of an article, its name for messages, settings -> what it holds. Raises SeedError."""

Splitter = Callable[[BinaryIO, str, Settings], Iterator[Item]]
"""A file, its name for messages, settings -> its articles, one after the other. Raises SeedError."""


class Format(NamedTuple):
    """A way to keep articles in files; its code is imported when the first such file is read."""

    media_type: str
    reader_at: str
    """Module and function: "text.read_text"."""
    splitter_at: str = ""
    """The same, for files that may hold several articles; "" for those that hold one."""
    limit: Literal["largest_seed", "largest_page"] = "largest_seed"
    """The setting that says how many bytes an article may have."""
    extra: str = ""
    """The extra of this package that it needs: `pip install "newsbrief[html]"`."""

    def reader(self) -> Reader:
        """The function that reads one article. Raises ImportError where its extra is missing."""
        return cast(Reader, _load(self.reader_at))

    def splitter(self) -> Splitter:
        """The function that takes a file apart. Raises ImportError where its extra is missing."""
        return cast(Splitter, _load(self.splitter_at))


def _load(place: str) -> object:
    module, _, function = place.rpartition(".")
    return getattr(import_module(f"generator.formats.{module}"), function)


_TEXT = Format("text/plain", "text.read_text")
_MARKDOWN = Format("text/markdown", "markdown.read_markdown")
_HTML = Format("text/html", "html.read_html", limit="largest_page", extra="html")
_MHTML = Format("multipart/related", "mhtml.read_mhtml", limit="largest_page", extra="html")
_WARC = Format("application/warc", "html.read_html", "warc.pages_in_archive", limit="largest_page", extra="warc")

FORMATS: dict[str, Format] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".mhtml": _MHTML,
    ".mht": _MHTML,
    ".json": Format("application/json", "record.read_record", "several.records_in_json"),
    ".jsonl": Format("application/jsonl", "record.read_record", "several.records_in_lines"),
    ".ndjson": Format("application/jsonl", "record.read_record", "several.records_in_lines"),
    ".csv": Format("text/csv", "record.read_record", "several.rows_in_table"),
    ".tsv": Format("text/tab-separated-values", "record.read_record", "several.rows_in_table"),
    ".warc": _WARC,
    ".warc.gz": _WARC,
}
"""Suffix in small letters -> format."""


def format_of(name: str) -> Format | None:
    """The format of a file by the end of its name, the longest suffix first; None if it is not read."""
    parts = name.casefold().split(".")
    suffixes = (f".{'.'.join(parts[-count:])}" for count in (2, 1) if len(parts) > count)
    return next((FORMATS[suffix] for suffix in suffixes if suffix in FORMATS), None)
