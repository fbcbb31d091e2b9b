"""Where it happened: the place that the main event is set in, or that its report comes from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Actor, Answer, Stretch
from generator.questions.scene import Scene
from generator.questions.telling import Telling

_SETTING = frozenset({"in", "at", "near", "off", "outside", "inside", "across", "around", "throughout", "within", "on", "into"})


def where(scene: Scene) -> Answer | None:
    """The place of the first telling that is set in one."""
    for telling in scene.tellings[:4]:
        for start, end, actor in _places(scene, telling, _SETTING):
            return scene.answer("where", telling, (start, end), "setting", actor=actor.id)
    for telling in scene.tellings[:4]:
        for start, end, actor in _places(scene, telling, None):
            return scene.answer("where", telling, (start, end), "named", actor=actor.id)
    return _dateline(scene)


def _places(scene: Scene, telling: Telling, settings: frozenset[str] | None) -> Iterator[tuple[int, int, Actor]]:
    for start, end, actor, mention in scene.mentions(telling.sentence.start, telling.sentence.end):
        if actor.kind != "place" or mention.kind != "name":
            continue
        tokens = telling.passage.doc.char_span(start - telling.passage.start, end - telling.passage.start, alignment_mode="expand")
        if tokens is None:
            continue
        head = tokens.root
        if settings is None or (head.dep_ == "pobj" and head.head.lower_ in settings):
            yield start, end, actor


def _dateline(scene: Scene) -> Answer | None:
    """ "STRELSAU (Reuters) -" """
    line = scene.article.dateline
    if line is None:
        return None
    return None
