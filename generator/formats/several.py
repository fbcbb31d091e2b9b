"""Files of several articles -> their articles: a list in JSON, a line of JSON each, a row of a table each.

Files of lines and rows are read as they come, so that only one article is in memory.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from generator.config import Settings
from generator.decode import SAMPLE, decode
from generator.errors import BrokenSeed
from generator.formats import Item
from generator.formats.columns import cell
from generator.formats.record import parse_json

_LONGEST_ID = 80
"""Code points; a longer id names no article."""


def records_in_json(file: BinaryIO, name: str, settings: Settings) -> Iterator[Item]:
    """The objects of a list; all of the file where it is one object."""
    data = file.read(settings.largest_seed + 1)
    if len(data) > settings.largest_seed:
        yield Item("", _too_large(name, settings))
        return
    value = parse_json(data, name) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") else None
    if not isinstance(value, list):
        yield Item("", data)
        return
    for number, record in enumerate(value, 1):
        yield _item(record, number, settings)


def records_in_lines(file: BinaryIO, name: str, settings: Settings) -> Iterator[Item]:
    """One object a line; empty lines do not count."""
    number = 0
    while line := file.readline(settings.largest_seed + 1):
        if len(line) > settings.largest_seed:
            while line and not line.endswith(b"\n"):
                line = file.readline(settings.largest_seed)
            number += 1
            yield Item(str(number), _too_large(f"{name}#{number}", settings))
        elif line.strip():
            number += 1
            yield _line(line, name, number, settings)


def rows_in_table(file: BinaryIO, name: str, settings: Settings) -> Iterator[Item]:
    """One row an article; the first row names the columns."""
    text = TextIOWrapper(file, encoding=_encoding(file, name), errors="surrogateescape", newline="")
    csv.field_size_limit(settings.largest_seed)
    try:
        sample = text.read(SAMPLE // 10)
        text.seek(0)
        reader = csv.DictReader(text, delimiter=_delimiter(sample))
        for number, row in enumerate(reader, 1):
            cells = {key: value for key, value in row.items() if key is not None and isinstance(value, str)}
            yield _item(cells, number, settings)
    except csv.Error as error:
        yield Item("", BrokenSeed("parse", f"{name}: not a table: {error}. Save it as CSV in UTF-8.", name))
    finally:
        text.detach()


def _delimiter(sample: str) -> str:
    """What stands between the names of the columns."""
    head = sample.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _encoding(file: BinaryIO, name: str) -> str:
    """The encoding of a table by its first bytes. Raises BrokenSeed (binary, undecodable)."""
    sample = file.read(SAMPLE)
    file.seek(0)
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(sample) == SAMPLE:  # perhaps in the middle of a letter
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    decode(sample, name)
    try:
        sample.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _line(line: bytes, name: str, number: int, settings: Settings) -> Item:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        problem = f"{name}#{number}: not valid JSON ({type(error).__name__}). Each line must be one object."
        return Item(str(number), BrokenSeed("parse", problem, f"{name}#{number}"))
    return Item(_key(record, number, settings), line.strip())


def _item(record: object, number: int, settings: Settings) -> Item:
    return Item(_key(record, number, settings), json.dumps(record, sort_keys=True).encode())


def _key(record: object, number: int, settings: Settings) -> str:
    """The id that a record gives itself, so that its page keeps its place when others come and go; else its number."""
    given = cell(record, "id", settings.columns) if isinstance(record, dict) else None
    written = str(given).strip() if isinstance(given, (str, int)) and not isinstance(given, bool) else ""
    usable = written.isprintable() and len(written) <= _LONGEST_ID and not set(written) & set("#/\\")
    return written if written and usable else str(number)


def _too_large(name: str, settings: Settings) -> BrokenSeed:
    return BrokenSeed(
        "too_large",
        f"{name}: more than {settings.largest_seed:,} bytes. Shorten it, or raise largest_seed in brief.toml.",
        name,
    )
