"""The lines above the body: title, deck, byline, dateline, and the furniture between them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from generator.byline import is_bare_byline, is_byline, is_job
from generator.clean import Removed
from generator.lines import Line
from generator.model import Part
from generator.opening import body_start, is_bullet
from generator.paragraphs import is_correction
from generator.title import find_title, is_crowded

ABOVE_TITLE = "above-title"
"""The rule that removes labels and links above the title."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body."""

    title: Line | None = None
    title_rule: str = ""
    deck: Line | None = None
    deck_rule: str = ""
    byline: Line | None = None
    removed: tuple[Removed, ...] = ()
    body: tuple[Line, ...] = ()
    """The lines below it."""


@dataclass(slots=True)
class Finding:
    """What was found so far, from the title on."""

    title: Line | None = None
    above: Line | None = None
    """The line right above the one that is asked about."""
    deck: Line | None = None
    deck_rule: str = ""
    byline: Line | None = None
    removed: list[Removed] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    """Lines that are none of the head's."""


def _may_be_deck(line: Line) -> bool:
    return line.words >= 5 or (line.words >= 2 and line.ends_sentence)


def _repeats_title(line: Line, so_far: Finding) -> bool:
    return so_far.title is not None and line.text == so_far.title.text


def _repeats_deck(line: Line, so_far: Finding) -> bool:
    return so_far.deck is not None and line.text == so_far.deck.text


def _repeats_line_above(line: Line, so_far: Finding) -> bool:
    return so_far.above is not None and line.text == so_far.above.text


HEAD_RULES: tuple[tuple[str, Callable[[Line, Finding], bool]], ...] = (
    ("repeated-title", _repeats_title),
    ("repeated-deck", _repeats_deck),
    ("repeated-caption", _repeats_line_above),
    ("job-title", lambda line, so_far: is_job(line)),
    ("second-byline", lambda line, so_far: _is_names(line) and so_far.byline is not None),
    ("key-points", lambda line, so_far: is_bullet(line)),
    ("above-body", lambda line, so_far: not _is_names(line) and (so_far.deck is not None or not _may_be_deck(line))),
)
"""(name, True of the lines between title and body that are neither deck nor byline), in order."""


def marked_lines(
    lines: Sequence[Line], parts: Sequence[Part], off: Collection[str] = ()
) -> tuple[dict[str, Line], list[Removed], list[Line]]:
    """What the format marks: (lines of the head by their kind, furniture, the other lines)."""
    marks = {part.start: part for part in parts if part.kind != "heading" and part.rule not in off}
    marked: dict[str, Line] = {}
    furniture: list[Removed] = []
    others: list[Line] = []
    for line in lines:
        mark = marks.get(line.start)
        if mark is None:
            others.append(line)
        elif mark.kind == "furniture":
            furniture.append(Removed(line, mark.rule))
        else:
            marked[mark.kind] = line
    return marked, furniture, others


def marked_head(marked: Mapping[str, Line], body: Sequence[Line]) -> Head:
    """The head as the format has it, its title aside; all other lines are body."""
    return Head(deck=marked.get("deck"), deck_rule="metadata-deck", body=tuple(body))


def read_head(
    lines: Sequence[Line],
    furniture: Sequence[Removed],
    known_title: str | None = None,
    headings: Sequence[int] = (),
    titled: bool = False,
    off: Collection[str] = (),
) -> Head:
    """Takes the head off the lines that cleaning kept.

    `furniture` is what cleaning removed, `known_title` what the metadata says, `headings` are the offsets of lines that
    the format marks so, `titled` is True if the title stands elsewhere, `off` names rules that are not applied.
    """
    title, rule = (None, "") if titled else find_title(lines, known_title, headings)
    finding = Finding(title=None if title is None else lines[title])
    start = 0
    if title is not None:
        start = title + 1
        for i in range(title):
            _sort_above_title(lines, i, title, finding, off)
    body = body_start(lines, start, furniture, titled or title is not None)
    for line in lines[start:body]:
        _sort(line, finding, off)
        finding.above = line
    return Head(
        title=finding.title,
        title_rule=rule,
        deck=finding.deck,
        deck_rule=finding.deck_rule,
        byline=finding.byline,
        removed=tuple(finding.removed),
        body=(*finding.body, *lines[body:]),
    )


def _sort_above_title(lines: Sequence[Line], i: int, title: int, finding: Finding, off: Collection[str]) -> None:
    line = lines[i]
    if is_byline(line) and finding.byline is None and not line.is_prose:
        finding.byline = line
    elif (line.is_prose and not is_crowded(lines, i, title)) or is_correction(line) or ABOVE_TITLE in off:
        finding.body.append(line)
    else:
        finding.removed.append(Removed(line, ABOVE_TITLE))


def _sort(line: Line, finding: Finding, off: Collection[str]) -> None:
    """Sorts a line between title and body: deck, byline, furniture, or a note that belongs to the article."""
    rule = next((name for name, is_furniture in HEAD_RULES if is_furniture(line, finding)), "")
    if rule == "repeated-deck":
        finding.deck_rule = "repeated"
    if is_correction(line) or (rule and rule in off):
        finding.body.append(line)
    elif rule:
        finding.removed.append(Removed(line, rule))
    elif _is_names(line):
        finding.byline = line
    else:
        finding.deck, finding.deck_rule = line, "below-title"


def _is_names(line: Line) -> bool:
    return is_byline(line) or is_bare_byline(line)
