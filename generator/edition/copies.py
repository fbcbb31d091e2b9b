"""Copies: one text, of a wire agency or of the same house, in several briefs.

MinHash (rensa) proposes pairs that may share much; what they share is then counted word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rensa import RMinHash

from generator.model import Brief

RUN = 5
"""Words of a run: two texts that share a run share more than a phrase."""
READ = 30_000
"""Code points of a text that are read."""
FEWEST = 15
"""Runs of a text that can be a copy: a shorter one may be a form."""
SHARED = 0.7
"""Share of the runs of the shorter text that its copy has, too: outlets cut the end and add lines of their own."""
SHORTEST = 0.4
"""A copy is not shorter than this share of the other text."""
DAYS = 4
"""Copies are printed so many days apart at most: the same words a year later are another report of the same form."""
NUMBERS, BANDS, SEED = 64, 32, 7
"""MinHash: numbers of a text, bands they are cut into. With 2 numbers a band, texts that share half of their runs are
proposed almost always."""
WINDOW = 8
"""Texts of one band that each is compared with: those before it by day."""

REMEMBERED = 200
"""Texts whose runs are kept while others are compared with them."""

Band = tuple[int, ...]
"""Its number, and numbers of a sketch."""

_WORD = re.compile(r"\w+")


def copies_of(briefs: Sequence[Brief], days: Sequence[int]) -> list[list[int]]:
    """Numbers of the briefs that are one text, in groups; `briefs` and their `days` (0: no date) go from old to new."""
    runs = _Runs(briefs)
    group_of: dict[int, list[int]] = {}
    for one, other in _may_be_copies(sketch(runs.of(number)) for number in range(len(briefs))):
        near = not (days[one] and days[other]) or abs(days[one] - days[other]) <= DAYS
        if near and are_copies(runs.of(one), runs.of(other)):
            ours = group_of.setdefault(one, [one])
            theirs = group_of.setdefault(other, [other])
            if ours is not theirs:
                ours += theirs
                group_of |= dict.fromkeys(theirs, ours)
    return [sorted(group) for number, group in sorted(group_of.items()) if min(group) == number]


class _Runs:
    """The runs of words of each brief; only those asked for last are kept, as all of them would fill the memory."""

    def __init__(self, briefs: Sequence[Brief]) -> None:
        self._briefs = briefs
        self._kept: dict[int, frozenset[str]] = {}

    def of(self, number: int) -> frozenset[str]:
        if number not in self._kept:
            if len(self._kept) >= REMEMBERED:
                del self._kept[next(iter(self._kept))]
            self._kept[number] = runs_of(self._briefs[number])
        return self._kept[number]


def runs_of(brief: Brief) -> frozenset[str]:
    """The runs of words of a brief's body; none of a text that is too short to be a copy."""
    words: list[str] = []
    read = 0
    for paragraph in brief.paragraphs:
        piece = brief.text[paragraph.start : paragraph.end][: READ - read]
        words += _WORD.findall(piece.casefold())
        read += len(piece)
        if read >= READ:
            break
    runs = frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return runs if len(runs) >= FEWEST else frozenset()


def sketch(runs: frozenset[str]) -> tuple[Band, ...]:
    """What stands for the runs of a text: texts that share many share a band."""
    if not runs:
        return ()
    made = RMinHash(NUMBERS, SEED)
    made.update(list(runs))  # in whatever order, the sketch is the same
    numbers = made.digest()
    width = NUMBERS // BANDS
    return tuple((band, *numbers[band * width : (band + 1) * width]) for band in range(BANDS))


def _may_be_copies(sketches: Iterable[tuple[Band, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers, smaller first, that share a band."""
    buckets: dict[Band, list[int]] = {}
    for number, bands in enumerate(sketches):
        near: dict[int, None] = {}
        for band in bands:
            bucket = buckets.setdefault(band, [])
            near |= dict.fromkeys(bucket[-WINDOW:])
            bucket.append(number)
        yield from ((other, number) for other in near)


def are_copies(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if the shorter text is mostly in the longer one."""
    small, large = sorted((one, other), key=len)
    return len(small) >= max(FEWEST, SHORTEST * len(large)) and len(small & large) >= SHARED * len(small)
