"""Which clauses are reported, and by whom: the rules, each looking at one word as a cue."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution.channels import according_object, clause_head, outer_speech, via_of
from generator.attribution.limits import Tokens
from generator.attribution.subjects import by_whom, noun_phrase, own_subject, source_of
from generator.cues import CLAUSE_VERBS, INFINITIVE_VERBS, REPORT_NOUNS

if TYPE_CHECKING:
    from generator.nlp import Doc, Token

#: The longest noun phrase behind "according to", in tokens.
MAX_PHRASE = 12
FINDING = CLAUSE_VERBS | {"find", "show"}


class Reported(NamedTuple):
    """A reported clause in tokens, before it is put into the article's offsets."""

    content: Tokens
    source: Tokens
    cue: Tokens
    lemma: str
    via: Tokens | None
    rule: str


Rule = Callable[["Token"], Reported | None]
"""Looks at one token as a cue and says what it reports, or None."""


def _clause(verb: Token) -> Reported | None:
    """A verb of saying with a clause of its own.

    >>> # "Officials said the bridge was old."  "The bridge was old, officials said."
    """
    if verb.lemma_.lower() not in CLAUSE_VERBS or verb.pos_ not in {"VERB", "AUX"}:
        return None
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if clause is None:
        return None
    return reported(verb, (clause.left_edge.i, clause.right_edge.i + 1), "clause")


def _aside(verb: Token) -> Reported | None:
    """A verb of saying set into the clause it reports: "The bridge, officials said, was old." """
    if verb.lemma_.lower() not in CLAUSE_VERBS or verb.dep_ != "parataxis":
        return None
    clause = verb.head
    return reported(verb, (clause.left_edge.i, clause.right_edge.i + 1), "aside")


def _infinitive(verb: Token) -> Reported | None:
    """A verb of promising or asking with an infinitive: "The ministry promised to close the bridge." """
    if verb.lemma_.lower() not in INFINITIVE_VERBS or verb.pos_ != "VERB":
        return None
    clause = next(
        (
            child
            for child in verb.children
            if child.i > verb.i and child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VB"
        ),
        None,
    )
    if clause is None:
        return None
    return reported(verb, (clause.left_edge.i, clause.right_edge.i + 1), "infinitive")


def _according_to(word: Token) -> Reported | None:
    """ "according to" with a noun; where its clause is itself said by somebody, the noun is only the channel."""
    named = according_object(word)
    if named is None:
        return None
    verb = clause_head(word)
    if verb is None or outer_speech(word) is not None:
        return None
    source = noun_phrase(named)
    sentence = word.sent
    before = word.i - sentence.start > sentence.end - source[1]
    if not before:
        source = source[0], _phrase_end(named, source[1], sentence.end)
    content = (sentence.start, word.i) if before else (source[1], sentence.end)
    content = trimmed(word.doc, content)
    if content[0] >= content[1]:
        return None
    return Reported(content, source, (word.i, word.i + 2), "according", None, "according-to")


def _phrase_end(named: Token, end: int, limit: int) -> int:
    """The comma that closes a noun with all its phrases: "According to two officials in Zenda, the road held"."""
    for token in named.doc[end : min(limit, end + MAX_PHRASE)]:
        if token.pos_ in {"VERB", "AUX"}:
            break
        if token.text == ",":
            return int(token.i)
    return end


def _noun(noun: Token) -> Reported | None:
    """A noun of saying with a clause: "the ministry's claim that the bridge was old"."""
    if noun.lemma_.lower() not in REPORT_NOUNS or noun.pos_ != "NOUN":
        return None
    clause = next((child for child in noun.children if child.dep_ in {"acl", "ccomp"} and child.i > noun.i), None)
    if clause is None or clause.left_edge.lower_ != "that":
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None) or by_whom(noun)
    if owner is None:
        return None
    content = (clause.left_edge.i, clause.right_edge.i + 1)
    return Reported(content, noun_phrase(owner), (noun.i, noun.i + 1), noun.lemma_.lower(), None, "noun")


RULES: tuple[tuple[str, Rule], ...] = (
    ("clause", _clause),
    ("aside", _aside),
    ("infinitive", _infinitive),
    ("according-to", _according_to),
    ("noun", _noun),
)
"""First come, first served: a cue reports one clause."""
ACCORDING = frozenset({"accord", "according"})
"""Lemmas of "according"."""
CUES = CLAUSE_VERBS | INFINITIVE_VERBS | REPORT_NOUNS | ACCORDING
"""Lemmas of the words that the rules look at."""


def reported(verb: Token, content: Tokens, rule: str) -> Reported | None:
    """What a verb reports, if somebody does: its subject is the source."""
    source = source_of(verb)
    if source is None:
        return None
    content = trimmed(verb.doc, _without_other_voices(verb.doc, content, verb))
    if content[0] >= content[1] or (source[0] >= content[0] and verb.i < content[0]):
        return None
    return Reported(content, source, (verb.i, verb.i + 1), verb.lemma_.lower(), via_of(verb), rule)


def _without_other_voices(doc: Doc, content: Tokens, verb: Token) -> Tokens:
    """Stops before a joined clause with a subject of its own and a joined "and", which speaks on another's word.

    >>> # The navy says it fired twice, and a report by the port found four holes.  -> it fired twice
    """
    start, end = content
    for token in doc[start:end]:
        joined = token.dep_ == "conj" and token.lemma_.lower() in FINDING and token.pos_ == "VERB"
        if joined and own_subject(token) is not None and token.left_edge.i > max(start, verb.i):
            return start, int(token.left_edge.i)
    return content


def trimmed(doc: Doc, tokens: Tokens) -> Tokens:
    """Leaves out punctuation and spaces at the borders, a leading "that" and a trailing "and"."""
    start, end = tokens
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ == "that"):
        if doc[start].lower_ == "that" and doc[start].tag_ != "IN":
            break
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    return start, end
