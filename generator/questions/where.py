"""Where it happened: the place that the main event is set in, or that its report comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.actors.nouns import PERSON_NOUNS, PLACE_NOUNS
from generator.actors.words import words
from generator.dateline import place_in
from generator.model import Answer, Stretch
from generator.questions.scene import Scene
from generator.questions.telling import Telling
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: Prepositions that set a scene.
_IN = frozenset(
    "in at near off outside inside across along around between over through throughout under within on into".split()
)
_OF_A_NAME = frozenset({"poss", "compound", "nmod", "appos", "conj"})
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj"})
_PLACE_NOUNS = word_list("place_nouns") | PLACE_NOUNS | words().place_heads
_PERSON_NOUNS = words().titles | PERSON_NOUNS
#: So many heads of a name are climbed.
_HIGHEST = 3
#: So many tellings are asked, the best first.
_TELLINGS = 3


class Place(NamedTuple):
    """A place that a sentence names."""

    start: int
    end: int
    word: Token
    actor: str | None


def where(scene: Scene) -> Answer | None:
    """The first place that a rule finds, asking each telling in turn."""
    for name, fits in RULES:
        for telling in (*scene.tellings[:_TELLINGS], *scene.opening):
            for place in _named(scene, telling):
                if fits(place.word, telling):
                    return scene.answer("where", telling, (place.start, place.end), name, actor=place.actor)
    return _dateline(scene)


def _setting(word: Token, telling: Telling) -> bool:
    """ "a fire in Strelsau", "a fire in Ruritania's largest port" """
    phrase = _phrase(word)
    return phrase.dep_ == "pobj" and phrase.head.lower_ in _IN


def _part(word: Token, telling: Telling) -> bool:
    """ "Ruritania's economy grew", "rockets hit Strelsau": a place takes part; "Ruritania's envoy" is anywhere."""
    phrase = _phrase(word)
    clause = phrase.head if phrase.head.dep_ != "ccomp" else phrase.head.head
    return (
        phrase.dep_ in _TAKING_PART
        and telling.verb in (phrase.head, clause)
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


def _named(scene: Scene, telling: Telling) -> Iterator[Place]:
    """The actors of a sentence that are places."""
    passage = telling.passage
    for start, end, actor, mention in scene.mentions(telling.sentence.start, telling.sentence.end):
        if actor.kind == "place" and mention.kind == "name":
            words = passage.doc.char_span(start - passage.start, end - passage.start, alignment_mode="expand")
            if words is not None:
                yield Place(start, end, words.root, actor.id)


def _dateline(scene: Scene) -> Answer | None:
    """ "STRELSAU (Reuters) -" """
    line = scene.article.dateline
    span = None if line is None else place_in(scene.article.text, line.start)
    if line is None or span is None:
        return None
    following = next((one.number for one in scene.article.paragraphs if one.end > line.end), 1)
    return Answer(
        question="where",
        start=span[0],
        end=span[1],
        text=scene.article.text[slice(*span)],
        rule="dateline",
        sentence=Stretch(start=line.start, end=line.end),
        paragraph=following,
    )
