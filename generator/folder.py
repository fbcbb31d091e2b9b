"""The seeds folder: which of its files are seeds, in which order, and which are not and why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.errors import SeedError, SkippedSeed
from generator.formats import format_of
from generator.formats.beside import SIDECARS, TABLE


class SeedFile(NamedTuple):
    """A file of the seeds folder."""

    name: str
    """Path relative to the folder, with forward slashes."""
    path: Path
    refusal: SeedError | None = None
    """Why it can't be read at all, if so."""


def list_seeds(folder: Path) -> Iterator[SeedFile]:
    """All seeds of a folder and its subfolders by name; hidden files and folders are not seeds."""
    root = folder.resolve()
    for path in _without_sidecars(_walk(folder)):
        name = path.relative_to(folder).as_posix()
        yield SeedFile(name, path, _refusal(path, name, root))


def _without_sidecars(paths: Iterator[Path]) -> Iterator[Path]:
    """The files without the metadata that stand beside them."""
    found = list(paths)
    owners = {path.with_suffix("") for path in found if path.suffix not in SIDECARS and format_of(path.name)}
    for path in found:
        is_sidecar = path.suffix in SIDECARS and path.with_suffix("") in owners
        if not is_sidecar and path.name != TABLE:
            yield path


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False) and not Path(entry.name).suffix:
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _refusal(path: Path, name: str, root: Path) -> SeedError | None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return SkippedSeed("not_a_file", f"{name}: the link leads nowhere; remove it or mend it", name)
    if path.is_symlink() and not target.is_relative_to(root):
        return SkippedSeed("outside_input", f"{name}: the link leaves the seeds folder; copy the file into it", name)
    if not target.is_file():
        return SkippedSeed("not_a_file", f"{name}: not a file; move it out of the seeds folder", name)
    return None
