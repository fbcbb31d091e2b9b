"""Actors: pairs of text and actors, headlines, properties over generated text, cost and determinism."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer
from generator.actors import find_actors
from generator.actors.forms import _match
from generator.model import Actor, Article
from generator.nlp import Pipeline
from tests.conftest import ROOT
from tests.marked_pairs import Pair, article_of, pairs
from tests.steps import steps


def actors_of(briefer: Briefer, article: Article) -> tuple[Actor, ...]:
    return find_actors(article, briefer._pipeline.read(article), briefer.settings)


def as_line(actor: Actor, text: str) -> str:
    roles = []
    for role in actor.roles:
        employer = f" @ {role.employer.text}" if role.employer else ""
        roles.append(role.text + employer + ("" if role.status == "current" else f" ({role.status})"))
    references = [text[m.start : m.end] for m in actor.mentions if m.kind != "name"]
    lists = ["; ".join(items) or "-" for items in (actor.aliases, roles, references)]
    return " | ".join([actor.kind, actor.name, *lists, actor.country or "-"])


@pytest.mark.parametrize("pair", pairs("actors"), ids=lambda pair: pair.name)
def test_actors(pair: Pair, briefer: Briefer) -> None:
    article = article_of(pair.text)
    assert [as_line(actor, article.text) for actor in actors_of(briefer, article)] == pair.expected


# ---------------------------------------------------------------------------------------------------- headlines

BODY = (
    "Helen Moore resigned on Tuesday after a dispute over the harbour. The mayor had ruled in Leeds for ten years, "
    "and nobody expected it.\n\nMoore said she was tired. She will move to Canada in the spring, her office said.\n"
)


def test_capitals_of_a_headline_make_no_actors(briefer: Briefer) -> None:
    brief = briefer.brief("Mayor Moore Resigns As Harbour Row Rages, Angry Fishermen Storm Hall\n\n" + BODY)
    assert [actor.name for actor in brief.actors] == ["Helen Moore", "Leeds", "Canada"]


def test_a_headline_confirms_and_raises_whom_the_body_names(briefer: Briefer) -> None:
    without, with_canada = (briefer.brief(f"{title}\n\n{BODY}") for title in ("Mayor Goes", "Mayor Goes To Canada"))
    places = [next(actor for actor in brief.actors if actor.name == "Canada") for brief in (without, with_canada)]
    assert len(places[1].mentions) == len(places[0].mentions) + 1
    assert places[1].rank < places[0].rank
    assert places[1].salience > places[0].salience


# --------------------------------------------------------------------------------------------------- properties

PIECES = st.sampled_from(
    [
        "President", "Rosa Klebb", "Klebb", "Dr.", "the", "The", "said", ",", ".", "(", ")", "[", "]", "“", "”", '"',
        "'s",
        "’s", "-", "of", "and", "Union of Ruritanian Smiths", "URS", "U.S.", "United States", "Iranian",
        "Iran", "military",
        "White House", "Paris", "who heads", "a spokesman for", "former", "late", "she", "He", "\n", "\n\n",
        "@desk", "é",
        "李明", "Ministry", "Minister", "KLEBB", "http://a.example", "\u00a0", "x" * 300, "Rosa", "al-Amin",
        "Kim Min-jun",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, min_size=1, max_size=60).map(" ".join), st.text(min_size=1, max_size=200))


@given(TEXTS)
def test_every_slice_is_verbatim_and_every_actor_itself(briefer: Briefer, text: str) -> None:
    article = article_of(text)
    actors = actors_of(briefer, article)
    assert [actor.rank for actor in actors] == list(range(1, len(actors) + 1))
    assert len({actor.id for actor in actors}) == len(actors)
    assert all(0 <= actor.salience <= 1 for actor in actors)
    assert [actor.salience for actor in actors] == sorted((actor.salience for actor in actors), reverse=True)
    taken: set[int] = set()
    for actor in actors:
        assert actor.id
        assert actor.name.strip()
        names = [text[m.start : m.end] for m in actor.mentions if m.kind == "name"]
        assert names
        assert {" ".join(name.split()) for name in names} <= {
            " ".join(name.split()) for name in (actor.name, *actor.aliases)
        }
        for mention in actor.mentions:
            assert mention.start < mention.end
            assert text[mention.start : mention.end].strip()
            assert taken.isdisjoint(range(mention.start, mention.end)), "two mentions share a letter"
            taken.update(range(mention.start, mention.end))
        for role in actor.roles:
            assert text[role.start : role.end] == role.text != ""
            if role.employer is not None:
                assert text[role.employer.start : role.employer.end] == role.employer.text != ""
    assert actors == actors_of(briefer, article)


def test_the_order_of_hashes_changes_nothing(briefer: Briefer) -> None:
    text = "\n\n".join(pair.text for pair in pairs("actors"))
    script = (
        "import sys, msgspec; from generator import Briefer; from generator.actors import find_actors;"
        "from tests.marked_pairs import article_of; b = Briefer(); a = article_of(sys.stdin.read());"
        "sys.stdout.write(msgspec.json.encode(find_actors(a, b._pipeline.read(a), b.settings)).decode())"
    )
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", script], input=text, capture_output=True, text=True, check=True, env=environment
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


# --------------------------------------------------------------------------------------------------------- cost


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Rosa Klebb{0} of the Union{0} of Smiths (US{0}) told Anna Moor{0} that she had left Leeds{0}. ",
        "University of University{0} of ",
        "the minister, he and she met the president [",
        "Klebb and Rosa Klebb, Rosa B. Klebb, Rosa{0} Klebb, ",
    ],
)
def test_cost_grows_with_length_alone(briefer: Briefer, sentence: str) -> None:
    def cost(count: int) -> int:
        words = [
            "".join(chr(97 + int(digit)) for digit in str(number)) for number in range(count)
        ]  # "a", "b", ..., "ba": names without digits
        article = article_of("".join(sentence.format(word) for word in words))
        reading = briefer._pipeline.read(article)
        return steps(lambda: find_actors(article, reading, briefer.settings))

    # Windows of bounded width fill up first: from there on twice the text is twice the work.
    assert cost(400) < 2.5 * cost(200)


def test_a_known_name_ends_where_its_paragraph_ends() -> None:
    doc = Pipeline().read(article_of("The pier of Orvana reopened.\n\nPaige Lavender")).passages[-1].doc
    known = {"Lavender": {("Lavender",): "Lavender", ("Lavender", "Field", "Press"): "Lavender Field Press"}}
    assert _match(doc, len(doc) - 1, known, {"Lavender": [3, 1]}, set()) <= 1
