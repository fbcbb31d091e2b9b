"""a list of names -> names: persons with their places, agencies, outlets and services."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.credit.agencies import Agency, is_known, known, names_with_joints
from generator.model import SourceKind


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a list."""

    start: int
    end: int
    name: str
    """Full name if the table has it, else as written."""
    kind: SourceKind
    place: str | None = None


_JOINT = re.compile(r",? ?(?<=[ ,])(?:and|AND) |,? & |; | / |, ?")
_STAFF = re.compile(
    r"(?P<employer>.*?)(?:^| )"
    r"(?i:(?:staff|senior|chief|special|national|political|business|sports|science|medical|aerospace|video|photo"
    r"|freelance|economics|education|religion|diplomatic|congressional|investigative|white house) )*"
    r"(?i:(?:writ|report|produc|photograph|string)ers?|correspondents?|journalists?|(?:edi|contribu)tors?) (?=[A-Z])"
)
_OWNER = re.compile(r"(?P<owner>(?:[Tt]he )?[A-Z][\w./&-]*(?: [A-Z][\w./&-]*){0,4}?)(?:['\u2019]s |(?<=s)['\u2019] )")
_SERVICES = re.compile(
    r"(?P<owner>[A-Z][\w./]*['\u2019]s )(?P<parts>[A-Z][\w-]+(?:(?:, and | and |, )[A-Z][\w-]+)+)"
    r" (?P<what>services|bureaus|desks)"
)
_PLACED = re.compile(r"(?P<name>.+?) (?:in|from|at|on|based in) (?P<place>.+)")
_OF = re.compile(r"(?P<name>.+?) (?:of|for|from) (?P<outlet>[A-Z].+)")
_CAPITAL_PLACE = re.compile(r"(?P<name>.*[a-z]\S*) (?P<place>[A-Z]{4,}(?: [A-Z]{4,})*)")
# A full stop that belongs to the word: "J.", "Jr.", "Hentzau, Ala.".
_ABBREVIATION = re.compile(r"(?:[A-Z]|\b[JS]r|\bInc|, [A-Z][a-z]{1,4})\.$")
# Words in small letters that a name, or the place beside it, may hold.
_PARTICLE = re.compile(
    "al|bin|d[aeiou]|das|del|della|den|der|dos|e|el|ibn|las?|le|los|of|san|ten|ter|van|von|y|the|for|in|at|on|and|from"
    "|aboard|services|bureaus|desks"
)
_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|press|journal|tv|television|radio|media|gazette|herald|tribune|daily|today|network|magazine"
    r"|online|review|mail|guardian|chronicle|observer|telegraph|insider|weekly|standard|globe|sun|star|express|mirror"
    r"|record|bulletin|broadcasting|channel|report|realities|website|newspaper)\b|\w\.(?:com|net|org|info|[a-z]{2})$",
    re.IGNORECASE,
)
_SERVICE = re.compile(r"(?i:service|desk|bureau|unit|team)$|^[A-Z][a-z]+\.[A-Z][a-z]+$")
_UNNAMED = re.compile(
    r"(?:other |news |wire |local |foreign )*(?:agencies|wires|staff|wire services|wire reports|media|others|reports)",
    re.IGNORECASE,
)


@cache
def regions() -> frozenset[str]:
    """States, provinces and countries that may follow a town; lower case, without a closing full stop."""
    table = tomllib.loads(files("generator").joinpath("data/regions.toml").read_text(encoding="utf-8"))
    return frozenset(region.casefold() for region in table["regions"])


def may_be_names(text: str) -> bool:
    """True if a text reads as a list of names: each opens with a capital letter or is a known agency."""
    parts = [part.strip(" .()") for part in _JOINT.split(_without_staff(text))]
    parts = [part for part in parts if part]
    return bool(parts) and all(_may_be_name(part) for part in parts)


def is_unnamed(words: str) -> bool:
    """True of "other agencies": sources that nobody names."""
    return _UNNAMED.fullmatch(words.strip(" .")) is not None


def _without_staff(text: str) -> str:
    found = _STAFF.match(text)
    return text[found.end() :] if found and len(found["employer"]) < 60 else text


def _may_be_name(part: str) -> bool:
    if is_known(part) or is_unnamed(part) or re.fullmatch(r"[a-z0-9-]+\.[a-z]{2,4}", part):
        return True
    part = part.removeprefix("the ")
    words = part.split(" ")
    if len(words) > 9 or not (part[0].isupper() or part[0] == "@") or any(char in part for char in ':?!"\u201c\u201d'):
        return False
    low = [word for word in words if word[:1].islower() and not _PARTICLE.fullmatch(word) and not is_known(word)]
    return len(low) <= (1 if _STAFF.search(part) else 0)


def read_names(text: str, start: int, end: int, role: str, place: str | None = None) -> list[Named]:
    """The names of `text[start:end]`, in order; `place` is where all were."""
    found: list[Named] = []
    waiting = 0
    for item_start, item_end in _items(text, start, end):
        several = _SERVICES.fullmatch(text, item_start, item_end)
        if several:
            found += _services(several)
            continue
        more = _read_item(text, item_start, item_end, role)
        found += more
        if any(name.place for name in more):  # "A and B in Strelsau": both were there
            where = next(name.place for name in more if name.place)
            for i in range(waiting, len(found)):
                if found[i].kind == "person" and found[i].place is None:
                    found[i] = Named(found[i].start, found[i].end, found[i].name, "person", where)
            waiting = len(found)
    found.sort(key=lambda named: named.start)
    if place:
        found = [
            Named(n.start, n.end, n.name, n.kind, n.place or (place if n.kind == "person" else None)) for n in found
        ]
    return found


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cuts a list at its commas and "and"s, but not inside a name, nor between a town and its state."""
    whole = [m.span() for m in _SERVICES.finditer(text, start, end)]
    folded = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    for name in names_with_joints():
        at = folded.find(name, start, end)
        if at >= 0:
            whole.append((at, at + len(name)))
    cuts: list[tuple[int, int]] = []
    for joint in _JOINT.finditer(text, start, end):
        if not any(a < joint.end() and joint.start() < b for a, b in whole):
            cuts.append(joint.span())
    items: list[tuple[int, int]] = []
    at = start
    for cut_start, cut_end in [*cuts, (end, end)]:
        item = text[at:cut_start].strip(" .")
        if item:
            if (
                items
                and item.casefold() in regions()
                and re.search(r" (?:in|from|at) |[A-Z]{4}", text[slice(*items[-1])])
            ):
                items[-1] = (items[-1][0], cut_start)
            else:
                items.append((at, cut_start))
        at = cut_end
    return items


def _services(found: re.Match[str]) -> list[Named]:
    """ "RFE/RL's Ukrainian and Russian services" -> two services of one owner."""
    what = found["what"].removesuffix("s").title()
    out: list[Named] = []
    at = found.start("parts")
    for part in re.finditer(r"[A-Z][\w-]+", found["parts"]):
        start = found.start() if not out else at + part.start()
        out.append(Named(start, at + part.end(), f"{found['owner']}{part[0]} {what}", "service"))
    return out


def _read_item(text: str, start: int, end: int, role: str) -> list[Named]:
    """One item of a list: mostly one name, two for "Ann Poe of Strelsau Radio"."""
    start, end = _strip(text, start, end)
    item = text[start:end]
    if not item or is_unnamed(item):
        return []
    if agency := known(item):
        return [Named(start, end, agency.name, agency.kind)]
    after: list[Named] = []
    place: str | None = None
    staff = _STAFF.match(item)
    if staff:
        employer, place = _employer(staff["employer"])
        if employer is not None and employer.kind == "agency":
            length = len(staff["employer"].rstrip())
            after.append(Named(start, start + length, employer.name, employer.kind))
        start += staff.end()
        item = text[start:end]
    owner = _OWNER.match(item)
    if owner and not _is_service(item[owner.end() :]):
        start += owner.end()
        item = text[start:end]
        again = _STAFF.match(item)
        if again and not again["employer"]:
            start += again.end()
            item = text[start:end]
    placed = None if owner and _is_service(item) else _PLACED.fullmatch(item) or _CAPITAL_PLACE.fullmatch(item)
    if placed and (placed["name"].count(" ") or role != "source"):
        place = placed["place"]
        end = start + placed.end("name")
        item = text[start:end]
    of = _OF.fullmatch(item)
    if of and (known(of["outlet"]) or _guess(of["name"], role) == "person"):
        outlet = known(of["outlet"])
        after.append(
            Named(
                start + of.start("outlet"),
                end,
                outlet.name if outlet else of["outlet"],
                outlet.kind if outlet else "outlet",
            )
        )
        end = start + of.end("name")
        item = text[start:end]
    start, end = _strip(text, start, end)
    item = text[start:end]
    if not item or is_unnamed(item):
        return after
    agency = known(item)
    kind: SourceKind = agency.kind if agency else _guess(item, role)
    return [Named(start, end, agency.name if agency else item, kind, place if kind == "person" else None), *after]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " .,;()":
        start += 1
    if text.startswith("the ", start, end):
        start += 4
    while end > start and text[end - 1] in " ,;()":
        end -= 1
    if end > start and text[end - 1] == "." and not _ABBREVIATION.search(text[start:end]):
        end -= 1
    return start, end


def _employer(words: str) -> tuple[Agency | None, str | None]:
    """The agency before "writer", and the place between the two: "RFE/RL Washington correspondent"."""
    parts = words.split()
    for cut in range(len(parts), 0, -1):
        name = " ".join(parts[:cut])
        agency = known(re.sub(r"['\u2019]s?$", "", name))
        if agency:
            rest = " ".join(parts[cut:])
            return agency, rest if rest[:1].isupper() and not _is_service(rest) else None
    return None, None


def _is_service(words: str) -> bool:
    return _SERVICE.search(words.strip(" .")) is not None


def _guess(name: str, role: str) -> SourceKind:
    """The kind of a name that the table does not have."""
    if _is_service(name):
        return "service"
    if re.search(r"\bagency\b", name, re.IGNORECASE):
        return "agency"
    if re.search("['\u2019]s [A-Z]\\w+\\.[A-Z]", name):
        return "service"
    if _OUTLET_WORD.search(name) or name.startswith("The "):
        return "outlet"
    if " " in name or role != "source":
        return "person"
    return "agency" if name.isupper() else "outlet"
