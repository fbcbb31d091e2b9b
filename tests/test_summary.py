"""Summaries: pairs of text and sentences, the bench beside the lead, and properties over generated text."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer, Settings
from generator.model import Article, Slice
from generator.summary import summarise
from tests.marked_pairs import Pair, article_of, pairs


def summary_of(briefer: Briefer, article: Article, settings: Settings) -> tuple[Slice, ...]:
    return summarise(article, briefer._pipeline.read(article), (), (), settings)


@pytest.mark.parametrize("pair", pairs("summary"), ids=lambda pair: pair.name)
def test_summary(pair: Pair, briefer: Briefer) -> None:
    article = article_of(pair.text)
    if "dateline" in pair.settings:
        text = pair.settings["dateline"]
        dateline = Slice(start=0, end=len(text), text=text, rule="pair")
        article = msgspec.structs.replace(article, dateline=dateline)
    settings = Settings(
        summary_sentences=int(pair.settings.get("sentences", 3)),
        summary_words=int(pair.settings["words"]) if "words" in pair.settings else None,
    )
    assert [sentence.text for sentence in summary_of(briefer, article, settings)] == pair.expected


PHRASES = st.sampled_from(
    [
        "The bridge closed on Monday.", "But it opened.", "“We won.", "We left,” he said.", '"Now', 'is it"', "Who?",
        "The U.S.", "army marched to the port and took it.", "\n", "-- ", "(see", "map)", "A", "Click here to read.",
        "Engineers found cracks in two pillars,", "officials said.", "’", "…", "é",
    ]
)  # fmt: skip


@given(st.lists(PHRASES, min_size=1, max_size=40).map(" ".join), st.integers(1, 5), st.none() | st.integers(10, 60))
def test_a_summary_is_whole_slices_in_order(briefer: Briefer, text: str, sentences: int, words: int | None) -> None:
    article = article_of(text)
    settings = Settings(summary_sentences=sentences, summary_words=words)
    summary = summary_of(briefer, article, settings)
    assert all(article.text[item.start : item.end] == item.text.strip() != "" for item in summary)
    assert all(one.end <= other.start for one, other in pairwise(summary))
    if words is None:
        assert len(summary) <= sentences
    elif len(summary) > 1:
        assert sum(len(item.text.split()) for item in summary) <= words
    for item in summary[1:]:
        assert item.text.count("“") == item.text.count("”")
    assert summary == summary_of(briefer, article, settings)
