"""Briefs to read beside one: those that share actors whom few others name, in time that grows with the edition."""

from __future__ import annotations

import pytest

from generator.config import Settings
from generator.model import Actor, Brief, Dossier, Edition, Slice
from generator.render.overview import published_edition
from generator.render.related import FEW, LISTED, related
from tests.made_briefs import bare, paragraphs, piece
from tests.steps import steps


def naming(title: str, line: str, *names: str) -> Brief:
    """A small brief of a title and a line, whose article names these people."""
    text = f"{title}\n{line}"
    actors = tuple(
        Actor(id=name.lower().replace(" ", "-"), name=name, kind="person", rank=rank, salience=1 / rank)
        for rank, name in enumerate(names, 1)
    )
    return bare(text, f"{title}.txt", title=piece(Slice, text, title), paragraphs=paragraphs(text, 1, 2), actors=actors)


BRIEFS = (
    naming("Bridge of Hentzau opens", "Lorries may cross the river by night.", "Mira Voss", "Anton Rask"),
    naming("Dogs barred from markets", "Butchers had asked for a fence.", "Mira Voss", "Anton Rask", "Ilka Brandt"),
    naming("Orchestra of Strelsau tours", "Forty fiddles went by train.", "Mira Voss", "Jory Tamm"),
    naming("Tax on salt falls", "Bakers expect cheaper bread in spring.", "Ilka Brandt", "Anton Rask"),
)


def test_briefs_that_share_two_actors_of_few_briefs_are_related() -> None:
    _, edition = published_edition(BRIEFS, Settings())
    ids = {brief.title.text: brief.id for brief in BRIEFS if brief.title}
    found = {
        title: [(row.brief.title.text, [name for name, _ in row.names]) for row in edition.related.get(ids[title], ())]
        for title in ids
    }
    assert found == {
        "Bridge of Hentzau opens": [("Dogs barred from markets", ["Anton Rask", "Mira Voss"])],
        "Dogs barred from markets": [
            ("Tax on salt falls", ["Ilka Brandt", "Anton Rask"]),
            ("Bridge of Hentzau opens", ["Anton Rask", "Mira Voss"]),
        ],
        "Orchestra of Strelsau tours": [],
        "Tax on salt falls": [("Dogs barred from markets", ["Ilka Brandt", "Anton Rask"])],
    }


def made_edition(briefs: int, each: int) -> Edition:
    """Actors that `each` neighbouring briefs name, two a brief."""
    ids = [f"b{number:05}" for number in range(briefs)]
    dossiers = tuple(
        Dossier(
            id=f"{pair}{number:05}",
            name=f"{pair}{number}",
            kind="person",
            members=tuple((ids[(number + step) % briefs], "a") for step in range(each)),
        )
        for number in range(briefs)
        for pair in "xy"
    )
    return Edition(dossiers=dossiers)


@pytest.mark.parametrize("each", [2, FEW])
def test_the_work_grows_with_the_edition(each: int) -> None:
    views = {f"b{number:05}": object() for number in range(800)}

    def work(briefs: int) -> int:
        edition = made_edition(briefs, each)
        return steps(lambda: related(edition, views, {}))  # type: ignore[arg-type]

    assert work(800) < 2.2 * work(400)


def test_actors_of_many_briefs_relate_nothing_and_lists_are_short() -> None:
    views = {f"b{number:05}": object() for number in range(40)}
    assert related(made_edition(40, FEW + 1), views, {}) == {}  # type: ignore[arg-type]
    found = related(made_edition(40, FEW), views, {})  # type: ignore[arg-type]
    assert {len(rows) for rows in found.values()} == {LISTED}
