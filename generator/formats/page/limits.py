"""How large and how deep a page may be, seen to before any parser reads it."""

from __future__ import annotations

import re
from collections import Counter

from generator.errors import BrokenSeed

LARGEST = 20_000_000
"""Bytes; pages of news are 0.02 to 3 MB, so more than this is no article."""
DEEPEST = 200
"""Nested elements; libxml2 silently drops what lies deeper than 256, and pages of news reach 60."""

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
# Elements whose content is no markup: https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
# Elements that end where the next of their kind starts.
_ALONE = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "thead", "tbody", "tfoot"})
# Elements that hold paragraphs; two line breaks stand for the border that goes with their tags.
_BORDERS = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
# Quotation marks around attributes are not followed: with them, hostile pages could make this take quadratic time.
_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*))")


def check_size(html: str | bytes, name: str, largest: int) -> None:
    """Raises BrokenSeed (too_large) for a page with more bytes than that."""
    if len(html) > largest:
        raise BrokenSeed(
            "too_large",
            f"{name}: {len(html):,} bytes; a page of up to {largest:,} is read. Save the article alone.",
            name,
        )


def level(html: str) -> str:
    """The page without the tags that lie deeper than DEEPEST; their text stays, in paragraphs. Takes linear time."""
    pieces: list[str] = []
    open_tags: list[str] = []
    counts: Counter[str] = Counter()
    at = copied = 0
    while (found := _TAG.search(html, at)) is not None:
        at = _after(html, found)
        tag = (found["name"] or "").lower()
        if not tag or tag in _VOID or (found["end"] and not counts[tag]):
            continue
        if found["end"]:
            while (last := open_tags.pop()) != tag:
                counts[last] -= 1
            counts[tag] -= 1
            too_deep = len(open_tags) >= DEEPEST
        elif tag in _RAW:
            close = re.compile(rf"</{re.escape(tag)}", re.IGNORECASE).search(html, at)
            at = len(html) if close is None else close.start()
            continue
        else:
            if tag in _ALONE and open_tags and open_tags[-1] == tag:
                open_tags.pop()
                counts[tag] -= 1
            open_tags.append(tag)
            counts[tag] += 1
            too_deep = len(open_tags) > DEEPEST
        if too_deep:
            pieces += (html[copied : found.start()], "<br><br>" if tag in _BORDERS else " ")
            copied = at
    return html if not pieces else "".join(pieces) + html[copied:]


def _after(html: str, found: re.Match[str]) -> int:
    """Where a comment or a tag ends; the end of the page if it never does."""
    mark = "-->" if found["comment"] else ">"
    at = html.find(mark, found.end())
    return len(html) if at < 0 else at + len(mark)
