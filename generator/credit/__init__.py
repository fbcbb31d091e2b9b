""" "With reporting by ..." -> Sources."""

from __future__ import annotations

from generator.credit.clauses import credit_start, read_credit
from generator.credit.names import read_names
from generator.lines import visible_with_offsets
from generator.model import Article, Slice, Source

__all__ = ["credit_start", "find_sources"]


def find_sources(article: Article) -> tuple[Source, ...]:
    """The names of the credit lines, in order; each once for each role."""
    sources: list[Source] = []
    seen: set[tuple[str, str]] = set()
    for line in article.credit:
        for source in _sources_of(line):
            if (source.name, source.role) not in seen:
                seen.add((source.name, source.role))
                sources.append(source)
    return tuple(sources)


def _sources_of(line: Slice) -> list[Source]:
    shown, offsets = visible_with_offsets(line.text)
    sources: list[Source] = []
    for clause in read_credit(shown):
        for named in read_names(shown, clause.start, clause.end, clause.role, clause.place):
            start, end = offsets[named.start], offsets[named.end - 1] + 1
            written = line.text[start:end]
            sources.append(
                Source(
                    start=line.start + start,
                    end=line.start + end,
                    text=written,
                    rule=f"credit-{clause.role.replace('_', '-')}",
                    name=named.name,
                    as_written=written,
                    kind=named.kind,
                    role=clause.role,
                    place=named.place,
                )
            )
    return sources
