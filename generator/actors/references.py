"""Words that mean an actor without naming it -> mentions: "the minister", "the navy", "she"; where unsure, none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.actors.capitals import SPEAKING
from generator.actors.clauses import SUBJECTS, children
from generator.actors.groups import Group
from generator.actors.names import Name
from generator.actors.nominals import REFERENCE_RULES, Memory, memory_of
from generator.actors.pronouns import People, Sentence, meant, someone, unnamed, vote
from generator.actors.sex import PRONOUNS, Sex
from generator.cues import QUOTE_VERBS
from generator.model import Mention

if TYPE_CHECKING:
    from generator.nlp import Passage, Token

SENTENCE = 120
"""Tokens of a sentence behind "he said" that are looked at."""


@dataclass(frozen=True, slots=True)
class Page:
    """A passage of the body, who is named in it and who speaks in it."""

    passage: Passage
    named: dict[int, int]
    """Token -> actor."""
    firsts: dict[int, Name]
    """Token -> the name that begins there."""
    quoted: tuple[bool, ...]
    """For each token whether it stands between quotation marks."""
    speakers: frozenset[int]
    """Who says something outside quotation marks, or in square brackets: "[Klebb] said"."""
    voices: frozenset[Sex]
    """The pronouns that do."""


@dataclass(frozen=True, slots=True)
class Place:
    """A token of a page."""

    page: Page
    before: Page | None
    """The page before."""
    token: Token

    @property
    def opens(self) -> bool:
        """True where a sentence begins."""
        return bool(self.token.is_sent_start) or self.token.i == 0

    @property
    def actor(self) -> int | None:
        """Who is named here."""
        return self.page.named.get(self.token.i)

    @property
    def is_quoted(self) -> bool:
        """True between quotation marks."""
        return self.page.quoted[self.token.i]

    @property
    def stranger(self) -> int:
        """The number of somebody without a name who stands here."""
        return -1 - self.page.passage.start - self.token.idx


Reference = tuple[int, int, int, Literal["nominal", "pronoun"], str]
"""Actor, tokens, kind, rule."""


def find_references(candidates: list[Group], passages: tuple[Passage, ...]) -> dict[int, list[Mention]]:
    """Candidate number -> its mentions by nominal or pronoun."""
    people = People({one.number: one for one in candidates if one.kind == "person"}, passages)
    places = list(_places(list(_pages(candidates, passages))))
    sentences: list[Sentence] = []
    for place in places:
        if _enter(sentences, place) and not place.is_quoted and place.token.lower_ in PRONOUNS:
            vote(people, sentences, place.page.named, place.token)
    people.settle()
    memory = memory_of(candidates, people)
    out: dict[int, list[Mention]] = {}
    for place in places:
        if place.actor is not None:
            memory.see(place.actor)
        if not _enter(memory.sentences, place):
            continue
        here = memory.sentences[-1].people
        sex = PRONOUNS.get(place.token.lower_)
        found = _pronoun(memory, place, sex) if sex else _nominal(memory, place)
        if found is not None:
            number, first, last, kind, rule = found
            start, end = place.page.passage.span(place.page.passage.doc[first:last])
            out.setdefault(number, []).append(Mention(start=start, end=end, kind=kind, rule=rule))
            if here and here[-1].number == place.stranger:
                here.pop()
            here.append(someone(number, place.token, place.is_quoted))
        elif sex is not None:
            here.append(someone(place.stranger, place.token, place.is_quoted, sex))
    return out


def _pages(candidates: list[Group], passages: tuple[Passage, ...]) -> Iterator[Page]:
    """The passages of the body, in order."""
    by_passage: dict[int, list[tuple[Name, int]]] = {}
    for candidate in candidates:
        for name in candidate.names:
            by_passage.setdefault(name.passage, []).append((name, candidate.number))
    for index, passage in enumerate(passages):
        if passage.kind != "body":
            continue
        here = by_passage.get(index, ())
        named = {i: number for name, number in here for i in range(name.first, name.last)}
        quoted = tuple(_quoted(passage))
        speaking = [
            token
            for token in passage.doc
            if token.dep_ in SUBJECTS
            and _tells(token.head)
            and (not quoted[token.i] or (token.i > 0 and passage.doc[token.i - 1].text == "["))
        ]
        yield Page(
            passage,
            named,
            {name.first: name for name, _ in here},
            quoted,
            frozenset(named[token.i] for token in speaking if token.i in named),
            frozenset(PRONOUNS[token.lower_] for token in speaking if token.lower_ in PRONOUNS),
        )


def _tells(verb: Token) -> bool:
    """ "said", "recalled that"; not "opened" in "Rosa Klebb opened the mill", though a speech may be opened so."""
    if verb.lemma_ not in QUOTE_VERBS:
        return False
    return verb.lemma_ in SPEAKING or any(child.dep_ == "ccomp" for child in children(verb))


def _quoted(passage: Passage) -> Iterator[bool]:
    is_quoted = False
    for token in passage.doc:
        if token.text in ('"', "\u201c", "\u201d"):
            is_quoted = token.text == "\u201c" or (token.text == '"' and not is_quoted)
        yield is_quoted


def _places(pages: list[Page]) -> Iterator[Place]:
    for before, page in zip([None, *pages], pages, strict=False):
        for token in page.passage.doc:
            yield Place(page, before, token)


def _enter(sentences: list[Sentence], place: Place) -> bool:
    """Remembers who is named or meant here; True where a reference may stand."""
    page, token = place.page, place.token
    if place.opens:
        sentences.append(Sentence(opens=token.i == 0))
    name = page.firsts.get(token.i)
    if name is not None:
        root = page.passage.doc[name.first : name.last].root
        sentences[-1].people.append(someone(page.named[token.i], root, place.is_quoted))
    elif place.actor is None:
        stranger = unnamed(page.named, token, place.stranger, place.is_quoted)
        if stranger is not None:
            sentences[-1].people.append(stranger)
    return place.actor is None


def _nominal(memory: Memory, place: Place) -> Reference | None:
    for rule, resolve in REFERENCE_RULES:
        if place.is_quoted and rule != "bracketed":
            continue  # who speaks may mean another board
        found = resolve(memory, place.page.passage.doc, place.token)
        if found is not None:
            return (*found, "nominal", rule)
    return None


def _pronoun(memory: Memory, place: Place, sex: Sex) -> Reference | None:
    """Whom a pronoun means; between quotation marks somebody else than who speaks."""
    token, page = place.token, place.page
    if not place.is_quoted:
        number = meant(memory.people, memory.sentences, page.named, token, _spoken_of(page, token))
        return None if number is None else (number, token.i, token.i + 1, "pronoun", "weighed-person")
    speaking = page if page.speakers or page.voices or place.before is None else place.before
    if sex in speaking.voices:
        return None
    number = meant(memory.people, memory.sentences, page.named, token, speaking.speakers, is_quoted=True)
    return None if number is None else (number, token.i, token.i + 1, "pronoun", "weighed-in-quote")


def _spoken_of(page: Page, token: Token) -> frozenset[int]:
    """Whom the words of "he" name, if he speaks: "She said: 'Rosa Klebb is a legend'"; it is not she."""
    if token.dep_ not in SUBJECTS or token.head.lemma_ not in QUOTE_VERBS:
        return frozenset()
    doc, out = page.passage.doc, set()
    for i in range(token.i + 1, min(len(doc), token.i + SENTENCE)):
        if doc[i].is_sent_start:
            break
        if page.quoted[i] and i in page.named:
            out.add(page.named[i])
    return frozenset(out)
