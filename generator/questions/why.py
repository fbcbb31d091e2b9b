"""Why, and how: the words for cause and means that hang on the verb of the main event; unsure ones are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.clauses import trimmed_span
from generator.cues import CLAUSE_VERBS
from generator.model import Answer, Question
from generator.questions.scene import Scene
from generator.questions.telling import SAME, Telling, subject_of

if TYPE_CHECKING:
    from generator.nlp import Token

#: Verbs and adjectives for what one is blamed or praised for.
_DEEDS = frozenset(
    "apologise apologize arrest ban blame charge condemn convict criticise criticize detain dismiss execute fine fire guilty honour "
    "honor impeach indict jail liable praise prosecute punish reprimand sack sanction scold sue suspend thank try".split()
)
_AIMS = frozenset("attempt bid effort move".split())
_REPLIES = frozenset("protest reaction reply response retaliation revenge".split())
_AIM_VERBS = frozenset(
    "address avert avoid boost celebrate combat commemorate counter curb cut ease fight halt help honor honour mark prevent promote "
    "protect protest reduce repair rescue save stop tackle".split()
)
_SPANS = frozenset("century day decade hour long minute month moment second shortly soon week year".split())
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "CARDINAL", "PERCENT"})
_CAUSES = frozenset("amid due owing thanks".split())
_MEANS = frozenset("by via through using".split())
_CHANNELS = frozenset("email interview letter poll referendum speech vote".split())
#: A longer phrase is no answer.
LONGEST = 40
_TELLINGS = 3

Rule = Callable[["Token", "Token"], bool]
"""True if the first word opens words for cause or means of the second, the verb."""


def _because(word: Token, verb: Token) -> bool:
    """ "because the dam had broken", "because of the flood" """
    return word.lower_ == "because" and (word.dep_ == "prep" or word.dep_ == "mark")


def _owing(word: Token, verb: Token) -> bool:
    """ "due to the flood", "amid protests", "thanks to the rain" """
    return word.lower_ in _CAUSES and word.dep_ in ("prep", "pcomp", "acomp", "advmod", "npadvmod") and (word.lower_ == "amid" or word.nbor().lower_ == "to")


def _reply(word: Token, verb: Token) -> bool:
    """ "in protest at the tax", "in a bid to save the bank" """
    noun = next((child for child in word.rights if child.dep_ == "pobj"), None)
    return word.lower_ == "in" and noun is not None and noun.lower_ in _REPLIES | _AIMS and noun.right_edge.i > noun.i


def _deed(word: Token, verb: Token) -> bool:
    """ "was jailed for robbing the bank"; "for six years" says how long."""
    if word.lower_ not in ("for", "over") or word.dep_ != "prep" or word.head.lemma_.lower() not in _DEEDS:
        return False
    noun = next((child for child in word.rights if child.dep_ in ("pobj", "pcomp")), None)
    return noun is not None and noun.ent_type_ not in _MEASURES and noun.lemma_.lower() not in _SPANS


def _after(word: Token, verb: Token) -> bool:
    """ "resigned after the bank failed"; "a day after the bank failed" only dates it."""
    if word.lower_ != "after" or (word.i and word.nbor(-1).lemma_.lower() in _SPANS):
        return False
    if word.dep_ == "mark":
        return bool(word.head.head == verb)
    return bool(word.head == verb and any(child.dep_ == "pcomp" for child in word.rights))


def _aim(word: Token, verb: Token) -> bool:
    """ "closed the bridge to repair a crack" """
    aim = word.head
    return (
        word.lower_ == "to"
        and word.dep_ == "aux"
        and aim.lemma_.lower() in _AIM_VERBS
        and aim.dep_ in ("advcl", "relcl", "acl")
        and verb in (aim.head, aim.head.head)
        and word.i > verb.i + 1
    )


def _doing(word: Token, verb: Token) -> bool:
    """ "escaped by swimming the moat", "voted using a show of hands" """
    if word.lower_ == "using":
        return word.dep_ == "advcl"
    return word.lower_ == "by" and any(child.dep_ == "pcomp" and child.tag_ == "VBG" for child in word.rights)


def _through(word: Token, verb: Token) -> bool:
    """ "warned residents through text messages" """
    if word.lower_ not in ("through", "via") or word.dep_ != "prep":
        return False
    noun = next((child for child in word.rights if child.dep_ == "pobj"), None)
    return noun is not None and noun.ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "TIME")


def _channel(word: Token, verb: Token) -> bool:
    """ "broke with the party in an interview" """
    noun = next((child for child in word.rights if child.dep_ == "pobj"), None)
    return word.lower_ == "in" and noun is not None and noun.lower_ in _CHANNELS


RULES: dict[Question, tuple[tuple[str, Rule], ...]] = {
    "why": (
        ("because", _because),
        ("owing", _owing),
        ("reply", _reply),
        ("deed", _deed),
        ("aim", _aim),
        ("after", _after),
    ),
    "how": (
        ("doing", _doing),
        ("through", _through),
        ("channel", _channel),
    ),
}


def why(scene: Scene) -> Answer | None:
    """Words for a cause."""
    return _first(scene, "why")


def how(scene: Scene) -> Answer | None:
    """Words for a means."""
    return _first(scene, "how")


def _first(scene: Scene, question: Question) -> Answer | None:
    for name, opens in RULES[question]:
        for telling in scene.tellings[:_TELLINGS]:
            if telling.verb is None or (telling.same < SAME and telling is not scene.tellings[0]):
                continue
            for word in _hanging(telling.verb):
                if opens(word, telling.verb):
                    top = word.head if word.dep_ in ("mark", "aux") else word
                    first = word.i
                    end = top.right_edge.i + 1
                    if 1 < end - first <= LONGEST:
                        span = trimmed_span_kept(telling, first, end)
                        if span is not None:
                            return scene.answer(question, telling, span, name)
    return None


def trimmed_span_kept(telling: Telling, first: int, end: int) -> tuple[int, int] | None:
    """Offsets with the joint that opens them: "because the dam had broken|, police say"."""
    doc = telling.passage.doc
    for token in doc[first + 2 : end]:
        if token.text == "," and any(word.lemma_.lower() in CLAUSE_VERBS for word in doc[token.i + 1 : min(end, token.i + 5)]) and end - token.i < 7:
            end = token.i
            break
    rest = trimmed_span(telling.passage, first + 1, end)
    return None if rest is None else (telling.passage.token(telling.passage.doc[first])[0], rest[1])


def _hanging(verb: Token) -> Iterator[Token]:
    """The words under a verb that are not in a clause about a thing or in another clause beside it."""
    waiting = [verb]
    found = []
    while waiting:
        word = waiting.pop()
        found.append(word)
        waiting.extend(
            child
            for child in word.children
            if (child.dep_ not in ("relcl", "acl") or child.tag_ == "VB") and not (child.dep_ == "conj" and subject_of(child) is not None)
        )
    yield from sorted(found, key=lambda word: word.i)
