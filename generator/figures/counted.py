"""What a number counts that stands beside it: money, shares, measures, and things by their nouns."""

from __future__ import annotations

from collections.abc import Callable

from generator.figures.money import currencies, measures, whose
from generator.figures.nouns import end_of, noun_of, of_noun, unit_of, whole_noun
from generator.figures.number import Counted, Number, word_before
from generator.figures.refusals import TIME_UNITS

Rule = Callable[[Number], Counted | None]
"""Says what a number counts, or None."""

#: Of these there are halves: "half an hour".
_HALVED = TIME_UNITS | {"mile", "point", "percent", "inch", "foot", "degree", "acre", "ton", "tonne", "kilometer"}


def money(number: Number) -> Counted | None:
    """ "$1.2 billion", "two million euros", "millions of Canadian dollars"."""
    sign = number.quantity.sign
    if sign:
        unit, currency = currencies()[sign]
        return Counted(number.quantity.end, unit, number.home if sign == "$" else currency)
    noun = noun_of(number) or of_noun(number, vague=True)
    named = None if noun is None else currencies().get(noun.lower_) or currencies().get(noun.lemma_.lower())
    if noun is None or named is None:
        return None
    unit, currency = named
    before = noun.nbor(-1)
    if currency is None and before.i > number.last.i and before.lower_ != "of":
        currency = whose(before.lower_, unit)
    elif unit == "dollar":
        currency = number.home
    return Counted(end_of(noun), unit, currency)


def percent(number: Number) -> Counted | None:
    """ "40 percent", "3.8%", "4 per cent", "two percentage points", "a 2-percent rise"."""
    tokens = [token for token in number.following[:4] if token.text != "-"]
    words = [token.lower_ for token in tokens[:2]]
    if words[:1] in (["%"], ["percent"], ["pct"]):
        return Counted(tokens[0].idx + len(tokens[0]), "percent")
    if words == ["per", "cent"]:
        return Counted(end_of(tokens[1]), "percent")
    if words[:1] == ["percentage"] and words[1:] in (["point"], ["points"]):
        return Counted(end_of(tokens[1]), "percentage point")
    return None


def measure(number: Number) -> Counted | None:
    """ "40 km", "20km", "300 mph", "50 sq km"."""
    known = measures()
    if number.quantity.glued:
        return Counted(number.quantity.end, known[number.quantity.glued.lower()])
    signs = [token.lower_ for token in number.following[:2]]
    if signs[:1] == ["sq"] and signs[1:] and signs[1] in known:
        return Counted(end_of(number.following[1]), f"square {known[signs[1]]}")
    return Counted(end_of(number.following[0]), known[signs[0]]) if signs and signs[0] in known else None


def half(number: Number) -> Counted | None:
    """ "half an hour", "half a mile"."""
    if number.words.lower() != "half" or len(number.following) < 2 or number.following[0].lower_ not in ("a", "an"):
        return None
    noun = number.following[1]
    return Counted(end_of(noun), unit_of(noun)) if noun.lemma_.lower() in _HALVED else None


def share(number: Number) -> Counted | None:
    """ "a third of the voters", "half the voters", "two in five men"; the unit is that of the whole."""
    if number.quantity.kind != "share":
        return None
    following, words = number.following, number.words.lower()
    of = next((place for place, token in enumerate(following) if token.lower_ == "of"), None)
    is_of = of is not None and (of == 0 or following[0].text in "—–-")
    if of is not None and is_of:
        noun = whole_noun(following[of + 1 :])
    elif words == "half" or " in " in words or "out of" in words or "every" in words:
        noun = noun_of(number) or (whole_noun(following) if words == "half" else None)
        if words == "half" and noun is not None and noun.tag_ not in ("NNS", "NNPS"):
            return None
    else:
        noun = None
    if noun is not None:
        return Counted(end_of(noun), unit_of(noun))
    part, before = number.last.lower_.removesuffix("s"), word_before(number)
    is_change = before is not None and before.lower_ == "by"
    return Counted(number.quantity.end, part) if is_of or "-" in words or is_change else None


def vague(number: Number) -> Counted | None:
    """ "dozens of people", "several hundred people", "thousands more people"."""
    if number.quantity.kind != "vague":
        return None
    is_adjective = not number.last.lower_.endswith("s") or (number.following and number.following[0].lower_ == "more")
    noun = of_noun(number, vague=True) or (noun_of(number) if is_adjective else None)
    if noun is None:
        return None
    # "thousands of others"
    return Counted(end_of(noun), "people" if noun.lemma_.lower() == "other" else unit_of(noun))


def subset(number: Number) -> Counted | None:
    """ "15 of the 22 missiles": a part of a whole that is counted elsewhere."""
    noun = of_noun(number, vague=False) if number.quantity.kind == "number" else None
    return Counted(end_of(noun), unit_of(noun)) if noun is not None else None


def count(number: Number) -> Counted | None:
    """ "15 missiles", "at least 80 terrorist soldiers"."""
    noun = noun_of(number) if number.quantity.kind == "number" else None
    if noun is None or noun.lemma_.lower() in ("other", "more"):
        return None
    return Counted(end_of(noun), unit_of(noun))
