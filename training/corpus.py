"""The corpus: articles with who said what, as JSON lines; names swapped so that nobody is learned by heart."""

from __future__ import annotations

import hashlib
import json
import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

Span = tuple[int, int]

CAPITALISED = re.compile(r"\b[A-Z][a-z]{2,}\b")
LOWER = re.compile(r"\b[a-z]{3,}\b")
#: One article in ten is never trained on: confidences are calibrated there.
HELD_BACK = 26
#: A name is swapped if the corpus writes it so rarely in small letters, as a share of its capitalised uses.
NEVER_SMALL = 0.02


class Quote(NamedTuple):
    """Something said; offsets in code points."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]


class Article(NamedTuple):
    """An article with everything that is said in it."""

    id: str
    text: str
    quotes: tuple[Quote, ...]


def load(paths: Sequence[Path]) -> list[Article]:
    """Articles of JSON lines {id, text, quotes: [{content, source, cue}]}, spans as [start, end]."""
    found = []
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                quotes = tuple(
                    Quote(*(tuple((s, e) for s, e in quote.get(part) or ()) for part in Quote._fields))
                    for quote in row["quotes"]
                )
                found.append(Article(row["id"], row["text"], quotes))
    return sorted(found)


def is_held_back(article: Article) -> bool:
    """True for the articles that only calibrate."""
    return hashlib.sha256(article.id.encode()).digest()[0] < HELD_BACK


class NameSwapper:
    """Gives the speakers of an article other names, the same for each of their mentions."""

    def __init__(self, articles: Sequence[Article], names: Path) -> None:
        self.small: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        for article in articles:
            self.small.update(LOWER.findall(article.text))
            self.capital.update(word.lower() for word in CAPITALISED.findall(article.text))
        self.names = names.read_text("utf-8").split()

    def swap(self, article: Article, dice: random.Random) -> Article:
        """The article with other names; offsets move along."""
        theirs = {
            word
            for quote in article.quotes
            for start, end in quote.source
            for word in CAPITALISED.findall(article.text[start:end])
            if self.small[word.lower()] <= NEVER_SMALL * self.capital[word.lower()]
        }
        new = dict(zip(sorted(theirs), dice.sample(self.names, min(len(theirs), len(self.names))), strict=False))
        return _rewritten(article, new)


def _rewritten(article: Article, new: dict[str, str]) -> Article:
    """The article with whole words replaced."""
    text, cuts, shifts, shift = [], [0], [0], 0
    at = 0
    for match in CAPITALISED.finditer(article.text):
        name = new.get(match.group())
        if name is None:
            continue
        text += [article.text[at : match.start()], name]
        at = match.end()
        shift += len(name) - len(match.group())
        cuts.append(at)
        shifts.append(shift)
    text.append(article.text[at:])

    def moved(offset: int) -> int:
        return offset + shifts[bisect_right(cuts, offset) - 1]

    def spans(part: tuple[Span, ...]) -> Iterator[Span]:
        return ((moved(start), moved(end)) for start, end in part)

    quotes = tuple(Quote(*(tuple(spans(part)) for part in quote)) for quote in article.quotes)
    return Article(article.id, "".join(text), quotes)
