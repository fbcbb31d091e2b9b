"""bytes -> text: byte order marks, UTF-8, UTF-16, and the old encodings."""

from __future__ import annotations

import codecs
import re

from generator.errors import BrokenSeed
from generator.model import Notice

SAMPLE = 100_000
"""Bytes that are looked at to guess an encoding."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"), (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"), (b"7z\xbc\xaf", "a 7-Zip archive"), (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"), (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"), (b"RIFF", "a sound or film file"),
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
# Bytes above ASCII that English texts written on Windows hold: marks, dashes, letters with accents.
_USUAL_WINDOWS = re.compile(
    rb"[\x00-\x7f\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xa0\xa3\xa7-\xa9\xab\xad\xae\xb0\xb7\xbb\xbc-\xbe"
    rb"\xc0-\xcf\xd1-\xd6\xd8-\xdc\xdf-\xef\xf1-\xf6\xf8-\xfc]*"
)


def decode(data: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """The text of a file. Raises BrokenSeed (binary, undecodable)."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _by_mark(data, encoding, name)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BrokenSeed("binary", f"{name}: this is {what}, not text. Save the article as text.", name)
    if (unmarked := _utf16_without_mark(data[:SAMPLE])) is not None:
        return _by_mark(data, unmarked, name)
    sample = data[:SAMPLE]
    if len(sample.translate(None, _CONTROLS)) < len(sample) * 0.99:
        raise BrokenSeed("binary", f"{name}: binary data, not text. Save the article as text.", name)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _legacy(data, name)


def _by_mark(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Notice, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig":
            return _with_gaps(data[len(codecs.BOM_UTF8) :])
        raise BrokenSeed(
            "undecodable", f"{name}: starts as {encoding}, but byte {error.start} is not. Save it as UTF-8.", name
        ) from error


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 of a text in Latin letters has a zero as every second byte."""
    if len(sample) < 8:
        return None
    first, second = sample[0::2], sample[1::2]
    zeros = first.count(0) / len(first), second.count(0) / len(second)
    if zeros[0] > 0.6 and zeros[1] < 0.05:
        return "utf-16-be"
    if zeros[1] > 0.6 and zeros[0] < 0.05:
        return "utf-16-le"
    return None


def _legacy(data: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Windows-1252 if the text is plainly that, UTF-8 with gaps if it is nearly that, else what the detector finds."""
    high = sum(byte > 127 for byte in data[:SAMPLE])
    if _USUAL_WINDOWS.fullmatch(data) and high * 20 <= len(data[:SAMPLE]):
        return data.decode("cp1252"), ()
    text = data.decode("utf-8", "replace")
    gaps = text.count("\ufffd")
    if gaps * 200 <= len(text) or gaps * 2 <= sum(not char.isascii() for char in text[:SAMPLE]):
        return _with_gaps(data)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise BrokenSeed("undecodable", f"{name}: the encoding is unknown. Save the file as UTF-8.", name)
    notice = Notice(code="encoding", message=f"Not UTF-8; read as {best.encoding}. Save the file as UTF-8 to be sure.")
    return data.decode(best.encoding, "replace"), (notice,)


def _with_gaps(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    text = data.decode("utf-8", "replace")
    count = text.count("\ufffd")
    return text, (Notice(code="encoding", message=f"{count} places are not UTF-8; they are shown as \ufffd."),)
