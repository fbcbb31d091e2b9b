"""Who acted: the subject of the clause that tells the main event, by name where it has one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.attribution import noun_phrase
from generator.clauses import trimmed_span
from generator.model import Answer
from generator.questions.scene import Named, Scene
from generator.questions.subjects import Clause, stems
from generator.questions.telling import SAME, Telling

if TYPE_CHECKING:
    from generator.nlp import Token

#: A phrase behind a noun that has more words is not part of what it is called.
_PHRASE = 6


def who(scene: Scene) -> Answer | None:
    """The subject of what tells the event; an actor who does the same in another sentence before a mere noun."""
    found: list[Answer] = []
    first: Clause | None = None
    for telling in scene.tellings:
        if found and (telling.same < SAME or not _is_same(first, telling.clause)):
            continue
        answer = next(filter(None, (read(scene, telling) for _, read in RULES)), None)
        if answer is not None:
            found.append(answer)
            first = first or telling.clause
    return min(found, key=lambda answer: answer.rule == "noun", default=None)


def _is_same(one: Clause | None, other: Clause | None) -> bool:
    """ "Captain resigns" and "Captain Rudolf Rassendyll left office", "Duke to sell castle" and "She would sell it" """
    if one is None or other is None:
        return one is None
    if one.verb.lemma_.lower() == other.verb.lemma_.lower():
        return True
    mine, theirs = (
        stems(word for word in (clause.subject, *clause.subject.lefts) if word.pos_ in ("NOUN", "PROPN"))
        for clause in (one, other)
    )
    return not mine.isdisjoint(theirs)


def _title(scene: Scene, telling: Telling) -> Answer | None:
    """The first person or body in a title without a verb: "The long road of Rudolf Rassendyll" """
    if telling.clause is not None:
        return None
    for name in scene.names_in(telling):
        if name.actor.kind != "place":
            return scene.answer("who", telling, (name.start, name.end), "title", actor=name.actor.id)
    return None


def _pronoun(scene: Scene, telling: Telling) -> Answer | None:
    """The name that "he" stands for, where a sentence that tells the event has it."""
    if telling.clause is None or telling.clause.subject.pos_ != "PRON":
        return None
    for one in scene.mentions(*telling.passage.token(telling.clause.subject)):
        names = [mention for mention in one.actor.mentions if mention.kind == "name"]
        for other in (*scene.tellings, *scene.opening) if names else ():
            if other.sentence.start <= names[0].start and names[0].end <= other.sentence.end:
                return scene.answer("who", other, (names[0].start, names[0].end), "pronoun", actor=one.actor.id)
    return None


def _name(scene: Scene, telling: Telling) -> Answer | None:
    """ "Former captain Rudolf Rassendyll", "Rassendyll and Sapt" """
    if telling.clause is None:
        return None
    subject = telling.clause.subject
    name, last = _name_over(scene, telling, subject), _last_joined(subject)
    whole = trimmed_span(telling.passage, noun_phrase(subject)[0], last.i + 1)
    if name is None or whole is None:
        return None
    span = min(name.start, whole[0]), max(name.end, whole[1])
    before = _joined_before(scene, telling, span[0])
    if before is not None:
        span = before.start, span[1]
    return scene.answer("who", telling, span, "name", actor=None if before or last != subject else name.actor.id)


def _apposition(scene: Scene, telling: Telling) -> Answer | None:
    """ "The king's envoy to Zenda, Rudolf Rassendyll," """
    if telling.clause is None:
        return None
    for word in telling.clause.subject.subtree:
        name = _name_over(scene, telling, word) if word.dep_ == "appos" else None
        if name is not None and name.actor.kind != "place":
            return scene.answer("who", telling, (name.start, name.end), "apposition", actor=name.actor.id)
    return None


def _noun(scene: Scene, telling: Telling) -> Answer | None:
    """ "Two guards of the castle", "the first train to Zenda" """
    if telling.clause is None or telling.clause.subject.pos_ == "PRON":
        return None
    start, end = noun_phrase(telling.clause.subject)
    for child in telling.clause.subject.rights:
        if child.dep_ == "prep" and child.i == end and child.right_edge.i - child.i < _PHRASE:
            end = child.right_edge.i + 1
    span = trimmed_span(telling.passage, start, end)
    return None if span is None else scene.answer("who", telling, span, "noun")


RULES: tuple[tuple[str, Callable[[Scene, Telling], Answer | None]], ...] = (
    ("title", _title),
    ("pronoun", _pronoun),
    ("name", _name),
    ("apposition", _apposition),
    ("noun", _noun),
)


def _name_over(scene: Scene, telling: Telling, word: Token) -> Named | None:
    """The name that a word is part of."""
    start, end = telling.passage.token(word)
    return next((name for name in scene.names_in(telling) if name.start <= start and end <= name.end), None)


def _joined_before(scene: Scene, telling: Telling, start: int) -> Named | None:
    """The name that a headline joins by a comma: "| Ruritania |, Karsovia agree to talks"."""
    if telling.passage.kind != "title" or scene.article.text[max(0, start - 2) : start] != ", ":
        return None
    opens = telling.sentence.start
    return next((name for name in scene.names_in(telling) if (name.start, name.end) == (opens, start - 2)), None)


def _last_joined(noun: Token) -> Token:
    """The last of several: "Rassendyll, Sapt and | Tarlenheim |"."""
    last = noun
    while (following := next((child for child in last.rights if child.dep_ == "conj"), None)) is not None:
        last = following
    return last
