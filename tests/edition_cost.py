"""What joining actors over all articles costs: seconds for 1,000 to 100,000 actors.

    python -m tests.edition_cost

A benchmark, no test: clocks differ. That the cost grows linearly is tested by counted comparisons.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from time import process_time

from generator.edition import in_order, make_edition
from generator.edition.joining import join
from generator.model import Actor, Brief, Mention, Role
from tests.made_briefs import bare, piece

SIZES = (1_000, 10_000, 100_000)
"""Actors of all articles together."""
IN_ARTICLE = 12
OPENINGS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sch",
    "st",
    "t",
    "w",
)
VOWELS = ("a", "e", "i", "o", "u", "au", "ei", "ie")
CLOSINGS = ("ck", "l", "ld", "ll", "m", "n", "nd", "ng", "r", "rg", "rk", "s", "ss", "st", "t", "th", "v")
TITLES = ("minister", "striker", "professor", "judge", "farmer", "spokesman", "Ruritanian envoy", "police chief")
BODIES = ("Institute", "Council", "Bank", "University", "Party", "Museum", "Railways", "Works")


def word(dice: random.Random, parts: int = 2) -> str:
    """An invented name of so many syllables."""
    syllables = "".join(dice.choice(OPENINGS) + dice.choice(VOWELS) for _ in range(parts))
    return (syllables + dice.choice(CLOSINGS)).capitalize()


def names(dice: random.Random, count: int) -> list[str]:
    """Invented names of people; as in life a few first and last names are common."""
    given = [word(dice, 1) for _ in range(120)]
    family = [word(dice) for _ in range(max(50, count // 6))]
    common = [1 / (place + 3) for place in range(len(family))]
    drawn = dice.choices(family, common, k=count)
    return [f"{dice.choice(given)} {last}" for last in drawn]


def articles(count: int, seed: int = 1) -> list[Brief]:
    """Invented briefs that name `count` actors together, about a third of them more than once."""
    dice = random.Random(seed)
    people = names(dice, count // 2)
    bodies = [f"{word(dice)} {dice.choice(BODIES)}" for _ in range(count // 8)]
    briefs = []
    for number in range(count // IN_ARTICLE):
        chosen = [(name, "person") for name in dice.choices(people, k=IN_ARTICLE - 4)]
        chosen += [(name, "organization") for name in dice.choices(bodies, k=4)]
        chosen = [(_spelled(dice, name, kind), kind) for name, kind in chosen]
        day = f"20{dice.randrange(10, 30)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 28):02}"
        briefs.append(_brief(f"{number:06}.txt", chosen, [dice.choice(TITLES) for _ in chosen], day))
    return briefs


def _spelled(dice: random.Random, name: str, kind: str) -> str:
    """Now and then a last name alone, an initial, a letter wrong."""
    if kind == "organization" or dice.random() < 0.7:
        return name
    given, last = name.split()
    slip = dice.randrange(len(last))
    wrong = last[:slip] + last[slip + 1 :]
    spellings = (last, f"{given[0]}. {last}", f"{given} {dice.choice('ABCDE')}. {last}", f"{given} {wrong}")
    return dice.choice(spellings) or name


def _brief(name: str, chosen: Sequence[tuple[str, str]], titles: Sequence[str], day: str) -> Brief:
    text = ". ".join(f"The {title} {spelled} spoke" for title, (spelled, _) in zip(titles, chosen, strict=True))
    actors = []
    for rank, (title, (spelled, kind)) in enumerate(zip(titles, chosen, strict=True), 1):
        at = text.index(f"{title} {spelled}")
        start = at + len(title) + 1
        roles = (piece(Role, text, title, after=at),) if kind == "person" else ()
        mention = Mention(start=start, end=start + len(spelled), kind="name", rule="made")
        made = Actor(
            id=f"a{rank}",
            name=spelled,
            kind=kind,
            rank=rank,
            salience=0.5,
            roles=roles,
            mentions=(mention,),  # type: ignore[arg-type]
        )
        actors.append(made)
    return bare(text, name, actors=tuple(actors), published=day)


def main() -> None:
    print(f"{'actors':>8}  {'pages':>7}  {'compared':>9}  {'joining, s':>10}  {'edition, s':>10}")
    for size in SIZES:
        briefs = in_order(articles(size))
        start = process_time()
        graph = join(briefs).graph
        joining = process_time() - start
        start = process_time()
        made = make_edition(briefs)
        whole = process_time() - start
        actors = sum(len(brief.actors) for brief in briefs)
        row = f"{actors:>8,}  {len(made.dossiers):>7,}  {graph.compared:>9,}  {joining:>10.1f}  {whole:>10.1f}"
        print(row, flush=True)


if __name__ == "__main__":
    main()
