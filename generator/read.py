"""path -> Seeds: bytes, encoding, metadata; one seed an article."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.config import Settings
from generator.deadline import within
from generator.errors import BrokenSeed, SeedError, SkippedSeed
from generator.formats import FORMATS, Format, Item, format_of
from generator.formats.beside import Beside, metadata_beside
from generator.formats.compose import put
from generator.formats.front_matter import read_front_matter
from generator.formats.metadata import over
from generator.identity import text_hash
from generator.lines import printable
from generator.model import Metadata, Notice, Seed

_SAVE_AS = f"this kind of file is not read; {', '.join(FORMATS)} are. Save it as one of them."
_ADVICE = (
    ((".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst"), "an archive. Unpack the articles in it."),
    ((".toml",), "metadata without an article: no article of this name stands beside it. Rename or remove it."),
)
"""(suffixes, what is said of such a file)."""


class Raw(NamedTuple):
    """One article of a file, not read yet."""

    name: str
    """As readers see it: "ferry.txt", "wire.csv#3"."""
    data: bytes
    form: Format
    metadata: Metadata
    """What the file around it says of it."""
    beside: Beside
    """What a sidecar or a table says of it."""

    @property
    def sha256(self) -> str:
        """Of the article's own bytes."""
        return hashlib.sha256(self.data).hexdigest()


def read(path: Path, settings: Settings, name: str | None = None) -> Seed:
    """Reads the article of a file, or the first of several, or the one that "FILE#3" names. Raises SeedError.

    `name` is the path shown to readers (default: the file's name).
    """
    path, wanted = _chosen(path)
    name = name or path.name
    first: Raw | None = None
    more = False
    for raw in articles(path, settings, name):
        if isinstance(raw, SeedError):
            if first is None and (wanted is None or raw.name == f"{_readable(name)}#{wanted}"):
                raise raw
        elif wanted is None or raw.name == f"{_readable(name)}#{wanted}":
            more = first is not None
            first = first or raw
            if more or wanted is not None:
                break
    if first is None:
        problem = f"no article {wanted}" if wanted is not None else "no article in it"
        raise SkippedSeed("empty", f"{printable(name)}: {problem}. Look at what the file holds.", name)
    return read_raw(first, settings, more)


def articles(path: Path, settings: Settings, name: str) -> Iterator[Raw | SeedError]:
    """The articles of a file, not read yet, each with its name; those that are damaged come as errors.

    Raises SeedError where the file as a whole cannot be read.
    """
    name = _readable(name)
    form = format_of(path.name)
    _check(path, name, form, settings)
    if form is None:
        raise _unsupported(path, name)
    beside = metadata_beside(path, name, settings)
    seen: set[str] = set()
    for number, item in enumerate(_items(path, name, form, settings), 1):
        called = f"{name}#{item.key}" if item.key else name
        if called in seen:
            called = f"{called}-{number}"
        seen.add(called)
        if isinstance(item.data, SeedError):
            item.data.name = called
            yield item.data
        else:
            yield Raw(called, item.data, form, item.metadata, beside)


def read_raw(raw: Raw, settings: Settings, more: bool = False) -> Seed:
    """Reads one article; `more` is True if its file holds others that nobody asked for. Raises SeedError."""
    shown = printable(raw.name)
    try:
        reader = raw.form.reader()
        with within(settings.reading_seconds, raw.name):
            draft = reader(raw.data, shown, settings)
    except ImportError as error:
        raise _missing(raw.name, raw.form, error) from error
    metadata = over(raw.beside.metadata, over(draft.metadata, raw.metadata))
    text, parts = draft.text, draft.parts
    for kind in ("title", "byline"):
        words = getattr(raw.beside.metadata, kind) or (getattr(draft.metadata, kind) if not draft.top else None)
        if words:
            text, parts = put(text, parts, kind, words, draft.top)
    notices = [*draft.warnings, *raw.beside.warnings]
    if more:
        notices.append(_several(raw.name))
    return Seed(
        name=raw.name,
        sha256=raw.sha256,
        media_type=raw.form.media_type,
        text=text,
        metadata=metadata,
        warnings=tuple(notices),
        parts=parts,
        structured=draft.structured,
    )


def seed_of(text: str) -> Seed:
    """A seed of a text that is already decoded; nothing is repaired. Raises BrokenSeed for wrong front matter."""
    metadata, _, notices = read_front_matter(text, "text", Settings())
    return Seed(
        name="text", sha256=text_hash(text), media_type="text/plain", text=text, metadata=metadata, warnings=notices
    )


def _chosen(path: Path) -> tuple[Path, str | None]:
    """The file and the article that "wire.csv#3" names; a file whose own name holds a "#" is taken whole."""
    if "#" not in path.name or path.exists():
        return path, None
    file, _, key = path.name.partition("#")
    return path.with_name(file), key


def _check(path: Path, name: str, form: Format | None, settings: Settings) -> None:
    """Raises SeedError for what is no plain file, and for an article that is too large; of neither anything is read."""
    shown = printable(name)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if not stat.S_ISREG(status.st_mode):
        raise SkippedSeed("not_a_file", f"{shown}: not a plain file. Remove it from the folder of seeds.", name)
    limit = form.limit if form else "largest_seed"
    most: int = getattr(settings, limit)
    if status.st_size > most and not (form and form.splitter_at):
        raise BrokenSeed(
            "too_large",
            f"{shown}: {status.st_size:,} bytes; at most {most:,} are read. "
            f"Split the file, or raise {limit} in brief.toml.",
            name,
        )


def _items(path: Path, name: str, form: Format, settings: Settings) -> Iterator[Item]:
    try:
        with path.open("rb") as file:
            if not form.splitter_at:
                most: int = getattr(settings, form.limit)
                yield Item("", file.read(most))
                return
            yield from form.splitter()(file, printable(name), settings)
    except OSError as error:
        raise _unreadable(name, error) from error
    except ImportError as error:
        raise _missing(name, form, error) from error


def _unsupported(path: Path, name: str) -> BrokenSeed:
    """What to do with a file of another kind."""
    advice = next((words for suffixes, words in _ADVICE if path.suffix.casefold() in suffixes), _SAVE_AS)
    return BrokenSeed("unsupported", f"{printable(name)}: {advice}", name)


def _unreadable(name: str, error: Exception) -> BrokenSeed:
    reason = getattr(error, "strerror", None) or str(error)
    return BrokenSeed(
        "unreadable", f"{printable(name)}: cannot be read ({reason}). Check the file and its rights.", name
    )


def _missing(name: str, form: Format, error: ImportError) -> BrokenSeed:
    """What to install for a format whose extra is not there."""
    extra = form.extra or "html"
    return BrokenSeed(
        "unsupported",
        f"{printable(name)}: reading it needs more packages ({error.name}). "
        f"Install them: pip install 'newsbrief[{extra}]'",
        name,
    )


def _several(name: str) -> Notice:
    file, _, key = name.rpartition("#")
    message = f'{file} holds more articles than this one. Name one as "{file}#{key}"; `brief build` takes them all.'
    return Notice(code="several_articles", message=message)


def _readable(name: str) -> str:
    """A name that can be written as UTF-8, whatever bytes the file system has."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
