"""The five questions: pairs of text and answers, each rule needed by a pair, properties, the growth of the work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer, Settings
from generator.actors import find_actors
from generator.identity import text_hash
from generator.model import Answer, Article, Brief, Paragraph, SeedReference, Slice, Stretch
from generator.questions import QUESTIONS, agents, causes, find_answers, places, predicates
from tests import question_labels
from tests.label_texts import rows, seed
from tests.marked_pairs import Pair, pairs
from tests.steps import steps

PAIRS = pairs("questions")
TABLES = [
    (module, table, number)
    for module, table in ((agents, "RULES"), (predicates, "RULES"), (places, "RULES"), (causes, "WHY"), (causes, "HOW"))
    for number in range(len(getattr(module, table)))
]


def article_of(text: str, title: str = "", deck: str = "", dateline: str = "", published: str | None = None) -> Article:
    """An article whose every line is a paragraph, below its head."""
    whole, parts = "", dict[str, Slice]()
    for name, words in (("title", title), ("deck", deck), ("dateline", dateline)):
        if words:
            parts[name] = Slice(start=len(whole), end=len(whole) + len(words), text=words, rule="test")
            whole += words + "\n\n"
    paragraphs = list[Paragraph]()
    for line in filter(None, text.split("\n")):
        paragraphs.append(Paragraph(start=len(whole), end=len(whole) + len(line), number=len(paragraphs) + 1))
        whole += line + "\n\n"
    reference = SeedReference(name="pair.txt", sha256=text_hash(whole), media_type="text/plain")
    return Article(seed=reference, text=whole, paragraphs=tuple(paragraphs), published=published, **parts)


def answers_of(briefer: Briefer, article: Article) -> tuple[Answer, ...]:
    reading = briefer._pipeline.read(article)
    return find_answers(article, reading, find_actors(article, reading, Settings()), Settings())


def lines_of(briefer: Briefer, pair: Pair) -> list[str]:
    answers = answers_of(briefer, article_of(pair.text, **pair.settings))
    return [" | ".join(filter(None, (f"{one.question} {one.rule}", one.text, one.date))) for one in answers]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_answers(pair: Pair, briefer: Briefer) -> None:
    assert lines_of(briefer, pair) == pair.expected


@pytest.mark.parametrize(("module", "table", "number"), TABLES)
def test_each_rule_is_needed_by_a_pair(
    module: object, table: str, number: int, briefer: Briefer, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = getattr(module, table)
    name = rules[number][0]
    mine = [pair for pair in PAIRS if any(f" {name} | " in line for line in pair.expected)]
    monkeypatch.setattr(module, table, rules[:number] + rules[number + 1 :])
    assert any(lines_of(briefer, pair) != pair.expected for pair in mine), f"no pair needs {name}"


PHRASES = st.sampled_from(
    [
        "The duke", "Rudolf Rassendyll", "sold the castle", "on Monday", "in Strelsau", "because", "after", "by", "to",
        "of", "he", "said", "that", ",", ".", "?", "“", "”", "\n", "(", "March 8", "in 2031", "9/11", "COVID-19",
        "15-22", "+49 30 1234567", "F-16", "3-2", "—", "é", "as", "for", "using", "a hotel", "which", "and",
        "BREAKING:",
    ]
)  # fmt: skip


@given(st.lists(PHRASES, min_size=1, max_size=40).map(" ".join), st.lists(PHRASES, max_size=8).map(" ".join))
def test_every_answer_is_a_slice_of_its_sentence(briefer: Briefer, text: str, title: str) -> None:
    article = article_of(text, title=title.replace("\n", " ").strip())
    answers = answers_of(briefer, article)
    order = [name for name, _ in QUESTIONS]
    places = [order.index(answer.question) for answer in answers]
    assert places == sorted(set(places))
    for answer in answers:
        assert article.text[answer.start : answer.end] == answer.text != ""
        assert answer.sentence.start <= answer.start < answer.end <= answer.sentence.end
    assert answers == answers_of(briefer, article)


def test_a_table_of_numbers_answers_nothing(briefer: Briefer) -> None:
    assert (
        answers_of(briefer, article_of("\n".join(f"{number} 15-22 3,000 +49 30 {number}" for number in range(300))))
        == ()
    )


def test_the_work_does_not_grow_with_the_article(briefer: Briefer) -> None:
    """What lies below the lead is not looked at, but for the names that are sorted once."""
    short, long = (article_of("The duke sold the castle in Zenda on May 3.\n" * count) for count in (20, 200))
    found = []
    for article in (short, long):
        reading = briefer._pipeline.read(article)
        actors = find_actors(article, reading, Settings())
        find_answers(article, reading, actors, Settings())
        found.append(steps(lambda article=article, reading=reading, actors=actors: find_answers(  # type: ignore[misc]
            article, reading, actors, Settings())))  # fmt: skip
    assert found[1] < 3 * found[0]


@pytest.mark.parametrize("marks", ["(", "“", ", which the duke", " and the duke", " of the duke", "because "])
def test_the_work_grows_with_the_sentence_alone(briefer: Briefer, marks: str) -> None:
    counts = []
    for count in (20, 40):
        article = article_of("The duke sold the castle" + marks * count + ".")
        reading = briefer._pipeline.read(article)
        find_answers(article, reading, (), Settings())
        counts.append(steps(lambda article=article, reading=reading: find_answers(  # type: ignore[misc]
            article, reading, (), Settings())))  # fmt: skip
    assert counts[1] < 3.5 * counts[0] + 2_000


# ---------------------------------------------------------------- the scorer

TEXT = "The duke sold the castle. He left."


def brief_with(*answers: tuple[str, str]) -> Brief:
    reference = SeedReference(name="duke.txt", sha256="0", media_type="text/plain")
    made = tuple(
        Answer(
            question=question,  # type: ignore[arg-type]
            start=TEXT.index(words),
            end=TEXT.index(words) + len(words),
            text=words,
            rule="test",
            sentence=Stretch(start=0, end=25),
            paragraph=1,
        )
        for question, words in answers
    )
    return Brief(id="0", seed=reference, text=TEXT, text_sha256="0", answers=made)


def test_answers_are_scored_by_the_words_they_share() -> None:
    row = {"answers": {"who": [[0, 8]], "what": [[9, 24], [9, 13]], "when": [], "where": [], "why": [[0, 8]]}}
    brief = brief_with(("who", "duke"), ("what", "sold the castle"), ("when", "He left"))
    scores = {name: question_labels.scored(row, brief, name)[0] for name in ("who", "what", "when", "where", "why")}
    assert scores == {"who": pytest.approx(2 / 3), "what": 1.0, "when": 0.0, "where": 1.0, "why": 0.0}


@pytest.mark.usefixtures("bench")
def test_labels_fit_their_texts() -> None:
    for row in rows("questions"):
        text = seed(row).text
        assert tuple(row["answers"]) == question_labels.QUESTIONS
        for spans in row["answers"].values():
            assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
