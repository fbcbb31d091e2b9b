"""A mention of a speaker -> the actor it stands for. Unresolved is allowed, and better than wrong."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from generator.attribution import noun_phrase
from generator.model import Actor, Article, Mention, Speaker
from generator.nlp import Passage, Reading
from generator.quotes.mentions import RULES, Found, Head, folded, named
from generator.quotes.pronouns import FEMALE, GENDERED, PRONOUNS, meant
from generator.quotes.spans import Span

if TYPE_CHECKING:
    from generator.nlp import Token

#: A short form in brackets.
BRACKETED = re.compile(r"\s\(([A-Z][A-Za-z0-9]{1,8})\)")
#: How many mentions between two offsets are looked at.
MAX_BETWEEN = 200


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
        self.by_id = {actor.id: actor for actor in actors}
        self.sexes: dict[str, str | None] = {}

    def resolve(
        self, mention: Span, rule: str, confidence: float | None = None, previous: Speaker | None = None
    ) -> Speaker:
        """The speaker at `mention`; `previous` is who spoke last before it."""
        start, end = mention = named(self.text, mention)
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
            return meant(self, head, previous)
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

    @cached_property
    def bracketed(self) -> dict[str, Actor]:
        """Short forms in brackets behind a name: "Ruritanian Miners' Front (RMF)"; the first of two alike."""
        table: dict[str, Actor] = {}
        for match in BRACKETED.finditer(self.text):
            known = self.covering(match.start() - 1)
            if known is not None:
                table.setdefault(match.group(1), known[1])
        return table

    # ------------------------------------------------------------ what the pronouns look at

    def mentions_before(self, offset: int, count: int) -> Iterator[tuple[Mention, Actor]]:
        """The last mentions before an offset, nearest first."""
        last = bisect_left(self._mention_starts, offset)
        return reversed(self.mentions[max(0, last - count) : last])

    def mentions_between(self, start: int, end: int) -> Iterator[tuple[Mention, Actor]]:
        """The mentions that begin between two offsets, the last ones of very many."""
        first, after = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return iter(self.mentions[max(first, after - MAX_BETWEEN) : after])

    def is_other(self, actor: Actor, pronoun: str) -> bool:
        """True for "he" if the actor was "she" before."""
        return pronoun in GENDERED and self._pronouns.get(actor.id, pronoun in FEMALE) != (pronoun in FEMALE)

    def sentences_between(self, offset: int, head: Head) -> int | None:
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


def _is_modified(token: Token) -> bool:
    """True for "the Strelsau police", false for "the police" and "the old police"."""
    return any(
        child.i < token.i
        and (child.dep_ in {"compound", "nmod"} or (child.dep_ == "amod" and child.text[:1].isupper()))
        for child in token.children
    )
