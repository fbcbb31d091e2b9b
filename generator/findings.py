"""Whose a number is where no verb of saying tells it: "A review found that 12 sank", "the poll has her at 40 percent".

Quotes need words that somebody said; a number needs only the one who counted. These rules are for numbers and claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.attribution import (
    Attribution,
    according_object,
    clause_head,
    found_by,
    is_wide,
    noun_phrase,
    outer_speech,
    subject_of,
    via_of,
)
from generator.attribution.clauses import ACCORDING, Reported, reported, trimmed
from generator.cues import CLAUSE_VERBS
from generator.estimates import SETTING, figure_set_by
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Passage, Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Verbs whose clause is what somebody came to know or holds.
FINDING = _words(
    """
    believe calculate demonstrate determine establish expect find project reckon show suspect
    """
)
#: Verbs by which a study names a number.
NAMING = _words(
    """
    cite confirm contain count document estimate find forecast give have identify include list name predict project put
    record register report say see show suggest tally
    """
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: What may stand behind a closing verb of saying, and how many words: "the study found on Monday."
_BEHIND = frozenset({"PUNCT", "SPACE", "ADP", "PROPN", "ADV"})
MAX_CLOSING = 6


def find_findings(passage: Passage) -> tuple[Attribution, ...]:
    """The clauses and objects of a passage that tell whose a number is."""
    return found_by(RULES, CUES, passage)


def _set(verb: Token) -> Reported | None:
    """ "The ministry puts the cost of the fire at 40 million crowns", "the cost is put at $4 million by the port"."""
    figure = figure_set_by(verb)
    if figure is None:
        return None
    is_passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    who = _agent(verb) if is_passive else subject_of(verb)
    if who is None or (who.i >= figure.i and not is_passive):
        return None
    content = (figure.left_edge.i, figure.right_edge.i + 1)
    return Reported(content, noun_phrase(who), (verb.i, verb.i + 1), verb.lemma_.lower(), None, "set")


def _agent(verb: Token) -> Token | None:
    """Who stands behind the "by" of a passive verb."""
    return next(
        (noun for child in verb.children if child.dep_ == "agent" for noun in child.children if noun.dep_ == "pobj"),
        None,
    )


def _finding(verb: Token) -> Reported | None:
    """ "An expert determined that the railway lost 40 million crowns", "20 of them were late, the review found"."""
    if verb.lemma_.lower() not in FINDING or verb.pos_ != "VERB" or is_wide(verb):
        return None
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and _is_finite(child)), None)
    if clause is not None and verb.lemma_.lower() == "find" and _is_somebody(subject_of(verb)):
        return None
    return None if clause is None else reported(verb, (clause.left_edge.i, clause.right_edge.i + 1), "finding")


def _is_finite(clause: Token) -> bool:
    """False for "found two men asleep", which tells what was done and not what was said."""
    return any(word.tag_ in _FINITE for word in (clause, *clause.lefts))


def _is_somebody(who: Token | None) -> bool:
    """True for one person: "She found that she was late" tells what befell her."""
    return who is not None and (who.ent_type_ == "PERSON" or who.lower_ in ("he", "i", "she"))


def _study(verb: Token) -> Reported | None:
    """ "The report lists 40 ships", "A poll has the mayor at 39 percent": a study speaks by what stands in it."""
    lemma = verb.lemma_.lower()
    if lemma not in NAMING or verb.pos_ not in ("VERB", "AUX") or is_wide(verb):
        return None
    # A name behind "has" is often parsed as its verb: "A poll has Rassen at 39 percent".
    head = verb.head if verb.dep_ == "aux" and verb.head.text.istitle() else verb
    who = subject_of(head)
    if who is None or who.i >= verb.i or who.lemma_.lower() not in word_list("studies"):
        return None
    content = trimmed(verb.doc, (verb.i + 1, head.right_edge.i + 1))
    if content[0] >= content[1]:
        return None
    return Reported(content, noun_phrase(who), (verb.i, verb.i + 1), lemma, via_of(verb), "study")


def _closing(verb: Token) -> Reported | None:
    """ "36 percent of voters said they were happy, the study found.": behind two verbs of saying parsers err."""
    if verb.lemma_.lower() not in CLAUSE_VERBS | FINDING or verb.tag_ not in ("VBD", "VBZ", "VBP") or is_wide(verb):
        return None
    who = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if who is None or verb.sent.end - verb.i > MAX_CLOSING:
        return None
    comma = who.left_edge.i - 1
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    if comma <= verb.sent.start or verb.doc[comma].text != "," or any(word.pos_ not in _BEHIND for word in behind):
        return None
    source, content = (who.left_edge.i, verb.i), (verb.sent.start, comma)
    return Reported(content, source, (verb.i, verb.i + 1), verb.lemma_.lower(), None, "closing")


def _other_side(word: Token) -> Reported | None:
    """What stands before an "according to" that more words follow: "It cost $5, according to the port, a record"."""
    named = according_object(word)
    verb = clause_head(word) if named is not None else None
    if named is None or verb is None or verb.i > word.i or outer_speech(word) is not None:
        return None
    content = trimmed(word.doc, (word.sent.start, word.i))
    source = noun_phrase(named)
    return (
        Reported(content, source, (word.i, word.i + 2), "according", None, "other-side")
        if content[0] < content[1]
        else None
    )


RULES = (
    ("set", _set),
    ("closing", _closing),
    ("finding", _finding),
    ("study", _study),
    ("other-side", _other_side),
)
"""First come, first served: a cue tells of one clause."""
CUES = CLAUSE_VERBS | FINDING | NAMING | SETTING | ACCORDING
"""Lemmas of the words that the rules look at."""
