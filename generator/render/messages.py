"""What newsbrief itself says on pages: messages in the language of the project, with plural forms and numbers by CLDR.

A message is a text with slots, "All {n} of {year}", or one such text for each plural form of its language. For "de-AT"
the messages of "de-AT" go before those of "de", these before English ones, and a project's own before all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.actors.countries import country_names
from generator.config import Message, Settings
from generator.errors import BuildError
from generator.render.catalogues import ENGLISH, SLOT, layers, of_packages, wider
from generator.render.escape import finalize, html

if TYPE_CHECKING:
    from babel import Locale

COUNTED = "n"
"""The slot whose number chooses the plural form."""


class Messages:
    """Says things in one language; what it has no words for it says in English."""

    def __init__(self, language: str = ENGLISH, own: Mapping[str, Message] | None = None) -> None:
        """Raises SettingsError where nothing is said in this language at all."""
        self.language = language
        self.words: dict[str, Message] = dict(of_packages(ENGLISH))
        for layer in layers(language, own or {}):
            self.words |= {name: message for name, message in layer.items() if name in self.words}
        self._locale = None if language == ENGLISH else locale_of(language)
        self._signs = _signs(self._locale)

    def __call__(self, name: str, /, **values: object) -> str:
        """A message as plain text.

        >>> Messages()("count.briefs", n=1), Messages()("count.briefs", n=1200)
        ('1 brief', '1,200 briefs')
        """
        return _filled(name, _pieces(self._text(name, values.get(COUNTED))), self._grouped(name, values), str)

    def markup(self, name: str, /, **values: object) -> Markup:
        """A message for a page: its own text and every value in it go through the door, markup stays.

        >>> print(Messages().markup("brief.also", names="<Mayor>"))
        also &lt;Mayor&gt;
        """
        text = self._text(name, values.get(COUNTED))
        return Markup(_filled(name, _escaped(text), self._grouped(name, values), finalize))

    def word(self, group: str, value: str) -> str:
        """The word for a value of the data, such as a role; one that nobody has a word for stands as it is.

        >>> Messages().word("role", "photo"), Messages().word("role", "sign_language")
        ('photo', 'sign language')
        """
        name = f"{group}.{value}"
        return self(name) if name in self.words else value.replace("_", " ")

    def counted(self, name: str, number: float, written: str) -> str:
        """A message as plain text with a number that is written in a way of its own."""
        return _filled(name, _pieces(self._text(name, number)), {COUNTED: written}, str)

    def bold(self, name: str, /, n: int, **values: object) -> Markup:
        """A message for a page with its number in bold."""
        bold = {**values, COUNTED: Markup("<b>{}</b>").format(self.number(f"{n:,}"))}
        return Markup(_filled(name, _escaped(self._text(name, n)), bold, finalize))

    def number(self, written: str) -> str:
        """A number written as in English, "1,234.5", with the signs of the language."""
        return written.translate(self._signs)

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 alpha-2 code; empty where nobody knows it."""
        english = country_names().get(code, "")
        return str(self._locale.territories.get(code, english)) if self._locale is not None else english

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return self._locale.text_direction if self._locale is not None else "ltr"

    def _grouped(self, name: str, values: Mapping[str, object]) -> Mapping[str, object]:
        """The values of a message, its number with groups of three digits where things are counted."""
        number = values.get(COUNTED)
        if isinstance(number, int) and not isinstance(self.words.get(name), str):
            return {**values, COUNTED: self.number(f"{number:,}")}
        return values

    def _text(self, name: str, number: object) -> str:
        """The text of a message that fits a number."""
        message = self.words.get(name)
        if message is None:
            raise BuildError(f"There is no message {name}. Look into the file en.toml of the templates.")
        if isinstance(message, str):
            return message
        if not isinstance(number, int | float):
            raise BuildError(f"The message {name} is not given its number.")
        form = ("one" if number == 1 else "other") if self._locale is None else self._locale.plural_form(number)
        return message.get(form, message["other"])


@cache
def _pieces(text: str) -> tuple[str, ...]:
    """Literal text and names of slots, by turns."""
    return tuple(SLOT.split(text))


@cache
def _escaped(text: str) -> tuple[str, ...]:
    """The same, the literal text ready for a page."""
    return tuple(piece if place % 2 else str(html(piece)) for place, piece in enumerate(_pieces(text)))


def _filled(name: str, pieces: tuple[str, ...], values: Mapping[str, object], door: Callable[[object], object]) -> str:
    if len(pieces) == 1:
        return pieces[0]
    try:
        return "".join(str(door(values[piece])) if place % 2 else piece for place, piece in enumerate(pieces))
    except KeyError as error:
        raise BuildError(f"The message {name} is not given its {error}.") from error


def messages_of(settings: Settings) -> Messages:
    """The messages of a project. Raises SettingsError."""
    return Messages(settings.labels, settings.messages)


def locale_of(language: str) -> Locale | None:
    """What CLDR knows of a language, or of the one that it is a kind of; None where it knows neither."""
    from babel import Locale, UnknownLocaleError  # English needs none of it

    for name in wider(language):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _signs(locale: Locale | None) -> dict[int, str]:
    if locale is None:
        return {}
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})
