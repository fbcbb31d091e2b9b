"""Copies: one text, of a wire agency or of the same house, in several briefs.

MinHash (rensa) proposes pairs that may share much; what they share is then counted word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Print:
    """The runs of words of a text."""

    runs: frozenset[str]
    bands: tuple[tuple[int, ...], ...]


def print_of(brief: Brief) -> Print:
    """The runs of words of a brief's body."""
    words: list[str] = []
    read = 0
    for paragraph in brief.paragraphs:
        piece = brief.text[paragraph.start : paragraph.end][: READ - read]
        words += _WORD.findall(piece.casefold())
        read += len(piece)
        if read >= READ:
            break
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST:
        return Print(frozenset(), ())
    sketch = RMinHash(NUMBERS, SEED)
    sketch.update(sorted(runs))
    numbers = sketch.digest()
    width = NUMBERS // BANDS
    bands = tuple((band, *numbers[band * width : (band + 1) * width]) for band in range(BANDS))
    return Print(frozenset(runs), bands)


def may_be_copies(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers, smaller first, that share a band; `prints` are in the order of their days."""
    buckets: dict[tuple[int, ...], list[int]] = {}
    seen: set[tuple[int, int]] = set()
    for number, made in enumerate(prints):
        for band in made.bands:
            bucket = buckets.setdefault(band, [])
            for other in bucket[-WINDOW:]:
                if (other, number) not in seen:
                    seen.add((other, number))
                    yield other, number
            bucket.append(number)


def are_copies(one: Print, other: Print) -> bool:
    """True if the shorter text is mostly in the longer one."""
    small, large = sorted((one.runs, other.runs), key=len)
    return len(small) >= max(FEWEST, SHORTEST * len(large)) and len(small & large) >= SHARED * len(small)
