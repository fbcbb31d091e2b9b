"""Compares a brief with its article: every slice, every offset, every reference between its parts.

Needs no model: a reader can run it on a published brief.json and the article they have.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import msgspec

from generator.identity import text_hash
from generator.model import SCHEMA_VERSION, Brief

Json = dict[str, Any]
Check = Callable[[Json, str], Iterator[str]]
"""(decoded brief, text of the article) -> one line a problem."""

SHOWN = 60
"""Code points of a wrong slice that a message shows."""


def verify(brief: bytes, text: str) -> list[str]:
    """All that does not fit between a brief's JSON (with or without its `text`) and the article's text; [] if all fits.

    >>> verify(b"[]", "")
    ['not a brief: the JSON is no object']
    """
    try:
        found = json.loads(brief)
    except (ValueError, RecursionError) as error:
        return [f"not JSON: {error}"]
    if not isinstance(found, dict):
        return ["not a brief: the JSON is no object"]
    problems = list(_schema(found, text))
    checks = CHECKS if not problems else ANY_FORM
    problems += [problem for check in checks for problem in check(found, text)]
    return [_visible(problem) for problem in problems]


def _schema(brief: Json, text: str) -> Iterator[str]:
    """The names and types of the contract; fields that a later minor version added are welcome."""
    version = str(brief.get("schema_version"))
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        yield f"schema_version: brief says {version}, this program reads {SCHEMA_VERSION}"
    try:
        msgspec.convert({"text": text} | brief, Brief)
    except msgspec.ValidationError as error:
        yield f"schema: {error}"


def _whole_text(brief: Json, text: str) -> Iterator[str]:
    """The text and its hash."""
    if brief.get("text_sha256") != text_hash(text):
        yield f"text_sha256: brief says {brief.get('text_sha256')}, the article has {text_hash(text)}"
    own = brief.get("text", text)
    if isinstance(own, str) and own != text:
        yield f"text: differs from the article from {_difference(own, text)} on"


def _slices(brief: Json, text: str) -> Iterator[str]:
    """Whatever has a `start` or an `end`, at any depth: so a field that a later version adds is checked too."""
    for path, item in _objects(brief):
        if "start" not in item and "end" not in item:
            continue
        start, end = item.get("start"), item.get("end")
        if type(start) is not int or type(end) is not int:
            yield f"{path}: start and end are no whole numbers"
        elif not 0 <= start <= end <= len(text):
            yield f"{path}: {start}-{end} lies outside the article (0-{len(text)})"
        elif isinstance(item.get("text"), str) and item["text"] != text[start:end]:
            at = _difference(item["text"], text[start:end])
            said, there = _said(item["text"], at), _said(text[start:end], at)
            yield f"{path}: brief says {said} but the article has {there} at {start}-{end}"
        elif start == end:
            yield f"{path}: {start}-{end} is empty"


def _quote_spans(brief: Json, text: str) -> Iterator[str]:
    """The spans of a quote: in order, from its first code point to its last."""
    for number, quote in enumerate(brief.get("quotes", ())):
        spans, path = quote["spans"], f"quotes[{number}]"
        if not spans:
            yield f"{path}: has no spans"
            continue
        if any(before["end"] > after["start"] for before, after in pairwise(spans)):
            yield f"{path}: its spans overlap or stand out of order"
        start, end = spans[0]["start"], spans[-1]["end"]
        if (start, end) != (quote["start"], quote["end"]):
            yield f"{path}: stands at {quote['start']}-{quote['end']} but its spans at {start}-{end}"


def _written(brief: Json, text: str) -> Iterator[str]:
    """Other spellings of names, which have no offsets, occur in the article."""
    for number, actor in enumerate(brief.get("actors", ())):
        for alias in actor.get("aliases", ()):
            if alias not in text:
                yield f"actors[{number}].aliases: {_said(alias)} does not occur in the article"
    for number, source in enumerate(brief.get("sources", ())):
        if source["as_written"] not in text:
            yield f"sources[{number}].as_written: {_said(source['as_written'])} does not occur in the article"


def _paragraph_numbers(brief: Json, text: str) -> Iterator[str]:
    """A paragraph number printed beside a line is that of the paragraph in which the line starts; 0 is the head."""
    bounds = {paragraph["number"]: paragraph for paragraph in brief.get("paragraphs", ())}
    for path, item in _objects(brief):
        number, start = item.get("paragraph"), item.get("start")
        if type(number) is not int or type(start) is not int or number == 0:
            continue
        if number not in bounds:
            yield f"{path}: names paragraph {number}, which the brief does not have"
        elif not bounds[number]["start"] <= start < bounds[number]["end"]:
            yield f"{path}: starts at {start}, outside its paragraph {number}"


def _references(brief: Json, text: str) -> Iterator[str]:
    """Whatever names an actor, a quote or a figure names one that is there, once."""
    ids = {name: Counter(item["id"] for item in brief.get(name, ())) for name in ("actors", *CITABLE)}
    for name, counts in ids.items():
        for twice in sorted(item for item, count in counts.items() if count > 1):
            yield f"{name}: the id {twice} stands more than once"
    for path, item in _objects(brief):
        actor = item.get("actor")
        if isinstance(actor, str) and actor not in ids["actors"]:
            yield f"{path}: names the actor {_said(actor)}, which the brief does not have"
    for number, voice in enumerate(brief.get("voices", ())):
        for quote in voice.get("quotes", ()):
            if quote not in ids["quotes"]:
                yield f"voices[{number}]: names the quote {_said(quote)}, which the brief does not have"
    figures = len(brief.get("figures", ()))
    for number, dispute in enumerate(brief.get("disputes", ())):
        for index in dispute["figures"]:
            if not 0 <= index < figures:
                yield f"disputes[{number}]: names figure {index}, which the brief does not have"


CITABLE = ("quotes", "figures", "oppositions", "claims", "events")
"""The lists whose items have an id that a page anchor uses."""

ANY_FORM: tuple[Check, ...] = (_whole_text, _slices)
"""What can be compared even where the names and types of the contract do not hold."""

CHECKS: tuple[Check, ...] = (*ANY_FORM, _quote_spans, _written, _paragraph_numbers, _references)


def _objects(brief: Json) -> Iterator[tuple[str, Json]]:
    """Every object below the brief in the order of the file, with its path: ("quotes[3].spans[0]", {...})."""
    waiting: list[tuple[str, Any]] = [("", brief)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            if path:
                yield path, value
            waiting += [(f"{path}.{name}" if path else name, part) for name, part in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(f"{path}[{number}]", part) for number, part in reversed(list(enumerate(value)))]


def _difference(one: str, other: str) -> int:
    """Index of the first code point that is not the same."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _said(words: str, at: int = 0) -> str:
    """Words in quotation marks; of long ones those around an index."""
    start = max(0, min(at - SHOWN // 3, len(words) - SHOWN))
    cut = words[start : start + SHOWN]
    return f"“{'... ' if start else ''}{cut}{' ...' if start + SHOWN < len(words) else ''}”"


def _visible(message: str) -> str:
    """One line without control characters: names and words of a brief.json from elsewhere are hostile too."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in message)
