"""Lines that say who wrote an article."""

from __future__ import annotations

import re

from generator.lines import Line

_NAME = "(?:(?:[A-Z][\\w.'\u2019-]*|de|la|van|von|der|bin|al|el|da|di|du|le)(?: |$))"
_BYLINE = re.compile(
    r"(?:by|written by|story by|reported by|words by|byby|text by)\b:?\s*(?P<names>.{0,160})", re.IGNORECASE
)
# "Ann Poe", "Juan de la Cruz and John Roe", with nothing else.
_BARE_NAMES = re.compile(rf"{_NAME}{{2,5}}(?:(?:, |and |& ){_NAME}{{2,5}}){{0,4}}")
# "Ann Poe \u00b7 Strelsau News".
_NAME_AND_OUTLET = re.compile(rf"{_NAME}{{2,4}}(?:\u00b7|\\||/|,) ?[A-Z].{{1,60}}")
_JOB = re.compile(
    r"(?:.{0,40} )?(?:reporter|correspondent|editor|writer|journalist|columnist|producer|staff)s?(?: ?follow)?",
    re.IGNORECASE,
)


def is_byline(line: Line) -> bool:
    """True of "By Jane Doe", "Written by: Jane Doe"; never of a sentence that starts with "By"."""
    found = _BYLINE.fullmatch(line.text)
    if (
        found is None
        and line.words <= 14
        and not line.ends_sentence
        and not line.text.isupper()
        and _NAME_AND_OUTLET.fullmatch(line.text)
    ):
        return "\u00b7" in line.text or "/" in line.text or "|" in line.text
    if found is None or line.words > 16 or (line.ends_sentence and line.words > 8):
        return False
    names = found["names"]
    return not names or names[:1].isupper() or names[:1] in "@("


def is_job(line: Line) -> bool:
    """True of what stands below a byline: "Political Correspondent"."""
    return line.words <= 6 and not line.ends_sentence and not is_byline(line) and _JOB.fullmatch(line.text) is not None


def is_bare_byline(line: Line) -> bool:
    """True of a line that is nothing but one or more names: "Jane Doe and John Roe"."""
    if line.ends_sentence or line.text.isupper():
        return False
    return line.words <= 12 and _BARE_NAMES.fullmatch(line.text) is not None
