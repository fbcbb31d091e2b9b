"""credit line -> clauses: which words say the role, and where the names stand.

A clause opens with its cue ("Reporting by", "With files from") or ends with it ("... contributed to this report").
Text here is visible text (see lines.py): no invisible characters, one space between words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.credit.agencies import is_known, known
from generator.credit.names import is_unnamed, may_be_names

LONGEST = 4000
"""Characters; a longer line is never read as a credit."""

MOST_SENTENCES = 10
"""A credit glued to a paragraph has no more sentences."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Some names and what they did."""

    role: str
    start: int
    """Where the names start."""
    end: int
    place: str | None = None
    """Where all of them were, if the cue says it: "contributed from Strelsau"."""


_CUES: tuple[tuple[str, str, str], ...] = (
    ("additional-reporting", "additional_reporting", r"(?:with )?additional (?:reporting|contributions?) (?:by|from)"),
    ("with-reporting", "source", r"with (?:reporting|reports?|agency reports?) (?:by|from)"),
    ("with-files", "source", r"with (?:files|material|information|contributions?|agency inputs?|inputs?) (?:by|from)"),
    ("based-on", "source", r"based (?:in part )?on (?:an? |the )?(?:reports?|reporting|stor(?:y|ies)) (?:by|from|in)"),
    ("reporting", "reporting", r"report(?:ing|ed) by|reporting from"),
    ("writing", "writing", r"(?:writ(?:ing|ten)|text|words|story) by"),
    ("editing", "editing", r"edit(?:ing|ed) by"),
    ("compiled", "compiled", r"compiled (?:by|from)"),
    ("translated", "translated", r"translat(?:ion|ing|ed) by"),
    ("photo", "photo", r"(?:photos?|photography|photographs) by"),
    ("graphics", "graphics", r"graphics? by"),
)
"""(name, role, words) of the cues that stand before the names."""

_ANY_CUE = re.compile(
    r"(?<![\w/])(?:" + "|".join(f"(?P<r{i}>{words})" for i, (_, _, words) in enumerate(_CUES)) + r"):?(?: |$)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[\s\-\u2013\u2014\u2015\u2022*_(\[]*")
_THIS = r"(?:this|the) (?:report|story|article|post|guide|piece|review|dispatch|column|project|episode)"
_PLACE = r"(?:the )?[A-Z][\w.'\u2019-]*(?:,? (?:of |de |the )?[A-Z][\w.'\u2019-]*){0,5}"
_CONTRIBUTED = re.compile(
    rf"(?P<names>.+?),? (?:also |both )?contributed(?: additional)?(?: (?:reporting|research|material|writing))?"
    rf"(?: (?:to|for) {_THIS}| to this)?(?: from (?P<place>{_PLACE}))?"
    r"(?:,? which (?:includes|contains) (?:information|material) (?:from|by) (?P<also>.+?))?\.?"
)
_REPORTED = re.compile(
    rf"(?P<names>.+?) (?:also )?reported from (?P<place>{_PLACE}?)(?P<more>(?:,? and .{{2,80}}? from {_PLACE}?)*)\.?"
)
_REPORTED_MORE = re.compile(rf",? and (?P<names>.{{2,80}}?) (?:reported )?from (?P<place>{_PLACE}?)(?=,? and |$|\.)")
_VERBS = {
    "adapted": "adapted",
    "wrote": "writing",
    "edited": "editing",
    "compiled": "compiled",
    "translated": "translated",
}
_DID = re.compile(rf"(?P<names>.+?) (?P<verb>{'|'.join(_VERBS)}) {_THIS}(?: for .{{2,60}}?)?(?P<rest> based on .*)?\.?")
_ORIGINAL = re.compile(
    rf"(?:{_THIS} (?:was )?)?(?:originally |first )(?:appeared|published|posted|ran) "
    r"(?:at|in|on|by) (?P<names>[^,;]+?)(?:\.|,.*|;.*)?",
    re.IGNORECASE,
)
_READ_ORIGINAL = re.compile(
    r"(?:to )?read the (?:original|full) (?:story|article|report|version)(?: in \w+)? (?:by|at|on|from) "
    r"(?P<names>.+?),? (?:click )?here\.?",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    rf"{_THIS} (?:was|is|has been) (?:provided|supplied|produced|written) by (?P<names>[^,;]+?)(?:[.]|,.*|;.*)?",
    re.IGNORECASE,
)
_MATERIAL = re.compile(
    rf"(?:{_THIS} (?:was (?:prepared|written|compiled) with|includes|contains|uses) (?:material|information|reporting)"
    rf"|(?:some |certain )?(?:information|material) (?:for|in) {_THIS}(?: (?:came|comes|was))?(?: provided)?)"
    r" (?:from|by) (?P<names>.+?)\.?",
    re.IGNORECASE,
)
_MATERIAL_FROM = re.compile(rf"[Mm]aterial from (?P<names>.+?) was used in {_THIS}\.?")
_SENTENCE = re.compile(
    r"(?<![ .(\"][A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bSen\.)(?<!\bRep\.)(?<=[.!?\u201d\"])\s"
    r"(?=[\"\u201c(A-Z\u2014-])"
    r"|(?<=[a-z]\.)(?=[A-Z][a-z]+ [a-zA-Z-]+ )"
)
_SLUG = re.compile(r"(?:[a-z]{2,4}(?:/[a-z]{2,4})* )?\((?P<names>[^()]{2,120})\)")
_INITIALS = re.compile(r"(?P<first>\w{2,6})/(?P<second>\w{2,6})")
_SLUG_JOINT = re.compile(r",? and |, ?|/|; ?", re.IGNORECASE)
_SLASHED = re.compile(r"(?P<names>[^/]{2,40}/[^/]{2,40}(?:/[^/]{2,40})?)")
_BARE = re.compile(r"(?:with|sources?:) (?P<names>.{2,120}?)\.?", re.IGNORECASE)


def read_credit(text: str) -> tuple[Clause, ...]:
    """The clauses of a credit line; empty if it is none."""
    if len(text) > LONGEST:
        return ()
    return _slug(text) or _leading(text) or _sentences(text)


def credit_start(text: str) -> int | None:
    """Where in a line its credit starts: 0 if all of it is, more if it is glued to a sentence; None without credit."""
    if read_credit(text):
        return 0
    if len(text) > LONGEST:
        return None
    ends = [found.end() for found in _SENTENCE.finditer(text)][-MOST_SENTENCES:]
    return next((end for end in ends if read_credit(text[end:])), None)


def _leading(text: str) -> tuple[Clause, ...]:
    """Clauses that open with a cue: "(Reporting by Ann Poe in Strelsau; Editing by John Roe)"."""
    opening = _OPENING.match(text)
    at = opening.end() if opening else 0
    cues = [cue for cue in _ANY_CUE.finditer(text) if cue.start() == at or _stands_free(text, cue)]
    if not cues or cues[0].start() != at:
        return ()
    clauses: list[Clause] = []
    for cue, after in zip(cues, [*cues[1:], None], strict=True):
        name, role, _ = _CUES[int(str(cue.lastgroup)[1:])]
        if name == "with-reporting" and clauses:  # "Reporting by Ann Poe, with reporting by John Roe"
            role = "additional_reporting"
        start, end = cue.end(), after.start() if after else len(text)
        end = _end_of_names(text, start, end)
        if not may_be_names(text[start:end]):
            if not clauses:
                return ()
            continue
        clauses.append(Clause(role, start, end))
    return tuple(clauses)


def _stands_free(text: str, cue: re.Match[str]) -> bool:
    """True of a cue inside a line that opens a clause: after a mark, with a capital letter, or "with reporting by"."""
    if cue[0].casefold().startswith(("with ", "based ")):
        return True
    return text[cue.start()].isupper() or text[: cue.start()].rstrip()[-1:] in ";,.(:"


def _end_of_names(text: str, start: int, end: int) -> int:
    """Cuts what follows the sentence of the names, and the marks that close it."""
    for found in _SENTENCE.finditer(text, start, end):
        if found.start() > start:
            end = found.start()
            break
    while end > start and text[end - 1] in " ;,.)]\u2014-":
        if text[end - 1] == "." and re.search(r"(?:^|[ .])[A-Z][a-z]{0,4}\.$", text[max(start, end - 7) : end]):
            if end - 2 >= start and text[end - 2].isupper():
                break
            if re.search(r", [A-Z][a-z]{1,5}\.$", text[max(start, end - 9) : end]):
                break
        end -= 1
    return end


def _sentences(text: str) -> tuple[Clause, ...]:
    """Clauses that are sentences; empty if one sentence of the line is something else, furniture at its head aside."""
    clauses: list[Clause] = []
    start = 0
    ends = [found.start() for found in _SENTENCE.finditer(text)] + [len(text)]
    starts = [0] + [found.end() for found in _SENTENCE.finditer(text)]
    for start, end in zip(starts, ends, strict=True):
        found = _sentence(text, start, end)
        if not found and not clauses:
            return ()
        clauses += found
    return tuple(clauses)


def _sentence(text: str, start: int, end: int) -> list[Clause]:
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    while end > start and text[end - 1] in ")] ":
        end -= 1
    for pattern, role in (
        (_CONTRIBUTED, "contributed"), (_REPORTED, "reporting"), (_DID, ""), (_ORIGINAL, "original"),
        (_READ_ORIGINAL, "original"), (_PROVIDED, "source"), (_MATERIAL, "source"), (_MATERIAL_FROM, "source"),
    ):  # fmt: skip
        found = pattern.fullmatch(text, start, end)
        if found is None or not may_be_names(found["names"]):
            continue
        groups = found.groupdict()
        place = groups.get("place")
        clauses = [Clause(role or _VERBS[found["verb"]], *found.span("names"), place.rstrip(".,") if place else None)]
        if groups.get("more"):
            for more in _REPORTED_MORE.finditer(text, *found.span("more")):
                clauses.append(Clause(role, *more.span("names"), more["place"].rstrip(".,")))
        if place and place.endswith("."):
            clauses[0] = Clause(role, *found.span("names"), _place(place))
        if groups.get("also"):
            clauses.append(Clause("source", *found.span("also")))
        if groups.get("rest"):
            rest = found.start("rest") + 1
            clauses += [Clause(c.role, c.start + rest, c.end + rest) for c in _leading(text[rest : found.end("rest")])]
        return clauses
    return []


def _place(place: str) -> str:
    """Drops the full stop of the sentence, not that of "Washington, D.C."."""
    return place if re.search(r"\.[A-Z]\.$", place) else place.rstrip(".,")


def _slug(text: str) -> tuple[Clause, ...]:
    """Bare lists of agencies: "jm/dm (AFP, dpa)", "SDA/sep", "with AP, AFP"."""
    for pattern in (_SLUG, _BARE, _SLASHED):
        found = pattern.fullmatch(text)
        if found:
            names = [(a, b) for a, b in _between(_SLUG_JOINT, text, *found.span("names")) if not is_unnamed(text[a:b])]
            alone = pattern is _SLUG or text[:1] in "sS"
            if names and all(is_known(text[a:b]) for a, b in names) and (len(names) > 1 or alone):
                return tuple(Clause("source", a, b) for a, b in names)
    pair = _INITIALS.fullmatch(text)
    if pair:
        for name, other in (("first", "second"), ("second", "first")):
            if is_known(pair[name]) and pair[other].islower() and not known(pair[other]):
                return (Clause("source", *pair.span(name)),)
    return ()


def _between(joint: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of `text[start:end]` between the joints."""
    cuts = [(start, start), *(found.span() for found in joint.finditer(text, start, end)), (end, end)]
    return [(a_end, b_start) for (_, a_end), (b_start, _) in pairwise(cuts)]
