"""What a list prints for an article: its title, or its first sentence up to the border of a clause."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from generator.clauses import VERBS
from generator.model import Article, Headline, Slice
from generator.nlp import Reading

if TYPE_CHECKING:
    from generator.nlp import Span, Token

#: Code points of a headline that is no title.
LONGEST = 110
#: Words; a shorter beginning of a sentence says nothing.
_SHORTEST = 4

#: What a clause cannot lose: "denied | the theft", "is | a harbour", "wants | to leave".
_CORE = frozenset(
    {"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "neg", "dobj", "attr", "acomp", "oprd", "prt", "agent"}
)
_INNER = frozenset({"xcomp", "ccomp"})
#: Tags of words that show where a clause begins: "after", "which", "who", "where".
_OPENERS = frozenset({"IN", "WDT", "WP", "WP$", "WRB"})
_BORDERS = frozenset({"advcl", "relcl", "acl", "conj"})
#: A clause that opens so, cut off, leaves another truth: "The ferry stops | unless the town pays".
_CONDITIONS = frozenset({"if", "unless", "until", "except", "without", "whether", "lest", "provided"})
#: What no headline ends with where it is cut between words.
_HANGING = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE"})
#: Words that are climbed over; broken text makes chains of hundreds.
_HIGHEST = 40
_TAIL = re.compile(r"[\s,;:–—(\[-]*(?:\b(?:and|but|or))?[\s,;:–—(\[-]*$")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


def find_headline(article: Article, reading: Reading, summary: tuple[Slice, ...]) -> Headline | None:
    """The title; without one the opening of the summary, cut where a clause begins; None without either."""
    if article.title is not None:
        title = article.title
        return Headline(start=title.start, end=title.end, text=title.text, rule="title", confidence=title.confidence)
    if not summary:
        return None
    start, end = summary[0].start, summary[0].end
    cut = end - start > LONGEST
    if cut:
        end = _shortened(article.text, reading, start, end)
    return Headline(start=start, end=end, text=article.text[start:end], rule="lead", cut=cut)


def _shortened(text: str, reading: Reading, start: int, end: int) -> int:
    """Where the sentence from `start` to `end` is cut: where a clause begins, else between two words."""
    passage = next(passage for passage in reading.passages if passage.start <= start < passage.end)
    first = start - passage.start
    tokens = passage.doc.char_span(first, end - passage.start, alignment_mode="expand")
    near = passage.doc.char_span(first, first + LONGEST, alignment_mode="contract")
    if tokens is None or near is None:
        return start + LONGEST
    for place in _clause_borders(tokens, near):
        words = start + len(_TAIL.sub("", text[start : passage.token(passage.doc[place])[0]]))
        if len(text[start:words].split()) >= _SHORTEST and _is_balanced(text[start:words]):
            return words
    last = next((token for token in reversed(near) if token.pos_ not in _HANGING and token.tag_ != "VB"), near[-1])
    return passage.token(last)[0] + len(last)


def _clause_borders(tokens: Span, near: Span) -> list[int]:
    """Indices of tokens near the start where a clause begins behind all that the sentence needs; the furthest first."""
    needed = _last_needed(tokens.root)
    heads = [token for token in tokens if token.dep_ in _BORDERS and token.pos_ in VERBS]
    places = {head.left_edge.i: head for head in heads if needed < head.left_edge.i < near.end}
    return sorted((place for place, head in places.items() if _is_complete(head, place)), reverse=True)


def _is_complete(head: Token, place: int) -> bool:
    """False where nothing in print shows the border, or what the clause hangs on comes behind it.

    "The ferry took the school class | stand in the sun." "After engineers | who had looked at it found cracks."
    """
    opens = head.doc[place]
    if not (opens.tag_ in _OPENERS or opens.nbor(-1).is_punct or opens.nbor(-1).dep_ == "cc"):
        return False
    return all(above.i < place for above in islice(head.ancestors, _HIGHEST))


def _last_needed(root: Token) -> int:
    """Index of the last token without which the sentence says something else."""
    last, clauses = root.i, [root]
    while clauses:
        clause = clauses.pop()
        last = max(last, clause.i)
        for child in clause.children:
            if child.dep_ in _CORE:
                last = max(last, child.i)
            elif child.dep_ in _INNER:
                clauses.append(child)
            elif child.left_edge.lower_ in _CONDITIONS or child.lower_ == "according":
                last = max(last, child.right_edge.i)
    return last


def _is_balanced(text: str) -> bool:
    return all(text.count(opener) == text.count(closer) for opener, closer in _PAIRS) and text.count('"') % 2 == 0
