""" "With reporting by ..." -> Sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator.credit.agencies import Register, builtin
from generator.credit.clauses import Clause
from generator.credit.people import Named, read_names, unnamed
from generator.credit.reader import credit_start, read_credit
from generator.credit.wrapped import lines_taken, shown
from generator.model import Article, Slice, Source

__all__ = ["credit_start", "find_sources", "find_unnamed", "lines_taken", "shown"]

BESIDE: dict[str, tuple[str, ...] | None] = {
    "photo-credit": ("photo", "graphics"),
    "copyright": ("copyright", "original"),
    "glued-copyright": ("copyright", "original"),
    "related-link": ("original",),
    "author-bio": None,
    "contact-line": None,
    "reader-notice": None,
}
"""Lines taken as furniture that may name a source, by their rule, and the roles that they may give; None: any."""


def find_sources(article: Article, register: Register | None = None) -> tuple[Source, ...]:
    """The names of the credit lines in order, then those of picture credits and notices; each once for each role."""
    register = register or builtin()
    sources: dict[tuple[str, str], Source] = {}
    for line, roles in _lines(article, register):
        for source in _sources_of(line, register):
            if roles is None or source.role in roles:
                sources.setdefault((source.name, source.role), source)
    return tuple(sources.values())


def find_unnamed(article: Article, register: Register | None = None) -> tuple[Slice, ...]:
    """The words of the credit lines that stand for sources without a name: "other agencies"."""
    register = register or builtin()
    found = []
    for line in article.credit:
        words, offsets = shown(line.text)
        for clause in read_credit(words, register):
            for start, end in unnamed(words, clause.start, clause.end, register):
                found.append(_slice(line, offsets[start], offsets[end - 1] + 1, "unnamed"))
    return tuple(found)


def _lines(article: Article, register: Register) -> Iterator[tuple[Slice, tuple[str, ...] | None]]:
    """The lines that may name a source, each with the roles that it may give; None: any."""
    for line in article.credit:
        yield line, None
    ends = [*(part.end for part in article.paragraphs), *(line.end for line in article.credit)]
    end = max(ends, default=0)
    below = False
    for line in article.removed:
        if line.rule in BESIDE and not (below and line.rule == "photo-credit"):  # pictures of other articles
            words, offsets = shown(line.text)
            at = credit_start(words, register)
            if at is not None:
                yield _slice(line, offsets[at], len(line.text), line.rule), BESIDE[line.rule]
        below = below or (line.start > end and line.rule != "photo-credit")


def _sources_of(line: Slice, register: Register) -> list[Source]:
    words, offsets = shown(line.text)
    return [
        _source(line, offsets, clause, named)
        for clause in read_credit(words, register)
        for named in read_names(words, clause.start, clause.end, clause.role, register, clause.place, clause.kind)
    ]


def _source(line: Slice, offsets: tuple[int, ...], clause: Clause, named: Named) -> Source:
    start, end = offsets[named.start], offsets[named.end - 1] + 1
    written = line.text[start:end]
    return Source(
        start=line.start + start,
        end=line.start + end,
        text=written,
        rule=f"credit-{clause.rule}",
        name=named.name,
        as_written=written,
        kind=named.kind,
        role=clause.role,
        place=named.place,
        country=named.agency.country if named.agency else None,
        home=named.agency.home if named.agency else None,
    )


def _slice(line: Slice, start: int, end: int, rule: str) -> Slice:
    return Slice(start=line.start + start, end=line.start + end, text=line.text[start:end], rule=f"credit-{rule}")
