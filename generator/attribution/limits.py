"""How much of a sentence is looked at, so that broken text costs no more than good text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.nlp import Doc, Token

Tokens = tuple[int, int]
"""First token and the token after the last, as indices of a Doc."""

#: Longer sentences are lists, tables or broken text: no parse of them is worth its cost.
MAX_SENTENCE = 250
#: How many heads a word is followed up.
MAX_HEADS = 25


def tokens_worth_parsing(doc: Doc) -> Iterator[Token]:
    """The tokens of all sentences that are not too long, in order."""
    for sentence in doc.sents:
        if len(sentence) <= MAX_SENTENCE:
            yield from sentence


def is_wide(word: Token) -> bool:
    """True for a word with more under it than a sentence holds; looking through its children would cost too much."""
    return bool(word.right_edge.i - word.left_edge.i > MAX_SENTENCE)
