"""How far a quote reaches beyond its marks: the words of the reporter's clause that belong to it, from the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.attribution import is_wide
from generator.nlp import Passage
from generator.quotes.spans import Span

if TYPE_CHECKING:
    from generator.nlp import Token

ARGUMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd", "attr", "acomp", "prep", "advcl", "dative", "pobj", "dep"})
CLAUSES = frozenset({"ccomp", "xcomp"})


def extent(passage: Passage, verb: Token, runs: tuple[Span, ...], speaker: Span) -> tuple[Span, ...]:
    """The clause or the arguments of `verb` that hold the runs; nothing where it holds none.

    >>> # Roe called the bridge "a disgrace".  -> the bridge "a disgrace"
    """
    if is_wide(verb):
        return ()
    holding = [child for child in verb.children if child.dep_ in ARGUMENTS and _holds(passage, child, runs)]
    if not holding:
        return ()
    start, end = holding[0].left_edge.i, holding[-1].right_edge.i + 1
    if start > verb.i and not any(child.dep_ in CLAUSES for child in holding):
        objects = [child for child in verb.children if child.dep_ in {"dobj", "dative"} and verb.i < child.i < start]
        start = min([start, *(child.left_edge.i for child in objects)])
    if start <= verb.i < end:
        return ()
    return _without(passage.span(passage.doc[start:end]), speaker)


def _holds(passage: Passage, child: Token, runs: tuple[Span, ...]) -> bool:
    start, end = passage.token(child.left_edge)[0], passage.token(child.right_edge)[1]
    return any(start < after and first < end for first, after in runs)


def _without(span: Span, speaker: Span) -> tuple[Span, ...]:
    """The span less the speaker's name in it."""
    if speaker[1] <= span[0] or span[1] <= speaker[0]:
        return (span,)
    return tuple((start, end) for start, end in ((span[0], speaker[0]), (speaker[1], span[1])) if start < end)
