"""What keeps a sentence out of a summary: it is cut, speaks to the reader, leans on another or says it again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.summary.candidates import Candidate
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Span

LEANING = word_list("connectives") | word_list("pronouns")
#: Behind a preposition these lean as they do at the start.
_POINTING = frozenset({"him", "it", "me", "such", "that", "them", "these", "this", "those", "us", "you"})
#: A sentence of fewer words is a fragment.
SHORTEST = 5
#: A first sentence of so many words that ends like one is prose whatever its tags.
_PROSE = 8
#: Share of a sentence's trigrams that the summary may already hold.
_REPEATED = 0.2

_MARK = re.compile(r"[\"“”«»]")
_ONLY_SPEECH = re.compile(r"[\"“][^\"“”]*[\"”]")
_WEB = re.compile(r"\b(?:click|subscribe|sign up|log in|newsletter|scroll|download|follow us)\b", re.IGNORECASE)
_PLACE_IN_PICTURE = r"(?:above|below|left|right|top|bottom|cent(?:re|er)|inset)"
_PICTURE = re.compile(
    rf"\((?:(?:also |both )?pictured\b[^)]*|{_PLACE_IN_PICTURE})\)|, pictured\b|\bpictured:|^pictured\b"
    rf"|\bpictured {_PLACE_IN_PICTURE}\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Chosen:
    """The summary while it is being made."""

    positions: set[int] = field(default_factory=set)
    trigrams: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, candidate: Candidate) -> None:
        """Takes a sentence in."""
        self.positions.add(candidate.position)
        self.trigrams.update(_trigrams(candidate.words))


Unfit = Callable[[Candidate], bool]
"""True if the sentence can stand in no summary."""
Held = Callable[[Candidate, Chosen], bool]
"""True if the sentence must stay out of a summary that holds `Chosen`."""


def is_fit(candidate: Candidate) -> bool:
    """True unless a rule of UNFIT keeps the sentence out."""
    return not any(unfit(candidate) for _, unfit in UNFIT)


def _cut(candidate: Candidate) -> bool:
    """A part of a quotation, or a sentence without its end."""
    return not candidate.sentence.whole or len(_MARK.findall(candidate.text)) % 2 == 1


def _question(candidate: Candidate) -> bool:
    return candidate.text.rstrip("\"”’') ").endswith("?")


def _fragment(candidate: Candidate) -> bool:
    """ "Scroll down for video." "A long night." have no finite verb or hardly a word."""
    if len(candidate.words) < SHORTEST:
        return True
    if any(token.tag_ in ("VBD", "VBP", "VBZ", "MD") for token in candidate.sentence.tokens):
        return False
    return not (_opens_prose(candidate) or _has_deed(candidate.sentence.tokens))


def _opens_prose(candidate: Candidate) -> bool:
    """True for a first sentence that is one by its length and its end: no tag alone may drop what happened."""
    return candidate.position == 0 and len(candidate.words) >= _PROSE and candidate.text[-1] in '.!?"”’'


def _has_deed(tokens: Span) -> bool:
    """True where the parser took the verb for a bare form or a participle but knows whose deed it is.

    >>> # "Two votes decide it all in the end." "The motion passed by 83 votes to 41 on Monday."
    """
    root = tokens.root
    if root.tag_ in ("VB", "VBN"):
        return any(child.dep_ in ("nsubj", "nsubjpass") for child in root.children)
    if root.tag_ not in ("NN", "NNS", "NNP", "NNPS") or root.left_edge.lower_ not in ("the", "this", "these"):
        return False
    deed = next((child for child in root.children if child.i == root.i + 1), None)
    if deed is None or deed.tag_ != "VBN" or deed.dep_ != "acl":
        return False
    return any(token.ent_type_ in ("DATE", "TIME") for token in deed.subtree)


def _address(candidate: Candidate) -> bool:
    """ "Click here to subscribe." speaks to the reader: it opens with a bare verb that is the head of the sentence."""
    if _opens_prose(candidate) and not _WEB.search(candidate.text):
        return False
    first = next((token for token in candidate.sentence.tokens if token.is_alpha), None)
    return first is not None and first.tag_ == "VB" and first.dep_ == "ROOT"


def _picture(candidate: Candidate) -> bool:
    """ "The mayor (pictured) left." points at a picture that the reader of a summary does not see."""
    return bool(_PICTURE.search(candidate.text))


def _leans(candidate: Candidate) -> bool:
    """Opens with a pronoun or connective: "But she refused." The first sentence may as little: its "she" is nobody."""
    if _points_back(candidate.sentence.tokens):
        return True
    opening = " ".join(re.split("['’]", word)[0] for word in candidate.words[:4]) + " "
    return any(opening[: place + 1].rstrip() in LEANING for place, letter in enumerate(opening) if letter == " ")


def _points_back(tokens: Span) -> bool:
    """ "Beside him stood the mayor." "Despite these fears they left." But "for her work" may say yet whose it is."""
    first = next((token for token in tokens if token.is_alpha), None)
    if first is None or first.pos_ != "ADP" or first.i + 1 >= tokens.end:
        return False
    return first.nbor().lower_ in _POINTING


UNFIT: tuple[tuple[str, Unfit], ...] = (
    ("cut", _cut),
    ("question", _question),
    ("fragment", _fragment),
    ("address", _address),
    ("picture", _picture),
    ("leans", _leans),
)
"""What keeps a sentence out of every summary, in the order in which it is asked."""


def said_by_whom(candidate: Candidate, chosen: Chosen) -> bool:
    """ "The bridge was old, she said." and “It was old.” name no speaker; the sentence before them may."""
    if candidate.position <= 0 or candidate.position - 1 in chosen.positions:
        return False
    if _ONLY_SPEECH.fullmatch(candidate.text):
        return True
    root = candidate.sentence.tokens.root
    return any(child.dep_ == "nsubj" and child.tag_ == "PRP" and child.nbor(-1).is_punct
               for child in root.children if child.i > candidate.sentence.tokens.start)  # fmt: skip


def repeats(candidate: Candidate, chosen: Chosen) -> bool:
    """True if the summary says it already."""
    trigrams = _trigrams(candidate.words)
    return bool(trigrams) and len(trigrams & chosen.trigrams) > _REPEATED * len(trigrams)


def _trigrams(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))
