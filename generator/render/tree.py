"""Folders made again by every build: only what changed is written, whole files at a time, and what is stale goes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


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
        path.unlink()
    if stale:
        for below, _, _ in os.walk(folder, topdown=False):
            if below != str(folder) and not os.listdir(below):
                os.rmdir(below)
    return len(stale)


def sync(source: dict[str, Path], target: Path) -> int:
    """Makes `target` hold exactly these files; returns how many were written or removed."""
    changed = sum(write(target / name, path.read_bytes()) for name, path in source.items())
    return changed + prune(target, source)
