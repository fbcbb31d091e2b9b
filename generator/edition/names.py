"""Names: what two spellings of one name have in common, from strict to loose."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from slugify import slugify

from generator.actors.words import words
from generator.edition.tables import given_forms, romanization, variants

_NOT_WORD = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.)+")
DOUBLED = re.compile(r"(.)\1+")
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bb\u02bc\u02b9\u0060\u00b4\u02bf\u02be")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "\u0259": "e"}
)
_LATIN = 0x250
"""Letters from here on are not Latin, or rare."""
SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
LONGEST = 12
"""Words of a name that count; a longer one is a list or a sentence."""


def name_key(name: str) -> str:
    """What two spellings of one name have in common.

    >>> name_key("The U.N.") == name_key("UN")
    True
    """
    words = _NOT_WORD.sub(" ", name.casefold().replace(".", "").replace("\u2019", "'").replace("'s", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def fold(name: str, *, initials: bool = False) -> list[str]:
    """The words of a name in small Latin letters without accents, apostrophes and dots; `initials` are words apart.

    >>> fold("J.K. O’Hára-Łem", initials=True)
    ['j', 'k', 'ohara', 'lem']
    """
    text = _INITIALS.sub(lambda found: found[0].replace(".", " "), name) if initials else name
    text = text.translate(_APOSTROPHES).casefold().translate(_LETTERS)
    if any(ord(letter) >= _LATIN for letter in text):
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
        if any(_is_foreign(letter) for letter in text):
            text = slugify(text, separator=" ")
    elif not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", text.replace(".", "")).split()[:LONGEST]


def _is_foreign(letter: str) -> bool:
    """True for Cyrillic, Greek, Arabic and Hebrew; one Chinese sound stands for many names."""
    return "\u0370" <= letter <= "\u077f"


def sound(word: str) -> str:
    """A word of small Latin letters as most romanizations would agree on it.

    >>> sound("zelmenskiy") == sound("zelmenskyy") == sound("zelmensky")
    True
    """
    for written, folded in romanization():
        word = word.replace(written, folded) if isinstance(written, str) else written.sub(folded, word)
    return DOUBLED.sub(r"\1", word)


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart."""

    words: tuple[str, ...]
    """As `fold` gives them, without a suffix such as "Jr."."""
    sounds: tuple[str, ...]
    """The same as `sound` gives them."""
    core: tuple[str, ...]
    """Sounds of the words that are no particles: of "Abdel al-Rask" and "Abdel Rask" the same."""
    suffix: str
    numbers: tuple[str, ...]

    @property
    def is_lone(self) -> bool:
        """True for a last name, or a first name, alone."""
        return len(self.core) < 2

    @property
    def given(self) -> str:
        """Sound of the first name."""
        return self.core[0] if len(self.core) > 1 else ""

    @property
    def last(self) -> str:
        """Sound of the last name."""
        return self.core[-1] if self.core else ""

    @property
    def middle(self) -> tuple[str, ...]:
        """Sounds between first and last name."""
        return self.core[1:-1]


def person_name(name: str) -> Name:
    """The name of a person, taken apart."""
    parts = fold(name, initials=True)
    suffix = SUFFIXES.get(parts[-1], "") if len(parts) > 2 else ""
    if suffix:
        parts.pop()
    sounds = [sound(part) for part in parts]
    particles = words().particles
    core = [heard for part, heard in zip(parts, sounds, strict=True) if part not in particles]
    numbers = tuple(part for part in parts if any(c.isdigit() for c in part))
    return Name(tuple(parts), tuple(sounds), tuple(core or sounds), suffix, numbers)


def other_name(name: str) -> Name:
    """The name of a body or a place, taken apart; words written in two ways are one."""
    table = variants()
    parts = [table.get(part, part) for part in fold(name)]
    parts = parts[1:] if len(parts) > 1 and parts[0] == "the" else parts
    sounds = [sound(part) for part in parts]
    numbers = tuple(part for part in parts if any(c.isdigit() for c in part))
    return Name(tuple(parts), tuple(sounds), tuple(sounds), "", numbers)


def may_be_one_given(one: str, other: str) -> bool:
    """True for two sounds of first names that one person may have: equal, an initial, or forms of one name."""
    if one == other or (one[:1] == other[:1] and 1 in (len(one), len(other))):
        return True
    table = given_forms()
    return bool(table.get(one, frozenset()) & table.get(other, frozenset()))
