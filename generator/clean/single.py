"""Furniture that one line alone gives away: the table data/furniture.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from generator.lines import Line

LONGEST = 600
"""Characters; a longer line is never known as furniture by its words."""
_PART = re.compile(r"<([A-Z]+)>")


@cache
def single_rules() -> tuple[tuple[str, Callable[[Line], bool]], ...]:
    """(name, True of the lines that it removes), in the order in which they are asked."""
    table = tomllib.loads(files("generator").joinpath("data/furniture.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = table["parts"]
    return tuple((rule["name"], _whole(rule["lines"], parts, rule.get("not_first", False))) for rule in table["rule"])


def _whole(patterns: list[str], parts: dict[str, str], not_first: bool) -> Callable[[Line], bool]:
    """True of a line that one of the patterns matches from end to end; `not_first` spares a long first line."""
    any_of = re.compile("|".join(f"(?:{_expand(pattern, parts)})" for pattern in patterns), re.IGNORECASE)
    return lambda line: (
        len(line.text) <= LONGEST
        and not (not_first and line.start == 0 and line.words >= 5)
        and any_of.fullmatch(line.text.replace("\u2019", "'")) is not None
    )


def _expand(pattern: str, parts: dict[str, str]) -> str:
    """Puts the named parts in place of their names; parts may name parts."""
    while _PART.search(pattern):
        pattern = _PART.sub(lambda part: parts[part[1]], pattern)
    return pattern
