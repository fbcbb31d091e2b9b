"""Which language a text is written in; only English is briefed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast

from generator.errors import SkippedSeed
from generator.lines import Line, printable
from generator.model import Seed


class Identifier(Protocol):
    """Names the language of a text."""

    def classify(self, text: str) -> tuple[str, float]:
        """ISO 639-1 code and probability."""


SAMPLE = 20_000
"""Characters that are looked at."""
SHORTEST = 80
"""Letters; of a shorter text in Latin letters the language is not judged."""
SURE = 0.99
"""Probability from which another language is believed."""

# Languages that news in Latin letters comes in; fewer candidates make fewer odd guesses.
_CANDIDATE = re.compile(
    "en|af|ca|cs|cy|da|de|es|et|eu|fi|fr|ga|hr|hu|id|is|it|lt|lv|ms|nb|nl|nn|no|pl|pt|ro|sk|sl|sq|sv|sw|tl|tr|vi"
)
_COMMON_ENGLISH = re.compile(
    "the|of|and|to|in|that|is|was|for|on|with|said|by|as|it|at|from|be|are|has|have|not|but|his", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def refuse_other_languages(seed: Seed, lines: Sequence[Line]) -> None:
    """Raises SkippedSeed (language) if the text is surely not English."""
    said = seed.metadata.language
    if said is not None and not said.casefold().startswith("en"):
        raise _refused(seed, f'the language "{said}", as its metadata says')
    sample = "\n".join(_until(lines, SAMPLE))
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < 20:
        return
    if sum(_is_latin(char) for char in letters) * 2 < len(letters):
        raise _refused(seed, "a script other than the Latin one")
    if len(letters) < SHORTEST or _reads_english(sample):
        return
    language, probability = _identifier().classify(sample)
    if language != "en" and probability >= SURE:
        raise _refused(seed, f'the language "{language}"')


def _refused(seed: Seed, what: str) -> SkippedSeed:
    return SkippedSeed(
        "language",
        f"{printable(seed.name)}: written in {what}; only English is briefed. Remove the file, or translate it.",
        seed.name,
    )


def _until(lines: Sequence[Line], most: int) -> list[str]:
    out: list[str] = []
    for line in lines:
        out.append(line.text[:most])
        most -= len(line.text)
        if most <= 0:
            break
    return out


def _reads_english(sample: str) -> bool:
    """True if a fifth of the words are the commonest English ones: then no model needs to be asked."""
    words = _WORD.findall(sample)
    return sum(_COMMON_ENGLISH.fullmatch(word) is not None for word in words) * 5 >= len(words)


@cache
def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")


@cache
def _identifier() -> Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([name for name in identifier.labels if _CANDIDATE.fullmatch(name)])
    return cast(Identifier, identifier)
