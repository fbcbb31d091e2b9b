"""The sentences that tell the main event: the title, the deck, and the sentence of the lead that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.attribution import MAX_SENTENCE
from generator.nlp import Passage, Reading
from generator.sentences import Sentence, sentences
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

CONNECTIVES = word_list("connectives")
#: So many sentences of the body are looked at; what happened stands in one of them.
FIRST = 6
#: So many of them open the article.
_OPENING = 2
#: Verbs that only report: what they report is what happened.
_PLAIN = frozenset({"say", "report", "announce", "show", "find"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Clauses that say when, if, why or which.
_ASIDES = frozenset({"advcl", "relcl"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_OPENERS = ('"', "“", "«")
_QUOTE_MARKS = frozenset("\"“”«»'‘’`")
#: Words of the title are compared by so many first letters: "agrees" is "agreed".
_STEM = 5
#: Share of the title's words that a sentence of the lead must hold to tell the same.
SAME = 0.34
#: What each sentence further down loses.
_LATER = 0.04
#: What a sentence loses that says what something is, not what it did.
_STATE = 0.15
#: What a sentence loses that leans on the one before: "But he stayed."
_LEANS = 0.15
#: What a sentence gains whose subject the title names.
_NAMED = 0.2


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells the main event."""

    passage: Passage
    sentence: Sentence
    verb: Token | None
    """The verb of its clause; None in a title without one."""
    subject: Token | None
    same: float = 0.0
    """How much of the title it says."""

    @property
    def words(self) -> tuple[Token, ...]:
        """The words of the sentence."""
        return tuple(self.sentence.tokens)

    @property
    def is_clause(self) -> bool:
        return self.verb is not None and self.subject is not None


def find_tellings(reading: Reading) -> tuple[Telling, ...]:
    """The sentences that tell the main event, the plainest first; empty where the article has no sentence."""
    title = list(_headlines(reading, "title"))
    wanted = {key for one in title for key in stems(one.words)}
    deck = max(_headlines(reading, "deck", wanted), key=lambda one: one.same, default=None)
    below = sorted(
        (*([deck] if deck else []), *_lead(reading, wanted)), key=lambda one: (-one.same, one.sentence.start)
    )
    told = [one for one in title if not one.sentence.tokens.text.strip().endswith("?")]
    plain = [one for one in told if one.is_clause]
    bare = [one for one in told if not one.is_clause]
    same = [one for one in below if one.same >= SAME]
    rest = sorted((one for one in below if one.same < SAME), key=lambda one: (one.passage.kind, one.sentence.start))
    return (*plain[:1], *same, *bare[:1], *rest)


def find_opening(reading: Reading) -> tuple[Telling, ...]:
    """The first two sentences of the body, whatever they tell."""
    found: list[Telling] = []
    for passage in reading.body:
        for sentence in sentences(passage):
            if len(found) == _OPENING:
                return tuple(found)
            if len(sentence.tokens) <= MAX_SENTENCE:
                found.append(Telling(passage, sentence, None, None))
    return tuple(found)


def stems(words: Iterable[Token]) -> set[str]:
    """The beginnings of the words that carry meaning."""
    return {word.lower_[:_STEM] for word in words if word.is_alpha and not word.is_stop and len(word) > 2}


def _headlines(reading: Reading, kind: str, wanted: Set[str] = frozenset()) -> Iterator[Telling]:
    for passage in reading.passages:
        if passage.kind == kind:
            for sentence in sentences(passage):
                if len(sentence.tokens) <= MAX_SENTENCE:
                    verb, subject = _headline(sentence)
                    if kind == "title" or (verb is not None and subject is not None):
                        yield Telling(passage, sentence, verb, subject, _share(verb, wanted))


def _lead(reading: Reading, wanted: Set[str]) -> Iterator[Telling]:
    count = 0
    for passage in reading.passages:
        if passage.kind != "body":
            continue
        for sentence in sentences(passage):
            if len(sentence.tokens) <= MAX_SENTENCE and not _is_speech(sentence):
                verb, subject = _main_clause(sentence, wanted)
                if verb is not None and subject is not None and _is_named(subject):
                    share = _share(sentence.tokens.root, wanted) if verb.dep_ == "ccomp" else _share(verb, wanted)
                    leans = _LEANS * (sentence.tokens[0].lower_ in CONNECTIVES)
                    yield Telling(passage, sentence, verb, subject, share - _LATER * count - leans)
            count += 1
            if count == FIRST:
                return


def _share(verb: Token | None, wanted: Set[str]) -> float:
    """How much of the title a clause says, by its own words and not by those of clauses in it."""
    if verb is None:
        return 0.0
    said = len(wanted & stems(_own_words(verb)))
    subject = subject_of(verb)
    named = subject is not None and not wanted.isdisjoint(stems((subject, *subject.lefts)))
    return said / max(1, len(wanted)) + _NAMED * named - _STATE * (verb.lemma_ == "be")


def _own_words(verb: Token) -> Iterator[Token]:
    """The words of a clause without those of clauses beside it, or that say when, if or which."""
    waiting = [verb]
    while waiting:
        word = waiting.pop()
        yield word
        waiting.extend(
            child
            for child in word.children
            if child.dep_ not in _ASIDES and not (child.dep_ == "conj" and subject_of(child) is not None)
        )


def _is_speech(sentence: Sentence) -> bool:
    """ "“We won.”" and "Who won?" tell nothing."""
    text = sentence.tokens.text.strip()
    return text.startswith(_OPENERS) or text.endswith("?")


def _is_named(subject: Token) -> bool:
    """ "This move", "many" and "it" name nobody."""
    if subject.pos_ == "PRON":
        return subject.tag_ == "PRP" and subject.lower_ not in ("it", "you", "we", "i")
    return (
        subject.pos_ in ("NOUN", "PROPN", "NUM")
        and subject.lower_ not in ("one", "ones")
        and not any(
            child.dep_ == "det" and child.lower_ in ("this", "these", "that", "those") for child in subject.children
        )
    )


def subject_of(verb: Token) -> Token | None:
    """The subject of a clause by its own words."""
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _main_clause(sentence: Sentence, wanted: Set[str]) -> tuple[Token | None, Token | None]:
    """Verb and subject of what a sentence tells: what is reported, or the joined clause that says most of the title."""
    root = sentence.tokens.root
    reported = next((child for child in root.children if child.dep_ == "ccomp" and subject_of(child)), None)
    if reported is not None and (reported.i < root.i or root.lemma_.lower() in _PLAIN):
        return reported, subject_of(reported)
    if root.pos_ not in ("VERB", "AUX") and subject_of(root) is None:
        return None, None
    joined = [child for child in root.children if child.dep_ == "conj" and subject_of(child)]
    if not joined:
        return root, subject_of(root)
    named = [verb for verb in (root, *joined) if (subject := subject_of(verb)) is not None and _is_named(subject)]
    verb = max(named or [root], key=lambda one: len(wanted & stems(_own_words(one))))
    return verb, subject_of(verb)


def _headline(sentence: Sentence) -> tuple[Token | None, Token | None]:
    """Verb and subject of a headline: its first clause outside quotation marks, or a noun with a participle."""
    quoted = False
    for token in sentence.tokens:
        if token.text in _QUOTE_MARKS and token.tag_ in ("``", "''"):
            quoted = token.tag_ == "``" or not quoted
        if not quoted and token.dep_ in _CLAUSES and token.pos_ in ("VERB", "AUX"):
            subject = subject_of(token)
            if subject is not None and _is_named(subject):
                return token, subject
    root = sentence.tokens.root
    if root.pos_ in ("NOUN", "PROPN"):
        # "Speaker accused of fraud" and "Half of buyers led by friends" leave out the verb to be.
        for token in sentence.tokens:
            if token.dep_ == "acl" and token.tag_ == "VBN" and token.i > root.i and not token.nbor(-1).is_punct:
                return token, root
    return None, None
