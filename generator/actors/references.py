"""Words that mean an actor without naming it -> mentions: "the minister", "the navy", "she"; where unsure, none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from generator.actors.finders import LONGEST
from generator.actors.given import Pronoun, given_names
from generator.actors.groups import Group
from generator.actors.names import Name
from generator.actors.words import words
from generator.model import Mention

if TYPE_CHECKING:
    from generator.nlp import Doc, Passage, Token


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in a sentence: whose, and whether it is the subject."""

    number: int
    first: int
    is_subject: bool


Sentences = list[list[Named]]


@dataclass(slots=True)
class Memory:
    """Who was mentioned, sentence by sentence, up to the point that is read."""

    candidates: list[Group]
    pronouns: dict[int, Pronoun]
    """Person -> the pronoun that given name, honorific or role tells; missing where nothing does."""
    titles: dict[str, set[int]]
    """Head word of a role -> persons who hold it."""
    heads: dict[str, set[int]]
    """Head word of a name -> bodies."""
    people: dict[str, int]
    """Spelling -> person."""
    seen: set[int] = field(default_factory=set)
    """Who was mentioned so far."""
    sentences: Sentences = field(default_factory=list)
    """Of all sentences read so far, the current one last."""


Resolve = Callable[["Memory", "Doc", "Token"], "tuple[int, int, int] | None"]
"""Memory, passage, token -> actor and the tokens of the mention, or None."""

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
HE_WORDS = frozenset(
    {"mr", "mr.", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman", "businessman", "actor"}
)
SHE_WORDS = frozenset(
    {"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess", "spokeswoman", "chairwoman", "actress"}
    | {"congresswoman", "businesswoman", "duchess"}
)
REACH = 6
"""Sentences that a reference may look back."""


def find_references(candidates: list[Group], passages: tuple[Passage, ...]) -> dict[int, list[Mention]]:
    """Candidate number -> its mentions by nominal or pronoun."""
    memory = _memory(candidates, passages)
    by_passage: dict[int, list[tuple[Name, int]]] = {}
    for candidate in candidates:
        for name in candidate.names:
            by_passage.setdefault(name.passage, []).append((name, candidate.number))
    out: dict[int, list[Mention]] = {}
    for index, passage in enumerate(passages):
        if passage.kind != "body":
            continue
        named = {i: number for name, number in by_passage.get(index, ()) for i in range(name.first, name.last)}
        firsts = {name.first: (name, number) for name, number in by_passage.get(index, ())}
        is_quoted = False
        for token in passage.doc:
            if token.is_sent_start or token.i == 0:
                memory.sentences.append([])
            if token.text in ('"', "\u201c", "\u201d"):
                is_quoted = token.text == "\u201c" or (token.text == '"' and not is_quoted)
            if token.i in firsts:
                name, number = firsts[token.i]
                subject = passage.doc[name.last - 1].dep_ in ("nsubj", "nsubjpass")
                memory.sentences[-1].append(Named(number, token.i, subject))
                memory.seen.add(number)
            if token.i in named or is_quoted:
                continue
            for rule, kind, resolve in REFERENCE_RULES:
                found = resolve(memory, passage.doc, token)
                if found is not None:
                    number, first, last = found
                    start, end = passage.span(passage.doc[first:last])
                    out.setdefault(number, []).append(Mention(start=start, end=end, kind=kind, rule=rule))
                    memory.sentences[-1].append(Named(number, first, token.dep_ in ("nsubj", "nsubjpass")))
                    break
    return out


def _memory(candidates: list[Group], passages: tuple[Passage, ...]) -> Memory:
    memory = Memory(candidates, {}, {}, {}, {})
    for candidate in candidates:
        if candidate.kind == "person":
            memory.people.update((name.text, candidate.number) for name in candidate.names)
            pronoun = _pronoun(candidate, passages)
            if pronoun != "both":
                memory.pronouns[candidate.number] = pronoun
            for role in candidate.roles:
                memory.titles.setdefault(_title_head(role.text), set()).add(candidate.number)
        elif candidate.kind == "organization":
            for name in candidate.names:
                memory.heads.setdefault(name.text.split()[-1].lower(), set()).add(candidate.number)
    return memory


def _pronoun(candidate: Group, passages: tuple[Passage, ...]) -> Pronoun:
    """What honorifics, roles and the given name say, in this order."""
    near = {word for role in candidate.roles for word in role.text.lower().split()}
    near |= {passages[n.passage].doc[n.first - 1].lower_ for n in candidate.names if n.first > 0}
    if near & SHE_WORDS:
        return "she"
    if near & HE_WORDS:
        return "he"
    longest = max(candidate.names, key=lambda name: name.last - name.first)
    first = longest.text.split()[0].lower() if longest.last - longest.first > 1 else ""
    return given_names().get(first) or given_names().get(first.split("-")[0]) or "both"


def _title_head(role: str) -> str:
    """ "Ruritanian Minister of Mines" -> "minister"; a vice president is no president."""
    text = role.lower().split(",")[0]
    for joint in (" of ", " for ", " at ", " in ", " to ", " and "):
        text = text.split(joint)[0]
    tail = text.split()[-2:] or [""]
    return " ".join(tail) if tail[0] in ("vice", "prime", "deputy") else tail[-1]


# --------------------------------------------------------------------------------------------------- the rules


def _bracketed(memory: Memory, doc: Doc, token: Token) -> tuple[int, int, int] | None:
    """ "The president [Rosa Klebb]"."""
    i = token.i
    if i + 2 >= len(doc) or doc[i + 1].text != "[" or token.lower_ not in words().titles:
        return None
    for last in range(min(i + 2 + LONGEST, len(doc)), i + 2, -1):
        number = memory.people.get(doc[i + 2 : last].text)
        if number is not None:
            return number, _with_article(doc, i), i + 1
    return None


def _title(memory: Memory, doc: Doc, token: Token) -> tuple[int, int, int] | None:
    """ "the minister", of the one person with that title who was named before."""
    if not _is_bare(doc, token):
        return None
    holders = memory.titles.get(token.lower_, set()) & memory.seen
    return (next(iter(holders)), token.i - 1, token.i + 1) if len(holders) == 1 else None


def _body(memory: Memory, doc: Doc, token: Token) -> tuple[int, int, int] | None:
    """ "the navy", of the navy named last, not far back."""
    if not _is_bare(doc, token):
        return None
    bodies = memory.heads.get(token.lower_, set())
    for sentence in reversed(memory.sentences[-REACH:]):
        for named in reversed(sentence):
            if named.number in bodies:
                return named.number, token.i - 1, token.i + 1
    return None


def _personal(memory: Memory, doc: Doc, token: Token) -> tuple[int, int, int] | None:
    """ "she": the only person it can be in the nearest sentence that names one, or its subject."""
    wanted: Pronoun | None = "he" if token.lower_ in HE else "she" if token.lower_ in SHE else None
    if wanted is None:
        return None
    for back, sentence in enumerate(reversed(memory.sentences[-REACH:])):
        fitting = [named for named in sentence if _fits(memory, named.number, wanted)]
        people = {named.number for named in fitting}
        if not people:
            continue
        if len(people) == 1:
            return fitting[0].number, token.i, token.i + 1
        subjects = {named.number for named in fitting if named.is_subject}
        if len(subjects) == 1 and (back == 0 or token.dep_ in ("nsubj", "nsubjpass")):
            return subjects.pop(), token.i, token.i + 1
        return None
    return None


def _fits(memory: Memory, number: int, wanted: Pronoun) -> bool:
    return memory.candidates[number].kind == "person" and memory.pronouns.get(number, wanted) == wanted


def _is_bare(doc: Doc, token: Token) -> bool:
    """ "the minister", not "the minister of mines", "the prime minister's office" or "the minister Rosa Klebb"."""
    i = token.i
    if i == 0 or doc[i - 1].lower_ != "the" or token.pos_ != "NOUN" or not token.is_lower:
        return False
    return i + 1 == len(doc) or (
        doc[i + 1].pos_ not in ("NOUN", "PROPN") and doc[i + 1].lower_ not in ("of", "for", "-")
    )


def _with_article(doc: Doc, i: int) -> int:
    return i - 1 if i > 0 and doc[i - 1].lower_ in ("the", "a", "an") else i


REFERENCE_RULES: tuple[tuple[str, Literal["nominal", "pronoun"], Resolve], ...] = (
    ("bracketed", "nominal", _bracketed),
    ("title-again", "nominal", _title),
    ("body-again", "nominal", _body),
    ("nearest-person", "pronoun", _personal),
)
