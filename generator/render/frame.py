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
