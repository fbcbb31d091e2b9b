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


_BY = r"(?: by| from)"
_WRITTEN = r"(?:writ(?:ing|ten)|text|words|story)"

CUES: tuple[Row, ...] = (
    Row("additional-reporting", ("additional_reporting",),
        rf"(?:with )?(?:additional|extra|further|more) (?:reporting|reports?|contributions?|research|writing|inputs?)"
        rf"(?: and (?:reporting|research|writing))?(?: was (?:provided|contributed))?{_BY}?"),
    Row("additional-sources", ("source",), "additional (?:sources?|material|information|files)(?: \u2022| by| from)?"),
    Row("with-reporting", ("source",), rf"with (?:the )?(?:agency |wire )?(?:reporting|reports?|reportage){_BY}"),
    Row("with-files", ("source",),
        rf"with (?:some |additional )?(?:agency |wire |news )?"
        rf"(?:files|material|information|contributions?|inputs?|assistance|help|details){_BY}"),
    Row("based-on", ("source",),
        r"(?:is )?based (?:in (?:large )?part |partly )?(?:up)?on (?:an? |the )?(?:original |earlier |news )?"
        r"(?:reports?|reporting|stor(?:y|ies)|articles?|material|information)(?: by| from| in)"),
    Row("includes", ("source",), rf"includes (?:additional )?(?:reporting|reports|material|information){_BY}"),
    Row("reporting-writing", ("reporting", "writing"), rf"report(?:ing|ed) and writ(?:ing|ten){_BY}?"),
    Row("writing-editing", ("writing", "editing"), rf"writ(?:ing|ten) and edit(?:ing|ed){_BY}?"),
    Row("reporting-editing", ("reporting", "editing"), rf"report(?:ing|ed) and edit(?:ing|ed){_BY}?"),
    Row("reporting-contributed", ("contributed",),
        rf"(?:reporting|research)(?: for {THIS})? (?:was |were )?contributed{_BY}"),
    Row("reporting", ("reporting",), rf"report(?:ing|ed){_BY}?"),
    Row("writing", ("writing",), rf"{_WRITTEN}{_BY}?"),
    Row("editing", ("editing",), rf"(?:copy[- ])?edit(?:ing|ed|ors?){_BY}?"),
    Row("compiled", ("compiled",), rf"compil(?:ed|ing|ation){_BY}?"),
    Row("translated", ("translated",), rf"translat(?:ion|ing|ed|ors?)(?: from(?: the)? [A-Z]\w+)?{_BY}?"),
    Row("adapted", ("adapted",), rf"adapt(?:ed|ation){_BY}?"),
    Row("photo", ("photo",),
        r"(?:(?:photo|image|picture|photograph|video|still)s?|photography|cinematography)"
        r"(?: credits?| produced| shot| taken)?(?: by| courtesy of| from|: courtesy of)?"),
    Row("picture-credit", ("photo",), "credits?"),
    Row("graphics", ("graphics",), rf"(?:graphics?|illustrations?|maps?|data visuali[sz]ation){_BY}?"),
    Row("contributing", ("contributed",), rf"(?:also )?contribut(?:ing|ors?|ed)(?: reporters?| writers?)?{_BY}?"),
    Row("produced", ("contributed",), r"(?:associate |executive )?(?:produc(?:ed|tion)) by"),
    Row("researched", ("contributed",), rf"research(?:ed)?{_BY}?"),
)  # fmt: skip
"""Cues that stand before the names; a cue without "by" or "from" needs a colon."""

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
        word = ":" if found["colon"] else found[0].split()[-1].casefold()
        if word in _LAST:
            number = next(i for i in range(len(CUES)) if found[f"r{i}"])
            cues.append(Cue(CUES[number], found.start(), found.end(), found["place"], word))
    return cues


_LAST = frozenset((":", "by", "from", "in", "of", "\u2022"))


@cache
def _any_of(rows: tuple[Row, ...]) -> re.Pattern[str]:
    words = "|".join(f"(?P<r{i}>{row.words})" for i, row in enumerate(rows))
    return re.compile(
        rf"(?:(?<![\w/'\u2019-])|(?<=[a-z])(?=[A-Z]))(?i:{words})(?: (?:in|from) (?P<place>{PLACE}) by)?(?: ?(?P<colon>:))?(?: |$)"
    )
