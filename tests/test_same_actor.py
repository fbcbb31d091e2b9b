"""Spellings of one actor over many articles: pairs of tests/fixtures/same_actor.md, and a large invented edition."""

from __future__ import annotations

import random
import re
from typing import NamedTuple

import pytest

from generator.edition import make_edition, name_key
from generator.model import Actor, Brief, Role
from tests.conftest import ROOT
from tests.corpus_labels import b_cubed
from tests.edition_cost import names, word
from tests.made_briefs import bare, piece

SIDE = re.compile(
    r"(?P<name>[^(+^]+?)\s*(?:\((?P<role>[^)]*)\))?\s*(?:\^(?P<country>[A-Z]{2})\^)?\s*(?P<beside>(?:\+[^+]*)*)"
)


class Case(NamedTuple):
    """One line of the fixture."""

    kind: str
    line: str


def cases() -> list[Case]:
    text = (ROOT / "tests" / "fixtures" / "same_actor.md").read_text(encoding="utf-8")
    _, *sections = text.split("\n## ")
    found = []
    for section in sections:
        kind, *lines = section.split("\n")
        found += [Case(kind.strip(), line) for line in lines if line.strip()]
    return found


def brief_of(side: str, kind: str, name: str) -> Brief:
    """An article that names an actor as a side of a line says."""
    found = SIDE.fullmatch(side.strip())
    assert found is not None, side
    spelled, role = found["name"], found["role"]
    text = f"{role or 'Then'} {spelled} spoke."
    roles = (piece(Role, text, role),) if role else ()
    actors = [Actor(id="one", name=spelled, kind=kind, rank=1, salience=0.9, roles=roles, country=found["country"])]  # type: ignore[arg-type]
    for rank, other in enumerate(filter(None, map(str.strip, found["beside"].split("+"))), 2):
        other_kind = "organization" if other.endswith("Party") else "person"
        actors.append(Actor(id=f"b{rank}", name=other, kind=other_kind, rank=rank, salience=0.1))  # type: ignore[arg-type]
    return bare(text, name, actors=tuple(actors))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.line)
def test_spellings(case: Case) -> None:
    one, mark, other = re.split(r"\s([=/])\s", case.line)
    for sides in ((one, other), (other, one)):
        briefs = [brief_of(side, case.kind, f"{n}.txt") for n, side in enumerate(sides)]
        dossier_of = make_edition(briefs).dossier_of
        pages = {dossier_of[brief.id, "one"] for brief in briefs}
        assert len(pages) == (1 if mark == "=" else 2)


def variants(dice: random.Random, given: str, last: str, title: str) -> list[tuple[str, str | None]]:
    """Ways in which articles write one person: a name and a role."""
    middle = dice.choice("ABCDE")
    slip = dice.randrange(1, len(last))
    return [
        (f"{given} {last}", title),
        (f"{given} {last}", None),
        (f"{given} {middle}. {last}", title),
        (f"{given.upper()} {last.upper()}", None),
        (f"{given} {last[0]}\u0301{last[1:]}".replace("c\u0301", "ć"), None),
        (f"{given} {last.replace('w', 'v').replace('k', 'ck') if 'ck' not in last else last}", title),
        (f"{given[0]}. {last}", title),
        (f"{given} al-{last}", None),
        (last, title),
        (f"{given} {last[:slip]}{last[slip]}{last[slip:]}", title),
    ]


def test_a_large_invented_edition_is_told_apart() -> None:
    dice = random.Random(5)
    people = dict.fromkeys(names(dice, 330))
    titles = [f"{word(dice)} {kind}" for kind in ("minister", "envoy", "judge", "trustee") for _ in range(60)]
    briefs: list[Brief] = []
    truth: dict[tuple[str, str], str] = {}
    assert len(people) > 250
    for person in people:
        given, last = person.split()
        title = dice.choice(titles)
        for spelled, role in dice.sample(variants(dice, given, last, title), 4):
            text = f"{role or 'Then'} {spelled} spoke."
            roles = (piece(Role, text, role),) if role else ()
            made = Actor(id="one", name=spelled, kind="person", rank=1, salience=0.9, roles=roles)
            briefs.append(bare(text, f"{len(briefs)}.txt", actors=(made,)))
            truth[briefs[-1].id, "one"] = person
    dossier_of = make_edition(briefs).dossier_of
    score = b_cubed((person, dossier_of[at]) for at, person in truth.items())
    assert score.precision >= 0.985
    assert score.recall >= 0.95


def test_names_keep_what_spellings_share() -> None:
    assert name_key("The Health Ministry") == name_key("HEALTH MINISTRY")
