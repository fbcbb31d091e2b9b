"""Furniture that only the lines around it give away: the table of these rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.clean.boxes import (
    below_advertisement,
    below_counter,
    capital_link,
    doubled_teaser,
    key_points_box,
    listed_link,
    offered_points,
    related_headline,
    stacked_headline,
    video_box,
)
from generator.clean.notes import above_bio, author_bio, donation_appeal, no_words
from generator.clean.repeats import caption_again, echo, pull_quote, repeated_label, repeated_paragraph
from generator.formats.front_matter import KNOWN_KEY, LONGEST
from generator.lines import Line


def front_matter(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """The block of metadata between two lines "---" at the start of a text."""
    if not lines or lines[0].text != "---":
        return
    start = lines[0].start
    last = next((i for i, line in enumerate(lines[1:], 1) if line.text in ("---", "...")), None)
    if last is not None and lines[last].end - start <= LONGEST and any(KNOWN_KEY.match(x.text) for x in lines[1:last]):
        yield from range(last + 1)


NEIGHBOUR_RULES: tuple[tuple[str, Callable[[Sequence[Line], Sequence[str]], Iterable[int]], bool], ...] = (
    ("no-words", no_words, True),
    ("below-counter", below_counter, False),
    ("below-advertisement", below_advertisement, False),
    ("video-box", video_box, False),
    ("capital-link", capital_link, False),
    ("listed-link", listed_link, False),
    ("related-headline", related_headline, False),
    ("key-points-box", key_points_box, False),
    ("stacked-headline", stacked_headline, False),
    ("offered-points", offered_points, True),
    ("doubled-teaser", doubled_teaser, False),
    ("donation-box", donation_appeal, False),
    ("caption-again", caption_again, True),
    ("repeated-paragraph", repeated_paragraph, True),
    ("pull-quote", pull_quote, False),
    ("echo", echo, False),
    ("author-bio", author_bio, False),
    ("above-bio", above_bio, False),
    ("repeated-label", repeated_label, False),
)
"""(name, which further lines it removes, True if it is safe where a format told article from page), in order."""
