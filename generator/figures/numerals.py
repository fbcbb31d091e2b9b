"""The value of numbers in words and digits."""

from __future__ import annotations

import re

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
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""Only after a sum of money: elsewhere "100m" is a distance."""


def value_of(match: re.Match[str]) -> Value:
    groups = match.groupdict()
    if groups["digits"] is None:
        return words_value(groups["words"])
    digits = groups["digits"].replace(",", "")
    value: Value = float(digits) if "." in digits else int(digits)
    for scale in (groups["scales"] or "").lower().replace("-", " ").split():
        value *= SCALES[scale]
    value *= SHORT_SCALES.get((groups.get("short") or "").lower(), 1)
    return tidy(value)


def words_value(words: str) -> Value:
    """The value of a number in words.

    >>> words_value("two hundred and twenty-five thousand"), words_value("half a dozen")
    (225000, 6)
    """
    total: Value = 0
    current: Value = 0
    half = False
    for word in words.lower().replace("-", " ").split():
        if word == "half":
            half = True
        elif word in SMALL:
            current += SMALL[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = (current or 1) * scale
            if scale >= SCALES["thousand"]:
                total, current = total + current, 0
    return tidy((total + current) / 2 if half else total + current)


def tidy(value: Value) -> Value:
    """Floats without their noise: 1.2 * 10**9 is 1200000000."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


def scaled(low: Value, low_scales: str | None, high: Value, high_scales: str | None) -> tuple[Value, Value]:
    """Bounds of a range whose scale stands once: "10 to 15 million"."""
    if high_scales and not low_scales:
        for scale in high_scales.lower().replace("-", " ").split():
            low = tidy(low * SCALES[scale])
    return low, high
