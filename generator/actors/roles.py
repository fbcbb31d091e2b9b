"""The words around a person's name -> roles: what they say the person is, for whom, and whether still."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.actors.names import Name
from generator.actors.role_phrases import Found, Range
from generator.actors.role_rules import ROLE_RULES
from generator.actors.sex import role_head
from generator.actors.words import words
from generator.model import Role, RoleStatus, Slice

if TYPE_CHECKING:
    from generator.nlp import Doc, Passage


class Surroundings:
    """What stands in a passage: its tokens, and which of them belong to which name."""

    def __init__(self, doc: Doc, names: Iterable[Name]) -> None:
        self.doc = doc
        self.names = {i: name for name in names for i in range(name.first, name.last)}

    def organizations(self, first: int, last: int) -> list[Range]:
        """The organisations named within tokens `first` to `last`, in order."""
        inside = dict.fromkeys(self.names[i] for i in range(first, last) if i in self.names)
        return [
            (name.first, name.last)
            for name in inside
            if name.label == "organization" and first <= name.first and name.last <= last
        ]


def find_roles(
    names: Iterable[Name], passages: tuple[Passage, ...], surroundings: Sequence[Surroundings]
) -> tuple[Role, ...]:
    """The roles that the words around these names of one person give, in text order, each wording once."""
    roles: dict[str, Role] = {}
    bodies: list[Role] = []
    for name in names:
        passage, around = passages[name.passage], surroundings[name.passage]
        for rule, function in ROLE_RULES:
            for found in function(around, name):
                role = _role(passage, found, rule)
                if found.is_body:
                    bodies.append(role)
                else:
                    roles.setdefault(role.text.casefold(), role)
    # "Professor Rosa Klebb of Strelsau College" says all that "Strelsau College's Rosa Klebb" would add.
    known = {role.employer.text for role in roles.values() if role.employer is not None}
    for role in bodies:
        if role.employer is None or role.employer.text not in known:
            roles.setdefault(role.text.casefold(), role)
    return tuple(sorted(roles.values(), key=lambda role: (role.start, role.end)))


def lasting(roles: Iterable[Role], is_dead: bool) -> tuple[Role, ...]:
    """The roles that stand for somebody's place in the world, not in a family; the dead hold none now."""
    kept = (role for role in roles if (head := role_head(role.text)) not in KIN and not head.endswith("-in-law"))
    return tuple(replace(role, status="late") if is_dead and _ends_with_life(role) else role for role in kept)


def _ends_with_life(role: Role) -> bool:
    """Held to the end as far as the words say; "was a poet" tells no more of the dead."""
    return role.status == "current" or (role.status == "former" and role.rule in ("is-a", "who"))


KIN = frozenset(
    {"aunt", "baby", "boy", "boyfriend", "brother", "child", "companion", "cousin", "dad", "daughter", "ex-husband"}
    | {"ex-wife"}
    | {"father", "fiance", "fiancee", "friend", "girl", "girlfriend", "godfather", "godmother", "granddaughter", "guy"}
    | {"grandfather", "grandmother", "grandson", "half-brother", "half-sister", "husband", "lady"}
    | {"kid", "man", "mother", "mum", "neighbor", "neighbour", "nephew", "niece", "person", "sibling", "sister", "son"}
    | {"stepfather", "stepmother", "toddler", "twin", "uncle", "widow", "widower", "wife", "woman"}
)
"""What is said of families and friends: tells "he" or "she", but is no role in the news."""


def _role(passage: Passage, found: Found, rule: str) -> Role:
    cut = _slice(passage, found.first, found.last, rule)
    return Role(
        start=cut.start,
        end=cut.end,
        text=cut.text,
        rule=rule,
        employer=None if found.employer is None else _slice(passage, *found.employer, rule),
        status=found.status or _status(passage.doc, found.first, found.last),
    )


def _slice(passage: Passage, first: int, last: int, rule: str) -> Slice:
    span = passage.doc[first:last]
    start, end = passage.span(span)
    return Slice(start=start, end=end, text=span.text, rule=rule)


def _status(doc: Doc, first: int, last: int) -> RoleStatus:
    """ "former", "ex-" and "late" inside the role or right before it: "then the mayor"."""
    lists = words()
    near: list[str] = []
    for token in doc[max(0, first - 2) : min(last, first + 6)]:
        if token.i > first and token.pos_ == "ADP":
            break
        near.append(token.lower_)
    if any(word in lists.late for word in near[1 if first > 1 else 0 :]):
        return "late"
    return "former" if any(word in lists.former or word.startswith("ex-") for word in near) else "current"
