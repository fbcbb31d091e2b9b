"""A brief on a terminal: what `brief show` prints.

Texts of seeds go through `escape.terminal` and into `rich.text.Text`, never into rich's markup.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper

import msgspec
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from generator.config import Settings
from generator.model import Brief
from generator.render.dates import DateView
from generator.render.escape import terminal
from generator.render.publish import publish
from generator.render.shapes import (
    ActorView,
    AnswerView,
    BriefView,
    ClaimView,
    DisputeView,
    EventView,
    FigureView,
    OppositionView,
    QuoteView,
    SourceView,
    SpeakerView,
    Words,
)
from generator.render.view import brief_view

WIDTH = 100
"""Columns at most; a pipe always has as many."""
SOFT = "dim"
CARE = "yellow"
CUT = 200
"""Code points of a removed line that are printed."""


def show(
    brief: Brief, console: Console | None = None, *, explain: bool = False, settings: Settings | None = None
) -> None:
    """Prints a brief; `explain` adds the removed lines, and the rule and confidence behind each line."""
    if console is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a terminal may lack “ and ¶
        console = Console(width=None if sys.stdout.isatty() else WIDTH)
    whole = msgspec.structs.replace(
        settings or Settings(), publish_text="full", labels="en", messages={}
    )  # a reader's own terminal publishes nothing
    page = _Page(brief_view(publish(brief, whole), whole), explain)
    for part in page.parts():
        console.print(part, width=min(console.width, WIDTH), highlight=False)


class _Page:
    """The parts of the output, in the order of the site's page."""

    def __init__(self, brief: BriefView, explain: bool) -> None:
        self.brief, self.explain = brief, explain

    def parts(self) -> Iterator[RenderableType]:
        brief = self.brief
        yield self.head()
        yield from _section("Summary", map(self.line, brief.summary), "No sentence of the article could stand alone.")
        yield from _section("Who, what, when, where", _table(map(self.answer, brief.answers)))
        disputed = (*map(self.dispute, brief.disputes), *map(self.opposition, brief.oppositions))
        yield from _section("What is disputed", disputed)
        yield from _section("Claims, as the article marks them", map(self.claim, brief.claims))
        yield from _section("Key actors", _table(map(self.actor, brief.actors)), "The article names nobody.")
        nothing = "The article has no words between quotation marks and reports nobody's speech."
        yield from _section("Quotes", map(self.quote, brief.quotes), nothing)
        yield from _section("Figures", _table(map(self.figure, brief.figures)))
        yield from _section("Timeline", _table(map(self.event, brief.events)), "The article names no dates.")
        yield from _section("Sources", self.sources(), "The article has no credit line.")
        yield from _section("Notes", (_words(notice.message, SOFT) for notice in brief.warnings))
        if self.explain:
            yield from _section("Removed", _table(map(_removed, brief.removed)), "No line was removed.")

    def head(self) -> RenderableType:
        brief = self.brief
        kicker = (brief.published.long or "Date not stated", brief.outlet, brief.dateline.text, brief.url)
        title = _words(brief.heading, "bold" if brief.headline.text else "bold italic")
        below = (self.line(piece) for piece in (brief.deck, brief.byline) if piece.text)
        where = self.where(brief.headline) if brief.headline.text else Text()
        return Group(_words(" · ".join(part for part in kicker if part), SOFT), _join(title, where), *below)

    def line(self, piece: Words) -> Text:
        """A slice of the article and where it stands."""
        return _join(_words(piece.text), self.where(piece))

    def where(self, piece: Words) -> Text:
        """The paragraph of a line; with `explain` its offsets, rule and confidence too."""
        paragraph = f"¶{piece.paragraph}" if piece.paragraph else ""
        evidence = " ".join(part for part in (f"{piece.start}-{piece.end}", piece.rule, piece.score) if part)
        return _join(_words(paragraph, SOFT), _words(f"[{evidence}]" if self.explain else "", SOFT))

    def speaker(self, speaker: SpeakerView) -> Text:
        """As written, the actor's name where it is another; with "?" where unsure."""
        written = speaker.written
        if not written.text:
            return _words("speaker not stated", f"italic {SOFT}")
        name = _words("" if speaker.name in written.text else f"({speaker.name})", SOFT)
        rule = _words(f"[{' '.join([written.rule, written.score]).strip()}]" if self.explain else "", SOFT)
        if speaker.unsure:
            return _join(_words(f"{written.text}?", SOFT), name, _words("unsure", CARE), rule)
        return _join(_words(written.text, "bold"), name, rule)

    def dispute(self, dispute: DisputeView) -> RenderableType:
        rows = (
            (_words(figure.words.text, "bold"), _join(self.speaker(figure.speaker), self.where(figure.words)))
            for figure in dispute.figures
        )
        return Group(_words(dispute.unit, CARE), *(_below(table) for table in _table(rows)))

    def answer(self, answer: AnswerView) -> tuple[Text, Text]:
        if not answer.words.text:
            return _words(answer.question, "bold"), _words("not said, or not sure", f"italic {SOFT}")
        return _words(answer.question, "bold"), _join(
            _words(answer.words.text), _words(answer.date.long, SOFT), self.where(answer.words)
        )

    def opposition(self, opposition: OppositionView) -> RenderableType:
        lines: list[RenderableType] = []
        for side in opposition.sides:
            says = _words("says it is not so" if side.denies else "says it is so", CARE)
            who = _join(self.speaker(side.speaker), says, self.where(side.words), between=" · ")
            lines += [_words(side.words.text), _below(who)]
        return Group(_words("said and denied", CARE), *(_below(line) for line in lines))

    def figure(self, figure: FigureView) -> tuple[Text, Text]:
        amount = _words(" ".join((figure.amount, figure.unit)).strip(), SOFT)
        who = self.speaker(figure.speaker) if figure.speaker.written.text else Text()
        return _words(figure.words.text), _join(amount, who, self.where(figure.words), between=" · ")

    def claim(self, claim: ClaimView) -> RenderableType:
        marker = _words(f"{claim.kind}: “{claim.marker.text}”", CARE)
        who = self.speaker(claim.speaker) if claim.speaker.written.text else Text()
        below = _join(marker, who, self.where(claim.words), between=" · ")
        return Group(_words(claim.words.text), _below(below))

    def actor(self, actor: ActorView) -> tuple[Text, Text]:
        name = _join(_words(actor.name, "bold"), _words("" if actor.kind == "person" else actor.kind, SOFT))
        about = [_join(_words(role.status, SOFT), self.line(role.words)) for role in actor.roles]
        if actor.aliases:
            about.append(_words(f"also written: {', '.join(actor.aliases)}", SOFT))
        return name, Text("\n").join(about)

    def quote(self, quote: QuoteView) -> RenderableType:
        said = Text(overflow="fold")
        for part in quote.parts:
            said.append(" … " if part.kind == "cut" else _words(part.text))
        via = _words(f"via: {quote.via.text}" if quote.via.text else "", SOFT)
        cue = _words(quote.cue.text, SOFT)
        wording = _words("" if quote.kind == "direct" else quote.wording, SOFT)
        marked = _words(quote.marked, CARE)
        who = _join(_words("—", SOFT), self.speaker(quote.speaker))
        return Group(said, _below(_join(who, cue, via, wording, marked, self.where(quote.words), between=" · ")))

    def event(self, event: EventView) -> tuple[Text, Text]:
        return _date(event.date), self.line(event.words)

    def sources(self) -> Iterator[RenderableType]:
        yield from _table(map(_source, self.brief.sources))
        yield from map(self.line, self.brief.credit)
        if self.brief.voices:
            yield _words(f"Cited in the text: {', '.join(voice.name for voice in self.brief.voices)}", SOFT)


def _section(heading: str, items: Iterable[RenderableType], nothing: str = "") -> Iterator[RenderableType]:
    """A heading and its items; without items the sentence that says so, or nothing at all."""
    items = list(items)
    if items or nothing:
        yield Text()
        yield Rule(_words(heading, "bold"), align="left", style=SOFT)
        yield from items or [_words(nothing, f"italic {SOFT}")]


def _table(rows: Iterable[tuple[Text, Text]]) -> list[Table]:
    """Two columns without lines; no table without rows."""
    table = Table.grid(padding=(0, 3, 0, 0), pad_edge=False)
    table.add_column(max_width=WIDTH * 2 // 5, overflow="fold")
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return [table] if table.row_count else []


def _below(part: RenderableType) -> Padding:
    """A part that belongs to the line above it."""
    return Padding(part, (0, 0, 0, 2), expand=False)


def _date(date: DateView) -> Text:
    year = "" if date.year or not date.long else "year not stated"
    return _join(_words(date.long or "date not stated"), _words(year, f"italic {SOFT}"))


def _source(source: SourceView) -> tuple[Text, Text]:
    what = ", ".join(
        part for part in (source.kind, source.country, source.role.replace("_", " "), source.place) if part
    )
    written = f"as written: {source.written.text}" if source.differs else ""
    return _words(source.name), _join(_words(what, SOFT), _words(written, SOFT))


def _removed(line: Words) -> tuple[Text, Text]:
    words = line.text if len(line.text) <= CUT else f"{line.text[:CUT]} …"
    return _words(f"{line.start}-{line.end} {line.rule}", SOFT), _words(" ".join(words.split()))


def _words(text: str, style: str = "") -> Text:
    """Text of whatever origin as one paragraph that does nothing to a terminal."""
    return Text(terminal(text).replace("\n", " ").replace("\t", " "), style=style, overflow="fold")


def _join(*parts: Text, between: str = " ") -> Text:
    """The parts that are not empty, on one line."""
    joined = Text(overflow="fold")
    for part in parts:
        if part.plain:
            joined.append(between if joined.plain else "", SOFT).append_text(part)
    return joined
