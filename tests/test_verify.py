"""A brief that fits its article has no problems; one changed character anywhere is named with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.render.exports import brief_json, published_json
from generator.verify import verify
from tests.sample_brief import TEXT, sample_brief

Json = dict[str, Any]
WHOLE = brief_json(sample_brief())
PUBLISHED = published_json(sample_brief())


def slices(value: Any, path: str = "") -> Iterator[tuple[str, Json]]:
    """Every object with start, end and text, with its path."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield path, value
        for name, part in value.items():
            yield from slices(part, f"{path}.{name}" if path else name)
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from slices(part, f"{path}[{number}]")


PATHS = [path for path, _ in slices(json.loads(WHOLE))]


@pytest.mark.parametrize("brief", [WHOLE, PUBLISHED], ids=["whole", "published"])
def test_a_right_brief_has_no_problems(brief: bytes) -> None:
    assert verify(brief, TEXT) == []


def test_the_sample_holds_every_kind_of_slice() -> None:
    kinds = {path.replace("]", "").split("[")[0] + "." + path.rpartition(".")[2] for path in PATHS}
    assert {"quotes.via", "quotes.cue", "quotes.speaker", "claims.marker", "figures.speaker"} <= kinds
    heads = {path.partition("[")[0] for path in PATHS}
    assert {"title", "deck", "byline", "dateline", "credit", "removed", "summary", "actors", "sources"} <= heads


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("brief", [WHOLE, PUBLISHED], ids=["whole", "published"])
def test_one_flipped_character_is_named(brief: bytes, path: str) -> None:
    fields = json.loads(brief)
    item = dict(slices(fields))[path]
    was, middle = item["text"], len(item["text"]) // 2
    item["text"] = was[:middle] + ("x" if was[middle] != "x" else "y") + was[middle + 1 :]
    [problem] = [p for p in verify(json.dumps(fields).encode(), TEXT) if p.startswith(f"{path}:")]
    assert "brief says" in problem
    assert f"at {item['start']}-{item['end']}" in problem


@pytest.mark.parametrize("path", PATHS)
def test_shifted_offsets_are_named(path: str) -> None:
    fields = json.loads(WHOLE)
    item = dict(slices(fields))[path]
    item["start"], item["end"] = item["start"] + 1, item["end"] + 1
    assert any(problem.startswith(f"{path}:") for problem in verify(json.dumps(fields).encode(), TEXT))


def test_a_changed_article_is_named() -> None:
    changed = TEXT.replace("two metres", "six metres")
    problems = verify(WHOLE, changed)
    assert problems[0].startswith("text_sha256:")
    assert problems[1] == f"text: differs from the article from {TEXT.index('two metres')} on"
    assert any(problem.startswith("summary[0]: brief says") for problem in problems)
    assert verify(PUBLISHED, changed)[0].startswith("text_sha256:")


CHANGES: dict[str, tuple[Callable[[Json], object], str]] = {
    "not a number": (lambda b: b["quotes"][0].update(start="3"), "schema: Expected `int`"),
    "beyond the end": (lambda b: b["title"].update(end=10**9), "title: "),
    "negative": (lambda b: b["removed"][0].update(start=-3, end=-1), "removed[0]: -3--1 lies outside"),
    "an empty paragraph": (
        lambda b: b["paragraphs"][0].update(end=b["paragraphs"][0]["start"]),
        "paragraphs[0]: ",
    ),
    "a mention beyond the end": (lambda b: b["actors"][0]["mentions"][0].update(end=10**6), "actors[0].mentions[0]: "),
    "an alias nobody wrote": (lambda b: b["actors"][0]["aliases"].append("Flavia the Great"), "actors[0].aliases: "),
    "a credit nobody wrote": (lambda b: b["sources"][0].update(as_written="AFP"), "sources[0].as_written: "),
    "another paragraph": (lambda b: b["claims"][0].update(paragraph=1), "claims[0]: starts at"),
    "no such paragraph": (lambda b: b["events"][0].update(paragraph=99), "events[0]: names paragraph 99"),
    "no such actor": (lambda b: b["quotes"][0]["speaker"].update(actor="nobody"), "quotes[0].speaker: names the actor"),
    "no such quote": (lambda b: b["voices"][0]["quotes"].append("q0"), "voices[0]: names the quote"),
    "no such figure": (lambda b: b["disputes"][0]["figures"].append(7), "disputes[0]: names figure 7"),
    "an id twice": (lambda b: b["figures"][1].update(id=b["figures"][0]["id"]), "figures: the id"),
    "spans out of order": (lambda b: b["quotes"][1]["spans"].reverse(), "quotes[1]: its spans overlap"),
    "a quote longer than its spans": (lambda b: b["quotes"][1]["spans"].pop(), "quotes[1]: stands at"),
    "a quote without spans": (lambda b: b["quotes"][2]["spans"].clear(), "quotes[2]: has no spans"),
    "another major version": (lambda b: b.update(schema_version="2.0"), "schema_version: brief says 2.0"),
    "no hash": (lambda b: b.pop("text_sha256"), "schema: Object missing required field `text_sha256`"),
    "a new field with a wrong slice": (
        lambda b: b.update(captions=[{"start": 0, "end": 2, "text": "XL"}]),
        "captions[0]: brief says “XL” but the article has “XS” at 0-2",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_other_misfit_is_named(name: str) -> None:
    change, expected = CHANGES[name]
    fields = json.loads(WHOLE)
    change(fields)
    problems = verify(json.dumps(fields).encode(), TEXT)
    assert [problem for problem in problems if problem.startswith(expected)], problems


def test_fields_of_a_later_minor_version_are_welcome() -> None:
    fields = json.loads(WHOLE) | {
        "schema_version": "1.9",
        "mood": "grim",
        "captions": [{"start": 0, "end": 2, "text": "XS"}],
    }
    assert verify(json.dumps(fields).encode(), TEXT) == []


@pytest.mark.parametrize("junk", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"[]", b"7", b'"text"', b"null"])
def test_what_is_no_brief_is_one_problem(junk: bytes) -> None:
    assert len(verify(junk, TEXT)) == 1


@pytest.mark.parametrize(
    "junk", [b"{}", b'{"quotes": 3}', b'{"quotes": [3], "actors": {"a": [{"start": true, "end": []}]}}']
)
def test_an_object_of_another_form_is_named(junk: bytes) -> None:
    assert any(problem.startswith("schema:") for problem in verify(junk, TEXT))


def test_messages_stay_on_one_line_and_harm_no_terminal() -> None:
    fields = json.loads(WHOLE) | {"\x1b]0;x\x07": [{"start": 0, "end": 2, "text": "\x1b[2J\nno"}]}
    [problem] = verify(json.dumps(fields).encode(), TEXT)
    assert problem.isprintable()


@pytest.mark.parametrize("at", [0, 50, -1])
def test_long_slices_are_cut_to_the_place_that_differs(at: int) -> None:
    fields = json.loads(WHOLE)
    words = fields["summary"][0]["text"]
    at %= len(words)
    fields["summary"][0]["text"] = words[:at] + "Ω" + words[at + 1 :] + "y" * 5000
    [problem] = [p for p in verify(json.dumps(fields).encode(), TEXT) if p.startswith("summary[0]")]
    assert len(problem) < 300
    brief, article = re.findall("“(.*?)”", problem)
    assert "Ω" in brief
    assert brief.replace("Ω", words[at]).removesuffix(" ...").removeprefix("... ").strip("y")[:20] in article
