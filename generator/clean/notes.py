"""Notes to the reader that no fixed words give away: who the author is, why to give money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.credit import credit_start
from generator.lines import Line
from generator.paragraphs import is_correction

_JOBS = "reporter|correspondent|editor|producer|writer|journalist|columnist|contributor|lecturer|professor"
_NAME = r"(?!The |A |An )[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,3}"
_BIO = re.compile(
    rf"{_NAME},? "
    rf"(?:is (?!not )[^.,]{{0,70}}\b(?:{_JOBS})\b.*|has (?:been|worked as) an? [^.,]{{0,40}}\b(?:{_JOBS})\b.*"
    r"|is (?:the |an )?author of .*|is (?:a )?freelance.*"
    r"|(?:covers|writes about|writes for|reports on|reports for|edits) .*)"
    r"|Our [\w ]{0,40}\b(?i:staff|team)\b.{0,60} (?:is|are) (?:a|the) (?:team|group)\b.*"
)
_ABOUT = re.compile("about the authors?:?", re.IGNORECASE)
_LAST_LINES = 8
"""Lines; a note on the author stands no further from the end of the text."""
_LONGEST_BIO = 90
"""Words."""
_SAID = re.compile('["\u201c]| said\\b')

_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_OURS = re.compile(
    r"\b(?:(?:our|independent|nonprofit|quality|local) (?:\w+ )?(?:journalism|journalists|reporting|reporters|newsroom)"
    r"|journalism you rely on|readers like you|(?:our|this) (?:readers|community|publication|work))\b",
    re.IGNORECASE,
)
_GIVING = re.compile(
    r"\b(?:donat(?:e|ion|ions|ing)|contribut(?:e|ion|ions|ing)|become a (?:\w+ )?(?:member|supporter)|support us"
    r"|subscribe|subscription|membership|as little as|chip in|support (?:our|the|independent))\b",
    re.IGNORECASE,
)


def no_words(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A line without a letter or a digit: an ornament, a row of stars."""
    return (i for i, line in enumerate(lines) if not rules[i] and not any(char.isalnum() for char in line.text))


def author_bio(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """ "Ann Poe is a reporter in Strelsau." below the last sentence, and one below "About the author"."""
    kept = [i for i in range(len(lines)) if not rules[i]]
    if len(kept) <= _LAST_LINES // 2:
        return
    last = next((i for i in reversed(kept) if lines[i].is_prose), -1)
    for i in kept[_LAST_LINES // 2 :]:
        if rules[i - 1] == "section-label" and i >= last and _ABOUT.fullmatch(lines[i - 1].text):
            yield i
    for i in reversed(kept[-_LAST_LINES:]):
        line = lines[i]
        if line.words <= _LONGEST_BIO and _BIO.fullmatch(line.text[:600]) and not _SAID.search(line.text):
            yield i
        elif line.is_prose and not is_correction(line) and credit_start(line.text) is None:
            return


def above_bio(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """The name right above a note on the author: "Ann Poe" / "Ann Poe is a reporter in Strelsau."."""
    for i in range(len(lines) - 1):
        line, below = lines[i], lines[i + 1]
        if rules[i + 1] == "author-bio" and not rules[i] and line.block == below.block:
            last = line.text.rsplit(" ", 1)[-1]
            if line.words <= 4 and not line.ends_sentence and last.casefold() in below.text.casefold():
                yield i


def donation_appeal(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A paragraph that speaks to the reader of the outlet's own work and asks for money."""
    for i, line in enumerate(lines):
        if rules[i] or line.words < 12 or _SAID.search(line.text):
            continue
        if _READER.search(line.text) and _OURS.search(line.text) and _GIVING.search(line.text):
            yield i
