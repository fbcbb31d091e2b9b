"""The block of metadata at the start of a file: `key: value` lines between two lines "---"."""

from __future__ import annotations

import re

import yaml

from generator.config import Settings
from generator.errors import BrokenSeed
from generator.formats.metadata import KEYS, Entry, read_metadata
from generator.model import Metadata, Notice

LONGEST = 16_000
"""Characters; a longer block is no front matter."""

_BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
KNOWN_KEY = re.compile(rf"^(?:{'|'.join(KEYS)})[ \t]*:", re.MULTILINE | re.IGNORECASE)


def read_front_matter(text: str, name: str, settings: Settings) -> tuple[Metadata, int, tuple[Notice, ...]]:
    """(metadata, where the text goes on, warnings); nothing is read where no known key stands. Raises BrokenSeed."""
    if not text.startswith("---"):
        return Metadata(), 0, ()
    block = _BLOCK.match(text[:LONGEST])
    if block is None or not KNOWN_KEY.search(block["yaml"]):
        return Metadata(), 0, ()
    metadata, notices = read_block(block["yaml"], name, settings)
    return metadata, block.end(), notices


def read_block(source: str, name: str, settings: Settings) -> tuple[Metadata, tuple[Notice, ...]]:
    """Metadata of a YAML mapping. Raises BrokenSeed (parse), with the line of the file."""
    return read_metadata(_entries(source, name), name, settings)


def _entries(source: str, name: str) -> list[Entry]:
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
    return [
        Entry(str(key.value), _value(value), f"{name}:{value.start_mark.line + 2}: front matter")
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode)
    ]


def _value(node: yaml.Node) -> object:
    """The words of a value as they are written; lists and mappings stay nodes, which nobody can use."""
    if not isinstance(node, yaml.ScalarNode):
        return node
    return None if node.tag.endswith(":null") else str(node.value)
