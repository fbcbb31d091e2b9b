"""The forms in which `brief export` prints briefs: a table of name and function."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from generator.config import Settings
from generator.edition import make_edition
from generator.model import Brief
from generator.render.exports import briefs_json, quotes_csv
from generator.render.ftm import ftm_entities
from generator.render.linked import CONTEXT, linked_nodes

Form = Callable[[Sequence[Brief], Settings], Iterator[bytes]]
"""Gives the output in pieces, to be written one after the other."""


def exported(form: str, briefs: Sequence[Brief], settings: Settings) -> Iterator[bytes]:
    """All briefs of a project in a form of `FORMS`."""
    return dict(FORMS)[form](briefs, settings)


def _json(briefs: Sequence[Brief], settings: Settings) -> Iterator[bytes]:
    yield briefs_json(briefs)


def _csv(briefs: Sequence[Brief], settings: Settings) -> Iterator[bytes]:
    yield quotes_csv(briefs)


def _ftm(briefs: Sequence[Brief], settings: Settings) -> Iterator[bytes]:
    for entity in ftm_entities(make_edition(briefs, settings.actors)):
        yield _compact(entity) + b"\n"


def _jsonld(briefs: Sequence[Brief], settings: Settings) -> Iterator[bytes]:
    """One document, one node a line."""
    start = f'{{"@context": "{CONTEXT}", "@graph": ['
    for node in linked_nodes(make_edition(briefs, settings.actors)):
        yield start.encode() + b"\n" + _compact(node)
        start = ","
    yield b"]}\n" if start == "," else start.encode() + b"]}\n"


def _compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


FORMS: tuple[tuple[str, Form], ...] = (("json", _json), ("csv", _csv), ("ftm", _ftm), ("jsonld", _jsonld))
