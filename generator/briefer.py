"""The stages in order: one article -> Brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.actors import find_actors
from generator.claims import find_claims
from generator.config import Settings
from generator.credit import find_sources, find_unnamed
from generator.credit.agencies import register_of
from generator.deadline import within
from generator.disputes import find_disputes, with_frames
from generator.events import find_events
from generator.figures import find_figures
from generator.identity import text_hash
from generator.model import Article, Brief, Quote, Seed, Voice
from generator.nlp import Pipeline, Reading, cut_short
from generator.oppositions import find_oppositions
from generator.parse import parse
from generator.questions import find_answers
from generator.quotes import QuoteFinder
from generator.quotes.mentions import folded
from generator.read import read, seed_of
from generator.said import Said
from generator.summary import find_headline, summarise


class Briefer:
    """Makes briefs; the models load at the first one.

    >>> brief = Briefer().brief(text)  # doctest: +SKIP
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._pipeline = Pipeline()
        self._quotes = QuoteFinder(self.settings)

    @property
    def notice(self) -> str | None:
        """One line for the user, such as the install line of a missing model; None if all is well."""
        return self._quotes.notice

    def brief(self, text: str) -> Brief:
        """Briefs one text; `brief.text == text`, nothing is repaired. Raises SeedError where it holds no article."""
        return self.brief_seed(seed_of(text))

    def brief_file(self, path: str | Path) -> Brief:
        """Briefs one file of any supported format; `brief.text` is what was decoded or extracted. Raises SeedError."""
        return self.brief_seed(read(Path(path), self.settings))

    def brief_many(self, texts: Iterable[str]) -> Iterator[Brief]:
        """Briefs texts in order."""
        for text in texts:
            yield self.brief(text)

    def brief_seed(self, seed: Seed) -> Brief:
        """Briefs a seed that was read before."""
        with within(self.settings.reading_seconds, seed.name):
            article = parse(seed, self.settings)
        return self._assemble(article, self._pipeline.read(article))

    def _assemble(self, article: Article, reading: Reading) -> Brief:
        actors = find_actors(article, reading, self.settings)
        quotes = self._quotes.find(article, reading, actors)
        said = Said(article, reading, actors, quotes)
        figures = with_frames(reading, find_figures(article, reading, said))
        summary = summarise(article, reading, actors, self.settings)
        register = register_of(self.settings.agencies)
        return Brief(
            id=_brief_id(article),
            seed=article.seed,
            text=article.text,
            text_sha256=text_hash(article.text),
            title=article.title,
            deck=article.deck,
            byline=article.byline,
            dateline=article.dateline,
            outlet=article.outlet,
            url=article.url,
            published=article.published,
            published_from=article.published_from,
            language=article.language,
            paragraphs=article.paragraphs,
            credit=article.credit,
            removed=article.removed,
            headline=find_headline(article, reading, summary),
            summary=summary,
            actors=actors,
            quotes=quotes,
            sources=find_sources(article, register),
            unnamed_sources=find_unnamed(article, register),
            voices=_voices(quotes),
            figures=figures,
            disputes=find_disputes(reading, figures),
            oppositions=find_oppositions(article, reading, said),
            claims=find_claims(article, reading, said),
            events=find_events(article, reading, self.settings),
            answers=find_answers(article, reading, actors, self.settings),
            warnings=(*article.warnings, *cut_short(article)),
        )


def _brief_id(article: Article) -> str:
    """Equal seeds (name and bytes) have equal ids; 12 hex digits."""
    return text_hash(f"{article.seed.name}\n{article.seed.sha256}")[:12]


def _voices(quotes: tuple[Quote, ...]) -> tuple[Voice, ...]:
    """Who is cited, in the order of their first quote; "The lawyers" and "the lawyers" are one voice."""
    cited: dict[str, list[Quote]] = {}
    for quote in quotes:
        if quote.speaker is not None:
            key = quote.speaker.actor or f" {folded(quote.speaker.name)}"
            cited.setdefault(key, []).append(quote)
    return tuple(
        Voice(name=said[0].speaker.name, actor=said[0].speaker.actor, quotes=tuple(quote.id for quote in said))
        for said in cited.values()
        if said[0].speaker is not None
    )
