"""The five questions (and how): what the article answers, each answer a slice of it.

telling (which sentences tell the main event) -> scene -> agents, predicates, days, places, causes
"""

from __future__ import annotations

from collections.abc import Callable

from generator.config import Settings
from generator.model import Actor, Answer, Article
from generator.nlp import Reading
from generator.questions.agents import who
from generator.questions.causes import how, why
from generator.questions.days import when
from generator.questions.places import where
from generator.questions.predicates import what
from generator.questions.scene import Scene, look_at

QUESTIONS: tuple[tuple[str, Callable[[Scene], Answer | None]], ...] = (
    ("who", who),
    ("what", what),
    ("when", when),
    ("where", where),
    ("why", why),
    ("how", how),
)
"""In the order of the table."""


def find_answers(
    article: Article, reading: Reading, actors: tuple[Actor, ...], settings: Settings
) -> tuple[Answer, ...]:
    """The answers in their order; a question that the article leaves open has none."""
    scene = look_at(article, reading, actors, settings)
    answers = (ask(scene) for _, ask in QUESTIONS)
    return tuple(answer for answer in answers if answer is not None)
