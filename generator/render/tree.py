"""Folders made again by every build: only what changed is written, whole files at a time, and what is stale goes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

MANIFEST = ".newsbrief"
"""In a delivered folder: the names of the files that were put there, one a line."""


def write(path: Path, data: bytes) -> bool:
    """Puts a file in place in one step; False, and nothing touched, if it holds these bytes already."""
    try:
        if path.read_bytes() == data:
            return False
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name[:100]}.part")
    partial.write_bytes(data)
    os.replace(partial, path)
    return True


def files_below(folder: Path) -> dict[str, Path]:
    """Path with forward slashes -> file, in order."""
    found = (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    return dict(sorted((path.relative_to(folder).as_posix(), path) for path in found))


def prune(folder: Path, keep: Iterable[str]) -> int:
    """Removes every file that is not to be kept, then empty folders; returns how many files went."""
    kept = set(keep)
    stale = [path for name, path in files_below(folder).items() if name not in kept]
    for path in stale:
        remove(path, folder)
    return len(stale)


def remove(path: Path, folder: Path) -> None:
    """Removes a file, and the folders above it up to `folder` that are empty then."""
    path.unlink(missing_ok=True)
    while path.parent != folder and path.parent.is_dir() and not any(path.parent.iterdir()):
        path = path.parent
        path.rmdir()


def sync(source: dict[str, Path], target: Path) -> int:
    """Makes `target` hold exactly these files; returns how many were written or removed."""
    changed = sum(write(target / name, path.read_bytes()) for name, path in source.items())
    return changed + prune(target, source)


def deliver(source: dict[str, Path], target: Path) -> int:
    """Puts these files into a folder that may hold others; returns how many were written or removed.

    Only what an earlier delivery put there is removed.
    """
    manifest = target / MANIFEST
    before = manifest.read_text(encoding="utf-8").splitlines() if manifest.is_file() else []
    stale = [name for name in before if name not in source and _is_inside(name) and (target / name).is_file()]
    # New names are remembered before their files are there: a build that breaks off leaves nothing unknown.
    write(manifest, "\n".join(sorted({*before, *source})).encode())
    changed = sum(write(target / name, path.read_bytes()) for name, path in source.items())
    for name in stale:
        remove(target / name, target)
    write(manifest, "\n".join(sorted(source)).encode())
    return changed + len(stale)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
