"""What the rules' word on a model's candidate is worth."""

from __future__ import annotations

import pytest

from generator.quotes.agreement import LEAST, WORTH, judged
from generator.quotes.candidate import Candidate

ROE, STEIN = (30, 33), (50, 55)


def said(speaker: tuple[int, int], confidence: float) -> Candidate:
    """A quote of the model."""
    return Candidate(((1, 20),), speaker, "model", confidence)


@pytest.mark.parametrize("probability", [1.0, 0.95, 0.8])
def test_a_speaker_that_the_rules_name_too_is_surer_than_one_they_do_not(probability: float) -> None:
    (agreed,) = judged([said(ROE, probability)], [Candidate(((1, 20),), (25, 33), "behind")])
    others = list(judged([said(ROE, probability)], [Candidate(((1, 20),), STEIN, "behind")]))
    assert agreed.speaker == ROE
    assert all((agreed.confidence or 0) > (other.confidence or 0) for other in others)


def test_what_the_model_alone_hardly_believes_is_left_out() -> None:
    assert not list(judged([said(ROE, 0.8)], []))
    assert not list(judged([said(ROE, 0.6)], [Candidate(((1, 20),), STEIN, "behind")]))
    assert list(judged([said(ROE, 0.65)], [Candidate(((1, 20),), ROE, "behind")]))


def test_a_rule_about_other_words_says_nothing() -> None:
    assert not list(judged([said(ROE, 0.8)], [Candidate(((21, 29),), ROE, "behind")]))


@pytest.mark.parametrize("steps", WORTH.values())
def test_steps_fall_to_zero(steps: tuple[tuple[float, float], ...]) -> None:
    assert [least for least, _ in steps] == sorted((least for least, _ in steps), reverse=True)
    assert steps[-1][0] == 0.0
    assert min(worth for _, worth in steps) < 0.6
    assert max(worth for _, worth in steps) > LEAST
