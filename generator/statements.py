"""A marked statement as a reader can understand it alone: whole words, its antecedent, nothing about itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.attribution import is_wide
from generator.clauses import Span, clause_of, has_subject, trimmed_span
from generator.cues import REPORT_NOUNS
from generator.nlp import Passage
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Doc, Token

#: A statement that takes more tokens than this to be understood is left out.
LONGEST = 80
#: How many verbs that share one subject are climbed: "who stole it, hid it and allegedly sold it".
_CHAIN = 6
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_ADVERBS = frozenset({"too", "also", "either", "however"})
#: What opens a question and never a relative clause: "unclear to the court | how the boat sank".
_QUESTIONS = frozenset({"how", "why", "whether", "if"})

Tokens = tuple[int, int]
"""First token and the token after the last."""
Step = Callable[["Doc", Tokens], Tokens | None]
"""Moves the borders of a statement; None where it cannot be understood alone."""


def understood_alone(passage: Passage, span: Span) -> Span | None:
    """Offsets of the smallest stretch around a statement that can be read by itself; None where there is none."""
    found = passage.doc.char_span(span[0] - passage.start, span[1] - passage.start, alignment_mode="expand")
    if found is None:
        return span
    tokens: Tokens = (found.start, found.end)
    for _, step in STEPS:
        moved = step(passage.doc, tokens)
        if moved is None or moved[1] - moved[0] > max(LONGEST, found.end - found.start):
            return None
        tokens = moved
    return span if tokens == (found.start, found.end) else trimmed_span(passage, *tokens)


def _whole_words(doc: Doc, tokens: Tokens) -> Tokens:
    """ "the e-|tailer was a bully": the parser cuts words at hyphens, a reader does not."""
    start, end = tokens
    first, last = max(1, start - LONGEST), min(len(doc), end + LONGEST)
    while start >= first and not doc[start - 1].whitespace_ and _joined(doc[start - 1], doc[start]):
        start -= 1
    while end < last and not doc[end - 1].whitespace_ and _joined(doc[end - 1], doc[end]):
        end += 1
    return start, end


def _joined(left: Token, right: Token) -> bool:
    """True for a word and its hyphen, in whichever order."""
    return (left.text in HYPHENS and right.text[:1].isalnum()) or (right.text in HYPHENS and left.text[-1:].isalnum())


def _not_about_itself(doc: Doc, tokens: Tokens) -> Tokens:
    """ "The duke started the fire|, a claim for which she gave no evidence." """
    start, end = tokens
    for noun in doc[start:end]:
        about = noun.lemma_.lower() in REPORT_NOUNS or noun.lemma_.lower() in word_list("statement_nouns")
        if not about or noun.pos_ != "NOUN" or is_wide(noun) or not any(c.dep_ == "relcl" for c in noun.children):
            continue
        border = noun.left_edge.i
        if border - 1 > start and doc[border - 1].text in (",", "–", "—") and noun.right_edge.i + 1 >= end:
            return start, border - 1
    return tokens


def _with_antecedent(doc: Doc, tokens: Tokens) -> Tokens | None:
    """ "the clerk | whom it accuses of theft", "He hid the crown and | allegedly sold it"."""
    start, end = tokens
    verb = doc[start:end].root
    if verb.pos_ not in ("VERB", "AUX") or doc[start].lower_ in _QUESTIONS:
        return tokens
    for _ in range(_CHAIN):
        if verb.dep_ != "conj" or has_subject(verb) or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and not has_subject(verb)):
        return min(start, verb.head.left_edge.i), end
    if verb.dep_ == "advcl" and not has_subject(verb) and verb.tag_ in ("VBG", "VBN"):
        # "The chancellor left, | accusing the duke of theft."
        main = verb.head
        return (min(start, main.left_edge.i), max(end, main.i + 1)) if has_subject(main) else None
    if verb.dep_ in ("pcomp", "csubj") and verb.tag_ == "VBG" and not has_subject(verb):
        # "They had a part in | allegedly selling the crown." Nobody does it in "Allegedly selling it was a crime."
        above = clause_of(verb.head) if verb.dep_ == "pcomp" else None
        for _ in range(_CHAIN):
            if above is None or has_subject(above) or above.dep_ not in ("conj", "xcomp"):
                break
            above = above.head
        return (min(start, above.left_edge.i), end) if above is not None and has_subject(above) else None
    subjects = [child.left_edge.i for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
    # "When the guards came, | the duke ran": what stands before the subject is no part of it.
    return min(start, min(subjects, default=verb.left_edge.i)), end


def _with_subject(doc: Doc, tokens: Tokens) -> Tokens:
    """ "It, | too, had lied" lost what stands before the commas."""
    start, end = tokens
    if end - start > 2 and doc[start].lower_ in _ADVERBS and doc[start + 1].text == ",":
        if start > 1 and doc[start - 1].text == "," and doc[start - 2].pos_ in ("PRON", "NOUN", "PROPN"):
            return doc[start - 2].left_edge.i, end
        return start + 2, end
    return tokens


def _to_closing_mark(doc: Doc, tokens: Tokens) -> Tokens:
    """'accused her of "selling the crown | [of the kings] to pay for herself"'"""
    start, end = tokens
    marks = [token.text for token in doc[start:end] if token.text in ("“", "”", '"')]
    if not marks or not (marks[-1] == "“" or (marks[-1] == '"' and marks.count('"') % 2)):
        return tokens
    rest = doc[end : min(end + LONGEST, doc[end - 1].sent.end)]
    closing = next((token.i for token in rest if token.text == ("”" if marks[-1] == "“" else '"')), None)
    return tokens if closing is None else (start, closing + 1)


STEPS: tuple[tuple[str, Step], ...] = (
    ("whole-words", _whole_words),
    ("not-about-itself", _not_about_itself),
    ("antecedent", _with_antecedent),
    ("subject", _with_subject),
    ("closing-mark", _to_closing_mark),
)
"""What is done to a statement's borders, in this order."""
