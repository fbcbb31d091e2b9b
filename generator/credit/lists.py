"""A list of names -> its items: where it may be cut, and where it may not."""

from __future__ import annotations

import re

from generator.credit.agencies import Register
from generator.credit.places import is_region

_JOINT = re.compile(
    r",? ?(?<=[ ,])(?:and|AND|plus|und) |,? & |; ?| / | \| | \u2022 |, ?"
    r"| from (?=(?:news |wire |staff |agency )*(?:agencies|wires?|services|reports|staff)\b)"
)
# "RFE/RL's Armenian and Georgian services", "the AP's Strelsau, Zenda and Hentzau bureaus".
SERVICES = re.compile(
    r"(?P<owner>(?:[Tt]he )?[A-Z][\w./]*['\u2019]s? )(?P<parts>[A-Z][\w-]+(?:(?:, and | and |, )[A-Z][\w-]+){1,8})"
    r" (?P<what>services|bureaus|desks|units|teams)"
)
_PLACED = re.compile(r" (?:in|from|at|aboard) \S|[A-Z]{4}|\([A-Z]")
_PLACE_ALONE = re.compile(r"(?:in|from|at|near|aboard) [A-Z]")
# Words in small letters that a name, or the place beside it, may hold.
_PARTICLE = re.compile(
    "al|bin|bint|d[aeiou]|das|del|della|den|der|dos|du|e|el|ibn|las?|le|les|los|of|san|ten|ter|til|van|vom|von|y|zu|the"
    "|for|in|at|on|and|from|near|with|aboard|services?|bureaus?|desks?|newsroom|team|staff|d['\u2019]\\w+|al-\\w+|el-\\w+|u[lnr]-\\w+"
)
_DOMAIN = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.){1,3}[a-z]{2,12}")
_UNNAMED = re.compile(
    r"(?:other |the |various |news |wire |press |local |foreign |state |international )*"
    r"(?:agency|agencies|wires?|staff|wire services?|wire reports|wire service reports|news services?|media|others"
    r"|reports|newspapers|agency inputs|staff reports|news reports|agency reports|staff and wire reports|correspondents"
    r"|stringers|sources|inputs|handouts?|pool(?: new)?|file)",
    re.IGNORECASE,
)
PART_OF_WORK = re.compile(r" (?:reports?|inputs?|dispatch(?:es)?|files|material|feeds?)$", re.I)
"""What an agency sent: "AFP reports"."""
_NO_NAME = frozenset(':?!"\u201c\u201d\u2026[]{}<>=$%')
MOST_WORDS = 9
"""Words; no name with the place beside it has more."""


def is_unnamed(words: str) -> bool:
    """True of "other agencies": sources that nobody names."""
    return _UNNAMED.fullmatch(words.strip(" .,;()")) is not None


def is_domain(words: str) -> bool:
    """True of "strelsau-post.example"."""
    return _DOMAIN.fullmatch(words) is not None


def items(text: str, start: int, end: int, register: Register, persons: bool = False) -> list[tuple[int, int]]:
    """Cuts a list at its commas and "and"s, but not inside a name, nor between a town and its state.

    In a list of persons one word after a place belongs to the place: "Ann Poe in Zenda, Ruritania, and John Roe".
    """
    whole = [found.span() for found in SERVICES.finditer(text, start, end)] + _brackets(text, start, end)
    folded = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    for name in register.joined:
        at = folded.find(name, start, end)
        if at >= 0:
            whole.append((at, at + len(name)))
    pieces: list[tuple[int, int]] = []
    at = start
    cuts = [
        j.span() for j in _JOINT.finditer(text, start, end) if not any(a < j.end() and j.start() < b for a, b in whole)
    ]
    for cut_start, cut_end in [*cuts, (end, end)]:
        if text[at:cut_start].strip(" ."):
            word = text[at:cut_start].strip(" .")
            if pieces and _belongs(text[slice(*pieces[-1])], word, text[pieces[-1][1] : at], persons, register):
                pieces[-1] = (pieces[-1][0], cut_start)
            else:
                pieces += _slashed(text, at, cut_start, register)
        at = cut_end
    return pieces


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands in round brackets inside a list."""
    return [found.span() for found in re.compile(r"\([^()]{1,60}\)").finditer(text, start, end)]


def _belongs(before: str, word: str, joint: str, persons: bool, register: Register) -> bool:
    """True if a word is the second half of the place before it."""
    if "," not in joint or "and" in joint:
        return False
    if _PLACE_ALONE.match(word):  # "Ann Poe, in Strelsau, and John Roe"
        return not _PLACED.search(before)
    if not _PLACED.search(before):
        return False
    if is_region(word):
        return True
    return persons and " " not in word and word[:1].isupper() and " in " in before and not register.is_known(word)


def _slashed(text: str, start: int, end: int, register: Register) -> list[tuple[int, int]]:
    """ "Reuters/Ann Poe" is two items; "RFE/RL" is one."""
    words = text[start:end]
    if "/" not in words or "://" in words or register.is_known(words):
        return [(start, end)]
    parts: list[tuple[int, int]] = []
    at = start
    for part in words.split("/"):
        parts.append((at, at + len(part)))
        at += len(part) + 1
    named = any(register.is_known(text[a:b]) for a, b in parts)
    return parts if named and "RFE/RL" not in words else [(start, end)]


def may_be_names(text: str, register: Register, without_title: re.Pattern[str]) -> bool:
    """True if a text reads as a list of names: each opens with a capital letter or is a known agency."""
    spans = items(text, 0, len(text), register)
    parts = [text[a:b].strip(" .()") for a, b in spans]
    parts = [part for part in parts if part]
    named = [part for part in parts if not in_other_script(part)]
    return bool(named) and all(_may_be_name(part, register, without_title) for part in named)


def in_other_script(part: str) -> bool:
    """True of a name in letters that are not Latin: it is left alone."""
    letters = [char for char in part if char.isalpha()]
    return bool(letters) and all(ord(char) > 0x24F and not 0x1E00 <= ord(char) <= 0x1EFF for char in letters)


def _may_be_name(part: str, register: Register, without_title: re.Pattern[str]) -> bool:
    if register.house(part) or is_unnamed(part) or is_domain(part):
        return True
    part = PART_OF_WORK.sub("", part) if register.house(PART_OF_WORK.sub("", part)) else part
    title = without_title.match(part)
    part = (part[title.end() :] if title else part).removeprefix("the ")
    words = part.split(" ")
    if len(words) > MOST_WORDS or not (part[:1].isupper() or part[:1] in "@(") or _NO_NAME.intersection(part):
        return False
    low = [
        word for word in words if word[:1].islower() and not _PARTICLE.fullmatch(word) and not register.is_known(word)
    ]
    return not low and not words[0][:1].isdigit()
