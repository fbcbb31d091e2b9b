"""The body of a page: what the extractor chooses, found again in its place on the page."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.credit.reader import read_credit
from generator.formats.page.blocks import key, spaced
from generator.formats.page.runs import Run, read_runs
from generator.formats.page.tree import parse, prune

LONG = 60
"""Letters of a paragraph that is no caption and no teaser."""
PREFIX = 24
"""Letters by which a text is looked up among the runs."""
SIBLINGS = 3
"""Paragraphs of the body beside which a further one belongs to it too."""
BELOW = 3
"""Runs right below the body among which its credit may stand."""
RECOVERED = frozenset({"p", "h2", "h3", "h4", "li", "blockquote"})
"""Elements that hold paragraphs and headings; the words of a bare div may be anything."""
WINDOW = 20_000
"""Letters after the last found text in which a text is sought that starts inside a run."""
TRIES = 40
"""Runs with one beginning that are tried; a table or a chorus repeats words more often than any article."""
HOME = 0.7
"""Share of the letters of the body that lie in its home."""

_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|li|span|a)\b", re.IGNORECASE)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # refusals are told by BrokenSeed and by empty bodies


@dataclass(slots=True)
class Piece:
    """A text that may belong to the body."""

    text: str
    key: str
    run: Run | None
    """Its place on the page; None if it is not found there."""
    is_heading: bool
    is_recovered: bool = False
    """True if the extractor left it out."""

    @property
    def start(self) -> int:
        """Where its run starts; -1 without one."""
        return -1 if self.run is None else self.run.start


def chosen(tree: HtmlElement) -> list[tuple[str, bool]]:
    """(text, is a heading) of what the extractor takes for the body."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(deepcopy(tree), include_comments=False, include_tables=False, include_formatting=False)
    except Exception:  # whatever it stumbles over, the other witnesses are heard
        return []
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return [(text, tag == "head") for tag, text in _leaves(found.body) if text]


def _leaves(body: HtmlElement) -> Iterator[tuple[str, str]]:
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element.tag in ("p", "head", "item", "quote", "code") or len(element) == 0:
            yield str(element.tag), spaced("".join(element.itertext()))
        else:
            waiting.extend(reversed(element))


def stated(body: str) -> list[tuple[str, bool]]:
    """The paragraphs of an `articleBody`, which may hold markup; as `chosen` gives them."""
    tree = parse(f"<body>{body}</body>") if _MARKUP.search(body) else None
    if tree is not None:
        return [(run.text, run.is_heading) for run in read_runs(prune(tree))]
    return [(text, False) for line in body.splitlines() if (text := spaced(line))]


def further_articles(pieces: Sequence[Piece]) -> int:
    """How many article elements with a heading and paragraphs of their own lie beside that of the body."""
    placed = [piece.run for piece in pieces if piece.run is not None]
    if not placed:
        return 0
    own = set(placed[0].around())
    root = placed[0].element.getroottree().getroot()
    return sum(
        1
        for article in root.iter("article")
        if article not in own
        and next(article.iter("h1", "h2", "h3"), None) is not None
        and sum(1 for p in article.iter("p") if len(key("".join(p.itertext()))) >= LONG) >= 2
        and next(article.iterancestors("article"), None) is None
    )


def find_pieces(texts: Sequence[tuple[str, bool]], runs: Sequence[Run]) -> list[Piece]:
    """The texts in their order, each as the runs that it covers."""
    places = _Places(runs)
    pieces: list[Piece] = []
    taken: set[int] = set()
    for text, is_heading in texts:
        covered = places.find(key(text))
        if not covered:
            pieces.append(Piece(text, key(text), None, is_heading))
        for i in covered:
            if i not in taken:
                taken.add(i)
                run = runs[i]
                pieces.append(Piece(run.text, run.key, run, run.is_heading or (is_heading and len(covered) == 1)))
    return pieces


class _Places:
    """Where texts stand among the runs; each search goes on behind the last find."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._keys = "".join(run.key for run in runs)
        self._starts = [run.start for run in runs]
        self._ends = [run.end for run in runs]
        self._by_prefix: dict[str, list[int]] = defaultdict(list)
        for run in runs:
            self._by_prefix[run.key[:PREFIX]].append(run.start)
        self._at = 0

    def find(self, sought: str) -> range:
        """Indices of the runs that a text covers; none if it is not found."""
        if not sought:
            return range(0)
        start = self._start(sought)
        if start < 0:
            return range(0)
        self._at = end = start + len(sought)
        return range(bisect_left(self._ends, start + 1), bisect_left(self._starts, end))

    def _start(self, sought: str) -> int:
        starts = self._by_prefix.get(sought[:PREFIX], [])
        ahead = bisect_left(starts, self._at)
        for start in (*starts[ahead : ahead + TRIES], *starts[:TRIES]):
            if self._keys.startswith(sought, start):
                return start
        return self._keys.find(sought, self._at, self._at + WINDOW)


def home_of(pieces: Sequence[Piece]) -> HtmlElement | None:
    """The smallest element that holds most of the body."""
    weights: Counter[HtmlElement] = Counter()
    for piece in pieces:
        if piece.run is not None and not piece.is_heading:
            for element in piece.run.around():
                weights[element] += len(piece.key)
    total = sum(len(piece.key) for piece in pieces if piece.run is not None and not piece.is_heading)
    inner = [element for element, weight in weights.items() if weight >= HOME * total]
    return min(inner, key=lambda element: (weights[element], -sum(1 for _ in element.iterancestors())), default=None)


def move_home(pieces: Sequence[Piece], runs: Sequence[Run], home: HtmlElement | None) -> None:
    """Moves each piece whose words stand inside the home too, there; a deck or a teaser may repeat a paragraph."""
    taken = {piece.run.start for piece in pieces if piece.run is not None}
    outside = {piece.key for piece in pieces if piece.run is not None and not _is_in(piece.run, home)}
    twins = {run.key: run for run in reversed(runs) if run.key in outside and _is_in(run, home)}
    for piece in pieces:
        twin = twins.get(piece.key)
        if piece.run is not None and twin is not None and twin.start not in taken and not _is_in(piece.run, home):
            taken.add(twin.start)
            piece.run = twin


def recover(pieces: Sequence[Piece], runs: Sequence[Run]) -> list[Piece]:
    """The pieces, and what the extractor left out: paragraphs beside them, and credit lines between or right below."""
    placed = [piece.run for piece in pieces if piece.run is not None]
    if not placed:
        return list(pieces)
    first, last = min(run.start for run in placed), max(run.start for run in placed)
    below = [run.start for run in runs if run.start > last and run.key][:BELOW]
    taken = {run.start for run in placed}
    parents = Counter(run.element.getparent() for run in placed)
    lost = [
        Piece(run.text, run.key, run, run.is_heading, is_recovered=True)
        for run in runs
        if run.start not in taken and run.key and first < run.start
        and ((run.start < last and run.element.tag in RECOVERED and parents[run.element.getparent()] >= SIBLINGS)
             or ((run.start < last or run.start in below) and _is_credit(run)))
    ]  # fmt: skip
    ordered: list[Piece] = []
    for piece in pieces:
        while lost and piece.run is not None and lost[0].start < piece.start:
            ordered.append(lost.pop(0))
        ordered.append(piece)
    return ordered + lost


def _is_credit(run: Run) -> bool:
    """True of "Reporting by Ann Poe; Editing by John Roe", which many pages set in a box of its own."""
    if run.text.count(" ") < 3 or any(element.tag in ("figure", "figcaption") for element in run.around()):
        return False
    return says_who_reported(run.text)


def says_who_reported(text: str) -> bool:
    """True of a credit line; notices of rights, pictures and first printing are furniture of a page."""
    return any(clause.role not in ("photo", "copyright", "original") for clause in read_credit(text))


def _is_in(run: Run, home: HtmlElement | None) -> bool:
    return any(element is home for element in run.around())
