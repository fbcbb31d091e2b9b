"""actors.toml of a project: what the user says of actors."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from generator.edition.names import name_key
from generator.errors import SettingsError
from generator.model import OwnActor

_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*actor[ \t]*\]\]", re.M)
_FIELDS = tuple(field for field in OwnActor.__struct_fields__ if field != "line")


def load_actors(path: Path) -> tuple[OwnActor, ...]:
    """The entries of a project's actors.toml in order. Raises SettingsError."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}. Correct the file.") from error
    rows = data.get("actor", [])
    if not isinstance(rows, list) or set(data) - {"actor"}:
        raise SettingsError(f'{path}: it must hold entries [[actor]] with name = "...", nothing else.')
    lines = [text.count("\n", 0, found.start()) + 1 for found in _HEAD.finditer(text)]
    if len(lines) != len(rows):
        lines = [0] * len(rows)
    own = tuple(_row(path, number, row, line) for number, (row, line) in enumerate(zip(rows, lines, strict=True), 1))
    _refuse_repeated(path, own)
    _refuse_contradictions(path, own)
    return own


def _row(path: Path, number: int, row: object, line: int) -> OwnActor:
    name = row.get("name") if isinstance(row, dict) else None
    told = f'{_where(path, line)}: entry {number} ("{name}")' if isinstance(name, str) else f"{path}: entry {number}"
    try:
        made = msgspec.convert(row, OwnActor)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{told}: {error}. An entry may have {', '.join(_FIELDS)}.") from error
    if isinstance(row, dict) and "line" in row:
        raise SettingsError(f"{told}: Object contains unknown field `line`. An entry may have {', '.join(_FIELDS)}.")
    for spelled in (made.name, *made.merge, *made.split, *made.aliases, *([made.rename] if made.rename else [])):
        if not name_key(spelled):
            raise SettingsError(f'{told}: "{spelled}" is no name. Write letters or digits.')
    if isinstance(row, dict) and not set(row) & (set(_FIELDS) - {"name", "of_kind"}):
        raise SettingsError(f"{told}: it says nothing. Add one of {', '.join(_FIELDS[3:])}.")
    return msgspec.structs.replace(made, line=line)


def _where(path: Path, line: int) -> str:
    return f"{path}:{line}" if line else str(path)


def _refuse_repeated(path: Path, own: tuple[OwnActor, ...]) -> None:
    """Two entries for one actor are one too many."""
    seen: dict[tuple[str, tuple[str, ...], str | None], OwnActor] = {}
    for entry in own:
        first = seen.setdefault((name_key(entry.name), entry.articles, entry.of_kind), entry)
        if first is not entry:
            raise SettingsError(
                f'{_where(path, entry.line)}: "{entry.name}" has an entry already'
                f"{f' in line {first.line}' if first.line else ''}. Make one of the two."
            )


def _refuse_contradictions(path: Path, own: tuple[OwnActor, ...]) -> None:
    """Names that entries merge, perhaps by way of others, and that one of them splits."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for entry in own:
        for name in (*entry.merge, *entry.aliases) if not entry.articles else ():
            parent[root(name_key(name))] = root(name_key(entry.name))
    for entry in own:
        for name in entry.split if not entry.articles else ():
            if root(name_key(name)) == root(name_key(entry.name)):
                whose = "this entry" if name in (*entry.merge, *entry.aliases) else "other entries"
                raise SettingsError(
                    f'{_where(path, entry.line)}: "{entry.name}" and "{name}" are split here, but merged by '
                    f"{whose}. Take one of the two out."
                )
