"""Seed -> Article: title, deck, dateline, byline, paragraphs, credit, furniture."""

from __future__ import annotations

import re

from generator.config import Settings
from generator.model import Article, Paragraph, Seed, SeedReference, Slice


def parse(seed: Seed, settings: Settings) -> Article:
    """Takes a seed apart. Raises SeedError (empty, no_body, language)."""
    lines = [m for m in re.finditer(r"[^\n]+", seed.text) if m.group().strip()]
    title, *rest = lines
    return Article(
        seed=SeedReference(name=seed.name, sha256=seed.sha256, media_type=seed.media_type),
        text=seed.text,
        title=Slice(start=title.start(), end=title.end(), text=title.group(), rule="first-line"),
        paragraphs=tuple(Paragraph(start=m.start(), end=m.end(), number=n) for n, m in enumerate(rest, 1)),
        outlet=seed.metadata.outlet,
        url=seed.metadata.url,
        published=seed.metadata.published,
        warnings=seed.warnings,
    )
