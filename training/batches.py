"""Examples -> batches of tensors, with marks written in other ways and doubtful words asked about."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import NamedTuple

import torch
from examples import Example
from tokenizers import Tokenizer
from torch import Tensor

from generator.quotes.windows import QUOTED

#: Pieces of a batch, padding included; longer windows are left out of training.
PIECES, LONGEST = 2048, 230
#: Windows of like length stand together; so many pieces of chance mix them anew in each epoch.
JITTER = 12
#: Of the words that are like a cue and are none, so many are asked about.
DOUBTED = 0.25
#: How often the marks of a window are written in another way.
OTHER_MARKS = 0.25
MARKS = ('"', "\u201c", "\u201d", "'", "\u2018", "\u2019", "\u00ab", "\u00bb", "\u201e", "`")
STYLES = (('"', '"'), ("\u201c", "\u201d"), ("'", "'"), ("\u2018", "\u2019"), ("\u00ab", "\u00bb"), ("\u201c", '"'))


class Batch(NamedTuple):
    """What the network reads, and the examples that know the answers."""

    examples: list[Example]
    ids: Tensor
    types: Tensor
    mask: Tensor
    """Three (rows, pieces)."""
    queries: Tensor
    """(rows, queries, 2): first piece and the one behind; those of the examples, then the doubtful ones."""
    asked: list[int]
    """How many queries of a row are real."""


class BatchMaker:
    """Groups examples and turns groups into tensors."""

    def __init__(self, tokenizer: Tokenizer, dice: random.Random) -> None:
        number = tokenizer.token_to_id
        self.marks = frozenset(number(mark) for mark in MARKS)
        self.styles = [(number(opening), number(closing)) for opening, closing in STYLES]
        self.dice = dice

    def groups(self, found: Iterable[Example], *, training: bool) -> list[list[Example]]:
        """Examples of like length together; for training in random order, without the longest."""
        known = [example for example in found if not training or len(example.window.ids) <= LONGEST]
        known.sort(key=lambda example: len(example.window.ids) + (self.dice.random() * JITTER if training else 0))
        groups: list[list[Example]] = []
        current: list[Example] = []
        for example in known:
            width = max(len(item.window.ids) for item in (*current, example))
            if current and width * (len(current) + 1) > PIECES:
                groups.append(current)
                current = []
            current.append(example)
        groups.append(current)
        if training:
            self.dice.shuffle(groups)
        return groups

    def batch(self, group: list[Example], *, training: bool) -> Batch:
        """The tensors of a group; for training with other marks here and there, and with doubtful words."""
        width = max(len(example.window.ids) for example in group)
        asked = []
        for example in group:
            doubted = [pair for pair in example.doubtful if training and self.dice.random() < DOUBTED]
            asked.append([(query.first, query.after) for query in example.queries] + doubted)
        ids, types, mask = (torch.zeros(len(group), width, dtype=torch.long) for _ in range(3))
        queries = torch.zeros(len(group), max(1, *map(len, asked)), 2, dtype=torch.long)
        queries[..., 1] = 1
        for row, (example, pairs) in enumerate(zip(group, asked, strict=True)):
            length = len(example.window.ids)
            other = training and self.dice.random() < OTHER_MARKS
            ids[row, :length] = torch.tensor(self._other_marks(example) if other else example.window.ids)
            types[row, :length] = torch.tensor(example.window.types)
            mask[row, :length] = 1
            if pairs:
                queries[row, : len(pairs)] = torch.tensor(pairs)
        return Batch(group, ids, types, mask, queries, [len(pairs) for pairs in asked])

    def _other_marks(self, example: Example) -> list[int]:
        """The pieces with the marks beside quoted ones in another style; apostrophes stay."""
        opening, closing = self.dice.choice(self.styles)
        types, written = example.window.types, list(example.window.ids)
        for piece in range(1, len(written) - 1):
            if written[piece] in self.marks and not types[piece] & QUOTED:
                if types[piece + 1] & QUOTED:
                    written[piece] = opening
                elif types[piece - 1] & QUOTED:
                    written[piece] = closing
        return written
