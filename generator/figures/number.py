"""Numbers in their parsed sentences, and what one may count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from generator.figures.quantities import Quantity, find_quantities
from generator.nlp import Passage

if TYPE_CHECKING:
    from generator.nlp import Doc, Token

#: A noun that stands further away is not what a number counts.
REACH = 7


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


def numbers_of(passage: Passage, home: str) -> list[Number]:
    doc, text = passage.doc, passage.doc.text
    starts = [token.idx for token in doc]
    sentence_ends = [sentence.end for sentence in doc.sents]
    numbers = []
    for quantity in find_quantities(text):
        first = bisect_right(starts, quantity.number) - 1
        after = bisect_left(starts, quantity.end)
        sentence_end = sentence_ends[bisect_right(sentence_ends, after - 1)]
        following = tuple(doc[after : min(after + REACH + 4, max(after, sentence_end))])
        numbers.append(
            Number(quantity, doc, doc[first], doc[after - 1], following, text[quantity.number : quantity.end], home)
        )
    return numbers


def word_before(number: Number) -> Token | None:
    """The word before the number, its qualifier skipped."""
    index = number.first.i - 1
    while index >= 0 and number.doc[index].idx >= number.quantity.start:
        index -= 1
    return number.doc[index] if index >= 0 else None
