"""How words came: "according to a report", "told the Courier", "in a statement"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.attribution.limits import MAX_HEADS, Tokens, is_wide
from generator.attribution.subjects import noun_phrase, own_subject
from generator.cues import CHANNELS, CLAUSE_VERBS

if TYPE_CHECKING:
    from generator.nlp import Token


def via_of(verb: Token) -> Tokens | None:
    """How the words came: "according to a report", "told the Courier", "in a statement"; None if it is not said."""
    if is_wide(verb):
        return None
    for word in verb.subtree if verb.dep_ == "ROOT" else verb.children:
        named = according_object(word)
        if named is not None and clause_head(word) == verb:
            return word.i, noun_phrase(named)[1]
    told: Tokens | None = None
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in {"dobj", "dative"} and child.pos_ == "PROPN" and verb.lemma_ == "tell":
            told = verb.i, noun_phrase(child)[1]
        if child.dep_ == "prep":
            noun = next((item for item in child.children if item.dep_ == "pobj"), None)
            if noun is not None and noun.lemma_.lower() in CHANNELS:
                return child.i, _channel_end(noun)
    return told


def _channel_end(noun: Token) -> int:
    """The token after a channel and whom it was made with: "in an interview with the Courier"."""
    end: int = noun.i + 1
    for child in noun.children:
        if child.dep_ == "prep" and child.i == end and child.lower_ in {"with", "to", "on"}:
            named = next((item for item in child.children if item.dep_ == "pobj"), None)
            end = noun_phrase(named)[1] if named is not None else end
    return end


def according_object(word: Token) -> Token | None:
    """The noun of "according to NOUN" if `word` is its "according"."""
    if word.lower_ != "according":
        return None
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ == "to":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    following = word.nbor() if word.i + 1 < len(word.doc) else None
    if following is not None and following.lower_ == "to":
        return next((noun for noun in following.children if noun.dep_ == "pobj"), None)
    return None


def clause_head(word: Token) -> Token | None:
    """The nearest verb above a word."""
    for ancestor in islice(word.ancestors, MAX_HEADS):
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return None


def outer_speech(word: Token) -> Token | None:
    """The verb of saying, with a subject of its own, that an "according to" hangs on: its object is then the channel.

    >>> # "The bridge is safe," the mayor told reporters, according to a pool report.
    """
    verb = clause_head(word)
    if verb is None or verb.lemma_.lower() not in CLAUSE_VERBS or own_subject(verb) is None:
        return None
    # "Ferries charged 20 crowns, according to the Courier": a number is no speech.
    return None if any(child.dep_ == "dobj" and is_counted(child) for child in verb.children) else verb


def is_counted(noun: Token) -> bool:
    """True for "20 crowns", "$5" and "12"."""
    return noun.tag_ in {"CD", "$"} or any(child.tag_ == "CD" for child in noun.children)
