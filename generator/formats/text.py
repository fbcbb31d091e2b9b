"""`.txt`: an article as copied from a page, or the page itself under the wrong name."""

from __future__ import annotations

import re

from generator.config import Settings
from generator.decode import decode
from generator.formats import Draft
from generator.formats.front_matter import read_front_matter
from generator.formats.repair import repair

_PAGE = re.compile(r"\s*(?:<\?xml[^<>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


def read_text(data: bytes, name: str, settings: Settings) -> Draft:
    """Decodes a text file; a block of metadata between two lines "---" at its start is read."""
    text, decoding = decode(data, name)
    if _PAGE.match(text):
        from generator.formats.html import read_html

        return read_html(data, name, settings)
    text, repairs = repair(text)
    metadata, top, notices = read_front_matter(text, name, settings)
    return Draft(text=text, metadata=metadata, warnings=(*decoding, *repairs, *notices), top=top)
