"""Claims: pairs of text and marked statements, and properties over generated text."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer, claims
from generator.claims import RULES, find_claims
from generator.model import Article, Claim, Slice
from generator.nlp import Reading
from generator.said import Said
from tests.marked_pairs import Pair, article_of, pairs
from tests.steps import steps


def claims_of(briefer: Briefer, article: Article) -> tuple[Claim, ...]:
    reading = briefer._pipeline.read(article)
    return find_claims(article, reading, Said(article, reading, (), ()))


def shown(claim: Claim) -> str:
    return f"{claim.kind} | {claim.marker.text} | {claim.text} | {claim.speaker.text if claim.speaker else '-'}"


@pytest.mark.parametrize("pair", pairs("claims"), ids=lambda pair: pair.name)
def test_claims(pair: Pair, briefer: Briefer) -> None:
    assert [shown(claim) for claim in claims_of(briefer, article_of(pair.text))] == pair.expected


@cache
def read_pairs(briefer: Briefer) -> tuple[tuple[Pair, Article, Reading], ...]:
    """The pairs, read once."""
    articles = ((pair, article_of(pair.text)) for pair in pairs("claims"))
    return tuple((pair, article, briefer._pipeline.read(article)) for pair, article in articles)


@pytest.mark.parametrize("rule", [name for name, _, _ in RULES])
def test_each_rule_is_needed_by_a_pair(rule: str, briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "RULES", tuple(row for row in RULES if row[0] != rule))
    changed = (
        [shown(claim) for claim in find_claims(article, reading, Said(article, reading, (), ()))] != pair.expected
        for pair, article, reading in read_pairs(briefer)
    )
    assert any(changed), f"no pair changes without {rule}"


def test_titles_and_decks_are_read(briefer: Briefer) -> None:
    text = "Duke Accused Of Theft\nHe allegedly took the crown, police say.\nThe crown was old."
    whole = article_of(text)
    title, deck = (
        Slice(start=p.start, end=p.end, text=text[p.start : p.end], rule="pair") for p in whole.paragraphs[:2]
    )
    article = msgspec.structs.replace(whole, title=title, deck=deck, paragraphs=whole.paragraphs[2:])
    found = claims_of(briefer, article)
    assert [shown(claim) for claim in found] == [
        "alleged | Accused | Duke Accused Of Theft | -",
        "alleged | allegedly | He allegedly took the crown | police",
    ]
    assert {claim.paragraph for claim in found} == {0}


PHRASES = st.sampled_from(
    [
        "The army claimed", "that", "the fort fell", ",", "without offering evidence,", "allegedly", "“", "”", '"', ".",
        "It is unclear", "if", "who fired", "He denied", "shooting", "The claim could not be verified.", "\n", "(", ")",
        "far from clear", "remains a mystery", "is said to", "suspected", "of", "rumours", "claims to have",
        "unconfirmed", "as the duke alleged", "which he denies", "denial", "do not know", "accusations", "hard to tell",
        "They offered no evidence.", "alleged", "reportedly", "accused him of theft", "no evidence that", "é", "and",
        "rejected", "not", "the accusation", "unfounded", "claiming",
    ]
)  # fmt: skip


@given(st.lists(PHRASES, min_size=1, max_size=40).map(" ".join))
def test_every_claim_and_marker_is_a_slice(briefer: Briefer, text: str) -> None:
    article = article_of(text)
    found = claims_of(briefer, article)
    for claim in found:
        assert article.text[claim.start : claim.end] == claim.text != ""
        assert article.text[claim.marker.start : claim.marker.end] == claim.marker.text != ""
    assert len({claim.id for claim in found}) == len(found)
    assert len({claim.marker.start for claim in found}) == len(found)
    assert found == claims_of(briefer, article)


@pytest.mark.parametrize(
    "unit",
    [
        "The duke allegedly fled, and the army claimed, without evidence, that he was accused of theft.",
        "Claimed that it is unclear if he denied that",
        "accused of " * 20,
        "without evidence that no evidence that " * 10,
        "which he denies, " * 20,
        "“It is unclear” he claimed “alleged” ",
    ],
)
def test_four_times_the_sentences_cost_four_times_the_steps(unit: str, briefer: Briefer) -> None:
    def cost(count: int) -> int:
        article = article_of("\n".join([unit] * count))
        reading = briefer._pipeline.read(article)
        find_claims(article, reading, Said(article, reading, (), ()))  # tables are read once
        return steps(lambda: find_claims(article, reading, Said(article, reading, (), ())))

    assert cost(120) < 5 * cost(30)
