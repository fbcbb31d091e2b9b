"""The words of a clause: a verb with all that hangs on it, without the marks and joints at its borders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.nlp import Passage

if TYPE_CHECKING:
    from generator.nlp import Token

Span = tuple[int, int]

#: A closing mark may stand behind the end mark that was left out: `day.”`.
_PARTNER = {closer: re.compile(rf"[.,!?]?{re.escape(closer)}") for closer in '”)]"'}
VERBS = frozenset({"VERB", "AUX"})
#: Words that join a clause to another; without them it says the same. "If" and "unless" are none of them.
JOINTS = frozenset(
    {
        "that",
        "after",
        "before",
        "when",
        "as",
        "while",
        "since",
        "because",
        "although",
        "though",
        "and",
        "but",
        "or",
        "so",
    }
)
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def clause_of(word: Token) -> Token | None:
    """The nearest verb above a word, or the word itself if it is one; an auxiliary gives way to its verb."""
    token = word
    for _ in range(len(word.doc)):
        if token.pos_ in VERBS and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def has_subject(verb: Token) -> bool:
    """True for a clause that says by itself who or what it is about."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") and child.tag_ not in _RELATIVE
               for child in verb.children)  # fmt: skip


def clause_span(passage: Passage, verb: Token) -> Span | None:
    """Offsets of a clause in the article, from behind its joint: "hours after | he left"; None if nothing is left."""
    joints = [child.i for child in verb.lefts if child.dep_ == "mark" and child.lower_ in JOINTS]
    return trimmed_span(passage, max([verb.left_edge.i, *joints]), verb.right_edge.i + 1)


def trimmed_span(passage: Passage, start: int, end: int) -> Span | None:
    """Offsets of tokens without marks, spaces and joints at the borders; a mark whose partner stays inside is kept."""
    doc = passage.doc
    while start < end and (_is_mark(doc[start]) or _is_joint(doc[start])):
        start += 1
    while end > start and _is_mark(doc[end - 1]):
        end -= 1
    if start >= end:
        return None
    return balanced(passage, passage.span(doc[start:end]))


def balanced(passage: Passage, span: Span) -> Span:
    """Takes in a quotation mark or bracket at a border whose partner lies inside.

    >>> # 'called it “a good | day.” |' -> 'called it “a good day.”'
    """
    text = passage.doc.text
    start, end = span[0] - passage.start, span[1] - passage.start
    for opener, closer in (("“", "”"), ("(", ")"), ("[", "]"), ('"', '"')):
        inside = text[start:end]
        opened, closed = inside.count(opener), inside.count(closer)
        if opener == closer:
            missing = opened % 2
            opened, closed = (missing, 0) if _PARTNER[closer].match(text, end) else (0, missing)
        if opened > closed and (match := _PARTNER[closer].match(text, end)):
            end = match.end()
        elif closed > opened and start and text[start - 1] == opener:
            start -= 1
    return passage.start + start, passage.start + end


def _is_joint(token: Token) -> bool:
    return token.dep_ in ("cc", "mark") and token.lower_ in JOINTS


def _is_mark(token: Token) -> bool:
    return bool(token.is_space or (token.is_punct and token.text not in ("%", "(", ")")))
