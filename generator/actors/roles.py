"""The words around a person's name -> roles: before it, in apposition, "who heads ..."."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.actors.names import Name
from generator.actors.sex import role_head
from generator.actors.words import words
from generator.model import Role, RoleStatus, Slice

if TYPE_CHECKING:
    from generator.nlp import Doc, Passage, Token

Range = tuple[int, int]
"""First token and token after the last."""

Found = tuple[Range, Range | None]
"""Where a role stands, and where its employer stands if the words name one."""

LONGEST = 20
"""Tokens of a role; a longer apposition is cut at its first comma or dropped."""

MARKS = frozenset(',;:()[]"\u201c\u201d\u2013\u2014') | {"--"}

RELATIVES = frozenset({"who", "whose", "which", "whom", "that"})

ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "then", "both", "one", "with"})


class Surroundings:
    """What stands in a passage: its tokens, and which of them belong to which name."""

    def __init__(self, doc: Doc, names: Iterable[Name]) -> None:
        self.doc = doc
        self.names = {i: name for name in names for i in range(name.first, name.last)}

    def organization(self, first: int, last: int) -> Range | None:
        """The first organisation named within tokens `first` to `last`."""
        for i in range(first, last):
            name = self.names.get(i)
            if name is not None and name.label == "organization" and first <= name.first and name.last <= last:
                return name.first, name.last
        return None


def find_roles(
    names: Iterable[Name], passages: tuple[Passage, ...], surroundings: Sequence[Surroundings]
) -> tuple[Role, ...]:
    """The roles that the words around these names of one person give, in text order, each wording once."""
    roles: dict[str, Role] = {}
    for name in names:
        passage, around = passages[name.passage], surroundings[name.passage]
        for rule, function in ROLE_RULES:
            for (first, last), employer in function(around, name):
                role = _role(passage, first, last, employer, rule)
                roles.setdefault(role.text.casefold(), role)
    return tuple(sorted(roles.values(), key=lambda role: role.start))


def lasting(roles: Iterable[Role], is_dead: bool) -> tuple[Role, ...]:
    """The roles that stand for somebody's place in the world, not in a family; the dead hold none now."""
    kept = (role for role in roles if (head := role_head(role.text)) not in KIN and not head.endswith("-in-law"))
    return tuple(replace(role, status="late") if is_dead and role.status == "current" else role for role in kept)


KIN = frozenset(
    {"aunt", "boy", "boyfriend", "brother", "child", "companion", "cousin", "dad", "daughter", "ex-husband", "ex-wife"}
    | {"father", "fiance", "fiancee", "friend", "girl", "girlfriend", "godfather", "godmother", "granddaughter", "guy"}
    | {"grandfather", "grandmother", "grandson", "half-brother", "half-sister", "husband", "lady"}
    | {"kid", "man", "mother", "mum", "neighbor", "neighbour", "nephew", "niece", "person", "sibling", "sister", "son"}
    | {"stepfather", "stepmother", "toddler", "twin", "uncle", "widow", "widower", "wife", "woman"}
)
"""What is said of families and friends: tells "he" or "she", but is no role in the news."""


def _role(passage: Passage, first: int, last: int, employer: Range | None, rule: str) -> Role:
    cut = _slice(passage, first, last, rule)
    return Role(
        start=cut.start,
        end=cut.end,
        text=cut.text,
        rule=rule,
        employer=None if employer is None else _slice(passage, *employer, rule),
        status=_status(passage.doc, first, last),
    )


def _slice(passage: Passage, first: int, last: int, rule: str) -> Slice:
    span = passage.doc[first:last]
    start, end = passage.span(span)
    return Slice(start=start, end=end, text=span.text, rule=rule)


def _status(doc: Doc, first: int, last: int) -> RoleStatus:
    """ "former", "ex-" and "late" inside the role or right before it."""
    lists = words()
    near = [doc[i].lower_ for i in range(max(0, first - 1), min(last, first + 3))]
    if any(word in lists.late for word in near):
        return "late"
    if doc[first].tag_ == "VBD":
        return "former"
    return "former" if any(word in lists.former or word.startswith("ex-") for word in near) else "current"


# --------------------------------------------------------------------------------------------------- the rules


def _before(around: Surroundings, name: Name) -> Iterator[Found]:
    """The noun phrase right before the name: "Ruritanian navy spokesman Luc Martin"."""
    doc = around.doc
    first = name.first
    while first > 0 and name.first - first < LONGEST and _belongs(around, name, first - 1):
        first -= 1
    first, last = _tidy(doc, first, name.first)
    while last - first > 1 and doc[last - 1].lower_ in words().honorifics - words().titles:
        last -= 1
    if first < last and _is_role(around, first, last):
        yield (first, last), around.organization(first, last) or _of(around, name)


def _title_of(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Head of the Refugee Council Rosa Klebb told": a title and what it is of, whatever the parse makes of it."""
    doc, lists = around.doc, words()
    if name.first == 0 or around.names.get(name.first - 1, name).label == "person":
        return
    for i in range(name.first - 2, max(-1, name.first - LONGEST), -1):
        token = doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ") and token.text not in (
            "-",
            "'s",
            "\u2019s",
        ):
            return
        if token.lower_ in lists.titles and doc[i + 1].lower_ == "of":
            first = i
            while first > 0 and doc[first - 1].head.i in (i, first) and doc[first - 1].dep_ in ("compound", "amod"):
                first -= 1
            if not around.names.keys() & range(first, i + 1) and name.first - 1 in around.names:
                yield (first, name.first), around.organization(first, name.first)
            return


def _belongs(around: Surroundings, name: Name, i: int) -> bool:
    """True if token `i` is part of the phrase that ends in the name."""
    doc = around.doc
    token, root = doc[i], doc[name.last - 1]
    if token.is_space or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "DET") or token.text in MARKS:
        return (
            token.pos_ == "DET"
            and i + 1 < name.first
            and doc[i + 1].pos_ != "DET"
            and token.head.i < name.first
            and token.head.dep_ == "pobj"
        )
    if i in around.names and around.names[i].label == "person":
        return False
    if token.lower_ in words().titles or token.lower_ in words().honorifics:
        return i + 1 == name.first or token.head.i > i or doc[i + 1].lower_ in ("of", "for", "to", "at", "and")
    if i < token.head.i < name.first or (token.dep_ == "case" and i < token.head.head.i < name.first):
        return True
    ancestors = token
    for _ in range(8):
        if name.first <= ancestors.i < name.last or ancestors.i == root.i:
            return True
        if ancestors.head is ancestors:
            break
        if i < ancestors.i < name.first and ancestors.pos_ in ("VERB", "AUX"):
            return False
        ancestors = ancestors.head
    return root.dep_ == "appos" and root.head.i < name.first and root.head.i >= i and root.head.left_edge.i <= i


def _apposition(around: Surroundings, name: Name) -> Iterator[Found]:
    """Between commas behind the name: "Luc Martin, a spokesman for the miners, ..."."""
    doc = around.doc
    if name.last + 1 >= len(doc) or doc[name.last].text not in (",", "(", "-", "--", "\u2013", "\u2014"):
        return
    opening = name.last + 1
    for head in _nouns(doc, opening):
        last = _end_of_phrase(doc, opening, head)
        first, last = _tidy(doc, opening, last)
        if first < last and _is_role(around, first, last, head.i):
            yield (first, last), around.organization(first, last)
        return


def _nouns(doc: Doc, opening: int) -> Iterator[Token]:
    """The head noun of the phrase that begins at token `opening`."""
    for i in range(opening, min(opening + 8, len(doc))):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX", "PRON", "CCONJ", "SCONJ") or (token.is_punct and token.text != "-"):
            return
        if token.pos_ in ("NOUN", "PROPN") and (
            i + 1 == len(doc) or (doc[i + 1].pos_ not in ("NOUN", "PROPN", "PART") and doc[i + 1].text != "-")
        ):
            yield token
            return


def _end_of_phrase(doc: Doc, opening: int, head: Token) -> int:
    """Where the phrase of `head` ends: at a comma, a bracket, a relative clause or the end of its subtree."""
    edge = head.right_edge.i + 1
    last = head.i + 1
    while last < min(edge, opening + LONGEST):
        token = doc[last]
        if token.text in MARKS or token.lower_ in RELATIVES or token.dep_ in ("relcl", "acl"):
            break
        last += 1
    return last


def _after_comma(around: Surroundings, name: Name) -> Iterator[Found]:
    """A phrase and a comma before the name: "The union's chairwoman, Rosa Klebb, ..."."""
    doc = around.doc
    root = doc[name.last - 1]
    if name.first < 2 or doc[name.first - 1].text != "," or root.dep_ != "appos":
        return
    head = root.head
    if head.i >= name.first - 1 or head.pos_ not in ("NOUN", "PROPN"):
        return
    first, last = _tidy(doc, head.left_edge.i, name.first - 1)
    if first < last <= first + LONGEST and _is_role(around, first, last, head.i):
        yield (first, last), around.organization(first, last)


def _who(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Luc Martin, who heads the harbour board, ..."."""
    doc = around.doc
    i = name.last
    if i < len(doc) and doc[i].text == ",":
        i += 1
    if i + 1 >= len(doc) or doc[i].lower_ != "who":
        return
    verb = doc[i].head
    if verb.i <= i or verb.lemma_ not in words().role_verbs:
        return
    last = _end_of_phrase(doc, i, verb)
    if last - verb.i > 1:
        yield (verb.i, last), around.organization(verb.i, last)


def _is_a(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "Rosa Klebb is a professor of mining at Strelsau College"."""
    doc = around.doc
    root = doc[name.last - 1]
    verb = root.head
    if root.dep_ != "nsubj" or verb.lemma_ not in ("be", "become") or verb.i < name.last or verb.i - name.last > 3:
        return
    for head in verb.children:
        if head.dep_ == "attr" and head.lemma_.lower() in words().titles:
            first, last = _tidy(doc, head.left_edge.i, _end_of_phrase(doc, head.left_edge.i, head))
            if first < last:
                yield (first, last), around.organization(first, last)


def _bracket(around: Surroundings, name: Name) -> Iterator[Found]:
    """ "The president [Rosa Klebb] was told": an editor's insertion."""
    doc = around.doc
    i = name.first - 1
    if i > 0 and doc[i].text == "[" and doc[i - 1].lower_ in words().titles:
        first, last = _tidy(doc, doc[i - 1].left_edge.i, i)
        if first < last <= first + LONGEST:
            yield (first, last), around.organization(first, last)


ROLE_RULES: tuple[tuple[str, Callable[[Surroundings, Name], Iterator[Found]]], ...] = (
    ("before-name", _before),
    ("title-of", _title_of),
    ("apposition", _apposition),
    ("after-comma", _after_comma),
    ("who", _who),
    ("is-a", _is_a),
    ("bracket", _bracket),
)


# ------------------------------------------------------------------------------------------------- what they share


def _of(around: Surroundings, name: Name) -> Range | None:
    """ "Professor Rosa Klebb of Strelsau College": the organisation behind the name."""
    doc = around.doc
    if name.last < len(doc) and doc[name.last].lower_ in ("of", "from", "at", "with"):
        first = name.last + 1
        if first < len(doc) and doc[first].lower_ == "the":
            first += 1
        employer = around.names.get(first)
        if employer is not None and employer.first == first and employer.label == "organization":
            return employer.first, employer.last
    return None


def _tidy(doc: Doc, first: int, last: int) -> Range:
    """Without articles and times in front and marks at both ends: "the day president Rosa Klebb left"."""
    while first < last and (
        doc[first].lower_ in ARTICLES
        or doc[first].lower_ in TIMES
        or doc[first].pos_ in ("DET", "CCONJ", "ADP", "PART")
        or not any(c.isalnum() for c in doc[first].text)
    ):
        first += 1
    while first < last and (
        not _has_letter(doc[last - 1])
        or doc[last - 1].pos_ in ("DET", "CCONJ", "ADP", "ADV")
        or doc[last - 1].lower_ in ARTICLES
    ):
        last -= 1
    return first, last


TIMES = frozenset(
    {"day", "days", "hour", "hours", "moment", "month", "months", "night", "time", "week", "weeks", "year"}
)


def _has_letter(token: Token) -> bool:
    return any(c.isalpha() for c in token.text)


def _is_role(around: Surroundings, first: int, last: int, head: int | None = None) -> bool:
    """True if the words say what someone is: a title among them, or a common noun at the head that is no name."""
    doc, lists = around.doc, words()
    wanted = range(first, last) if head is None else (head,)
    if any(doc[i].lower_ in lists.titles and not _inside_longer_name(around, i) for i in wanted):
        return True
    token = doc[last - 1 if head is None else head]
    if token.i in around.names:
        return False
    if token.pos_ != "NOUN" or token.tag_ != "NN" or token.ent_type_ or token.lower_ in NO_PERSON:
        return False
    return token.lemma_.endswith(ENDINGS) and not token.lemma_.endswith("ment")


ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant", "ent", "boy", "girl")
"""What words for people end with: "lamplighter"."""

NO_PERSON = frozenset(
    {
        "elder",
        "younger",
        "number",
        "matter",
        "letter",
        "paper",
        "order",
        "center",
        "computer",
        "event",
        "other",
        "queer",
    }
)


def _inside_longer_name(around: Surroundings, i: int) -> bool:
    name = around.names.get(i)
    return name is not None and name.last - name.first > 1
