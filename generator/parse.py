"""Seed -> Article: title, deck, dateline, byline, paragraphs, credit, furniture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.body import read_body
from generator.byline import name_in_bio, names_span
from generator.clean import Removed, clean
from generator.closing import OTHER_ARTICLES
from generator.config import Settings
from generator.credit.agencies import register_of
from generator.dateline import read_dateline
from generator.errors import BrokenSeed, SkippedSeed
from generator.glued import cut_glued
from generator.head import marked_head, marked_lines, read_head
from generator.language import refuse_other_languages
from generator.lines import Line, printable, split_lines, trim, visible_with_offsets
from generator.model import Article, Notice, Seed, SeedReference, Slice
from generator.paragraphs import Span, read_paragraphs
from generator.stamps import find_published
from generator.switches import BESIDE_BYLINE, switched_off
from generator.title import FURTHEST

LONGEST = 1_000_000
"""Characters; no article is longer, and the analysis takes no longer text."""
NO_TITLE = Notice(
    code="no_title",
    message="no title found; pages name the article by its file. Add `title:` to its front matter.",
)
MORE_ARTICLES = 2
"""Sentences below the first article from which on they are taken for further ones."""


def parse(seed: Seed, settings: Settings) -> Article:
    """Takes a seed apart. Raises SeedError (too_large, empty, no_body, language), SettingsError for `rules_off`."""
    text, off = seed.text, switched_off(settings.rules_off)
    if len(text) > LONGEST:
        raise BrokenSeed(
            "too_large",
            f"{printable(seed.name)}: {len(text):,} characters; an article has at most {LONGEST:,}. Split the file.",
            seed.name,
        )
    shown = split_lines(text)
    if not shown:
        raise SkippedSeed("empty", f"{printable(seed.name)}: the file holds no text. Fill it, or remove it.", seed.name)
    marked, marked_furniture, whole_lines = marked_lines(shown, seed.parts, off)
    lines, glued = cut_glued(text, whole_lines, off)
    headings = tuple(part.start for part in seed.parts if part.kind == "heading")
    kept, cleaned = clean(lines, settings, gentle=seed.structured)
    refuse_other_languages(seed, (*marked.values(), *kept))
    title, furniture = _slice(text, marked.get("title"), "metadata-title"), [*cleaned, *glued, *marked_furniture]
    if title is None:
        title, furniture = _in_front_matter(text, kept, furniture, seed.metadata.title, "metadata-title")
    if seed.structured:
        head = marked_head(marked, kept)
    else:
        head = read_head(kept, furniture, seed.metadata.title, headings, titled=title is not None, off=off)
    register = register_of(settings.agencies)
    body = read_body(text, head.body, furniture, head.title, whole=seed.structured, off=off, register=register)
    spans = list(body.spans)
    dateline, spans = _take_dateline(text, spans)
    if not any(span.line.is_prose for span in spans):
        raise SkippedSeed(
            "no_body",
            f"{printable(seed.name)}: no paragraph of an article was found, only headings and furniture. "
            "Add the article's text, or remove the file.",
            seed.name,
        )
    title = title or _slice(text, head.title, head.title_rule)
    removed = [*furniture, *head.removed, *body.removed]
    byline_line = marked.get("byline") or head.byline or _byline_box(removed, spans[0].start)
    stated = find_published(text, title, dateline, byline_line, removed, spans[0].start, settings.date_order)
    published, published_from = (seed.metadata.published, None) if seed.metadata.published else stated or (None, None)
    byline = _slice(text, marked.get("byline"), "metadata-byline")
    if byline is None:
        byline, removed = _in_front_matter(text, (), removed, seed.metadata.byline, "metadata-byline")
    if byline is None:
        byline, removed = _byline(text, byline_line, removed, off)
    return Article(
        seed=SeedReference(name=seed.name, sha256=seed.sha256, media_type=seed.media_type),
        text=text,
        title=title,
        deck=_slice(text, head.deck, head.deck_rule),
        byline=byline,
        dateline=dateline,
        outlet=seed.metadata.outlet,
        url=seed.metadata.url,
        published=published,
        published_from=published_from,
        paragraphs=read_paragraphs(spans, headings),
        credit=body.credit,
        removed=_removed(text, removed),
        warnings=(*seed.warnings, *(() if title else (NO_TITLE,)), *_further_articles(body.removed)),
    )


def _further_articles(removed: Sequence[Removed]) -> tuple[Notice, ...]:
    """Says that more articles follow the first one, as on the page of a feed."""
    below = [found for found in removed if found.rule in OTHER_ARTICLES and found.line.is_prose]
    if len(below) < MORE_ARTICLES:
        return ()
    where = "the credit line" if all(found.rule == "after-credit" for found in below) else "the first one"
    message = f"More articles stand below {where}; only the first is briefed. Save the others as files."
    return (Notice(code="several_articles", message=message),)


def _in_front_matter(
    text: str,
    kept: Sequence[Line],
    furniture: Sequence[Removed],
    words: str | None,
    rule: str,
) -> tuple[Slice | None, list[Removed]]:
    """The title or byline as a block of metadata has it, if no line below repeats it; that line is no furniture."""
    if words is None or any(line.text.casefold() == words.casefold() for line in kept[:FURTHEST]):
        return None, list(furniture)
    for removed in furniture:
        at = text.find(words, removed.line.start, removed.line.end) if removed.rule == "front-matter" else -1
        if at >= 0:
            found = Slice(start=at, end=at + len(words), text=words, rule=rule)
            return found, [other for other in furniture if other is not removed]
    return None, list(furniture)


def _byline_box(removed: Sequence[Removed], body: int) -> Line | None:
    """The line of a head that ends with the byline: "National, Ports 1 | | | Written by Ann Poe"."""
    return next((r.line for r in removed if r.rule == "byline-box" and r.line.start < body), None)


def _byline(
    text: str, line: Line | None, removed: list[Removed], off: Collection[str]
) -> tuple[Slice | None, list[Removed]]:
    """The names of a byline; what stands beside them is removed."""
    if line is None:
        return _name_in_bio(text, removed)
    shown, offsets = visible_with_offsets(text[line.start : line.end])
    first, last = (0, len(shown)) if BESIDE_BYLINE in off else names_span(shown)
    start, end = line.start + offsets[first], line.start + offsets[last - 1] + 1
    beside = (trim(text, line.start, start), trim(text, end, line.end))
    removed = [r for r in removed if r.line is not line]
    removed += [Removed(replace(line, start=a, end=b), BESIDE_BYLINE) for a, b in beside if a < b]
    return Slice(start=start, end=end, text=text[start:end], rule="byline"), removed


def _name_in_bio(text: str, removed: Sequence[Removed]) -> tuple[Slice | None, list[Removed]]:
    """The author whom a note below the article names, if it is one author; the rest of the note stays removed."""
    notes = [(r, name) for r in removed if r.rule == "author-bio" and (name := name_in_bio(r.line.text))]
    if len({name for _, name in notes}) != 1:
        return None, list(removed)
    note, name = notes[0]
    end = text.find(name, note.line.start, note.line.end) + len(name)
    if end < len(name):
        return None, list(removed)
    start, rest = end - len(name), trim(text, end, note.line.end)[0]
    others = [r for r in removed if r is not note]
    others.append(Removed(replace(note.line, start=rest), "author-bio"))
    return Slice(start=start, end=end, text=name, rule="author-bio"), others


def _take_dateline(text: str, spans: list[Span]) -> tuple[Slice | None, list[Span]]:
    """The dateline of the first line of the body, and the body without it."""
    if not spans:
        return None, spans
    first = spans[0]
    found = read_dateline(text, first.start, first.end)
    if found is None:
        return None, spans
    start, end, body = found
    dateline = Slice(start=start, end=end, text=text[start:end], rule="dateline")
    return dateline, [replace(first, start=body), *spans[1:]] if body < first.end else spans[1:]


def _slice(text: str, line: Line | None, rule: str) -> Slice | None:
    return None if line is None else Slice(start=line.start, end=line.end, text=text[line.start : line.end], rule=rule)


def _removed(text: str, removed: Sequence[Removed]) -> tuple[Slice, ...]:
    ordered = sorted(removed, key=lambda r: r.line.start)
    return tuple(
        Slice(start=r.line.start, end=r.line.end, text=text[r.line.start : r.line.end], rule=r.rule) for r in ordered
    )
