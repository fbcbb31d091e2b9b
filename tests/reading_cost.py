"""What reading costs: seconds over sizes from 1 KB to 5 MB, and the share of a whole brief.

    python -m tests.reading_cost

A benchmark, no test: clocks differ. That the cost grows linearly is tested by counted steps.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from generator import Briefer, Settings
from generator.clean import clean
from generator.errors import SeedError
from generator.formats.html import read_html
from generator.lines import split_lines
from generator.parse import parse
from generator.read import read

HEAD = "Accessibility links\n\nFerry Runs Aground Off Zenda\n\nBy Ann Poe\nPublished March 3, 2031\nShare\n\n"
PARAGRAPHS = (
    "The ferry between Zenda and Strelsau ran aground on March {0} in thick fog, the ministry of transport said.",
    "“Nobody of the {0} passengers was hurt,” the captain, Rudolf Elphberg, told The Zenda Courier.",
    "All {0} passengers were taken ashore by the coast guard before night fell, according to a spokesman.",
    "Read more: Ferry number {0} is sold",
    "Engineers of Ruritanian Lines found a crack of {0} centimeters in the hull when the water was low.",
)
CREDIT = "(Reporting by Ann Poe in Zenda; Editing by John Roe)\n"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 5_000_000)
"""Bytes."""


def text_of(size: int) -> str:
    """An invented article of about so many bytes, as it is copied from a page."""
    body: list[str] = []
    total = len(HEAD) + len(CREDIT)
    number = 0
    while total < size:
        line = PARAGRAPHS[number % len(PARAGRAPHS)].format(number + 1)
        body.append(line)
        total += len(line.encode()) + 2
        number += 1
    return HEAD + "\n\n".join(body) + "\n\n" + CREDIT


def page_of(text: str) -> str:
    """The same as an HTML page."""
    paragraphs = "".join(f"<p>{line}</p>\n" for line in text.split("\n\n") if line)
    return f"<!doctype html><html lang='en'><title>Ferry</title><body><article>{paragraphs}</article></body></html>"


def seconds(work: Callable[[], object], least: float = 0.2) -> float:
    """Processor seconds of one run; the best of several if it is short."""
    best = float("inf")
    spent = 0.0
    while spent < least:
        start = process_time()
        work()
        took = process_time() - start
        best, spent = min(best, took), spent + took
    return best


def main() -> None:
    """Prints the table."""
    settings = Settings(largest_seed=6_000_000, reading_seconds=300)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("Seconds; an article of more than 1,000,000 letters is read and cleaned, but not parsed.")
        print(f"{'bytes':>10} {'read':>9} {'clean':>9} {'parse':>9} {'page':>9}")
        read_html(page_of(text_of(1_000)), "a.html", settings)  # imports
        for size in SIZES:
            path, page = folder / "a.txt", folder / "a.html"
            path.write_text(text_of(size), encoding="utf-8")
            page.write_text(page_of(text_of(size)), encoding="utf-8")
            seed = read(path, settings)
            lines = split_lines(seed.text)
            times = [seconds(lambda p=path: read(p, settings)), seconds(lambda x=lines: clean(x, settings))]
            try:
                times.append(seconds(lambda s=seed: parse(s, settings)))
            except SeedError:
                times.append(float("nan"))
            times.append(seconds(lambda p=page: read(p, settings)))
            print(f"{path.stat().st_size:>10,} " + " ".join(f"{took:>9.4f}" for took in times))
        briefer = Briefer(settings)
        path.write_text(text_of(4_000), encoding="utf-8")
        briefer.brief_file(path)
        whole = seconds(lambda: briefer.brief_file(path), 2)
        reading = seconds(lambda: parse(read(path, settings), settings))
        print(f"An article of 4 KB: {reading:.4f} s of reading in {whole:.4f} s for its brief: {reading / whole:.1%}")


if __name__ == "__main__":
    main()
