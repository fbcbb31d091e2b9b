"""Who says what: quotes, claims, and what is disputed."""

from __future__ import annotations

from generator.render.shapes.words import Part, View, Words


class SpeakerView(View, frozen=True, kw_only=True):
    """Who says something."""

    name: str = ""
    """Name of the dossier, or the words as written; empty if not stated."""
    written: Words = Words()
    actor: str = ""
    """Actor.id in this brief."""
    page: str = ""
    """Path of the actor's page from the top of the site, "actors/mira-voss/"; empty if there is none."""
    unsure: bool = False
    same: bool = True
    """True if the words as written are the name ("the Health Ministry")."""
    role: Words = Words()
    """What the article says the speaker of a quote is; empty where the words as written hold it."""
    status: str = ""
    """Of the role: "former" or "late"; empty for a current one."""


class QuoteView(View, frozen=True, kw_only=True):
    id: str
    number: int
    """1-based, in the order of the article."""
    kind: str
    wording: str
    words: Words
    parts: tuple[Part, ...]
    """said, told, mark and cut, in order: to print them one after the other gives the quote."""
    ranges: tuple[tuple[int, int], ...]
    """Start and end of each run of `parts` without a cut."""
    speaker: SpeakerView
    via: Words
    cue: Words
    """The word that reports the quote where it does more than say: "denied", "warned"."""
    construction: str
    """In which order the parts stand: "content, cue, name"."""
    marked: str
    """What the article says about the same words: "without evidence", ...; empty if nothing."""


class FigureView(View, frozen=True, kw_only=True):
    id: str
    words: Words
    amount: str
    """The number or its bounds, in figures: "15", "80 or more", "2 to 3 million"."""
    unit: str
    """What is counted, with the currency: "missile", "dollar (USD)"."""
    speaker: SpeakerView


class DisputeView(View, frozen=True, kw_only=True):
    unit: str
    figures: tuple[FigureView, ...]


class SideView(View, frozen=True, kw_only=True):
    """One side of an opposition."""

    words: Words
    denies: bool
    speaker: SpeakerView


class OppositionView(View, frozen=True, kw_only=True):
    """What one speaker says and another denies."""

    id: str
    sides: tuple[SideView, ...]


class ClaimView(View, frozen=True, kw_only=True):
    id: str
    kind: str
    """In words: "without evidence", "unverified", ..."""
    words: Words
    marker: Words
    speaker: SpeakerView
