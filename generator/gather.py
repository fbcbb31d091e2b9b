"""The seeds folder -> its briefs: reused where nothing changed, made anew where something did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.config import Settings
from generator.errors import BriefError, BrokenSeed, SeedError, SkippedSeed
from generator.folder import SeedFile, list_seeds
from generator.identity import text_hash
from generator.model import Brief
from generator.read import Raw, articles, read_raw
from generator.store import Outcome, Store

if TYPE_CHECKING:
    from generator.briefer import Briefer

#: Called after each seed with how many are done, how many there are, and the seed's name.
Progress = Callable[[int, int, str], None]

#: Project folder in which everything lies that can be made again.
SCRATCH = ".brief"


@dataclass(slots=True)
class Gathered:
    """What the seeds gave."""

    briefs: list[Brief] = field(default_factory=list)
    """By name of the seed."""
    keys: list[str] = field(default_factory=list)
    """Store keys of `briefs`."""
    refused: list[SeedError] = field(default_factory=list)
    """Seeds that gave no brief, by name."""
    built: int = 0
    reused: int = 0
    notice: str | None = None
    """One line for the user, such as the install line of a missing model."""


def gather(project: Path, settings: Settings, today: str, progress: Progress) -> Gathered:
    """Briefs all seeds of a project. `today` (ISO date) only decides whether an embargo is over."""
    folder = project / settings.seeds
    if not folder.is_dir():
        raise BriefError(f"No folder {settings.seeds!r} in {project}. Make a project first: brief init")
    files = list(list_seeds(folder))
    found = Gathered()
    store = Store(project / SCRATCH / "store", settings)
    kitchen = _Kitchen(settings, store, found)
    articles: dict[str, str] = {}
    for number, file in enumerate(files, 1):
        for name, outcome, key, fresh in kitchen.outcomes(file):
            refusal = _refusal(name, outcome, today, articles)
            if refusal is not None:
                found.refused.append(refusal)
            elif outcome.brief is not None:
                found.briefs.append(outcome.brief)
                found.keys.append(key)
                found.built += fresh
                found.reused += not fresh
        progress(number, len(files), file.name)
    store.prune()
    return found


class Dish(NamedTuple):
    """What came of one article."""

    name: str
    outcome: Outcome
    key: str
    """Under which the store keeps it; "" if it does not."""
    fresh: bool
    """True if it was made anew."""


class _Kitchen:
    """Takes outcomes from the store or makes them; the models load at the first article that is new."""

    def __init__(self, settings: Settings, store: Store, found: Gathered) -> None:
        self.settings, self.store, self.found = settings, store, found
        self._briefer: Briefer | None = None

    def outcomes(self, file: SeedFile) -> Iterator[Dish]:
        """What comes of the articles of a file, in order."""
        if file.refusal is not None:
            yield Dish(file.name, _refused(file.refusal), "", False)
            return
        try:
            for raw in articles(file.path, self.settings, file.name):
                if isinstance(raw, SeedError):
                    yield Dish(raw.name, _refused(raw), "", False)
                else:
                    yield self._outcome(raw)
        except SeedError as error:
            yield Dish(file.name, _refused(error), "", False)

    def _outcome(self, raw: Raw) -> Dish:
        key = self.store.key(raw.name, raw.sha256, (raw.beside, raw.metadata))
        kept = self.store.get(key)
        if kept is not None:
            return Dish(raw.name, kept, key, False)
        made = self._make(raw)
        self.store.put(key, made)
        return Dish(raw.name, made, key, True)

    def _make(self, raw: Raw) -> Outcome:
        from generator.briefer import Briefer

        if self._briefer is None:
            self._briefer = Briefer(self.settings)
        try:
            seed = read_raw(raw, self.settings)
            if seed.metadata.hold:
                raise SkippedSeed("hold", f"{raw.name}: held back by hold = true in its metadata", raw.name)
            brief = self._briefer.brief_seed(seed)
        except SeedError as error:
            return _refused(error)
        self.found.notice = self._briefer.notice
        return Outcome(brief=brief, embargo=seed.metadata.embargo)


def _refused(error: SeedError) -> Outcome:
    return Outcome(code=error.code, message=error.message, broken=isinstance(error, BrokenSeed))


def _refusal(name: str, outcome: Outcome, today: str, articles: dict[str, str]) -> SeedError | None:
    """Why a seed's brief is not shown, if so; `articles` remembers the ones seen so far."""
    if outcome.brief is None:
        return (BrokenSeed if outcome.broken else SkippedSeed)(outcome.code, outcome.message, name)
    if outcome.embargo is not None and today < outcome.embargo:
        return SkippedSeed("embargo", f"{name}: under embargo until {outcome.embargo}", name)
    brief = outcome.brief
    parts = [brief.title, *brief.paragraphs]  # one text under two headlines is two articles
    pieces = (" ".join(brief.text[part.start : part.end].split()) for part in parts if part is not None)
    words = text_hash("\n".join(pieces))
    if articles.setdefault(words, name) != name:
        return SkippedSeed("duplicate", f"{name}: the same title and body as {articles[words]}", name)
    return None
