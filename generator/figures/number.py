"""Numbers in their parsed sentences, and what one may count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.figures.quantities import Quantity
from generator.figures.ranges import find_quantities
from generator.nlp import Passage

if TYPE_CHECKING:
    from generator.nlp import Doc, Span, Token

#: A noun that stands further away is not what a number counts.
REACH = 7


class Sentence(NamedTuple):
    """A sentence of a passage."""

    first: int
    """Index of its first token."""
    end: int
    """Index of the token after its last."""
    starts: int
    """Offset of its first character in the passage, space left out."""
    ends: int


class Number(NamedTuple):
    """A quantity in its parsed sentence."""

    quantity: Quantity
    doc: Doc
    first: Token
    """First token of the number, qualifier and sign left out."""
    last: Token
    following: tuple[Token, ...]
    """The tokens behind it in its sentence, as far as a noun may be."""
    sentence: Sentence
    text: str
    """The text of the passage."""
    home: str
    """ISO code of a bare "$"."""
    in_heading: bool
    """True in a title, deck or subhead: there each word may be capitalised."""

    @property
    def words(self) -> str:
        """The number as written."""
        return self.text[self.quantity.number : self.quantity.end]


class Counted(NamedTuple):
    """What a number counts."""

    end: int
    """Offset in the passage after the last word that belongs to the figure."""
    unit: str
    currency: str | None = None


def numbers_of(passage: Passage, home: str) -> Iterator[Number]:
    """The numbers of a passage in order."""
    doc, text = passage.doc, passage.doc.text
    quantities = find_quantities(text)
    if not quantities:
        return
    starts = [token.idx for token in doc]
    sentences = [_sentence(sentence, text) for sentence in doc.sents]
    ends = [sentence.end for sentence in sentences]
    for quantity in quantities:
        first = bisect_right(starts, quantity.number) - 1
        after = bisect_left(starts, quantity.end)
        sentence = sentences[bisect_right(ends, after - 1)]
        if quantity.start < sentence.starts:
            # A number over the border of two sentences stands in both.
            before = sentences[bisect_right(ends, bisect_right(starts, quantity.start) - 1)]
            sentence = sentence._replace(first=before.first, starts=before.starts)
        following = tuple(doc[after : min(after + REACH + 4, max(after, sentence.end))])
        yield Number(quantity, doc, doc[first], doc[after - 1], following, sentence, text, home, passage.kind != "body")


def _sentence(span: Span, text: str) -> Sentence:
    words = text[span.start_char : span.end_char]
    starts = span.start_char + len(words) - len(words.lstrip())
    return Sentence(span.start, span.end, starts, starts + len(words.strip()))


def word_before(number: Number) -> Token | None:
    """The word before the number, its qualifier skipped."""
    index = number.first.i - 1
    while index >= 0 and number.doc[index].idx >= number.quantity.start:
        index -= 1
    return number.doc[index] if index >= 0 else None
