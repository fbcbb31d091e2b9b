"""Numbers with what they count: "at least 80 soldiers" is 80 or more of unit "soldier", and who said so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from generator.estimates import counted_before
from generator.identity import item_id
from generator.model import Actor, Article, Figure, Quote
from generator.nlp import Passage, Reading
from generator.numbers import VAGUE, Quantity, find_quantities
from generator.said import Said
from generator.units import WHOSE_DOLLARS, currencies, home_dollar, measures
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Doc, Token

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "weekend"})
#: Tags of what may stand between a number and its noun: "80 heavily armed, masked “rebel” soldiers".
_BETWEEN = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBN", "VBG", "HYPH", "POS", "RB", "``", "''"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
#: A noun that stands further away is not what a number counts.
_REACH = 7

#: Plurals of two nouns of which the news means one.
_LEMMAS = {"bases": "base", "axes": "axe", "data": "data", "media": "media"}


class Number(NamedTuple):
    """A quantity in its parsed sentence."""

    quantity: Quantity
    doc: Doc
    first: Token
    """First token of the number, qualifier and sign left out."""
    last: Token
    following: tuple[Token, ...]
    """The tokens behind it in its sentence, as far as a noun may be."""
    digits: str
    """The number as written."""
    home: str
    """ISO code of a bare "$"."""


class Counted(NamedTuple):
    """What a number counts."""

    end: int
    """Offset in the passage after the last word that belongs to the figure."""
    unit: str
    currency: str | None = None


Rule = Callable[[Number], Counted | None]
"""Says what a number counts, or None."""
Refusal = Callable[[Number], bool]
"""True for a number that is no figure."""


def find_figures(
    article: Article, reading: Reading, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]
) -> tuple[Figure, ...]:
    """All figures of the body in text order."""
    said, home = Said(article, reading, actors, quotes), home_dollar(article.url)
    found: list[Figure] = []
    for passage in reading.body:
        for number in _numbers(passage, home):
            figure = _figure(article, passage, number, said)
            if figure is not None:
                found.append(figure)
    return tuple(found)


def _numbers(passage: Passage, home: str) -> list[Number]:
    doc, text = passage.doc, passage.doc.text
    starts = [token.idx for token in doc]
    sentence_ends = [sentence.end for sentence in doc.sents]
    numbers = []
    for quantity in find_quantities(text):
        first = bisect_right(starts, quantity.number) - 1
        after = bisect_left(starts, quantity.end)
        sentence_end = sentence_ends[bisect_right(sentence_ends, after - 1)]
        following = tuple(doc[after : min(after + _REACH + 4, max(after, sentence_end))])
        numbers.append(
            Number(quantity, doc, doc[first], doc[after - 1], following, text[quantity.number : quantity.end], home)
        )
    return numbers


def _figure(article: Article, passage: Passage, number: Number, said: Said) -> Figure | None:
    if any(refuses(number) for _, refuses in REFUSALS):
        return None
    matches = ((name, rule(number)) for name, rule in RULES)
    name, counted = next((match for match in matches if match[1] is not None), ("", None))
    if counted is None:
        return None
    quantity = number.quantity
    start, end = passage.start + quantity.start, passage.start + counted.end
    return Figure(
        id=item_id("f", article.seed.sha256, [(start, end)]),
        start=start,
        end=end,
        text=article.text[start:end],
        rule=name if quantity.bound == "exact" else f"{name}/{quantity.bound}",
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=counted.unit,
        currency=counted.currency,
        speaker=said.speaker(passage.start + quantity.number, passage.start + quantity.end, "figure"),
        paragraph=passage.number,
    )


# ---------------------------------------------------------------- what is no figure


def _date(number: Number) -> bool:
    """ "April 18", "18 April 2023", "in 1994", "two days ago", "the last three years"."""
    near = [token.lower_ for token in (_before(number), *number.following[:1]) if token is not None]
    if any(word.rstrip(".")[:3] in _MONTHS and word.rstrip(".") in _MONTH_NAMES for word in near):
        return True
    quantity = number.quantity
    if quantity.sign:
        return False
    counted = _noun(number)
    if _FOUR.fullmatch(number.digits) and (counted is None or _YEARS.match(number.digits)):
        return quantity.bound == "exact"
    if counted is None:
        return number.last.ent_type_ in ("DATE", "TIME")
    if counted.lemma_.lower() not in TIME_UNITS:
        return False
    before = _before(number)
    after = number.doc[counted.i + 1].lower_ if counted.i + 1 < len(number.doc) else ""
    return after in _DISTANT or (before is not None and before.lower_ in _RELATIVE)


_MONTH_NAMES = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    ]
)
_MONTHS = frozenset(month[:3] for month in _MONTH_NAMES)
_FOUR = re.compile(r"\d{4}")
#: "the 1965 riots": years that count nothing; "1900 men" and "2000 men" do.
_YEARS = re.compile(r"(?:19|20)(?!00)\d\d")
_DISTANT = frozenset({"ago", "earlier", "later", "before", "after", "old", "hence", "from", "prior", "previously"})
_RELATIVE = frozenset({"last", "past", "next", "previous", "first", "final", "coming", "every", "recent", "within"})


def _name(number: Number) -> bool:
    """ "Channel 4", "Seven Network": the number is a part of a name."""
    return number.last.ent_type_ in NAMES and number.last.ent_iob_ != "O" and number.quantity.sign == ""


def _label(number: Number) -> bool:
    """ "Section 230", "No. 10", "top 20", "Phase 3"."""
    before = _before(number)
    if before is not None and before.lower_ == "." and before.i:
        before = before.nbor(-1)
    return before is not None and before.lower_.rstrip(".") in word_list("number_labels")


def _share(number: Number) -> bool:
    """ "one in five voters", "seven out of every 100 boys": two numbers that make one share."""
    before = _before(number)
    if before is None:
        return False
    return before.lower_ == "every" or (before.lower_ in ("in", "of") and before.i > 0 and before.nbor(-1).tag_ == "CD")


def _fraction(number: Number) -> bool:
    """ "a quarter of a trillion", "half of 40": the number is not what is meant."""
    before = _before(number)
    if before is None or before.lower_ != "of" or not before.i:
        return False
    return before.nbor(-1).lower_ in ("half", "quarter", "quarters", "third", "thirds", "fifth", "tenth", "fraction")


def _clock(number: Number) -> bool:
    """ "1 p.m.", "5 o'clock"."""
    return bool(number.following) and number.following[0].lower_.replace(".", "") in ("am", "pm", "o'clock", "o’clock")


def _age(number: Number) -> bool:
    """ "aged 15", "a girl, 12, and", "12 years old"."""
    before = _before(number)
    if before is not None and before.lower_ in ("aged", "age", "ages"):
        return True
    following = [token.lower_ for token in number.following[:2]]
    return following in (["years", "old"], ["year", "old"], ["years", "young"])


def _lone_one(number: Number) -> bool:
    """ "One official said", "one of the best": hardly a count; but "killed one man" and "at least one man" are."""
    if number.quantity.value != 1 or number.quantity.bound != "exact" or number.quantity.sign:
        return False
    if number.last.lower_ != "one":
        return False
    noun = _noun(number)
    return noun is None or noun.dep_ not in ("dobj", "nsubjpass") or noun.lemma_.lower() in TIME_UNITS


def _or_two(number: Number) -> bool:
    """ "a storm or two": how many is not meant, and what follows may be a verb ("or two exists")."""
    before = _before(number)
    if number.digits.lower() not in ("two", "three") or before is None or before.lower_ != "or" or not before.i:
        return False
    return any(child.lower_ in ("a", "an") for child in before.nbor(-1).lefts)


REFUSALS: tuple[tuple[str, Refusal], ...] = (
    ("date", _date),
    ("name", _name),
    ("label", _label),
    ("share", _share),
    ("fraction", _fraction),
    ("clock", _clock),
    ("age", _age),
    ("lone-one", _lone_one),
    ("or-two", _or_two),
)
"""What is no figure although it is a number."""


# ---------------------------------------------------------------- what is counted


def _money(number: Number) -> Counted | None:
    """ "$1.2 billion", "two million euros", "millions of Canadian dollars"."""
    sign = number.quantity.sign
    if sign:
        unit, currency = currencies()[sign.upper()]
        return Counted(number.quantity.end, unit, number.home if sign == "$" else currency)
    noun = _noun(number) or _of_noun(number, vague=True)
    if noun is None or noun.lemma_.lower() not in currencies():
        return None
    unit, currency = currencies()[noun.lemma_.lower()]
    if currency is None and noun.i > number.last.i + 1:
        currency = WHOSE_DOLLARS.get(noun.nbor(-1).lower_)
    return Counted(_end(noun), unit, currency)


def _percent(number: Number) -> Counted | None:
    """ "40 percent", "3.8%", "4 per cent", "two percentage points"."""
    words = [token.lower_ for token in number.following[:2]]
    if words[:1] in (["%"], ["percent"], ["pct"]):
        return Counted(_end(number.following[0]), "percent")
    if words == ["per", "cent"]:
        return Counted(_end(number.following[1]), "percent")
    if words[:1] == ["percentage"] and words[1:] in (["point"], ["points"]):
        return Counted(_end(number.following[1]), "percentage point")
    return None


def _measure(number: Number) -> Counted | None:
    """ "40 km", "300 mph"."""
    unit = measures().get(number.following[0].lower_) if number.following else None
    return Counted(_end(number.following[0]), unit) if unit else None


def _vague(number: Number) -> Counted | None:
    """ "dozens of people"."""
    noun = _of_noun(number, vague=True) if number.quantity.vague else None
    return Counted(_end(noun), _unit(noun)) if noun is not None else None


def _subset(number: Number) -> Counted | None:
    """ "15 of the 22 missiles": a part of a whole that is counted elsewhere."""
    noun = None if number.quantity.vague else _of_noun(number, vague=False)
    return Counted(_end(noun), _unit(noun)) if noun is not None else None


def _count(number: Number) -> Counted | None:
    """ "15 missiles", "at least 80 terrorist soldiers"."""
    noun = None if number.quantity.vague else _noun(number)
    if noun is None or noun.lemma_.lower() in ("other", "more"):
        return None
    return Counted(_end(noun), _unit(noun))


def _casualties(number: Number) -> Counted | None:
    """ "Thirteen were killed", "wounding 30", "killing 12 and injuring 30 others": people, where the verb says so."""
    token = number.last
    others = _noun(number)
    if others is not None:
        token = others
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj") or number.quantity.vague:
        return None
    if token.head.lemma_.lower() not in word_list("casualty_verbs"):
        return None
    return Counted(_end(token), "people")


def _elliptic(number: Number) -> Counted | None:
    """ "The navy launched 18 boats, and an analysis found the remains of at least 22": 22 boats."""
    token = number.last
    if number.quantity.bound == "exact" or number.quantity.sign or number.quantity.vague or _noun(number) is not None:
        return None
    if number.following and not number.following[0].is_punct:
        return None
    noun = counted_before(token)
    if noun is None or noun.lemma_.lower() in TIME_UNITS or noun.lemma_.lower() in currencies():
        return None
    return Counted(number.quantity.end, _unit(noun))


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


# ---------------------------------------------------------------- nouns


def _noun(number: Number) -> Token | None:
    return counted_noun(number.following, singular=number.quantity.value == 1)


def counted_noun(following: tuple[Token, ...], singular: bool) -> Token | None:
    """The noun that a number before `following` counts; it is plural unless it says so itself or the number is one."""
    noun = None
    for place, token in enumerate(following[:_REACH]):
        # "90 air, sea and land missiles"
        listed = token.tag_ in (",", "CC") and place > 0 and noun is None
        digits = token.tag_ == "CD" and following[place + 1 : place + 2] and following[place + 1].tag_ == "HYPH"
        if not (token.tag_ in _BETWEEN or listed or digits) or (noun is not None and token.tag_ not in _NOUNS):
            break
        if _is_plural(token) or (singular and token.tag_ == "NN"):
            noun = token
        elif noun is not None and token.tag_ in ("NNP", "NN"):
            # "15 missiles Tuesday": a singular noun behind the plural one is none of its own.
            break
    return noun


def _is_plural(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.tag_ in _PLURALS:
        return token.lower_ not in VAGUE and (token.text.isalpha() or "-" in token.text)
    return token.tag_ in _NOUNS and lemma in word_list("zero_plurals")


def _of_noun(number: Number, vague: bool) -> Token | None:
    """The noun behind "of": "dozens of people", "15 of the 22 missiles"."""
    following = number.following
    if not following or following[0].lower_ != "of" or len(following) < 2:
        return None
    rest = following[1:]
    if not vague or rest[0].tag_ in ("DT", "PRP$"):
        if rest[0].tag_ not in ("DT", "PRP$"):
            return None
        rest = rest[1:]
    while rest and rest[0].tag_ in ("CD", "RB", "RBR", "JJR"):
        rest = rest[1:]
    return counted_noun(rest, singular=False)


def _unit(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    if noun.tag_ == "NNPS" and lemma == noun.lower_:
        # The lemmatizer leaves names as they are: "155 Ruritanians".
        lemma = re.sub(r"(?<=[^s])s$", "", lemma)
    return _LEMMAS.get(noun.lower_, lemma)


def _end(token: Token) -> int:
    """Offset after a word, "two brothers-in-law" whole."""
    doc = token.doc
    while token.i + 2 < len(doc) and not token.whitespace_ and doc[token.i + 1].text == "-":
        if doc[token.i + 1].whitespace_ or not doc[token.i + 2].is_alpha:
            break
        token = doc[token.i + 2]
    end: int = token.idx + len(token)
    return end


def _before(number: Number) -> Token | None:
    """The word before the number, its qualifier skipped."""
    index = number.first.i - 1
    while index >= 0 and number.doc[index].idx >= number.quantity.start:
        index -= 1
    return number.doc[index] if index >= 0 else None
