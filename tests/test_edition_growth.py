"""Joining actors over all articles: the work grows with the articles, and no name makes it fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edition import in_order, make_edition
from generator.edition.joining import join
from generator.model import Actor, Brief
from tests.edition_cost import articles
from tests.made_briefs import bare
from tests.steps import steps


def named(*names: str, kind: str = "person") -> list[Brief]:
    """An article for each name."""
    return [
        bare(f"{name} spoke.", f"{n:05}.txt", actors=(Actor(id="one", name=name, kind=kind, rank=1, salience=0.5),))  # type: ignore[arg-type]
        for n, name in enumerate(names)
    ]


def compared(briefs: list[Brief]) -> int:
    return join(in_order(briefs)).graph.compared


def test_four_times_the_actors_are_compared_four_times_as_often() -> None:
    assert compared(articles(4_000)) < 6 * compared(articles(1_000))


ALIKE: dict[str, Callable[[int], str]] = {
    "one last name": lambda n: "Rask",
    "one full name": lambda n: "Anton Rask",
    "one last name, all first names": lambda n: f"A{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}ton Rask",
    "one first name, all last names": lambda n: f"Anton Ra{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}sk",
    "initials": lambda n: f"{chr(65 + n % 26)}. Rask",
    "middle names": lambda n: f"Anton {chr(65 + n % 26)}{chr(97 + n // 26 % 26)}l Rask",
    "numbers": lambda n: f"Anton Rask {n}",
    "no letters": lambda n: "—" * (n % 50 + 1),
    "one letter": lambda n: chr(65 + n % 26),
    "Cyrillic": lambda n: f"Антон Раск{chr(0x430 + n % 32)}",
    "Chinese": lambda n: chr(0x4E00 + n) * 3,
    "long": lambda n: f"Anton {'Rask ' * 60}{n}",
}


@pytest.mark.parametrize("form", ALIKE.values(), ids=ALIKE)
@pytest.mark.parametrize("kind", ["person", "organization", "place"])
def test_names_that_are_alike_cost_no_more_than_others(form: Callable[[int], str], kind: str) -> None:
    def work(count: int) -> int:
        briefs = named(*map(form, range(count)), kind=kind)
        return steps(lambda: make_edition(briefs))

    work(10)  # tables are read once
    assert work(480) < 6 * work(120)


NAMES = st.text(max_size=30) | st.sampled_from(
    [
        "Mira Voss",
        "M. Voss",
        "Voss",
        "Mira A. Voss",
        "Voss Jr.",
        "Mira Voss Jr.",
        "al-Voss",
        "VOSS",
        "U.V.",
        "'s",
        "The",
        "",
        "Jr.",
    ]
)
ACTORS = st.lists(
    st.tuples(NAMES, st.sampled_from(["person", "organization", "place"]), st.lists(NAMES, max_size=2)), max_size=5
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTORS, max_size=5), st.randoms(use_true_random=False))
def test_every_actor_has_one_page_whatever_its_name(
    drawn: list[list[tuple[str, str, list[str]]]], dice: object
) -> None:
    briefs = []
    for number, actors in enumerate(drawn):
        made = tuple(
            Actor(id=f"a{rank}", name=name, kind=kind, aliases=tuple(aliases), rank=rank, salience=0.5)  # type: ignore[arg-type]
            for rank, (name, kind, aliases) in enumerate(actors, 1)
        )
        briefs.append(bare("Then it rained.", f"{number}.txt", actors=made))
    edition = make_edition(briefs)
    members = [member for dossier in edition.dossiers for member in dossier.members]
    assert sorted(members) == sorted((brief.id, actor.id) for brief in briefs for actor in brief.actors)
    assert len({dossier.id for dossier in edition.dossiers}) == len(edition.dossiers)
    dice.shuffle(briefs)  # type: ignore[attr-defined]
    assert make_edition(briefs) == edition


def test_a_later_article_renames_no_page() -> None:
    briefs = articles(360)
    before = make_edition(briefs[:-5])
    later = [bare(b.text, f"z{b.seed.name}", actors=b.actors, published="2031-01-01") for b in briefs[-5:]]
    after = make_edition([*briefs[:-5], *later])
    old = {brief.id for brief in briefs[:-5]}
    pages = {frozenset(at for at in d.members if at[0] in old): d.id for d in after.dossiers}
    kept = [d for d in before.dossiers if frozenset(d.members) in pages]
    assert len(kept) > 0.9 * len(before.dossiers)
    assert [d.id for d in kept] == [pages[frozenset(d.members)] for d in kept]
