"""Lines that say who wrote an article."""

from __future__ import annotations

import re

from generator.credit.agencies import is_known
from generator.formats.dates import MONTH, WEEKDAY
from generator.lines import Line

LONGEST = 300
"""Characters; a longer byline is not looked into."""

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
# "Ann Poe - Monday, March 3, 2031", "Ann Poe Posted 10/5/31".
_WHEN = re.compile(
    rf"[\s,(|/\u00b7\u2022\u2013\u2014-]+(?:(?i:published|posted|updated|on|at)\b:? ?){{0,3}}(?:{WEEKDAY}[,\s]+)?"
    rf"(?:{MONTH}\s\d{{1,2}}\b|\d{{1,2}}\s{MONTH}\b|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.:]\s?\d)"
)
_BAR = re.compile("\\s*[\u00b7\u2022|/]\\s*|\\s+[\u2013\u2014-]\\s+|,\\s+|\\s+(?=The )")
# Where the outlet begins that a page glued to the last name: "Ann PoeThe Strelsau Post".
_GLUE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OUTLET = re.compile(r"The (?:[A-Z][\w&.-]*(?: |$)){1,4}|(?i:[\w-]+\.(?:com|net|org)(?:\.\w\w)?)")
_IN_PATH = re.compile(r".*\|\s?(?=written by )", re.IGNORECASE)
# "Ann Poe is a reporter in Strelsau."
_IN_BIO = re.compile(r"(?P<name>[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){1,3}) (?:is|has|covers|writes|reports) ")


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


def names_span(shown: str) -> tuple[int, int]:
    """(start, end) of the names with their "By" in a byline; outlet, job and date beside them are left out.

    >>> "Byby Ann PoeThe Strelsau Post - Monday, March 3, 2031"[slice(2, 12)], names_span("Byby Ann Poe - Reuters")
    ('by Ann Poe', (2, 12))
    """
    if len(shown) > LONGEST:
        return 0, len(shown)
    path = _IN_PATH.match(shown)
    start = path.end() if path else len("by") if re.match("byby ", shown, re.IGNORECASE) else 0
    when = _WHEN.search(shown, start)
    end = when.start() if when else len(shown)
    for bar in _BAR.finditer(shown, start, end):
        words = shown[start : bar.start()].split()
        if (
            words
            and _is_no_name(shown[bar.end() : end])
            and (bar[0].strip() or (len(words) > 2 and words[-1].istitle()))
        ):
            end = bar.start()
            break
    for glue in _GLUE.finditer(shown, start, end):
        rest = shown[glue.start() : end]
        if is_known(rest) or (rest.startswith("The ") and _OUTLET.fullmatch(rest)):
            end = glue.start()
            break
    return (start, end) if shown[start:end].strip() else (0, len(shown))


def _is_no_name(rest: str) -> bool:
    """True of what may stand beside a name: an outlet, a job, nothing."""
    parts = [part for part in re.split("\\s*[\u00b7\u2022|/]\\s*|\\s+[\u2013\u2014-]\\s+|,\\s+", rest) if part]
    return all(is_known(part) or _OUTLET.fullmatch(part) or _JOB.fullmatch(part) for part in parts)


def name_in_bio(shown: str) -> str | None:
    """The name with which a note on the author opens."""
    found = _IN_BIO.match(shown)
    return found["name"] if found else None
