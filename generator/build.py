"""seeds -> site/: what `brief build` does, and what it need not do again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.config import Settings
from generator.errors import BuildError, SeedError
from generator.gather import SCRATCH, Gathered, Progress, gather
from generator.model import Notice
from generator.paths import templates
from generator.render.engines import ENGINES
from generator.store import package_files, tree_hash, versions
from generator.talk import counted

#: Distributions that shape the bytes of a site, beside its engine.
TOOLS = (
    "pagefind",
    "typst",
    "jinja2",
    "babel",
    "rapidfuzz",
    "rensa",
)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    built: int
    reused: int
    refused: tuple[SeedError, ...]
    warned: tuple[tuple[str, Notice], ...]
    """(seed name, warning)."""
    notice: str | None
    output: Path
    pages: int
    """Files of the site written or changed; 0 if nothing changed."""

    def summary(self, seconds: float) -> str:
        """The closing line."""
        reasons: dict[str, int] = {}
        for error in self.refused:
            reasons[error.code] = reasons.get(error.code, 0) + 1
        why = f" ({', '.join(f'{n} {code}' for code, n in sorted(reasons.items()))})" if reasons else ""
        state = (
            f"{counted(self.pages, 'file')} written to {self.output}" if self.pages else f"{self.output} is up to date"
        )
        return (
            f"{counted(self.built, 'brief')} built, {self.reused} reused, "
            f"{counted(len(self.refused), 'seed')} skipped{why}; "
            f"{counted(len(self.warned), 'warning')}; {state}; {seconds:.1f} s"
        )


def build_site(
    project: Path, settings: Settings, output: Path, today: str, epoch: int | None, progress: Progress
) -> Built:
    """Builds the site of a project into `output`.

    `epoch` (seconds since 1970) dates the site; None takes the newest article. Raises BuildError; `output` is then as
    it was.
    """
    tools = [*ENGINES[settings.engine].versions(), *versions(TOOLS)]
    found = gather(project, settings, today, progress)
    if not found.briefs:
        lines = "".join(f"\n  skipped ({error.code}) {error.message}" for error in found.refused)
        raise BuildError(f"No seed in {project / settings.seeds} gives a brief; the site stays as it is.{lines}")
    stamp = Stamp(project / SCRATCH / "built.json", output)
    inputs = _inputs(project, settings, found, epoch, tools)
    pages = 0
    if not stamp.holds(inputs):
        from generator.render.site import render_site

        stamp.clear()
        pages = render_site(found.briefs, settings, project, output, epoch)
        stamp.write(inputs)
    warned = tuple((brief.seed.name, notice) for brief in found.briefs for notice in brief.warnings)
    return Built(found.built, found.reused, tuple(found.refused), warned, found.notice, output, pages)


def _inputs(project: Path, settings: Settings, found: Gathered, epoch: int | None, tools: list[str]) -> str:
    """Hash of everything that a site is made from."""
    packaged = templates()
    files = [(f"package/{name}", path) for name, path in package_files(rendering=True)]
    for label, folder in (("packaged", packaged), ("project", project / "templates")):
        files += [(f"{label}/{p.relative_to(folder).as_posix()}", p) for p in folder.rglob("*") if p.is_file()]
    files += [("mkdocs.yml", path) for path in [project / "mkdocs.yml"] if path.is_file()]
    parts = [tree_hash(files), *tools, msgspec.json.encode(settings).decode(), str(epoch), *found.keys]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class Stamp:
    """Remembers what the site in `output` was made from, and how many files it has."""

    def __init__(self, path: Path, output: Path) -> None:
        self.path, self.output = path, output

    def _state(self, inputs: str) -> dict[str, object]:
        files = sum(path.is_file() for path in self.output.rglob("*")) if self.output.is_dir() else 0
        return {"inputs": inputs, "output": str(self.output.resolve()), "files": files}

    def holds(self, inputs: str) -> bool:
        """True if the site is there and was made from these inputs."""
        try:
            kept = msgspec.json.decode(self.path.read_bytes())
        except (OSError, msgspec.DecodeError):
            return False
        return (self.output / "index.html").is_file() and bool(kept == self._state(inputs))

    def clear(self) -> None:
        """Forgets, so that a build that breaks off is not taken for a whole one."""
        self.path.unlink(missing_ok=True)

    def write(self, inputs: str) -> None:
        """Remembers."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(msgspec.json.encode(self._state(inputs)))
