"""What each stage of a brief costs beside the parse: python -m tests.stage_cost [--articles N].

CPU seconds over the first N real articles of the bench (default 30), each briefed once after one that warms up. Run it
on a quiet machine. "desk" is what a desk reads after actors and quotes: summary, headline, answers,
figures, disputes, oppositions, claims, events; it may cost at most .15 of the parse.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import generator.briefer as stages
from generator import Briefer, Settings
from generator.nlp import Pipeline
from tests.conftest import BENCH

APART = frozenset({"find_actors", "find_sources", "find_unnamed"})
"""Stages that are no part of "desk"."""
SHARE = 0.15


def timed(name: str, stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    """The stage, its CPU seconds added to `spent`."""

    def run(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return stage(*given, **named)
        finally:
            spent[name] += time.process_time() - start

    return run


def costs(texts: list[str]) -> dict[str, float]:
    """CPU seconds by stage: "parse", and what `Briefer` calls by name."""
    spent: dict[str, float] = defaultdict(float)
    briefer = Briefer(Settings(quotes="rules"))
    briefer.brief(texts[0])
    names = [name for name in vars(stages) if name.startswith("find_") or name in ("summarise", "with_frames", "Said")]
    for name in names:
        setattr(stages, name, timed(name, getattr(stages, name), spent))
    Pipeline.read = timed("parse", Pipeline.read, spent)  # type: ignore[method-assign]
    for text in texts:
        briefer.brief(text)
    return spent


def main() -> None:
    """Prints a line a stage, dearest first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=30)
    number = parser.parse_args().articles
    files = sorted((BENCH / "articles").glob("*.txt"))[:number]
    spent = costs([path.read_bytes().decode("utf-8") for path in files])
    parse = spent.pop("parse")
    print(f"parse {parse:.2f} s for {len(files)} articles")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:<20} {seconds:6.2f} s  {seconds / parse:.3f}")
    desk = sum(seconds for name, seconds in spent.items() if name not in APART)
    print(f"desk {desk:.2f} s, {desk / parse:.3f} of the parse (at most {SHARE})")


if __name__ == "__main__":
    main()
