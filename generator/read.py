"""path -> Seed: bytes, encoding, metadata."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.config import Settings
from generator.identity import text_hash
from generator.model import Seed


def read(path: Path, settings: Settings, name: str | None = None) -> Seed:
    """Reads one file. Raises SeedError with a code. `name` is the path shown to readers (default: the file's name)."""
    data = path.read_bytes()
    return Seed(
        name=name or path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        text=data.decode("utf-8"),
    )


def seed_of(text: str) -> Seed:
    """A seed of a text that is already decoded; nothing is repaired."""
    return Seed(name="text", sha256=text_hash(text), media_type="text/plain", text=text)
