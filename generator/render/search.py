"""The search index: one record a brief and one a quote, as small HTML files that Pagefind's command reads."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import BuildError, MissingPackage
from generator.render.escape import html
from generator.render.messages import Messages
from generator.render.overview import EditionView
from generator.render.shapes import BriefView, QuoteView
from generator.render.tree import prune, write

INSTALL = "The search index needs Pagefind. Install it: pip install 'pagefind[bin]==1.4.0'"
SPARE = (
    "pagefind-ui.css",
    "pagefind-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-highlight.js",
)
"""Parts of Pagefind's own interface; the search page has its own."""

Pair = tuple[str, str]


def write_index(edition: EditionView, records: Path, index: Path, say: Messages) -> bool:
    """Indexes an edition into the folder `index`; False if no record changed and the index is there.

    Raises MissingPackage without Pagefind, BuildError if it fails.
    """
    names: list[str] = []
    changed = False
    for name, page in _records(edition, say):
        changed |= write(records / name, page.encode())
        names.append(name)
    changed |= prune(records, names) > 0
    if not changed and (index / "pagefind-entry.json").is_file():
        return False
    shutil.rmtree(index, ignore_errors=True)
    command = [_executable(), "--site", str(records), "--output-path", str(index), "--force-language", "en", "--silent"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0 or not (index / "pagefind-entry.json").is_file():
        shutil.rmtree(index, ignore_errors=True)
        said = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise BuildError(f"Pagefind could not index {records}: {said[-500:]}")
    for name in SPARE:
        (index / name).unlink(missing_ok=True)
    return True


def _executable() -> str:
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]

        return str(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise MissingPackage(INSTALL) from error


def _records(edition: EditionView, say: Messages) -> Iterator[tuple[str, str]]:
    """File name and HTML of each record."""
    for brief in edition.briefs:
        yield f"briefs/{brief.slug}.html", _brief_record(brief)
        for quote in brief.quotes:
            yield f"quotes/{brief.slug}/{quote.id}.html", _quote_record(brief, quote, say)


def _brief_record(brief: BriefView) -> str:
    speakers = dict.fromkeys(quote.speaker.name for quote in brief.quotes if quote.speaker.name)
    facets = [
        ("type", "brief"),
        *_shared_facets(brief),
        *(("actor", actor.name) for actor in brief.actors),
        *(("speaker", name) for name in speakers),
        *(("wording", wording) for wording in dict.fromkeys(quote.wording for quote in brief.quotes)),
    ]
    # The title comes last: an excerpt starts with what comes first.
    meta = [("url", brief.page), ("title", brief.heading), ("type", "brief"), ("date", brief.published.short)]
    names = ", ".join(actor.name for actor in brief.actors)
    texts = [*(sentence.text for sentence in brief.summary), names, brief.deck.text, brief.heading]
    return _record(meta, facets, brief, " ".join(text for text in texts if text))


def _quote_record(brief: BriefView, quote: QuoteView, say: Messages) -> str:
    facets = [("type", "quote"), *_shared_facets(brief), ("wording", quote.wording)]
    if quote.speaker.name:
        facets += [("speaker", quote.speaker.name), ("actor", quote.speaker.name)]
    meta = [
        ("url", f"{brief.page}#{quote.id}"),
        ("title", brief.heading),
        ("type", "quote"),
        ("kind", quote.kind),
        ("wording", quote.wording),
        ("speaker", quote.speaker.name or say("speaker.none")),
        ("date", brief.published.short),
    ]
    return _record(meta, facets, brief, "".join(part.text or " … " for part in quote.parts))


def _shared_facets(brief: BriefView) -> list[Pair]:
    sources = dict.fromkeys(source.name for source in brief.sources)
    return [*(("source", name) for name in sources), ("year", brief.published.year or "not stated")]


def _record(meta: Iterable[Pair], facets: Iterable[Pair], brief: BriefView, text: str) -> str:
    lines = [
        *(f'<meta data-pagefind-meta="{name}[content]" content="{html(value)}">' for name, value in meta if value),
        *(f'<meta data-pagefind-filter="{name}[content]" content="{html(value)}">' for name, value in facets),
        f'<meta data-pagefind-sort="date[content]" content="{brief.published.iso or "0"}">',
    ]
    return "\n".join(
        (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            *lines,
            "</head><body data-pagefind-body>",
            html(text),
            "</body></html>\n",
        )
    )
