"""A mention of a speaker -> the actor it stands for. Unresolved is allowed, and better than wrong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.attribution import noun_phrase
from generator.cues import DOCUMENTS
from generator.model import Actor, ActorKind, Article, Mention, Speaker
from generator.nlp import Passage, Reading

if TYPE_CHECKING:
    from generator.nlp import Token

Span = tuple[int, int]

#: Which kinds of actors a pronoun can stand for.
PRONOUNS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("he", "she", "him", "her", "his"), frozenset[ActorKind]({"person"})),
    "it": frozenset({"organization"}),
    "they": frozenset({"organization"}),
}
#: Pronouns right on the 20 articles of bench/actors/gum-news.jsonl, subjects outside marks: 25 of 28 that the actors'
#: stage resolved, 14 of 30 that were guessed here.
READ, GUESSED = 0.89, 0.47
#: How far back a pronoun is followed, in sentences; "it" and "they" must be near.
REACH = {"he": 8, "she": 8, "him": 8, "her": 8, "his": 8, "it": 2, "they": 2}
#: How many earlier names are weighed for one pronoun.
MAX_CANDIDATES = 40
TITLES = {"he": {"mr", "sir", "king", "prince"}, "she": {"mrs", "ms", "miss", "lady", "queen", "princess"}}
FEMALE = frozenset({"she", "her"})
GENDERED = FEMALE | {"he", "him", "his"}
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


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


class Speakers:
    """Resolves the speakers of one article; looks at each mention of an actor once, whatever the number of quotes."""

    def __init__(self, article: Article, reading: Reading, actors: tuple[Actor, ...]) -> None:
        self.text = article.text
        self.passages = reading.passages
        self.actors = actors
        self._passage_starts = [passage.start for passage in reading.passages]
        mentions = [(mention, actor) for actor in actors for mention in actor.mentions]
        self.mentions: list[tuple[Mention, Actor]] = sorted(mentions, key=lambda item: (item[0].start, -item[0].end))
        self._mention_starts = [mention.start for mention, _ in self.mentions]
        self._sentence_starts: dict[int, list[int]] = {}
        self._pronouns: dict[str, bool] = {}

    def resolve(
        self, mention: Span, rule: str, confidence: float | None = None, previous: Speaker | None = None
    ) -> Speaker:
        """The speaker at `mention`; `previous` is who spoke last before it."""
        start, end = mention
        text = self.text[start:end]
        found = self._find(mention, previous)
        if found and found.actor and text.lower() in ("he", "she"):
            self._pronouns.setdefault(found.actor.id, text.lower() in FEMALE)
        return Speaker(
            start=start,
            end=end,
            text=text,
            rule=f"{rule}/{found.rule}" if found else rule,
            confidence=confidence if confidence is None or found is None else confidence * found.worth,
            name=found.name if found else text,
            actor=found.actor.id if found and found.actor else None,
        )

    def _find(self, mention: Span, previous: Speaker | None) -> Found | None:
        head = self.head(mention)
        if head is None:
            return None
        if head.token.lower_ in PRONOUNS and head.token.pos_ == "PRON":
            return self._pronoun(head, previous)
        for _, rule in RULES:
            found = rule(self, head)
            if found is not None:
                return found
        return None

    # ------------------------------------------------------------ what the rules look at

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds an offset."""
        index = bisect_right(self._passage_starts, offset) - 1
        if index < 0 or offset >= self.passages[index].end:
            return None
        return self.passages[index]

    def head(self, mention: Span) -> Head | None:
        """The head word of a mention; None where it lies in no passage."""
        passage = self.passage_at(mention[0])
        if passage is None:
            return None
        tokens = passage.doc.char_span(
            mention[0] - passage.start, min(mention[1], passage.end) - passage.start, alignment_mode="expand"
        )
        if tokens is None or not len(tokens):
            return None
        return Head(tokens.root, *mention, passage)

    def covering(self, offset: int) -> tuple[Mention, Actor] | None:
        """The longest mention of an actor over an offset."""
        index = bisect_right(self._mention_starts, offset) - 1
        best: tuple[Mention, Actor] | None = None
        for mention, actor in reversed(self.mentions[max(0, index - 3) : index + 1]):
            if mention.start <= offset < mention.end and (best is None or mention.start < best[0].start):
                best = mention, actor
        return best

    @cached_property
    def names(self) -> dict[str, Actor | None]:
        """Names and aliases, folded; None for a name of two actors."""
        table: dict[str, Actor | None] = {}
        for actor in self.actors:
            for name in sorted({folded(name) for name in (actor.name, *actor.aliases)}):
                table[name] = actor if table.get(name, actor) is actor else None
        return table

    @cached_property
    def fuller(self) -> dict[str, list[Span]]:
        """Noun phrases with an adjective or a name before their head, by the head's lemma, in text order."""
        table: dict[str, list[Span]] = {}
        for passage in self.passages:
            for token in passage.doc:
                if token.pos_ in {"NOUN", "PROPN"} and _is_modified(token):
                    first, after = noun_phrase(token)
                    tokens = passage.doc[first : min(after, token.i + 1)]
                    table.setdefault(token.lemma_.lower(), []).append(passage.span(tokens))
        return table

    # ------------------------------------------------------------ pronouns

    def _pronoun(self, head: Head, previous: Speaker | None) -> Found | None:
        """The nearest earlier name that fits by kind, title, place in its sentence, and by who spoke last."""
        known = self.covering(head.start)
        word = head.token.lower_
        if known is not None and known[0].kind == "pronoun" and not self._is_other(known[1], word):
            return Found(known[1].name, known[1], "pronoun", READ)
        last = bisect_left(self._mention_starts, head.start)
        best: tuple[float, Actor] | None = None
        for mention, actor in reversed(self.mentions[max(0, last - MAX_CANDIDATES) : last]):
            if actor.kind not in PRONOUNS[word] or mention.kind == "pronoun" or not self._fits(mention, word):
                continue
            if self._is_other(actor, word):
                continue
            distance = self._sentences_between(mention.start, head)
            if distance is None or distance > REACH[word]:
                break
            named = self.head((mention.start, mention.end))
            subject = named is not None and named.token.dep_ in SUBJECTS
            spoke = previous is not None and previous.actor == actor.id
            weight = 1.5 * subject + 1.5 * spoke - distance
            if word in {"it", "they"} and not (subject or spoke):
                continue
            if best is None or weight > best[0]:
                best = weight, actor
        return Found(best[1].name, best[1], "pronoun", GUESSED) if best else None

    def _is_other(self, actor: Actor, pronoun: str) -> bool:
        """True for "he" if the actor was "she" before."""
        return pronoun in GENDERED and self._pronouns.get(actor.id, pronoun in FEMALE) != (pronoun in FEMALE)

    def _fits(self, mention: Mention, pronoun: str) -> bool:
        """False if the title before the name is of the other sex: "Mrs. Roe" is no "he"."""
        before = self.text[max(0, mention.start - 12) : mention.start].split()
        titles = {before[-1].rstrip(".").lower()} if before else set()
        titles.add(self.text[mention.start : mention.end].split(maxsplit=1)[0].rstrip(".").lower())
        wrong = TITLES["he"] if pronoun in FEMALE else TITLES["she"]
        return not titles & wrong

    def _sentences_between(self, offset: int, head: Head) -> int | None:
        """How many sentences lie between an earlier offset and a pronoun; a new paragraph counts as one more."""
        passage = self.passage_at(offset)
        if passage is None:
            return None
        if passage is head.passage:
            return self._ordinal(head.passage, head.start) - self._ordinal(passage, offset)
        paragraphs = head.passage.number - passage.number
        return self._ordinal(head.passage, head.start) + 1 + 2 * (paragraphs - 1) if paragraphs > 0 else None

    def _ordinal(self, passage: Passage, offset: int) -> int:
        starts = self._sentence_starts.get(passage.start)
        if starts is None:
            starts = [passage.start + sentence.start_char for sentence in passage.doc.sents]
            self._sentence_starts[passage.start] = starts
        return bisect_right(starts, offset)


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


def _apposition(speakers: Speakers, head: Head) -> Found | None:
    """A name in apposition to a noun: "its leader, Jane Roe"."""
    if head.token.pos_ != "NOUN":
        return None
    for child in head.token.children:
        if child.dep_ == "appos" and head.passage.token(child)[0] < head.end:
            found = speakers.covering(head.passage.token(child)[0])
            if found is not None and found[1].kind == "person":
                return Found(found[1].name, found[1], "apposition")
    return None


def _name(speakers: Speakers, head: Head) -> Found | None:
    """The mention is an actor's name or alias."""
    actor = speakers.names.get(folded(speakers.text[head.start : head.end]))
    return Found(actor.name, actor, "name") if actor else None


def _short(speakers: Speakers, head: Head) -> Found | None:
    """A bare "the military" after "the Strelsau military": the last fuller phrase with the same head."""
    words = speakers.text[head.start : head.end].split()
    if len(words) != 2 or words[0].lower() != "the" or head.token.pos_ not in {"NOUN", "PROPN"}:
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


def _role(speakers: Speakers, head: Head) -> Found | None:
    """ "the mayor" where one actor alone has that role."""
    words = speakers.text[head.start : head.end].lower().split()
    if len(words) < 2 or words[0] != "the":
        return None
    role = " ".join(words[1:])
    holders = [
        actor
        for actor in speakers.actors
        if actor.kind == "person" and any(f" {role} " in f" {item.text.lower()} " for item in actor.roles)
    ]
    return Found(holders[0].name, holders[0], "role") if len(holders) == 1 else None


Rule = Callable[[Speakers, Head], Found | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("document", _document),
    ("mention", _mention),
    ("apposition", _apposition),
    ("name", _name),
    ("role", _role),
    ("short-name", _short),
)
"""First come, first served; "document" must stay first."""


def resolve(
    mention: Span,
    article: Article,
    reading: Reading,
    actors: tuple[Actor, ...],
    rule: str,
    previous: Speaker | None = None,
) -> Speaker:
    """The speaker at `mention`, for a single question; for many of one article keep a `Speakers`."""
    return Speakers(article, reading, actors).resolve(mention, rule, previous=previous)


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


def _is_modified(token: Token) -> bool:
    """True for "the Strelsau police", false for "the police" and "the old police"."""
    return any(
        child.i < token.i
        and (child.dep_ in {"compound", "nmod"} or (child.dep_ == "amod" and child.text[:1].isupper()))
        for child in token.children
    )
