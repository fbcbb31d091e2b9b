"""A group of forms -> what the actor is: its kind, its name, its aliases, its country."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import cast

from generator.actors.form import Form
from generator.actors.names import Name
from generator.model import ActorKind, Role


@dataclass(frozen=True, slots=True)
class Group:
    """One actor, before it is ranked."""

    number: int
    kind: ActorKind
    name: str
    names: tuple[Name, ...]
    """Where it is named, in text order."""
    country: str | None
    roles: tuple[Role, ...] = ()

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other spellings, in order; one that differs by white space alone is none."""
        spellings = {" ".join(name.text.split()): name.text for name in reversed(self.names)}
        ordered = dict.fromkeys(" ".join(name.text.split()) for name in self.names)
        return tuple(spellings[key] for key in ordered if key != " ".join(self.name.split()))


def group(number: int, forms: list[Form]) -> Group:
    """Sums up the forms of one actor."""
    fullest = max(forms, key=_fullness)
    row = next((form.country for form in forms if form.country), None) or fullest.region
    return Group(
        number=number,
        kind=_kind(forms, fullest),
        name=fullest.text if row is None else row.name,
        names=tuple(sorted((name for form in forms for name in form.names), key=lambda name: name.start)),
        country=next((form.code for form in forms if form.code), None),
    )


def _fullness(form: Form) -> tuple[int, bool, int, int, int]:
    """Most words, not in capitals, most letters, most places, the earliest."""
    is_shouted = form.text.isupper() and len(form.text) > 5
    return len(form.tokens), not is_shouted, len(form.text), len(form.names), -form.names[0].start


def _kind(forms: list[Form], fullest: Form) -> ActorKind:
    """The kind that most places speak for; tables and head words count for more than the model's guess."""
    if fullest.label == "person" and len(fullest.tokens) > 1:
        return "person"
    votes: Counter[str] = Counter()
    for form in forms:
        votes[form.label] += len(form.names) * (1 if form.rule == "vote" else 3)
    return cast(ActorKind, votes.most_common(1)[0][0])
