"""What happened: the predicate of the clause that tells the main event."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.clauses import trimmed_span
from generator.model import Answer
from generator.questions.scene import Scene
from generator.questions.telling import Telling

if TYPE_CHECKING:
    from generator.nlp import Token

#: What belongs to a predicate behind its verb.
_PARTS = frozenset(
    {
        "dobj", "dative", "attr", "acomp", "oprd", "prt", "xcomp", "ccomp", "prep", "agent", "advmod", "npadvmod",
        "neg", "amod", "pobj", "nsubj", "nsubjpass",
    }
)  # fmt: skip
_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
_BETWEEN = frozenset({"punct", "cc", "aux", "auxpass"})
#: Behind a comma these say more about what was said already.
_ASIDES = frozenset({"relcl", "appos", "acl", "advcl"})
_COMMAS = frozenset({",", ";", "–", "—", "-", "("})
#: A predicate of fewer words says little without its subject: "The bridge reopens".
_SHORT = 4
#: A predicate of more words ends at its last whole part.
LONGEST = 28

Tokens = tuple[int, int]
"""First token and the token after the last."""


def what(scene: Scene) -> Answer | None:
    """What the first telling says that a rule can read."""
    for telling in scene.tellings:
        for name, read in RULES:
            tokens = read(telling)
            span = None if tokens is None else trimmed_span(telling.passage, *tokens)
            if span is not None:
                return scene.answer("what", telling, span, name)
    return None


def _clause(telling: Telling) -> Tokens | None:
    """ "The bridge reopens." """
    if telling.clause is None or telling.clause.subject.pos_ == "PRON":
        return None
    start, end = predicate(telling.clause.verb)
    first: int = telling.clause.subject.left_edge.i
    if telling.passage.kind == "title" and first and telling.clause.verb.doc[first - 1].text == ",":
        # "Ruritania, Karsovia agree": a headline joins by a comma.
        first = telling.sentence.tokens.start
    return (first, end) if end - start < _SHORT and first < start else None


def _predicate(telling: Telling) -> Tokens | None:
    """ "The duke | sold the bridge to his brother |, who had asked for it." """
    return None if telling.clause is None else predicate(telling.clause.verb)


def _title(telling: Telling) -> Tokens | None:
    """A title without a verb: "The long road to Strelsau" """
    return telling.sentence.tokens.start, telling.sentence.tokens.end


RULES: tuple[tuple[str, Callable[[Telling], Tokens | None]], ...] = (
    ("clause", _clause),
    ("predicate", _predicate),
    ("title", _title),
)


def predicate(verb: Token) -> Tokens:
    """A verb with the words for time and mood before it and what it needs behind it."""
    start, end = _start(verb), verb.i + 1
    for part in verb.rights:
        if part.dep_ in _BETWEEN:
            continue
        if part.dep_ not in _PARTS or part.lower_ == "according" or part.left_edge.i > end + 1:
            break
        whole = part.right_edge.i + 1
        stop = _before_aside(part, whole)
        if stop - start > LONGEST and end > verb.i + 1:
            break
        end = max(end, stop)
        if stop < whole:
            break
    return start, end


def _start(verb: Token) -> int:
    """The first of the words right before a verb: "had not yet been" sold."""
    start: int = verb.i
    for child in reversed([child for child in verb.lefts if child.dep_ in _HELPERS]):
        if child.right_edge.i + 1 == start:
            start = child.left_edge.i
    while start < verb.i and verb.doc[start].dep_ == "advmod":
        start += 1
    return start


def _before_aside(part: Token, end: int) -> int:
    """The comma or dash before an aside: "the bridge |, which was old"."""
    for token in part.subtree:
        first = token.left_edge.i
        if token.dep_ in _ASIDES and first > part.i and token.doc[first - 1].text in _COMMAS:
            return int(first - 1)
    return end
