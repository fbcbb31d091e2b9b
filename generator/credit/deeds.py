"""Clauses whose verb stands behind the names: "Ann Poe reported from Strelsau, and John Roe wrote in Zenda"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.credit.agencies import Register
from generator.credit.clauses import Clause, fit
from generator.credit.cues import PLACE, THIS, VERBS, Row
from generator.credit.leading import leading, opening
from generator.credit.places import place_end, tidy

MOST = 12
"""Verbs; no credit sentence has more."""

_WHAT = (
    r" (?:additional |further |some |original )?"
    r"(?:reporting|research|material|writing|information|photos|photography|graphics)"
)
_OBJECT = (
    rf"(?:{_WHAT}(?: and(?:{_WHAT}))?)?"
    rf"(?: (?:(?:to|for|on|with|in) )?(?:the reporting (?:of|for|on) )?{THIS}"
    r"| (?:to )?(?:it|this|the (?:reporting|research)|reporting)(?= |$|\.)| the interviews?)?"
)
_JOINT = re.compile(r"[;,]? (?:and |while |with )?|[;,] ?")
_IN = re.compile(r" ?,? ?(?:from|in) ")
_ELLIPSIS = re.compile(r"(?:[;,] (?:and |while )?| and | while )(?P<names>\S(?:(?! from )[^;]){1,160}?),? from ")
_WHERE_LAST = re.compile(rf",? and (?P<place>{PLACE}?)[ .]*")
_CLOSE = re.compile(
    r"(?: for [^.;]{2,60}?)?"
    r"(?:,? which (?:includes|contains|used) (?:some |additional )?(?:information|material|reporting) (?:from|by) "
    r"(?P<also>.{2,200}?)"
    r"|,? (?P<rest>(?:based|with) .{2,300}))?[ .)\]]*"
)


def deeds(text: str, start: int, end: int, register: Register) -> list[Clause]:
    """The clauses of one sentence; none if a part of the sentence is something else."""
    start = opening(text, start)
    found = [verb for verb in _verbs(VERBS).finditer(text, start, end)][: MOST + 1]
    if not found or len(found) > MOST:
        return []
    # "Ann Poe wrote in Strelsau." may be prose; "... reported from Zenda and Ann Poe wrote in Strelsau" is none.
    alone = len(found) == 1 and not found[0]["object"] and " and " not in found[0]["verbs"]
    if alone and text.startswith(" in ", found[0].end()):
        return []
    clauses: list[Clause] = []
    at = start
    for verb, after in zip(found, [*found[1:], None], strict=True):
        names_end = verb.start()
        if at >= names_end or not fit(text, at, names_end, register):
            return []
        stop = after.start() if after else end
        place, pos = _place(text, verb.end(), stop, last=after is None)
        if not (place or verb["object"] or _is_plain(text, at, names_end, verb)):
            return []
        clauses += [Clause(row.name, role, at, names_end, place) for row in _rows(verb) for role in row.roles]
        pos, more = _ellipses(text, pos, stop, clauses[-1], register)
        clauses += more
        if after:
            joint = _JOINT.match(text, pos, stop)
            if joint is None:
                return []
            at = joint.end()
        else:
            closing = _closing(text, pos, stop, register)
            if closing is None:
                return []
            clauses += closing
    return clauses


def _rows(verb: re.Match[str]) -> list[Row]:
    """The rows of "reported and wrote"."""
    words = re.split(",? and ", verb["verbs"])
    return [row for word in words for row in VERBS if re.fullmatch(row.words, word.removeprefix("also "))]


def _is_plain(text: str, start: int, end: int, verb: re.Match[str]) -> bool:
    """True of "Ann Poe contributed." and of "Ann Poe was the editor."."""
    return (
        verb["verbs"].startswith(("contributed", "also contributed", "was", "were")) and " " in text[start:end].strip()
    )


def _place(text: str, start: int, end: int, last: bool) -> tuple[str | None, int]:
    """(the place behind a verb, where it ends)."""
    found = _IN.match(text, start, end)
    if found is None:
        return None, start
    stop = place_end(text, found.end(), end)
    if stop == found.end():
        return None, start
    if last and (more := _WHERE_LAST.fullmatch(text, stop, end)):  # "from Strelsau and Zenda."
        stop = more.end("place")
    return tidy(text[found.end() : stop]), stop


def _ellipses(text: str, pos: int, end: int, clause: Clause, register: Register) -> tuple[int, list[Clause]]:
    """ "..., and John Roe from Zenda": the verb is left out."""
    more: list[Clause] = []
    while found := _ELLIPSIS.match(text, pos, end):
        stop = place_end(text, found.end(), end)
        if stop == found.end() or not fit(text, *found.span("names"), register):
            break
        more.append(Clause(clause.rule, clause.role, *found.span("names"), tidy(text[found.end() : stop])))
        pos = stop
    return pos, more


def _closing(text: str, pos: int, end: int, register: Register) -> list[Clause] | None:
    """What a sentence may add behind its last verb; None if it adds something else."""
    found = _CLOSE.fullmatch(text, pos, end)
    if found is None:
        return None
    if found["also"]:
        return [Clause("includes", "source", *found.span("also"))] if fit(text, *found.span("also"), register) else None
    if found["rest"]:
        shift = found.start("rest")
        return [
            replace(c, start=c.start + shift, end=c.end + shift)
            for c in leading(text[shift : found.end("rest")], register)
        ] or None
    return []


@cache
def _verbs(rows: tuple[Row, ...]) -> re.Pattern[str]:
    verb = "|".join(f"(?:{row.words})" for row in rows)
    return re.compile(
        rf",? ?(?:(?:also|both|each|all|jointly) )?(?<= )(?P<verbs>(?:{verb})(?:,? and (?:{verb}))?)"
        rf"(?P<object>{_OBJECT})(?![\w'-])"
    )
