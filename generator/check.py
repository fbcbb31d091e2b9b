"""What an editor should look at before a brief is published: an ordered table of (name, test)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.config import Settings
from generator.edition import in_order
from generator.edition.joining import join
from generator.edition.suggest import suggestions
from generator.formats.beside import TABLE, files_in_table
from generator.model import Brief, Notice


def unknown_date(brief: Brief) -> str:
    """An undated brief stands last on every list."""
    return "" if brief.published else "no date of publication; add `published: YYYY-MM-DD` to its front matter"


def empty_credit(brief: Brief) -> str:
    """A credit line that names nobody was probably read wrongly."""
    return "a credit line that names no source" if brief.credit and not brief.sources else ""


def no_summary(brief: Brief) -> str:
    """No sentence could open the brief."""
    return "" if brief.summary else "no sentence fit for a summary"


def unattributed_quotes(brief: Brief) -> str:
    """Quotes whose speaker no rule was sure of."""
    lost = [quote for quote in brief.quotes if quote.speaker is None]
    where = ", ".join(f"¶{quote.paragraph}" for quote in lost)
    return f"{len(lost)} of {len(brief.quotes)} quotes without a speaker ({where})" if lost else ""


CHECKS: tuple[tuple[str, Callable[[Brief], str]], ...] = (
    ("unknown_date", unknown_date),
    ("empty_credit", empty_credit),
    ("no_summary", no_summary),
    ("unattributed_quotes", unattributed_quotes),
)


def unknown_rows(seeds: Path) -> Iterator[str]:
    """Rows of a metadata.csv whose file is not there: a misspelt name holds nothing back."""
    for table in sorted(seeds.rglob(TABLE)):
        for name in files_in_table(table):
            if not (table.parent / name).is_file():
                yield f"metadata: {table.relative_to(seeds)} has a row for {name}, which is not there"


def unknown_actors(briefs: list[Brief], settings: Settings) -> list[str]:
    """What actors.toml says of names that no article has: a misspelt name merges nothing."""
    return join(in_order(briefs), settings.actors).problems if settings.actors else []


def missing_labels(settings: Settings) -> list[str]:
    """What the project's messages leave to English, or have to no effect."""
    if settings.labels == Settings().labels and not settings.messages:
        return []
    from generator.render.catalogues import gaps
    from generator.render.messages import locale_of

    locale = locale_of(settings.labels)
    forms = sorted(locale.plural_form.tags | {"other"}) if locale is not None else ["other"]
    return list(gaps(settings, forms))


def likely_merges(briefs: list[Brief], settings: Settings) -> list[str]:
    """Entries for actors.toml that join what is probably one, likeliest first."""
    return list(suggestions(join(in_order(briefs), settings.actors)))


def problems(brief: Brief) -> list[Notice]:
    """The warnings of a brief, then what the checks find."""
    found = [Notice(code=name, message=message) for name, test in CHECKS if (message := test(brief))]
    return [*brief.warnings, *found]
