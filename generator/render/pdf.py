"""Printable briefings: one A4 document per brief, by Typst, with the fonts inside Typst.

A document is kept under a hash of all it is made from, so an unchanged brief is never set twice; equal views give equal
bytes on every machine and day.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from generator.errors import BuildError, MissingPackage
from generator.paths import templates
from generator.render.catalogues import wider
from generator.render.escape import clean
from generator.render.messages import Messages
from generator.render.shapes import BriefView

INSTALL = "pip install 'typst>=0.15,<0.16'"
TEMPLATE = Path("pdf", "brief.typ")
STANDARD: Final[Literal["ua-1"]] = "ua-1"
"""PDF/UA-1: tagged for screen readers."""

LACKING = re.compile(r'the text `"((?:[^"`\\]|\\.)+)"` could not be displayed')
"""How Typst names characters that no font has; it writes them as Rust does."""
ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
STAND_IN = "\u25a1"
"""Printed for a character that no font inside Typst has; the footer says so."""
ROUNDS = 8
"""Compilations of one brief at most: each names further characters that no font has."""
PAPER = str.maketrans("\t\n\r", "   ", "\u00ad\u200b\u2060\ufeff")
"""Line breaks inside a slice are the file's, not the page's: a space each. Invisible characters would come up in
copied text of the whole document, because Typst joins them to the letter before."""
LANGUAGE = re.compile("[a-z]{2,3}")


class Press:
    """Sets briefs as PDFs and keeps them in a folder, one file for one content."""

    def __init__(self, site_name: str, cache: Path, project: Path | None = None, say: Messages | None = None) -> None:
        """Loads Typst once for all briefs. A project's own `templates/pdf/brief.typ` takes the place of ours.

        The labels are English ones unless `say` says them.
        """
        try:
            import typst
        except ImportError as error:
            raise MissingPackage(f"PDFs need the package typst. Install it: {INSTALL}\nOr set pdf = false.") from error
        own = project / "templates" / TEMPLATE if project is not None else None
        self._template = (own if own is not None and own.is_file() else templates() / TEMPLATE).read_bytes()
        self._typst = typst
        self._compiler = typst.Compiler(ignore_system_fonts=True)
        self._site = _printable(site_name)
        say = say or Messages()
        self._language = wider(say.language)[-1]
        self._labels = json.dumps(_each_text(say.words, _printable))
        self._cache = cache
        self._used: set[str] = set()

    def print(self, view: BriefView) -> Path:
        """The PDF of a brief; it is set only if the cache has none of this content. Raises BuildError."""
        inputs = self._inputs(view)
        path = self._cache / f"{self._key(inputs)}.pdf"
        self._used.add(path.name)
        if not path.is_file():
            self._cache.mkdir(parents=True, exist_ok=True)
            scratch = path.with_suffix(".part")
            scratch.write_bytes(self._set(inputs, view.seed_name))
            scratch.replace(path)
        return path

    def prune(self) -> None:
        """Removes the documents that this run did not ask for."""
        if self._cache.is_dir():
            for path in sorted(self._cache.iterdir()):
                if path.name not in self._used:
                    path.unlink()

    def _inputs(self, view: BriefView) -> dict[str, str]:
        """What the template reads."""
        return {
            "brief": json.dumps(_each_text(msgspec.to_builtins(view), _printable)),
            "site": self._site,
            "labels": self._labels,
            "language": self._language,
            "spoken": view.language if LANGUAGE.fullmatch(view.language) else "en",
            "lacking": "",
        }

    def _key(self, inputs: dict[str, str]) -> str:
        parts = [metadata.version("typst").encode(), self._template, json.dumps(inputs, sort_keys=True).encode()]
        return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:32]

    def _set(self, inputs: dict[str, str], name: str) -> bytes:
        """Compiles; characters that no font has are replaced until all can be displayed."""
        for _ in range(ROUNDS):
            try:
                return self._compile(inputs)
            except self._typst.TypstError as error:
                lacking = {_unescape(words) for words in LACKING.findall(error.diagnostic)} - {STAND_IN}
                if not lacking:
                    raise BuildError(f"{name}: the PDF could not be set: {error.diagnostic}") from error
                inputs = _replace(inputs, lacking)
        raise BuildError(f"{name}: the PDF could not be set: too many characters that no font has")

    def _compile(self, inputs: dict[str, str]) -> bytes:
        made = self._compiler.compile(
            input=self._template, format="pdf", sys_inputs=inputs, pdf_standards=STANDARD, timestamp=None
        )
        assert isinstance(made, bytes)
        return made


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """A structure with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _each_text(part, change) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_each_text(part, change) for part in value]
    return value


def _printable(text: str) -> str:
    """A text that holds nothing that acts on a page."""
    return clean(text).translate(PAPER)


def _unescape(words: str) -> str:
    """Characters as Rust writes them in a message."""
    return ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], words)


def _replace(inputs: dict[str, str], lacking: set[str]) -> dict[str, str]:
    """Inputs without the words that no font has."""
    pattern = re.compile("|".join(map(re.escape, sorted(lacking, key=lambda words: (-len(words), words)))))

    def change(text: str) -> str:
        return pattern.sub(lambda match: "".join(map(_stand_in, match[0])), text)

    changed = {name: json.dumps(_each_text(json.loads(inputs[name]), change)) for name in ("brief", "labels")}
    return inputs | changed | {"site": change(inputs["site"]), "lacking": "yes"}


def _stand_in(char: str) -> str:
    """What is printed in place of a character: nothing for an invisible one, ASCII itself."""
    if unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return ""
    return char if char.isascii() else STAND_IN
