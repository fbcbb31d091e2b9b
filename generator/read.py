"""path -> Seed: bytes, encoding, metadata."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from generator.config import Settings
from generator.errors import BrokenSeed, SkippedSeed
from generator.formats import FORMATS
from generator.formats.front_matter import read_front_matter
from generator.identity import text_hash
from generator.lines import printable
from generator.model import Seed


def read(path: Path, settings: Settings, name: str | None = None) -> Seed:
    """Reads one file. Raises SeedError with a code. `name` is the path shown to readers (default: the file's name)."""
    name = _readable(name or path.name)
    shown = printable(name)
    found = FORMATS.get(path.suffix.lower())
    data = _bytes(path, shown, settings, supported=found is not None)
    if found is None:
        raise BrokenSeed(
            "unsupported",
            f"{shown}: this kind of file is not read; {', '.join(FORMATS)} are. Save it as one of them.",
            name,
        )
    draft = found.reader()(data, shown, settings)
    return Seed(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=found.media_type,
        text=draft.text,
        metadata=draft.metadata,
        warnings=draft.warnings,
        headings=draft.headings,
    )


def seed_of(text: str) -> Seed:
    """A seed of a text that is already decoded; nothing is repaired. Raises BrokenSeed for wrong front matter."""
    metadata, _, notices = read_front_matter(text, "text", Settings())
    return Seed(
        name="text", sha256=text_hash(text), media_type="text/plain", text=text, metadata=metadata, warnings=notices
    )


def _bytes(path: Path, name: str, settings: Settings, supported: bool) -> bytes:
    """The bytes of a plain file that is not too large; of an unsupported one nothing is read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SkippedSeed("not_a_file", f"{name}: not a plain file. Remove it from the folder of seeds.", name)
        if status.st_size > settings.largest_seed:
            raise BrokenSeed(
                "too_large",
                f"{name}: {status.st_size:,} bytes; at most {settings.largest_seed:,} are read. "
                "Split the file, or raise largest_seed in brief.toml.",
                name,
            )
        if not supported:
            return b""
        with path.open("rb") as file:
            return file.read(settings.largest_seed + 1)[: settings.largest_seed]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BrokenSeed(
            "unreadable", f"{name}: cannot be read ({reason}). Check the file and its rights.", name
        ) from error


def _readable(name: str) -> str:
    """A name that can be written as UTF-8, whatever bytes the file system has."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
