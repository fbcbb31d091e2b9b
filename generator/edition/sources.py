"""The sources of all briefs: whom credit lines name, and who of them is named in a text."""

from __future__ import annotations

from generator.edition.names import name_key
from generator.model import Brief, Source, SourceEntry
from generator.slugs import slugs_of


def sources_of(briefs: list[Brief]) -> tuple[SourceEntry, ...]:
    """Sources by how many credit lines name them."""
    credited: dict[str, list[tuple[Brief, Source]]] = {}
    for brief in briefs:
        for source in brief.sources:
            credited.setdefault(source.name, []).append((brief, source))
    slugs = slugs_of(((name, name) for name in credited), "source")
    keys = {name_key(name): name for name in credited}
    cited: dict[str, list[str]] = {}
    for brief in briefs:
        spellings = (name for actor in brief.actors for name in (actor.name, *actor.aliases))
        named = {keys[key] for key in map(name_key, spellings) if key in keys}
        for name in named:
            cited.setdefault(name, []).append(brief.id)
    entries = [
        SourceEntry(
            id=slugs[name],
            name=name,
            kind=found[0][1].kind,
            written=tuple(sorted({source.as_written for _, source in found} - {name})),
            credited=tuple(dict.fromkeys(brief.id for brief, _ in found)),
            cited=tuple(cited.get(name, ())),
        )
        for name, found in credited.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (-len(entry.credited), -len(entry.cited), entry.id)))
