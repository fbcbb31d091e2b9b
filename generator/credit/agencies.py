"""The agencies and outlets of the world by all their names: data/agencies.toml, and a project's own agencies.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from generator.errors import SettingsError
from generator.model import Agency

_PART = re.compile(
    r"(?P<house>.{2,60}?)(?:['\u2019]s?)? (?:staff|reporters|newsroom|television|tv|bureaus?|bureaux|wires?)", re.I
)


@dataclass(frozen=True)
class Register:
    """All agencies that a project knows."""

    agencies: tuple[Agency, ...]
    _by_key: dict[str, Agency] = field(repr=False, compare=False)
    joined: tuple[str, ...] = field(repr=False, compare=False)
    """Names that hold a comma or an "and", longest first: they must not be cut there."""

    @classmethod
    def of(cls, agencies: Iterable[Agency]) -> Register:
        """A register of these; where two claim one name, the later has it."""
        rows = tuple(agencies)
        by_key = {_key(alias): row for row in rows for alias in (row.name, *row.aliases)}
        joined = sorted((key for key in by_key if " and " in key or "," in key or "&" in key), key=len, reverse=True)
        return cls(rows, by_key, tuple(joined))

    def known(self, name: str) -> Agency | None:
        """The agency of that name, however it is written; None if there is none."""
        row = self._by_key.get(_key(name))
        # "with time" is no magazine, "dpa" is an agency: small letters count where the table has them.
        # "Pa." is a state, "PA" an agency.
        word = name.strip(".")
        small = word.islower() or (len(word) < 4 and word.istitle())
        if row is None or not small or " " in word or "." in word or word in (row.name, *row.aliases):
            return row
        return None

    def is_known(self, name: str) -> bool:
        """True if the register has the name."""
        return self.known(name) is not None

    def house(self, words: str) -> Agency | None:
        """The agency of that name, or that of which the words name a part: "Reuters staff"."""
        if row := self.known(words):
            return row
        part = _PART.fullmatch(words)
        return self.known(part["house"]) if part else None

    def extended(self, own: Iterable[Agency]) -> Register:
        """Our entries and a project's own.

        An entry with the name of one of ours takes its place and keeps its aliases; an alias goes to the project's.
        """
        rows = {_key(row.name): row for row in self.agencies}
        for row in own:
            ours = rows.pop(_key(row.name), None)
            aliases = dict.fromkeys((*row.aliases, *(ours.aliases if ours else ())))
            rows[_key(row.name)] = msgspec.structs.replace(row, aliases=tuple(aliases))
        return Register.of(rows.values())


@cache
def builtin() -> Register:
    """The agencies of data/agencies.toml."""
    data = tomllib.loads(files("generator").joinpath("data/agencies.toml").read_text(encoding="utf-8"))
    return Register.of(msgspec.convert(data["agency"], tuple[Agency, ...]))


@cache
def register_of(own: tuple[Agency, ...]) -> Register:
    """Our table and a project's own entries."""
    return builtin().extended(own) if own else builtin()


def known(name: str) -> Agency | None:
    """The agency of that name in our own table."""
    return builtin().known(name)


def is_known(name: str) -> bool:
    """True if our own table has the name."""
    return builtin().is_known(name)


def load_agencies(path: Path) -> tuple[Agency, ...]:
    """The entries of a project's agencies.toml, which has the form of ours. Raises SettingsError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}. Correct the file.") from error
    rows = data.get("agency")
    if not isinstance(rows, list) or set(data) != {"agency"}:
        raise SettingsError(
            f'{path}: it must hold entries [[agency]] with name = "..." and kind = "...", nothing else.'
        )
    own = tuple(_row(path, number, row) for number, row in enumerate(rows, 1))
    claimed: dict[str, str] = {}
    for row in own:
        for alias in (row.name, *row.aliases):
            other = claimed.setdefault(_key(alias), row.name)
            if other != row.name:
                raise SettingsError(
                    f'{path}: "{alias}" is a name of both "{other}" and "{row.name}". Take it out of one of the two.'
                )
    return own


def _row(path: Path, number: int, row: object) -> Agency:
    try:
        return msgspec.convert(row, Agency)
    except msgspec.ValidationError as error:
        name = row.get("name") if isinstance(row, dict) else None
        told = f'entry {number} ("{name}")' if isinstance(name, str) else f"entry {number}"
        fields = ", ".join(Agency.__struct_fields__)
        raise SettingsError(f"{path}: {told}: {error}. An entry may have {fields}.") from error


def _key(name: str) -> str:
    """Case, a leading article, a closing full stop and the kind of apostrophe do not count."""
    return " ".join(name.replace("\u2019", "'").split()).strip(" .,;").casefold().removeprefix("the ")
