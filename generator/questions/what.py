"""What happened: the predicate of the clause that tells the main event."""

from __future__ import annotations

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
_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
#: Behind a comma these say more about what was said already.
_ASIDES = frozenset({"relcl", "appos", "acl", "advcl"})
#: A predicate of fewer words is shown with its subject: "The bridge reopens".
_SHORT = 4
#: A longer predicate ends at its last whole part before so many words.
LONGEST = 28


def what(scene: Scene) -> Answer | None:
    """The predicate of the first telling that has one, or a title without a verb."""
    for telling in scene.tellings:
        first, end = telling.sentence.tokens.start, telling.sentence.tokens.end
        rule = "title"
        if telling.verb is not None and telling.subject is not None:
            first, end = predicate(telling.verb)
            rule = "predicate"
            if end - first < _SHORT and telling.subject.i < first and telling.subject.pos_ != "PRON":
                first, rule = telling.subject.left_edge.i, "clause"
        span = trimmed_span(telling.passage, first, end)
        if span is not None:
            return scene.answer("what", telling, span, rule)
    return None


def predicate(verb: Token) -> tuple[int, int]:
    """First token and token after the last of a verb with what it needs."""
    start = _start(verb)
    end = verb.i + 1
    for part in verb.rights:
        if part.dep_ in ("punct", "cc", "aux", "auxpass"):
            continue
        if part.dep_ not in _PARTS or part.lower_ == "according" or part.left_edge.i > end + 1:
            break
        stop = _without_asides(part, part.right_edge.i + 1)
        if stop - start > LONGEST and end > verb.i + 1:
            break
        end = max(end, stop)
        if stop < part.right_edge.i + 1:
            break
    return start, end


def _start(verb: Token) -> int:
    """The first of the words for time and mood right before a verb: "has not yet been" sold."""
    helpers = [child for child in verb.lefts if child.dep_ in _BEFORE]
    start: int = verb.i
    for child in reversed(helpers):
        if child.right_edge.i + 1 == start:
            start = child.left_edge.i
    while start < verb.i and verb.doc[start].dep_ == "advmod":
        start += 1
    return start


def _without_asides(part: Token, end: int) -> int:
    """Stops before a comma or dash with an aside behind it: "the bridge|, which was old"."""
    for token in part.subtree:
        if token.dep_ in _ASIDES and token.left_edge.i > 0 and token.left_edge.i > part.i:
            mark = token.doc[token.left_edge.i - 1]
            if mark.is_punct and mark.text in (",", "–", "—", "-", ";", "("):
                return int(mark.i)
    return end
