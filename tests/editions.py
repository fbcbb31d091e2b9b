"""Editions for the tests of what is exported of actors: one that has all kinds of roles, and hostile ones."""

from __future__ import annotations

from generator.edition import make_edition
from generator.model import Actor, Brief, Edition, Mention, Role, Slice
from tests.made_briefs import bare, landslide, piece

FLOOD = """By Mara Lind
Former Finance Minister Anton Rask now heads the Black River Company. Mira Voss, Minister of Zenda, met him."""


def flood(published: str | None = "2026-04-02", name: str = "flood.txt") -> Brief:
    """A second article on these actors: a former role, an employer that is an actor, one that is none."""
    text = FLOOD
    company = piece(Slice, text, "the Black River Company")
    named = piece(Slice, text, "Black River Company")
    mention = Mention(start=named.start, end=named.end, kind="name", rule="made")
    actors = (
        Actor(
            id="anton-rask",
            name="Anton Rask",
            kind="person",
            aliases=("A. Rask",),
            roles=(
                piece(Role, text, "Former Finance Minister", status="former"),
                piece(Role, text, "heads", employer=company),
            ),
            rank=1,
            salience=0.9,
        ),
        Actor(
            id="mira-voss",
            name="Mira Voss",
            kind="person",
            roles=(piece(Role, text, "Minister", after=text.index("Voss"), employer=piece(Slice, text, "Zenda")),),
            rank=2,
            salience=0.5,
        ),
        Actor(
            id="black-river-company",
            name="Black River Company",
            kind="organization",
            country="SU",
            mentions=(mention,),
            rank=3,
            salience=0.4,
        ),
    )
    byline = piece(Slice, text, "By Mara Lind")
    return bare(text, name, byline=byline, actors=actors, published=published, outlet="River Post")


def two_articles() -> Edition:
    return make_edition([landslide(), flood()])
