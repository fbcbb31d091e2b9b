"""One item of a list -> names: a person with a place, an agency, an outlet or a service."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.credit.agencies import Register
from generator.credit.kinds import guess, is_service
from generator.credit.lists import PART_OF_WORK, SERVICES, in_other_script, is_unnamed, items
from generator.credit.places import tidy
from generator.model import Agency, SourceKind


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a list; an unnamed source ("other agencies") has no name."""

    start: int
    end: int
    name: str
    """Full name if the register has it, else as written."""
    kind: SourceKind
    place: str | None = None
    agency: Agency | None = None


_BEAT = (
    "staff|senior|chief|special|national|political|politics|business|sports?|science|medical|aerospace|video|photo"
    "|freelance|economics|economy|education|religion|diplomatic|congressional|investigative|white house|justice|legal"
    "|courts?|crime|technology|tech|travel|food|music|movie|film|entertainment|fashion|climate|environment|energy|health"
    "|markets?|defen[cs]e|security|race|pentagon|state department|supreme court|capitol hill|royal|arts|auto|weather"
    "|data|basketball|football|baseball|golf|tennis|hockey|soccer|foreign|international|local|news|assistant"
    "|deputy|managing|executive|contributing|associate|former|radio|digital|multimedia"
)
_JOB = (
    r"writers?|reporters?|producers?|photographers?|stringers?|correspondents?|journalists?|editors?|contributors?"
    r"|interns?|researchers?|columnists?|videographers?|photojournalists?|meteorologists?|staffers?|librarians?"
    r"|analysts?|translators?|(?:member|partner|sister) stations?|affiliates?|bureau chiefs?|fellows?|anchors?|hosts?"
    r"|freelancers?"
)
TITLE = re.compile(rf"(?P<employer>.{{0,60}}?)(?:^|(?<=^the )| )(?i:(?:{_BEAT}) )*(?i:{_JOB}):? (?=[A-Z])")
"""What may stand before a person: "Associated Press sports writer", "journalist"."""
_OWNER = re.compile(r"(?P<owner>(?:[Tt]he )?[A-Z][\w./&-]*(?: [A-Z][\w./&-]*){0,4}?)(?:['\u2019]s |(?<=s)['\u2019] )")
_PLACED = re.compile(
    r"(?P<name>.{1,80}?),? (?:(?:in|from|at|on|near|based in) (?P<place>.+)|(?P<board>aboard .+)"
    r"|\((?P<bracket>[A-Z][^()]+)\))"
)
_OF = re.compile(r"(?P<name>.{1,60}?),? (?:of|for|from|with) (?P<outlet>(?:the )?[A-Z].+)")
_CAPITAL_PLACE = re.compile(r"(?P<name>.*[a-z]\S*) (?P<place>[A-Z]{4,}(?: [A-Z]{4,})*)")
# A full stop that belongs to the word: "J.", "Jr.", "Hentzau, Ala.".
_ABBREVIATION = re.compile(r"(?:[A-Z]|\b[JS]r|\bInc|, [A-Z][a-z]{1,4})\.$")
# "Zenda Post, Inc." is "Zenda Post".
_COMPANY = re.compile(r",? (?:LLC|Inc|Ltd|Limited|GmbH|AG|Corp|Corporation|Company|Co)\.?$")


def read_names(
    text: str,
    start: int,
    end: int,
    role: str,
    register: Register,
    place: str | None = None,
    kind: SourceKind = "person",
) -> list[Named]:
    """The names of `text[start:end]`, in order; `place` is where all were, `kind` what they are if nothing tells it."""
    found: list[Named] = []
    waiting = 0
    for item_start, item_end in items(text, start, end, register, persons=role not in _SOURCES):
        several = SERVICES.fullmatch(text, item_start, item_end)
        if several:
            found += _services(several)
            continue
        more = _read_item(text, item_start, item_end, role, register, kind)
        found += more
        where = next((name.place for name in more if name.place), None)
        if where:  # "A and B in Strelsau": both were there
            found[waiting:] = [_placed(name, where) for name in found[waiting:]]
            waiting = len(found)
    found.sort(key=lambda named: named.start)
    return [_placed(name, place) for name in found] if place else found


_SOURCES = frozenset(("source", "original", "copyright", "photo"))


def _placed(named: Named, place: str) -> Named:
    return replace(named, place=named.place or place) if named.kind == "person" else named


def unnamed(text: str, start: int, end: int, register: Register) -> list[tuple[int, int]]:
    """The words of a list that stand for sources without a name: "other agencies"."""
    spans = (_strip(text, a, b) for a, b in items(text, start, end, register))
    return [(a, b) for a, b in spans if is_unnamed(text[a:b])]


def _services(found: re.Match[str]) -> list[Named]:
    """ "RFE/RL's Ukrainian and Russian services" -> two services of one owner."""
    what = found["what"].removesuffix("s").title()
    out: list[Named] = []
    for part in re.finditer(r"[A-Z][\w-]+", found["parts"]):
        start = found.start("parts") + part.start() if out else found.start()
        out.append(Named(start, found.start("parts") + part.end(), f"{found['owner']}{part[0]} {what}", "service"))
    return out


def _read_item(text: str, start: int, end: int, role: str, register: Register, kind: SourceKind) -> list[Named]:
    """One item of a list: mostly one name, two for "Ann Poe of Strelsau Radio"."""
    start, end = _strip(text, start, end)
    if start == end or is_unnamed(text[start:end]) or in_other_script(text[start:end]):
        return []
    if agency := register.house(text[start:end]):
        return [Named(start, end, agency.name, agency.kind, agency=agency)]
    after: list[Named] = []
    start, place, employer = _past_title(text, start, end, register)
    after += employer
    end, place = _before_place(text, start, end, role, place)
    of = _OF.fullmatch(text, start, end)
    if of and (register.known(of["outlet"]) or guess(of["name"], role) == "person"):
        after.append(_named(text, *_strip(text, of.start("outlet"), end), "source", register, "outlet"))
        start, end = of.span("name")
    start, end = _strip(text, start, end)
    if start == end or is_unnamed(text[start:end]):
        return after
    found = _named(text, start, end, role, register, kind)
    return [_placed(found, place) if place else found, *after]


def _named(text: str, start: int, end: int, role: str, register: Register, kind: SourceKind) -> Named:
    company = _COMPANY.search(text, start, end)
    if company and role in _SOURCES:
        end = company.start()
    agency = register.house(text[start:end])
    if agency:
        return Named(start, end, agency.name, agency.kind, agency=agency)
    return Named(start, end, text[start:end], guess(text[start:end], role, kind))


def _past_title(text: str, start: int, end: int, register: Register) -> tuple[int, str | None, list[Named]]:
    """Where the person begins after titles and owners; the place and the agency that the title names."""
    place: str | None = None
    employers: list[Named] = []
    for _ in range(2):
        title = TITLE.match(text[start:end])
        if title:
            agency, place = _employer(title["employer"], register)
            if agency is not None and agency.kind == "agency":
                last = start + len(title["employer"].rstrip())
                employers.append(Named(start, last, agency.name, agency.kind, agency=agency))
            start += title.end()
        owner = _OWNER.match(text, start, end)
        if owner and not is_service(text[owner.end() : end]):
            start = owner.end()
        if not title and not owner:
            break
    return start, place, employers


def _before_place(text: str, start: int, end: int, role: str, place: str | None) -> tuple[int, str | None]:
    """Where the name ends, and the place behind it."""
    item = text[start:end]
    if is_service(item) and "'" in item.replace("\u2019", "'"):
        return end, place
    placed = _PLACED.fullmatch(item) or _CAPITAL_PLACE.fullmatch(item)
    if placed is None or not (placed["name"].count(" ") or role not in _SOURCES):
        return end, place
    groups = placed.groupdict()
    where = groups["place"] or groups.get("board") or groups.get("bracket")
    return start + placed.end("name"), tidy(where) if where else place


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " .,;()[]*_\u2014\u2013-":
        start += 1
    if text.startswith(("the ", "The staff"), start, end):
        start += 4
    while end > start and text[end - 1] in " ,;]*_" + ("" if "(" in text[start:end] else ")"):
        end -= 1
    if end > start and text[end - 1] == "." and not _ABBREVIATION.search(text[start:end]):
        end -= 1
    while end > start and text[end - 1] == " ":
        end -= 1
    work = PART_OF_WORK.search(text, start, end)
    if work and work.end() == end and not is_unnamed(text[start:end]):
        end = work.start()
    return start, end


def _employer(words: str, register: Register) -> tuple[Agency | None, str | None]:
    """The agency before "writer", and the place between the two: "RFE/RL Washington correspondent"."""
    parts = words.split()
    for cut in range(len(parts), 0, -1):
        agency = register.known(re.sub(r"['\u2019]s?$", "", " ".join(parts[:cut])))
        if agency:
            rest = " ".join(parts[cut:])
            is_place = rest[:1].isupper() and guess(rest, "reporting") == "person"
            return agency, rest if is_place else None
    return None, None
