"""What `brief init` does: a folder that `brief build` can build at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import BriefError
from generator.paths import templates

SEEDS = "seeds"


@dataclass(frozen=True, slots=True)
class Made:
    """What became of the files of a new project, by name."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    """Files that were there before; they are as they were."""


def init_project(folder: Path) -> Made:
    """Copies the files of a new project into `folder`, each only where no file is. Raises BriefError.

    The sample article is left out where articles lie already.
    """
    source = templates() / "init"
    written: list[Path] = []
    kept: list[Path] = []
    has_seeds = _has_files(folder / SEEDS)
    for path in sorted(p for p in source.rglob("*") if p.is_file()):
        name = path.relative_to(source)
        if name.parts[0] == SEEDS and has_seeds:
            continue
        (written if _write(folder / name, path.read_bytes()) else kept).append(folder / name)
    return Made(tuple(written), tuple(kept))


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _write(path: Path, data: bytes) -> bool:
    """True if the file is new; one that exists is not touched."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        if path.parent.is_dir():
            return False
        raise BriefError(f"{path.parent} is a file, but a folder must stand there. Move the file away.") from error
    except OSError as error:
        raise BriefError(
            f"{path} cannot be written: {error.strerror}. Choose another folder: brief init DIR"
        ) from error
    return True
