"""What is put right in a decoded file before offsets are counted, each with a warning.

Only files are repaired, never a text that a program hands over.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from generator.model import Notice

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")
# UTF-8 read as Windows-1252: an opening quotation mark shows as three odd characters.
_MOJIBAKE = re.compile(
    "\u00e2\u20ac[\u0153\u02dc\u2122\u009d\ufffd\u201c\u201d\u00a6]|\u00c3[\u00a0-\u00bf]|\u00c2[\u00a0-\u00bf]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def repair(text: str, entities: bool = True) -> tuple[str, tuple[Notice, ...]]:
    """The text with the repairs that it needs, and a warning for each kind.

    `entities` is False where the format itself writes them out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notices: list[Notice] = []
    for code, function, message in _REPAIRS:
        if code == "entities" and not entities:
            continue
        text, count = function(text)
        if count:
            notices.append(Notice(code=code, message=message.format(count)))
    return text, tuple(notices)


def _drop_controls(text: str) -> tuple[str, int]:
    return _CONTROL.subn("", text)


def _drop_directions(text: str) -> tuple[str, int]:
    return _DIRECTION.subn("", text)


def _unescape(text: str) -> tuple[str, int]:
    """Writes out entities that a page left behind: "&rsquo;"."""
    count = 0

    def written_out(found: re.Match[str]) -> str:
        nonlocal count
        shown = html.unescape(found[0])
        if shown == found[0] or _CONTROL.search(shown):
            return found[0]
        count += 1
        return shown

    return _ENTITY.sub(written_out, text), count


def _mend_surrogates(text: str) -> tuple[str, int]:
    """Halves of characters, which JSON can write down and nothing can print, and bytes that a table cannot decode."""
    return _LONE_SURROGATE.subn("\ufffd", text)


def _mend_mojibake(text: str) -> tuple[str, int]:
    """Decodes again what was decoded wrongly before it was saved, line by line, and nothing else."""
    count = 0
    if _MOJIBAKE.search(text):
        from ftfy import fix_encoding

        lines = text.split("\n")
        for i, line in enumerate(lines):
            if not _MOJIBAKE.search(line):
                continue
            # Windows-1252 has no letter for the last byte of a closing quotation mark: it was lost as \ufffd.
            mended = fix_encoding(line.replace("\u00e2\u20ac\ufffd", "\u00e2\u20ac\x9d"))
            if mended != line and "\n" not in mended:
                lines[i] = mended
                count += 1
        text = "\n".join(lines)
    return text, count


def _report_mojibake(text: str) -> tuple[str, int]:
    return text, len(_MOJIBAKE.findall(text))


_REPAIRS: tuple[tuple[str, Callable[[str], tuple[str, int]], str], ...] = (
    ("surrogates", _mend_surrogates, "{} characters that cannot be read were replaced by \ufffd."),
    (
        "mojibake",
        _mend_mojibake,
        "{} lines had been decoded wrongly before they were saved; they were decoded again.",
    ),
    ("control_characters", _drop_controls, "{} control characters were dropped."),
    ("direction_marks", _drop_directions, "{} characters that turn the direction of writing were dropped."),
    ("entities", _unescape, "{} HTML entities were written out."),
    (
        "mojibake_left",
        _report_mojibake,
        "{} places were decoded wrongly before they were saved and are kept as they are. Copy the article again.",
    ),
)
