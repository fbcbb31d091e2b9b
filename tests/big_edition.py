"""Made editions of any size that have everything in them: a few extremes first, then articles as they come.

    briefs = big_edition(300)

The same number gives the same briefs; nothing is read by a model. All names are invented.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import (
    Brief,
    Claim,
    Cue,
    Dispute,
    Event,
    Figure,
    Headline,
    Opposition,
    Slice,
    Source,
    Statement,
)
from tests.big_words import (
    AGENCIES,
    BEFORE,
    BODIES,
    CLAIMS,
    CUES,
    FILLERS,
    OUTLETS,
    PLACES,
    ROLES,
    SINCE,
    THINGS,
    TOLD,
    WORDS,
)
from tests.drafts import Draft
from tests.edition_cost import names, word
from tests.extreme_briefs import EXTREMES, PREMIER

FIRST, LAST = date(2019, 2, 1), date(2026, 3, 31)
SHARES = (("day", 70), ("time", 10), ("month", 6), ("year", 6), ("none", 8))
"""How often, of a hundred articles, how much of the date is known."""


@dataclass(frozen=True, slots=True)
class Affair:
    """Something that happened; one to four articles are about it."""

    place: str
    thing: str
    what: str
    day: date
    people: tuple[tuple[str, str], ...]
    """(Name, role)."""
    body: str
    mark: str
    """An invented name that only this affair has."""


def big_edition(count: int, seed: int = 1) -> list[Brief]:
    """`count` briefs: the extremes as far as they fit, and ordinary ones."""
    dice = random.Random(seed)
    briefs = [make() for make in EXTREMES[:count]]
    people = names(dice, max(40, count))
    bodies = [f"{word(dice)} {dice.choice(BODIES)}" for _ in range(max(12, count // 10))]
    number = len(briefs)
    while number < count:
        affair = _affair(dice, people, bodies)
        for telling in range(min(dice.choice((1, 1, 1, 2, 3, 4)), count - number)):
            number += 1
            briefs.append(_article(dice, affair, telling, number))
    return briefs


def _affair(dice: random.Random, people: list[str], bodies: list[str]) -> Affair:
    thing, what = dice.choice(THINGS)
    chosen = [people[int(dice.random() ** 2.5 * len(people))] for _ in range(3)]
    cast = dict.fromkeys([*([PREMIER] if dice.random() < 0.3 else []), *chosen])
    return Affair(
        place=dice.choice(PLACES),
        thing=thing,
        what=what,
        day=FIRST + timedelta(days=dice.randrange((LAST - FIRST).days)),
        people=tuple((name, "Prime Minister" if name == PREMIER else ROLES[len(name) % len(ROLES)]) for name in cast),
        body=dice.choice(bodies),
        mark=word(dice, 3),
    )


def _article(dice: random.Random, affair: Affair, telling: int, number: int) -> Brief:
    draft = Draft(f"{number:05}-{affair.thing}.txt")
    published = affair.day + timedelta(days=1 + telling)
    _head(dice, draft, affair, telling, published)
    _opening(draft, affair, telling, where=dice.random() < 0.8)
    _quotes(dice, draft, affair)
    if number % 5 == 0:
        _figures(dice, draft, affair)
    if number % 4 == 0:
        _claim(dice, draft, affair)
    if number % 9 == 0:
        _opposition(draft, affair)
    _past(dice, draft, affair)
    for filler in dice.sample(FILLERS, dice.randrange(2, 5)):
        draft.sentence(filler)
    _credit(dice, draft)
    return draft.brief()


def _head(dice: random.Random, draft: Draft, affair: Affair, telling: int, published: date) -> None:
    title = draft.line(
        Slice, f"{BEFORE[telling]}{affair.mark} {affair.thing.capitalize()} in {affair.place}", confidence=0.9
    )
    head = {name: getattr(title, name) for name in Slice.__struct_fields__}
    draft.fields |= {
        "title": title,
        "headline": Headline(**head),
        "outlet": dice.choice(OUTLETS),
        "url": f"https://example.org/{draft.file}" if dice.random() < 0.8 else None,
        "published": _known(dice, published),
    }
    if dice.random() < 0.5:
        deck = f"The {affair.body} has no answer yet, and the next meeting is weeks away"
        draft.fields["deck"] = draft.line(Slice, deck)


def _known(dice: random.Random, day: date) -> str | None:
    degree = dice.choices([name for name, _ in SHARES], [share for _, share in SHARES])[0]
    iso = day.isoformat()
    return {"day": iso, "time": f"{iso}T06:30:00Z", "month": iso[:7], "year": iso[:4]}.get(degree)


def _opening(draft: Draft, affair: Affair, telling: int, where: bool) -> None:
    draft.open()
    if where:
        draft.fields["dateline"] = draft.piece(Slice, affair.place.upper())
        draft.add(" -- ")
    start, _ = draft.add("")
    what = draft.piece(Slice, f"The {affair.mark} {affair.thing} {affair.what}")
    draft.add(" on ")
    when = draft.piece(Slice, f"{affair.day:%B} {affair.day.day}, {affair.day.year}")
    draft.add(" in ")
    place = draft.piece(Slice, affair.place)
    draft.add(", a town of ")
    draft.name("Ruritania", "place")
    draft.add(SINCE[telling] + ".")
    whole = draft.since(Slice, start)
    draft.put("summary", whole)
    draft.put("events", draft.since(Event, start, date=affair.day.isoformat()))
    draft.answer("what", what, whole)
    draft.answer("when", when, whole, date=affair.day.isoformat())
    draft.answer("where", place, whole)
    draft.close()


def _quotes(dice: random.Random, draft: Draft, affair: Affair) -> None:
    """A direct quote of each, now and then a mixed one and a reported one after it."""
    for place, (name, role) in enumerate(affair.people):
        draft.open()
        spoken, lemma, kind = CUES[dice.randrange(len(CUES)) if place else 0]
        said = draft.say("direct", [(dice.choice(WORDS) + ",", True)])
        draft.add(" ")
        speaker = draft.speaker(name, dice.choice((0.95, 0.9, 0.7, 0.3)), role=role if place != 1 else "")
        draft.add(" ")
        draft.quote(said, draft.piece(Cue, spoken, lemma=lemma, kind=kind), speaker=speaker)
        draft.add(" on the steps of the town hall.")
        draft.close()
        if dice.random() < 0.4:
            draft.open()
            speaker = draft.speaker(name)
            draft.add(" ")
            cue = draft.piece(Cue, "called", lemma="call", kind="name")
            draft.add(" ")
            said = draft.say("mixed", [(f"the {affair.thing} ", False), ("a trap that everybody knew about", True)])
            draft.quote(said, cue, speaker=speaker, confidence=0.55)
            draft.add(" and asked for an inquiry.")
            draft.close()
    draft.open()
    speaker = draft.speaker(affair.body, kind="organization")
    draft.add(" ")
    cue = draft.piece(Cue, "told", lemma="tell")
    draft.add(" ")
    via = draft.piece(Slice, "Zenda Radio")
    draft.add(" ")
    draft.quote(draft.say("indirect", [(dice.choice(TOLD), False)]), cue, speaker=speaker, via=via)
    draft.add(".")
    draft.close()


def _figures(dice: random.Random, draft: Draft, affair: Affair) -> None:
    low = dice.randrange(2, 40)
    found = []
    for (name, _), value in zip(affair.people[:2], (low, low + dice.randrange(1, 20)), strict=False):
        draft.open()
        speaker = draft.speaker(name)
        draft.add(" put the number of the missing at ")
        found.append(draft.item(Figure, f"{value} people", value=value, unit="person", speaker=speaker))
        draft.add(", and would not say how the count was made or by whom.")
        draft.close()
    draft.put("figures", *found)
    if len(found) > 1:
        draft.put("disputes", Dispute(unit="person", figures=(0, 1)))


def _claim(dice: random.Random, draft: Draft, affair: Affair) -> None:
    kind, marker = dice.choice(CLAIMS)
    draft.open()
    speaker = draft.speaker(affair.people[-1][0])
    draft.add(" claimed, ")
    marks = draft.piece(Slice, marker)
    draft.add(", that ")
    draft.put(
        "claims", draft.item(Claim, f"the {affair.mark} papers were burned", kind=kind, marker=marks, speaker=speaker)
    )
    draft.add(", and went home before anybody could ask for the ashes.")
    draft.close()


def _opposition(draft: Draft, affair: Affair) -> None:
    sides = []
    for name, cue, words, denies in (
        (affair.people[0][0], " confirmed that ", "the warning was read aloud", False),
        (affair.people[-1][0], " denied that ", "any warning was read", True),
    ):
        draft.open()
        speaker = draft.speaker(name)
        draft.add(cue)
        sides.append(draft.piece(Statement, words, speaker=speaker, denies=denies))
        draft.add(".")
        draft.close()
    if affair.people[0] != affair.people[-1]:
        draft.put("oppositions", Opposition(id=draft.id("o", sides[0].start), sides=(sides[0], sides[1]), rule="made"))


def _past(dice: random.Random, draft: Draft, affair: Affair) -> None:
    """Something earlier, its date known to some degree."""
    before = affair.day - timedelta(days=dice.randrange(30, 3000))
    known, said = dice.choice(
        (
            (before.isoformat(), f"on {before:%B} {before.day}, {before.year}"),
            (f"{before:%Y-%m}", f"in {before:%B %Y}"),
            (f"{before:%Y}", f"in {before.year}"),
            (f"{before:--%m-%d}", f"on {before:%B} {before.day}"),
            (f"{before:--%m}", f"one {before:%B}"),
            (f"{before:%G-W%V}", f"in that week of {before:%B %Y}"),
        )
    )
    draft.open()
    draft.put("events", draft.item(Event, f"The first {affair.thing} of {affair.place} was lost {said}", date=known))
    draft.add(", and few people are left who saw it.")
    draft.close()


def _credit(dice: random.Random, draft: Draft) -> None:
    chosen = dice.sample(AGENCIES, dice.choice((0, 1, 1, 2, 3)))
    if not chosen:
        return
    start, _ = draft.add("With reporting by ")
    for place, (name, kind) in enumerate(chosen):
        draft.add(", " if place else "")
        draft.put("sources", draft.piece(Source, name, name=name, as_written=name, kind=kind, role="source"))
    draft.put("credit", draft.since(Slice, start))
    draft.close()
