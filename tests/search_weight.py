"""What a search weighs: bytes that a browser fetches for the first search of a large edition, and for the next.

    python -m tests.search_weight [--briefs 5000] [--years 5 10]

A benchmark, no test, of invented words: common ones are common as in life, so that the index has the size of a real
one. Pages, style sheets and the site's own scripts are counted apart: a browser has most of them already.
"""

from __future__ import annotations

import argparse
import gzip
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from generator.config import Settings
from generator.render.dates import date_view
from generator.render.dossiers import DossierView
from generator.render.messages import Messages
from generator.render.overview import EditionView, published_edition
from generator.render.search import write_search
from generator.render.shapes import ActorView, BriefView, Part, QuoteView, SourceView, SpeakerView, Words
from generator.render.site import render_site
from tests.browsing import chromium, served
from tests.edition_cost import BODIES, TITLES, names, word
from tests.made_briefs import landslide

WORDS = 40_000
QUOTES = (4, 14)
"""Fewest and most in a brief: nine on average."""
KINDS = ("direct", "direct", "mixed", "indirect")
LAST = date(2026, 11, 1)
SEARCHES = 6
"""First searches that are measured, each in a new browser window, each with another word."""


class World:
    """Invented words, names and houses, and how often each is drawn."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.words = list(dict.fromkeys(word(dice, dice.choice((1, 1, 2, 2, 3))).lower() for _ in range(WORDS)))
        self.people = [*names(dice, 3000), *(f"{word(dice)} {dice.choice(BODIES)}" for _ in range(1000))]
        self.agencies = [f"{word(dice)} Agency" for _ in range(40)]
        self.outlets = [f"{word(dice)} Post" for _ in range(25)]
        self.weights = {id(kind): list(accumulate(1 / (place + 3) for place in range(len(kind)))) for kind in self.all}

    @property
    def all(self) -> tuple[list[str], ...]:
        return self.words, self.people, self.agencies, self.outlets

    def some(self, kind: list[str], count: int) -> list[str]:
        return self.dice.choices(kind, cum_weights=self.weights[id(kind)], k=count)

    def sentence(self, fewest: int, most: int) -> str:
        return " ".join(self.some(self.words, self.dice.randint(fewest, most))).capitalize() + "."


def edition(count: int, years: int, seed: int = 1) -> tuple[EditionView, World]:
    """An edition of so many briefs, spread over so many years."""
    world = World(random.Random(seed))
    _, made = published_edition([landslide()], Settings())
    days = sorted((LAST - timedelta(world.dice.randrange(365 * years)) for _ in range(count)), reverse=True)
    briefs = [_brief(made.briefs[0], world, number, day) for number, day in enumerate(days)]
    return replace(made, briefs=tuple(briefs), dossiers=tuple(_dossiers(made.dossiers[0], briefs, world))), world


def _brief(made: BriefView, world: World, number: int, day: date) -> BriefView:
    dice = world.dice
    heading = world.sentence(6, 10).rstrip(".")
    slug = f"{'-'.join(heading.lower().split()[:6])}-{number}"
    cast = [_actor(made.actors[0], name) for name in dict.fromkeys(world.some(world.people, 9))]
    quotes = tuple(_quote(made.quotes[0], world, dice.choice(cast[:4])) for _ in range(dice.randint(*QUOTES)))
    return replace(
        made,
        slug=slug,
        page=f"briefs/{slug}/",
        heading=heading,
        deck=Words(text=world.sentence(8, 14)),
        summary=tuple(Words(text=world.sentence(14, 30)) for _ in range(3)),
        actors=tuple(cast),
        quotes=quotes,
        sources=tuple(_source(made.sources[0], name) for name in dict.fromkeys(world.some(world.agencies, 2))),
        outlet=world.some(world.outlets, 1)[0],
        published=date_view(day.isoformat(), Messages()),
    )


def _actor(made: ActorView, name: str) -> ActorView:
    return replace(made, id=name, name=name, page=f"actors/{name.lower().replace(' ', '-')}/")


def _quote(made: QuoteView, world: World, actor: ActorView) -> QuoteView:
    speaker = SpeakerView(name=actor.name, actor=actor.id, page=actor.page)
    parts = (Part(kind="mark", text="“"), Part(kind="said", text=world.sentence(8, 36)), Part(kind="mark", text="”"))
    return replace(
        made, id=f"q{world.dice.getrandbits(40):010x}", kind=world.dice.choice(KINDS), parts=parts, speaker=speaker
    )


def _source(made: SourceView, name: str) -> SourceView:
    return replace(made, name=name)


def _dossiers(made: DossierView, briefs: list[BriefView], world: World) -> Iterator[DossierView]:
    newest: dict[str, BriefView] = {}
    pages: dict[str, ActorView] = {}
    for brief in briefs:
        for actor in brief.actors:
            newest.setdefault(actor.name, brief)
            pages[actor.name] = actor
    for name, brief in newest.items():
        yield replace(
            made,
            id=name,
            name=name,
            page=pages[name].page,
            role=world.dice.choice(TITLES),
            written=((name.split()[-1], 2),),
            last=brief.published,
        )


class Meter:
    """Bytes of what a browser fetches, as a server that compresses sends them, by what they are for."""

    def __init__(self, page: Any, site: Path, address: str) -> None:
        self.bytes: Counter[str] = Counter()
        self.site, self.address = site, address
        page.on("requestfinished", self.count)

    def count(self, request: Any) -> None:
        name = request.url.removeprefix(self.address).partition("?")[0]
        if not name.startswith("pagefind/"):
            return
        data = (self.site / name).read_bytes()
        size = len(data) if data[:2] == b"\x1f\x8b" else len(gzip.compress(data))
        kind = {"pf_meta": "meta", "pf_index": "words", "pf_filter": "filters", "pf_fragment": "texts"}
        self.bytes[kind.get(name.rpartition(".")[2], "program")] += size

    def taken(self) -> Counter[str]:
        taken, self.bytes = self.bytes, Counter()
        return taken


def measure(site: Path, terms: list[str]) -> list[tuple[str, Counter[str], str]]:
    """Each term as a first search, and the one after it as the next: what it is, its bytes, what the page says."""
    rows = []
    with served(site) as address, chromium() as browser:
        for place, term in enumerate(terms):
            page = browser.new_context().new_page()
            meter = Meter(page, site, address)
            page.goto(f"{address}search/?q={term.replace(' ', '+')}", wait_until="networkidle")
            page.wait_for_selector("#nb-out[aria-busy=false]", state="attached")
            rows.append((f"first: {term}", meter.taken(), _said(page)))
            following = terms[(place + 1) % len(terms)]
            page.fill("#nb-s input[name=q]", following)
            page.keyboard.press("Enter")
            page.wait_for_timeout(1000)
            page.wait_for_selector("#nb-out[aria-busy=false]", state="attached")
            rows.append((f"next: {following}", meter.taken(), _said(page)))
            page.context.close()
    return rows


def _said(page: Any) -> str:
    return " ".join(page.inner_text("#nb-count, #nb-searched").split())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--briefs", type=int, default=5000)
    parser.add_argument("--years", type=int, nargs="*", default=[5, 10])
    options = parser.parse_args()
    for years in options.years:
        with tempfile.TemporaryDirectory() as name:
            project = Path(name)
            made, world = edition(options.briefs, years)
            site = project / "site"
            render_site([landslide()], Settings(pdf=False), project, site, None)
            start = time.perf_counter()
            write_search(made, site / "pagefind", project / "stamps.json")
            took = time.perf_counter() - start
            records = sum(len(brief.quotes) + 1 for brief in made.briefs) + len(made.dossiers)
            print(f"{options.briefs:,} briefs of {years} years, {records:,} records, indexed in {took:.0f} s")
            common = [world.words[place] for place in (30, 300, 1000, 3000, 10_000)]
            terms = [*common, f"{common[1]} {common[2]}", world.people[5], world.people[200]]
            for what, counted, said in measure(site, terms):
                parts = ", ".join(f"{kind} {size / 1000:.0f}" for kind, size in sorted(counted.items()))
                print(f"  {sum(counted.values()) / 1000:6.0f} KB  {what:<30} {said}  ({parts})", flush=True)


if __name__ == "__main__":
    main()
