"""The clause of a sentence that tells something, and who or what it is about, from the dependency parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING, NamedTuple

from generator.sentences import Sentence

if TYPE_CHECKING:
    from generator.nlp import Token

#: Verbs that only report: what they report is what happened.
_PLAIN = frozenset({"say", "report", "announce", "show", "find"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Clauses that say when, if, why or which.
_ASIDES = frozenset({"advcl", "relcl"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_CONTENT = frozenset({"ccomp", "dobj", "xcomp", "oprd"})
_POINTING = frozenset({"this", "these", "that", "those"})
_NOBODY = frozenset({"it", "you", "we", "i", "one", "ones"})
_QUOTE_TAGS = frozenset({"``", "''"})
#: Words are compared by so many first letters: "agrees" is "agreed".
_STEM = 5


class Clause(NamedTuple):
    """A verb with its subject."""

    verb: Token
    subject: Token


def subject_of(verb: Token) -> Token | None:
    """The subject of a clause by its own words."""
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def clause_with(verb: Token) -> Clause | None:
    """A verb with its subject, None where that names nobody: "this move", "her father", "seven", "it"."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ in _NOBODY:
        return None
    if subject.pos_ == "PRON":
        return Clause(verb, subject) if subject.tag_ == "PRP" else None
    points = any(child.lower_ in _POINTING or child.tag_ == "PRP$" for child in subject.lefts)
    named = subject.pos_ in ("NOUN", "PROPN") or (subject.pos_ == "NUM" and any(subject.children))
    return Clause(verb, subject) if named and not points else None


def main_clause(sentence: Sentence, wanted: Set[str]) -> Clause | None:
    """What a sentence tells: what it reports, or of joined clauses the one that holds most of the wanted words."""
    root = sentence.tokens.root
    reported = next((child for child in root.children if child.dep_ == "ccomp" and subject_of(child)), None)
    if reported is not None and (reported.i < root.i or root.lemma_.lower() in _PLAIN):
        return clause_with(reported)
    joined = (child for child in root.children if child.dep_ == "conj")
    found = [clause for verb in (root, *joined) if (clause := clause_with(verb)) is not None]
    return max(found, key=lambda clause: len(wanted & stems(own_words(clause.verb))), default=None)


def headline_clause(sentence: Sentence) -> Clause | None:
    """The first clause of a headline outside quotation marks, or a noun with a participle."""
    quoted = False
    for token in sentence.tokens:
        if token.tag_ in _QUOTE_TAGS:
            quoted = token.tag_ == "``" or not quoted
        if not quoted and token.dep_ in _CLAUSES and token.pos_ in ("VERB", "AUX") and not _only_says(token):
            clause = clause_with(token)
            if clause is not None:
                return clause
    root = sentence.tokens.root
    if root.pos_ in ("NOUN", "PROPN"):
        # "Duke accused of fraud" and "Half of guards paid by duke" leave out the verb to be.
        for token in sentence.tokens[root.i - sentence.tokens.start + 1 :]:
            if token.dep_ == "acl" and token.tag_ == "VBN" and not token.nbor(-1).is_punct:
                return Clause(token, root)
    return None


def _only_says(verb: Token) -> bool:
    """ "Nine dead, premier says": what is said is no clause that hangs on the verb."""
    return verb.lemma_.lower() in _PLAIN and not any(child.dep_ in _CONTENT for child in verb.children)


def own_words(verb: Token) -> Iterator[Token]:
    """The words of a clause without those of clauses beside it, or that say when, if, why or which."""
    waiting = [verb]
    while waiting:
        word = waiting.pop()
        yield word
        waiting.extend(child for child in word.children if child.dep_ not in _ASIDES and not _is_joined(child))


def hanging(verb: Token) -> list[Token]:
    """The words under a verb in their order, without those of clauses about a thing and of clauses beside it."""
    waiting = [verb]
    found: list[Token] = []
    while waiting:
        word = waiting.pop()
        found.append(word)
        # "launched a plan to stop smugglers": the infinitive says as much of the verb as of the noun.
        waiting.extend(
            child
            for child in word.children
            if (child.dep_ not in ("relcl", "acl") or child.tag_ == "VB") and not _is_joined(child)
        )
    return sorted(found, key=lambda word: word.i)


def _is_joined(word: Token) -> bool:
    return word.dep_ == "conj" and subject_of(word) is not None


def stems(words: Iterable[Token]) -> set[str]:
    """The beginnings of the words that carry meaning."""
    return {word.lower_[:_STEM] for word in words if word.is_alpha and not word.is_stop and len(word) > 2}
