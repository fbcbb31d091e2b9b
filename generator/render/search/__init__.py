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
from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.render.overview import EditionView
from generator.render.search.pagefind import ENTRY, SCRIPT, VERSION, Record, write_index
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
SIGNATURE = len(b"pagefind_dcd")


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
        if before.get(path) != after[path] or not (folder / path / ORDER).is_file():
            made += 1
            _write_part([record for _, record in dated], folder / path)
    listing = [_weighed(path, dated, folder / path) for path, dated in parts.items()]
    write(folder / LISTING, msgspec.json.encode(listing))
    _share_script(folder, list(parts))
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
    write_index(records, folder)
    places = {record.url: place for place, record in enumerate(records)}
    names = {}
    for path in (folder / "fragment").glob("*"):
        fragment = json.loads(gzip.decompress(path.read_bytes())[SIGNATURE:])
        names[places[fragment["url"]]] = path.stem.partition("_")[2]
    write(folder / ORDER, "\n".join(names[place] for place in sorted(names)).encode())


def _share_script(folder: Path, parts: list[str]) -> None:
    """One script for all indexes: each comes with the same one."""
    for path in parts:
        script = folder / path / SCRIPT
        if script.is_file():
            write(folder / SCRIPT, script.read_bytes())
            script.unlink()


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
    data = gzip.decompress(file.read_bytes())[SIGNATURE:]
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
