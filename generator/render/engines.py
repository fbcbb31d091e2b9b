"""What makes pages of a tree of Markdown: MkDocs, or one of two programs that read the same tree and settings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from generator.errors import MissingPackage
from generator.store import versions

TRACE = "Traceback (most recent call last):\n"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Engine:
    """One of them."""

    label: str
    """Its name as its makers write it."""
    module: str
    """`python -m MODULE` runs it."""
    tools: tuple[str, ...]
    """Distributions that shape the bytes of its pages."""
    install: str
    """What pip is to install where one of them is missing."""
    arguments: Callable[[Path, Path, bool], list[str]]
    """(settings, folder for the pages, only those that changed?) -> what it is told."""
    in_parts: bool = True
    """It can make again the pages that changed and leave the others."""

    def versions(self) -> list[str]:
        """`name==version` of its tools. Raises MissingPackage."""
        if find_spec(self.module) is None:
            raise MissingPackage(f"{self.label} is not installed. Install it: pip install {self.install}")
        return versions(self.tools)

    def run(self, settings: Path, pages: Path, dirty: bool, epoch: int) -> str:
        """Makes the pages; the settings lie beside their folder. Returns why it could not, empty if it could."""
        done = subprocess.run(
            [sys.executable, "-m", self.module, *self.arguments(settings, pages, dirty)],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
            capture_output=True,
            check=False,
        )
        return (_said(done.stderr) or _said(done.stdout) or "it does not say why") if done.returncode else ""


def _mkdocs(settings: Path, pages: Path, dirty: bool) -> list[str]:
    changed = ["--dirty", "--no-strict"] if dirty else ["--clean"]
    return ["build", "--quiet", "--config-file", str(settings), "--site-dir", str(pages), *changed]


def _zensical(settings: Path, pages: Path, dirty: bool) -> list[str]:
    return ["build", "--clean", "--config-file", str(settings)]  # the folder for the pages it takes from the settings


ENGINES = {
    "mkdocs": Engine(
        "MkDocs",
        "mkdocs",
        ("mkdocs", "mkdocs-material", "markdown"),
        "'mkdocs>=1.6.1,<2' 'mkdocs-material>=9.8,<10'",
        _mkdocs,
    ),
    "properdocs": Engine(
        "ProperDocs",
        "properdocs",
        ("properdocs", "mkdocs-material", "markdown"),
        "'newsbrief[properdocs]'",
        _mkdocs,
    ),
    "zensical": Engine(
        "Zensical",
        "zensical",
        ("zensical", "markdown"),
        "'newsbrief[zensical]'",
        _zensical,
        in_parts=False,
    ),
}
"""Value of the setting `engine` -> engine."""


def _said(output: bytes) -> str:
    r"""The end of what a program said, in plain letters; of the way through its code only the template that failed.

    >>> _said(b'Traceback (most recent call last):\n  File "a.py", line 1\n    build()\nRuntimeError: no such filter\n')
    'RuntimeError: no such filter'
    """
    text = COLOUR.sub("", output.decode(errors="replace"))
    _, trace, after = text.rpartition(TRACE)
    if trace:
        lines = after.splitlines()
        templates = [line.strip() for line in lines if line.startswith("  File ") and ".html" in line]
        text = "\n".join([*templates[-1:], *(line for line in lines if not line.startswith(" "))])
    return text.strip()[-1500:]
