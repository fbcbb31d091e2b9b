"""How important an actor is: where it is named first, whether the headline names it, how often it is named."""

from __future__ import annotations

import math

from generator.actors.names import Name

TITLE_WEIGHT = 0.35
POSITION_WEIGHT = 0.3
COUNT_WEIGHT = 0.35


def salience(names: list[Name], in_title: bool, most: int, body: tuple[int, int]) -> float:
    """0 to 1; `most` is the largest count of one actor, `body` the offsets of the body."""
    start = min((name.start for name in names if name.start >= body[0]), default=body[1])
    length = max(1, body[1] - body[0])
    position = 1 - min(1.0, (start - body[0]) / length)
    count = math.log1p(len(names)) / math.log1p(max(most, 1))
    value = TITLE_WEIGHT * in_title + POSITION_WEIGHT * position**2 + COUNT_WEIGHT * count
    return round(min(1.0, value), 4)
