"""Bytes of a page -> text, whatever charset the page claims."""

from __future__ import annotations

import codecs
import re

from generator.decode import MARKS, SAMPLE
from generator.errors import BrokenSeed

HEAD = 4096
"""Bytes in which a charset is declared; HTML asks for 1,024, pages take more."""

_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
# What browsers read under these names: https://encoding.spec.whatwg.org/#names-and-labels
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
            "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949",
            "shift_jis": "cp932", "tis-620": "cp874", "x-sjis": "cp932"}  # fmt: skip


def decode_page(data: bytes, name: str) -> str:
    """The text of a page. UTF-8 that claims to be Latin-1 is read as UTF-8. Raises BrokenSeed (undecodable)."""
    for mark, charset in MARKS:
        if data.startswith(mark):
            return data.decode(charset, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end - error.start > len(data) - error.start - 4 and error.reason == "unexpected end of data":
            return data.decode("utf-8", "ignore")
    declared = _declared(data)
    if declared is not None and not declared.startswith("utf"):
        return data.decode(declared, "replace")
    gaps = data.decode("utf-8", "replace")
    if declared is not None and gaps.count("\ufffd") * 200 <= len(gaps):
        return gaps
    return _guessed(data, name)


def _declared(data: bytes) -> str | None:
    """The charset that the page names, if Python reads it into text."""
    found = _DECLARED.search(data[:HEAD])
    if found is None:
        return None
    label = found[1].decode("ascii").lower()
    label = _READ_AS.get(label, label)
    try:
        b"".decode(label)
        return codecs.lookup(label).name
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise BrokenSeed("undecodable", f"{name}: the charset of the page is unknown. Save the page as UTF-8.", name)
    return data.decode(best.encoding, "replace")
