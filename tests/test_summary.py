"""Summaries and headlines: pairs of text and sentences, and properties over generated text."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer, Settings
from generator.model import Article, Slice
from generator.nlp import Reading
from generator.summary import find_headline, summarise
from generator.summary.features import FEATURES
from generator.summary.headline import LONGEST
from generator.summary.ranker import load_weights
from tests.marked_pairs import Pair, article_of, pairs
from tests.steps import steps


def summary_of(briefer: Briefer, article: Article, settings: Settings) -> tuple[Slice, ...]:
    return summarise(article, briefer._pipeline.read(article), (), settings)


def headed(article: Article, settings: dict[str, str]) -> Article:
    """The article with its first lines taken for what the settings of a pair say."""
    for part in ("title", "deck"):
        if part in settings:
            line, *body = article.paragraphs
            piece = Slice(start=line.start, end=line.end, text=article.text[line.start : line.end], rule="pair")
            article = msgspec.structs.replace(article, **{part: piece}, paragraphs=tuple(body))
    return article


@pytest.mark.parametrize("pair", pairs("summary"), ids=lambda pair: pair.name)
def test_summary(pair: Pair, briefer: Briefer) -> None:
    article = headed(article_of(pair.text), pair.settings)
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
    for item in summary:
        if item.rule != "first-sentence":
            assert sum(item.text.count(mark) for mark in '“”"') % 2 == 0
    assert summary == summary_of(briefer, article, settings)


@pytest.mark.parametrize("pair", pairs("headlines"), ids=lambda pair: pair.name)
def test_headline(pair: Pair, briefer: Briefer) -> None:
    article = headed(article_of(pair.text), pair.settings)
    reading = briefer._pipeline.read(article)
    headline = find_headline(article, reading, summarise(article, reading, (), Settings()))
    assert headline is not None
    assert headline.text == article.text[headline.start : headline.end]
    assert [headline.text + " …" * headline.cut] == pair.expected


@given(st.lists(PHRASES, min_size=1, max_size=40).map(" ".join))
def test_a_headline_is_a_short_slice(briefer: Briefer, text: str) -> None:
    article = article_of(text)
    reading = briefer._pipeline.read(article)
    summary = summarise(article, reading, (), Settings())
    headline = find_headline(article, reading, summary)
    assert (headline is None) == (not summary)
    if headline is not None:
        assert article.text[headline.start : headline.end] == headline.text == headline.text.strip()
        assert 0 < len(headline.text) <= LONGEST
        assert headline.cut == (headline.end < summary[0].end)


def test_the_cost_grows_with_the_length_alone(briefer: Briefer) -> None:
    article = article_of(
        "\n".join(f"The ferry number {number} left the port of Zenda at noon." for number in range(600))
    )
    reading = briefer._pipeline.read(article)
    half = Reading(reading.passages[:300])
    settings = Settings(summary_words=1000)
    assert steps(lambda: summarise(article, reading, (), settings)) < 2.3 * steps(
        lambda: summarise(article, half, (), settings)
    )


def test_every_feature_has_a_weight_and_a_line_of_words() -> None:
    assert list(load_weights().features) == [name for name, _ in FEATURES]
    assert all(feature.__doc__ for _, feature in FEATURES)
