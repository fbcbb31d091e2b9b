"""The words of a clause: a verb with all that hangs on it, without the marks and joints at its borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.nlp import Passage

if TYPE_CHECKING:
    from generator.nlp import Doc, Token

Span = tuple[int, int]

_END_MARKS = frozenset(".,!?")
#: Words are climbed over until a verb is found; broken text makes chains of hundreds.
_HIGHEST = 40
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
    for _ in range(_HIGHEST):
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
    start, end = _balanced(doc, start, end)
    return passage.span(doc[start:end])


def balanced(passage: Passage, span: Span) -> Span:
    """Offsets in the article with the quotation mark or bracket at a border whose partner lies inside.

    >>> # 'called it “a good | day.” |' -> 'called it “a good day.”'
    """
    tokens = passage.doc.char_span(span[0] - passage.start, span[1] - passage.start)
    if tokens is None:
        return span
    start, end = _balanced(passage.doc, tokens.start, tokens.end)
    return passage.span(passage.doc[start:end])


def _balanced(doc: Doc, start: int, end: int) -> Span:
    inside = [token.text for token in doc[start:end]]
    for opener, closer in (("“", "”"), ("(", ")"), ("[", "]"), ('"', '"')):
        opened, closed = inside.count(opener), inside.count(closer)
        if opener == closer:
            behind = _closing(doc, end, closer) if opened % 2 else None
            opened, closed = (1, 0) if behind is not None else (0, opened % 2)
        if opened > closed:
            end = _closing(doc, end, closer) or end
        elif closed > opened and start and doc[start - 1].text == opener:
            start -= 1
    return start, end


def _closing(doc: Doc, end: int, closer: str) -> int | None:
    """The token after a closing mark right behind `end`, or behind the end mark there: `day.”`."""
    if end < len(doc) and doc[end].text == closer:
        return end + 1
    if end + 1 < len(doc) and doc[end].text in _END_MARKS and doc[end + 1].text == closer:
        return end + 2
    return None


def _is_joint(token: Token) -> bool:
    return token.dep_ in ("cc", "mark") and token.lower_ in JOINTS


def _is_mark(token: Token) -> bool:
    return bool(token.is_space or (token.is_punct and token.text not in ("%", "(", ")")))
