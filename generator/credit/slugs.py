"""Credits without a verb: "jm/dm (AFP, dpa)", "SDA/sep", "- Reuters", "Ann Poe/AP", "Strelsau 24 with AFP"."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from generator.credit.agencies import Register
from generator.credit.clauses import Clause, fit
from generator.credit.lists import PART_OF_WORK, is_domain, is_unnamed

Reader = Callable[[str, Register], list[Clause]]
"""Takes a whole line."""

_JOINT = re.compile(r",? (?:and|und|et|&) |, ?|/|; ?| - |\+| \u2022 ", re.IGNORECASE)
_BRACKET = re.compile(
    r"(?:[\w.]{2,4}(?:[/,][\w.]{2,4})* ?)?"
    r"(?:\((?P<names>[^()\[\]]{2,120})\)|\[(?P<more>[^()\[\]]{2,60}[,/][^()\[\]]{2,60})\])\.?"
)
_WITH = re.compile(
    r"[(\[\u2013\u2014 -]*(?:with|mit|avec|sources?:|via:?|agencies:) (?P<names>.{2,120}?)[.)\]]*", re.IGNORECASE
)
_HOUSE_WITH = re.compile(
    r"[(\[\u2013\u2014 -]*(?P<by>[Bb]y )?(?P<house>[A-Z0-9][^,()]{1,60}?)"
    r"(?:,? (?:with|mit|avec) | \((?:with )?)(?P<names>.{2,120}?)[.)\]]*"
)
_BY = re.compile(r"[\u2013\u2014 -]*[Bb]y:? (?P<names>[A-Z].{1,120}?)\.?")
_SIGNED = re.compile(r"(?:[\u2013\u2014\u2015-]{1,3} ?|~ ?|Source ?: ?)(?P<names>[^;:]{2,80}?)\.?")
_LIST = re.compile(r"(?P<names>[^/:()]{2,120})")
_SLASHED = re.compile(r"(?P<names>[^/()]{2,40}/[^/()]{2,40}(?:/[^/()]{2,40})?)")
_INITIALS = re.compile(r"(?P<first>[\w-]{2,12})/(?P<second>[\w-]{2,12})")
_PICTURE = re.compile(r"(?P<who>[^()]{2,80}?)(?: ?[/|] ?| via )(?P<house>[^/|()]{2,40}?)\.?")
_PICTURE_JOINT = re.compile(r" ?[/|] ?| via ")


def _bracket(text: str, register: Register) -> list[Clause]:
    """ "jm/dm (AFP, dpa)"."""
    found = _BRACKET.fullmatch(text)
    return _known_list("slug", text, found, register, "more" if found["more"] else "names") if found else []


def _with(text: str, register: Register) -> list[Clause]:
    """ "with AP, AFP", "Sources: Zenda 24 and news agencies"."""
    found = _WITH.fullmatch(text)
    return _known_list("bare-with", text, found, register) if found else []


def _house_with(text: str, register: Register) -> list[Clause]:
    """ "By Zenda News with agencies", "Zenda News (AFP, dpa)": the first is the author, the others are sources."""
    found = _HOUSE_WITH.fullmatch(text)
    if found is None or not (register.is_known(found["house"]) or found["by"] or _is_staff(found["house"], register)):
        return []
    others = _known_list("house-with", text, found, register)
    unnamed = all(is_unnamed(part) for part in _JOINT.split(found["names"]) if part.strip())
    if not others and not unnamed:
        return []
    if not fit(text, *found.span("house"), register):
        return []
    return [
        Clause("house-with", "byline", *found.span("house")),
        *(others or [Clause("house-with", "source", *found.span("names"))]),
    ]


def _by(text: str, register: Register) -> list[Clause]:
    """ "By Zenda Radio's Georgian Service", "By AFP and Ann Poe": a byline below the article; a house is among them."""
    found = _BY.fullmatch(text)
    if found is None or not fit(text, *found.span("names"), register):
        return []
    names = [text[a:b] for a, b in _between(_JOINT, text, *found.span("names"))]
    house = any(register.is_known(name) or _is_staff(name, register) or _SERVICE.search(name) for name in names)
    return [Clause("byline", "byline", *found.span("names"))] if house else []


_SERVICE = re.compile(r"['\u2019]s (?:[A-Z][\w-]+ )+Service$")


def _signed(text: str, register: Register) -> list[Clause]:
    """ "- Reuters", "-- AFP, dpa"."""
    found = _SIGNED.fullmatch(text)
    return _known_list("signature", text, found, register) if found else []


def _bare_list(text: str, register: Register) -> list[Clause]:
    """ "Reuters and AP", "Zenda 24 and agencies": an agency is among them."""
    found = _LIST.fullmatch(text)
    clauses = _known_list("bare-list", text, found, register) if found else []
    names = [text[c.start : c.end] for c in clauses]
    agency = any(is_unnamed(name) or getattr(register.known(name), "kind", "") == "agency" for name in names)
    return clauses if len(clauses) > 1 and agency else []


def _slashed(text: str, register: Register) -> list[Clause]:
    """ "AFP/Reuters": all are agencies that sell texts."""
    found = _SLASHED.fullmatch(text)
    if found is None:
        return []
    names = [register.known(text[a:b]) for a, b in _between(_JOINT, text, *found.span("names"))]
    return [] if any(name is None or name.pictures for name in names) else _known_list("slashed", text, found, register)


def _initials(text: str, register: Register) -> list[Clause]:
    """ "SDA/sep", "erb/ots": an agency and the initials of an editor."""
    pair = _INITIALS.fullmatch(text)
    for name, other in (("first", "second"), ("second", "first")):
        if pair and register.is_known(pair[name]) and pair[other].islower() and not register.known(pair[other]):
            return [Clause("initials", "source", *pair.span(name))] if len(pair[other]) < 6 else []
    return []


def _picture(text: str, register: Register) -> list[Clause]:
    """ "Ann Poe/AP", "Zenda Post via Getty Images", "Ann Poe | AFP | Getty Images"."""
    found = _PICTURE.fullmatch(text)
    house = register.known(found["house"]) if found else None
    if found is None or house is None or house.kind != "agency":
        return []
    parts = _between(_PICTURE_JOINT, text, *found.span("who"))
    if not all(fit(text, a, b, register) for a, b in parts):
        return []
    if found["who"].islower() or len(found["who"].split()) > 8:
        return []
    return [Clause("picture", "photo", a, b) for a, b in (*parts, found.span("house"))]


def _domains(text: str, register: Register) -> list[Clause]:
    """ "Sources: strelsau-post.example, zenda.example"."""
    found = _WITH.fullmatch(text)
    if found is None or text[:1] not in "Ss":
        return []
    spans = _between(_JOINT, text, *found.span("names"))
    fits = all(is_domain(text[a:b]) or register.is_known(text[a:b]) or is_unnamed(text[a:b]) for a, b in spans)
    return [Clause("domains", "source", a, b) for a, b in spans] if fits else []


SLUGS: tuple[tuple[str, Reader], ...] = (
    ("slug", _bracket),
    ("bare-with", _with),
    ("domains", _domains),
    ("house-with", _house_with),
    ("byline", _by),
    ("signature", _signed),
    ("bare-list", _bare_list),
    ("slashed", _slashed),
    ("initials", _initials),
    ("picture", _picture),
)
"""(name, function), in order; the first that reads the line wins."""


def slug(text: str, register: Register) -> list[Clause]:
    """The clauses of a line that is a bare credit."""
    for _, read in SLUGS:
        if clauses := read(text, register):
            return clauses
    return []


def _is_staff(words: str, register: Register) -> bool:
    return words.casefold().endswith(" staff") and register.is_known(words[: -len(" staff")])


def _known_list(rule: str, text: str, found: re.Match[str], register: Register, group: str = "names") -> list[Clause]:
    """A clause for each name, if all of them are known; the unnamed among them do not count."""
    spans = [_sent(text, a, b) for a, b in _between(_JOINT, text, *found.span(group)) if text[a:b].strip()]
    whole = found.span(group)
    if register.is_known(found[group]):
        spans = [whole]
    named = [(a, b) for a, b in spans if not is_unnamed(text[a:b])]
    if not named or not all(register.is_known(text[a:b]) for a, b in named):
        return []
    return [Clause(rule, "source", a, b) for a, b in spans]


def _sent(text: str, start: int, end: int) -> tuple[int, int]:
    """ "PTI inputs" without the second word."""
    work = PART_OF_WORK.search(text[start:end])
    return (start, start + work.start()) if work and not is_unnamed(text[start:end]) else (start, end)


def _between(joint: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of `text[start:end]` between the joints."""
    cuts = [(start, start), *(found.span() for found in joint.finditer(text, start, end)), (end, end)]
    return [(a_end, b_start) for (_, a_end), (b_start, _) in pairwise(cuts)]
