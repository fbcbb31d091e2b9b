"""`.json`: one article as a program wrote it down: ninjs, a NewsArticle in JSON-LD, or a row with named columns."""

from __future__ import annotations

import json
from collections.abc import Callable

from generator.config import Settings
from generator.decode import decode
from generator.errors import BrokenSeed
from generator.formats import Draft
from generator.formats.columns import article_in_columns
from generator.formats.fields import Fields, draft_of
from generator.formats.linked_data import article_in_linked_data
from generator.formats.ninjs import article_in_ninjs

Record = dict[str, object]
"""A JSON object."""

KINDS: tuple[tuple[str, Callable[[Record, Settings], Fields | None]], ...] = (
    ("linked-data", lambda record, _: article_in_linked_data(record)),
    ("ninjs", lambda record, _: article_in_ninjs(record)),
    ("columns", lambda record, settings: article_in_columns(record, settings.columns)),
)
"""(name, what it makes of a record or None), in the order in which they are asked."""


def read_record(data: bytes, name: str, settings: Settings) -> Draft:
    """Reads one record. Raises BrokenSeed (parse)."""
    record = parse_json(data, name)
    if not isinstance(record, dict):
        raise BrokenSeed(
            "parse", f"{name}: the JSON holds no object. An article is an object: {{...}}; several are a list.", name
        )
    for _, read in KINDS:
        fields = read(record, settings)
        if fields is not None:
            return draft_of(fields, name, settings, name)
    known = ", ".join(sorted(record)[:8])
    raise BrokenSeed(
        "parse",
        f"{name}: no key that holds an article's text ({known}). Name yours under [columns] in brief.toml.",
        name,
    )


def parse_json(data: bytes, name: str) -> object:
    """The value of a JSON file. Raises BrokenSeed (parse), with the line."""
    source = decode(data, name)[0]
    try:
        return json.loads(source)
    except json.JSONDecodeError as error:
        raise BrokenSeed(
            "parse", f"{name}:{error.lineno}: not valid JSON: {error.msg}. Correct this line.", name
        ) from error
    except RecursionError as error:
        raise BrokenSeed("parse", f"{name}: the JSON is nested too deep to hold an article.", name) from error
    except ValueError as error:  # a number of more than 4,300 digits
        raise BrokenSeed("parse", f"{name}: not valid JSON: {error}", name) from error
