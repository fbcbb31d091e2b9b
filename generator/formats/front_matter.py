"""The block of metadata at the start of a file: `key: value` lines between two lines "---"."""

from __future__ import annotations

import difflib
import re
from urllib.parse import urlsplit

import yaml

from generator.config import Settings
from generator.errors import BrokenSeed
from generator.formats.dates import read_date
from generator.lines import visible
from generator.model import Metadata, Notice

LONGEST = 16_000
"""Characters; a longer block is no front matter."""
KEYS = ("title", "url", "published", "outlet", "language", "byline", "hold", "embargo")

_BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
KNOWN_KEY = re.compile(rf"^(?:{'|'.join(KEYS)})[ \t]*:", re.MULTILINE | re.IGNORECASE)


def read_front_matter(text: str, name: str, settings: Settings) -> tuple[Metadata, int, tuple[Notice, ...]]:
    """(metadata, where the text goes on, warnings); nothing is read where no known key stands. Raises BrokenSeed."""
    if not text.startswith("---"):
        return Metadata(), 0, ()
    block = _BLOCK.match(text[:LONGEST])
    if block is None or not KNOWN_KEY.search(block["yaml"]):
        return Metadata(), 0, ()
    metadata, notices = read_metadata(block["yaml"], name, settings)
    return metadata, block.end(), notices


def read_metadata(source: str, name: str, settings: Settings) -> tuple[Metadata, tuple[Notice, ...]]:
    """Metadata of a YAML mapping. Raises BrokenSeed (parse), with the line of the file."""
    notices: list[Notice] = []
    values: dict[str, str | bool | None] = {}
    for key, node in _pairs(source, name):
        if key == "hold":
            values[key] = _boolean(node, name)
        elif key in ("published", "embargo"):
            written = _string(key, node, name)
            date = read_date(written, settings.date_order) if written else None
            if written and date is None:
                problem = f'{key}: "{visible(written)[:60]}" is not a whole date; write it as 2026-03-31.'
                if key == "embargo":
                    raise _broken(name, node, problem)
                notices.append(Notice(code="published", message=problem))
            values[key] = date
        elif key == "url":
            written = _string(key, node, name)
            values[key] = written if written and _is_address(written) else None
            if written and values[key] is None:
                notices.append(Notice(code="url", message=f'url: "{visible(written)[:60]}" is no http(s) address.'))
        elif key in KEYS:
            values[key] = visible(_string(key, node, name) or "") or None
        elif close := difflib.get_close_matches(key, KEYS, 1, 0.8):
            notices.append(Notice(code="front_matter", message=f"{key}: unknown key; did you mean {close[0]}?"))
    return Metadata(**values), tuple(notices)  # type: ignore[arg-type]


def _pairs(source: str, name: str) -> list[tuple[str, yaml.Node]]:
    """Keys and values of a YAML mapping, values not built yet: aliases, tags and nesting never unfold."""
    try:
        for event in yaml.parse(source, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise BrokenSeed("parse", f"{name}: front matter may not hold aliases (*{event.anchor}).", name)
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise BrokenSeed(
            "parse", f"{name}:{line}: front matter: {problem}. Correct it, or quote the value.", name
        ) from error
    except RecursionError as error:
        raise BrokenSeed("parse", f"{name}: front matter is nested too deep.", name) from error
    if not isinstance(root, yaml.MappingNode):
        raise BrokenSeed("parse", f'{name}:2: front matter must be lines of the form "key: value".', name)
    return [(str(key.value).casefold(), value) for key, value in root.value if isinstance(key, yaml.ScalarNode)]


def _string(key: str, node: yaml.Node, name: str) -> str | None:
    if not isinstance(node, yaml.ScalarNode):
        raise _broken(name, node, f"{key} must be one piece of text.")
    return None if node.tag.endswith(":null") else str(node.value).strip()


def _boolean(node: yaml.Node, name: str) -> bool:
    if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":bool"):
        return str(node.value).casefold() in ("true", "yes", "on")
    raise _broken(name, node, "hold must be true or false.")


def _broken(name: str, node: yaml.Node, problem: str) -> BrokenSeed:
    return BrokenSeed("parse", f"{name}:{node.start_mark.line + 2}: front matter: {problem}", name)


def _is_address(url: str) -> bool:
    """True of an http(s) address without spaces or control characters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and url.isprintable() and " " not in url
