"""One article of a hard kind, read as a careful reader reads it.

`fixtures/twin.txt` is invented. Its constructions are those of a scraped agency story: furniture, a deck that stands
twice, mixed quotation marks, two counts of one thing, a claim without evidence, a credit line of six names.
`fixtures/twin-gold.json` says what a reader expects of its brief.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator import Brief, Briefer
from generator.model import Actor, Speaker

HERE = Path(__file__).parent / "fixtures"
GOLD = json.loads((HERE / "twin-gold.json").read_text(encoding="utf-8"))
ACTORS = GOLD["actors"]


@pytest.fixture(scope="module")
def brief(briefer: Briefer) -> Brief:
    return briefer.brief_file(HERE / "twin.txt")


def plain(text: str) -> str:
    """Case, kind of quotation mark, spaces and a leading article do not count."""
    text = text.translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(text.split()).casefold().removeprefix("the ")


def holds(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plain(words))}(?!\w)", plain(text)) is not None


def names(actor: Actor) -> set[str]:
    return {plain(name) for name in (actor.name, *actor.aliases)}


def called(brief: Brief, name: str) -> list[Actor]:
    return [actor for actor in brief.actors if plain(name) in names(actor)]


def speaker_names(brief: Brief, speaker: Speaker | None) -> set[str]:
    """How a speaker is called in the brief: as named there, and as the actor it was resolved to."""
    if speaker is None:
        return set()
    actor = brief.actor(speaker.actor)
    return {plain(speaker.name)} | ({plain(actor.name)} if actor else set())


def body(brief: Brief) -> list[str]:
    return [brief.text[p.start : p.end] for p in brief.paragraphs]


def test_title(brief: Brief) -> None:
    assert brief.title is not None
    assert brief.title.text == GOLD["title"]


@pytest.mark.parametrize("line", GOLD["furniture"])
def test_furniture_is_removed(brief: Brief, line: str) -> None:
    assert any(line in removed.text for removed in brief.removed)
    assert not any(line in paragraph for paragraph in body(brief))


def test_a_deck_that_stands_twice_counts_once(brief: Brief) -> None:
    assert brief.deck is not None
    assert brief.deck.text.startswith(GOLD["deck_starts"])
    assert body(brief)[0].startswith(GOLD["body_starts"])


def test_summary_is_verbatim(brief: Brief) -> None:
    assert brief.summary
    assert [brief.text[s.start : s.end] for s in brief.summary] == [s.text for s in brief.summary]


def test_sources_of_the_credit_line(brief: Brief) -> None:
    assert [[source.as_written, source.name] for source in brief.sources] == GOLD["sources"]
    assert not any("With reporting by" in paragraph for paragraph in body(brief))


def test_at_least_12_of_13_quotes_have_the_right_speaker(brief: Brief) -> None:
    wrong = []
    for wanted in GOLD["quotes"]:
        start = plain(wanted["starts"])
        found = set()
        for quote in brief.quotes:
            pieces = [plain(span.text) for span in quote.spans]
            if any(p.startswith(start) or (wanted.get("may_join") and start in p) for p in pieces):
                found = speaker_names(brief, quote.speaker) or {"nobody"}
                break
        if not found & {plain(name) for name in wanted["speaker"]}:
            wrong.append((wanted["starts"], wanted["speaker"][0], sorted(found) or "no such quote"))
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("words", GOLD["not_quotes"])
def test_a_code_name_is_no_quote(brief: Brief, words: str) -> None:
    spans = [span.text for quote in brief.quotes for span in quote.spans if span.quoted]
    assert not [span for span in spans if plain(span).startswith(plain(words))]


@pytest.mark.parametrize("name", ACTORS["must"])
def test_actor_is_found(brief: Brief, name: str) -> None:
    assert called(brief, name), [actor.name for actor in brief.actors]


@pytest.mark.parametrize(("name", "role"), ACTORS["roles"].items())
def test_role(brief: Brief, name: str, role: str) -> None:
    roles = [found.text for actor in called(brief, name) for found in actor.roles]
    assert any(holds(role, text) for text in roles), roles


@pytest.mark.parametrize(("name", "alias"), ACTORS["aliases"].items())
def test_alias(brief: Brief, name: str, alias: str) -> None:
    assert any(plain(alias) in names(actor) for actor in called(brief, name))


@pytest.mark.parametrize("name", ACTORS["one_of_each"])
def test_one_actor_only(brief: Brief, name: str) -> None:
    found = [
        actor.name
        for actor in brief.actors
        if plain(name) in names(actor) or (actor.kind == "person" and any(holds(name, n) for n in names(actor)))
    ]
    assert len(found) == 1, found


@pytest.mark.parametrize("name", ACTORS["never"])
def test_never_an_actor(brief: Brief, name: str) -> None:
    name, _, kind = name.partition(" as ")
    found = called(brief, name)
    if kind:
        found = [a for a in brief.actors if a.kind == kind.casefold() and any(plain(name) in n for n in names(a))]
    assert not found


@pytest.mark.parametrize("wanted", GOLD["disputed_figures"], ids=lambda wanted: wanted["what"])
def test_disputed_figures(brief: Brief, wanted: dict[str, list[str]]) -> None:
    for dispute in brief.disputes:
        figures = [brief.figures[index] for index in dispute.figures]
        if set(wanted["values"]) <= {str(figure.value) for figure in figures}:
            by = set().union(*(speaker_names(brief, figure.speaker) for figure in figures))
            assert dispute.unit == str(wanted["what"]).removesuffix("s")
            assert {plain(name) for name in wanted["by"]} <= by
            return
    pytest.fail(f"no such dispute among {[d.unit for d in brief.disputes]}")


@pytest.mark.parametrize("words", GOLD["claims_without_evidence"])
def test_claim_without_evidence(brief: Brief, words: str) -> None:
    claims = [claim for claim in brief.claims if words in claim.text]
    assert claims, [claim.text for claim in brief.claims]
    assert "evidence" in claims[0].marker.text
