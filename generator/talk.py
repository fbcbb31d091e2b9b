"""What the command says while it works: lines to stderr, free of control characters, and a progress bar."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.render.escape import terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from generator.errors import SeedError
    from generator.gather import Progress


def clean(line: str) -> str:
    """One line, unsafe characters replaced one for one.

    >>> clean("two\\nlines")
    'two\ufffdlines'
    """
    return terminal(line).replace("\n", "\ufffd")


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "brief"), counted(2, "brief")
    ('1 brief', '2 briefs')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say(line: str) -> None:
    """Prints to stderr, line by line."""
    for part in line.split("\n"):
        click.echo(clean(part), err=True)


def refusal_line(error: SeedError) -> str:
    """Names a seed that gave no brief and its reason, on one line."""
    return clean(f"skipped ({error.code}) {error.message}")


class SeedProgress:
    """A bar on a terminal, a plain line per tenth in CI, nothing if quiet."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet
        self.bar: Bar | None = None

    def __enter__(self) -> Progress:
        if not self.quiet and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self.bar = Bar(*columns, console=Console(stderr=True))
            self.task = self.bar.add_task("Reading seeds", total=None)
            self.bar.start()
        return self.step

    def step(self, done: int, total: int, name: str) -> None:
        """Shows that `done` of `total` seeds are read."""
        if self.bar is not None:
            self.bar.update(self.task, completed=done, total=total)
        elif not self.quiet and done * 10 // total != (done - 1) * 10 // total:
            say(f"{done} of {total} seeds read")

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()
