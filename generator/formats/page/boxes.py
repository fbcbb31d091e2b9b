"""Boxes of a page: what stands in an element, and what many sites call such a box."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from generator.formats.page.blocks import key
from generator.formats.page.body import Piece
from generator.formats.page.runs import Run

LINK_SHARE = 0.3
"""Share of the letters in a box of further headlines that are links; the rest are teasers and dates."""
CAPTION = 400
"""Letters of the longest caption and credit; a box with more words beside each picture holds paragraphs too."""

_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(slots=True)
class Facts:
    """What rules may ask beside the pieces."""

    titles: frozenset[str]
    """Keys of what the page calls its title, in any place."""
    decks: frozenset[str]
    """Keys of what the page calls its description."""
    authors: tuple[str, ...]
    title_at: int | None
    """Where the run of the visible title starts."""
    home: HtmlElement | None
    weights: Counter[HtmlElement] = field(default_factory=Counter)
    """Letters of the body in each element."""
    total: int = 0
    """Letters of the body."""

    letters: Counter[HtmlElement] = field(default_factory=Counter)
    """Letters in each element, of the body or not."""
    links: Counter[HtmlElement] = field(default_factory=Counter)
    """Letters of links in each element."""

    def weigh(self, pieces: Sequence[Piece], runs: Sequence[Run]) -> None:
        """Counts the letters of the body, of all text and of links in every element."""
        for run in (piece.run for piece in pieces if piece.run is not None and not piece.is_recovered):
            self.total += len(run.key)
            for element in run.around():
                self.weights[element] += len(run.key)
        for run in runs:
            linked = len(run.key) - len(key(run.plain))
            for element in run.around():
                self.letters[element] += len(run.key)
                self.links[element] += linked

    def boxes(self, piece: Piece, share: float = 1.0) -> Iterator[HtmlElement]:
        """The elements between a piece and the home of the body, as long as they hold no more than that share of it."""
        if piece.run is not None:
            for element in piece.run.around():
                if element is self.home or self.weights[element] > share * self.total:
                    return
                yield element


Rule = Callable[[Sequence[Piece], Facts], Iterable[int]]
"""Takes the pieces that are left and names the indices of those that it removes."""


Test = Callable[[HtmlElement, Facts], bool]
"""True of a box that is what its name says."""


def always(box: HtmlElement, facts: Facts) -> bool:
    """True of every box."""
    return True


def is_caption(box: HtmlElement, facts: Facts) -> bool:
    """True of a box that holds no more than a caption."""
    return facts.letters[box] <= CAPTION


def shows_picture(box: HtmlElement, facts: Facts) -> bool:
    """True of a box with pictures and no more words than their captions have."""
    pictures = sum(1 for _ in box.iter("img", "amp-img"))
    return 0 < facts.letters[box] <= CAPTION * pictures


def is_of_links(box: HtmlElement, facts: Facts) -> bool:
    """True of a list of links with their teasers."""
    return facts.links[box] >= LINK_SHARE * facts.letters[box]


def named(words: str, share: float = 1.0, test: Test = always) -> Rule:
    """Pieces in a box whose class, id, role or like has one of these words: "widget_related-stories" has "related"."""
    wanted = frozenset(words.split())
    return lambda pieces, facts: (
        i
        for i, piece in enumerate(pieces)
        if any(names_of(box) & wanted and test(box, facts) for box in facts.boxes(piece, share))
    )


def names_of(element: HtmlElement) -> set[str]:
    """The words by which a site names a box, in small letters."""
    named = " ".join(
        element.get(attribute) or ""
        for attribute in ("class", "id", "role", "itemprop", "data-component", "data-testid", "aria-label", "data-type")
    )
    return {part.lower() for part in _NAME_PART.findall(named)}
