"""`.txt`: an article as copied from a page."""

from __future__ import annotations

import re

from generator.config import Settings
from generator.decode import decode
from generator.errors import BrokenSeed
from generator.formats import Draft
from generator.formats.front_matter import read_front_matter
from generator.formats.repair import repair

_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


def read_text(data: bytes, name: str, settings: Settings) -> Draft:
    """Decodes a text file; a block of metadata between two lines "---" at its start is read."""
    text, decoding = decode(data, name)
    if _PAGE.match(text):
        raise BrokenSeed(
            "unsupported", f"{name}: this is an HTML page, not text. Save the article itself as text.", name
        )
    text, repairs = repair(text)
    metadata, _, notices = read_front_matter(text, name, settings)
    return Draft(text=text, metadata=metadata, warnings=(*decoding, *repairs, *notices))
