"""Editions for the tests of what is exported of actors: one that has all kinds of roles, and hostile ones."""

from __future__ import annotations

import msgspec

from generator.edition import make_edition
from generator.model import Actor, Brief, Edition, Mention, Role, Slice, Speaker
from tests.made_briefs import bare, landslide, made_quote, piece, reference

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


def named(
    name: str, words: str, spellings: tuple[str, ...], published: str, role: str = "", kind: str = "person"
) -> Brief:
    """An article that names an actor by some spellings, a sentence each, and lets it speak of Anton Rask."""
    text = "\n".join([*(f"{role} {spelling} came to Strelsau." for spelling in spellings), words])
    mentions, at = [], 0
    for spelling in spellings:
        start = text.index(spelling, at)
        at = start + len(spelling)
        mentions.append(Mention(start=start, end=at, kind="name", rule="made"))
    roles = (piece(Role, text, role),) if role else ()
    fields = {"id": "one", "name": spellings[0], "kind": kind, "aliases": spellings[1:], "mentions": tuple(mentions)}
    actor = msgspec.convert(fields | {"roles": roles, "rank": 1, "salience": 0.9}, Actor)
    start = text.index("Rask") if "Rask" in text else 0
    rask = Actor(
        id="anton-rask",
        name="Anton Rask",
        kind="person",
        mentions=(Mention(start=start, end=start + 4, kind="name", rule="made"),),
        rank=2,
        salience=0.5,
    )
    speaker = piece(Speaker, text, spellings[0], name=spellings[0], actor="one")
    said = made_quote(text, reference(name, text).sha256, "direct", [(words, True)], speaker=speaker, paragraph=1)
    return bare(text, name, actors=(actor, rask), quotes=(said,), published=published)


def spellings() -> list[Brief]:
    """One person under many spellings with a role of two dates, and a company of the same name."""
    many = ("Mira Voss", *(f"M. V{'o' * n}ss" for n in range(2, 16)), "Mira Voss")
    return [
        named("one.txt", "Rask knew of the road.", ("Mira Voss", "Voss", "Mira Voss"), "2025-01-02", "Mayor"),
        named("two.txt", "Rask has to go.", ("Mira A. Voss",), "2026-03-04", "mayor"),
        named("three.txt", "I like the Rask of old.", many, "2026-05-06"),
        named("four.txt", "Rask buys our ships.", ("Mira Voss",), "2026-05-07", kind="organization"),
    ]


def two_articles() -> Edition:
    return make_edition([landslide(), flood()])
