"""`.html`: a page as a browser saved it; the text is title, deck, byline and body, without the page around them."""

from __future__ import annotations

from generator.config import Settings
from generator.formats import Draft
from generator.formats.compose import Piece, names_line
from generator.formats.fields import composed
from generator.formats.metadata import Entry, read_metadata
from generator.formats.page import Page, read_page
from generator.model import Notice


def read_html(data: bytes | str, name: str, settings: Settings) -> Draft:
    """Reads a page; what was taken out of its body stands below the body, marked. Raises BrokenSeed."""
    page = read_page(data, name, settings.largest_page, settings.rules_off)
    pieces = [
        Piece("title", page.title or ""),
        Piece("deck", page.deck or ""),
        Piece("byline", names_line(page.authors)),
        *(Piece("heading" if kind == "heading" else "paragraph", words) for kind, words in page.blocks),
        *(Piece("furniture", words, rule) for words, rule in page.dropped),
    ]
    values = {"url": page.url, "published": page.published, "outlet": page.outlet, "language": page.language}
    metadata, notices = read_metadata((Entry(key, value, name) for key, value in values.items()), name, settings)
    return composed(pieces, metadata, (*notices, *_others(page)))


def _others(page: Page) -> tuple[Notice, ...]:
    if not page.others:
        return ()
    more = f"{page.others} more" if page.others > 1 else "one more"
    message = f"The page holds {more} beside this article; only this one is briefed. Save the others as files."
    return (Notice(code="several_articles", message=message),)
