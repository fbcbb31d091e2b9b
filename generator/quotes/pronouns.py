"""Whom a pronoun that speaks stands for: who spoke last, what the actors' stage read, else who weighs most."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.actors.given import given_names
from generator.actors.sex import HE_WORDS, SHE_WORDS, role_head
from generator.cues import QUOTE_VERBS
from generator.model import ActorKind
from generator.quotes.mentions import Found, Head

if TYPE_CHECKING:
    from generator.model import Actor, Mention, Speaker
    from generator.quotes.speakers import Speakers

#: Which kinds of actors a pronoun can stand for.
PRONOUNS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("he", "she", "him", "her", "his"), frozenset[ActorKind]({"person"})),
    "it": frozenset({"organization"}),
    "they": frozenset({"organization"}),
}
FEMALE = frozenset({"she", "her"})
GENDERED = FEMALE | {"he", "him", "his"}
WOMEN, MEN = frozenset({"she", "her", "hers", "herself"}), frozenset({"he", "him", "his", "himself"})
#: Share of each rule that was right.
AGAIN, READ, WEIGHED = 0.95, 0.95, 0.6
#: How far back a pronoun is followed, in sentences; "it" and "they" must be near.
REACH = {"he": 8, "she": 8, "him": 8, "her": 8, "his": 8, "it": 2, "they": 2}
#: Who spoke last is taken up again within so many sentences, a new paragraph counted as one.
AGAIN_REACH = 4
#: How many earlier mentions are weighed for one pronoun.
MAX_CANDIDATES = 40
#: How many names of an actor are looked at for a title.
MAX_NAMES = 8
#: For a subject, for the subject of a verb of saying, for who spoke last; for the sex that the pronouns read before
#: tell, and against the other one; how far the first must be ahead of the second.
SUBJECT, SAYS, SPOKE, LIKELY, UNLIKELY, MARGIN = 1.5, 0.5, 1.5, 0.5, -2.5, 0.5
#: For whom the pronoun's own sentence names before it, other than as a subject: Asked by Roe, he said it was late.
ASIDE = -3.0
SUBJECTS = frozenset({"nsubj", "nsubjpass", "attr"})


class Pronoun(NamedTuple):
    """A pronoun that speaks, and who spoke before it."""

    word: str
    head: Head
    previous: Speaker | None


Rule = Callable[["Speakers", Pronoun], "Found | None"]


def meant(speakers: Speakers, head: Head, previous: Speaker | None) -> Found | None:
    """Whom the pronoun at `head` stands for; None where nobody is clear."""
    pronoun = Pronoun(head.token.lower_, head, previous)
    return next((found for _, rule in RULES if (found := rule(speakers, pronoun)) is not None), None)


# ---------------------------------------------------------------- the rules


def _again(speakers: Speakers, pronoun: Pronoun) -> Found | None:
    """Who spoke last, if nobody else was named since: The mayor said it was late. She added that it was dark."""
    previous, head = pronoun.previous, pronoun.head
    if previous is None or previous.start > head.start:
        return None
    distance = speakers.sentences_between(previous.start, head)
    if distance is None or distance > AGAIN_REACH:
        return None
    actor = speakers.by_id.get(previous.actor or "")
    if actor is None or not _fits(speakers, actor, pronoun.word):
        return None
    for mention, other in speakers.mentions_between(previous.end, head.start):
        if other is not actor and mention.kind != "nominal" and _fits(speakers, other, pronoun.word):
            return None
    return Found(actor.name, actor, "pronoun-again", AGAIN)


def _read(speakers: Speakers, pronoun: Pronoun) -> Found | None:
    """What the actors' stage made of it."""
    known = speakers.covering(pronoun.head.start)
    if known is None or known[0].kind != "pronoun" or speakers.is_other(known[1], pronoun.word):
        return None
    return Found(known[1].name, known[1], "pronoun", READ)


def _weighed(speakers: Speakers, pronoun: Pronoun) -> Found | None:
    """The earlier actor that fits best by nearness, place in its sentence, sex, and by who spoke last."""
    weights: dict[str, float] = {}
    word, previous = pronoun.word, pronoun.previous
    for start, end, actor, spoke in _earlier(speakers, pronoun):
        if not _fits(speakers, actor, word):
            continue
        distance = speakers.sentences_between(start, pronoun.head)
        if distance is None or distance > REACH[word] + spoke:
            continue
        named = speakers.head((start, end))
        subject = spoke or (named is not None and named.token.dep_ in SUBJECTS)
        if word in {"it", "they"} and not subject:
            continue
        weight = ASIDE * (distance == 0 and not subject)
        says = subject and named is not None and named.token.head.lemma_.lower() in QUOTE_VERBS
        spoke = spoke or (previous is not None and previous.actor == actor.id)
        weight += SUBJECT * subject + SAYS * says + SPOKE * spoke - distance + _leaning(speakers, actor, word)
        weights[actor.id] = max(weight, weights.get(actor.id, weight))
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    actor = speakers.by_id[ranked[0][0]]
    return Found(actor.name, actor, "pronoun-weighed", WEIGHED)


RULES: tuple[tuple[str, Rule], ...] = (
    ("again", _again),
    ("read", _read),
    ("weighed", _weighed),
)
"""First come, first served."""


# ---------------------------------------------------------------- who fits


def _earlier(speakers: Speakers, pronoun: Pronoun) -> Iterator[tuple[int, int, Actor, bool]]:
    """(start, end, actor, whether it is the last speaker) of what stands before a pronoun."""
    previous = pronoun.previous
    if previous is not None and previous.actor is not None and previous.end <= pronoun.head.start:
        yield previous.start, previous.end, speakers.by_id[previous.actor], True
    for mention, actor in speakers.mentions_before(pronoun.head.start, MAX_CANDIDATES):
        yield mention.start, mention.end, actor, False


def _fits(speakers: Speakers, actor: Actor, word: str) -> bool:
    """True if a pronoun can stand for an actor: by kind, and by sex where it is known."""
    if actor.kind not in PRONOUNS[word]:
        return False
    if word not in GENDERED:
        return True
    known = sex(speakers, actor)
    return not speakers.is_other(actor, word) and (known is None or (known == "she") == (word in FEMALE))


def sex(speakers: Speakers, actor: Actor) -> str | None:
    """ "he" or "she" by title, role and given name; None where they say nothing or both."""
    if actor.id not in speakers.sexes:
        speakers.sexes[actor.id] = _sex(speakers.text, actor)
    return speakers.sexes[actor.id]


def _sex(text: str, actor: Actor) -> str | None:
    first, _, more = actor.name.lower().partition(" ")
    names = [mention for mention in actor.mentions if mention.kind == "name"][:MAX_NAMES]
    near = {first, *(role_head(role.text) for role in actor.roles), *(_word_before(text, name) for name in names)}
    weight = 3 * (not HE_WORDS.isdisjoint(near)) - 3 * (not SHE_WORDS.isdisjoint(near))
    given = given_names().get(first) or given_names().get(first.split("-")[0])
    weight += {"he": 2, "she": -2}.get(given or "", 0) if more else 0
    return "he" if weight > 0 else "she" if weight < 0 else None


def _word_before(text: str, mention: Mention) -> str:
    before = text[max(0, mention.start - 16) : mention.start].split()
    return before[-1].lower() if before else ""


def _leaning(speakers: Speakers, actor: Actor, word: str) -> float:
    """What the pronouns that were read as an actor say of a pronoun; one slip of theirs draws others after it."""
    if word not in GENDERED:
        return 0.0
    read = [speakers.text[mention.start : mention.end].lower() for mention in actor.mentions[:MAX_CANDIDATES]]
    surplus = sum((other in WOMEN) - (other in MEN) for other in read)
    if not surplus:
        return 0.0
    return LIKELY if (surplus > 0) == (word in FEMALE) else UNLIKELY
