"""What the words beside a name say it is: "the town X", "X, the state news agency", "an analyst at X", "X, 58, ..."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.actors.borders import POSSESSIVES
from generator.actors.countries import gazetteer
from generator.actors.labels import LABELS, Label
from generator.actors.nouns import KINDS, PERSON_NOUNS, PLACE_NOUNS, SHIPS
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc, Token

Speaks = Callable[["Doc", int, int], Label | None]
"""Passage, first token of a name, token after its last -> what it is, or None."""

WHERE = frozenset({"in", "near", "outside", "across", "throughout", "around"})
BUSINESS = frozenset({"ceo", "cfo", "coo", "chief", "executive", "shares", "stock", "shareholders", "subsidiary"})
LONGEST_LIST = 60
"""Tokens of a list that are looked at."""
NO_EMPLOYEES = frozenset({"mp", "member", "candidate", "governor", "senator", "delegate", "star", "king", "winner"})
"""Of a place, not of a body: "the member for Strelsau"."""


def _follows_title(doc: Doc, first: int, last: int) -> Label | None:
    """ "Minister Klebb"."""
    lists = words()
    if first > 0 and (doc[first - 1].lower_ in lists.titles or doc[first - 1].lower_ in lists.honorifics):
        return "person"
    return None


def _is_where(doc: Doc, first: int, last: int) -> Label | None:
    """ "in Strelsau", "near Strelsau", not "in Klebb's words"."""
    if first > 0 and doc[first - 1].lower_ in WHERE and (last == len(doc) or doc[last].text not in POSSESSIVES):
        return "place"
    return None


def _before_head(doc: Doc, first: int, last: int) -> Label | None:
    """ "the Klebb group", "the Klebb base"."""
    if last < len(doc) and doc[last].is_lower:
        if doc[last].lower_ in HEADS:
            return "organization"
        if doc[last].lower_ in PLACE_HEADS or doc[last].lemma_ in PLACE_HEADS:
            return "place"
    return None


HEADS = frozenset(
    {"agency", "broadcaster", "company", "firm", "group", "magazine", "newspaper", "organisation", "organization"}
    | {"party", "website"}
)
PLACE_HEADS = frozenset({"airport", "area", "base", "district", "neighborhood", "neighbourhood", "province", "region"})


def _before_country(doc: Doc, first: int, last: int) -> Label | None:
    """ "Strelsau, Ruritania", "Strelsau, Ontario"."""
    if last - first > 2 or len(doc[first].text) < 3:
        return None
    if last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].ent_type_ == "GPE":
        for width in (3, 2, 1):
            text = doc[last + 1 : last + 1 + width].text
            if text in gazetteer().countries or text in gazetteer().regions:
                return "place"
    return None


def _after_place(doc: Doc, first: int, last: int) -> Label | None:
    """The second name in "in Strelsau, Marzovia,": where the first one lies."""
    if first < 3 or doc[first - 1].text != "," or last >= len(doc) or doc[last].text not in (",", ".", ")"):
        return None
    i = first - 2
    while i > 0 and first - i < 5 and doc[i].text[:1].isupper():
        i -= 1
    return "place" if i < first - 2 and doc[i].lower_ in WHERE and doc[first - 2].ent_type_ == "GPE" else None


def _aboard(doc: Doc, first: int, last: int) -> Label | None:
    """ "aboard the Good Margit", "on board Good Margit", "HMS Selmont"."""
    if first > 0 and doc[first - 1].text in SHIPS:
        return "other"
    i = first - 2 if first > 1 and doc[first - 1].lower_ == "the" else first - 1
    return "other" if i >= 0 and doc[i].lower_ in ("aboard", "board") else None


def _coordinated(doc: Doc, first: int, last: int) -> Label | None:
    """What most names are that are named in one breath with it: "Odrin Falt, Rosa Klebb and Halden"."""
    root = doc[first:last].root
    head = root
    while head.dep_ == "conj" and root.i - head.i < LONGEST_LIST:
        head = head.head
    seen: Counter[Label] = Counter()
    token: Token | None = head
    while token is not None and token.i - head.i < LONGEST_LIST:
        label = LABELS.get(token.ent_type_)
        if token.i != root.i and label in ("person", "place"):
            seen[label] += 1
        token = next((child for child in token.children if child.dep_ == "conj"), None)
    best = seen.most_common(1)
    return best[0][0] if best and best[0][1] > 2 and best[0][1] * 3 > seen.total() * 2 else None


def _of_noun(token: Token) -> Label | None:
    """What a common noun calls the name beside it."""
    if token.pos_ not in ("NOUN", "PROPN") or not token.is_lower:
        return None
    return next((label for nouns, label in KINDS if token.lower_ in nouns or token.lemma_ in nouns), None)


def _after_noun(doc: Doc, first: int, last: int) -> Label | None:
    """ "the brokerage Hallam Reeve", "the riverside town Van Vireth", "the village of Van Vireth"."""
    i = first - 1
    if i > 0 and doc[i].lower_ == "of" and doc[i - 1].lower_ in PLACE_NOUNS:
        return "place"
    return _of_noun(doc[i]) if i >= 0 else None


def _in_apposition(doc: Doc, first: int, last: int) -> Label | None:
    """ "Its director, Odrin Falt, ...", "two shipping lines, Northmark and Pell", "her ferry, the Good Margit"."""
    root = doc[first:last].root
    if root.dep_ == "conj":
        root = root.head
    head = root.head
    if root.dep_ != "appos" or head.i >= first or doc[first - 1].text not in (",", "the", "and"):
        return None
    if head.lower_ in words().titles:
        return "person"
    return _of_noun(head)


def _described(doc: Doc, first: int, last: int) -> Label | None:
    """ "Karsinform, the state news agency in Strelsau", "Odrin Falt, a teacher there", not "of Strelsau, a teacher"."""
    if last + 2 >= len(doc) or doc[last].text != ",":
        return None
    if doc[last + 1].lower_ not in ("the", "a", "an", "its", "their"):
        calls = (child for child in doc[first:last].root.children if child.dep_ == "appos" and child.i > last)
        return "person" if any(child.lower_ in words().titles for child in calls) else None
    for i in range(last + 2, min(last + 8, len(doc))):
        token = doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and token.text not in ("-", *POSSESSIVES):
            return None
        ends = i + 1 == len(doc) or doc[i + 1].pos_ not in ("NOUN", "PROPN", "PART", "ADJ")
        if token.pos_ == "NOUN" and ends and (i + 1 == len(doc) or doc[i + 1].text != "-"):
            is_person = token.lower_ in words().titles or token.lower_ in PERSON_NOUNS
            return ("person" if _is_free(doc, first, last) else None) if is_person else _of_noun(token)
    return None


def _is_free(doc: Doc, first: int, last: int) -> bool:
    """False for the end of a longer phrase: "Odrin Falt of Strelsau, a teacher"."""
    return doc[first:last].root.dep_ != "pobj"


def _aged(doc: Doc, first: int, last: int) -> Label | None:
    """ "Odrin Falt, 58, ..."."""
    if last + 2 >= len(doc) or doc[last].text != "," or doc[last + 2].text not in (",", "."):
        return None
    return "person" if doc[last + 1].text.isdecimal() and len(doc[last + 1].text) == 2 else None


def _who(doc: Doc, first: int, last: int) -> Label | None:
    """ "Odrin Falt, who keeps the engine alive"."""
    i = last + 1 if last < len(doc) and doc[last].text == "," else last
    return "person" if i < len(doc) and doc[i].lower_ == "who" and _is_free(doc, first, last) else None


def _employer(doc: Doc, first: int, last: int) -> Label | None:
    """ "an analyst at Hallam Reeve", "a spokesman for Northmark"."""
    i = first - 1
    if i > 1 and doc[i].lower_ == "the":
        i -= 1
    if i < 1 or doc[i].lower_ not in ("at", "for"):
        return None
    title = doc[i - 1].lower_
    return "organization" if title in words().titles and title not in NO_EMPLOYEES else None


def _business(doc: Doc, first: int, last: int) -> Label | None:
    """ "shares in Northmark", "Northmark's chief executive", "Northmark stock"."""
    if first > 1 and doc[first - 1].lower_ in ("in", "of") and doc[first - 2].lower_ in ("shares", "stake"):
        return "organization"
    i = last + 1 if last < len(doc) and doc[last].text in POSSESSIVES else last
    if i >= len(doc) or doc[i].lower_ not in BUSINESS:
        return None
    is_chief = doc[i].lower_ == "chief"
    return "organization" if not is_chief or (i + 1 < len(doc) and doc[i + 1].lower_ == "executive") else None


def is_person(doc: Doc, first: int, last: int) -> bool:
    """True if the words beside a name leave no doubt that it is somebody's."""
    return any(rule(doc, first, last) == "person" for rule in (_in_apposition, _described, _aged, _who))


CONTEXT_RULES: tuple[tuple[str, int, Speaks], ...] = (
    ("after-title", 1, _follows_title),
    ("where", 1, _is_where),
    ("before-head", 1, _before_head),
    ("before-country", 3, _before_country),
    ("after-place", 2, _after_place),
    ("aboard", 3, _aboard),
    ("coordinated", 2, _coordinated),
    ("after-noun", 3, _after_noun),
    ("in-apposition", 3, _in_apposition),
    ("described", 3, _described),
    ("aged", 3, _aged),
    ("who", 2, _who),
    ("employer", 3, _employer),
    ("business", 3, _business),
)
"""(name, votes, function): what a place of a name speaks for, and how loud."""
