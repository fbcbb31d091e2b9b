"""Which two reported clauses say the opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from generator.disputes.voices import is_one, named_voice
from generator.oppositions.matters import Matter

#: Clauses of one verb that are compared with each other.
MAX_COMPARED = 40

Rule = Callable[[Matter, Matter], bool]
"""True if the second, later clause answers the first one."""


def opposite(matters: list[Matter]) -> Iterator[tuple[str, Matter, Matter]]:
    """(Rule, clause, later clause) of clauses that are opposite; each denial answers the nearest clause before it."""
    before: dict[str, list[Matter]] = defaultdict(list)
    last: list[Matter] = []
    for matter in matters:
        near = [one for one in last if matter.sentence - one.sentence <= 1]
        for name, rule in RULES:
            some = before[matter.verb][-MAX_COMPARED:] if rule is _same_clause else near
            one = next((one for one in reversed(some) if _differ(one, matter) and rule(one, matter)), None)
            if one is not None:
                yield name, one, matter
                break
        if matter.verb:
            before[matter.verb].append(matter)
            last = [*near, matter][-MAX_COMPARED:]


def _differ(one: Matter, other: Matter) -> bool:
    """True for two speakers of whom one denies."""
    if one.denies == other.denies or one.content[1] > other.content[0]:
        return False
    voices = [named_voice(m.passage.doc.text[m.source[0] - m.passage.start : m.source[1] - m.passage.start])
              for m in (one, other)]  # fmt: skip
    return all(voices) and not is_one(*voices)


def _same_clause(one: Matter, other: Matter) -> bool:
    """ "confirmed that the bridge was hit", "denied that the bridge was hit"; "it" only in the next sentence."""
    if not other.verb or one.verb != other.verb:
        return False
    if other.subject:
        same = bool(one.subject & other.subject)
    else:
        same = bool(one.subject) and other.sentence - one.sentence <= 1
    return same and (one.objects == other.objects or bool(one.objects & other.objects))


def _ellipsis(one: Matter, other: Matter) -> bool:
    """ "said the bridge was hit", "said it was not"."""
    return other.whole and not other.verb and not other.subject and not one.denies


def _denied(one: Matter, other: Matter) -> bool:
    """ "said the bridge was hit", "denied it": what the one clause before it says."""
    return not other.whole and not one.denies


RULES: tuple[tuple[str, Rule], ...] = (
    ("same-clause", _same_clause),
    ("ellipsis", _ellipsis),
    ("denied-it", _denied),
)
"""First come, first served."""
