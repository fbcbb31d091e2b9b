"""Articles -> examples: windows of the product itself, with what the network should answer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import spacy
from corpus import Article, Quote, Span

from generator.nlp import Passage
from generator.quotes.marks import Run, find_runs
from generator.quotes.windows import NOWHERE, QUOTED, Window, WindowMaker

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Offset of a label that is not asked for.
IGNORED = -100
#: A run belongs to a gold quote that holds so much of it.
HELD = 0.5
#: A word is like a cue if so many of its uses outside quotes are one.
CUE_LIKE, LEAST_CUES = 0.05, 3
WORD = re.compile(r"[^\W\d_]+")

_BLANK = spacy.blank("en")
_BLANK.max_length = 10**8


class Query(NamedTuple):
    """What is asked about: pieces of a window (end exclusive), and the right answer."""

    first: int
    after: int
    attributed: bool
    start: int
    """Pieces of the speaker's mention, 0 for nobody here, IGNORED where it is out of sight."""
    end: int
    content: frozenset[int]
    opens: frozenset[int]
    closes: frozenset[int]


@dataclass
class Example:
    """A window with its queries and its tags."""

    window: Window
    queries: list[Query] = field(default_factory=list)
    doubtful: list[tuple[int, int]] = field(default_factory=list)
    """Pieces of words that are like a cue and are none here."""
    tags: list[tuple[int, int, int]] = field(default_factory=list)
    """For each piece: in a cue, in a speaker's mention, in something said."""


def passages_of(text: str) -> tuple[Passage, ...]:
    """Each line a passage, the first one the title."""
    found: list[Passage] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            kind = "body" if found else "title"
            found.append(Passage(at, at + len(line), len(found), kind, _BLANK.make_doc(line)))
        at += len(line) + 1
    return tuple(found)


def cue_words(articles: Sequence[Article]) -> frozenset[str]:
    """The words that are often part of a cue."""
    cues: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for article in articles:
        uses.update(word.lower() for word in WORD.findall(article.text))
        for quote in article.quotes:
            for start, end in quote.cue:
                cues.update(word.lower() for word in WORD.findall(article.text, start, end))
    return frozenset(word for word, n in cues.items() if n >= LEAST_CUES and n >= CUE_LIKE * uses[word])


def examples(article: Article, tokenizer: Tokenizer, like_cues: frozenset[str]) -> Iterator[Example]:
    """The windows of one article with their answers."""
    passages = passages_of(article.text)
    runs = find_runs(passages)
    ends = {part: _Cover(article, part) for part in Quote._fields}
    for window in WindowMaker(tokenizer, article.text, passages, runs).windows():
        example = Example(window)
        places = _Places(article.text, window)
        example.tags = [
            tuple(int(at != NOWHERE and ends[part].covers(at[0])) for part in ("cue", "source", "content"))  # type: ignore[misc]
            for at in window.offsets
        ]
        for run, first, after in window.runs:
            quote = _quote_of(article.quotes, run)
            example.queries.append(_query(first, after, quote, places))
        for quote in article.quotes:
            for start, end in quote.cue:
                found = places.pieces(start, end) if window.own[0] <= start < window.own[1] else []
                if found and not any(window.types[piece] & QUOTED for piece in (found[0], found[-1])):
                    example.queries.append(_query(found[0], found[-1] + 1, quote, places))
        example.doubtful = list(_doubtful(article.text, window, ends["cue"], like_cues, places))
        yield example


def _quote_of(quotes: Sequence[Quote], run: Run) -> Quote | None:
    """The quote that holds most of a run, the shortest of equals."""
    best: tuple[tuple[float, int], Quote] | None = None
    for quote in quotes:
        shared = sum(max(0, min(end, run.end) - max(start, run.start)) for start, end in quote.content)
        share = shared / (run.end - run.start)
        if share >= HELD:
            rank = round(share, 1), -sum(end - start for start, end in quote.content)
            if best is None or rank > best[0]:
                best = rank, quote
    return best[1] if best else None


def _query(first: int, after: int, quote: Quote | None, places: _Places) -> Query:
    nothing: frozenset[int] = frozenset()
    if quote is None:
        return Query(first, after, False, IGNORED, IGNORED, nothing, nothing, nothing)
    start = end = 0
    if quote.source:
        found = places.pieces(*quote.source[0])
        if not found or any(places.window.types[piece] & QUOTED for piece in (found[0], found[-1])):
            start = end = IGNORED
        else:
            start, end = found[0], found[-1]
    stretches = [places.pieces(*span) for span in quote.content]
    stretches = [stretch for stretch in stretches if stretch]
    return Query(
        first,
        after,
        True,
        start,
        end,
        frozenset(piece for stretch in stretches for piece in stretch),
        frozenset(stretch[0] for stretch in stretches),
        frozenset(stretch[-1] for stretch in stretches),
    )


def _doubtful(
    text: str, window: Window, cues: _Cover, like_cues: frozenset[str], places: _Places
) -> Iterator[tuple[int, int]]:
    for match in WORD.finditer(text, *window.own):
        if match.group().lower() in like_cues and not cues.covers(match.start()):
            found = places.pieces(match.start(), match.end())
            if found and not window.types[found[0]] & QUOTED:
                yield found[0], found[-1] + 1


class _Cover:
    """Which offsets of an article lie in a part of any quote."""

    def __init__(self, article: Article, part: str) -> None:
        self.mask = bytearray(len(article.text) + 1)
        for quote in article.quotes:
            for start, end in getattr(quote, part):
                self.mask[start:end] = b"\1" * (end - start)

    def covers(self, offset: int) -> bool:
        return bool(self.mask[offset])


class _Places:
    """The pieces of a window by their offsets; context first, as in the window."""

    def __init__(self, text: str, window: Window) -> None:
        self.window = window
        self.known = [
            piece
            for piece, (start, end) in enumerate(window.offsets)
            if start >= 0 and any(character.isalnum() for character in text[start:end])
        ]
        self.starts = [window.offsets[piece][0] for piece in self.known]
        self.ends = [window.offsets[piece][1] for piece in self.known]

    def pieces(self, start: int, end: int) -> list[int]:
        """Pieces with a letter or digit that touch a span."""
        return self.known[bisect_right(self.ends, start) : bisect_left(self.starts, end)]


__all__ = ["IGNORED", "Example", "Query", "Span", "cue_words", "examples", "passages_of"]
