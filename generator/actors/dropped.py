"""Groups of forms that are no actor after all: a head word that stands for nothing, a name that only marks a thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.actors.form import Form
from generator.actors.names import Name
from generator.actors.nouns import ORGANIZATION_NOUNS
from generator.actors.words import words
from generator.credit.agencies import is_known

if TYPE_CHECKING:
    from generator.nlp import Passage


def is_dropped(group: list[Form], passages: tuple[Passage, ...]) -> bool:
    """True for a group that names no actor."""
    return any(rule(group, passages) for _, rule in DROP_RULES)


def _head_alone(group: list[Form], passages: tuple[Passage, ...]) -> bool:
    """ "the Council" where no council, or several, are named."""
    return all(form.rule == "head-alone" for form in group)


def _lends_its_name(group: list[Form], passages: tuple[Passage, ...]) -> bool:
    """A body of the model's alone that does nothing: "Norvark cans", "the QRP studies"; not "Norvark executives"."""
    return all(
        form.label == "organization"
        and form.rule == "vote"
        and not is_known(form.text)
        and all(_marks_a_thing(name, passages) for name in form.names)
        for form in group
    )


def _marks_a_thing(name: Name, passages: tuple[Passage, ...]) -> bool:
    doc = passages[name.passage].doc
    if name.last >= len(doc) or not doc[name.last].is_lower or doc[name.last].pos_ not in ("NOUN", "ADJ", "PROPN"):
        return False
    root = doc[name.first : name.last].root
    thing = root.head
    is_modifier = root.dep_ in ("compound", "nmod", "amod") and thing.i >= name.last
    return is_modifier and thing.lemma_ not in words().titles | words().bodies | ORGANIZATION_NOUNS


DROP_RULES: tuple[tuple[str, Callable[[list[Form], tuple[Passage, ...]], bool]], ...] = (
    ("head-alone", _head_alone),
    ("lends-its-name", _lends_its_name),
)
