"""What the words of a speaker mean, if they are no pronoun: an ordered table of rules, and how names are compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from generator.actors.words import words
from generator.attribution import noun_phrase
from generator.cues import DOCUMENTS
from generator.quotes.spans import Span

if TYPE_CHECKING:
    from generator.model import Actor, Mention
    from generator.nlp import Passage, Token
    from generator.quotes.speakers import Speakers

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
OWNERS = frozenset({"the", "its", "their", "his", "her"})
#: "Jane Roe, the mayor," "Jane Roe, 61," "Jane Roe -- a diver" "the mayor as the gates were shut"
ADDED = re.compile(
    r",\s+(?:who|which|whose|whom|an?|the|of|from|in|now|then|aged?|his|her|its|their|\d+)\b"
    r"|\s(?:--|\u2014|\u2013)\s|\s(?:who|whose|when|while|was|were)\s|\sas\s(?:the|he|she|they|it)\s"
)
#: "grinned Jane Roe", where the verb stands before its subject
VERB_BEFORE = re.compile(r"[a-z]+ed\s+(?=[A-Z])")
OWNER = re.compile(r"['\u2019]s?$")
LOOSE = " \t\n\r\u00a0,;:\u2014\u2013-"
#: What stands between two persons, or between one and what is his: no name behind it is the one who speaks.
JOINS = re.compile(r"(?:\b(?:and|or|of|for|from|with|by|to|in|at|on|than|as)|,|['\u2019]s?)$", re.IGNORECASE)
PREPOSITION = re.compile(r"\b(?:of|for|from|with|by|to|in|at|on|than|as|about|against)\b", re.IGNORECASE)
TWO = re.compile(r"\b(?:and|or)\s+(?:the|an?|his|her|its|their)\b|,", re.IGNORECASE)
OWNED = re.compile(r"(.+?)['\u2019]s?\s+(.+)")
BEHIND_NAME = re.compile(r"[\s\"\u201d'\u2019]*(?:[,.;)\u2014\u2013]|$)")
#: "the Dawn party": what a body is, behind its name.
SORTS = frozenset(
    {"agency", "airline", "association", "bank", "brand", "brokerage", "campaign", "charity", "club", "company"}
    | {"daily", "firm", "foundation", "group", "institute", "line", "magazine", "militia", "ministry", "movement"}
    | {"network", "newspaper", "organisation", "organization", "paper", "party", "platform", "retailer", "society"}
    | {"station", "team", "think-tank", "tribe", "union", "university", "website"}
)


class Found(NamedTuple):
    """What a rule makes of a mention."""

    name: str
    actor: Actor | None
    rule: str
    worth: float = 1.0
    """Factor of the confidence: how often the rule finds the right actor."""


class Head(NamedTuple):
    """The word that a mention turns on, and where its noun phrase lies."""

    token: Token
    start: int
    end: int
    passage: Passage


Rule = Callable[["Speakers", Head], "Found | None"]


# ---------------------------------------------------------------- the rules


def _document(speakers: Speakers, head: Head) -> Found | None:
    """What somebody wrote speaks for its author: "a communique from the ministry" is the ministry."""
    if head.token.lemma_.lower() not in DOCUMENTS:
        return None
    for child in head.token.children:
        author = child if child.dep_ == "poss" else None
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"from", "by"}:
            author = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
        if author is not None and author.pos_ in {"NOUN", "PROPN"}:
            first, after = noun_phrase(author)
            start, end = head.passage.span(head.passage.doc[first:after])
            body = Head(author, start, end, head.passage)
            found = next((found for _, rule in RULES[1:] if (found := rule(speakers, body))), None)
            return (
                Found(found.name, found.actor, "document")
                if found
                else Found(speakers.text[start:end], None, "document")
            )
    return None


def _mention(speakers: Speakers, head: Head) -> Found | None:
    """A mention of an actor lies over the head word, and nobody else is joined to it."""
    start, _ = head.passage.token(head.token)
    found = speakers.covering(start)
    if found is None:
        return None
    mention, actor = found
    joined = any(
        child.dep_ == "conj" and mention.end <= head.passage.token(child)[0] < head.end for child in head.token.children
    )
    return None if joined else Found(actor.name, actor, "mention")


def _named_last(speakers: Speakers, head: Head) -> Found | None:
    """A name at the end: "the brokerage Hallam Reeve", "envoy to the Ruritanian League Jane Roe".

    "A spokesman for President Roe" and "the mayor and Jane Roe" are somebody else.
    """
    known = speakers.covering(head.end - 1)
    if known is None or known[0].kind != "name" or known[0].start <= head.start:
        behind = speakers.covering(head.end + 1)
        known = behind if behind is not None and behind[0].start == head.end + 1 else None
    if known is None or head.token.tag_ in {"NNS", "NNPS"}:
        return None
    mention, actor = known
    before = speakers.text[head.start : mention.start].rstrip()
    while before and before.rpartition(" ")[2].lower() in words().honorifics:
        before = before.rpartition(" ")[0].rstrip()
    if JOINS.search(before) or TWO.search(before):
        return None
    if actor.kind != "person":
        at = head.passage.token(head.token)
        return Found(actor.name, actor, "named-last") if speakers.text[at[1] : mention.start].isspace() else None
    if PREPOSITION.search(before):
        beside = speakers.covering(head.start + len(before) - 1)
        if beside is None or beside[1].kind == "person":
            return None
    return Found(actor.name, actor, "named-last")


def _apposition(speakers: Speakers, head: Head) -> Found | None:
    """A name in apposition to a noun: "its leader, Jane Roe"; the mention may end before the comma."""
    if head.token.pos_ != "NOUN":
        return None
    for child in head.token.children:
        if child.dep_ == "appos" and head.passage.token(child)[0] < head.end:
            found = speakers.covering(head.passage.token(child)[0])
            if found is not None and found[1].kind == "person":
                return Found(found[1].name, found[1], "apposition")
    if head.token.tag_ == "NN" and speakers.text[head.end : head.end + 2] == ", ":
        found = _at(speakers, head.end + 2)
        if found is not None and BEHIND_NAME.match(speakers.text, found[0].end, found[0].end + 6):
            return Found(found[1].name, found[1], "apposition")
    return None


def _at(speakers: Speakers, start: int) -> tuple[Mention, Actor] | None:
    """The person whose name begins at an offset."""
    found = speakers.covering(start)
    return found if found and found[0].start == start and found[1].kind == "person" else None


def _name(speakers: Speakers, head: Head) -> Found | None:
    """The mention is an actor's name or alias."""
    actor = speakers.names.get(folded(speakers.text[head.start : head.end]))
    return Found(actor.name, actor, "name") if actor else None


def _sort(speakers: Speakers, head: Head) -> Found | None:
    """A body with what it is behind its name: "the Dawn party"."""
    start, _ = head.passage.token(head.token)
    if head.token.lower_ not in SORTS or start == head.start:
        return None
    before = speakers.text[head.start : start].rstrip()
    known = speakers.covering(head.start + len(before) - 1)
    if known is not None and known[1].kind == "organization":
        return Found(known[1].name, known[1], "sort")
    actor = speakers.bracketed.get(without_article(before))
    return Found(actor.name, actor, "sort") if actor else None


def _role(speakers: Speakers, head: Head) -> Found | None:
    """ "the mayor", "its captain" or "Zenda's mayor" where one actor alone has that role."""
    text = speakers.text[head.start : head.end].lower()
    first, _, role = text.partition(" ")
    if first in OWNERS:
        return _holder(speakers, role) if role else None
    owned = OWNED.fullmatch(text)
    return _holder(speakers, owned.group(2), owned.group(1)) if owned else None


def _holder(speakers: Speakers, role: str, owner: str = "") -> Found | None:
    """The one person with a role; of several the one whose words name the owner too."""
    holders = [
        (actor, item)
        for actor in speakers.actors
        if actor.kind == "person"
        for item in actor.roles
        if f" {role} " in f" {item.text.lower()} "
    ]
    if owner:
        last = owner.split()[-1]
        holders = [
            (actor, item)
            for actor, item in holders
            if last in f"{item.text} {item.employer.text if item.employer else ''}".lower()
        ] or holders
    found = {actor.id: actor for actor, _ in holders}
    return Found(*next((actor.name, actor, "role") for actor in found.values())) if len(found) == 1 else None


def _short(speakers: Speakers, head: Head) -> Found | None:
    """A bare "the military" after "the Strelsau military": the last fuller phrase with the same head."""
    text = speakers.text[head.start : head.end].split()
    if len(text) != 2 or text[0].lower() != "the" or head.token.pos_ not in {"NOUN", "PROPN"}:
        return None
    phrases = speakers.fuller.get(head.token.lemma_.lower(), [])
    index = bisect_left(phrases, (head.start, 0))
    if not index:
        return None
    start, end = phrases[index - 1]
    earlier = speakers.head((start, end))
    known = _mention(speakers, earlier) if earlier else None
    if known is not None:
        return Found(known.name, known.actor, "short-name")
    return Found(without_article(speakers.text[start:end]), None, "short-name")


RULES: tuple[tuple[str, Rule], ...] = (
    ("document", _document),
    ("mention", _mention),
    ("named-last", _named_last),
    ("apposition", _apposition),
    ("name", _name),
    ("sort", _sort),
    ("role", _role),
    ("short-name", _short),
)
"""First come, first served; "document" must stay first."""


# ---------------------------------------------------------------- names


def named(text: str, mention: Span) -> Span:
    """The mention without what is only added to it: relative clauses, appositions, a verb, an owner's "s".

    >>> named("Jane Roe, who was late,", (0, 23))
    (0, 8)
    """
    start, end = mention
    verb = VERB_BEFORE.match(text, start, end)
    start = verb.end() if verb else start
    added = ADDED.search(text, start, end)
    kept = OWNER.sub("", text[start : added.start() if added else end].rstrip(LOOSE))
    return (start, start + len(kept)) if kept else mention


def folded(name: str) -> str:
    """A name for comparison: no case, no article, one kind of space.

    >>> folded("The  Courier")
    'courier'
    """
    return without_article(" ".join(name.split())).casefold()


def without_article(name: str) -> str:
    """The phrase without a leading article.

    >>> without_article("the Strelsau police")
    'Strelsau police'
    """
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ARTICLES else name
