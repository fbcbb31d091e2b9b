"""What the learned model reads: windows of word pieces over the passages, and what it is asked about in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.nlp import Passage
from generator.quotes.marks import Run

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Most word pieces of a passage in one window, and the step between windows of a long passage.
WIDTH = 256
STEP = 128
#: Word pieces of the passage before, read where a quote stands alone.
CONTEXT = 128
#: A passage with so few words outside its quotes leans on the one before for its speaker.
LONELY_WORDS = 6
#: So many pieces of a passage are read for cues; more are no prose but marks and numbers, and are read for runs alone.
READ = 6000
#: Longer runs look for their best window among so many.
MAX_CHOICES = 4

NOWHERE = (-1, -1)
QUOTED, IN_CONTEXT, CAPITAL = 1, 2, 4

WORD = re.compile(r"\w+")


class Piece(NamedTuple):
    """A word piece: its number in the vocabulary and its offsets in the article."""

    id: int
    start: int
    end: int


class WindowRun(NamedTuple):
    """A quoted run and the pieces of its window that hold it (end exclusive)."""

    run: Run
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Window:
    """One row of the model's input, with the runs it is asked about."""

    passage: int
    """Index of the passage in the reading."""
    ids: list[int]
    types: list[int]
    """Sum of QUOTED, IN_CONTEXT and CAPITAL for each piece."""
    offsets: list[tuple[int, int]]
    """Offsets in the article; NOWHERE for the special pieces."""
    context: int
    """Index of the piece that ends the context; 0 without one."""
    own: tuple[int, int]
    """Offsets in the article that belong to this window alone: a cue is asked about where it is most in the middle."""
    runs: list[WindowRun] = field(default_factory=list)

    def is_quoted(self, piece: int) -> bool:
        """True for a piece inside quotation marks."""
        return bool(self.types[piece] & QUOTED)


class WindowMaker:
    """Cuts the passages of one article into windows; cost grows with its length alone."""

    def __init__(self, tokenizer: Tokenizer, text: str, passages: tuple[Passage, ...], runs: tuple[Run, ...]) -> None:
        self.tokenizer = tokenizer
        self.first, self.last = (tokenizer.token_to_id(piece) or 0 for piece in ("[CLS]", "[SEP]"))
        self.text = text
        self.passages = passages
        self.run_starts = [run.start for run in runs]
        self.runs = runs

    def windows(self) -> Iterator[Window]:
        """Windows over all passages, in text order; far into a passage without end only those that hold a run."""
        before: list[Piece] = []
        after = 0
        for index, passage in enumerate(self.passages):
            first = after
            while after < len(self.runs) and self.runs[after].passage == index:
                after += 1
            runs = self.runs[first:after]
            pieces = self._pieces(passage)
            lonely = bool(runs) and _words_outside(self.text, passage, runs) <= LONELY_WORDS
            yield from self._of_passage(index, pieces, before[-CONTEXT:] if lonely else [], runs)
            before = pieces

    def _pieces(self, passage: Passage) -> list[Piece]:
        encoding = self.tokenizer.encode(self.text[passage.start : passage.end], add_special_tokens=False)
        return [
            Piece(number, passage.start + start, passage.start + end)
            for number, (start, end) in zip(encoding.ids, encoding.offsets, strict=True)
        ]

    def _of_passage(
        self, index: int, pieces: list[Piece], context: list[Piece], runs: tuple[Run, ...]
    ) -> Iterator[Window]:
        starts = _window_starts(len(pieces))
        piece_starts = [piece.start for piece in pieces]
        piece_ends = [piece.end for piece in pieces]
        asked: dict[int, list[tuple[Run, int, int]]] = {}
        for run in runs:
            if run.is_name:
                continue
            first, after = bisect_right(piece_ends, run.start), bisect_left(piece_starts, run.end)
            if first < after:
                asked.setdefault(_best_start(starts, first, after), []).append((run, first, after))
        for number, start in enumerate(starts):
            if start >= READ and start not in asked:
                continue
            begin = 0 if number == 0 else (start + starts[number - 1] + WIDTH) // 2
            end = len(pieces) if number + 1 == len(starts) else (starts[number + 1] + start + WIDTH) // 2
            own = (pieces[begin].start, pieces[end - 1].end) if begin < end else (0, 0)
            window = self._window(index, pieces[start : start + WIDTH], context if start == 0 else [], own)
            shift = (window.context + 1) - start
            for run, first, after in asked.get(start, ()):
                inside = max(first, start) + shift, min(after, start + WIDTH) + shift
                window.runs.append(WindowRun(run, *inside))
            yield window

    def _window(self, index: int, pieces: list[Piece], context: list[Piece], own: tuple[int, int]) -> Window:
        ids, types, offsets = [self.first], [0], [NOWHERE]
        for part, flag in ((context, IN_CONTEXT), (pieces, 0)):
            if part:
                ids += [piece.id for piece in part] + [self.last]
                types += [flag + self._type(piece) for piece in part] + [0]
                offsets += [(piece.start, piece.end) for piece in part] + [NOWHERE]
        return Window(index, ids, types, offsets, len(context) + 1 if context else 0, own)

    def _type(self, piece: Piece) -> int:
        nearest = bisect_right(self.run_starts, piece.start) - 1
        quoted = nearest >= 0 and piece.start < self.runs[nearest].end
        return QUOTED * quoted + CAPITAL * self.text[piece.start].isupper()


def _words_outside(text: str, passage: Passage, runs: tuple[Run, ...]) -> int:
    """How many words of a passage stand outside its quotes."""
    count, at = 0, passage.start
    for run in runs:
        count += len(WORD.findall(text, at, run.start))
        at = run.end
    return count + len(WORD.findall(text, at, passage.end))


def _window_starts(pieces: int) -> list[int]:
    """First pieces of the windows over a passage; the last window ends with it."""
    last = max(0, pieces - WIDTH)
    return [*range(0, last, STEP), last]


def _best_start(starts: list[int], first: int, after: int) -> int:
    """The window that holds most of a run, and it most in the middle."""
    nearest = max(0, bisect_right(starts, after - WIDTH) - 1)
    choices = starts[nearest : nearest + MAX_CHOICES]
    return max(
        choices,
        key=lambda start: (
            min(after, start + WIDTH) - max(first, start),
            min(first - start, start + WIDTH - after),
        ),
    )
