"""`.mhtml`: a page with its pictures in one file, as browsers save it; the page itself is read."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

from generator.config import Settings
from generator.errors import BrokenSeed
from generator.formats import Draft
from generator.formats.html import read_html

_MOST_PARTS = 5_000
"""Parts of a saved page that are looked at; pages have some hundred."""


def read_mhtml(data: bytes, name: str, settings: Settings) -> Draft:
    """Reads the first page of an archive. Raises BrokenSeed (parse)."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        page = _page(message)
    except (ValueError, LookupError, RecursionError) as error:
        raise BrokenSeed("parse", f"{name}: not a saved page ({error}). Save the page again.", name) from error
    if page is None:
        raise BrokenSeed("parse", f"{name}: no HTML page in it. Save the page again as MHTML or HTML.", name)
    return read_html(page, name, settings)


def _page(message: EmailMessage) -> bytes | None:
    """The bytes of the first part that is HTML."""
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            return None
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else None
    return None
