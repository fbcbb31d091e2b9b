"""Metadata beside an article: `ferry.toml` or `ferry.json` for `ferry.txt`, and `metadata.csv` for many.

What stands beside an article counts more than what stands in it, and its own sidecar more than the table.
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from pathlib import Path, PurePosixPath

from generator.config import Settings
from generator.decode import decode
from generator.errors import BriefError, BrokenSeed
from generator.formats.metadata import Entry, over, read_metadata
from generator.lines import printable
from generator.model import Metadata, Notice

SIDECARS = (".toml", ".json")
TABLE = "metadata.csv"
LARGEST = 1_000_000
"""Bytes of a sidecar; a larger one holds no metadata."""
LARGEST_TABLE = 50_000_000
"""Bytes of a table: some 200,000 articles."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside an article."""

    metadata: Metadata
    warnings: tuple[Notice, ...] = ()


def sidecar_of(path: Path) -> Path | None:
    """The sidecar of an article, if there is one; `a.toml` counts more than `a.json`."""
    names = (path.with_suffix(suffix) for suffix in SIDECARS if path.suffix.casefold() != suffix)
    return next((found for found in names if found.is_file()), None)


def metadata_beside(path: Path, name: str, settings: Settings) -> Beside:
    """What the sidecar of an article and the tables of its folders say. Raises BrokenSeed, BriefError."""
    found = Beside(Metadata())
    sidecar = sidecar_of(path)
    if sidecar is not None:
        found = _merge(found, read_metadata(_entries(sidecar, name), name, settings))
    for table in _tables(path, name, settings):
        row = _rows(table).get(PurePosixPath(path.relative_to(table.parent)).as_posix())
        if row is not None:
            found = _merge(found, read_metadata(row, name, settings))
    return found


def files_in_table(table: Path) -> list[str]:
    """The files that a table has rows for, by name. Raises BriefError."""
    return sorted(_rows(table))


def _rows(table: Path) -> dict[str, tuple[Entry, ...]]:
    if table.is_symlink():
        raise BriefError(f"{table}: a table of metadata may not be a link. Copy the file here.")
    stat = table.stat()
    return _table(table, stat.st_mtime_ns, stat.st_size)


def _merge(found: Beside, read: tuple[Metadata, tuple[Notice, ...]]) -> Beside:
    return Beside(over(found.metadata, read[0]), (*found.warnings, *read[1]))


def _entries(sidecar: Path, name: str) -> Iterator[Entry]:
    """The keys of a sidecar in TOML or JSON."""
    shown = printable(sidecar.name)
    if sidecar.is_symlink():  # it may lead to a file that nobody meant to publish
        raise BrokenSeed("outside_input", f"{shown}: metadata may not be a link. Copy the file here.", name)
    try:
        if sidecar.stat().st_size > LARGEST:
            raise BrokenSeed("parse", f"{shown}: more than {LARGEST:,} bytes of metadata. Shorten it.", name)
        source = decode(sidecar.read_bytes(), shown)[0]
        values = tomllib.loads(source) if sidecar.suffix == ".toml" else json.loads(source)
    except (ValueError, RecursionError) as error:
        raise BrokenSeed("parse", f"{shown}: {printable(str(error))}. Correct it, or remove it.", name) from error
    except OSError as error:
        raise BrokenSeed("unreadable", f"{shown}: {error.strerror}; check its permissions.", name) from error
    if not isinstance(values, dict):
        raise BrokenSeed("parse", f'{shown}: metadata must be an object: {{"title": "..."}}.', name)
    for key, value in values.items():
        yield Entry(str(key), value, shown)


def _tables(path: Path, name: str, settings: Settings) -> Iterator[Path]:
    """The tables that may name an article: in its own folder, and in the folders above up to that of the seeds.

    A build names an article by its path below the seeds, so that the way up is known; else their folder's name tells.
    """
    seeds = Path(settings.seeds).name
    below = len(PurePosixPath(name).parts)
    for depth, folder in enumerate(path.parents, 1):
        if (folder / TABLE).is_file():
            yield folder / TABLE
        if depth >= below and (folder.name == seeds or seeds not in folder.parts):
            return


@lru_cache(maxsize=8)
def _table(path: Path, changed: int, size: int) -> dict[str, tuple[Entry, ...]]:
    """File name -> its row. Raises BriefError: whoever is to be held back must not slip through a broken table."""
    if size > LARGEST_TABLE:
        raise BriefError(f"{path}: more than {LARGEST_TABLE:,} bytes. Split the folder of seeds.")
    rows: dict[str, tuple[Entry, ...]] = {}
    try:
        reader = csv.DictReader(StringIO(decode(path.read_bytes(), path.name)[0], newline=""), strict=True)
        if "file" not in (reader.fieldnames or ()):
            raise BriefError(f"{path}: no column `file`. Its first line must name the columns, such as file,title,url.")
        for row in reader:
            where = f"{path.name}:{reader.line_num}"
            if None in row:
                raise BriefError(f"{path}:{reader.line_num}: more cells than columns. Quote cells that hold a comma.")
            file = (row.pop("file") or "").strip().removeprefix("./")
            if file in rows:
                raise BriefError(f"{path}:{reader.line_num}: a second row for {printable(file)}. Remove one.")
            rows[file] = tuple(Entry(key, value, where) for key, value in row.items() if value and key)
    except csv.Error as error:
        raise BriefError(f"{path}:{reader.line_num}: {error}. Correct this line of the table.") from error
    return rows
