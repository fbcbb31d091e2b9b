"""The place, agency and dash that open a report: "STRELSAU, March 3 (Reuters) - The ministry ..."."""

from __future__ import annotations

import re

from generator.credit.agencies import is_known

LONGEST = 100
"""Characters, dash included."""

_PLACE = r"[A-Z][\w.'\u2019/-]*(?: (?:[A-Z][\w.'\u2019/-]*|de|del|la|al|el|of|the|and))*"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)"
_WIRE = r"(?:\((?P<agency>[^()]{2,40})\)|/[\w ]{2,30}/)"
_DATELINE = re.compile(
    rf"(?P<line>(?P<place>{_PLACE}(?:, {_PLACE})*?)(?:,? (?P<date>{_DATE}))?(?:,? {_WIRE})?),?"
    r"(?P<dash>\s*[\u2014\u2013\u2015]|\s+--?)(?:\s+|(?=[A-Z\"\u201c])|$)"
)


def read_dateline(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """(start, end, where the paragraph goes on) of the dateline that opens `text[start:end]`; None if none does.

    The place stands in capitals, or an agency or a date stands beside it: "Ann Poe - a painter - died" has none.
    """
    found = _DATELINE.match(text, start, min(end, start + LONGEST))
    if found is None:
        return None
    capitals = re.match(r"[^\W\d_]{3,}", found["place"].replace(".", ""))
    in_capitals = capitals is not None and capitals[0].isupper()
    if not (in_capitals or found["date"] or (found["agency"] and _is_agency(found["agency"]))):
        return None
    if found["dash"].strip() == "-" and not (found["agency"] or in_capitals):
        return None
    return found.start("line"), found.end("line"), found.end()


def place_in(text: str, start: int) -> tuple[int, int] | None:
    """Offsets of the place of a dateline that starts there: "STRELSAU, Ruritania (Reuters) -" """
    found = _DATELINE.match(text, start, start + LONGEST)
    return found.span("place") if found else None


def _is_agency(words: str) -> bool:
    return any(is_known(name) for name in re.split(r"[,/] ?| and ", words)) or is_known(words)
