"""What every part of a brief's page is made of: words of the article, where they stand, who says them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from generator.config import Settings
from generator.model import Brief, Slice, Speaker
from generator.render.anchors import Anchors
from generator.render.catalogues import wider
from generator.render.escape import safe_url
from generator.render.fragments import address_of
from generator.render.messages import Messages
from generator.render.shapes import Places, SpeakerView, Words

SURE = 0.8
"""From this confidence on a result is called sure."""


class Pieces:
    """Makes the smallest parts of one brief's view."""

    def __init__(self, brief: Brief, settings: Settings, places: Places, say: Messages) -> None:
        self.brief = brief
        self.say = say
        self.lang = "" if wider(brief.language)[-1] == wider(say.language)[-1] else brief.language
        self.unsure_below = settings.unsure_below
        self.places = places
        self.anchor = Anchors()
        self.url = safe_url(brief.url)
        self._starts = [paragraph.start for paragraph in brief.paragraphs]
        named = (
            ("title", (brief.title,)),
            ("deck", (brief.deck,)),
            ("byline", (brief.byline,)),
            ("credit", brief.credit),
        )
        self._around = sorted((piece.start, piece.end, name) for name, pieces in named for piece in pieces if piece)

    def words(self, piece: Slice | None) -> Words:
        if piece is None:
            return Words()
        return Words(
            text=piece.text,
            lang=self.lang,
            start=piece.start,
            end=piece.end,
            rule=piece.rule,
            paragraph=self.paragraph(piece.start),
            sure=self.sure(piece.confidence),
            score="" if piece.confidence is None else f"{piece.confidence:.2f}",
        )

    def line(self, piece: Slice | None, wanted: str) -> Words:
        """Words that a reader can link to; their id is the one wanted, if no other line has it."""
        if piece is None:
            return Words()
        words = self.words(piece)
        return msgspec.structs.replace(
            words,
            id=self.anchor(wanted),
            place="" if words.paragraph else self.say(f"place.{self.place(piece)}"),
            original=address_of(piece.text, self.url),
        )

    def lines(self, pieces: Iterable[Slice], prefix: str) -> tuple[Words, ...]:
        """Lines that are known by where they stand: "summary-12-80"."""
        return tuple(self.line(piece, f"{prefix}-{piece.start}-{piece.end}") for piece in pieces)

    def place(self, piece: Slice) -> str:
        """What a piece outside the paragraphs is part of."""
        index = bisect_right(self._around, (piece.start, len(self.brief.text), "")) - 1
        return self._around[index][2] if index >= 0 and piece.end <= self._around[index][1] else "outside"

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
            same=bare(speaker.text) == bare(name),
            written=self.words(speaker),
            actor=speaker.actor or "",
            page=self.places.actors.get(speaker.actor or "", ""),
            unsure=speaker.confidence is not None and speaker.confidence < self.unsure_below,
        )


def bare(name: str) -> str:
    """A name without its article, for comparing."""
    return " ".join(name.casefold().split()).removeprefix("the ")
