"""What a number counts: money, shares, measures, and things by their nouns."""

from __future__ import annotations

from collections.abc import Callable

from generator.estimates import counted_before
from generator.figures.money import WHOSE_DOLLARS, currencies, measures
from generator.figures.nouns import end_of, noun_of, of_noun, unit_of
from generator.figures.number import Counted, Number
from generator.figures.refusals import TIME_UNITS
from generator.words import word_list

Rule = Callable[[Number], Counted | None]
"""Says what a number counts, or None."""


def _money(number: Number) -> Counted | None:
    """ "$1.2 billion", "two million euros", "millions of Canadian dollars"."""
    sign = number.quantity.sign
    if sign:
        unit, currency = currencies()[sign.upper()]
        return Counted(number.quantity.end, unit, number.home if sign == "$" else currency)
    noun = noun_of(number) or of_noun(number, vague=True)
    if noun is None or noun.lemma_.lower() not in currencies():
        return None
    unit, currency = currencies()[noun.lemma_.lower()]
    if currency is None and noun.i > number.last.i + 1:
        currency = WHOSE_DOLLARS.get(noun.nbor(-1).lower_)
    return Counted(end_of(noun), unit, currency)


def _percent(number: Number) -> Counted | None:
    """ "40 percent", "3.8%", "4 per cent", "two percentage points"."""
    words = [token.lower_ for token in number.following[:2]]
    if words[:1] in (["%"], ["percent"], ["pct"]):
        return Counted(end_of(number.following[0]), "percent")
    if words == ["per", "cent"]:
        return Counted(end_of(number.following[1]), "percent")
    if words[:1] == ["percentage"] and words[1:] in (["point"], ["points"]):
        return Counted(end_of(number.following[1]), "percentage point")
    return None


def _measure(number: Number) -> Counted | None:
    """ "40 km", "300 mph"."""
    unit = measures().get(number.following[0].lower_) if number.following else None
    return Counted(end_of(number.following[0]), unit) if unit else None


def _vague(number: Number) -> Counted | None:
    """ "dozens of people"."""
    noun = of_noun(number, vague=True) if number.quantity.vague else None
    return Counted(end_of(noun), unit_of(noun)) if noun is not None else None


def _subset(number: Number) -> Counted | None:
    """ "15 of the 22 missiles": a part of a whole that is counted elsewhere."""
    noun = None if number.quantity.vague else of_noun(number, vague=False)
    return Counted(end_of(noun), unit_of(noun)) if noun is not None else None


def _count(number: Number) -> Counted | None:
    """ "15 missiles", "at least 80 terrorist soldiers"."""
    noun = None if number.quantity.vague else noun_of(number)
    if noun is None or noun.lemma_.lower() in ("other", "more"):
        return None
    return Counted(end_of(noun), unit_of(noun))


def _casualties(number: Number) -> Counted | None:
    """ "Thirteen were killed", "wounding 30", "killing 12 and injuring 30 others": people, where the verb says so."""
    token = number.last
    others = noun_of(number)
    if others is not None:
        token = others
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj") or number.quantity.vague:
        return None
    if token.head.lemma_.lower() not in word_list("casualty_verbs"):
        return None
    return Counted(end_of(token), "people")


def _elliptic(number: Number) -> Counted | None:
    """ "The navy launched 18 boats, and an analysis found the remains of at least 22": 22 boats."""
    token = number.last
    if number.quantity.bound == "exact" or number.quantity.sign or number.quantity.vague or noun_of(number) is not None:
        return None
    if number.following and not number.following[0].is_punct:
        return None
    noun = counted_before(token)
    if noun is None or noun.lemma_.lower() in TIME_UNITS or noun.lemma_.lower() in currencies():
        return None
    return Counted(number.quantity.end, unit_of(noun))


RULES: tuple[tuple[str, Rule], ...] = (
    ("money", _money),
    ("percent", _percent),
    ("measure", _measure),
    ("vague", _vague),
    ("count", _count),
    ("subset", _subset),
    ("casualties", _casualties),
    ("elliptic", _elliptic),
)
"""First come, first served."""
