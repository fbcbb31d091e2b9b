"""Articles made by hand for the pages of actors and of quotes: who has said much, who has many names, who has none."""

from __future__ import annotations

from generator.model import Actor, Brief, Mention, Quote, Role, Slice, Speaker
from tests.made_briefs import bare, made_quote, piece, reference

HEBREW = "\u05de\u05d9\u05e8\u05d4 \u05d5\u05d5\u05e1"
"""Mira Voss, from right to left."""
LONG = " ".join(["Ottokar", *(f"von und zu Hentzau-Strelsau-{n}" for n in range(1, 5)), "Grafenstein"])
"""A name of 120 letters and more."""
KINDS = ("direct", "mixed", "indirect")


def speech(
    name: str,
    speaker: str,
    quotes: int = 1,
    *,
    published: str | None = None,
    beside: tuple[str, ...] = (),
    spellings: tuple[str, ...] = (),
    role: str = "",
    kind: str = "person",
    outlet: str = "River Post",
) -> Brief:
    """An article in which a speaker says so many things, word for word, partly and reported by turns.

    `beside` are others that it names, `spellings` further ones of the speaker; each stands in a line of its own.
    """
    said = [f"the river rose by {n} steps in {name}" for n in range(1, quotes + 1)]
    lines = [
        f"News of {name}",
        f"{role} {speaker} came to Strelsau.".strip(),
        *(f"{one} was there." for one in (*spellings, *beside)),
        *(f"“{words}”, the guest said." for words in said),
    ]
    text = "\n".join(lines)
    actors = [_actor(text, speaker, 1, kind, spellings, role)]
    actors += [_actor(text, other, rank, "person") for rank, other in enumerate(beside, 2)]
    start = text.index(speaker, len(lines[0]))
    known = Speaker(start=start, end=start + len(speaker), text=speaker, rule="made", name=speaker, actor=actors[0].id)
    return bare(
        text,
        name,
        title=Slice(start=0, end=len(lines[0]), text=lines[0], rule="made"),
        actors=tuple(actors),
        quotes=tuple(_quotes(text, name, said, known, len(lines) - quotes)),
        published=published,
        outlet=outlet,
    )


def _actor(text: str, name: str, rank: int, kind: str, spellings: tuple[str, ...] = (), role: str = "") -> Actor:
    mentions, at = [], text.index("\n")
    for spelling in (name, *spellings):
        start = text.index(spelling, at)
        at = start + len(spelling)
        mentions.append(Mention(start=start, end=at, kind="name", rule="made"))
    return Actor(
        id=f"a{rank}",
        name=name,
        kind=kind,  # type: ignore[arg-type]
        aliases=spellings,
        roles=(piece(Role, text, role, after=text.index("\n")),) if role else (),
        mentions=tuple(mentions),
        rank=rank,
        salience=0.5,
    )


def _quotes(text: str, name: str, said: list[str], speaker: Speaker, first: int) -> list[Quote]:
    sha256, made, at = reference(name, text).sha256, [], 0
    for number, words in enumerate(said):
        at = text.index(words, at)
        kind = KINDS[number % 3]
        cut = words.index(" by ")
        spans = {
            "direct": [(words, True)],
            "mixed": [(words[:cut], False), (words[cut:], True)],
            "indirect": [(words, False)],
        }
        made.append(
            made_quote(text, sha256, kind, spans[kind], after=at, speaker=speaker, paragraph=first + number + 1)
        )
        at += len(words)
    return made


def states() -> list[Brief]:
    """Every state of an actor's page: much said over years, one brief, many names, no dates, never quoted, names of
    all lengths and directions."""
    friends = ("Anton Rask", "Flavia Ulm", "Rupert Zend", "Hela Brod", "Sapt Orm")
    spellings = tuple(f"M. V{'o' * n}ss" for n in range(2, 52))
    return [
        speech("a", "Mira Voss", 120, published="2026-03-02", beside=friends, role="Interior Minister"),
        speech("b", "Mira Voss", 60, published="2026-05-07", beside=friends[:3], role="Int. Minister"),
        speech("c", "Mira Voss", 17, published="2025-11-30", beside=friends[1:4], role="the Interior Minister"),
        speech("d", "Mira Voss", 3, beside=friends[2:], spellings=spellings),
        speech("e", HEBREW, 2, published="2026-01-05", beside=("Anton Rask", "Rupert Zend")),
        speech("f", HEBREW, 0, published="2026-01-06", beside=("Anton Rask", "Rupert Zend", LONG)),
        speech("g", LONG, 1, published="2026-02-01"),
        speech("h", "Jo Undated", 1, beside=("Nell Quiet",), outlet=""),
        speech("i", "Jo Undated", 1, beside=("Nell Quiet",)),
        speech("j", "Mira Voss", 1, published="2026-02-02", kind="organization"),
    ]
