"""Words that mean an actor without naming it -> mentions: "the minister", "the navy", "she"; where unsure, none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from generator.actors.groups import Group
from generator.actors.labels import LONGEST
from generator.actors.names import Name
from generator.actors.pronouns import People, Sentence, meant, someone, unnamed, vote
from generator.actors.sex import PRONOUNS, role_head
from generator.actors.words import words
from generator.model import Mention

if TYPE_CHECKING:
    from generator.nlp import Doc, Passage, Token


@dataclass(slots=True)
class Memory:
    """Who was mentioned, sentence by sentence, up to the point that is read."""

    people: People
    titles: dict[str, set[int]] = field(default_factory=dict)
    """Head word of a role -> persons who hold it."""
    heads: dict[str, set[int]] = field(default_factory=dict)
    """Head word of a name -> bodies."""
    spellings: dict[str, int] = field(default_factory=dict)
    """Spelling -> person."""
    seen: set[int] = field(default_factory=set)
    """Who was mentioned so far."""
    sentences: list[Sentence] = field(default_factory=list)
    """All sentences read so far, the current one last."""


@dataclass(frozen=True, slots=True)
class Place:
    """A token of the body and who is named around it."""

    passage: Passage
    token: Token
    named: dict[int, int]
    """Token of this passage -> actor."""
    name: Name | None
    """The name that begins here."""
    is_quoted: bool
    opens: bool
    """True where a sentence begins."""


Resolve = Callable[["Memory", "Doc", "Token"], "tuple[int, int, int] | None"]
"""Memory, passage, token -> actor and the tokens of the mention, or None."""

REACH = 6
"""Sentences that "the navy" may look back."""


def find_references(candidates: list[Group], passages: tuple[Passage, ...]) -> dict[int, list[Mention]]:
    """Candidate number -> its mentions by nominal or pronoun."""
    people = People({one.number: one for one in candidates if one.kind == "person"}, passages)
    places = list(_places(candidates, passages))
    sentences: list[Sentence] = []
    for place in places:
        if _enter(sentences, place) and place.token.lower_ in PRONOUNS:
            vote(people, sentences, place.named, place.token)
    people.settle()
    memory = _memory(candidates, people)
    out: dict[int, list[Mention]] = {}
    for place in places:
        if place.name is not None:
            memory.seen.add(place.named[place.token.i])
        if not _enter(memory.sentences, place):
            continue
        found = _resolve(memory, place)
        if found is not None:
            number, first, last, kind, rule = found
            start, end = place.passage.span(place.passage.doc[first:last])
            out.setdefault(number, []).append(Mention(start=start, end=end, kind=kind, rule=rule))
            people_here = memory.sentences[-1].people
            people_here[:] = [one for one in people_here if one.number != _stranger(place)]
            people_here.append(someone(number, place.token, is_quoted=False))
        elif place.token.lower_ in PRONOUNS:
            sex = PRONOUNS[place.token.lower_]
            memory.sentences[-1].people.append(someone(_stranger(place), place.token, False, sex))
    return out


def _places(candidates: list[Group], passages: tuple[Passage, ...]) -> Iterator[Place]:
    """The tokens of the body, in order."""
    by_passage: dict[int, list[tuple[Name, int]]] = {}
    for candidate in candidates:
        for name in candidate.names:
            by_passage.setdefault(name.passage, []).append((name, candidate.number))
    for index, passage in enumerate(passages):
        if passage.kind != "body":
            continue
        named = {i: number for name, number in by_passage.get(index, ()) for i in range(name.first, name.last)}
        firsts = {name.first: name for name, _ in by_passage.get(index, ())}
        is_quoted = False
        for token in passage.doc:
            if token.text in ('"', "\u201c", "\u201d"):
                is_quoted = token.text == "\u201c" or (token.text == '"' and not is_quoted)
            opens = bool(token.is_sent_start) or token.i == 0
            yield Place(passage, token, named, firsts.get(token.i), is_quoted, opens)


def _enter(sentences: list[Sentence], place: Place) -> bool:
    """Remembers who is named or meant here; True where a reference may stand."""
    doc, token = place.passage.doc, place.token
    if place.opens:
        sentences.append(Sentence(opens=token.i == 0))
    if place.name is not None:
        root = doc[place.name.first : place.name.last].root
        sentences[-1].people.append(someone(place.named[token.i], root, place.is_quoted))
    elif token.i not in place.named:
        stranger = unnamed(place.named, token, _stranger(place), place.is_quoted)
        if stranger is not None:
            sentences[-1].people.append(stranger)
    return token.i not in place.named and not place.is_quoted


def _stranger(place: Place) -> int:
    """The number of somebody without a name who stands here."""
    return -1 - place.passage.start - place.token.idx


def _resolve(memory: Memory, place: Place) -> tuple[int, int, int, Literal["nominal", "pronoun"], str] | None:
    doc, token = place.passage.doc, place.token
    if token.lower_ in PRONOUNS:
        number = meant(memory.people, memory.sentences, place.named, token)
        return None if number is None else (number, token.i, token.i + 1, "pronoun", "weighed-person")
    for rule, resolve in REFERENCE_RULES:
        found = resolve(memory, doc, token)
        if found is not None:
            return (*found, "nominal", rule)
    return None


def _memory(candidates: list[Group], people: People) -> Memory:
    memory = Memory(people)
    for candidate in candidates:
        if candidate.kind == "person":
            memory.spellings.update((name.text, candidate.number) for name in candidate.names)
            for role in candidate.roles:
                memory.titles.setdefault(_title_head(role.text), set()).add(candidate.number)
        elif candidate.kind == "organization":
            for name in candidate.names:
                memory.heads.setdefault(name.text.split()[-1].lower(), set()).add(candidate.number)
    return memory


def _title_head(role: str) -> str:
    """ "Ruritanian Minister of Mines" -> "minister"; a prime minister is "prime minister"."""
    head, before = role_head(role), role.lower().split()
    return next((f"{rank} {head}" for rank in RANKS if rank in before and head in ("minister", "president")), head)


RANKS = ("vice", "prime", "deputy")

# --------------------------------------------------------------------------------------------------- the rules


def _bracketed(memory: Memory, doc: Doc, token: Token) -> tuple[int, int, int] | None:
    """ "The president [Rosa Klebb]"."""
    i = token.i
    if i + 2 >= len(doc) or doc[i + 1].text != "[" or token.lower_ not in words().titles:
        return None
    for last in range(min(i + 2 + LONGEST, len(doc)), i + 2, -1):
        number = memory.spellings.get(doc[i + 2 : last].text)
        if number is not None:
            return number, _with_article(doc, i), i + 1
    return None


def _title(memory: Memory, doc: Doc, token: Token) -> tuple[int, int, int] | None:
    """ "the minister", "the prime minister", of the one person with that title who was named before."""
    ranked = token.i > 1 and doc[token.i - 1].lower_ in RANKS
    first = token.i - 1 - ranked
    if not _is_bare(doc, token, first):
        return None
    title = f"{doc[first + 1].lower_} {token.lower_}" if ranked else token.lower_
    holders = memory.titles.get(title, set()) & memory.seen
    return (next(iter(holders)), first, token.i + 1) if len(holders) == 1 else None


def _body(memory: Memory, doc: Doc, token: Token) -> tuple[int, int, int] | None:
    """ "the navy", of the navy named last, not far back."""
    if not _is_bare(doc, token, token.i - 1):
        return None
    bodies = memory.heads.get(token.lower_, set())
    for sentence in reversed(memory.sentences[-REACH:]):
        for named in reversed(sentence.people):
            if named.number in bodies:
                return named.number, token.i - 1, token.i + 1
    return None


def _is_bare(doc: Doc, token: Token, first: int) -> bool:
    """ "the minister", not "the minister of mines", "the prime minister's office" or "the minister Rosa Klebb"."""
    i = token.i
    if first < 0 or doc[first].lower_ != "the" or token.pos_ != "NOUN" or not token.is_lower:
        return False
    return i + 1 == len(doc) or (
        doc[i + 1].pos_ not in ("NOUN", "PROPN") and doc[i + 1].lower_ not in ("of", "for", "-")
    )


def _with_article(doc: Doc, i: int) -> int:
    return i - 1 if i > 0 and doc[i - 1].lower_ in ("the", "a", "an") else i


REFERENCE_RULES: tuple[tuple[str, Resolve], ...] = (
    ("bracketed", _bracketed),
    ("title-again", _title),
    ("body-again", _body),
)
