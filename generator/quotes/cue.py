"""Where the words that report a quote stand: cue and channel beside a known speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import (
    according_object,
    clause_head,
    is_wide,
    noun_phrase,
    outer_speech,
    source_of,
    via_of,
)
from generator.cues import QUOTE_VERBS
from generator.nlp import Passage
from generator.quotes.spans import Span, touches

if TYPE_CHECKING:
    from generator.nlp import Token

#: How far a verb may stand from the speaker's, in verbs: "he shrugged, smiled and said".
MAX_VERBS = 6
#: An unknown verb is a cue if it stands so near the quote, in code points.
NEAR = 40
#: What stands between a participle and the quote, with a letter of it, in code points: `g, "`.
MIN_WORD = 4
CHAINED = frozenset({"conj", "advcl", "xcomp", "ccomp", "acl", "dep", "parataxis", "pcomp"})


class Report(NamedTuple):
    """What the words around a quote say about it."""

    speaker: Span
    cue: Span | None
    lemma: str
    via: Span | None


def find_report(passage: Passage, speaker: Span, quoted: tuple[Span, ...], content: tuple[Span, ...]) -> Report:
    """Cue and channel of a quote; moves the speaker where `speaker` is only the channel.

    `quoted` is what stands inside marks, `content` the reporter's words that were taken into the quote.

    >>> # "It is safe," the mayor told reporters, according to a pool report.  -> the mayor, via the pool report
    """
    plain = Report(speaker, None, "", None)
    tokens = passage.doc.char_span(speaker[0] - passage.start, speaker[1] - passage.start, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return plain
    head: Token = tokens.root
    according = _according(head)
    if according is not None:
        verb = outer_speech(according)
        source = source_of(verb) if verb is not None else None
        if verb is not None and source is not None:
            outer = passage.span(passage.doc[source[0] : source[1]])
            if not touches(outer, quoted):
                via = passage.span(passage.doc[according.i : noun_phrase(head)[1]])
                return Report(outer, passage.token(verb), verb.lemma_.lower(), via)
        return Report(speaker, passage.span(passage.doc[according.i : according.i + 2]), "according", None)
    verb = _cue_verb(passage, head, quoted, content)
    if verb is None:
        return plain
    words = via_of(verb)
    channel = passage.span(passage.doc[words[0] : words[1]]) if words else None
    if channel is not None and touches(channel, quoted):
        channel = None
    return Report(speaker, passage.token(verb), verb.lemma_.lower(), channel)


def _according(head: Token) -> Token | None:
    """The "according" whose object `head` is."""
    for ancestor in (head.head, head.head.head):
        if ancestor.lower_ == "according" and according_object(ancestor) == head:
            return ancestor
    before = head.doc[head.left_edge.i - 2] if head.left_edge.i >= 2 else None
    return before if before is not None and according_object(before) == head else None


def _cue_verb(passage: Passage, head: Token, quoted: tuple[Span, ...], content: tuple[Span, ...]) -> Token | None:
    """Of the speaker's verbs, the reporting one nearest to the quote; one taken into the quote only if it must be."""
    verb = clause_head(head)
    if verb is None:
        return None
    chain, seen = [verb], 0
    while seen < len(chain) < MAX_VERBS:
        chain += _chained(chain[seen])
        seen += 1
    beside = _participle_before(passage, quoted)
    if beside is not None and beside not in chain:
        chain.append(beside)
    outside = [token for token in chain if not touches(passage.token(token), quoted)]
    known = [token for token in outside if token.lemma_.lower() in QUOTE_VERBS]

    def rank(token: Token) -> tuple[bool, int, int]:
        at = passage.token(token)
        return touches(at, content), _distance(at, quoted), token.i

    best = min(known, key=rank, default=None)
    if best is None and verb in outside and _distance(passage.token(verb), quoted) <= NEAR:
        return verb
    return best


def _chained(verb: Token) -> list[Token]:
    """Verbs of one subject with `verb`: "smiled and said", "answered by saying"."""
    if is_wide(verb):
        return []
    found = []
    for child in verb.children:
        by = child.dep_ == "prep" and child.lower_ in {"by", "in"}
        inner = [item for item in child.children if item.dep_ == "pcomp"] if by else [child]
        found += [item for item in inner if item.dep_ in CHAINED and item.pos_ in {"VERB", "AUX"}]
    return found


def _participle_before(passage: Passage, quoted: tuple[Span, ...]) -> Token | None:
    """A reporting participle right before the first mark: He shook his head, adding, "Not yet." """
    if not quoted or quoted[0][0] - passage.start < MIN_WORD:
        return None
    start = quoted[0][0] - passage.start
    tokens = passage.doc.char_span(max(0, start - MIN_WORD), start, alignment_mode="expand")
    if tokens is None:
        return None
    for token in reversed(tokens):
        if not (token.is_punct or token.is_space or token.is_quote):
            return token if token.tag_ == "VBG" and token.lemma_.lower() in QUOTE_VERBS else None
    return None


def _distance(at: Span, spans: tuple[Span, ...]) -> int:
    """Code points between a word and the nearest border of a quote."""
    return min(min(abs(start - at[1]), abs(at[0] - end)) for start, end in spans)
