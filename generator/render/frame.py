"""What stands around a page, in the language of the project: words for the theme's overrides and for mkdocs.yml.

mkdocs.yml itself stays in plain English, so that anybody can build with it; a title in it that is ours is said in the
language of the project, one of your own stays as you wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from generator.render.catalogues import ENGLISH, of_packages, wider
from generator.render.messages import Messages

FRAME = "frame."
"""Messages of the theme's overrides."""
TITLES = ("nav.", FRAME)
"""Messages that may stand in mkdocs.yml."""
TITLED = ("nav", "copyright", "markdown_extensions")
"""Settings of mkdocs.yml that hold words for readers."""
LABELS = "partials/labels.html"
LANGUAGES = "partials/languages"


def partials(say: Messages) -> Iterator[tuple[str, bytes]]:
    """Files for the overrides: the labels, and the language where the theme doesn't know it."""
    labels = {name.removeprefix(FRAME): say(name) for name in say.words if name.startswith(FRAME)}
    labels["locale"] = _locale(say.language)
    yield LABELS, f"{{% set label = {json.dumps(labels, ensure_ascii=False)} %}}\n".encode()
    known = [name for name in wider(say.language) if _theme_speaks(name)]
    if say.language not in known:
        own = json.dumps({"language": say.language, "direction": say.direction})
        base = f"{LANGUAGES}/{known[0] if known else ENGLISH}.html"
        text = (
            f'{{% import "{base}" as base %}}{{% macro t(key) %}}{{{{ {own}[key] or base.t(key) }}}}{{% endmacro %}}\n'
        )
        yield f"{LANGUAGES}/{say.language}.html", text.encode()


def _theme_speaks(language: str) -> bool:
    theme = find_spec("material")
    folders = (theme.submodule_search_locations or []) if theme is not None else []
    return any((Path(folder) / "templates" / LANGUAGES / f"{language}.html").is_file() for folder in folders)


def _locale(language: str) -> str:
    """A language with the country that it is most spoken in, as Open Graph wants it.

    >>> _locale("de")
    'de_DE'
    """
    from babel.core import get_global

    known = get_global("likely_subtags")
    likely = next((found for name in wider(language) if (found := known.get(name.replace("-", "_")))), language)
    named, *rest = language.split("-")
    countries = [part for part in (*rest, *likely.split("_")[1:]) if len(part) == 2 and part.isalpha()]
    return "_".join([named, *(country.upper() for country in countries[:1])])


def with_titles(config: Mapping[str, Any], parent: str, say: Messages) -> bytes:
    """Settings for MkDocs that inherit those of `parent`, whose English titles of ours are put into `say`'s words."""
    plain = json.dumps(config, indent=1)
    english = {name: text for name, text in of_packages(ENGLISH).items() if name.startswith(TITLES)}
    titles = {str(text): say(name) for name, text in english.items() if say(name) != text}
    try:
        theirs = yaml.compose(parent, Loader=yaml.SafeLoader) if titles else None
    except yaml.YAMLError:
        theirs = None  # MkDocs says better what is wrong with it
    if not isinstance(theirs, yaml.MappingNode):
        return plain.encode()
    ours = yaml.compose(plain, Loader=yaml.SafeLoader)
    assert isinstance(ours, yaml.MappingNode)
    for name, node in _members(theirs):
        if name in TITLED and _retitle(node, titles):
            _put(ours, name, node)
    return yaml.serialize(ours, Dumper=yaml.SafeDumper, allow_unicode=True).encode()


def _members(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
    for key, value in node.value:
        yield str(key.value), value


def _put(mapping: yaml.MappingNode, name: str, value: yaml.Node) -> None:
    mapping.value.append((yaml.ScalarNode("tag:yaml.org,2002:str", name), value))


def _retitle(node: yaml.Node, titles: Mapping[str, str]) -> bool:
    """Puts titles into other words; True if there was one."""
    if isinstance(node, yaml.ScalarNode):
        if node.value not in titles:
            return False
        node.value = titles[node.value]
        return True
    parts = node.value
    if isinstance(node, yaml.MappingNode):
        parts = [part for pair in node.value for part in pair]
    return any([_retitle(part, titles) for part in parts])
