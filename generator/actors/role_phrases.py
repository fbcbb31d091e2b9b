"""What the role rules share: where a phrase ends, whether it says what somebody is, and whom it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.actors.borders import POSSESSIVES
from generator.actors.nouns import ORGANIZATION_NOUNS, PLACE_NOUNS, THING_NOUNS
from generator.actors.words import words
from generator.model import RoleStatus

if TYPE_CHECKING:
    from generator.actors.roles import Surroundings
    from generator.nlp import Doc, Token

Range = tuple[int, int]
"""First token and token after the last."""


class Found(NamedTuple):
    """Where a role stands, and what the rule that finds it knows about it."""

    first: int
    last: int
    """Token after the last."""
    employer: Range | None = None
    status: RoleStatus | None = None
    """None where the words of the role tell it."""
    is_body: bool = False
    """True where the words name only a body that somebody belongs to."""


LONGEST = 20
"""Tokens of a role; a longer apposition is cut at its first comma or dropped."""

MARKS = frozenset(',;:()[]"\u201c\u201d\u2013\u2014') | {"--"}

ENDS = frozenset(
    {
        "currently",
        "now",
        "who",
        "whose",
        "which",
        "whom",
        "that",
        "when",
        "since",
        "after",
        "before",
        "until",
        "while",
        "where",
    }
)
"""Words that begin what is told about a role, not the role."""

ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "then", "both", "one", "with"})

TIMES = frozenset(
    {"day", "days", "evening", "hour", "hours", "moment", "month", "months", "morning", "night", "time", "today"}
    | {"tomorrow", "week", "weeks", "year", "years", "yesterday"}
)

ABSTRACT = ("age", "ance", "cy", "dom", "ence", "ing", "ion", "ism", "ity", "ment", "ness", "ship", "th", "ure")
"""Endings of what somebody has or does: "a conspiracy Rosa Klebb planned"."""

THINGS = TIMES | THING_NOUNS | PLACE_NOUNS | ORGANIZATION_NOUNS | {"brand", "case", "name", "number", "season", "vs"}
"""Nouns beside a name that are nobody."""

ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant", "ent", "boy", "girl", "crat")
"""What words for people end with: "lamplighter"."""

NO_PERSON = frozenset(
    {"center", "chapter", "computer", "elder", "error", "event", "factor", "letter", "matter", "number", "order"}
    | {"other", "paper", "party", "person", "power", "queer", "quarter", "younger", "winter", "summer"}
)

HOSTILE = frozenset({"critic", "foe", "fan", "opponent", "enemy", "rival", "supporter", "survivor", "target", "victim"})
"""Heads whose "of" names no employer: "a critic of the Harbour Board"."""


def tidy(doc: Doc, first: int, last: int) -> Range:
    """Without articles and times in front and marks at both ends: "the day president Rosa Klebb left"."""
    while first < last and (
        doc[first].lower_ in ARTICLES
        or doc[first].lower_ in TIMES
        or doc[first].pos_ in ("DET", "CCONJ", "ADP", "PART")
        or (doc[first].tag_ == "CD" and first + 1 < last and doc[first + 1].text != "-")
        or not any(c.isalnum() for c in doc[first].text)
    ):
        first += 1
    while first < last and (
        not any(c.isalpha() for c in doc[last - 1].text)
        or doc[last - 1].pos_ in ("DET", "CCONJ", "ADP", "ADV")
        or doc[last - 1].lower_ in ARTICLES
    ):
        last -= 1
    if first > 1 and doc[first - 1].text == "-" and doc[first - 2].lower_ in ("co", "ex", "vice"):
        first -= 2
    elif first > 0 and doc[first].text in STYLES:
        first -= 1
    if last + 1 < len(doc) and doc[last].lower_ == "at" and doc[last + 1].lower_ == "large":
        last += 2
    return first, last


STYLES = frozenset(
    {"Eminence", "Excellency", "Excellence", "Grace", "Highness", "Holiness", "Honor", "Honour", "Majesty"}
)
"""Words that go with "His" and "Her"."""


def head_noun(doc: Doc, opening: int) -> Token | None:
    """The noun that the phrase beginning at token `opening` turns on: "former deputy security adviser for mines"."""
    for i in range(opening, min(opening + 10, len(doc))):
        token = doc[i]
        if is_participle(doc, i) or token.is_space:
            continue
        if token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "ADP") or (token.is_punct and token.text != "-"):
            return None
        if token.pos_ == "CCONJ" and i == opening:
            return None
        if token.pos_ in ("NOUN", "PROPN") and not _goes_on(doc, i + 1):
            return token
    return None


def is_participle(doc: Doc, i: int) -> bool:
    """True for "suspected" and "Strelsau-based" before what they describe."""
    token = doc[i]
    if token.tag_ not in ("VBN", "VBG", "VBD") or token.head.i <= i:
        return False
    if token.tag_ == "VBG" and (i == 0 or doc[i - 1].text == ","):
        return False  # ", naming captain Rosa Klebb as"
    if token.tag_ == "VBD" and (i == 0 or doc[i - 1].pos_ not in ("DET", "PUNCT")):
        return False  # "It angered captain Rosa Klebb"
    return token.dep_ == "amod" or (i > 0 and doc[i - 1].text == "-" and token.head.pos_ in ("NOUN", "PROPN"))


def _goes_on(doc: Doc, i: int) -> bool:
    """True if the words from token `i` lead to a further noun of the same phrase: "deputy [national] adviser"."""
    for j in range(i, min(i + 4, len(doc))):
        token = doc[j]
        if token.pos_ in ("NOUN", "PROPN") or token.text in POSSESSIVES or token.text == "-":
            return True
        if token.pos_ != "ADJ" and not token.is_space:
            return False
    return False


def end_of_phrase(doc: Doc, opening: int, head: Token) -> int:
    """Where the phrase of `head` ends: at a comma, a bracket, a relative clause or the end of its subtree."""
    edge = head.right_edge.i + 1
    last = head.i + 1
    while last < min(edge, opening + LONGEST):
        token = doc[last]
        if token.text in MARKS or token.lower_ in ENDS or token.dep_ in ("relcl", "acl"):
            break
        last += 1
    return last


def is_role(around: Surroundings, first: int, last: int, head: int | None = None) -> bool:
    """True if the words say what someone is: a title among them, or a common noun at the head that is no name."""
    doc, lists = around.doc, words()
    wanted = range(first, last) if head is None else (head,)
    if any(doc[i].lower_ in lists.titles and not _inside_longer_name(around, i) for i in wanted):
        return True
    token = doc[last - 1 if head is None else head]
    return token.i not in around.names and is_person_noun(token)


def is_person_noun(token: Token) -> bool:
    """ "lamplighter", "Strelsauist": a noun in the singular that ends as words for people do."""
    if token.tag_ not in ("NN", "NNP") or token.lower_ in NO_PERSON:
        return False
    if token.ent_type_ and token.ent_type_ != "NORP":
        return False
    word = token.lower_
    sure = ("man", "woman", "ist", "crat")
    return word.endswith(ENDINGS if token.tag_ == "NN" else sure) and not word.endswith("ment")


def _inside_longer_name(around: Surroundings, i: int) -> bool:
    name = around.names.get(i)
    return name is not None and name.last - name.first > 1


def employer(around: Surroundings, first: int, last: int, head: int | None = None) -> Range | None:
    """The body that somebody serves: "Mining Board chairwoman", "head of sales at Northmark", not a foe's."""
    doc = around.doc
    bodies = around.organizations(first, last)
    turning = last - 1 if head is None else head
    if doc[turning].lower_ in HOSTILE:
        return None
    joined = [(body, _joint(around, body[0], turning, last)) for body in bodies]
    wanted = [body for body, joint in joined if joint in ("at", "with")] or [body for body, joint in joined if joint]
    return wanted[0] if wanted else None


def _joint(around: Surroundings, first: int, head: int, last: int) -> str | None:
    """What joins a body to the head of a role; None where it is no word that joins an employee to a body."""
    doc = around.doc
    after = around.names[first].last
    if first < head:
        # "Harbour Technology minister" names what she is minister of.
        return None if doc[after].lower_ in ("minister", "ministers") else "before"
    if after < last and doc[after].pos_ in ("NOUN", "PROPN"):
        return None
    i = first - 1
    while i > head and (doc[i].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "SPACE") or doc[i].text in ("-", *POSSESSIVES)):
        i -= 1
    return doc[i].lower_ if doc[i].lower_ in ("of", "at", "for", "with", "from") else None
