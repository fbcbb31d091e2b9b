"""Whose words a stretch of the article is: the innermost quote or reported clause around it."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from generator.attribution import Attribution, find_attributions
from generator.findings import find_findings
from generator.model import Actor, Article, Quote, Speaker
from generator.nlp import Passage, Reading
from generator.quotes.spans import touch
from generator.quotes.speakers import Speakers

#: Of these the quote around them knows who it is: "I think it's 20 boats," said the mayor.
_SELF = frozenset({"i", "it", "that", "there", "this", "we", "what", "which", "you"})
#: How many clauses that begin earlier are looked at: clauses nest a few levels deep, never dozens.
_REACH = 24


class _Scope(NamedTuple):
    start: int
    end: int
    quote: Quote | None
    attribution: Attribution | None


class Said:
    """The quotes and reported clauses of one article, found once for all that ask."""

    def __init__(
        self, article: Article, reading: Reading, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]
    ) -> None:
        self._text = article.text
        self._speakers = Speakers(article, reading, actors)
        self.attributions: dict[int, tuple[Attribution, ...]] = {
            passage.start: find_attributions(passage) for passage in reading.passages
        }
        scopes = [_Scope(span.start, span.end, quote, None) for quote in quotes for span in quote.spans]
        scopes += [_Scope(*item.content, None, item) for found in self.attributions.values() for item in found]
        findings = (item for passage in reading.passages for item in find_findings(passage))
        scopes += [_Scope(*item.content, None, item) for item in findings]
        self._scopes = sorted(scopes, key=lambda scope: (scope.start, -scope.end))
        self._starts = [scope.start for scope in self._scopes]

    def speaker(self, start: int, end: int, rule: str) -> Speaker | None:
        """Who says the words from `start` to `end`; None where it is the article itself."""
        last = bisect_right(self._starts, start)
        around = [scope for scope in self._scopes[max(0, last - _REACH) : last] if end <= scope.end]
        self_named: Attribution | None = None
        for scope in sorted(around, key=lambda scope: scope.end - scope.start):
            if scope.quote is not None and scope.quote.speaker is not None:
                return scope.quote.speaker
            attribution = scope.attribution
            if attribution is None or touch(attribution.source, (start, end)):
                continue
            words = self._text[slice(*attribution.source)].lower()
            if words not in _SELF:
                return self.resolve(attribution.source, rule)
            self_named = self_named or attribution
        return None if self_named is None else self.resolve(self_named.source, rule)

    def resolve(self, mention: tuple[int, int], rule: str) -> Speaker:
        """A mention as a speaker."""
        return self._speakers.resolve(mention, rule)

    def of(self, passage: Passage) -> tuple[Attribution, ...]:
        """The reported clauses of a passage of the body."""
        return self.attributions.get(passage.start, ())
