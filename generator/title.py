"""Which of the first lines is the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.byline import is_byline
from generator.lines import Line, visible

FURTHEST = 12
"""Lines; the title stands among so many lines that cleaning kept."""
LONGEST = 30
"""Words; a longer line is a paragraph."""
LONGEST_SENTENCE = 22
"""Words; a longer line that ends with a full stop is a paragraph."""

# "The bridge closed on Monday, the ministry said.": headlines name no day and let nobody say anything with a full stop.
_REPORT = re.compile(
    r"\b(?:said|told|announced|according to|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|\bon (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)


def find_title(
    lines: Sequence[Line], known_title: str | None = None, headings: Sequence[int] = ()
) -> tuple[int | None, str]:
    """(index of the title or None, name of the rule that found it)."""
    near = lines[:FURTHEST]
    if known_title is not None:
        wanted = visible(known_title).casefold()
        for i, line in enumerate(near):
            if line.text.casefold() == wanted:
                return i, "metadata-title"
    if len(lines) < 2:
        return None, ""
    if lines[0].start in headings[:1]:
        return 0, "first-heading"
    return _repeated(near) or _first(near) or _below_notice(near) or (None, "")


def _repeated(lines: Sequence[Line]) -> tuple[int, str] | None:
    """A headline that stands twice, the second time perhaps as the last step of a path: "\u2022 Port Deal Signed"."""
    for i, (line, below) in enumerate(pairwise(lines)):
        if (line.is_prose and line.ends_sentence) or (i and _may_head(lines[i - 1])):
            return None
        if line.text.lstrip("\u2022 ") == below.text and _may_be_title(below) and not below.ends_sentence:
            return (i if line.text == below.text else i + 1), "repeated-title"
    return None


def _may_head(line: Line) -> bool:
    """True of a headline, not of a label, a step of a path or a byline: what is repeated below it is a caption."""
    return line.words >= 4 and line.text[0] != "\u2022" and not is_byline(line) and _may_be_title(line)


def _first(lines: Sequence[Line]) -> tuple[int, str] | None:
    """The first line, or the first that is no label: "Ask an Advisor" / "How Savers Lost Half a Year of Interest"."""
    for i, line in enumerate(lines):
        if is_byline(line) or line.text[0] == "\u2022":
            continue
        if not _may_be_title(line):
            return None
        if not _is_label(line) or not _title_follows(lines, i):
            named = not line.text[0].islower() or line.words > 3 or _stands_over_prose(lines, i)
            return (i, "first-line") if named else None
    return None


def _stands_over_prose(lines: Sequence[Line], i: int) -> bool:
    """True of a line in a block of its own right above a sentence: "eBay" is a headline there, "by Ann" is none."""
    line, below = lines[i], lines[i + 1 : i + 2]
    return line.text.isalpha() and all(other.block != line.block and other.is_prose for other in below)


def _below_notice(lines: Sequence[Line]) -> tuple[int, str] | None:
    """A headline in a block of its own below a sentence or a block of notices; a paragraph follows it."""
    for i in range(1, len(lines) - 1):
        line, above, below = lines[i], lines[i - 1], lines[i + 1]
        alone = above.block != line.block != below.block
        if i > 2 and not is_crowded(lines, i - 1, i):
            return None
        if alone and 5 <= line.words <= LONGEST and not line.ends_sentence and below.is_prose:
            return i, "headline-below"
    return None


def is_crowded(lines: Sequence[Line], i: int, title: int) -> bool:
    """True if a line above the title stands in one block with others: a box of notices, no paragraph."""
    return any(0 <= j < title and j != i and lines[j].block == lines[i].block for j in (i - 1, i + 1))


def _may_be_title(line: Line) -> bool:
    if line.ends_sentence and line.text[-1] not in "?!":
        in_capitals = sum(word[0].isupper() for word in line.text.split(" ")) * 2 > line.words
        return line.words <= LONGEST_SENTENCE and (in_capitals or not _REPORT.search(line.text))
    return line.words <= LONGEST


def _is_label(line: Line) -> bool:
    """True of a line that may name a section: "Ask an Advisor"."""
    return line.words <= 3 and not line.ends_sentence


def _title_follows(lines: Sequence[Line], label: int) -> bool:
    """True if a longer headline stands below a label, with nothing but labels between them."""
    for i in range(label + 1, min(len(lines), label + 4)):
        line = lines[i]
        if is_byline(line) or not _may_be_title(line) or (line.ends_sentence and line.text[-1] not in "?!"):
            return False
        twice = i + 1 < len(lines) and lines[i + 1].text == line.text
        if line.words >= 5 and line.words > lines[label].words:
            return not twice
        if not _is_label(line):
            return False
    return False
