"""lines -> lines kept and lines removed, each with its rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.clean.neighbours import NEIGHBOUR_RULES, front_matter
from generator.clean.single import single_table
from generator.config import Settings
from generator.errors import SettingsError
from generator.lines import Line

Rule = Callable[[Sequence[Line], Sequence[str]], Iterable[int]]
"""Takes all lines and, for each, the rule that removed it ("" if it is kept); names the indices of further ones."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A line taken as furniture."""

    line: Line
    rule: str


def clean(
    lines: Sequence[Line], settings: Settings, *, gentle: bool = False
) -> tuple[tuple[Line, ...], tuple[Removed, ...]]:
    """Splits lines into those kept and those removed; neither is reordered or edited.

    `gentle` leaves out the rules that look at the place of a line, and words that may be a heading: where a format told
    the article from its page, they take more than they give.
    """
    rules = [""] * len(lines)
    for name, rule in _table(settings, gentle):
        if name not in settings.rules_off:
            for i in list(rule(lines, rules)):
                rules[i] = rules[i] or name
    kept = tuple(line for line, rule in zip(lines, rules, strict=True) if not rule)
    removed = tuple(Removed(line, rule) for line, rule in zip(lines, rules, strict=True) if rule)
    return kept, removed


def cleaning_rules() -> tuple[str, ...]:
    """The names of all rules of cleaning, in their order."""
    return tuple(name for name, _ in _table(Settings(), gentle=False))


def _table(settings: Settings, gentle: bool) -> list[tuple[str, Rule]]:
    """The rules in their order: the user's own, those that look at one line, those that look around."""
    return [
        ("front-matter", front_matter),
        ("furniture-lines", _own_lines(settings)),
        ("furniture-patterns", _own_patterns(settings)),
        *((row.name, row) for row in single_table() if row.gentle or not gentle),
        *((name, rule) for name, rule, is_gentle in NEIGHBOUR_RULES if is_gentle or not gentle),
    ]


def _each(is_furniture: Callable[[Line], bool]) -> Rule:
    return lambda lines, rules: (i for i, line in enumerate(lines) if not rules[i] and is_furniture(line))


def _own_lines(settings: Settings) -> Rule:
    own = {" ".join(text.split()) for text in settings.furniture_lines}
    return _each(lambda line: line.text in own)


def _own_patterns(settings: Settings) -> Rule:
    try:
        own = [re.compile(pattern) for pattern in settings.furniture_patterns]
    except re.error as error:
        raise SettingsError(f"furniture_patterns in brief.toml: {error}. Correct the regular expression.") from error
    return _each(lambda line: any(pattern.fullmatch(line.text) for pattern in own))
