"""Furniture that one line alone gives away: the table data/furniture.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.lines import Line

LONGEST = 600
"""Characters; a longer line is never known as furniture by its words."""
_PART = re.compile(r"<([A-Z]+)>")


@dataclass(frozen=True, slots=True)
class SingleRule:
    """A row of the table."""

    name: str
    is_furniture: Callable[[Line], bool]
    """True of the lines that it may remove."""
    gentle: bool
    """True if it is safe where a format told the article from its page."""
    between: bool
    """False spares a line that stands alone between two sentences, as a subhead does."""

    def __call__(self, lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
        """The indices of the lines that it removes."""
        for i, line in enumerate(lines):
            if not rules[i] and self.is_furniture(line) and (self.between or not _is_between(lines, rules, i)):
                yield i


@cache
def single_table() -> tuple[SingleRule, ...]:
    """The rules in the order in which they are asked."""
    table = tomllib.loads(files("generator").joinpath("data/furniture.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = table["parts"]
    return tuple(
        SingleRule(
            rule["name"],
            _whole(rule["lines"], parts, rule.get("not_first", False)),
            rule.get("gentle", True),
            rule.get("between", True),
        )
        for rule in table["rule"]
    )


def single_rules() -> tuple[tuple[str, Callable[[Line], bool]], ...]:
    """(name, True of the lines that its words give away), in order."""
    return tuple((rule.name, rule.is_furniture) for rule in single_table())


def _is_between(lines: Sequence[Line], rules: Sequence[str], i: int) -> bool:
    """True of a line in a block of its own right between two sentences of the article."""
    if not 0 < i < len(lines) - 1 or rules[i - 1] or rules[i + 1]:
        return False
    above, line, below = lines[i - 1 : i + 2]
    return above.is_prose and below.is_prose and above.block != line.block


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
