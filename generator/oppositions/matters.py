"""What reported clauses say of whom, and whether they say that it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import is_wide, noun_phrase, subject_of, tokens_worth_parsing
from generator.disputes.alike import deed_of
from generator.disputes.circumstances import mood
from generator.nlp import Passage, Reading
from generator.said import Said
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

Span = tuple[int, int]

#: Verbs and nouns that deny their clause.
DENYING = frozenset({"deny", "denial", "refute", "dispute"})
#: Verbs of saying that leave open whether the speaker holds it so.
OPEN = frozenset(
    {"ask", "wonder", "fear", "worry", "warn", "threaten", "predict", "expect", "doubt", "suggest", "hint"}
)
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "pobj"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "this", "that", "these", "those"})


class Matter(NamedTuple):
    """A clause that somebody says is so, or is not so."""

    passage: Passage
    sentence: int
    """Number of its sentence in the body."""
    content: Span
    source: Span
    denies: bool
    verb: str
    """First word of its line in data/same_deeds.txt, or the lemma; "" where it is left out: "said it was not"."""
    subject: frozenset[str]
    """Lemmas of who or what it is about; empty for a pronoun."""
    objects: frozenset[str]
    """Lemmas of what else the clause holds in its first place: objects, and nouns behind its prepositions."""
    whole: bool = True
    """False for "denied it": the clause stands before."""


def matters_of(reading: Reading, said: Said) -> list[Matter]:
    """The matters of the body, in the order of the text."""
    found: list[Matter] = []
    number = 0
    for passage in reading.body:
        starts = [passage.start + sentence.start_char for sentence in passage.doc.sents]
        for item in said.of(passage):
            matter = _clause(passage, item.content, item.source, item.lemma)
            if matter is not None:
                found.append(matter._replace(sentence=number + sum(start <= item.cue[0] for start in starts)))
        for verb in tokens_worth_parsing(passage.doc):
            denied = _denied(passage, verb) if verb.lemma_ in DENYING and verb.pos_ == "VERB" else None
            if denied is not None:
                at = passage.start + verb.idx
                found.append(denied._replace(sentence=number + sum(start <= at for start in starts)))
        number += len(starts)
    return sorted(found, key=lambda matter: matter.content)


def _clause(passage: Passage, content: Span, source: Span, cue: str) -> Matter | None:
    """A reported clause: "the bridge was hit", "that it was hit"."""
    if cue in OPEN:
        return None
    tokens = passage.doc.char_span(content[0] - passage.start, content[1] - passage.start, alignment_mode="expand")
    if tokens is None or is_wide(tokens.root) or tokens.root.pos_ not in ("VERB", "AUX"):
        return None
    verb = tokens.root
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.i < tokens.start or mood(verb) == "may":
        return None
    negated = any(child.dep_ == "neg" for child in verb.children)
    objects = _objects(verb)
    bare = verb.pos_ == "AUX" and not objects
    if bare and not negated:
        return None
    return Matter(
        passage=passage,
        sentence=0,
        content=content,
        source=source,
        denies=negated != (cue in DENYING),
        verb="" if bare else deed_of(verb.lemma_.lower()),
        subject=frozenset() if subject.lower_ in _PRONOUNS else frozenset({subject.lemma_.lower()}),
        objects=objects,
    )


def _objects(verb: Token) -> frozenset[str]:
    """The words behind a verb that tell one matter from another."""
    heads = (verb, *(child for child in verb.children if child.dep_ in ("prep", "agent")))
    return frozenset(
        child.lemma_.lower()
        for head in heads
        for child in head.children
        if child.dep_ in _OBJECTS and child.i > verb.i and child.ent_type_ not in ("DATE", "TIME")
    )


def _denied(passage: Passage, verb: Token) -> Matter | None:
    """ "denied it", "denied the report": what the sentence before says."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    who = subject_of(verb)
    if thing is None or who is None or who.i > verb.i or any(child.dep_ == "neg" for child in verb.children):
        return None
    behind = [child for child in thing.children if child.i > thing.i]
    definite = thing.lower_ in ("it", "this", "that") or any(
        child.lower_ in ("the", "this", "that") for child in thing.children if child.i < thing.i
    )
    if not definite or behind or not (thing.pos_ == "PRON" or thing.lemma_.lower() in word_list("statement_nouns")):
        return None
    return Matter(
        passage=passage,
        sentence=0,
        content=passage.span(passage.doc[verb.i : thing.i + 1]),
        source=passage.span(passage.doc[slice(*noun_phrase(who))]),
        denies=True,
        verb="",
        subject=frozenset(),
        objects=frozenset(),
        whole=False,
    )
