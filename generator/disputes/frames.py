"""Puts into each figure what its sentence says of the things counted, so that figures can be compared without it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from generator.attribution import MAX_SENTENCE
from generator.attribution.subjects import TIMES
from generator.disputes.alike import NUMBER, counted_as, deed_of, is_deed, is_plain
from generator.disputes.circumstances import agents, dates, lemmas, mood, settings
from generator.disputes.deeds import Deed, deed_told, untold, word_of
from generator.disputes.sizes import Size, size_of
from generator.disputes.voices import REPORTING, said_by
from generator.model import Figure, Frame
from generator.nlp import Passage, Reading

if TYPE_CHECKING:
    from generator.nlp import Span, Token

#: Before a number these say that it was counted before, or is a part of what was counted.
_KNOWN = frozenset(["the", "these", "those", "both", "including"])
#: Before, in or behind a figure: "another 12 soldiers", "12 more soldiers", "12 soldiers more".
_MORE = frozenset(["more", "other", "others", "another", "additional", "further", "extra", "remaining"])
_OF_THEM = frozenset({"them", "whom", "which", "those", "these"})
#: Words before a noun that do not make it another thing.
_EMPTY = frozenset(
    [
        "many",
        "such",
        "total",
        "confirmed",
        "different",
        "whole",
        "dozen",
        "only",
        "some",
        "mere",
        "least",
        "most",
        "few",
    ]
)
_NAMING = ("NOUN", "PROPN", "ADJ", "VERB")
_NUMBERS = frozenset({"number", "figure", "total", "count", "tally", "estimate"})
SHARES = frozenset({"percent", "percentage point"})


def with_frames(reading: Reading, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures, those that can be compared with what they are compared by."""
    passages = sorted(reading.body, key=lambda passage: passage.start)
    starts = [passage.start for passage in passages]
    return tuple(_with_frame(figure, passages, starts) for figure in figures)


def _with_frame(figure: Figure, passages: list[Passage], starts: list[int]) -> Figure:
    """A figure of the body with its frame; titles repeat their article, shortened."""
    place = bisect_right(starts, figure.start) - 1
    if place < 0 or figure.start >= passages[place].end:
        return figure
    return msgspec.structs.replace(figure, about=_frame(figure, passages[place]))


def _frame(figure: Figure, passage: Passage) -> Frame | None:
    tokens = passage.doc.char_span(figure.start - passage.start, figure.end - passage.start, alignment_mode="expand")
    if tokens is None or len(tokens.sent) > MAX_SENTENCE or _is_more(tokens):
        return None
    part = figure.rule.startswith("subset") or _is_part(tokens)
    last = tokens[-1]
    says = said_by(figure, passage, last)
    size = size_of(last, _is_sum(figure))
    if size is not None:
        return _of_size(figure, size, part, says)
    deed = deed_told(last) or untold(last)
    if deed is None:
        return None
    return Frame(
        deed=deed.word,
        counted=counted_as(figure.unit),
        of=_whole(deed.noun) if figure.unit in SHARES else (),
        agents=_agents(deed),
        kinds=_kinds(tokens),
        settings=settings(deed.verb, deed.noun),
        dates=dates(deed.verb, deed.noun),
        mood=mood(deed.verb),
        part=part,
        says=says,
    )


def _is_sum(figure: Figure) -> bool:
    """True for money, shares and measures."""
    return figure.unit in SHARES or figure.rule.startswith(("money", "measure"))


def _agents(deed: Deed) -> tuple[str, ...]:
    """Who did it; who only counts or tells of it did nothing."""
    if is_plain(deed.word) and deed.verb.lemma_.lower() in REPORTING:
        return ()
    return agents(deed.verb, deed.noun)


def _is_part(tokens: Span) -> bool:
    """True for a part of what is counted elsewhere, and for what is counted elsewhere: "the 15 missiles"."""
    doc, first = tokens.doc, tokens.start
    before = doc[first - 1].lower_ if first else ""
    if before in _KNOWN or before in _OF_THEM:
        # "among them 31 minors", "of whom 12 were soldiers"
        return True
    after = doc[tokens.end].lower_ if tokens.end < len(doc) else ""
    if after == "of" and tokens.end + 1 < len(doc) and doc[tokens.end + 1].lower_ in (*_OF_THEM, "the", "their"):
        return tokens[-1].lower_ not in ("percent", "%")
    return False


def _is_more(tokens: Span) -> bool:
    """True for what comes on top and what changes: "12 more soldiers", "from 12 to 19 soldiers"."""
    doc, first = tokens.doc, tokens.start
    before = doc[first - 1].lower_ if first else ""
    after = doc[tokens.end].lower_ if tokens.end < len(doc) else ""
    number = next((place for place, token in enumerate(tokens) if token.tag_ == "CD"), 0)
    more = before in _MORE or after in _MORE or any(token.lower_ in _MORE for token in tokens[number + 1 :])
    return more or (before == "from" and "to" in {token.lower_ for token in doc[tokens.end : tokens.end + 3]})


def _kinds(tokens: Span) -> tuple[str, ...]:
    """Which of the things: adjectives and nouns before the last one."""
    return tuple(
        sorted(
            {
                token.lemma_.lower()
                for token in tokens[:-1]
                if token.tag_ in ("JJ", "NN", "NNP", "NNPS", "VBN") and token.lemma_.lower() not in _EMPTY
            }
        )
    )


def _whole(noun: Token) -> tuple[str, ...]:
    """What a share is a share of: "38 percent of the voters"."""
    behind = [child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"]
    return tuple(sorted({word for prep in behind for thing in prep.children for word in lemmas(thing)}))


def _of_size(figure: Figure, size: Size, part: bool, says: str | None) -> Frame:
    word = size.word
    of = [thing for thing in size.of if thing.ent_type_ not in TIMES and thing.pos_ in _NAMING]
    if word in _NUMBERS:
        # "the number of dead", "the number of people killed"
        told = next((deed for thing in of for deed in [_told(thing)] if deed is not None), None)
        word, of = (told.word, []) if told is not None else (NUMBER, of)
    if word == "turnout" and figure.unit in SHARES:
        word = "vote"
    where = settings(size.verb, size.thing, objects=False)
    named = _names(of)
    if word != NUMBER and is_deed(word):
        where, named = where + named, ()
    elif not named and size.thing not in size.of:
        # "Inflation reached 12 percent."
        named = lemmas(size.thing)
    return Frame(
        deed=deed_of(word) if word != NUMBER else NUMBER,
        counted=counted_as(figure.unit),
        of=named,
        kinds=() if is_deed(word) or word == NUMBER or size.thing in size.of else _adjectives(size.thing),
        settings=tuple(sorted(set(where) - set(named))),
        dates=dates(size.verb, size.thing) + (("later",) if size.grown else ()),
        mood="is" if size.at_most else mood(size.verb),
        part=part,
        at_most=size.at_most,
        says=says,
    )


def _told(thing: Token) -> Deed | None:
    """The deed of "dead" or "people killed" behind "the number of"."""
    if is_deed(word_of(thing)):
        return Deed(deed_of(word_of(thing)), thing, thing, True)
    return next(
        (
            Deed(deed_of(word_of(child)), child, thing, True)
            for child in thing.children
            if child.dep_ in ("acl", "relcl") and is_deed(word_of(child))
        ),
        None,
    )


def _names(things: list[Token]) -> tuple[str, ...]:
    return tuple(sorted({word for thing in things for word in lemmas(thing)}))


def _adjectives(thing: Token) -> tuple[str, ...]:
    """Adjectives of a size: "annual" in "the annual cost"."""
    found = {child.lemma_.lower() for child in thing.children if child.dep_ == "amod"}
    return tuple(sorted(found - _EMPTY))
