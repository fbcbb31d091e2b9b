"""Figures: pairs of text and figures, and properties over generated text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from types import ModuleType

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer, figures, findings
from generator.disputes import bounds
from generator.figures import find_figures, refusals
from generator.figures.numerals import words_value
from generator.figures.ranges import find_quantities
from generator.model import Article, Figure, Slice
from generator.nlp import Reading
from generator.said import Said
from tests.marked_pairs import Pair, article_of, pairs
from tests.steps import steps


def figures_of(briefer: Briefer, article: Article) -> tuple[Figure, ...]:
    reading = briefer._pipeline.read(article)
    return find_figures(article, reading, Said(article, reading, (), ()))


def shown(figure: Figure) -> str:
    if figure.value is None and figure.high is not None:
        number = f"{figure.low}..{figure.high}"
    else:
        low = f">={figure.low}" if figure.low is not None else ""
        high = f"<={figure.high}" if figure.high is not None else ""
        number = " ".join(filter(None, ("" if figure.value is None else f"{figure.value}", low, high)))
    unit = f"{figure.unit} {figure.currency}" if figure.currency else figure.unit
    return f"{figure.text} | {number} | {unit} | {figure.speaker.text if figure.speaker else '-'}"


@pytest.mark.parametrize("pair", pairs("figures"), ids=lambda pair: pair.name)
def test_figures(pair: Pair, briefer: Briefer) -> None:
    figures = figures_of(briefer, article_of(pair.text, url=pair.settings.get("url")))
    assert [shown(figure) for figure in figures] == pair.expected


@cache
def read_pairs(briefer: Briefer) -> tuple[tuple[Pair, Article, Reading], ...]:
    """The pairs, read once."""
    articles = ((pair, article_of(pair.text, url=pair.settings.get("url"))) for pair in pairs("figures"))
    return tuple((pair, article, briefer._pipeline.read(article)) for pair, article in articles)


@pytest.mark.parametrize(
    ("where", "table", "rule"),
    [
        *((figures, "RULES", name) for name, _ in figures.RULES),
        *((figures, "REFUSALS", name) for name, _ in refusals.REFUSALS),
        *((findings, "RULES", name) for name, _ in findings.RULES),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_each_rule_is_needed_by_a_pair(
    where: ModuleType, table: str, rule: str, briefer: Briefer, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = tuple(row for row in getattr(where, table) if row[0] != rule)
    monkeypatch.setattr(where, table, rest)
    changed = (
        [shown(figure) for figure in find_figures(article, reading, Said(article, reading, (), ()))] != pair.expected
        for pair, article, reading in read_pairs(briefer)
    )
    assert any(changed), f"no pair changes without {table} {rule}"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zero", 0), ("nineteen", 19), ("twenty-five", 25), ("a dozen", 12), ("half a dozen", 6), ("a hundred", 100),
        ("two hundred and six", 206), ("three thousand", 3000), ("forty-one thousand two hundred", 41_200),
        ("half a million", 500_000), ("one million two hundred thousand", 1_200_000),
    ],
)  # fmt: skip
def test_words_have_their_value(words: str, value: int) -> None:
    assert words_value(words) == value
    (quantity,) = find_quantities(f"saw {words} crows")
    assert (quantity.value, quantity.end) == (value, 4 + len(words))


@pytest.mark.parametrize(
    "text", ["999999999999999 trillion crows", "a million million billion crows", "a hundred" * 99]
)
def test_numbers_without_end_are_none(text: str) -> None:
    assert all(quantity.value is None or quantity.value < 10**18 for quantity in find_quantities(text))


@given(st.integers(0, 10**9), st.sampled_from(["{:d}", "{:,d}"]))
def test_digits_have_their_value(value: int, form: str) -> None:
    (quantity,) = find_quantities(f"It counted {form.format(value)} crows.")
    assert quantity.value == value


@given(st.text("0123456789,.-–$%€/: \nabcdozenhundredthousandmillionto", max_size=200))
def test_quantities_are_ordered_and_apart(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= q.start <= q.number < q.end <= len(text) for q in found)
    assert all(one.end <= other.number for one, other in pairwise(found))
    assert all(q.low < q.high for q in found if q.low is not None and q.high is not None and q.value is None)


PHRASES = st.sampled_from(
    [
        "15 missiles", "at least 80 soldiers", "$1.2 billion", "“dozens of” boats", "40%", "two or three men", "said",
        "The army", "that", "were fired", "killed", "12", "of the", "a", ".", ",", "on Monday", "\n", "“", "”", '"',
        "twenty", "-", "1,200,", "people", "é", "𝟙𝟚 boats", "according to", "police", "nearly half", "a third", "of",
        "two in five", "out of", "20km", "minus", "10,000+", "or more", "5€", "just under", "to", "and", "between",
        "exceeded", "the toll rose to", "dead", "hundreds", "half an hour", "R12 000", "by", "(", ")",
    ]
)  # fmt: skip


@given(st.lists(PHRASES, min_size=1, max_size=40).map(" ".join))
def test_every_figure_is_a_slice(briefer: Briefer, text: str) -> None:
    article = article_of(text)
    figures = figures_of(briefer, article)
    for figure in figures:
        assert article.text[figure.start : figure.end] == figure.text != ""
        bounds = [number for number in (figure.low, figure.value, figure.high) if number is not None]
        assert bounds == sorted(bounds)
        assert figure.sentence is not None
        assert figure.sentence.start <= figure.start < figure.sentence.end
        if figure.speaker is not None:
            assert article.text[figure.speaker.start : figure.speaker.end] == figure.speaker.text
    assert figures == figures_of(briefer, article)


def test_bounds_of_about_reach_both_ways(briefer: Briefer) -> None:
    (figure,) = figures_of(briefer, article_of("About 50 boats sank."))
    low, high = bounds(figure)
    assert low < 50 < high


def test_a_table_of_numbers_costs_linear_time() -> None:
    def cost(rows: int) -> int:
        text = "12,345 67.8 90 million to 15-20 $5 twenty two hundred " * rows
        return steps(lambda: find_quantities(text))

    assert cost(2_000) < 5 * cost(500)


def test_a_table_of_numbers_with_nouns_costs_linear_time(briefer: Briefer) -> None:
    def cost(rows: int) -> int:
        article = article_of("12 boats, 3,000 and 45% of 20km or a third of 7 men\n" * rows)
        reading = briefer._pipeline.read(article)
        return steps(lambda: find_figures(article, reading, Said(article, reading, (), ())))

    assert cost(160) < 5 * cost(40)


def test_one_long_line_of_numbers_costs_linear_time(briefer: Briefer) -> None:
    def cost(numbers: int) -> int:
        article = article_of("twenty two 12 killed of the 5 " * numbers)
        reading = briefer._pipeline.read(article)
        return steps(lambda: find_figures(article, reading, Said(article, reading, (), ())))

    assert cost(240) < 5 * cost(60)


def test_titles_and_decks_are_read(briefer: Briefer) -> None:
    text = "At least 12 killed as ferry sinks\nThree boats searched the bay.\nThe ferry carried 40 sailors. It sank."
    whole = article_of(text)
    title, deck = (
        Slice(start=p.start, end=p.end, text=text[p.start : p.end], rule="pair") for p in whole.paragraphs[:2]
    )
    article = msgspec.structs.replace(whole, title=title, deck=deck, paragraphs=whole.paragraphs[2:])
    found = figures_of(briefer, article)
    assert [(f.text, f.paragraph, text[f.sentence.start : f.sentence.end]) for f in found if f.sentence] == [
        ("At least 12", 0, "At least 12 killed as ferry sinks"),
        ("Three boats", 0, "Three boats searched the bay."),
        ("40 sailors", 3, "The ferry carried 40 sailors."),
    ]


def test_in_a_quote_i_is_whom_the_quote_is_by(briefer: Briefer) -> None:
    brief = briefer.brief(
        "Flood in Strelsau\n\nThe river rose. “I think that it is true that 20 boats sank,” said Anna Hentzau."
    )
    (figure,) = brief.figures
    assert figure.speaker is not None
    assert figure.speaker.text == "Anna Hentzau"
