"""Sentences that say where an article comes from: first published, provided, drawn from, owned by."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.credit.agencies import Register
from generator.credit.clauses import Clause, fit
from generator.credit.cues import THIS
from generator.credit.leading import opening
from generator.model import SourceKind

_ON_DATE = r"(?: on [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?"
_NAME = r"(?P<names>[^,;:]{2,80}?)"
_NAMES = r"(?P<names>[^;:]{2,200}?)"
_STOP = r"[.)\]]*"
_REST = (
    r"(?: under (?:an?|the) .{1,80}| and (?:is|was|has) .{1,100}| in \d{4}|,? (?:on|in) [A-Z]?[a-z]* ?\d.{0,20}"
    rf"|[,;(] ?.{{0,200}})?{_STOP}"
)
_IS = r"(?:(?:was|is|has been|had been) )?"
_RIGHT = (
    r"(?:all (?:content|text|material)s? |text |story |\u2122 (?:& |and )?)*(?:\u00a9|copyright|\(c\)|[ :])+"
    r"(?:\d{4}(?:[-\u2013]\d{2,4})?)?,?"
)
_HOLDER = (
    r"(?P<names>[^.;:]{2,80}?)(?:, (?:LLC|Inc|Ltd|a )\b.{0,60})?(?:[.,;]? ?all rights .{0,200}|\. ?.{0,200})?[.)\]]*"
)
_OUT = r"(?:appeared|published|posted|printed|ran|produced|written|broadcast|aired|released)"
_AGAIN = r"(?:re-?published|re-?printed|re-?posted|cross-?posted|syndicated|excerpted|taken|re-?produced)"
_STUFF = r"(?:material|information|reporting|reports?|content|files|details)"
_PIECE = r"(?:story|article|report|version|post|piece)"
_FROM = r"(?: here)?(?: (?:courtesy|with (?:the )?(?:kind )?permission))?"


class Notice(NamedTuple):
    """One row of the table."""

    name: str
    role: str
    pattern: re.Pattern[str]
    """A whole sentence; the group `names` holds the names."""
    kind: SourceKind
    """What a name is whose words do not tell it."""


def _row(name: str, role: str, pattern: str, kind: SourceKind = "outlet") -> Notice:
    return Notice(name, role, re.compile(pattern, re.IGNORECASE), kind)


NOTICES: tuple[Notice, ...] = (
    _row("first-published", "original",
         rf"(?:(?:an? )?(?:\w+ )?version of )?(?:{THIS} )?{_IS}(?:originally|first)(?: been)? {_OUT}{_ON_DATE}"
         rf" (?:at|in|on|by|with) {_NAME}{_REST}"),
    _row("published-by", "original",
         rf"{THIS} (?:was|appeared|ran) (?:also )?(?:published |posted )?{_ON_DATE}(?:at|in|on|by) {_NAME}{_REST}"),
    _row("republished", "original", rf"(?:{THIS} )?{_IS}{_AGAIN}{_FROM} (?:from|by|of|on|via) {_NAME}{_REST}"),
    _row("as-published", "original",
         rf"as (?:first |originally )?(?:published|seen) (?:in|on|at|by) {_NAME}{_REST}"),
    _row("bio-published", "original",
         rf".{{2,200}} (?:for|of|in|on|at) {_NAME}, where (?:{THIS} )?(?:was )?(?:first |originally )?"
         r"(?:published|appeared|posted)\.?"),
    _row("read-original", "original",
         rf"(?:click here )?(?:to )?read (?:the )?(?:rest of the |original |full |whole |entire )+{_PIECE}"
         rf"(?: in \w+)? (?:by|at|on|from|in) {_NAME},? ?(?:,? ?(?:please )?click)?(?: ?here)?{_STOP}"),
    _row("provided", "source",
         rf"(?:(?:story )?source: )?(?:{THIS} |materials? |content )?{_IS}(?:provided|supplied|distributed)"
         rf" (?:to [A-Z]\w+ )?by {_NAME}{_REST}"),
    _row("produced-by", "source",
         rf"{THIS} {_IS}(?:produced|written|prepared|reported|created|made possible)"
         rf" (?:by|in (?:partnership|collaboration|cooperation) with) {_NAME}{_REST}"),
    _row("material", "source",
         rf"{THIS} (?:was (?:prepared|written|compiled|produced) (?:with|using)|includes|contains|uses|used|draws on)"
         rf" (?:some |additional )?{_STUFF} (?:from|by) {_NAMES}{_STOP}", "person"),
    _row("some-information", "source",
         rf"(?:some |certain |portions of |parts of |additional )?(?:the )?{_STUFF}? ?(?:(?:for|in|of) )?{THIS}"
         r"(?: (?:came|comes|come|was|were|are|is))?(?: (?:provided|supplied|taken|drawn|contributed))?"
         rf" (?:from|by) {_NAMES}{_STOP}", "person"),
    _row("material-used", "source", rf"{_STUFF} (?:from|by) {_NAMES} (?:was|were) used in {THIS}\.?"),
    _row("information-from", "source", rf"information from: {_NAME},? https?://\S+"),
    _row("sourced-from", "source", rf"(?:{THIS} )?{_IS}sourced from {_NAMES}{_STOP}"),
    _row("press-release", "source",
         rf"(?:{THIS} is (?:based on )?)?(?:an? )?(?:press|news) release (?:was )?(?:(?:issued|distributed|provided) )?"
         rf"(?:from|by) {_NAME}{_REST}"),
    _row("hat-tip", "source", rf"(?:h/t/?|hat[- ]tip(?: to)?|via|h\.t\.):? ?{_NAME}{_STOP}"),
    _row("copyright-by", "copyright", rf"{_RIGHT} by {_HOLDER}", "person"),
    _row("copyright", "copyright", rf"{_RIGHT}(?: (?:of|to))? ?{_HOLDER}"),
)  # fmt: skip
"""(name, role, sentence), in order; the first whose names read as names wins."""


def notice(text: str, start: int, end: int, register: Register) -> list[Clause]:
    """The clause of one sentence; none if it is no notice."""
    start = opening(text, start) if text[start : start + 3] not in ("(c)", "(C)") else start
    for row in NOTICES:
        found = row.pattern.fullmatch(text, start, end)
        if found and fit(text, *found.span("names"), register):
            return [Clause(row.name, row.role, *found.span("names"), kind=row.kind)]
    return []
