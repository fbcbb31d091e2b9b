"""Whose figure it is: speakers under several names are one, and one speaker does not dispute with itself."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.attribution import is_wide, noun_phrase, subject_of
from generator.cues import CLAUSE_VERBS
from generator.estimates import COUNTING
from generator.model import Figure, Speaker
from generator.nlp import Passage
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

Voice = frozenset[str]
"""The words of a speaker's name, folded; empty for the article itself."""

_EMPTY = frozenset({"a", "an", "and", "at", "for", "in", "of", "the"}) | {"her", "his", "its", "our", "their"}
_EMPTY |= {"dr", "mr", "mrs", "ms"}
#: Names so plain that any speaker could have them: "hospital officials" are others than "officials".
_ANYBODY = frozenset(
    ["officials", "authorities", "witnesses", "residents", "sources", "reports", "activists", "media", "people", "men"]
)
#: How many words before a pronoun its noun is looked for.
_REACH = 60
_HIGHEST = 8
#: The last words of a sentence, in which its speaker may be named.
_END = 12
#: Verbs whose object somebody reports: "confirmed 12 deaths", "spoke of 30 dead", "arrived at a figure of".
REPORTING = (
    CLAUSE_VERBS | COUNTING | frozenset({"put", "give", "cite", "speak", "set", "place", "arrive", "list", "say"})
)
_SINGULAR = frozenset({"it"})
_PLURAL = frozenset({"they"})
_GENDERED = frozenset({"he", "she"})


def voice(speaker: Speaker | None, says: str | None = None) -> Voice | None:
    """The words of a speaker; None where nobody knows who it is."""
    if speaker is None:
        return named_voice(says) if says is not None else frozenset()
    if speaker.actor is None and speaker.name.casefold() in word_list("pronouns"):
        return None if says is None else named_voice(says)
    return named_voice(f"{speaker.text} {speaker.name}" if speaker.actor else speaker.name)


def named_voice(name: str) -> Voice:
    """The words of a name, folded; without articles, titles and pronouns."""
    words = name.casefold().replace("’", "'").replace("'s", " ").replace("'", " ").replace("-", " ").split()
    return frozenset(word.strip('.,"“”()') for word in words) - _EMPTY - word_list("pronouns")


def is_one(some: Voice, other: Voice) -> bool:
    """True if two speakers may be one: "the ministry" and "the interior ministry", "police" and "Police chief Voss"."""
    few, many = sorted((some, other), key=len)
    if few == many:
        return True
    return bool(few) and few < many and not few <= _ANYBODY


def said_by(figure: Figure, passage: Passage, token: Token) -> str | None:
    """Whom "it" or "they" means as the speaker of a figure; of a figure without one, who reports or admits it."""
    speaker = figure.speaker
    if speaker is None:
        who = _reporter(token)
        return None if who is None else str(passage.doc[slice(*noun_phrase(who))].text)
    if speaker.actor is not None or speaker.name.casefold() not in _SINGULAR | _PLURAL | _GENDERED:
        return None
    if not passage.start <= speaker.start < passage.end:
        return None
    tokens = passage.doc.char_span(speaker.start - passage.start, speaker.end - passage.start)
    if tokens is None:
        return None
    name, pronoun = speaker.name.casefold(), tokens[0]
    for word in reversed(passage.doc[max(0, pronoun.i - _REACH) : pronoun.i]):
        if word.dep_ in ("nsubj", "nsubjpass") and _may_speak(word, name) and not _below(word):
            return str(passage.doc[slice(*noun_phrase(word))].text)
    return None


def _reporter(token: Token) -> Token | None:
    """The subject of the verb of saying or counting over a figure: "The army admitted the deaths of nine soldiers"."""
    for word in islice(token.ancestors, _HIGHEST):
        if word.pos_ != "VERB" or is_wide(word) or word.lemma_.lower() not in REPORTING:
            continue
        if any(child.dep_ in ("nsubjpass", "auxpass", "neg") for child in word.children):
            return None
        who = subject_of(word)
        if who is not None and who.pos_ in ("NOUN", "PROPN") and not (who.left_edge.i <= token.i <= who.right_edge.i):
            return who
        return None
    return _closing(token)


def _closing(token: Token) -> Token | None:
    """Who is named at the end of the sentence of a figure: "It has 31 boats, its owner, Rupert Hentzau, said." """
    sentence = token.sent
    for verb in reversed(token.doc[max(token.i + 1, sentence.end - _END) : sentence.end]):
        if verb.pos_ == "VERB" and verb.lemma_.lower() in CLAUSE_VERBS:
            who = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            if who is None and verb.i > 1 and verb.nbor(-1).lower_ in (",", '"', "”"):
                # "its owner, Rupert Hentzau, said"
                who = verb.nbor(-2)
            return who if who is not None and who.i > token.i and who.pos_ in ("NOUN", "PROPN") else None
    return None


def _may_speak(noun: Token, pronoun: str) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in ("DATE", "TIME"):
        return False
    if noun.ent_type_ == "PERSON" and pronoun not in _GENDERED:
        return False
    return (noun.tag_ in ("NNS", "NNPS")) == (pronoun in _PLURAL)


def _below(subject: Token) -> bool:
    """True for the subject of a clause that hangs on a noun: "the bridge that the river took"."""
    return bool(subject.head.dep_ in ("relcl", "acl", "advcl", "ccomp"))


def outlet_voice(outlet: str | None) -> Voice:
    """The voice of a paper for what it states itself; empty where it has no name."""
    words = named_voice(outlet) if outlet else frozenset()
    return frozenset(f"outlet {word}" for word in words)
