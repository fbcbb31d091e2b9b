"""Files of messages, and what is wrong with those of a project."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from generator.config import MESSAGES, Message, Settings
from generator.errors import SettingsError
from generator.paths import templates

ENGLISH = "en"
FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""The plural forms of CLDR. A table of nothing else is one message, any other table a group of messages."""
SLOT = re.compile(r"\{([a-z_]+)\}")
NAMED = 12
"""Missing messages that `brief check` names; the others it counts."""

Catalogue = Mapping[str, Message]
"""Name of a message, "count.briefs", -> its text, or its text by plural form."""


def layers(language: str, own: Catalogue) -> list[Catalogue]:
    """What is said in a language, what counts least first. Raises SettingsError where nothing is."""
    found = [*map(of_packages, reversed(wider(language))), own]
    if not any(found):
        known = ", ".join(f'"{name}"' for name in shipped())
        raise SettingsError(
            f'labels = "{language}": there are no messages in this language. Choose {known}, '
            f"or write {MESSAGES}/{language}.toml; CONTRIBUTING.md says how."
        )
    return found


def wider(language: str) -> list[str]:
    """A language and those that it is a kind of.

    >>> wider("de-AT")
    ['de-AT', 'de']
    """
    parts = language.split("-")
    return ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]


def shipped() -> list[str]:
    """The languages that come with newsbrief."""
    return sorted(path.stem for path in (templates() / MESSAGES).glob("*.toml"))


@cache
def of_packages(language: str) -> Catalogue:
    """The messages of a language that come with newsbrief; none if it does not come with it."""
    return _read(templates() / MESSAGES / f"{language}.toml")


def own_messages(folder: Path, language: str) -> dict[str, Message]:
    """A project's own messages in a language. Raises SettingsError for a file that cannot be used."""
    found: dict[str, Message] = {}
    for name in reversed(wider(language)):
        path = folder / f"{name}.toml"
        own = _read(path)
        for key, message in own.items():
            _refuse_unusable(f"{path}: {key}", message, of_packages(ENGLISH).get(key))
        found |= own
    layers(language, found)
    return found


def _read(path: Path) -> dict[str, Message]:
    if not path.is_file():
        return {}
    try:
        return dict(_flat(path, "", tomllib.loads(path.read_text(encoding="utf-8"))))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error


def _flat(path: Path, group: str, table: Mapping[str, object]) -> Iterator[tuple[str, Message]]:
    for key, value in table.items():
        name = f"{group}.{key}" if group else key
        if isinstance(value, str):
            yield name, value
        elif not isinstance(value, dict) or not value:
            raise SettingsError(f"{path}: {name} is no text. Put it between quotation marks.")
        elif value.keys() <= FORMS and all(isinstance(text, str) for text in value.values()):
            if "other" not in value:
                raise SettingsError(f'{path}: {name} has no text for the plural form "other", which is always needed.')
            yield name, value
        else:
            yield from _flat(path, name, value)


def _refuse_unusable(where: str, message: Message, english: Message | None) -> None:
    """Raises SettingsError for a message that no page could print in place of the English one."""
    if english is None:
        return
    if isinstance(english, str) and not isinstance(message, str):
        raise SettingsError(f"{where} is one text without plural forms.")
    strange = sorted(slots(message) - slots(english))
    if strange:
        known = ", ".join(f"{{{name}}}" for name in sorted(slots(english))) or "none"
        raise SettingsError(f"{where} has {{{strange[0]}}}, which nothing fills in. Possible here: {known}.")


def slots(message: Message) -> frozenset[str]:
    """The names in braces of a message."""
    texts = [message] if isinstance(message, str) else message.values()
    return frozenset(name for text in texts for name in SLOT.findall(text))


def gaps(settings: Settings, forms: Sequence[str]) -> Iterator[str]:
    """What a project's messages lack or have too much of; `forms` are the plural forms of its language."""
    language, english = settings.labels, of_packages(ENGLISH)
    said = {name for layer in layers(language, settings.messages) for name in layer}
    missing = [name for name in english if name not in said] if wider(language)[-1] != ENGLISH else []
    if missing:
        more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
        yield f'labels: not said in "{language}", so pages say it in English: {", ".join(missing[:NAMED])}{more}'
    for name, message in settings.messages.items():
        if name not in english:
            yield f"labels: {MESSAGES} have {name}, which no page asks for"
        elif not isinstance(message, str) and (lost := [form for form in forms if form not in message]):
            yield f'labels: {name} has no text for the plural form {", ".join(lost)} of "{language}"'
