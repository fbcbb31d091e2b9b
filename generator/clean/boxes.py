"""Boxes of other articles and of pictures in the body: what hangs on a line that is known as furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.lines import Line

_COUNTER = re.compile(r"\d{1,3} of \d{1,3}(?: \|)?")
_DURATION = re.compile(r"duration \d.*", re.IGNORECASE)
_ITEM = re.compile("\\d{1,2}[.)] |\u2022 ")
_POINTS = re.compile(r"key (?:points|takeaways)|(?:story )?highlights", re.IGNORECASE)
MOST_POINTS = 6
"""Lines."""
_BARE_LABEL = 4
"""Words; a longer line above a list names an article itself, not the list."""
SHORTEST_STACKED, LONGEST_STACKED = 8, 18
"""Words of a headline that stands above a subhead."""
LONGEST_TEASER = 6
"""Lines of one article in a list of others, its headline included."""
LEAST_ABOVE = 5
"""Sentences of the article above such a list."""
SURE_HEADLINE = 7
"""Words; a single line below "Related" that is shorter may be the next subhead."""


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
            elif _ITEM.match(line.text) or line.words >= 4:
                yield i


def offered_points(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """What a subscription or a newsletter offers, as bullets below its box."""
    offers = False
    for i, line in enumerate(lines):
        offers = rules[i] in ("subscriber-wall", "newsletter-box") or (
            offers and line.text[0] in "\u2022\u25cf\u2713\u2714"
        )
        if offers and not rules[i]:
            yield i


def related_headline(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """Headlines in blocks of their own below a bare "Related stories"."""
    i = 0
    while i < len(lines):
        if rules[i] != "related-link" or lines[i].words > _BARE_LABEL or _names_article(lines[i]):
            i += 1
            continue
        run = []
        i += 1
        while i < len(lines) and (
            rules[i] in ("update-stamp", "photo-counter", "share-count") or _is_headline(lines[i], rules[i])
        ):
            run += [] if rules[i] else [i]
            i += 1
        sure = len(run) >= 2 or (run and lines[run[0]].words >= SURE_HEADLINE and lines[run[0]].text[-1] != "?")
        if sure:
            yield from run


def stacked_headline(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A long headline right above a shorter subhead: the link to another article, without any label."""
    kept = [i for i in range(len(lines)) if not rules[i]]
    for above, i, subhead, below in zip(kept[1:], kept[2:], kept[3:], kept[4:], strict=False):
        line, next_line = lines[i], lines[subhead]
        if (
            lines[above].is_prose
            and lines[below].is_prose
            and line.block != next_line.block
            and SHORTEST_STACKED <= line.words <= LONGEST_STACKED
            and next_line.words < line.words
            and _is_plain(line)
            and _is_plain(next_line)
        ):
            yield i


def _is_plain(line: Line) -> bool:
    """True of a headline without marks at its ends."""
    return not line.is_prose and line.text[0].isupper() and line.text[-1].isalnum()


def key_points_box(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """The few lines in one block with "Key points" above them, which the body says again."""
    ends = {line.block: i for i, line in enumerate(lines)}
    for i, line in enumerate(lines):
        last = ends[line.block]
        below = range(i + 1, last + 1)
        is_box = rules[i] == "section-label" and _POINTS.match(line.text) and 2 <= len(below) <= MOST_POINTS
        if is_box and sum(other.is_prose for other in lines[last + 1 : last + 4]) >= 2:
            yield from (j for j in below if not rules[j])


def doubled_teaser(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """The list of other articles at the end, whose links stand twice in one line: "Port sold Port sold".

    Each may have a sentence and a name below it; what stands below the last one belongs to it too.
    """
    doubled = [i for i, line in enumerate(lines) if not rules[i] and _is_doubled(line)]
    prose = [i for i in range(len(lines)) if not rules[i] and lines[i].is_prose]
    gaps = [j for j, (a, b) in enumerate(pairwise([*doubled, len(lines)]), 1) if b - a > LONGEST_TEASER]
    last = doubled[gaps[-1] :] if gaps else doubled
    if len(last) >= 2 and len(prose) >= LEAST_ABOVE and last[0] > prose[LEAST_ABOVE - 1]:
        yield from (i for i in range(last[0], len(lines)) if not rules[i])


def _is_doubled(line: Line) -> bool:
    """True of a line of four words or more that says the same twice."""
    half = (len(line.text) - 1) // 2
    return line.words >= 8 and len(line.text) % 2 == 1 and line.text[:half] == line.text[half + 1 :]


def _names_article(label: Line) -> bool:
    """True of "Read more: Port strike ends", which is whole without a line below it."""
    return re.search(r"[:|\u00bb>] ?\S", label.text) is not None


def _is_headline(line: Line, rule: str) -> bool:
    return not rule and not line.is_prose and line.words >= 5 and line.text[-1] not in '.:"\u201d'
