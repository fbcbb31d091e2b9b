"""What stands around a page, in the language of the project: words for the theme's overrides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from generator.render.catalogues import ENGLISH, wider
from generator.render.messages import Messages

FRAME = "frame."
"""Messages of the theme's overrides."""
LABELS = "partials/labels.html"
LANGUAGES = "partials/languages"


def partials(say: Messages) -> Iterator[tuple[str, bytes]]:
    """Files for the overrides: the labels, and the language where the theme doesn't know it."""
    labels = {name.removeprefix(FRAME): say(name) for name in say.words if name.startswith(FRAME)}
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
