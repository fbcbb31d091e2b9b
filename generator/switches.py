"""Which furniture rules there are, and which of them the user switched off."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from generator.clean import cleaning_rules
from generator.closing import CLOSING_RULES
from generator.errors import SettingsError
from generator.glued import GLUED_RULES
from generator.head import ABOVE_TITLE, HEAD_RULES

BESIDE_BYLINE = "beside-byline"
"""The rule that removes outlet, job and date beside the names of a byline."""
FORMAT_RULES = (
    "title", "deck", "picture", "related", "newsletter", "author-box", "comments-block", "advertisement-box",
    "wall", "pull-quote-box", "side-box", "byline", "read-more", "links-only", "tip-line", "author-note",
    "repeated", "last-call",
)  # fmt: skip
"""Rules by which a format takes furniture out of a page, beside those that have the name of a rule for lines."""


@lru_cache
def rule_names() -> tuple[str, ...]:
    """The name of every rule that may stand in `removed`, once, in the order in which they are asked."""
    tables = (GLUED_RULES, HEAD_RULES, CLOSING_RULES)
    placed = (row[0] for table in tables for row in table)
    return tuple(dict.fromkeys((*cleaning_rules(), ABOVE_TITLE, *placed, BESIDE_BYLINE, *FORMAT_RULES)))


@lru_cache(maxsize=16)
def switched_off(names: tuple[str, ...]) -> frozenset[str]:
    """The rules of `rules_off`. Raises SettingsError for a name that no rule has."""
    for name in names:
        if name not in rule_names():
            close = get_close_matches(name, rule_names(), n=3)
            hint = f" Did you mean {' or '.join(map(repr, close))}?" if close else ""
            raise SettingsError(
                f"rules_off in brief.toml: no rule is named {name!r}.{hint} `brief show --explain` prints the names."
            )
    return frozenset(names)
