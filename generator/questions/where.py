"""Where it happened: the place that the main event is set in, or that its report comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.model import Answer
from generator.questions.scene import Scene
from generator.questions.telling import Telling, hangs_on_noun

if TYPE_CHECKING:
    from generator.nlp import Token

#: Prepositions that set a scene.
_IN = frozenset("in at near off outside inside across around throughout within on into".split())
_OF_A_NAME = frozenset({"poss", "compound", "nmod", "appos", "conj"})
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj", "poss", "compound", "nmod"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: So many tellings are asked, the best first.
_TELLINGS = 4


class Place(NamedTuple):
    """A place that a sentence names."""

    start: int
    end: int
    word: Token
    actor: str | None


def where(scene: Scene) -> Answer | None:
    """The first place that a rule finds, asking each telling in turn."""
    for name, fits in RULES:
        for telling in scene.tellings[:_TELLINGS]:
            for place in (*_named(scene, telling), *_seen(telling)):
                if fits(place):
                    return scene.answer("where", telling, (place.start, place.end), name, actor=place.actor)
    return _dateline(scene)


def _setting(place: Place) -> bool:
    """ "a fire in Strelsau", "in Ruritania's largest port" """
    return _is_in(place.word) and not hangs_on_noun(place.word)


def _aside(place: Place) -> bool:
    """ "a fire that began in Strelsau" """
    return _is_in(place.word)


def _part(place: Place) -> bool:
    """ "Ruritania's economy grew", "rockets hit Strelsau": the event is the place's own."""
    return place.word.dep_ in _TAKING_PART and not hangs_on_noun(place.word)


RULES: tuple[tuple[str, Callable[[Place], bool]], ...] = (
    ("setting", _setting),
    ("aside", _aside),
    ("part", _part),
)


def _is_in(word: Token) -> bool:
    for _ in range(3):
        if word.dep_ == "pobj":
            return word.head.lower_ in _IN
        if word.dep_ not in _OF_A_NAME:
            return False
        word = word.head
    return False


def _named(scene: Scene, telling: Telling) -> Iterator[Place]:
    """The actors of a sentence that are places."""
    passage = telling.passage
    for start, end, actor, mention in scene.mentions(telling.sentence.start, telling.sentence.end):
        if actor.kind == "place" and mention.kind == "name":
            words = passage.doc.char_span(start - passage.start, end - passage.start, alignment_mode="expand")
            if words is not None:
                yield Place(start, end, words.root, actor.id)


def _seen(telling: Telling) -> Iterator[Place]:
    """Places that are no actors: "at the Old Harbour" """
    for entity in telling.sentence.tokens.ents:
        if entity.label_ in _PLACES:
            yield Place(*telling.passage.span(entity), entity.root, None)


def _dateline(scene: Scene) -> Answer | None:
    """ "STRELSAU (Reuters) -" """
    return None
