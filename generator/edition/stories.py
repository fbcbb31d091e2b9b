"""Briefs -> stories: those about one event together, however many outlets print them and however long it goes on."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import msgspec

from generator.edition.copies import copies_of
from generator.edition.days import day_of
from generator.edition.likeness import Pair, likeness
from generator.edition.story_disputes import story_disputes
from generator.edition.terms import Rarity, Terms, day_number, sentences_of, terms_of
from generator.model import Brief, Story, StoryDay
from generator.slugs import slugs_in_order

TELLING = 24
"""Terms of a brief by which others are looked for: the most telling ones."""
WINDOW = 12
"""Briefs of one term that each is compared with: those before it by day."""
SURE = 2.0
"""Likeness beyond which more says nothing."""
TOGETHER = 0.78
"""Mean likeness from which two groups are one: one brief between two events does not make them one."""
NEAREST = 5
"""Members of a group that a new one is compared with: those nearest by day."""
STANDING = 3
"""A sentence in so many texts that are no copies of each other is no news: "Sign up for our letter"."""
REASONS = 8
"""Terms that a story is explained by."""
NAMED_IN = 2
"""Briefs of a story that name an actor of it."""


@dataclass(slots=True)
class Shelf:
    """All briefs in the order of their days, and how like each other they are."""

    briefs: list[Brief]
    terms: list[Terms]
    copies: list[list[int]]
    """Numbers of briefs that are one text."""
    compared: int = 0
    _known: dict[tuple[int, int], float] = field(default_factory=dict)

    def likeness(self, one: int, other: int) -> float:
        """Of two briefs."""
        key = (one, other) if one < other else (other, one)
        if key not in self._known:
            self.compared += 1
            self._known[key] = likeness(Pair(self.terms[one], self.terms[other]))
        return self._known[key]

    def groups(self) -> list[list[int]]:
        """Numbers of the briefs of each event, in order; those that are alone, too."""
        group_of: dict[int, list[int]] = {number: [number] for number in range(len(self.briefs))}

        def join(one: int, other: int) -> None:
            small, large = sorted((group_of[one], group_of[other]), key=len)
            for number in small:
                insort(large, number)
                group_of[number] = large

        for copies in self.copies:
            for number in copies[1:]:
                if group_of[copies[0]] is not group_of[number]:
                    join(copies[0], number)
        links = ((self.likeness(one, other), one, other) for one, other in self._candidates())
        for _, one, other in sorted((link for link in links if link[0] >= 1), key=lambda link: (-link[0], *link[1:])):
            if group_of[one] is not group_of[other] and self._go_together(group_of[one], group_of[other], one, other):
                join(one, other)
        return [group for number, group in group_of.items() if group[0] == number]

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs that have a telling term in common."""
        having: dict[str, list[int]] = {}
        for number, terms in enumerate(self.terms):
            near: dict[int, None] = {}
            for term in list(terms.weights)[:TELLING]:
                bucket = having.setdefault(term, [])
                near |= dict.fromkeys(bucket[-WINDOW:])
                bucket.append(number)
            yield from ((other, number) for other in near)

    def _go_together(self, ours: list[int], theirs: list[int], one: int, other: int) -> bool:
        """True if the members that are nearest by day are like each other, too."""
        us, them = _nearest(ours, one), _nearest(theirs, other)
        total = sum(min(SURE, self.likeness(our, their)) for our in us for their in them)
        return total >= TOGETHER * len(us) * len(them)

    def central(self, group: list[int]) -> int:
        """The brief that is most like those beside it; of equals the oldest."""

        def likeness(number: int) -> float:
            near = (other for other in _nearest(group, number) if other != number)
            return sum(min(SURE, self.likeness(number, other)) for other in near)

        return max(group, key=lambda number: (likeness(number), -number))


def _nearest(group: list[int], number: int) -> list[int]:
    """Members of a group, which is in order, that are nearest to a number."""
    at = bisect_left(group, number)
    around = group[max(0, at - NEAREST) : at + NEAREST + 1]
    return sorted(around, key=lambda member: (abs(member - number), member))[:NEAREST]


def shelf_of(briefs: Sequence[Brief]) -> Shelf:
    """The briefs made ready to be compared; their order does not matter."""
    ordered = sorted(briefs, key=lambda brief: (day_of(brief.published), brief.seed.name, brief.id))
    days = [day_of(brief.published) for brief in ordered]
    copies = copies_of(ordered, [day_number(day) for day in days])
    standing = _standing(ordered, copies)
    terms = [terms_of(brief, day, standing) for brief, day in zip(ordered, days, strict=True)]
    rarity = Rarity(terms)
    for found in terms:
        rarity.weigh(found)
    return Shelf(ordered, terms, copies)


def _standing(briefs: list[Brief], copies: list[list[int]]) -> frozenset[str]:
    """Sentences that many texts have."""
    first = {number: group[0] for group in copies for number in group}
    having: dict[str, set[int]] = {}
    for number, brief in enumerate(briefs):
        for paragraph in brief.paragraphs:
            for sentence in sentences_of(brief.text[paragraph.start : paragraph.end]):
                having.setdefault(sentence, set()).add(first.get(number, number))
    return frozenset(text for text, numbers in having.items() if len(numbers) >= STANDING)


def stories_of(
    briefs: Sequence[Brief], dossier_of: Mapping[tuple[str, str], str]
) -> tuple[tuple[Story, ...], dict[str, str]]:
    """The stories, those with the newest brief first, and which one each brief is part of.

    `briefs` are in the order of the edition and have their whole text.
    """
    place = {brief.id: at for at, brief in enumerate(briefs)}
    shelf = shelf_of(briefs)
    made = [_story(shelf, group, place, dossier_of) for group in shelf.groups() if len(group) > 1]
    # By its first brief, "Depot burns", so that the address stays when "Toll rises" becomes the most telling one.
    firsts = [briefs[place[story.days[0].briefs[-1]]] for story in made]
    slugs = slugs_in_order([(brief.id, headline(brief)) for brief in firsts], "story")
    stories = [msgspec.structs.replace(story, id=slug) for story, slug in zip(made, slugs, strict=True)]
    stories.sort(key=lambda story: place[story.briefs[0]])
    return tuple(stories), {brief: story.id for story in stories for brief in story.briefs}


def _story(
    shelf: Shelf, group: list[int], place: Mapping[str, int], dossier_of: Mapping[tuple[str, str], str]
) -> Story:
    """A group told to readers; its name is the headline of the brief that is most like the others."""
    central = shelf.central(group)
    briefs = sorted((shelf.briefs[number] for number in group), key=lambda brief: place[brief.id])
    days: dict[str, list[str]] = {}
    for brief in briefs:
        days.setdefault(day_of(brief.published), []).append(brief.id)
    inside = set(group)
    copies = tuple(tuple(shelf.briefs[number].id for number in one) for one in shelf.copies if inside.issuperset(one))
    return Story(
        id="",
        name=headline(shelf.briefs[central]),
        central=shelf.briefs[central].id,
        briefs=tuple(brief.id for brief in briefs),
        copies=copies,
        days=tuple(StoryDay(date=day, briefs=tuple(days[day])) for day in sorted(days, key=lambda day: (not day, day))),
        actors=_actors(briefs, dossier_of),
        because=_because([shelf.terms[number] for number in (central, *group)]),
        disputes=story_disputes(briefs, copies),
    )


def headline(brief: Brief) -> str:
    """What names the brief."""
    named = brief.headline or brief.title
    return named.text if named is not None else PurePosixPath(brief.seed.name).stem


def _actors(briefs: list[Brief], dossier_of: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """Dossiers that two or more of the briefs name, most first."""
    named: Counter[str] = Counter()
    for brief in briefs:
        named.update({dossier_of[brief.id, actor.id] for actor in brief.actors if (brief.id, actor.id) in dossier_of})
    return tuple(
        sorted((actor for actor in named if named[actor] >= NAMED_IN), key=lambda actor: (-named[actor], actor))
    )


def _because(found: list[Terms]) -> tuple[str, ...]:
    """Words and names that half of a story's briefs have, as they write them; `found` opens with the central brief."""
    members = found[1:]
    weights: Counter[str] = Counter()
    having: Counter[str] = Counter()
    for terms in members:
        weights.update(terms.weights)
        having.update(terms.weights.keys())
    telling = [term for term in weights if having[term] >= max(NAMED_IN, len(members) / 2)]
    telling.sort(key=lambda term: (-having[term] * weights[term], term))
    written = [
        next(terms.written[term] for terms in found if term in terms.written) for term in telling if term[0].isalpha()
    ]
    return tuple(dict.fromkeys(written))[:REASONS]
