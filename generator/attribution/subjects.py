"""Who does what a verb says: its subject, or that of the verb it hangs on, and the words that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.attribution.limits import MAX_SENTENCE, Tokens, is_wide

if TYPE_CHECKING:
    from generator.nlp import Token

#: How many verbs a subject may be away: "went on to say and to add that".
MAX_STEPS = 6

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
KEPT_PREPOSITIONS = frozenset({"of", "from", "for", "at", "by"})
TIMES = frozenset({"DATE", "TIME"})


def source_of(verb: Token) -> Tokens | None:
    """The noun phrase that does what `verb` says: its subject, or that of the verb it hangs on; None if nobody."""
    subject = subject_of(verb)
    return None if subject is None else noun_phrase(subject)


def subject_of(verb: Token, steps: int = MAX_STEPS) -> Token | None:
    """The head of the subject of `verb`, "who" and "which" followed to their nouns."""
    if is_wide(verb):
        return None
    own = own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return by_whom(verb)
    if steps == 0 or verb.head.i == verb.i:
        return None
    if verb.dep_ in {"conj", "advcl", "xcomp", "dep", "pcomp", "prep"} and verb.head.pos_ in {"VERB", "AUX", "ADP"}:
        return subject_of(verb.head, steps - 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return verb.head
    return None


def own_subject(verb: Token) -> Token | None:
    """The active subject of a verb; "said Monday" has none there."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.ent_type_ not in TIMES and child.dep_ != "expl":
            return child
    return None


def by_whom(word: Token) -> Token | None:
    """ "by" and its noun: the one who acts in a passive, the author of a report."""
    for child in word.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "from"}:
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _antecedent(subject: Token, verb: Token) -> Token | None:
    """The noun that a relative pronoun stands for: "the mayor, who said the bridge was old"."""
    if subject.lower_ not in RELATIVE or subject.tag_ not in {"WP", "WDT"}:
        return subject
    while verb.dep_ in {"conj", "ccomp", "xcomp"} and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.i < subject.i else None


def noun_phrase(head: Token) -> Tokens:
    """The words that name `head`: what stands before it, "of" and "from" phrases, joined names; no relative clauses.

    >>> # "the mayor of Strelsau, who was late" -> "the mayor of Strelsau"
    """
    end = head.i + 1
    for child in head.children:
        if child.i < end or child.i > head.i + MAX_SENTENCE:
            continue
        if child.dep_ == "prep" and child.lower_ in KEPT_PREPOSITIONS and child.i == end:
            noun = next((item for item in child.children if item.dep_ == "pobj"), None)
            if noun is None:
                break
            end = _plain_end(noun)
        elif child.dep_ in {"cc", "conj"} and child.i <= end + 1:
            end = _plain_end(child) if child.dep_ == "conj" else end
        elif child.dep_ == "case" and child.i == end:
            continue
        elif child.i == end and child.dep_ in {"compound", "flat", "nummod"}:
            end = child.i + 1
        else:
            break
    start = head.left_edge.i
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    return start, end


def _plain_end(noun: Token) -> int:
    """The token after a noun and the names that stand right behind it."""
    end: int = noun.i + 1
    for child in noun.children:
        if child.i == end and child.dep_ == "prep" and child.lower_ == "of":
            inner = next((item for item in child.children if item.dep_ == "pobj"), None)
            end = inner.i + 1 if inner is not None else end
    return end
