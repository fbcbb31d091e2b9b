"""Quotes by rules over marks and parse: the fast and complete alternative to the learned model.

Each run inside marks is put to an ordered table of rules; the first that knows the speaker wins. Runs of one cue are
one quote; runs that no rule attributes are scare quotes, titles and names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from generator.attribution import (
    MAX_HEADS,
    according_object,
    is_wide,
    noun_phrase,
    outer_speech,
    via_of,
)
from generator.cues import CLAUSE_VERBS, QUOTE_VERBS
from generator.model import Article
from generator.nlp import Reading
from generator.quotes.candidate import Candidate
from generator.quotes.extent import extent
from generator.quotes.marks import Run
from generator.quotes.printed import PRINTED
from generator.quotes.scene import REACH, Hit, Rule, Scene
from generator.quotes.spans import Span, joined

if TYPE_CHECKING:
    from generator.nlp import Token

#: How many words behind the mark a verb may stand that is in no table.
NEAR = 8
BREAKS = frozenset(",?!\u2014-")
MARKS = frozenset({'"', "'", "\u201c", "\u2018", "``", "''"})
#: A run of so many words is speech even where no cue governs it.
SPEECH_WORDS = 5
#: A passage with so few words outside its quotes has the speaker of the one before.
LONELY_WORDS = 6

WORD = re.compile(r"\w+")


# ---------------------------------------------------------------- the rules


def _governed(scene: Scene, run: Run) -> Hit | None:
    """The outermost verb of saying above the words, or beside their head: "It was," she said, "a shame"."""
    found: Hit | None = None
    for root in _roots(scene, run):
        if is_wide(root):
            continue
        below = root
        for steps, verb in enumerate(root.ancestors):
            if steps > MAX_HEADS:
                break
            known = verb.lemma_.lower() in (QUOTE_VERBS if found is None else CLAUSE_VERBS)
            if known and verb.pos_ in {"VERB", "AUX"} and below.dep_ not in {"nsubj", "nsubjpass", "relcl", "conj"}:
                found = scene.hit(verb, "governed") or found
            below = verb
        if found is not None:
            return found
        for child in root.children:
            if child.dep_ in {"parataxis", "ccomp", "dep", "conj"} and child.lemma_.lower() in QUOTE_VERBS:
                hit = scene.hit(child, "aside")
                if hit is not None:
                    return hit
    return None


def _roots(scene: Scene, run: Run) -> list[Token]:
    """The heads of the last and of the first sentence of a run."""
    first, after = bisect_left(scene.tokens, run.start), bisect_left(scene.tokens, run.end)
    if first >= after:
        return []
    doc = scene.passage.doc
    heads = []
    for token, _step in ((doc[after - 1], -1), (doc[first], 1)):
        for _ in range(MAX_HEADS):
            inside = first <= token.head.i < after
            if not inside or token.head.i == token.i:
                break
            token = token.head
        heads.append(token)
    return heads


def _behind(scene: Scene, run: Run) -> Hit | None:
    """A cue right behind the mark: "It is safe," said Roe. "It is safe," Roe, the mayor, said.

    Behind a full stop another sentence begins, and reports the next quote: "It is safe." He added: "For now."
    """
    if scene.words(run.end - 1, run.end + 2).strip("\"\u201d'\u2019 ")[:1] not in BREAKS:
        return None
    for token in scene.behind(run):
        if token.text in {".", "\n", ";"}:
            return None
        if token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in QUOTE_VERBS:
            hit = scene.hit(token, "behind")
            if hit is not None:
                return hit
    return None


def _participle(scene: Scene, run: Run) -> Hit | None:
    """A participle right before the mark goes on for who spoke last: Roe cried "Home!", adding, "All of you"."""
    words = (token for token in scene.before(run) if not (token.is_punct or token.is_space or token.is_quote))
    cue = next(words, None)
    if cue is None or cue.tag_ != "VBG" or cue.lemma_.lower() not in QUOTE_VERBS:
        return None
    for token in reversed(scene.passage.doc[max(0, cue.i - 2 * REACH) : cue.i + 1]):
        if scene.is_quoted(token):
            continue
        if token.text in {".", "\n"}:
            return None
        if token.pos_ in {"VERB", "AUX"} and (hit := scene.hit(token, "participle")) is not None:
            return hit._replace(cue=scene.passage.token(cue), lemma=cue.lemma_.lower(), verb=cue)
    return None


def _before(scene: Scene, run: Run) -> Hit | None:
    """A cue before the mark in the same sentence: Roe said, on her way out: "It is safe."."""
    for token in scene.before(run):
        if token.text in {".", "\n", ";", "?", "!"}:
            return None
        if token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in QUOTE_VERBS:
            hit = scene.hit(token, "before")
            if hit is not None:
                return hit
    return None


def _any_verb(scene: Scene, run: Run) -> Hit | None:
    """Any verb with a subject, right behind words that end with a comma: "Go home," Roe barked."""
    if scene.text[run.end - 1] not in ",?!":
        return None
    for token in islice(scene.behind(run), NEAR):
        if token.pos_ == "VERB" and token.dep_ not in {"relcl", "acl"}:
            return scene.hit(token, "any-verb")
    return None


def _colon(scene: Scene, run: Run) -> Hit | None:
    """The last verb with a subject before a colon: Roe sounded a warning: "The dam will not hold."."""
    words = scene.before(run)
    if next((token.text for token in words if token.text not in MARKS), "") != ":":
        return None
    for token in words:
        if token.text in {".", "\n", ";", "?", "!"}:
            return None
        if token.pos_ == "VERB" and (hit := scene.hit(token, "colon")) is not None:
            return hit
    return None


def _according(scene: Scene, run: Run) -> Hit | None:
    """ "according to" in the sentence, where nobody else is said to speak."""
    for token in (*scene.before(run), *scene.behind(run)):
        named = according_object(token)
        if named is not None and outer_speech(token) is None:
            first, after = noun_phrase(named)
            doc = scene.passage.doc
            cue = scene.passage.span(doc[token.i : token.i + 2])
            return Hit(scene.passage.span(doc[first:after]), cue, "according", "according-to")
    return None


RULES: tuple[tuple[str, Rule], ...] = (
    *PRINTED,
    ("governed", _governed),
    ("behind", _behind),
    ("participle", _participle),
    ("before", _before),
    ("according-to", _according),
    ("any-verb", _any_verb),
    ("colon", _colon),
)
"""First come, first served; one more, "carried", needs the quote before."""

CONFIDENCE = {
    "label": 0.9,
    "dash-credit": 0.9,
    "colon-credit": 0.9,
    "governed": 0.82,
    "aside": 0.71,
    "behind": 0.54,
    "participle": 0.5,
    "before": 0.21,
    "according-to": 0.6,
    "any-verb": 0.36,
    "colon": 0.62,
    "carried": 0.31,
}
"""Share of the quotes of each rule that were right, whole and with their speakers: tests/calibration.py on the 200
articles for training. Those of PRINTED, "participle" and "according-to" are guessed: too few were seen."""


# ---------------------------------------------------------------- runs to quotes


def find_by_rules(article: Article, reading: Reading, runs: tuple[Run, ...]) -> Iterator[Candidate]:
    """Candidates of all runs that a rule attributes."""
    last: tuple[int, Hit] | None = None
    first = 0
    while first < len(runs):
        index = runs[first].passage
        after = first
        while after < len(runs) and runs[after].passage == index:
            after += 1
        scene = Scene(article.text, reading.passages[index], runs[first:after])
        first = after
        before = last[1] if last is not None and last[0] >= index - 1 else None
        for hit, said in _quotes(scene, before):
            last = index, hit
            yield _candidate(scene, hit, said)


def _quotes(scene: Scene, before: Hit | None) -> Iterator[tuple[Hit, list[Run]]]:
    """The runs of a passage by cue; a whole sentence without one is the last speaker's."""
    said: list[Run] = []
    current: Hit | None = None
    lonely = _words_outside(scene) <= LONELY_WORDS
    for run in scene.runs:
        if run.is_name:
            continue
        hit = next((hit for _, rule in RULES if (hit := rule(scene, run)) is not None), None)
        if hit is None and _is_sentence(scene.text, run):
            if current is not None:
                hit = current
            elif before is not None and (lonely or run.start <= scene.passage.start + 1):
                hit = before._replace(cue=None, lemma="", rule="carried", verb=None)
        if hit is None:
            continue
        if current is not None and (hit is current or (hit.cue is not None and hit.cue == current.cue)):
            said.append(run)
            continue
        if current is not None:
            yield current, said
        current, said = hit, [run]
    if current is not None:
        yield current, said


def _candidate(scene: Scene, hit: Hit, said: list[Run]) -> Candidate:
    spans = tuple((run.start, run.end) for run in said)
    wider: tuple[Span, ...] = ()
    if hit.verb is not None:
        wider = extent(scene.passage, hit.verb, spans, hit.speaker)
    return Candidate(
        spans=joined(scene.text, [*spans, *wider]),
        speaker=hit.speaker,
        rule=hit.rule,
        confidence=CONFIDENCE[hit.rule],
        cue=hit.cue,
        lemma=hit.lemma,
        via=_channel(scene, hit, spans),
    )


def _channel(scene: Scene, hit: Hit, spans: tuple[Span, ...]) -> Span | None:
    """How the words came, if that stands outside of them."""
    tokens = via_of(hit.verb) if hit.verb is not None else None
    if tokens is None:
        return None
    via = scene.passage.span(scene.passage.doc[tokens[0] : tokens[1]])
    return None if any(start < via[1] and via[0] < end for start, end in spans) else via


def _is_sentence(text: str, run: Run) -> bool:
    """True for words long enough, or closed as a sentence is, to be speech without a cue."""
    words = text[run.start : run.end]
    return len(words.split()) >= SPEECH_WORDS or (words[:1].isupper() and words.rstrip()[-1:] in ".!?,")


def _words_outside(scene: Scene) -> int:
    at, count = scene.passage.start, 0
    for run in scene.runs:
        count += len(WORD.findall(scene.text, at, run.start))
        at = run.end
    return count + len(WORD.findall(scene.text, at, scene.passage.end))
