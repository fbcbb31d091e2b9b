"""The forms in which `brief export` prints briefs: a table of name and function."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from generator.edition import make_edition
from generator.model import Brief
from generator.render.exports import brief_json, briefs_json, quotes_csv
from generator.render.ftm import ftm_entities
from generator.render.linked import CONTEXT, linked_nodes

Form = Callable[[Sequence[Brief], bool], Iterator[bytes]]
"""Gives the output in pieces. True asks for a list even of one brief, where the form knows a difference."""


def exported(form: str, briefs: Sequence[Brief], listed: bool) -> Iterator[bytes]:
    """The briefs in a form of `FORMS`, in pieces to be written one after the other."""
    return dict(FORMS)[form](briefs, listed)


def _json(briefs: Sequence[Brief], listed: bool) -> Iterator[bytes]:
    yield briefs_json(briefs) if listed else brief_json(briefs[0])


def _csv(briefs: Sequence[Brief], listed: bool) -> Iterator[bytes]:
    yield quotes_csv(briefs)


def _ftm(briefs: Sequence[Brief], listed: bool) -> Iterator[bytes]:
    for entity in ftm_entities(make_edition(briefs)):
        yield _compact(entity) + b"\n"


def _jsonld(briefs: Sequence[Brief], listed: bool) -> Iterator[bytes]:
    """One document, one node a line."""
    start = f'{{"@context": "{CONTEXT}", "@graph": ['
    for node in linked_nodes(make_edition(briefs)):
        yield start.encode() + b"\n" + _compact(node)
        start = ","
    yield b"]}\n" if start == "," else start.encode() + b"]}\n"


def _compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


FORMS: tuple[tuple[str, Form], ...] = (("json", _json), ("csv", _csv), ("ftm", _ftm), ("jsonld", _jsonld))
