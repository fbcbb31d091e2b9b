"""The borders of a marked statement, step by step."""

from __future__ import annotations

import pytest

from generator.nlp import Pipeline
from generator.statements import understood_alone
from tests.marked_pairs import article_of


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize(
    ("text", "found", "readable"),
    [
        (
            "Critics wrote that the e-tailer had lied to them.",
            "tailer had lied to them",
            "the e-tailer had lied to them",
        ),
        ("The clerk wrote that it was a hit-and-run.", "it was a hit", "it was a hit-and-run"),
        ("The bank, too, had lied to the court.", "too, had lied to the court", "The bank, too, had lied to the court"),
        ("Too, it had lied to the court.", "it had lied to the court", "it had lied to the court"),
        (
            'The duke accused her of "selling the crown of the kings to pay for herself".',
            'The duke accused her of "selling the crown',
            'The duke accused her of "selling the crown of the kings to pay for herself"',
        ),
        (
            "Guards held a clerk whom it accuses of theft.",
            "whom it accuses of theft",
            "a clerk whom it accuses of theft",
        ),
    ],
    ids=["whole words", "whole words at the end", "subject", "nothing to add", "closing mark", "antecedent"],
)
def test_a_statement_reads_alone(pipeline: Pipeline, text: str, found: str, readable: str) -> None:
    passage = pipeline.read(article_of(text)).passages[0]
    start = text.index(found)
    span = understood_alone(passage, (start, start + len(found)))
    assert span is not None
    assert text[slice(*span)] == readable
