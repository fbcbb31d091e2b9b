"""The formats of seeds: one module a format, one row a suffix.

A reader takes the bytes of a file and gives a Draft. To add a format, write `generator/formats/<name>.py` with such a
function and add a row to FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from generator.config import Settings
from generator.model import Metadata, Notice

_NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file holds."""

    text: str
    """What offsets count in."""
    metadata: Metadata = _NOTHING
    warnings: tuple[Notice, ...] = ()
    headings: tuple[int, ...] = ()
    """Offsets of the lines that the format marks as headings."""


Reader = Callable[[bytes, str, Settings], Draft]
"""Bytes of a file, its name for messages, settings -> what it holds. Raises BrokenSeed."""


class Format(NamedTuple):
    """A way to keep articles in files."""

    media_type: str
    reader: Callable[[], Reader]
    """Imports the module of the format and gives its reader; nothing is imported before it is needed."""


def _text() -> Reader:
    from generator.formats.text import read_text

    return read_text


def _markdown() -> Reader:
    from generator.formats.markdown import read_markdown

    return read_markdown


FORMATS: dict[str, Format] = {
    ".txt": Format("text/plain", _text),
    ".text": Format("text/plain", _text),
    ".md": Format("text/markdown", _markdown),
    ".markdown": Format("text/markdown", _markdown),
}
"""Suffix in small letters -> format."""
