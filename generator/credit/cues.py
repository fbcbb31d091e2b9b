"""The words that say what the names beside them did: tables of (name, role, words)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

THING = r"(?:report|story|article|post|guide|piece|review|dispatch|column|project|episode|item|analysis|page|series)"
PLACE = r"(?:[Tt]he )?[A-Z][\w.'\u2019-]*(?: (?:of |de |la |the |upon )?[A-Z][\w.'\u2019-]*){0,4}"
THIS = rf"(?:[Tt]his|[Tt]he) (?:(?:news|full|original|wire) )?{THING}"
"""What a credit line calls the article it closes."""


class Row(NamedTuple):
    """One row of a table of cues."""

    name: str
    roles: tuple[str, ...]
    words: str
    """Regular expression."""


CUES: tuple[Row, ...] = (
    Row("additional-reporting", ("additional_reporting",),
        r"(?:with )?(?:additional|extra|further|more) (?:reporting|reports?|contributions?|research|writing|inputs?)"
        r"(?: and (?:reporting|research|writing))?(?: was (?:provided|contributed))?"),
    Row("additional-sources", ("source",), "additional (?:sources?|material|information|files)"),
    Row("with-reporting", ("source",), "with (?:the )?(?:agency |wire )?(?:reporting|reports?|reportage)"),
    Row("with-files", ("source",),
        r"with (?:some |additional )?(?:agency |wire |news )?"
        r"(?:files|material|information|contributions?|inputs?|assistance|help|details)"),
    Row("based-on", ("source",),
        r"(?:is )?based (?:in (?:large )?part |partly )?(?:up)?on (?:an? |the )?(?:original |earlier |news )?"
        r"(?:reports?|reporting|stor(?:y|ies)|articles?|material|information)"),
    Row("based-on-house", ("source",), "(?:is )?based (?:in (?:large )?part |partly )?(?=on )"),
    Row("includes", ("source",), "includes (?:additional )?(?:reporting|reports|material|information)"),
    Row("reporting-writing", ("reporting", "writing"), "report(?:ing|ed) and writ(?:ing|ten)"),
    Row("writing-editing", ("writing", "editing"), "writ(?:ing|ten) and edit(?:ing|ed)"),
    Row("reporting-editing", ("reporting", "editing"), "report(?:ing|ed) and edit(?:ing|ed)"),
    Row("reporting-contributed", ("contributed",),
        rf"(?:reporting|research)(?: for {THIS})? (?:was |were )?contributed"),
    Row("reporting", ("reporting",), "report(?:ing|ed)"),
    Row("writing", ("writing",), "(?:writ(?:ing|ten)|text|words|story)"),
    Row("editing", ("editing",), "(?:copy[- ])?edit(?:ing|ed|ors?)"),
    Row("compiled-from", ("source",), "compiled(?= from )"),
    Row("compiled", ("compiled",), "compil(?:ed|ing|ation)"),
    Row("translated", ("translated",), r"translat(?:ion|ing|ed|ors?)(?: from(?: the)? [A-Z]\w+)?"),
    Row("adapted", ("adapted",), "adapt(?:ed|ation)"),
    Row("photo", ("photo",),
        r"(?:(?:photo|image|picture|photograph|video|still)s?|photography|cinematography)"
        r"(?: credits?| produced| shot| taken|:? courtesy)?"),
    Row("picture-credit", ("photo",), "credits?"),
    Row("graphics", ("graphics",), "(?:graphics?|illustrations?|maps?|data visuali[sz]ation)"),
    Row("contributing", ("contributed",), "(?:also )?contribut(?:ing|ors?|ed)(?: reporters?| writers?)?"),
    Row("produced", ("contributed",), "(?:associate |executive )?produc(?:ed|tion)"),
    Row("researched", ("contributed",), "research(?:ed)?"),
)  # fmt: skip
"""Cues that stand before the names; "by", "from" or a colon closes them."""

VERBS: tuple[Row, ...] = (
    Row("contributed", ("contributed",), r"contribut(?:ed|es)"),
    Row("reported", ("reporting",), r"reported"),
    Row("wrote", ("writing",), r"wrote"),
    Row("edited", ("editing",), r"edited"),
    Row("was-editor", ("editing",), r"(?:was|were) the (?:copy )?editors?"),
    Row("compiled", ("compiled",), r"compiled"),
    Row("translated", ("translated",), r"translated"),
    Row("adapted", ("adapted",), r"adapted"),
    Row("photographed", ("photo",), r"photographed|took the (?:photos|pictures|photographs)"),
    Row("conducted", ("reporting",), r"conducted"),
    Row("helped", ("contributed",), r"assisted|helped(?: to)? (?:report|write|research|prepare)|researched"),
)
"""Verbs that stand after the names."""


class Cue(NamedTuple):
    """A cue found in a line."""

    row: Row
    start: int
    end: int
    """Where the names begin."""
    place: str | None
    """Where all of them were: "Written in Strelsau by"."""
    word: str
    """The last word before the names: "by", "from", ":"."""


def find_cues(text: str) -> list[Cue]:
    """All words of a text that read like a cue, in order."""
    cues = []
    for found in _any_of(CUES).finditer(text):
        row = CUES[next(i for i in range(len(CUES)) if found[f"r{i}"])]
        word = ":" if found["mark2"] else (found["word"] or "by").strip().casefold()
        if word in _LAST.get(row.name, ("by", "from", ":")):
            cues.append(Cue(row, found.start(), found.end(), found["place"], word))
    return cues


_LAST = {
    "based-on": ("by", "from", "in"),
    "based-on-house": ("on",),
    "photo": ("by", "of", "from", ":"),
    "picture-credit": (":",),
}
"""The last words that a cue may have, where they are others than "by", "from" and a colon."""


@cache
def _any_of(rows: tuple[Row, ...]) -> re.Pattern[str]:
    words = "|".join(f"(?P<r{i}>{row.words})" for i, row in enumerate(rows))
    return re.compile(
        rf"(?:(?<![\w/'\u2019])(?<!\w-)|(?<=[a-z])(?=[A-Z]))(?i:{words})"
        rf"(?: ?(?:(?:in|from) (?P<place>{PLACE}) by|(?P<word>(?i:by|from|in|of|on))\b)(?::)?"
        r"|(?P<mark2> ?:| [\u2013\u2014\u2022-]))(?: |$)"
    )
