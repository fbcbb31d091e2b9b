"""How important an actor is: where it is named first, whether the headline names it, how often it is named."""

from __future__ import annotations

import math

from generator.actors.groups import Group
from generator.nlp import Reading

TITLE_WEIGHT = 0.35
POSITION_WEIGHT = 0.3
COUNT_WEIGHT = 0.35


def rank(groups: list[Group], reading: Reading) -> list[tuple[Group, float]]:
    """Actors and their salience (0 to 1), the most important first; whom only the headline names is left out."""
    kinds = [passage.kind for passage in reading.passages]
    kept = [one for one in groups if any(kinds[name.passage] != "title" for name in one.names)]
    start = min((passage.start for passage in reading.body), default=0)
    end = max((passage.end for passage in reading.body), default=1)
    most = max((len(one.names) for one in kept), default=1)
    weighed = []
    for one in kept:
        in_title = any(kinds[name.passage] == "title" for name in one.names)
        first = min((name.start for name in one.names if name.start >= start), default=end)
        position = 1 - min(1.0, (first - start) / max(1, end - start))
        count = math.log1p(len(one.names)) / math.log1p(most)
        salience = TITLE_WEIGHT * in_title + POSITION_WEIGHT * position**2 + COUNT_WEIGHT * count
        weighed.append((one, round(min(1.0, salience), 4)))
    return sorted(weighed, key=lambda item: (-item[1], item[0].names[0].start, item[0].name))
