"""The view of a brief: what may be shown of it, in the form that templates and the PDF print."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from generator.config import Settings
from generator.model import (
    Actor,
    Answer,
    Claim,
    ClaimKind,
    Cue,
    Dispute,
    Figure,
    Opposition,
    Question,
    Quote,
    Role,
    Source,
)
from generator.render.amounts import amount
from generator.render.dates import DateView, date_view
from generator.render.escape import safe_url
from generator.render.excerpts import excerpts
from generator.render.messages import Messages, messages_of
from generator.render.pieces import Pieces, bare
from generator.render.publish import Published
from generator.render.shapes import (
    ActorView,
    AnswerView,
    BriefView,
    ClaimView,
    DisputeView,
    EventView,
    FigureView,
    NoticeView,
    OppositionView,
    Places,
    QuoteView,
    RoleView,
    SideView,
    SourceView,
    VoiceView,
    Words,
)
from generator.render.spoken import quote_parts, ranges_of

QUESTIONS = get_args(Question)
ALWAYS_ASKED = frozenset({"who", "what", "when", "where"})
"""A page says of these that the article does not answer them; of why and how it keeps silent."""


def brief_view(
    published: Published, settings: Settings, places: Places | None = None, say: Messages | None = None
) -> BriefView:
    """The view of one published brief, in the words of `say`, which are those of the settings if nobody gives them."""
    return _Builder(published, settings, places or Places(), say or messages_of(settings)).view()


class _Builder(Pieces):
    def __init__(self, published: Published, settings: Settings, places: Places, say: Messages) -> None:
        super().__init__(published.brief, settings, places, say)
        self.published = published
        self._claims: dict[int, list[Claim]] = {}
        for claim in self.brief.claims:
            self._claims.setdefault(claim.paragraph, []).append(claim)

    def view(self) -> BriefView:
        brief = self.brief
        said = Counter(quote.speaker.actor for quote in brief.quotes if quote.speaker is not None)
        headline = self.words(brief.headline or brief.title)
        cut = brief.headline is not None and brief.headline.cut
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
            heading=headline.text + " …" * cut or self.say("brief.untitled", file=brief.seed.name),
            deck=self.words(None if self.opens_with_deck() else brief.deck),
            byline=self.words(brief.byline),
            dateline=self.words(brief.dateline),
            outlet=brief.outlet or "",
            url=safe_url(brief.url),
            published=date_view(brief.published, self.say),
            language=brief.language,
            lang=self.lang,
            summary=self.all_words(brief.summary),
            answers=self.answers(),
            figures=tuple(map(self.figure, brief.figures)),
            disputes=tuple(map(self.dispute, brief.disputes)),
            oppositions=tuple(map(self.opposition, brief.oppositions)),
            claims=tuple(self.claim(claim) for claim in brief.claims),
            actors=tuple(
                self.actor(actor, said[actor.id]) for actor in sorted(brief.actors, key=lambda actor: actor.rank)
            ),
            quotes=tuple(self.quote(quote, number) for number, quote in enumerate(brief.quotes, 1)),
            events=tuple(
                EventView(id=event.id, date=date_view(event.date, self.say), words=self.words(event))
                for event in brief.events
            ),
            sources=tuple(self.source(source) for source in brief.sources),
            credit=self.all_words(brief.credit),
            voices=tuple(
                VoiceView(name=voice.name, page=self.places.actors.get(voice.actor or "", ""), quotes=len(voice.quotes))
                for voice in brief.voices
            ),
            excerpts=excerpts(self.published),
            removed=self.all_words(brief.removed),
            warnings=tuple(NoticeView(code=notice.code, message=notice.message) for notice in brief.warnings),
            omitted=tuple(self.say(f"omitted.{kind}", n=count) for kind, count in self.published.omitted),
            share=round(100 * self.published.share),
            full=self.published.full,
        )

    def quote(self, quote: Quote, number: int) -> QuoteView:
        parts = quote_parts(self.brief.text, quote)
        claims = self._claims.get(quote.paragraph, ())
        marked = next((claim.kind for claim in claims if claim.start < quote.end and quote.start < claim.end), None)
        return QuoteView(
            id=quote.id,
            number=number,
            kind=quote.kind,
            wording=self.say(f"wording.{quote.kind}"),
            words=Words(
                text=quote.text,
                lang=self.lang,
                start=quote.start,
                end=quote.end,
                rule=quote.rule,
                paragraph=self.paragraph(quote.start),
                sure=self.sure(quote.confidence),
                score="" if quote.confidence is None else f"{quote.confidence:.2f}",
            ),
            parts=parts,
            ranges=ranges_of(parts),
            speaker=self.speaker(quote.speaker),
            via=self.words(quote.via),
            cue=self.words(quote.cue if _tells_more(quote.cue, marked) else None),
            construction=quote.construction,
            marked=self.say(f"claim.{marked}") if marked else "",
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
            question=self.say(f"question.{question}"),
            words=self.words(answer),
            page=self.places.actors.get(actor or "", ""),
            date=DateView() if told else date,
        )

    def figure(self, figure: Figure) -> FigureView:
        return FigureView(
            id=figure.id,
            words=self.words(figure),
            amount=amount(figure, self.say),
            unit=f"{figure.unit} ({figure.currency})" if figure.currency else figure.unit,
            speaker=self.speaker(figure.speaker),
        )

    def dispute(self, dispute: Dispute) -> DisputeView:
        figures = tuple(self.figure(self.brief.figures[index]) for index in dispute.figures)
        return DisputeView(unit=dispute.unit, figures=figures)

    def opposition(self, opposition: Opposition) -> OppositionView:
        sides = (
            SideView(words=self.words(side), denies=side.denies, speaker=self.speaker(side.speaker))
            for side in opposition.sides
        )
        return OppositionView(id=opposition.id, sides=tuple(sides))

    def claim(self, claim: Claim) -> ClaimView:
        return ClaimView(
            id=claim.id,
            kind=self.say(f"claim.{claim.kind}"),
            words=self.words(claim),
            marker=self.words(claim.marker),
            speaker=self.speaker(claim.speaker),
        )

    def actor(self, actor: Actor, quotes: int) -> ActorView:
        return ActorView(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            page=self.places.actors.get(actor.id, ""),
            aliases=actor.aliases,
            roles=tuple(RoleView(words=self.words(role), status=role_status(role)) for role in actor.roles),
            quotes=quotes,
            rank=actor.rank,
        )

    def source(self, source: Source) -> SourceView:
        return SourceView(
            name=source.name,
            kind=source.kind,
            role=source.role,
            place=source.place or "",
            country=self.say.country(source.country or ""),
            page=self.places.sources.get(source.name, ""),
            written=self.words(source),
            differs=bare(source.as_written) != bare(source.name),
        )


def _tells_more(cue: Cue | None, marked: ClaimKind | None) -> bool:
    """True for a cue that says more than "said", and that no mark of a claim says already."""
    return cue is not None and cue.kind != "say" and cue.text.lower() != marked


def role_status(role: Role) -> str:
    """The status of a role, unless its own words hold it: "former mayor" is not "former former mayor"."""
    said = role.text.lower().replace("-", " ").split()
    is_said = role.status in said or (role.status == "former" and not PAST.isdisjoint(said))
    return "" if role.status == "current" or is_said else role.status


PAST = frozenset({"deposed", "erstwhile", "ex", "onetime", "ousted", "retired"})
