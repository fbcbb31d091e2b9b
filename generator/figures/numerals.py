"""The value of numbers in words and digits."""

from __future__ import annotations

import re
from math import prod

Value = int | float

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {
    **{word: value for value, word in enumerate(ONES.split())},
    **{word: 10 * value for value, word in enumerate(TENS.split(), 2)},
}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""Right behind the digits: "$5m", "3bn people"."""
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
"""Nouns of fractions and how many of them are one."""
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def digits_value(match: re.Match[str]) -> Value:
    """The value of a match with the groups "digits", "scales", "short" and "halves"."""
    groups = match.groupdict()
    digits = re.sub(r"[,\s]", "", groups["digits"])
    value: Value = float(digits) if "." in digits else int(digits)
    if groups.get("halves"):
        value += _HALVES.get(groups["halves"].strip(), 0.5)
    return tidy(value * scale_of(groups["scales"] or groups["short"]))


def scale_of(words: str | None) -> int:
    """What the words for thousands and more make of one.

    >>> scale_of("hundred thousand"), scale_of("bn"), scale_of("")
    (100000, 1000000000, 1)
    """
    known = SCALES | SHORT_SCALES
    return prod(known[word] for word in (words or "").lower().replace("-", " ").split())


def words_value(words: str) -> Value:
    """The value of a number in words.

    >>> words_value("two hundred and twenty-five thousand"), words_value("half a dozen"), words_value("two and a half")
    (225000, 6, 2.5)
    """
    words = words.lower().replace("-", " ")
    words, more = words.removesuffix(" and a half"), 0.5 * words.endswith(" and a half")
    total: Value = 0
    current: Value = 0
    half = False
    for word in words.split():
        if word == "half":
            half = True
        elif word in SMALL:
            current += SMALL[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = (current or 1) * scale
            if scale >= SCALES["thousand"]:
                total, current = total + current, 0
    return tidy((total + current) / 2 if half else total + current + more)


def share_value(words: str) -> Value:
    """The value of a fraction in words, to four places.

    >>> share_value("two-thirds"), share_value("half"), share_value("three quarters")
    (0.6667, 0.5, 0.75)
    """
    *many, part = words.lower().replace("-", " ").split()
    part = "half" if part == "halves" else part.removesuffix("s")
    return round(SMALL.get(many[0], 1) / PARTS[part] if many else 1 / PARTS[part], 4)


def tidy(value: Value) -> Value:
    """Floats without their noise: 1.2 * 10**9 is 1200000000."""
    value = round(value, 6)
    return int(value) if value == int(value) else value
