"""Claims: pairs of text and marked statements, and properties over generated text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer
from generator.claims import find_claims
from generator.model import Article, Claim
from tests.marked_pairs import Pair, article_of, pairs


def claims_of(briefer: Briefer, article: Article) -> tuple[Claim, ...]:
    return find_claims(article, briefer._pipeline.read(article), (), ())


@pytest.mark.parametrize("pair", pairs("claims"), ids=lambda pair: pair.name)
def test_claims(pair: Pair, briefer: Briefer) -> None:
    found = [
        f"{claim.kind} | {claim.marker.text} | {claim.text} | {claim.speaker.text if claim.speaker else '-'}"
        for claim in claims_of(briefer, article_of(pair.text))
    ]
    assert found == pair.expected


PHRASES = st.sampled_from(
    [
        "The army claimed", "that", "the fort fell", ",", "without offering evidence,", "allegedly", "“", "”", '"', ".",
        "It is unclear", "if", "who fired", "He denied", "shooting", "The claim could not be verified.", "\n", "(", ")",
        "They offered no evidence.", "alleged", "reportedly", "accused him of theft", "no evidence that", "é", "and",
    ]
)  # fmt: skip


@given(st.lists(PHRASES, min_size=1, max_size=40).map(" ".join))
def test_every_claim_and_marker_is_a_slice(briefer: Briefer, text: str) -> None:
    article = article_of(text)
    claims = claims_of(briefer, article)
    for claim in claims:
        assert article.text[claim.start : claim.end] == claim.text != ""
        assert article.text[claim.marker.start : claim.marker.end] == claim.marker.text != ""
    assert len({claim.id for claim in claims}) == len(claims)
    assert claims == claims_of(briefer, article)
