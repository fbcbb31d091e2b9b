"""`.warc`, `.warc.gz`: the pages of a web archive, read as a stream; a page is read as HTML is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from generator.config import Settings
from generator.errors import BrokenSeed
from generator.formats import Item
from generator.formats.metadata import is_address
from generator.model import Metadata

_PAGES = ("text/html", "application/xhtml+xml")


def pages_in_archive(file: BinaryIO, name: str, settings: Settings) -> Iterator[Item]:
    """The HTML pages that a server answered with, by their number among them. Raises BrokenSeed (parse)."""
    number = 0
    try:
        for record in ArchiveIterator(file):
            if _is_page(record):
                number += 1
                yield _item(record, f"{name}#{number}", number, settings)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        problem = f"{name}: the archive breaks off after page {number} ({error}). Fetch it again."
        yield Item(str(number + 1), BrokenSeed("parse", problem, name))


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type == "response" and record.http_headers is not None:
        kind = record.http_headers.get_header("Content-Type") or ""
        return record.http_headers.get_statuscode() == "200" and kind.casefold().startswith(_PAGES)
    if record.rec_type == "resource":
        return (record.rec_headers.get_header("Content-Type") or "").casefold().startswith(_PAGES)
    return False


def _item(record: ArcWarcRecord, name: str, number: int, settings: Settings) -> Item:
    data = record.content_stream().read(settings.largest_page + 1)
    if len(data) > settings.largest_page:
        problem = f"{name}: the page has more than {settings.largest_page:,} bytes; raise largest_page in brief.toml."
        return Item(str(number), BrokenSeed("too_large", problem, name))
    if getattr(record.raw_stream, "limit", 0):  # bytes that the record promises and the file does not hold
        problem = f"{name}: the archive breaks off inside this page. Fetch it again."
        return Item(str(number), BrokenSeed("parse", problem, name))
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    return Item(str(number), data, Metadata(url=url if is_address(url) else None))
