"""The agencies and outlets of the world by all their names: the table data/agencies.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from generator.model import SourceKind


class Agency(msgspec.Struct, frozen=True):
    """An agency, an outlet or a service."""

    name: str
    """Full name."""
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    """How credit lines write it."""
    country: str | None = None
    """ISO 3166-1 alpha-2; None for those of many countries."""


@cache
def _table() -> dict[str, Agency]:
    data = tomllib.loads(files("generator").joinpath("data/agencies.toml").read_text(encoding="utf-8"))
    agencies = msgspec.convert(data["agency"], tuple[Agency, ...])
    return {_key(alias): agency for agency in agencies for alias in (agency.name, *agency.aliases)}


def known(name: str) -> Agency | None:
    """The agency of that name, however it is written; None if the table has none."""
    return _table().get(_key(name))


def is_known(name: str) -> bool:
    """True if the table has the name."""
    return known(name) is not None


@cache
def names_with_joints() -> tuple[str, ...]:
    """Names that hold a comma or an "and", longest first: they must not be cut there."""
    return tuple(sorted((key for key in _table() if " and " in key or "," in key or "&" in key), key=len, reverse=True))


def _key(name: str) -> str:
    """Case, a leading article, a closing full stop and the kind of apostrophe do not count."""
    return name.replace("\u2019", "'").strip(" .,;").casefold().removeprefix("the ")
