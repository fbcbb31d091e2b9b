"""The reporter's words of a mixed quote, trimmed where they begin or end raggedly; in doubt they are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.model import QuoteSpan
from generator.nlp import Passage

if TYPE_CHECKING:
    from generator.nlp import Token

#: What an unquoted stretch does not end with before it stops.
DANGLING = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "DET", "PUNCT", "SPACE"})
PREPOSITIONS = frozenset({"about", "by", "for", "in", "of", "on", "with"})
VERBS = frozenset({"VERB", "AUX"})


def trimmed(text: str, passage: Passage, spans: tuple[QuoteSpan, ...]) -> Iterator[QuoteSpan]:
    """The spans of a quote; the stretches before its first and behind its last quoted words keep whole clauses."""
    quoted = [number for number, span in enumerate(spans) if span.quoted]
    for number, span in enumerate(spans):
        if span.quoted or not quoted or quoted[0] < number < quoted[-1]:
            yield span
            continue
        found = passage.doc.char_span(span.start - passage.start, span.end - passage.start, alignment_mode="contract")
        tokens = list(found) if found is not None else []
        leads = number < quoted[0]
        near = text[span.end : spans[number + 1].start] if leads else text[spans[number - 1].end - 1 : span.start]
        for _, rule in BEFORE if leads else BEHIND:
            tokens = rule(tokens, near)
        if tokens:
            start, end = passage.token(tokens[0])[0], passage.token(tokens[-1])[1]
            yield QuoteSpan(start=start, end=end, text=text[start:end], quoted=False)


# ---------------------------------------------------------------- the rules


def _introduced(tokens: list[Token], near: str) -> list[Token]:
    """A colon before the mark introduces the words: Roe told her: "Go home."."""
    return [] if ":" in near else tokens


def _set_off(tokens: list[Token], near: str) -> list[Token]:
    """A phrase with a preposition and a comma before the mark is no part of it: of the mayor, "I like her."."""
    phrase = bool(tokens) and tokens[0].lower_ in PREPOSITIONS and not any(token.pos_ in VERBS for token in tokens)
    return [] if phrase and "," in near else tokens


def _from_that(tokens: list[Token], near: str) -> list[Token]:
    """Nothing before the "that" of the clause: without evidence, that "forty sailors" drowned."""
    for number, token in enumerate(tokens):
        if token.pos_ in VERBS:
            break
        if token.lower_ == "that" and token.pos_ == "SCONJ":
            return tokens[number:]
    return tokens


def _not_as(tokens: list[Token], near: str) -> list[Token]:
    """ "as" joins words to an object, and is none of them: described the plan as "technical"."""
    return [] if tokens and tokens[-1].lower_ == "as" and not any(token.pos_ in VERBS for token in tokens) else tokens


def _closed(tokens: list[Token], near: str) -> list[Token]:
    """A comma inside the closing mark ends what is quoted: "Go home," drawing cheers."""
    return [] if near[:1] == "," else tokens


def _one_sentence(tokens: list[Token], near: str) -> list[Token]:
    """Nothing of the sentence behind."""
    for number, token in enumerate(tokens):
        if token.is_sent_start and number:
            return tokens[:number]
    return tokens


def _not_dangling(tokens: list[Token], near: str) -> list[Token]:
    """No joint or preposition without what it joins: "a good day" for the town but."""
    while tokens and tokens[-1].pos_ in DANGLING and tokens[-1].dep_ != "prt":
        tokens = tokens[:-1]
    return tokens


Rule = Callable[["list[Token]", str], "list[Token]"]
"""Takes an unquoted stretch and what stands between it and the quoted words; says what of it is kept."""

BEFORE: tuple[tuple[str, Rule], ...] = (
    ("introduced", _introduced),
    ("set-off", _set_off),
    ("from-that", _from_that),
    ("not-as", _not_as),
)
BEHIND: tuple[tuple[str, Rule], ...] = (
    ("closed", _closed),
    ("one-sentence", _one_sentence),
    ("not-dangling", _not_dangling),
)
