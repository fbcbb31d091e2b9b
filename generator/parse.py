"""Seed -> Article: title, deck, dateline, byline, paragraphs, credit, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.clean import Removed, clean
from generator.config import Settings
from generator.errors import SkippedSeed
from generator.head import read_head
from generator.lines import Line, split_lines
from generator.model import Article, Paragraph, Seed, SeedReference, Slice

_CREDIT = re.compile(
    r"\W*(?:with (?:additional )?reporting (?:by|from)|"
    r"based on reporting by|(?:additional )?reporting (?:by|from)|with files from)\b",
    re.IGNORECASE,
)


def parse(seed: Seed, settings: Settings) -> Article:
    """Takes a seed apart. Raises SeedError (empty, no_body, language)."""
    lines = split_lines(seed.text)
    if not lines:
        raise SkippedSeed("empty", f"{seed.name}: the file holds no text. Remove it, or fill it.", seed.name)
    kept, removed = clean(lines, settings)
    head = read_head(kept, removed, seed.metadata.title)
    body = kept[head.body :]
    credit = [line for line in body if _CREDIT.match(line.text)]
    body = tuple(line for line in body if not _CREDIT.match(line.text))
    if not any(line.is_prose for line in body):
        raise SkippedSeed(
            "no_body",
            f"{seed.name}: no paragraph of an article was found. Look at it with `brief show --explain`.",
            seed.name,
        )
    return Article(
        seed=SeedReference(name=seed.name, sha256=seed.sha256, media_type=seed.media_type),
        text=seed.text,
        title=_slice(seed.text, head.title, head.title_rule),
        deck=_slice(seed.text, head.deck, head.deck_rule),
        byline=_slice(seed.text, head.byline, "byline"),
        outlet=seed.metadata.outlet,
        url=seed.metadata.url,
        published=seed.metadata.published,
        paragraphs=_paragraphs(body),
        credit=tuple(s for line in credit if (s := _slice(seed.text, line, "credit"))),
        removed=_removed(seed.text, (*removed, *head.removed)),
        warnings=seed.warnings,
    )


def _slice(text: str, line: Line | None, rule: str) -> Slice | None:
    return None if line is None else Slice(start=line.start, end=line.end, text=text[line.start : line.end], rule=rule)


def _removed(text: str, removed: Sequence[Removed]) -> tuple[Slice, ...]:
    ordered = sorted(removed, key=lambda r: r.line.start)
    return tuple(
        Slice(start=r.line.start, end=r.line.end, text=text[r.line.start : r.line.end], rule=r.rule) for r in ordered
    )


def _paragraphs(body: Sequence[Line]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(start=line.start, end=line.end, number=n, kind="body" if _is_body(line) else "subhead")
        for n, line in enumerate(body, 1)
    )


def _is_body(line: Line) -> bool:
    return line.ends_sentence or line.words > 14
