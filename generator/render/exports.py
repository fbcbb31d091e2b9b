"""Briefs as data: the JSON of the contract, its JSON Schema, and quotes as CSV."""

from __future__ import annotations

import ast
import csv
import inspect
import io
import json
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from typing import Any, cast

import msgspec

from generator.model import SCHEMA_VERSION, Brief, Quote
from generator.model import article as article_model
from generator.model import brief as brief_model

Cell = Callable[[Brief, Quote], object]
"""What a column of the CSV holds; None becomes an empty cell."""


def brief_json(brief: Brief) -> bytes:
    """The contract's JSON with the article's `text`; keys in the order of the model, one line a value.

    A lone surrogate stands as its escape, so that offsets into the decoded text stay right.
    """
    return _json(msgspec.to_builtins(brief))


def briefs_json(briefs: Iterable[Brief]) -> bytes:
    """The JSON of many briefs, as one list."""
    return _json([msgspec.to_builtins(brief) for brief in briefs])


def published_json(brief: Brief) -> bytes:
    """The JSON of a site: as `brief_json`, but `text` is left out and only its hash remains."""
    fields = msgspec.to_builtins(brief)
    del fields["text"]
    return _json(fields)


def _json(fields: dict[str, Any] | list[dict[str, Any]]) -> bytes:
    # Python's escape of a lone surrogate, \\udc80, is JSON's too.
    return (json.dumps(fields, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def schema() -> dict[str, Any]:
    """The JSON Schema of `brief_json` and `published_json`, fields described in the words of the model."""
    types, components = msgspec.json.schema_components([Brief], ref_template="#/$defs/{name}")
    for struct in _structs(Brief):
        properties = components[struct.__name__]["properties"]
        for name, note in _notes(struct).items():
            properties[name] = {"description": note} | properties[name]
    required = components["Brief"]["required"]
    required.remove("text")  # a site publishes the hash alone
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsbrief:brief:{SCHEMA_VERSION}",
        "title": f"newsbrief brief {SCHEMA_VERSION}",
        "description": "One article, briefed. Offsets count code points of the article's text, end exclusive.",
        **types[0],
        "$defs": components,
    }
    return cast("dict[str, Any]", json.loads(json.dumps(whole)))  # lists for the tuples of msgspec


def schema_json() -> bytes:
    """`schema()` as a file."""
    return _json(schema())


def _structs(struct: type) -> list[type]:
    """A struct and all structs in its fields, each once."""
    found: list[type] = []
    waiting: list[Any] = [struct]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            if kind not in found:
                found.append(kind)
                waiting += [field.type for field in msgspec.structs.fields(kind)]
        else:
            waiting += getattr(kind, "__args__", ())
    return found


def _notes(struct: type) -> dict[str, str]:
    """The docstring under each field of a struct, inherited fields included."""
    return {
        name: note for kind in reversed(struct.__mro__) for name, note in _model_notes().get(kind.__name__, {}).items()
    }


@cache
def _model_notes() -> dict[str, dict[str, str]]:
    """Class of the model -> field -> the docstring under it; only the source has them."""
    notes: dict[str, dict[str, str]] = {}
    modules = (article_model, brief_model)
    for definition in (one for module in modules for one in ast.parse(inspect.getsource(module)).body):
        if isinstance(definition, ast.ClassDef):
            fields = notes.setdefault(definition.name, {})
            for field, below in pairwise(definition.body):
                match field, below:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(note))):
                        fields[name] = note
    return notes


def quotes_json(briefs: Iterable[Brief]) -> bytes:
    """The quotes of briefs as one list, each with the brief it is from."""
    return _json(
        [
            {
                "brief": brief.id,
                "title": brief.title.text if brief.title else None,
                "outlet": brief.outlet,
                "published": brief.published,
                "url": brief.url,
                **msgspec.to_builtins(quote),
            }
            for brief in briefs
            for quote in brief.quotes
        ]
    )


COLUMNS: tuple[tuple[str, Cell], ...] = (
    ("brief", lambda brief, quote: brief.id),
    ("title", lambda brief, quote: brief.title),
    ("outlet", lambda brief, quote: brief.outlet),
    ("published", lambda brief, quote: brief.published),
    ("url", lambda brief, quote: brief.url),
    ("quote", lambda brief, quote: quote.id),
    ("kind", lambda brief, quote: quote.kind),
    ("text", lambda brief, quote: quote.text),
    ("speaker", lambda brief, quote: quote.speaker),
    ("actor", lambda brief, quote: quote.speaker.name if quote.speaker and quote.speaker.actor else None),
    ("speaker_confidence", lambda brief, quote: quote.speaker.confidence if quote.speaker else None),
    ("via", lambda brief, quote: quote.via),
    ("cue", lambda brief, quote: quote.cue),
    ("cue_kind", lambda brief, quote: quote.cue.kind if quote.cue else None),
    ("construction", lambda brief, quote: quote.construction),
    ("start", lambda brief, quote: quote.start),
    ("end", lambda brief, quote: quote.end),
    ("paragraph", lambda brief, quote: quote.paragraph),
    ("rule", lambda brief, quote: quote.rule),
    ("confidence", lambda brief, quote: quote.confidence),
)
"""The columns of the quotes CSV, in order; a last one, `guarded`, follows them."""

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell that begins with one of these is run by a spreadsheet; the last four are their full-width forms."""

CONTROL = {code: "\ufffd" for code in (*range(32), *range(127, 160), *range(0xD800, 0xE000)) if code not in (9, 10, 13)}
"""What no spreadsheet reads; one mark for each, so that lengths and offsets hold."""


def quotes_csv(briefs: Iterable[Brief]) -> bytes:
    """The quotes of briefs, one a row, in UTF-8 with a byte order mark (without it spreadsheets garble “ ”).

    Cells are letter for letter but for two guards. One that a spreadsheet would run as a formula gets a leading
    apostrophe, and the last column, `guarded`, names the columns of its row where this was done: a program that takes
    one apostrophe off those has the article's words at `start`-`end` again. Control characters become U+FFFD.
    """
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    names = [name for name, _ in COLUMNS]
    writer.writerow([*names, "guarded"])
    for brief in briefs:
        for quote in brief.quotes:
            cells = [_cell(value(brief, quote)) for _, value in COLUMNS]
            guarded = [_runs(cell) for cell in cells]
            row = [f"'{cell}" if guard else cell for cell, guard in zip(cells, guarded, strict=True)]
            writer.writerow([*row, " ".join(n for n, guard in zip(names, guarded, strict=True) if guard)])
    return file.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """A value as a spreadsheet can read it."""
    return "" if value is None else str(value).translate(CONTROL)


def _runs(cell: str) -> bool:
    """True if a spreadsheet may take a cell for a formula."""
    return cell.startswith(("\t", "\r", "\n")) or cell.lstrip().startswith(FORMULA)
