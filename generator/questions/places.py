"""Where it happened: the place that the main event is set in, or that its report comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.actors.nouns import PERSON_NOUNS, PLACE_NOUNS
from generator.actors.words import words
from generator.attribution import noun_phrase
from generator.clauses import trimmed_span
from generator.dateline import place_in
from generator.model import Answer, Stretch
from generator.questions.scene import Scene
from generator.questions.telling import Telling
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: Prepositions that set a scene.
_IN = frozenset(
    {"across", "along", "around", "at", "between", "in", "inside", "into", "near", "off", "on", "outside", "over"}
    | {"through", "throughout", "under", "within"}
)
_OF_A_NAME = frozenset({"poss", "compound", "nmod", "appos", "conj"})
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj"})
_PLACE_NOUNS = word_list("place_nouns") | PLACE_NOUNS | words().place_heads
_PERSON_NOUNS = words().titles | PERSON_NOUNS
_SITES = word_list("sites") | PLACE_NOUNS | words().place_heads
_AT = frozenset({"across", "at", "in", "inside", "near", "outside", "throughout"})
#: So many heads of a name are climbed.
_HIGHEST = 3


def where(scene: Scene) -> Answer | None:
    """The first place that a rule finds, asking each telling in turn."""
    for rule, fits in RULES:
        for telling in scene.around:
            at = telling.passage.start
            for name in scene.names_in(telling):
                if name.actor.kind != "place":
                    continue
                words = telling.passage.doc.char_span(name.start - at, name.end - at, alignment_mode="expand")
                if words is not None and fits(words.root, telling):
                    return scene.answer("where", telling, (name.start, name.end), rule, actor=name.actor.id)
    return _dateline(scene) or _site(scene)


def _setting(word: Token, telling: Telling) -> bool:
    """ "a fire in Strelsau", "a fire in Ruritania's largest port" """
    phrase = _phrase(word)
    return phrase.dep_ == "pobj" and phrase.head.lower_ in _IN


def _part(word: Token, telling: Telling) -> bool:
    """ "Ruritania's economy grew", "rockets hit Strelsau": a place takes part; "Ruritania's envoy" is anywhere."""
    phrase = _phrase(word)
    clause = phrase.head.head if phrase.head.dep_ == "ccomp" else phrase.head
    return (
        telling.clause is not None
        and phrase.dep_ in _TAKING_PART
        and telling.clause.verb in (phrase.head, clause)
        and (phrase == word or phrase.lemma_.lower() not in _PERSON_NOUNS)
    )


RULES: tuple[tuple[str, Callable[[Token, Telling], bool]], ...] = (
    ("setting", _setting),
    ("part", _part),
)


def _phrase(word: Token) -> Token:
    """The noun that a name belongs to: "the port" in "Ruritania's port" and "the port of Strelsau"."""
    for _ in range(_HIGHEST):
        if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lower_ in _PLACE_NOUNS:
            word = word.head.head
        elif word.dep_ in _OF_A_NAME:
            word = word.head
        else:
            break
    return word


def _site(scene: Scene) -> Answer | None:
    """A place without a name: "in a hotel", "across the northern provinces"; "the hotel" was named before."""
    for telling in scene.around:
        for word in telling.sentence.tokens:
            if word.dep_ == "pobj" and word.head.lower_ in _AT and word.lemma_.lower() in _SITES and _is_new(word):
                span = trimmed_span(telling.passage, *noun_phrase(word))
                if span is not None:
                    return scene.answer("where", telling, span, "site")
    return None


def _is_new(noun: Token) -> bool:
    return any(child.dep_ in ("amod", "compound", "poss") or child.lower_ in ("a", "an") for child in noun.lefts)


def _dateline(scene: Scene) -> Answer | None:
    """ "STRELSAU (Reuters) -" """
    line = scene.article.dateline
    span = None if line is None else place_in(scene.article.text, line.start)
    if line is None or span is None:
        return None
    start, end = span
    return Answer(
        question="where",
        start=start,
        end=end,
        text=scene.article.text[start:end],
        rule="dateline",
        sentence=Stretch(start=line.start, end=line.end),
        paragraph=next((one.number for one in scene.article.paragraphs if one.start <= start < one.end), 0),
    )
