"""Credits over several lines: a wrapped sentence or list, or a cue with one name a line below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.credit.agencies import Register, builtin
from generator.credit.clauses import fit
from generator.credit.lists import is_domain, is_unnamed
from generator.credit.reader import LONGEST, read_credit
from generator.lines import Line, visible_with_offsets

MOST_LINES = 12
"""A credit has no more lines."""
MOST_WRAPPED = 6
"""A credit that is one sentence is wrapped over no more lines."""

_CUE_ALONE = re.compile(
    r"[(\[]?(?:[A-Za-z][^.]{0,60} )?(?:by|from|sources?|agencies|reporters|contributors|contributing):?", re.I
)
_GOES_ON = re.compile(r"(?:[,;/&]|\b(?:and|by|from|in|with|to))$")
_BREAK = re.compile(r"[^\S\n\r\v\f\x85\u2028\u2029]*[\n\r\v\f\x85\u2028\u2029]\s*")


def lines_taken(lines: Sequence[Line], i: int, register: Register | None = None) -> int:
    """How many lines the credit that opens on a line takes; 1 if it is not wrapped, or is no credit."""
    register = register or builtin()
    if _CUE_ALONE.fullmatch(lines[i].text):
        return _list_below(lines, i, register)
    return _wrapped(lines, i, register)


def _list_below(lines: Sequence[Line], i: int, register: Register) -> int:
    taken = 1
    for below in lines[i + 1 : i + MOST_LINES]:
        name = below.text.strip(" .,;\u2022*-")
        if len(name) > 200 or not name:
            break
        plain = register.is_known(name) or is_domain(name) or is_unnamed(name)
        if not plain and not (_adjoin(lines[i + taken - 1], below) and fit(name, 0, len(name), register)):
            break
        taken += 1
    while taken > 1 and not read_credit(_joined([line.text for line in lines[i : i + taken]]), register):
        taken -= 1
    return taken


def _wrapped(lines: Sequence[Line], i: int, register: Register) -> int:
    """The lines of "(Reporting by Ann Poe in", "Strelsau and John Roe in Zenda)"."""
    opens = lines[i].text
    unclosed = opens.count("(") > opens.count(")")
    if len(opens) < 12 or not (unclosed or _GOES_ON.search(opens) or not lines[i].ends_sentence):
        return 1
    if not unclosed and not _GOES_ON.search(opens) and read_credit(opens, register):
        return 1
    words = opens
    for taken, below in enumerate(lines[i + 1 : i + MOST_WRAPPED], 2):
        if not _adjoin(lines[i + taken - 2], below) or len(words) + len(below.text) > LONGEST:
            break
        words = f"{words} {below.text}"
        closed = words.count("(") <= words.count(")")
        if closed and not _GOES_ON.search(words) and read_credit(words, register):
            return taken
    return 1


def _adjoin(above: Line, below: Line) -> bool:
    return above.block == below.block and below.number == above.number + 1


def shown(text: str) -> tuple[str, tuple[int, ...]]:
    """The words of a credit as a reader sees them, and where each of its characters stands in `text`.

    A line end between the names below a cue is read as a comma.
    """
    parts = [(found.start(), found.end()) for found in _BREAK.finditer(text.strip())]
    lead = len(text) - len(text.lstrip())
    pieces = [lead, *(lead + end for _, end in parts)]
    ends = [*(lead + start for start, _ in parts), lead + len(text.strip())]
    lines = [visible_with_offsets(text[a:b]) for a, b in zip(pieces, ends, strict=True)]
    lines_shown = [(words, [pieces[k] + at for at in offsets]) for k, (words, offsets) in enumerate(lines) if words]
    words = _joined([line for line, _ in lines_shown])
    joints = _joints([line for line, _ in lines_shown])
    offsets: list[int] = []
    for (_, places), joint in zip(lines_shown, joints, strict=True):
        offsets += [*places, *([places[-1]] * len(joint))]
    return words, tuple(offsets)


def _joined(lines: Sequence[str]) -> str:
    return "".join(line + joint for line, joint in zip(lines, _joints(lines), strict=True))


def _joints(lines: Sequence[str]) -> list[str]:
    """What is read between the lines: a space, or a comma between the names of a list."""
    if not lines:
        return []
    listed = (
        len(lines) > 2 and _CUE_ALONE.fullmatch(lines[0]) and not any(_GOES_ON.search(line) for line in lines[1:-1])
    )
    last = len(lines) - 1
    return ["" if n == last else ", " if listed and n else " " for n in range(len(lines))]
