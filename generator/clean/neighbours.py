"""Furniture that only the lines around it give away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.formats.front_matter import KNOWN_KEY, LONGEST
from generator.lines import Line

_COUNTER = re.compile(r"\d{1,3} of \d{1,3}(?: \|)?")
_DURATION = re.compile(r"duration \d.*", re.IGNORECASE)
_JOBS = "reporter|correspondent|editor|producer|writer|journalist|columnist|contributor|lecturer|professor"
_BIO = re.compile(
    r"(?!The |A |An )[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,3} "
    rf"(?:is (?!not )[^.,]{{0,70}}\b(?:{_JOBS})\b.*|has (?:been|worked as) an? [^.,]{{0,40}}\b(?:{_JOBS})\b.*"
    r"|(?:covers|writes about|reports on) .*)"
)
_LAST_LINES = 8
"""Lines; a note on the author stands no further from the end of the text."""


def front_matter(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """The block of metadata between two lines "---" at the start of a text."""
    if not lines or lines[0].text != "---":
        return
    start = lines[0].start
    last = next((i for i, line in enumerate(lines[1:], 1) if line.text in ("---", "...")), None)
    if last is not None and lines[last].end - start <= LONGEST and any(KNOWN_KEY.match(x.text) for x in lines[1:last]):
        yield from range(last + 1)


def no_words(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A line without a letter or a digit: an ornament, a row of stars."""
    return (i for i, line in enumerate(lines) if not rules[i] and not any(char.isalnum() for char in line.text))


def repeated_label(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A short line that is no sentence and stands three times or more: a name over a list of headlines, "Permalink"."""
    labels = Counter(
        line.text for line, rule in zip(lines, rules, strict=True) if not rule and line.words <= 4 and _is_label(line)
    )
    return (i for i, line in enumerate(lines) if not rules[i] and labels.get(line.text, 0) >= 3)


def _is_label(line: Line) -> bool:
    return not line.ends_sentence and line.text[-1] != ":" and line.text[0] not in "\"\u201c'\u2018"


def _below(lines: Sequence[Line], rules: Sequence[str], furniture: str) -> Iterator[int]:
    """Kept lines right below a line of that rule, in one block with it."""
    for i in range(1, len(lines)):
        if rules[i - 1] == furniture and not rules[i] and lines[i].block == lines[i - 1].block:
            yield i


def below_counter(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """The caption after "3 of 12 |", and what is written below a video's length."""
    for i in range(1, len(lines)):
        above = lines[i - 1]
        if rules[i - 1] == "photo-counter" and not rules[i]:
            same = lines[i].block == above.block
            if _COUNTER.fullmatch(above.text) or (same and (_DURATION.fullmatch(above.text) or not lines[i].is_prose)):
                yield i


def below_advertisement(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A headline that hangs on an advertisement: "Story continues below" / "Port Strike Enters Third Week"."""
    return (i for i in _below(lines, rules, "advertisement") if not lines[i].is_prose and lines[i].words >= 4)


def video_box(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """The headline between "WATCH | ..." and its "Duration 1:30"."""
    for i in range(1, len(lines) - 1):
        if rules[i - 1] == "related-link" and not rules[i] and not lines[i].ends_sentence and rules[i + 1]:
            yield i


def capital_link(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A headline of another article between two paragraphs: "MINISTER SAYS PORT DEAL WAS NEVER SIGNED".

    Where the article has subheads in capitals, a line that is hardly longer is one more of them.
    """
    subheads = sum(_is_capital_subhead(lines, rules, i) for i in range(1, len(lines) - 1))
    longest = 8 if subheads >= 2 else 5
    for i in range(1, len(lines) - 1):
        line = lines[i]
        if (
            not rules[i]
            and line.words > longest
            and line.text.isupper()
            and not re.match(r"\d+\.", line.text)
            and line.text[-1] not in '.!"\u201d:'
            and lines[i - 1].is_prose
            and lines[i + 1].is_prose
        ):
            yield i


def _is_capital_subhead(lines: Sequence[Line], rules: Sequence[str], i: int) -> bool:
    line = lines[i]
    short = not rules[i] and 2 <= line.words <= 5 and line.text.isupper()
    return short and lines[i - 1].is_prose and lines[i + 1].is_prose


def listed_link(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """Numbered or short headlines in one block below "Read more"."""
    below = False
    for i, line in enumerate(lines):
        same = i > 0 and line.block == lines[i - 1].block
        below = same and (below or rules[i - 1] == "related-link")
        if below and not rules[i]:
            if line.is_prose:
                below = False
            elif re.match(r"\d+\. |\u2022 ", line.text) or line.words >= 4:
                yield i


def author_bio(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """ "Ann Poe is a reporter in Strelsau." as one of the last lines, or below "About the author"."""
    kept = [i for i in range(len(lines)) if not rules[i]]
    for i in kept[-_LAST_LINES:]:
        if len(kept) > _LAST_LINES // 2 and lines[i].words <= 90 and _BIO.fullmatch(lines[i].text[:600]):
            said = re.search('["\u201c]| said\\b', lines[i].text)
            if not said and (i == kept[-1] or rules[i - 1] or i + 1 < len(lines)):
                yield i


def caption_again(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A sentence with which a caption right above it opens: the same words without the name of the photographer."""
    for i, line in enumerate(lines):
        above = range(max(0, i - 4), i)
        if not rules[i] and any(rules[j] == "caption" and lines[j].text.startswith(line.text) for j in above):
            yield i


def repeated_paragraph(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A sentence that stood before, word for word: the page holds the body twice."""
    seen: set[str] = set()
    last = ""
    for i, line in enumerate(lines):
        if rules[i]:
            continue
        if line.words >= 8 and line.text in seen and line.text != last:
            yield i
        seen.add(line.text)
        last = line.text


NEIGHBOUR_RULES: tuple[tuple[str, Callable[[Sequence[Line], Sequence[str]], Iterable[int]], bool], ...] = (
    ("no-words", no_words, True),
    ("below-counter", below_counter, False),
    ("below-advertisement", below_advertisement, False),
    ("video-box", video_box, False),
    ("capital-link", capital_link, False),
    ("listed-link", listed_link, False),
    ("author-bio", author_bio, False),
    ("caption-again", caption_again, True),
    ("repeated-paragraph", repeated_paragraph, True),
    ("repeated-label", repeated_label, False),
)
"""(name, which further lines it removes, True if it is safe where a format told article from page), in order."""
