"""The rules for short noun phrases: whom "the minister", "the navy" and "the company" mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.actors.clauses import SUBJECTS
from generator.actors.groups import Group
from generator.actors.labels import LONGEST
from generator.actors.pronouns import CROWD, People, Sentence
from generator.actors.sex import role_head
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc, Token


@dataclass(slots=True)
class Memory:
    """Who was mentioned, sentence by sentence, up to the point that is read."""

    people: People
    titles: dict[int, list[str]] = field(default_factory=dict)
    """Person -> head words of the roles."""
    holders: dict[str, set[int]] = field(default_factory=dict)
    """Head word of a role -> who holds it of all who were mentioned so far."""
    heads: dict[str, set[int]] = field(default_factory=dict)
    """Head word of a name -> bodies."""
    bodies: dict[int, Group] = field(default_factory=dict)
    countries: dict[int, str] = field(default_factory=dict)
    """Place -> code of the country that it is or lies in."""
    spellings: dict[str, int] = field(default_factory=dict)
    """Spelling -> person."""
    seen: set[int] = field(default_factory=set)
    """Who was mentioned so far."""
    sentences: list[Sentence] = field(default_factory=list)
    """All sentences read so far, the current one last."""

    def see(self, number: int) -> None:
        """Remembers that an actor is mentioned."""
        if number not in self.seen:
            self.seen.add(number)
            for title in self.titles.get(number, ()):
                self.holders.setdefault(title, set()).add(number)


Found = tuple[int, int, int]
"""Actor and the tokens of the mention."""

Resolve = Callable[["Memory", "Doc", "Token"], "Found | None"]

REACH = 6
"""Sentences that "the navy" may look back."""
NEAR = 2
"""Sentences that "the company" may look back, the current one among them."""


def memory_of(candidates: list[Group], people: People) -> Memory:
    """What is known before the first sentence is read."""
    memory = Memory(people)
    for candidate in candidates:
        if candidate.kind == "place" and candidate.country is not None:
            memory.countries[candidate.number] = candidate.country
        if candidate.kind == "person":
            memory.spellings.update((name.text, candidate.number) for name in candidate.names)
            for role in candidate.roles:
                if not role.rule.startswith("body-"):
                    memory.titles.setdefault(candidate.number, []).append(_title_head(role.text))
        elif candidate.kind == "organization":
            memory.bodies[candidate.number] = candidate
            for name in candidate.names:
                split = name.text.split()
                memory.heads.setdefault(split[-1].lower(), set()).add(candidate.number)
                if "of" in split[1:]:
                    memory.heads.setdefault(split[split.index("of", 1) - 1].lower(), set()).add(candidate.number)
    return memory


def _title_head(role: str) -> str:
    """ "Ruritanian Minister of Mines" -> "minister"; a prime minister is "prime minister"."""
    head, before = role_head(role), role.lower().split()
    return next((f"{rank} {head}" for rank in RANKS if rank in before and head in ("minister", "president")), head)


RANKS = ("vice", "prime", "deputy")

# --------------------------------------------------------------------------------------------------- the rules


def _bracketed(memory: Memory, doc: Doc, token: Token) -> Found | None:
    """ "The president [Rosa Klebb]"."""
    i = token.i
    if i + 2 >= len(doc) or doc[i + 1].text != "[" or token.lower_ not in words().titles:
        return None
    for last in range(min(i + 2 + LONGEST, len(doc)), i + 2, -1):
        number = memory.spellings.get(doc[i + 2 : last].text)
        if number is not None:
            return number, i - 1 if i > 0 and doc[i - 1].lower_ in ("the", "a", "an") else i, i + 1
    return None


def _title(memory: Memory, doc: Doc, token: Token) -> Found | None:
    """ "the minister", "the prime minister", of the one person with that title who was named before."""
    ranked = token.i > 1 and doc[token.i - 1].lower_ in RANKS
    first = token.i - 1 - ranked
    if not _is_bare(doc, token, first):
        return None
    title = f"{doc[first + 1].lower_} {token.lower_}" if ranked else token.lower_
    holders = memory.holders.get(title, set())
    return (next(iter(holders)), first, token.i + 1) if len(holders) == 1 else None


def _body(memory: Memory, doc: Doc, token: Token) -> Found | None:
    """ "the navy", of the navy named last, not far back; not after "In Ruritania" if it is another country's."""
    if not _is_bare(doc, token, token.i - 1):
        return None
    bodies = memory.heads.get(token.lower_)
    if not bodies:
        return None
    between: set[str] = set()
    for sentence in reversed(memory.sentences[-REACH:]):
        for named in reversed(sentence.people[-CROWD:]):
            if named.number in bodies:
                country = memory.bodies[named.number].country
                is_own = country is None or between <= {country}
                return (named.number, token.i - 1, token.i + 1) if is_own else None
            if named.number in memory.countries:
                between.add(memory.countries[named.number])
    return None


def _only_body(memory: Memory, doc: Doc, token: Token) -> Found | None:
    """ "The company said", if one body alone was named in this sentence and the one before."""
    if token.lower_ not in BODIES or token.dep_ not in SUBJECTS or not _is_bare(doc, token, token.i - 1):
        return None
    near = (one.number for sentence in memory.sentences[-NEAR:] for one in sentence.people[-CROWD:])
    bodies = sorted({number for number in near if number in memory.bodies})
    if len(bodies) != 1 or memory.bodies[bodies[0]].country is not None:
        return None
    return bodies[0], token.i - 1, token.i + 1


BODIES = frozenset(
    {"agency", "airline", "bank", "broadcaster", "carmaker", "charity", "company", "firm", "group", "insurer", "lender"}
    | {"magazine", "newspaper", "nonprofit", "organisation", "organization", "paper", "party", "retailer", "startup"}
    | {"union"}
)
"""What a body may be called again without any word of its name."""


def _is_bare(doc: Doc, token: Token, first: int) -> bool:
    """ "the minister", not "the minister of mines", "the minister's office", "the minister who left"."""
    i = token.i
    if first < 0 or doc[first].lower_ != "the" or token.pos_ != "NOUN" or not token.is_lower:
        return False
    return i + 1 == len(doc) or (
        doc[i + 1].pos_ not in ("NOUN", "PROPN")
        and doc[i + 1].lower_ not in ("of", "for", "-", "who", "that", "which", "whose")
        and not any(child.dep_ in ("relcl", "acl") for child in token.children)
    )


REFERENCE_RULES: tuple[tuple[str, Resolve], ...] = (
    ("bracketed", _bracketed),
    ("title-again", _title),
    ("body-again", _body),
    ("only-body", _only_body),
)
