"""What is no figure although it is a number: dates, names, labels, ages."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.figures.nouns import noun_of, of_noun
from generator.figures.number import Number, word_before
from generator.words import word_list

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
_PLACES = frozenset({"FAC", "LOC"})
TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "weekend"})

Refusal = Callable[[Number], bool]
"""True for a number that is no figure."""

_MONTH_NAMES = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    ]
)
_FOUR = re.compile(r"\d{4}")
#: "the 1965 riots": years that count nothing; "1900 men" and "2000 men" do.
_YEARS = re.compile(r"(?:19|20)(?!00)\d\d")
_DISTANT = frozenset({"ago", "earlier", "later", "before", "after", "old", "hence", "from", "prior", "previously"})
_RELATIVE = frozenset({"last", "past", "next", "previous", "coming", "recent"})
_HOURS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_CLOCK = frozenset({"am", "pm", "o'clock", "o’clock", "gmt", "utc"})


def _date(number: Number) -> bool:
    """ "April 18", "18 April 2023", "in 1994", "two days ago", "the last three years"."""
    near = [token.lower_ for token in (word_before(number), *number.following[:1]) if token is not None]
    if any(word.rstrip(".") in _MONTH_NAMES for word in near):
        return True
    quantity = number.quantity
    if quantity.sign or quantity.glued or quantity.kind == "share":
        return False
    counted = noun_of(number) or of_noun(number, vague=True)
    if _FOUR.fullmatch(number.words) and (counted is None or _YEARS.match(number.words)):
        return quantity.bound == "exact"
    if counted is None:
        # "The toll stands at 47."
        stands = near[:1] == ["at"] and number.last.ent_type_ == "DATE"
        return number.last.ent_type_ in ("DATE", "TIME") and not stands
    if counted.lemma_.lower() not in TIME_UNITS:
        return False
    before = word_before(number)
    after = number.doc[counted.i + 1].lower_ if counted.i + 1 < len(number.doc) else ""
    # "for eight years after which" lasts, "eight years after" dates.
    lasts = before is not None and before.lower_ == "for"
    return (after in _DISTANT and not lasts) or (before is not None and before.lower_ in _RELATIVE)


def _name(number: Number) -> bool:
    """ "Channel 4", "Seven Network", "12 Acacia Gardens": the number is a part of a name."""
    if number.quantity.sign or number.first.text.islower():
        return False
    noun = noun_of(number)
    behind = number.following[0] if number.following else None
    if number.first.text.istitle() and behind is not None and behind.text.istitle() and not number.in_heading:
        # "the Seven Sisters hills"
        return number.first.i != number.sentence.first
    if number.last.ent_type_ not in NAMES:
        return noun is not None and noun.ent_type_ in _PLACES and noun.ent_iob_ == "I" and number.words.isdigit()
    return number.first.ent_iob_ == "I" or noun is None or not noun.text.islower()


def _label(number: Number) -> bool:
    """ "Section 230", "No. 10", "top 20", "Phase 3", "Wolf 15 phones"."""
    before = word_before(number)
    if before is not None and before.lower_ == "." and before.i:
        before = before.nbor(-1)
    if before is None:
        return False
    is_model = before.tag_ == "NNP" and before.dep_ in ("nmod", "compound") and before.head.i > number.last.i
    return before.lower_.rstrip(".") in word_list("number_labels") or (is_model and number.words.isdigit())


def _clock(number: Number) -> bool:
    """ "1 p.m.", "5 o'clock", "1830 GMT", "1830 hours"."""
    behind = number.following[0].lower_.replace(".", "") if number.following else ""
    return behind in _CLOCK or (behind == "hours" and _HOURS.fullmatch(number.words) is not None)


def _age(number: Number) -> bool:
    """ "aged 15", "12 years old", "12 years of age"."""
    before = word_before(number)
    if before is not None and before.lower_ in ("aged", "age", "ages"):
        return True
    first, *rest = [token.lower_ for token in number.following[:3]] or [""]
    return first in ("year", "years") and (rest[:1] in (["old"], ["young"]) or rest == ["of", "age"])


def _lone_one(number: Number) -> bool:
    """ "One official said", "one of the best": hardly a count; but "killed one man" and "at least one man" are."""
    if number.quantity.value != 1 or number.quantity.bound != "exact" or number.quantity.sign:
        return False
    if number.last.lower_ != "one":
        return False
    noun = noun_of(number)
    return noun is None or noun.dep_ not in ("dobj", "nsubjpass") or noun.lemma_.lower() in TIME_UNITS


def _or_two(number: Number) -> bool:
    """ "a storm or two": how many is not meant, and what follows may be a verb ("or two exists")."""
    before = word_before(number)
    if number.words.lower() not in ("two", "three") or before is None or before.lower_ != "or" or not before.i:
        return False
    return any(child.lower_ in ("a", "an") for child in before.nbor(-1).lefts)


REFUSALS: tuple[tuple[str, Refusal], ...] = (
    ("date", _date),
    ("name", _name),
    ("label", _label),
    ("clock", _clock),
    ("age", _age),
    ("lone-one", _lone_one),
    ("or-two", _or_two),
)
"""What is no figure although it is a number."""
