"""What is never one, whatever speaks for it: an ordered table that stops chains of links."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from generator.edition.cluster import Cluster
from generator.edition.names import may_be_one_given

TOGETHER = 0.2
"""Two that are named side by side in this share of the articles of the rarer one are two."""
FORMS = 24
"""Different first names, middle names and the like that are kept of a cluster: more mean that it is no person."""


def forbidden(one: Cluster, other: Cluster) -> bool:
    """True for two that are never one, whatever speaks for it: the rule that stops chains."""
    return any(veto(one, other) for _, veto in VETOES)


def _set_apart(one: Cluster, other: Cluster) -> bool:
    """The user says so."""
    small, large = (one.apart, other.apart) if len(one.apart) < len(other.apart) else (other.apart, one.apart)
    return any((number, not side) in large for number, side in small)


def _other_given(one: Cluster, other: Cluster) -> bool:
    """First names that do not go together: "Mira Voss" and "Anna Voss", even if "M. Voss" goes with both."""
    if len(one.given) > FORMS or len(other.given) > FORMS:
        return True
    return bool(one.given and other.given) and not all(
        a in other.words or any(may_be_one_given(a, b) or _is_near(a, b) or b in one.words for b in other.given)
        for a in one.given
    )


def _is_near(one: str, other: str) -> bool:
    """One letter apart, in first names that are not short."""
    return min(len(one), len(other)) > 4 and OSA.distance(one, other, score_cutoff=1) <= 1


def _other_middle(one: Cluster, other: Cluster) -> bool:
    """Middle names of which the first letters differ: "Mira A. Voss" and "Mira B. Voss"."""
    ours, theirs = ({name[0][:1] for name in known.middle} for known in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _other_suffix(one: Cluster, other: Cluster) -> bool:
    """A junior and a senior."""
    ours, theirs = one.suffixes - {""}, other.suffixes - {""}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _other_numbers(one: Cluster, other: Cluster) -> bool:
    """ "Channel 4" and "Channel 5"."""
    return one.numbers.isdisjoint(other.numbers)


def _side_by_side(one: Cluster, other: Cluster) -> bool:
    """Articles name both, and took them for two."""
    small, large = sorted((one.briefs, other.briefs), key=len)
    return sum(brief in large for brief in small) > TOGETHER * len(small)


VETOES = (
    ("set-apart", _set_apart),
    ("numbers", _other_numbers),
    ("suffix", _other_suffix),
    ("given", _other_given),
    ("middle", _other_middle),
    ("side-by-side", _side_by_side),
)
