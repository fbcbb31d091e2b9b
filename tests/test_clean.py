"""Furniture: each rule on lines of its own, and the user's switches."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.clean.neighbours import NEIGHBOUR_RULES
from generator.clean.single import single_rules
from generator.config import Settings
from generator.errors import SettingsError
from generator.lines import split_lines
from tests.conftest import ROOT
from tests.pairs import pairs

FIXTURES = ROOT / "tests" / "fixtures"

ROWS = [
    tuple(row.split(" | ", 1))
    for row in (FIXTURES / "furniture-lines.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]
ABOVE = "Ferry Runs Aground Off Zenda\n\nThe ferry between Zenda and Strelsau ran aground on March 3.\n\n"
BELOW = "\n\nAll 212 passengers were taken ashore by the coast guard before night fell.\n"


def rules_of(text: str, settings: Settings | None = None) -> dict[str, str]:
    """Line -> the rule that removed it, or "kept"."""
    kept, removed = clean(split_lines(text), settings or Settings())
    return {line.text: "kept" for line in kept} | {r.line.text: r.rule for r in removed}


@pytest.mark.parametrize(("rule", "line"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_line(rule: str, line: str) -> None:
    assert rules_of(ABOVE + line + BELOW)[" ".join(line.split())] == rule


@pytest.mark.parametrize(("rule", "line"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_line_with_invisible_characters(rule: str, line: str) -> None:
    hidden = line[:2] + "\u200b" + line[2:].replace(" ", "\u00a0")
    assert rules_of(ABOVE + hidden + BELOW)[line] == rule


def test_every_rule_has_a_fixture() -> None:
    in_lines = {rule for rule, _ in ROWS}
    assert {name for name, _ in single_rules()} <= in_lines
    expected = "\n".join("\n".join(pair.expected) for pair in pairs("articles.md"))
    for name, _, _ in NEIGHBOUR_RULES:
        assert f"removed {name}:" in expected, name


@pytest.mark.parametrize("rule", sorted({rule for rule, _ in ROWS if rule != "kept"}))
def test_a_rule_can_be_switched_off(rule: str) -> None:
    lines = [line for name, line in ROWS if name == rule]
    found = rules_of(ABOVE + "\n\n".join(lines) + BELOW, Settings(rules_off=(rule,)))
    assert rule not in found.values()
    assert any(found[" ".join(line.split())] == "kept" for line in lines)


def test_lines_and_patterns_of_an_own_outlet() -> None:
    settings = Settings(furniture_lines=("Zenda Courier, since 1881",), furniture_patterns=(r"Ferry times: .*",))
    found = rules_of(ABOVE + "Zenda Courier, since 1881\n\nFerry times: 8 and 10" + BELOW, settings)
    assert found["Zenda Courier, since 1881"] == "furniture-lines"
    assert found["Ferry times: 8 and 10"] == "furniture-patterns"


def test_a_wrong_pattern_is_an_error_of_the_settings() -> None:
    with pytest.raises(SettingsError, match="furniture_patterns"):
        clean(split_lines("a"), Settings(furniture_patterns=("(",)))


def test_cleaning_keeps_order_and_lines() -> None:
    for pair in pairs("articles.md"):
        lines = split_lines(pair.text)
        kept, removed = clean(lines, Settings())
        assert sorted([*kept, *(r.line for r in removed)], key=lambda line: line.start) == list(lines)
        assert list(kept) == sorted(kept, key=lambda line: line.start)
