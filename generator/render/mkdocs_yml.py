"""A project's mkdocs.yml -> the settings that the engine reads.

mkdocs.yml itself stays in plain English, so that anybody can build with it; a title in it that is ours is said in the
language of the project, one of your own stays as you wrote it. All is put into one file, because engines differ in
what a file with INHERIT makes of a list: one replaces it, one adds to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape

from generator.config import Settings
from generator.paths import templates
from generator.render.catalogues import ENGLISH, of_packages
from generator.render.escape import safe_url
from generator.render.frame import FRAME
from generator.render.messages import Messages

TITLES = ("nav.", FRAME)
"""Messages that may stand in mkdocs.yml."""
TITLED = ("nav", "copyright", "markdown_extensions")
"""Settings of mkdocs.yml that hold words for readers."""
TEXT = "tag:yaml.org,2002:str"


def parent_of(project: Path) -> Path:
    """The mkdocs.yml of a project, or the one that `brief init` writes."""
    own = (project / "mkdocs.yml").resolve()
    return own if own.is_file() else templates() / "init" / "mkdocs.yml"


def engine_settings(project: Path, settings: Settings, say: Messages) -> bytes:
    """The project's mkdocs.yml, with folders and the settings of brief.toml put in."""
    parent = parent_of(project)
    ours: dict[str, Any] = {
        "docs_dir": "docs",
        "site_dir": "pages",
        # The style sheet is written over the look of Material, which Zensical calls classic; others don't read it.
        "theme": {"custom_dir": "overrides", "language": say.language, "variant": "classic"},
        "extra": {"public": settings.public},
    }
    if settings.site_name != Settings().site_name:
        ours["site_name"] = str(escape(settings.site_name))  # the theme prints it as it is
    if settings.site_url:
        ours["site_url"] = settings.site_url
    theirs = _read(parent)
    if theirs is None:
        return json.dumps({"INHERIT": str(parent), **ours}, indent=1).encode()
    _say_titles(theirs, say)
    _put_in(theirs, ours, parent.parent)
    return yaml.serialize(theirs, Dumper=yaml.SafeDumper, allow_unicode=True).encode()


def address_of(project: Path, settings: Settings) -> str:
    """The address of the site, "https://desk.example/": that of brief.toml or mkdocs.yml; empty if neither has it."""
    said, theirs = settings.site_url, _read(parent_of(project))
    node = dict(_members(theirs)).get("site_url") if theirs is not None else None
    if not said and isinstance(node, yaml.ScalarNode) and node.tag == TEXT:
        said = node.value
    address = safe_url(said)
    return f"{address.rstrip('/')}/" if address else ""


def _read(path: Path) -> yaml.MappingNode | None:
    try:
        found = yaml.compose(path.read_text(encoding="utf-8", errors="replace"), Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None  # the engine says better what is wrong with it
    return found if isinstance(found, yaml.MappingNode) else None


def _say_titles(theirs: yaml.MappingNode, say: Messages) -> None:
    english = {name: text for name, text in of_packages(ENGLISH).items() if name.startswith(TITLES)}
    titles = {str(text): say(name) for name, text in english.items() if say(name) != text}
    for name, node in _members(theirs):
        if name in TITLED:
            _retitle(node, titles)


def _retitle(node: yaml.Node, titles: Mapping[str, str]) -> None:
    """Puts titles into other words."""
    if isinstance(node, yaml.ScalarNode):
        node.value = titles.get(node.value, node.value)
        return
    for part in node.value:
        for inner in part if isinstance(node, yaml.MappingNode) else [part]:
            _retitle(inner, titles)


def _put_in(theirs: yaml.MappingNode, ours: Mapping[str, Any], home: Path) -> None:
    """Lays our settings over theirs, which lie in the folder `home`."""
    for name, node in _members(theirs):
        if name == "INHERIT":
            node.value = str(home / node.value)
    for name, value in ours.items():
        before = dict(_members(theirs)).get(name)
        if name == "theme" and isinstance(before, yaml.ScalarNode):  # theme: material
            before = yaml.MappingNode("tag:yaml.org,2002:map", [(yaml.ScalarNode(TEXT, "name"), before)])
        if isinstance(value, dict) and isinstance(before, yaml.MappingNode):
            _put_in(before, value, home)
        else:
            before = yaml.compose(json.dumps(value), Loader=yaml.SafeLoader)
        theirs.value = [pair for pair in theirs.value if pair[0].value != name]
        theirs.value.append((yaml.ScalarNode(TEXT, name), before))


def _members(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
    for key, value in node.value:
        yield str(key.value), value
