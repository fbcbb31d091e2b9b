"""HTML page -> its title, deck, authors, date, and the blocks of its body. Pure: no network, no clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from generator.errors import BrokenSeed
from generator.formats.linked_data import Statement, statements_in_scripts
from generator.formats.page.blocks import Block, Page, key, spaced
from generator.formats.page.body import (
    Piece,
    chosen,
    find_pieces,
    further_articles,
    home_of,
    move_home,
    recover,
    stated,
)
from generator.formats.page.boxes import Facts
from generator.formats.page.charset import decode_page
from generator.formats.page.furniture import sort_out
from generator.formats.page.limits import LARGEST, check_size, level
from generator.formats.page.meta import Meta, guessed_date, marked_dates, path_date, stamped_date, whole_date
from generator.formats.page.pick import (
    pick_authors,
    pick_language,
    pick_statement,
    pick_title,
    pick_url,
    shown_titles,
)
from generator.formats.page.runs import Run, read_runs
from generator.formats.page.tree import linked_data, parse, prune

SHORT = 0.5
"""Share of the letters of `articleBody`; an extractor that finds fewer has missed the article."""

__all__ = ["Block", "Page", "read_page"]


def read_page(html: str | bytes, name: str, largest: int = LARGEST, off: Collection[str] = ()) -> Page:
    """What a page says. `name` is for messages, `off` names rules that are not applied.

    Raises BrokenSeed (too_large, undecodable, parse).
    """
    check_size(html, name, largest)
    tree = parse(level(decode_page(html, name) if isinstance(html, bytes) else html))
    if tree is None:
        raise BrokenSeed("parse", f"{name}: no HTML page. Save the page again, or its text alone.", name)
    meta = Meta(tree)
    url = pick_url(tree, meta)
    statements = statements_in_scripts(linked_data(tree))
    heads = [spaced("".join(element.itertext())) for element in shown_titles(tree)]
    head = spaced(tree.findtext(".//title") or "")
    said = [meta.first("og:title"), head, *heads[:1]]
    statement = pick_statement(statements, said, url)
    outlet = meta.first("og:site_name") or statement.outlet or None
    language = pick_language(tree, meta, statement)
    authors = pick_authors(statement, meta, tree)
    prune(tree)
    title, shown = pick_title(statement, meta, head, tree, outlet)
    runs = read_runs(tree)
    published = _published(statement, meta, tree, runs) or path_date(url) or guessed_date(tree)
    facts = Facts(
        titles=frozenset(key(text) for text in (title, statement.title, meta.first("og:title")) if key(text)),
        decks=frozenset(key(text) for text in _decks(statement, meta)),
        authors=authors,
        title_at=next((run.start for run in runs if shown is not None and run.element is shown), None),
        home=None,
    )
    kept, removed = sort_out(_pieces(tree, runs, statement, facts), facts, off)
    return Page(
        title=title or None,
        deck=_deck(statement, meta, removed),
        authors=authors,
        published=published,
        outlet=outlet,
        url=url,
        language=language,
        blocks=tuple(Block("heading" if piece.is_heading else "paragraph", piece.text) for piece in kept),
        dropped=tuple((piece.text, rule) for piece, rule in removed if not piece.is_recovered),
        others=_others(statement, statements, kept, runs),
    )


def _published(statement: Statement, meta: Meta, tree: HtmlElement, runs: Sequence[Run]) -> str | None:
    """The date that the page states, in its data, its marks or in words; the surest first."""
    for written in (statement.published, *meta.dates(), *marked_dates(tree)):
        if (found := whole_date(written)) is not None:
            return found
    return stamped_date(run.text for run in runs)


def _pieces(tree: HtmlElement, runs: Sequence[Run], statement: Statement, facts: Facts) -> list[Piece]:
    """What may belong to the body; fills in the facts that rest on it."""
    pieces = find_pieces(chosen(tree), runs)
    if sum(len(piece.key) for piece in pieces) < SHORT * len(key(statement.body)):
        pieces = find_pieces(stated(statement.body), runs)
    facts.home = home_of(pieces)
    move_home(pieces, runs, facts.home)
    pieces = recover(pieces, runs)
    facts.weigh(pieces, runs)
    return pieces


def _others(statement: Statement, statements: Sequence[Statement], kept: Sequence[Piece], runs: Sequence[Run]) -> int:
    """How many further articles the page states or shows; a body that stands there twice is one."""
    own = key(statement.title)
    stated_others = sum(
        1 for other in statements if other is not statement and key(other.title) != own
        and not set(other.urls) & set(statement.urls)
    )  # fmt: skip
    times = Counter(run.key for run in runs)
    long = [piece for piece in kept if len(piece.key) >= 60]
    twice = sum(1 for piece in long if times[piece.key] > 1)
    return max(stated_others, further_articles(kept)) + (len(long) >= 2 and twice * 2 > len(long))


def _decks(statement: Statement, meta: Meta) -> list[str]:
    return [text for text in (statement.deck, meta.first("og:description"), meta.first("description")) if key(text)]


def _deck(statement: Statement, meta: Meta, removed: Sequence[tuple[Piece, str]]) -> str | None:
    shown = next((piece.text for piece, rule in removed if rule == "deck"), None)
    return shown or next(iter(_decks(statement, meta)), None)
