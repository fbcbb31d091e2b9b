"""The one door between the texts of seeds and any output: HTML in Markdown, YAML, addresses, terminals.

Seeds are hostile. Control characters, bidirectional overrides and lone surrogates become U+FFFD, one for one, so that
lengths and offsets stay; everything else goes out as it came in, escaped for where it goes.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote_plus, urlsplit

from markupsafe import Markup, escape

_NONCHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line breaks
    "\u2028\u2029\u202a-\u202e\u2066-\u2069"  # line separators, bidirectional embeddings, overrides and isolates
    f"\ud800-\udfff\ufff9-\ufffb\ufdd0-\ufdef{_NONCHARACTERS}]"
)
_MARKUP = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&'"}
_URL = re.compile(r"https?://[^\s\x00-\x20\"<>\\^`{|}]+", re.IGNORECASE)


def clean(text: str) -> str:
    """The text with every character that could act on a reader's machine as U+FFFD; the length stays.

    >>> clean("a" + chr(0x202E) + "b") == "a" + chr(0xFFFD) + "b"
    True
    """
    return UNSAFE.sub("\ufffd", text)


def html(text: str) -> Markup:
    """HTML that shows the text and is one line of source: a blank line would end an HTML block of Markdown."""
    escaped = str(escape(clean(text)))
    return Markup(escaped.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;"))


def finalize(value: object) -> object:
    """What Jinja does to every expression: text goes through `html`, null is an error."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return html(value)
    if isinstance(value, int):
        return Markup(value)
    if value is None:
        raise ValueError("a template printed null: the view must hold an empty text instead")
    return value


def line(text: str) -> str:
    """The text as one line with single spaces, for data that counts no offsets in it.

    >>> line(" a\\n\\tb ")
    'a b'
    """
    return " ".join(clean(text).split())


def front_matter(text: str) -> Markup:
    """A YAML string for a page's front matter, escaped for the theme too, which prints it into HTML as it is."""
    return Markup(json.dumps(line(str(escape(text))), ensure_ascii=False))


def script(value: object) -> Markup:
    """JSON for a <script> of data: ASCII, and without the characters that could end the script or begin markup.

    >>> str(script(["</script>"]))
    '["\\\\u003c/script\\\\u003e"]'
    """
    return Markup(json.dumps(value, separators=(",", ":")).translate(_MARKUP))


def query(text: str) -> Markup:
    """A value in the query of an address.

    >>> str(query("Voss & Söhne"))
    'Voss+%26+S%C3%B6hne'
    """
    return Markup(quote_plus(line(text)))


def safe_url(url: str | None) -> str:
    """The address if it is one that a page may link to (http or https), else an empty text.

    >>> safe_url("javascript:alert(1)")
    ''
    """
    candidate = (url or "").strip()
    if not _URL.fullmatch(candidate) or UNSAFE.search(candidate):
        return ""
    try:
        parts = urlsplit(candidate)
        return candidate if parts.hostname and "@" not in parts.netloc else ""
    except ValueError:
        return ""


def terminal(text: str) -> str:
    """The text for a terminal: no escape sequences, one character for one; line breaks and tabs stay."""
    return clean(text).replace("\r", "\ufffd")
