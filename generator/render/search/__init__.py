"""The search index: one of Pagefind's for each year, so that a build makes only those anew whose records changed.

years.json            what there is, newest first, and what it weighs: the search page opens no more than it needs
pagefind.js           Pagefind's own script
2026/  2025-07/       an index of a year, or of a part of one that is large; its name is its first month
2026/order.txt        the names of its records, newest first: Pagefind does not sort over several indexes
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.render.overview import EditionView
from generator.render.search.pagefind import ENTRY, SCRIPT, VERSION, Record, files_of
from generator.render.search.records import Dated, records_of
from generator.render.tree import prune, write

PARTS = (1, 2, 4, 12)
"""Into how many parts a year may be cut."""
LARGE = 10_000
"""Records from which on a year is cut: with these an index and a word of it weigh about 90 KB."""
UNDATED = "none"
"""The year of what states none."""
LISTING = "years.json"
ORDER = "order.txt"
SIGNATURE = b"pagefind_dcd"
"""What every file of Pagefind's begins with, unpacked."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """An index, as the search page needs to know of it."""

    path: str
    year: str
    records: int
    meta: int
    """Bytes that opening it costs."""
    chunk: int
    """Bytes that a word costs, at most."""
    filters: dict[str, int]
    """Bytes that each filter costs."""


def write_search(edition: EditionView, folder: Path, stamps: Path) -> int:
    """Brings the indexes of an edition up to date; returns how many were made anew.

    `stamps` keeps what each was made from. Raises MissingPackage without Pagefind, BuildError if it fails.
    """
    parts = parts_of(records_of(edition))
    before, after = _read_stamps(stamps), {}
    made = 0
    for path, dated in parts.items():
        after[path] = _stamp(dated)
        if before.get(path) != after[path] or not (folder / path / ORDER).is_file() or not (folder / SCRIPT).is_file():
            made += 1
            _write_part([record for _, record in dated], folder / path)
    listing = [_weighed(path, dated, folder / path) for path, dated in parts.items()]
    write(folder / LISTING, msgspec.json.encode(listing))
    kept = (f"{path}/{name}" for path in parts for name in _names(folder / path))
    prune(folder, [LISTING, *([SCRIPT] if parts else []), *kept])
    write(stamps, msgspec.json.encode(after))
    return made


def parts_of(records: Iterable[Dated]) -> dict[str, list[Dated]]:
    """Records by year, or by a part of it where a year has many; newest first."""
    years: dict[str, list[Dated]] = {}
    for dated in records:
        years.setdefault(dated.date.year or UNDATED, []).append(dated)
    parts: dict[str, list[Dated]] = {}
    for year, found in years.items():
        wanted = -(-len(found) // LARGE)
        count = next((count for count in PARTS if count >= wanted), PARTS[-1]) if year != UNDATED else 1
        for dated in found:
            parts.setdefault(year if count == 1 else f"{year}-{_first_month(dated.date.iso, count):02}", []).append(
                dated
            )
    return parts


def _first_month(iso: str, count: int) -> int:
    """The month that the part of a year begins with in which a date lies; the first where no month is stated."""
    month = int(iso[5:7]) if iso[5:7].isdecimal() else 1
    return 1 + (month - 1) * count // 12 * (12 // count)


def _write_part(records: list[Record], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    files = files_of(records)
    write(folder.parent / SCRIPT, files.pop(SCRIPT))  # the same one for all indexes
    for name, data in files.items():
        write(folder / name, data)
    write(folder / ORDER, "\n".join(_in_order(records, files)).encode())


def _in_order(records: list[Record], files: dict[str, bytes]) -> list[str]:
    """What Pagefind calls the records, without the language before it."""
    names = {}
    for path, data in files.items():
        if path.startswith("fragment/"):
            names[json.loads(_unpacked(data))["url"]] = path.partition("_")[2].removesuffix(".pf_fragment")
    return [names[record.url] for record in records if record.url in names]


def _unpacked(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(SIGNATURE)


def _weighed(path: str, dated: list[Dated], folder: Path) -> Part:
    entry = sum(file.stat().st_size for file in (*folder.glob("*.pf_meta"), folder / ENTRY))
    chunks = [file.stat().st_size for file in (folder / "index").glob("*")]
    filters = {_filter_name(file): file.stat().st_size for file in (folder / "filter").glob("*")}
    return Part(
        path=path,
        year=dated[0].date.year or UNDATED,
        records=len(dated),
        meta=entry,
        chunk=max(chunks, default=0),
        filters=dict(sorted(filters.items())),
    )


def _filter_name(file: Path) -> str:
    """The name that a file of Pagefind's filters begins with: a short text in CBOR."""
    data = _unpacked(file.read_bytes())
    return data[2 : 2 + (data[1] & 0x1F)].decode()


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def _stamp(dated: list[Dated]) -> str:
    digest = hashlib.sha256(VERSION.encode())
    for _, record in dated:
        digest.update(msgspec.json.encode(record) + b"\n")
    return digest.hexdigest()


def _read_stamps(path: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.MsgspecError):
        return {}
