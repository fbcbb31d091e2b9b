"""Who says a clause: reporting cues, their subjects and the clauses they govern, from the dependency parse.

Quotes (the rules), figures and claims share it. Offsets are code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.cues import CHANNELS, CLAUSE_VERBS, INFINITIVE_VERBS, REPORT_NOUNS

if TYPE_CHECKING:
    from generator.nlp import Doc, Passage, Token

Span = tuple[int, int]
Tokens = tuple[int, int]
"""First token and the token after the last, as indices of a Doc."""

#: Longer sentences are lists, tables or broken text: no parse of them is worth its cost.
MAX_SENTENCE = 250
#: The longest noun phrase behind "according to", in tokens.
MAX_PHRASE = 12
#: How many heads a word is followed up.
MAX_HEADS = 25
#: How many verbs a subject may be away: "went on to say and to add that".
MAX_STEPS = 6

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
KEPT_PREPOSITIONS = frozenset({"of", "from", "for", "at", "by"})
FINDING = CLAUSE_VERBS | {"find", "show"}
TIMES = frozenset({"DATE", "TIME"})


class Attribution(NamedTuple):
    """A reported clause."""

    content: Span
    """What is reported, from its first word to its last; a cue that stands in the middle is inside."""
    source: Span
    """Who reports it, as written."""
    cue: Span
    lemma: str
    via: Span | None
    rule: str


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


def find_attributions(passage: Passage) -> tuple[Attribution, ...]:
    """All reported clauses of a passage, in text order; of two that begin together the outer one is first."""
    found = [
        Attribution(
            _offsets(passage, reported.content),
            _offsets(passage, reported.source),
            _offsets(passage, reported.cue),
            reported.lemma,
            _offsets(passage, reported.via) if reported.via else None,
            reported.rule,
        )
        for token in tokens_worth_parsing(passage.doc)
        for reported in _first(token)
    ]
    return tuple(sorted(found, key=lambda item: (item.content[0], -item.content[1], item.cue)))


def tokens_worth_parsing(doc: Doc) -> Iterator[Token]:
    """The tokens of all sentences that are not too long, in order."""
    for sentence in doc.sents:
        if len(sentence) <= MAX_SENTENCE:
            yield from sentence


def is_wide(word: Token) -> bool:
    """True for a word with more under it than a sentence holds; looking through its children would cost too much."""
    return bool(word.right_edge.i - word.left_edge.i > MAX_SENTENCE)


# ---------------------------------------------------------------- the rules


def _clause(verb: Token) -> Reported | None:
    """A verb of saying with a clause of its own.

    >>> # "Officials said the bridge was old."  "The bridge was old, officials said."
    """
    if verb.lemma_.lower() not in CLAUSE_VERBS or verb.pos_ not in {"VERB", "AUX"}:
        return None
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if clause is None:
        return None
    return _reported(verb, (clause.left_edge.i, clause.right_edge.i + 1), "clause")


def _aside(verb: Token) -> Reported | None:
    """A verb of saying set into the clause it reports: "The bridge, officials said, was old." """
    if verb.lemma_.lower() not in CLAUSE_VERBS or verb.dep_ != "parataxis":
        return None
    clause = verb.head
    return _reported(verb, (clause.left_edge.i, clause.right_edge.i + 1), "aside")


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
    return _reported(verb, (clause.left_edge.i, clause.right_edge.i + 1), "infinitive")


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
    content = _trimmed(word.doc, content)
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
    owner = next((child for child in noun.children if child.dep_ == "poss"), None) or _by_whom(noun)
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


def _first(token: Token) -> Iterator[Reported]:
    for _, rule in RULES:
        reported = rule(token)
        if reported is not None:
            yield reported
            return


def _reported(verb: Token, content: Tokens, rule: str) -> Reported | None:
    source = source_of(verb)
    if source is None:
        return None
    content = _trimmed(verb.doc, _without_other_voices(verb.doc, content, verb))
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
        if joined and _own_subject(token) is not None and token.left_edge.i > max(start, verb.i):
            return start, int(token.left_edge.i)
    return content


# ---------------------------------------------------------------- subjects


def source_of(verb: Token) -> Tokens | None:
    """The noun phrase that does what `verb` says: its subject, or that of the verb it hangs on; None if nobody."""
    subject = subject_of(verb)
    return None if subject is None else noun_phrase(subject)


def subject_of(verb: Token, steps: int = MAX_STEPS) -> Token | None:
    """The head of the subject of `verb`, "who" and "which" followed to their nouns."""
    if is_wide(verb):
        return None
    own = _own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return _by_whom(verb)
    if steps == 0 or verb.head.i == verb.i:
        return None
    if verb.dep_ in {"conj", "advcl", "xcomp", "dep", "pcomp", "prep"} and verb.head.pos_ in {"VERB", "AUX", "ADP"}:
        return subject_of(verb.head, steps - 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return verb.head
    return None


def _own_subject(verb: Token) -> Token | None:
    """The active subject of a verb; "said Monday" has none there."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.ent_type_ not in TIMES and child.dep_ != "expl":
            return child
    return None


def _by_whom(word: Token) -> Token | None:
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


# ---------------------------------------------------------------- channels


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
    if verb is not None and verb.lemma_.lower() in CLAUSE_VERBS and _own_subject(verb) is not None:
        return verb
    return None


# ---------------------------------------------------------------- offsets


def _trimmed(doc: Doc, tokens: Tokens) -> Tokens:
    """Leaves out punctuation and spaces at the borders, a leading "that" and a trailing "and"."""
    start, end = tokens
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ == "that"):
        if doc[start].lower_ == "that" and doc[start].tag_ != "IN":
            break
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    return start, end


def _offsets(passage: Passage, tokens: Tokens) -> Span:
    return passage.span(passage.doc[tokens[0] : tokens[1]])
