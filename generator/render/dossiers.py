"""The view of a dossier: what the page of an actor, and its row in the tables, print."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import msgspec

from generator.model import Actor, Brief, Dossier
from generator.render.bars import BarChart, bar_chart
from generator.render.catalogue import Catalogue
from generator.render.dates import DateView
from generator.render.escape import safe_url
from generator.render.joins import JoinView, join_view
from generator.render.linked import page_data
from generator.render.messages import Messages
from generator.render.network import Neighbour, Network, network
from generator.render.roles import RoleOverTime, Roles, at_a_glance
from generator.render.sayings import Said, YearOfQuotes, quotes_by_year
from generator.render.shapes import BriefView, View

LISTED = 60
"""Names that a list of neighbours shows: the most frequent ones."""
BRIEFS = 300
"""Briefs that a page lists: the newest ones."""
WRITTEN = 12
"""Spellings in the head of a page; the others fold away."""
FOREMOST = 60
"""Only this many actors of a brief, its most important ones, can have a page by it: a list of names gives no pages."""
WIKIDATA = "https://www.wikidata.org/wiki/"


class Neighbours(View, frozen=True, kw_only=True):
    """The most frequent ones, and how many there are beside them."""

    shown: tuple[Neighbour, ...] = ()
    more: int = 0


class DossierView(View, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    page: str
    """Path from the top of the site; empty if it has no page of its own."""
    role: str
    """In the words of the project's own list; empty where it says none."""
    written: tuple[tuple[str, int], ...]
    """Other spellings, and how often articles have them; 0 for one that only the project names."""
    link: str
    wikidata: str
    """Address of the item."""
    first: DateView
    last: DateView
    briefs: tuple[BriefView, ...]
    chart: BarChart
    roles: tuple[RoleOverTime, ...]
    held: tuple[RoleOverTime, ...]
    """Those of them to be seen at a glance."""
    passing: tuple[RoleOverTime, ...]
    """Further roles, where there are many."""
    said: tuple[Said, ...]
    years: tuple[YearOfQuotes, ...]
    quotes: int
    direct: int
    """Quotes that are word for word."""
    alongside: Neighbours
    network: Network
    speaks_of: Neighbours
    spoken_of_by: Neighbours
    joined: tuple[JoinView, ...]
    namesakes: tuple[Neighbour, ...]
    """Other actors of this name."""
    data: dict[str, Any]
    """JSON-LD; empty without a page."""


class Dossiers:
    """Makes the views of an edition's dossiers."""

    def __init__(
        self, catalogue: Catalogue, pages: dict[str, str], briefs: dict[str, BriefView], say: Messages
    ) -> None:
        self.catalogue = catalogue
        self.say = say
        self.pages = pages
        """Dossier.id -> path of its page; those without one are absent."""
        self.briefs = briefs
        self.quotes = {(view.id, quote.id): quote for view in briefs.values() for quote in view.quotes}
        self.roles = Roles(briefs)
        self._shared: dict[str, dict[str, int]] = {}
        self._quoted: dict[str, frozenset[str]] = {}

    def view(self, dossier: Dossier) -> DossierView:
        """The view of one dossier."""
        briefs = tuple(self.briefs[brief_id] for brief_id in dict.fromkeys(member[0] for member in dossier.members))
        dated = [view.published for view in briefs if view.published.iso]
        page = self.pages.get(dossier.id, "")
        said = tuple(
            (self.briefs[brief_id], tuple(self.quotes[key] for key in keys))
            for brief_id, keys in groupby(dossier.quotes, lambda key: key[0])
        )
        roles = self.roles.of(dossier)
        held, passing = at_a_glance(roles)
        alongside = self.alongside(dossier)
        is_drawn = bool(page) and len(briefs) > 1
        return DossierView(
            id=dossier.id,
            name=dossier.name,
            kind=dossier.kind,
            page=page,
            role=dossier.role or "",
            written=_written(dossier),
            link=safe_url(dossier.link),
            wikidata=WIKIDATA + dossier.wikidata if dossier.wikidata else "",
            first=dated[-1] if dated else DateView(),
            last=dated[0] if dated else DateView(),
            briefs=briefs,
            chart=bar_chart(briefs, BRIEFS, self.say) if page else BarChart(),
            roles=roles,
            held=held,
            passing=passing,
            said=said,
            years=quotes_by_year(said, self.say),
            quotes=len(dossier.quotes),
            direct=sum(quote.kind == "direct" for _, quotes in said for quote in quotes),
            alongside=alongside,
            network=network(alongside.shown, self.shared) if is_drawn else Network(),
            speaks_of=self.neighbours(dossier.speaks_of),
            spoken_of_by=self.neighbours(dossier.spoken_of_by),
            joined=tuple(join_view(join, self.say) for join in dossier.joined),
            namesakes=self.neighbours((other, 0) for other in dossier.namesakes).shown,
            data=page_data(dossier, self.catalogue) if page else {},
        )

    def shared(self, one: str, other: str) -> int:
        """How many briefs name two actors."""
        if one not in self._shared:
            self._shared[one] = dict(self.catalogue.dossiers[one].alongside)
        return self._shared[one].get(other, 0)

    def alongside(self, dossier: Dossier) -> Neighbours:
        """Who is named beside an actor, and in how many briefs both are quoted."""
        found = self.neighbours(dossier.alongside)
        quoted = self.quoted(dossier.id)
        both = (msgspec.structs.replace(other, quoted=len(quoted & self.quoted(other.id))) for other in found.shown)
        return msgspec.structs.replace(found, shown=tuple(both)) if quoted else found

    def quoted(self, dossier_id: str) -> frozenset[str]:
        """BriefView.ids of the briefs that quote an actor."""
        if dossier_id not in self._quoted:
            quotes = self.catalogue.dossiers[dossier_id].quotes
            self._quoted[dossier_id] = frozenset(brief_id for brief_id, _ in quotes)
        return self._quoted[dossier_id]

    def neighbours(self, counted: Iterable[tuple[str, int]]) -> Neighbours:
        known = [(self.catalogue.dossiers[other], times) for other, times in counted]
        shown = tuple(
            Neighbour(id=other.id, name=other.name, kind=other.kind, page=self.pages.get(other.id, ""), times=times)
            for other, times in known[:LISTED]
        )
        return Neighbours(shown=shown, more=len(known) - len(shown))


def pages_of(catalogue: Catalogue, limit: int) -> dict[str, str]:
    """Dossier.id -> path of its page, for the actors that matter."""
    return {
        dossier.id: f"actors/{dossier.id}/"
        for dossier in catalogue.edition.dossiers
        if _matters(dossier, catalogue.members(dossier), limit)
    }


def _matters(dossier: Dossier, members: Iterable[tuple[Brief, Actor]], limit: int) -> bool:
    """True if an actor is in two briefs, quoted, or, unless it is a place, among the first `limit` of a brief.

    A brief in which it is not among the `FOREMOST` does not count.
    """
    ranks = [(brief.id, actor.rank) for brief, actor in members if actor.rank <= FOREMOST]
    briefs = {brief_id for brief_id, _ in ranks}
    is_quoted = any(brief_id in briefs for brief_id, _ in dossier.quotes)
    is_first = dossier.kind != "place" and any(rank <= limit for _, rank in ranks)
    return len(briefs) > 1 or is_quoted or is_first


def _written(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    counts = {name: times for name, times in dossier.spellings if name != dossier.name}
    return (*counts.items(), *((alias, 0) for alias in dossier.aliases if alias not in counts))
