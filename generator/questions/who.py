"""Who acted: the subject of the clause that tells the main event, by name where it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.attribution import noun_phrase
from generator.clauses import trimmed_span
from generator.model import Actor, Answer
from generator.questions.scene import Scene
from generator.questions.telling import SAME, Telling

if TYPE_CHECKING:
    from generator.nlp import Token

#: A phrase behind a noun that has more words is not part of what it is called.
_PHRASE = 6


def who(scene: Scene) -> Answer | None:
    """The subject of what tells the event, from the sentence that names it best."""
    found: list[Answer] = []
    for place, telling in enumerate(scene.tellings):
        tells = telling.same >= SAME or place == 0
        if tells or not found:
            subject = telling.subject
            answer = _in_title(scene, telling) if subject is None else _of_subject(scene, telling, subject)
            if answer is not None:
                found.append(answer)
    return min(found, key=lambda answer: answer.actor is None) if found else None


def _in_title(scene: Scene, telling: Telling) -> Answer | None:
    """The first person or body that a title without a verb names: "The captain of the Bela" """
    for start, end, actor, mention in scene.mentions(telling.sentence.start, telling.sentence.end):
        if mention.kind == "name" and actor.kind != "place":
            return scene.answer("who", telling, (start, end), "title", actor=actor.id)
    return None


def _of_subject(scene: Scene, telling: Telling, subject: Token) -> Answer | None:
    if subject.pos_ == "PRON":
        return _named_elsewhere(scene, telling, subject)
    for token in (subject, *(child for child in subject.children if child.dep_ == "appos")):
        found = _name_over(scene, telling, token)
        if found is not None:
            start, end, actor = found
            joined = False
            if token is subject:
                last = _last_joined(token)
                joined = last is not token
                whole = trimmed_span(telling.passage, noun_phrase(token)[0], last.i + 1)
                if whole is not None:
                    start, end = min(start, whole[0]), max(end, whole[1])
            return scene.answer("who", telling, (start, end), "subject", actor=None if joined else actor.id)
    span = trimmed_span(telling.passage, *_with_phrases(subject))
    return None if span is None else scene.answer("who", telling, span, "noun")


def _last_joined(noun: Token) -> Token:
    """The last of several: "Rassendyll, Sapt and | Tarlenheim |"."""
    last = noun
    while (following := next((child for child in last.rights if child.dep_ == "conj"), None)) is not None:
        last = following
    return last


def _with_phrases(noun: Token) -> tuple[int, int]:
    """A noun with the phrases right behind it: "the first flight to the island"."""
    start, end = noun_phrase(noun)
    for child in noun.rights:
        if child.dep_ == "prep" and child.i == end and child.right_edge.i - child.i < _PHRASE:
            end = child.right_edge.i + 1
    return start, end


def _name_over(scene: Scene, telling: Telling, token: Token) -> tuple[int, int, Actor] | None:
    """The name that a token is part of."""
    start, end = telling.passage.token(token)
    for first, last, actor, mention in scene.mentions(telling.sentence.start, telling.sentence.end):
        if mention.kind == "name" and first <= start and last >= end:
            return first, last, actor
    return None


def _named_elsewhere(scene: Scene, telling: Telling, pronoun: Token) -> Answer | None:
    """The name that a pronoun stands for."""
    start, end = telling.passage.token(pronoun)
    for _, _, actor, mention in scene.mentions(start, end):
        name = next((one for one in actor.mentions if one.kind == "name"), None)
        if mention.kind == "pronoun" and name is not None:
            for other in scene.tellings:
                if other.sentence.start <= name.start and name.end <= other.sentence.end:
                    return scene.answer("who", other, (name.start, name.end), "pronoun", actor=actor.id)
    return None
