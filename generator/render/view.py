"""The view of a brief: what may be shown of it, in the form that templates and the PDF print."""

from __future__ import annotations

from typing import get_args
from urllib.parse import urlsplit

from generator.config import Settings
from generator.model import (
    Actor,
    Answer,
    Question,
    Source,
)
from generator.render.dates import DateView, date_view
from generator.render.escape import line, safe_url
from generator.render.excerpts import excerpts
from generator.render.messages import Messages, messages_of
from generator.render.pieces import bare
from generator.render.publish import Published
from generator.render.shapes import (
    ActorView,
    AnswerView,
    BriefView,
    EventView,
    NoticeView,
    Places,
    SourceView,
    VoiceView,
)
from generator.render.speech import Speech

QUESTIONS = get_args(Question)
ALWAYS_ASKED = frozenset({"who", "what", "when", "where"})
"""A page says of these that the article does not answer them; of why and how it keeps silent."""


def brief_view(
    published: Published, settings: Settings, places: Places | None = None, say: Messages | None = None
) -> BriefView:
    """The view of one published brief, in the words of `say`, which are those of the settings if nobody gives them."""
    return _Builder(published, settings, places or Places(), say or messages_of(settings)).view()


class _Builder(Speech):
    def __init__(self, published: Published, settings: Settings, places: Places, say: Messages) -> None:
        super().__init__(published.brief, settings, places, say)
        self.published = published
        self.said: dict[str | None, list[str]] = {}

    def view(self) -> BriefView:
        brief = self.brief
        for quote in brief.quotes:
            if quote.speaker is not None:
                self.said.setdefault(quote.speaker.actor, []).append(quote.id)
        headline = self.words(brief.headline or brief.title)
        cut = brief.headline is not None and brief.headline.cut
        heading = headline.text + " …" * cut or self.say("brief.untitled", file=brief.seed.name)
        published = date_view(brief.published, self.say)
        slug = self.places.slug or brief.id
        return BriefView(
            id=brief.id,
            slug=slug,
            page=f"briefs/{slug}/",
            schema_version=brief.schema_version,
            seed_name=brief.seed.name,
            seed_sha256=brief.seed.sha256,
            text_sha256=brief.text_sha256,
            title=self.words(brief.title),
            headline=headline,
            cut=cut,
            heading=heading,
            deck=self.words(None if self.opens_with_deck() else brief.deck),
            byline=self.words(brief.byline),
            dateline=self.words(brief.dateline),
            outlet=brief.outlet or "",
            url=self.url,
            published=published,
            language=brief.language,
            lang=self.lang,
            summary=self.lines(brief.summary, "summary"),
            answers=self.answers(),
            figures=tuple(self.figure(figure) for figure in brief.figures),
            disputes=tuple(map(self.dispute, brief.disputes)),
            oppositions=tuple(map(self.opposition, brief.oppositions)),
            claims=tuple(self.claim(claim) for claim in brief.claims),
            actors=tuple(self.actor(actor) for actor in sorted(brief.actors, key=lambda actor: actor.rank)),
            quotes=tuple(self.quote(quote, number) for number, quote in enumerate(brief.quotes, 1)),
            events=tuple(
                EventView(id=event.id, date=date_view(event.date, self.say), words=self.line(event, event.id))
                for event in brief.events
            ),
            sources=tuple(self.source(source) for source in brief.sources),
            credit=self.lines(brief.credit, "credit"),
            voices=tuple(
                VoiceView(name=voice.name, page=self.places.actors.get(voice.actor or "", ""), quotes=len(voice.quotes))
                for voice in brief.voices
            ),
            excerpts=excerpts(self.published, self.places.actors),
            removed=self.all_words(brief.removed),
            warnings=tuple(NoticeView(code=notice.code, message=notice.message) for notice in brief.warnings),
            omitted=tuple(self.say(f"omitted.{kind}", n=count) for kind, count in self.published.omitted),
            share=round(100 * self.published.share),
            full=self.published.full,
            citation=", ".join(filter(None, (headline.text and f"“{line(heading)}”", brief.outlet, published.long))),
        )

    def opens_with_deck(self) -> bool:
        """True where the deck is the first line of the summary: it need not stand twice."""
        deck, first = self.brief.deck, next(iter(self.brief.summary), None)
        return deck is not None and first is not None and (deck.start, deck.end) == (first.start, first.end)

    def answers(self) -> tuple[AnswerView, ...]:
        found = {answer.question: answer for answer in self.brief.answers}
        asked = [question for question in QUESTIONS if question in ALWAYS_ASKED or question in found]
        return tuple(self.answer(question, found.get(question)) for question in asked) if found else ()

    def answer(self, question: str, answer: Answer | None) -> AnswerView:
        actor, date = (answer.actor, date_view(answer.date, self.say)) if answer is not None else (None, DateView())
        told = answer is None or not date.year or date.year in answer.text
        return AnswerView(
            key=question,
            question=self.say(f"question.{question}"),
            words=self.line(answer, f"{question}-{answer.start}-{answer.end}" if answer else ""),
            page=self.places.actors.get(actor or "", ""),
            date=DateView() if told else date,
        )

    def actor(self, actor: Actor) -> ActorView:
        quotes = self.said.get(actor.id, [])
        return ActorView(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            page=self.places.actors.get(actor.id, ""),
            aliases=actor.aliases,
            roles=self.roles[actor.id],
            quotes=len(quotes),
            first_quote=quotes[0] if quotes else "",
            rank=actor.rank,
        )

    def source(self, source: Source) -> SourceView:
        link = safe_url(source.home)
        return SourceView(
            name=source.name,
            kind=source.kind,
            role=source.role,
            place=source.place or "",
            country=self.say.country(source.country or ""),
            page=self.places.sources.get(source.name, ""),
            link=link,
            host=(urlsplit(link).hostname or "").removeprefix("www."),
            written=self.line(source, f"source-{source.start}-{source.end}"),
            differs=bare(source.as_written) != bare(source.name),
        )
