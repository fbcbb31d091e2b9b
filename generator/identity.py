"""Ids that survive better rules: hashes of what was read and where, never of how it was found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, as 64 hex digits; lone surrogates are kept apart, not refused."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def item_id(prefix: str, seed_sha256: str, spans: Iterable[tuple[int, int]]) -> str:
    """Id of a quote, figure, claim or event: `prefix` and 10 hex digits over the seed and its spans.

    >>> item_id("q", "ab" * 32, [(3, 9)])[:1]
    'q'
    """
    data = prefix + seed_sha256 + "".join(f"|{start}-{end}" for start, end in spans)
    return prefix + hashlib.sha256(data.encode()).hexdigest()[:10]
