"""The view of a brief: what may be shown of it, in the form that templates and the PDF print."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from generator.actors.countries import country_names
from generator.config import Settings
from generator.model import Actor, Brief, Claim, Cue, Dispute, Figure, Quote, Role, Slice, Source, Speaker
from generator.render.dates import date_view
from generator.render.escape import safe_url
from generator.render.excerpts import excerpts
from generator.render.publish import Published
from generator.render.shapes import (
    ActorView,
    BriefView,
    ClaimView,
    DisputeView,
    EventView,
    FigureView,
    NoticeView,
    Places,
    QuoteView,
    RoleView,
    SourceView,
    SpeakerView,
    VoiceView,
    Words,
)
from generator.render.spoken import quote_parts, ranges_of

WORDING = {"direct": "word for word", "mixed": "partly quoted", "indirect": "reported"}
CLAIMS = {
    "without_evidence": "without evidence",
    "unverified": "unverified",
    "alleged": "alleged",
    "denied": "denied",
    "unclear": "unclear",
}
OMITTED = {
    "summary": ("summary sentence", "summary sentences"),
    "quotes": ("quote", "quotes"),
    "figures": ("figure", "figures"),
    "claims": ("claim", "claims"),
    "roles": ("role", "roles"),
    "events": ("dated line", "dated lines"),
    "removed": ("long removed passage", "long removed passages"),
}
SURE = 0.8
"""From this confidence on a result is called sure."""


def brief_view(published: Published, settings: Settings, places: Places | None = None) -> BriefView:
    """The view of one published brief."""
    return _Builder(published, settings, places or Places()).view()


class _Builder:
    def __init__(self, published: Published, settings: Settings, places: Places) -> None:
        self.published = published
        self.brief: Brief = published.brief
        self.unsure_below = settings.unsure_below
        self.places = places
        self._starts = [paragraph.start for paragraph in self.brief.paragraphs]
        self._claims: dict[int, list[Claim]] = {}
        for claim in self.brief.claims:
            self._claims.setdefault(claim.paragraph, []).append(claim)

    def view(self) -> BriefView:
        brief = self.brief
        said = Counter(quote.speaker.actor for quote in brief.quotes if quote.speaker is not None)
        title = self.words(brief.title)
        slug = self.places.slug or brief.id
        return BriefView(
            id=brief.id,
            slug=slug,
            page=f"briefs/{slug}/",
            schema_version=brief.schema_version,
            seed_name=brief.seed.name,
            seed_sha256=brief.seed.sha256,
            text_sha256=brief.text_sha256,
            title=title,
            heading=title.text or f"Untitled article ({brief.seed.name})",
            deck=self.words(brief.deck),
            byline=self.words(brief.byline),
            dateline=self.words(brief.dateline),
            outlet=brief.outlet or "",
            url=safe_url(brief.url),
            published=date_view(brief.published),
            language=brief.language,
            summary=self.all_words(brief.summary),
            disputes=tuple(self.dispute(dispute) for dispute in brief.disputes),
            claims=tuple(self.claim(claim) for claim in brief.claims),
            actors=tuple(
                self.actor(actor, said[actor.id]) for actor in sorted(brief.actors, key=lambda actor: actor.rank)
            ),
            quotes=tuple(self.quote(quote, number) for number, quote in enumerate(brief.quotes, 1)),
            events=tuple(
                EventView(id=event.id, date=date_view(event.date), words=self.words(event)) for event in brief.events
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
            omitted=tuple(_count(count, *OMITTED[kind]) for kind, count in self.published.omitted),
            share=round(100 * self.published.share),
            full=self.published.full,
        )

    def words(self, piece: Slice | None) -> Words:
        if piece is None:
            return Words()
        return Words(
            text=piece.text,
            start=piece.start,
            end=piece.end,
            rule=piece.rule,
            paragraph=self.paragraph(piece.start),
            sure=self.sure(piece.confidence),
            score="" if piece.confidence is None else f"{piece.confidence:.2f}",
        )

    def all_words(self, pieces: Iterable[Slice]) -> tuple[Words, ...]:
        return tuple(self.words(piece) for piece in pieces)

    def sure(self, confidence: float | None) -> str:
        if confidence is None:
            return ""
        if confidence < self.unsure_below:
            return "unsure"
        return "sure" if confidence >= SURE else "likely"

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph at an offset, 0 outside the body."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.brief.paragraphs[index].end:
            return 0
        return self.brief.paragraphs[index].number

    def speaker(self, speaker: Speaker | None) -> SpeakerView:
        if speaker is None:
            return SpeakerView()
        name = self.places.names.get(speaker.actor or "", speaker.name)
        return SpeakerView(
            name=name,
            same=_bare(speaker.text) == _bare(name),
            written=self.words(speaker),
            actor=speaker.actor or "",
            page=self.places.actors.get(speaker.actor or "", ""),
            unsure=speaker.confidence is not None and speaker.confidence < self.unsure_below,
        )

    def quote(self, quote: Quote, number: int) -> QuoteView:
        parts = quote_parts(self.brief.text, quote)
        claims = self._claims.get(quote.paragraph, ())
        marked = next(
            (CLAIMS[claim.kind] for claim in claims if claim.start < quote.end and quote.start < claim.end), ""
        )
        return QuoteView(
            id=quote.id,
            number=number,
            kind=quote.kind,
            wording=WORDING[quote.kind],
            words=Words(
                text=quote.text,
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
            marked=marked,
        )

    def figure(self, figure: Figure) -> FigureView:
        return FigureView(words=self.words(figure), unit=figure.unit, speaker=self.speaker(figure.speaker))

    def dispute(self, dispute: Dispute) -> DisputeView:
        figures = tuple(self.figure(self.brief.figures[index]) for index in dispute.figures)
        return DisputeView(unit=dispute.unit, figures=figures)

    def claim(self, claim: Claim) -> ClaimView:
        return ClaimView(
            id=claim.id,
            kind=CLAIMS[claim.kind],
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
            role=source.role.replace("_", " "),
            place=source.place or "",
            country=country_names().get(source.country or "", ""),
            page=self.places.sources.get(source.name, ""),
            written=self.words(source),
            differs=_bare(source.as_written) != _bare(source.name),
        )


def _tells_more(cue: Cue | None, marked: str) -> bool:
    """True for a cue that says more than "said", and that no mark of a claim says already."""
    return cue is not None and cue.kind != "say" and cue.text.lower() != marked


def role_status(role: Role) -> str:
    """The status of a role, unless its own words hold it: "former mayor" is not "former former mayor"."""
    said = role.text.lower().replace("-", " ").split()
    is_said = role.status in said or (role.status == "former" and not PAST.isdisjoint(said))
    return "" if role.status == "current" or is_said else role.status


PAST = frozenset({"deposed", "erstwhile", "ex", "onetime", "ousted", "retired"})


def _bare(name: str) -> str:
    """A name without its article, for comparing."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def _count(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
