"""Whom "he" and "she" mean: everyone named before is weighed, and only a clear winner is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.actors.clauses import SUBJECTS, ahead, co_argument, governing, object_beside, reflexive
from generator.actors.given import is_given
from generator.actors.groups import Group
from generator.actors.sex import PRONOUNS, Sex, sex_of, word_sex
from generator.actors.words import words
from generator.cues import QUOTE_VERBS

if TYPE_CHECKING:
    from generator.nlp import Passage, Token

REACH = 6
"""Sentences that a pronoun may look back."""
CROWD = 30
"""The last people of a sentence that are weighed; more stand only in lists and broken text."""

SUBJECT, OBJECT, EMBEDDED = 1.0, 0.5, 0.5
"""For a subject before "he"; for one before "his" or "him"; for the subject of a clause within another."""
GOVERNS, KNOWN, QUOTED, PARAGRAPH, SPEAKER, AGAIN = 1.0, 1.0, -1.0, 0.5, 1.0, 0.5
"""For the subject of the clause around the pronoun; for one whose sex is known; for one named in somebody's words; for
each new paragraph, taken off; for a speaker before a verb of speech; for whom the last pronoun meant."""
MARGIN = 1.0
"""How far the first must be ahead of the second."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A place in a sentence where a person is named or meant."""

    number: int
    """The actor; below 0 for somebody without a name."""
    is_subject: bool
    is_main: bool
    """Subject of the sentence's own verb."""
    speaks: bool
    is_quoted: bool
    sex: Sex | None = None
    """Of somebody without a name."""


@dataclass(slots=True)
class Sentence:
    """Who stands in a sentence, up to the token that is read."""

    opens: bool
    """True for the first one of a paragraph."""
    people: list[Someone] = field(default_factory=list)


@dataclass(slots=True)
class People:
    """What is known about the persons of an article."""

    persons: dict[int, Group]
    passages: tuple[Passage, ...]
    votes: dict[int, Counter[Sex]] = field(default_factory=dict)
    sexes: dict[int, Sex | None] = field(default_factory=dict)
    evident: frozenset[int] = frozenset()
    """Persons for sure; another name may be a town that the model takes for somebody."""
    last: dict[Sex, int] = field(default_factory=dict)
    """Whom the last "he" and the last "she" meant."""

    def settle(self) -> None:
        """After all votes: tells each person's sex, and who is a person for sure."""
        none: Counter[Sex] = Counter()
        for number, person in self.persons.items():
            self.sexes[number] = sex_of(person, self.passages, self.votes.get(number, none))
        self.evident = frozenset(
            number
            for number, person in self.persons.items()
            if self.votes.get(number, none).total() > 1 or _is_evident(person, self.passages)
        )

    def could_be(self, sex: Sex) -> Callable[[int], bool]:
        """Whether an actor is a person not known to be of the other sex."""
        return lambda number: number in self.persons and self.sexes.get(number) in (None, sex)

    def fits(self, someone: Someone, wanted: Sex) -> bool:
        """False for who is known to be of the other sex, and for what is no person."""
        if someone.number < 0:
            return someone.sex in (None, wanted)
        return someone.number in self.persons and self.sexes.get(someone.number) in (None, wanted)


def _is_evident(person: Group, passages: tuple[Passage, ...]) -> bool:
    """Has a role, a title, a listed given name, or speaks."""
    if person.roles:
        return True
    for name in person.names:
        doc = passages[name.passage].doc
        if name.last - name.first > 1 and is_given(doc[name.first].text):
            return True
        if name.first > 0 and doc[name.first - 1].lower_ in words().honorifics | words().titles:
            return True
        root = doc[name.first : name.last].root
        if root.dep_ in SUBJECTS and root.head.lemma_ in QUOTE_VERBS:
            return True
    return False


def vote(people: People, sentences: list[Sentence], named: dict[int, int], token: Token) -> None:
    """Counts a pronoun for the one person it can mean: alone in two sentences, or the subject of the same clause."""
    sex = PRONOUNS[token.lower_]
    only = reflexive(named, token) or ahead(named, token)
    if only is None:
        here = [someone for someone in sentences[-1].people if not someone.is_quoted]
        near = here if any(someone.is_subject for someone in here) else [*here, *_unquoted(sentences[-2:-1])]
        numbers = {someone.number for someone in near}
        only = numbers.pop() if len(numbers) == 1 else None
    if only is not None and only in people.persons:
        people.votes.setdefault(only, Counter())[sex] += 1


def _unquoted(sentences: list[Sentence]) -> Iterator[Someone]:
    return (someone for sentence in sentences for someone in sentence.people if not someone.is_quoted)


def meant(
    people: People,
    sentences: list[Sentence],
    named: dict[int, int],
    token: Token,
    barred: frozenset[int] = frozenset(),
    is_quoted: bool = False,
) -> int | None:
    """The actor that a pronoun means, none of `barred`; None where two could be meant, or somebody without a name."""
    sex = PRONOUNS[token.lower_]
    own = reflexive(named, token)
    weights: dict[int, float] = {}
    if own is not None:
        weights[own] = 2 * MARGIN
    else:
        for number, weight in _weigh(people, sentences, named, token, is_quoted):
            if number not in barred:
                weights[number] = max(weight, weights.get(number, weight))
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    number = ranked[0][0]
    if number not in people.evident or people.sexes.get(number) not in (None, sex):
        return None
    people.sexes[number] = sex
    people.last[sex] = number
    return number


def _weigh(
    people: People, sentences: list[Sentence], named: dict[int, int], token: Token, is_quoted: bool
) -> Iterator[tuple[int, float]]:
    sex = PRONOUNS[token.lower_]
    other = co_argument(named, token)
    could_be = people.could_be(sex)
    says = token.dep_ in SUBJECTS and token.head.lemma_ in QUOTE_VERBS
    subject_weight = SUBJECT if token.dep_ in SUBJECTS else OBJECT
    beside = (
        (ahead(named, token), SUBJECT + GOVERNS),
        (governing(named, token, could_be), subject_weight + GOVERNS),
        (object_beside(named, token), OBJECT + GOVERNS),
    )
    for number, weight in beside:
        if number is not None and number != other and could_be(number):
            yield number, weight + KNOWN * (people.sexes.get(number) == sex)
    distance = 0.0
    for sentence in reversed(sentences[-REACH:]):
        for someone in sentence.people[-CROWD:]:
            if someone.number == other or not people.fits(someone, sex):
                continue
            weight = _standing(someone, subject_weight) + QUOTED * (someone.is_quoted and not is_quoted) - distance
            weight += KNOWN * ((people.sexes.get(someone.number) or someone.sex) == sex)
            weight += SPEAKER * (says and someone.speaks) + AGAIN * (people.last.get(sex) == someone.number)
            yield someone.number, weight
        distance += 1 + PARAGRAPH * sentence.opens


def _standing(someone: Someone, subject_weight: float) -> float:
    return subject_weight if someone.is_main else min(subject_weight, EMBEDDED) if someone.is_subject else 0.0


def unnamed(named: dict[int, int], token: Token, number: int, is_quoted: bool) -> Someone | None:
    """Somebody without a name whom a pronoun may mean as well: "a captain" before "demanded that he be freed"."""
    if (
        token.tag_ != "NN"
        or not token.is_lower
        or token.dep_ in ("compound", "appos", "attr", "npadvmod", "amod", "nmod")
    ):
        return None
    if token.lower_ not in words().titles and word_sex(token.lower_) is None and token.lower_ != "person":
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        return None
    if any(child.dep_ == "appos" and child.i in named for child in token.children):
        return None
    return someone(number, token, is_quoted, word_sex(token.lower_))


def someone(number: int, root: Token, is_quoted: bool, sex: Sex | None = None) -> Someone:
    """Who stands at `root`; "Its director, Rosa Klebb, and Luc Martin left": what is beside a subject is one."""
    for _ in range(4):
        if root.dep_ not in ("appos", "conj"):
            break
        root = root.head
    is_subject = root.dep_ in SUBJECTS
    is_main = is_subject and root.head.dep_ not in EMBEDDING
    return Someone(number, is_subject, is_main, is_subject and root.head.lemma_ in QUOTE_VERBS, is_quoted, sex)


EMBEDDING = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "pcomp"})
"""Verbs whose subjects a later sentence hardly takes up: "the day Rosa Klebb left"."""
