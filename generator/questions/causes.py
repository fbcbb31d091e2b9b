"""Why, and how: the words for cause and means that hang on the verb of the main event; unsure ones are left out."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

from generator.clauses import trimmed_span
from generator.cues import CLAUSE_VERBS
from generator.model import Answer, Question
from generator.questions.scene import Scene
from generator.questions.subjects import hanging
from generator.questions.telling import SAME, Telling

if TYPE_CHECKING:
    from generator.nlp import Token

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads((files("generator") / "data" / "causes.toml").read_text(encoding="utf-8")).items()
}
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "CARDINAL", "PERCENT"})
#: A longer phrase is no answer.
LONGEST = 40
_TELLINGS = 3
#: "police say" at the end of a clause has so many words, its comma with them.
_SAID = 7

Rule = Callable[["Token", "Token"], bool]
"""True if the first word opens words for cause or means of the second, the verb."""


def _because(word: Token, verb: Token) -> bool:
    """ "because the dam had broken", "because of the flood" """
    return word.lower_ == "because" and (word.dep_ == "prep" or word.dep_ == "mark")


def _owing(word: Token, verb: Token) -> bool:
    """ "due to the flood", "amid protests", "thanks to the rain" """
    if word.lower_ == "amid":
        return word.dep_ == "prep"
    return word.lower_ in _WORDS["owing"] and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to"


def _reply(word: Token, verb: Token) -> bool:
    """ "in protest at the tax", "in a bid to save the bank" """
    noun = _object(word)
    return word.lower_ == "in" and noun is not None and noun.lower_ in _WORDS["aims_and_replies"]


def _deed(word: Token, verb: Token) -> bool:
    """ "was jailed for robbing the bank"; "for six years" says how long."""
    if word.lower_ not in ("for", "over") or word.dep_ != "prep" or word.head.lemma_.lower() not in _WORDS["deeds"]:
        return False
    noun = next((child for child in word.rights if child.dep_ in ("pobj", "pcomp")), None)
    return noun is not None and noun.ent_type_ not in _MEASURES and noun.lemma_.lower() not in _WORDS["spans"]


def _after(word: Token, verb: Token) -> bool:
    """ "resigned after the bank failed"; "a day after the bank failed" only dates it."""
    if word.lower_ != "after" or (word.i and word.nbor(-1).lemma_.lower() in _WORDS["spans"]):
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
        and aim.lemma_.lower() in _WORDS["aim_verbs"]
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
    noun = _object(word)
    return noun is not None and noun.ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "TIME")


def _channel(word: Token, verb: Token) -> bool:
    """ "broke with the party in an interview" """
    noun = _object(word)
    return word.lower_ == "in" and noun is not None and noun.lower_ in _WORDS["channels"]


def _object(word: Token) -> Token | None:
    return next((child for child in word.rights if child.dep_ == "pobj"), None)


WHY: tuple[tuple[str, Rule], ...] = (
    ("because", _because),
    ("owing", _owing),
    ("reply", _reply),
    ("deed", _deed),
    ("aim", _aim),
    ("after", _after),
)
HOW: tuple[tuple[str, Rule], ...] = (
    ("doing", _doing),
    ("through", _through),
    ("channel", _channel),
)


def why(scene: Scene) -> Answer | None:
    """Words for a cause, an occasion or an aim."""
    return _first(scene, "why", WHY)


def how(scene: Scene) -> Answer | None:
    """Words for a means or a channel."""
    return _first(scene, "how", HOW)


def _first(scene: Scene, question: Question, rules: tuple[tuple[str, Rule], ...]) -> Answer | None:
    """What the first rule opens in the telling that comes first, or in one that tells the same."""
    told = [
        (telling, telling.clause.verb, hanging(telling.clause.verb))
        for place, telling in enumerate(scene.tellings[:_TELLINGS])
        if telling.clause is not None and (place == 0 or telling.same >= SAME)
    ]
    for name, opens in rules:
        for telling, verb, words in told:
            for word in words:
                span = _span(telling, word) if opens(word, verb) else None
                if span is not None:
                    return scene.answer(question, telling, span, name)
    return None


def _span(telling: Telling, word: Token) -> tuple[int, int] | None:
    """Offsets of all that a word opens: "because the dam had broken |, police say"; None if that is too long."""
    doc, head = word.doc, word.head if word.dep_ in ("mark", "aux") else word
    end = head.right_edge.i + 1
    if word.lower_ == "in" and end < len(doc) and doc[end].dep_ == "prep":
        # "blocked the road in protest at the tax": what it is at may hang on the verb.
        end = doc[end].right_edge.i + 1
    for comma in doc[max(word.i + 2, end - _SAID) : end]:
        if comma.text == "," and any(said.lemma_.lower() in CLAUSE_VERBS for said in doc[comma.i + 1 : end]):
            end = comma.i
            break
    rest = trimmed_span(telling.passage, word.i + 1, end) if 1 < end - word.i <= LONGEST else None
    return None if rest is None else (telling.passage.token(word)[0], rest[1])
