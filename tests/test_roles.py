"""Roles and references in one article: pairs, that each rule changes one of them, cost, and our own labels."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator import Briefer
from generator.actors import find_actors, references, roles
from generator.actors.nominals import REFERENCE_RULES
from generator.actors.role_rules import ROLE_RULES
from generator.model import Actor, Article
from generator.nlp import Reading
from tests import pronoun_links, role_labels
from tests.marked_pairs import Pair, article_of, pairs
from tests.steps import steps

ROLES, REFERENCES = pairs("roles"), pairs("references")
#: Floors of the issue that asked for it: roles that are right, pronouns that are right, pronouns that are found.
ROLES_RIGHT, LINKS_RIGHT, LINKS_FOUND = 0.9, 0.85, 0.5


@cache
def read(briefer: Briefer, text: str) -> tuple[Article, Reading]:
    """A text, parsed once for all that is asked of it."""
    article = article_of(text)
    return article, briefer._pipeline.read(article)


def actors_of(briefer: Briefer, text: str) -> tuple[Article, tuple[Actor, ...]]:
    article, reading = read(briefer, text)
    return article, find_actors(article, reading, briefer.settings)


def role_lines(briefer: Briefer, text: str) -> list[str]:
    _, actors = actors_of(briefer, text)
    persons = sorted((actor for actor in actors if actor.kind == "person"), key=lambda actor: actor.mentions[0].start)
    lines = []
    for person in persons:
        said = []
        for role in person.roles:
            employer = f" @ {role.employer.text}" if role.employer else ""
            status = "" if role.status == "current" else f" ({role.status})"
            said.append(f"{role.text}{employer}{status} <{role.rule}>")
        lines.append(f"{person.name}: {'; '.join(said) or '-'}")
    return lines


def reference_lines(briefer: Briefer, text: str) -> list[str]:
    article, actors = actors_of(briefer, text)
    lines = []
    for actor in actors:
        said = [f"{article.text[m.start : m.end]} <{m.rule}>" for m in actor.mentions if m.kind != "name"]
        if said:
            lines.append(f"{actor.name}: {'; '.join(said)}")
    return lines


@pytest.mark.parametrize("pair", ROLES, ids=lambda pair: pair.name)
def test_roles(pair: Pair, briefer: Briefer) -> None:
    assert role_lines(briefer, pair.text) == pair.expected


@pytest.mark.parametrize("pair", REFERENCES, ids=lambda pair: pair.name)
def test_references(pair: Pair, briefer: Briefer) -> None:
    assert reference_lines(briefer, pair.text) == pair.expected


@pytest.mark.parametrize("rule", [rule for rule, _ in ROLE_RULES])
def test_each_role_rule_is_needed(rule: str, briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    named = [pair for pair in ROLES if any(f"<{rule}>" in line for line in pair.expected)]
    monkeypatch.setattr(roles, "ROLE_RULES", tuple(row for row in ROLE_RULES if row[0] != rule))
    assert any(role_lines(briefer, pair.text) != pair.expected for pair in named), "no pair needs this rule"


@pytest.mark.parametrize("rule", [rule for rule, _ in REFERENCE_RULES])
def test_each_reference_rule_is_needed(rule: str, briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    named = [pair for pair in REFERENCES if any(f"<{rule}>" in line for line in pair.expected)]
    monkeypatch.setattr(references, "REFERENCE_RULES", tuple(row for row in REFERENCE_RULES if row[0] != rule))
    assert any(reference_lines(briefer, pair.text) != pair.expected for pair in named), "no pair needs this rule"


@pytest.mark.parametrize(
    "sentence",
    [
        "Senators Rosa Klebb{0}, Luc Martin{0} and Anna Moor{0}, ",
        "head of the head of the chief of Rosa Klebb{0}, the mayor, Luc Martin{0}, ",
        'Mayor Rosa Klebb{0} said, "he and she told the mayor. ',
        "Rosa Klebb{0} is a mayor, was named mayor as mayor and ",
        "The Harbour Board's Rosa Klebb{0} of the Union{0} of Smiths said the board, the company and the mayor ",
    ],
)
def test_cost_grows_with_length_alone(sentence: str, briefer: Briefer) -> None:
    def cost(count: int) -> int:
        names = ["".join(chr(97 + int(digit)) for digit in str(number)) for number in range(count)]
        article = article_of("".join(sentence.format(name) for name in names))
        reading = briefer._pipeline.read(article)
        return steps(lambda: find_actors(article, reading, briefer.settings))

    # Windows of bounded width fill up first: from there on twice the text is twice the work.
    assert cost(300) < 2.5 * cost(150)


def test_labelled_roles_are_right(bench: Path) -> None:
    counts, lost = role_labels.score()
    for half, count in counts.items():
        assert role_labels.precision(count) >= ROLES_RIGHT, half
        assert count["right given"] >= 0.9 * (count["right given"] + count["right lost"]), lost


def test_labels_hold_no_text(bench: Path) -> None:
    for one in role_labels.labelled():
        assert {type(value) for label in one.labels for value in label} <= {int, str, tuple, type(None)}
        assert {label.verdict for label in one.labels} <= {"right", "wrong"}


def test_pronouns_are_right(bench: Path) -> None:
    counts, wrong = pronoun_links.score()
    total = counts["tune", "pronoun"] + counts["report", "pronoun"]
    assert total["right"] >= LINKS_RIGHT * total["made"], wrong
    assert total["right"] >= LINKS_FOUND * total["wanted"]
    nominal = counts["tune", "nominal"] + counts["report", "nominal"]
    assert nominal["right"] >= LINKS_RIGHT * nominal["made"], wrong
