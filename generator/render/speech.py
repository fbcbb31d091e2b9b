"""Who says what, as a page prints it: quotes, figures and claims with their speakers."""

from __future__ import annotations

import msgspec

from generator.config import Settings
from generator.model import (
    Actor,
    Brief,
    Claim,
    ClaimKind,
    Cue,
    Dispute,
    Figure,
    Opposition,
    Quote,
    Role,
    Speaker,
)
from generator.render.amounts import amount
from generator.render.fragments import address_of
from generator.render.messages import Messages
from generator.render.pieces import Pieces
from generator.render.shapes import (
    ClaimView,
    DisputeView,
    FigureView,
    OppositionView,
    Places,
    QuoteView,
    RoleView,
    SideView,
    SpeakerView,
    Words,
)
from generator.render.spoken import quote_parts, ranges_of


class Speech(Pieces):
    """Makes the parts of one brief's view that have a speaker."""

    def __init__(self, brief: Brief, settings: Settings, places: Places, say: Messages) -> None:
        super().__init__(brief, settings, places, say)
        self.roles = {actor.id: self.roles_of(actor) for actor in sorted(brief.actors, key=lambda actor: actor.rank)}
        self._claims: dict[int, list[Claim]] = {}
        for claim in brief.claims:
            self._claims.setdefault(claim.paragraph, []).append(claim)

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
                id=self.anchor(quote.id),
                original=address_of(quote.text, self.url),
            ),
            parts=parts,
            ranges=ranges_of(parts),
            speaker=self.with_role(quote.speaker),
            via=self.words(quote.via),
            cue=self.words(quote.cue if _tells_more(quote.cue, marked) else None),
            construction=quote.construction,
            marked=self.say(f"claim.{marked}") if marked else "",
        )

    def with_role(self, speaker: Speaker | None) -> SpeakerView:
        """A speaker with the first role that the article gives, unless the words as written hold it."""
        view = self.speaker(speaker)
        role = next(iter(self.roles.get(view.actor, ())), None)
        if role is None or view.unsure or _holds(view.written.text, role.words.text):
            return view
        return msgspec.structs.replace(view, role=role.words, status=role.status)

    def roles_of(self, actor: Actor) -> tuple[RoleView, ...]:
        lines = zip(actor.roles, self.lines(actor.roles, "role"), strict=True)
        return tuple(RoleView(words=words, status=role_status(role)) for role, words in lines)

    def figure(self, figure: Figure, prefix: str = "") -> FigureView:
        return FigureView(
            id=figure.id,
            words=self.line(figure, prefix + figure.id),
            amount=amount(figure, self.say),
            unit=f"{figure.unit} ({figure.currency})" if figure.currency else figure.unit,
            speaker=self.speaker(figure.speaker),
        )

    def dispute(self, dispute: Dispute) -> DisputeView:
        figures = tuple(self.figure(self.brief.figures[index], "disputed-") for index in dispute.figures)
        return DisputeView(unit=dispute.unit, figures=figures)

    def opposition(self, opposition: Opposition) -> OppositionView:
        sides = (
            SideView(
                words=self.line(side, f"{opposition.id}-{number}"),
                denies=side.denies,
                speaker=self.speaker(side.speaker),
            )
            for number, side in enumerate(opposition.sides, 1)
        )
        return OppositionView(id=opposition.id, sides=tuple(sides))

    def claim(self, claim: Claim) -> ClaimView:
        return ClaimView(
            id=claim.id,
            kind=self.say(f"claim.{claim.kind}"),
            words=self.line(claim, claim.id),
            marker=self.words(claim.marker),
            speaker=self.speaker(claim.speaker),
        )


def _holds(written: str, role: str) -> bool:
    """True for "the Interior Minister" and "Interior Minister": who is called so needs no role beside it."""
    return role.casefold() in written.casefold()


def _tells_more(cue: Cue | None, marked: ClaimKind | None) -> bool:
    """True for a cue that says more than "said", and that no mark of a claim says already."""
    return cue is not None and cue.kind != "say" and cue.text.lower() != marked


def role_status(role: Role) -> str:
    """The status of a role, unless its own words hold it: "former mayor" is not "former former mayor"."""
    said = role.text.lower().replace("-", " ").split()
    is_said = role.status in said or (role.status == "former" and not PAST.isdisjoint(said))
    return "" if role.status == "current" or is_said else role.status


PAST = frozenset({"deposed", "erstwhile", "ex", "onetime", "ousted", "retired"})
