"""What a reader can find: one record a brief, one a quote, one an actor that has a page.

The values of filters are names and keys, never words of a language: an address with `?kind=direct` works on every site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.render.dates import DateView
from generator.render.dossiers import DossierView
from generator.render.escape import line
from generator.render.overview import EditionView
from generator.render.search.pagefind import Record
from generator.render.shapes import BriefView, QuoteView

MENTIONS = 12
"""Actors of a brief by which it can be filtered: its most important ones that have a page."""


class Dated(NamedTuple):
    """A record and the date by which it is sorted."""

    date: DateView
    record: Record


def records_of(edition: EditionView) -> Iterator[Dated]:
    """All records, newest first, those without a year last; what has one date stands in the order of the edition.

    An actor has the date of the newest brief that names it.
    """
    names = {dossier.page: line(dossier.name) for dossier in edition.dossiers if dossier.page}
    found = [record for brief in edition.briefs for record in _of_brief(brief, names)]
    found += [Dated(dossier.last, _actor(dossier)) for dossier in edition.dossiers if dossier.page]
    yield from sorted(found, key=lambda dated: (bool(dated.date.year), dated.date.iso), reverse=True)


def _of_brief(brief: BriefView, names: dict[str, str]) -> Iterator[Dated]:
    roles = {actor.id: actor.roles[0].words.text for actor in brief.actors if actor.roles}
    yield Dated(brief.published, _brief(brief, names))
    for quote in brief.quotes:
        yield Dated(brief.published, _quote(brief, quote, roles.get(quote.speaker.actor, "")))


def _brief(brief: BriefView, names: dict[str, str]) -> Record:
    # The title comes last: an excerpt starts with what comes first.
    named = ", ".join(actor.name for actor in brief.actors)
    texts = (*(sentence.text for sentence in brief.summary), brief.deck.text, named, brief.heading)
    return Record(
        url=f"/{brief.page}",
        content=line(" ".join(text for text in texts if text)),
        meta=_told(title=brief.heading, date=brief.published.short, lang=brief.lang),
        filters=_filters(
            type=["brief"],
            speaker=(quote.speaker.name for quote in brief.quotes),
            actor=[names[actor.page] for actor in brief.actors if actor.page][:MENTIONS],
            source=(source.name for source in brief.sources),
            outlet=[brief.outlet],
        ),
    )


def _quote(brief: BriefView, quote: QuoteView, role: str) -> Record:
    """A record without a type is a quote: most are, and each value of a filter is a number in the index."""
    speaker = quote.speaker
    return Record(
        url=f"/{brief.page}#{quote.id}",
        content=line("".join(part.text or " … " for part in quote.parts)),
        meta=_told(
            title=brief.heading,
            date=brief.published.short,
            lang=brief.lang,
            role=role,
            unsure="yes" if speaker.unsure else "",
        ),
        filters=_filters(
            kind=[quote.kind],
            speaker=[speaker.name],
            actor=[speaker.name if speaker.page else ""],
            source=(source.name for source in brief.sources),
            outlet=[brief.outlet],
        ),
    )


def _actor(dossier: DossierView) -> Record:
    roles = [role.words.text for role in dossier.roles]
    role = dossier.role or next(iter(roles), "")
    told = {text.casefold(): text for text in reversed([role, *roles, *(name for name, _ in dossier.written)]) if text}
    return Record(
        url=f"/{dossier.page}",
        # The name comes last: a result has it as its heading.
        content=line(" · ".join([*reversed(told.values()), dossier.name])),
        meta=_told(title=dossier.name, date=dossier.last.short, kind=dossier.kind),
        filters=_filters(
            type=["actor"],
            actor=[dossier.name],
            speaker=[dossier.name if dossier.said else ""],
        ),
    )


def _told(**meta: str) -> dict[str, str]:
    return {name: line(text) for name, text in meta.items() if text}


def _filters(**values: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each filter with the values that are stated, each once."""
    stated = {name: tuple(dict.fromkeys(line(text) for text in texts if text)) for name, texts in values.items()}
    return {name: texts for name, texts in stated.items() if texts}
