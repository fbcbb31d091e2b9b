"""The command `brief`: options, one call, what to print. Data goes to stdout, talk to stderr."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.talk import SeedProgress, clean, counted, refusal_line, say

if TYPE_CHECKING:
    from generator.config import EngineName
    from generator.model import Brief

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
EXIT_CODES = (
    "Exit codes: 0 done; 1 something is wrong (a build that failed; with --strict, anything reported); 2 usage."
)
PATH = click.Path(path_type=Path)
PROJECT = click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="Folder of the project.",
)


@click.group(context_settings=CONTEXT, epilog=EXIT_CODES)
@click.version_option(package_name="newsbrief", prog_name="brief")
def main() -> None:
    """Turn news articles into briefings that can be checked.

    Start with `brief init`, put articles into seeds/, and run `brief build`.
    """


@main.command()
@click.argument("folder", type=PATH, default=".")
def init(folder: Path) -> None:
    """Make a project in FOLDER (default: here) that builds at once. Never overwrites a file."""
    from generator.project import init_project

    made = init_project(folder)
    for path in made.written:
        say(f"wrote {path}")
    for path in made.kept:
        say(f"kept  {path} (it was there)")
    say("Next: put articles into seeds/ and run `brief build`.")


@main.command(epilog=EXIT_CODES)
@PROJECT
@click.option("--output", type=PATH, help="Folder of the site (default: site).")
@click.option(
    "--engine", type=click.Choice(["mkdocs", "properdocs", "zensical"]), help="What makes the pages (default: mkdocs)."
)
@click.option("--strict", is_flag=True, help="Exit with 1 if any seed was skipped or has a warning.")
@click.option("--quiet", is_flag=True, help="Print problems only.")
def build(project: Path, output: Path | None, engine: EngineName | None, strict: bool, quiet: bool) -> None:
    """Read the seeds and build the site and its PDFs."""
    from time import perf_counter

    from generator.build import build_site
    from generator.config import load

    start = perf_counter()
    settings = load(project, engine)
    with SeedProgress(quiet) as progress:
        done = build_site(project, settings, output or project / "site", _today(), _epoch(), progress)
    for error in done.refused:
        say(refusal_line(error))
    if done.notice:
        say(done.notice)
    if not quiet:
        say(done.summary(perf_counter() - start))
    if strict and (done.refused or done.warned):
        for name, notice in done.warned:
            say(f"warning {notice.code}: {name}: {notice.message}")
        sys.exit(1)


@main.command(epilog=EXIT_CODES)
@PROJECT
@click.option("--strict", is_flag=True, help="Exit with 1 if there is any problem.")
@click.option("--suggest", is_flag=True, help="Print likely merges of actors instead, to be pasted into actors.toml.")
def check(project: Path, strict: bool, suggest: bool) -> None:
    """Read the seeds and report problems without building."""
    from generator.check import likely_merges, missing_labels, problems, unknown_actors, unknown_rows
    from generator.config import load
    from generator.gather import gather

    settings = load(project)
    with SeedProgress(quiet=False) as progress:
        found = gather(project, settings, _today(), progress)
    if suggest:
        entries = likely_merges(found.briefs, settings)
        for entry in entries:
            click.echo("\n".join(map(clean, entry.split("\n"))))
        hint = "; paste those that are right into actors.toml" if entries else ""
        say(f"{counted(len(entries), 'likely merge')}{hint}")
        return
    lines = [refusal_line(e) for e in found.refused]
    lines += unknown_rows(project / settings.seeds)
    lines += unknown_actors(found.briefs, settings)
    lines += missing_labels(settings)
    lines += [f"{p.code}: {brief.seed.name}: {p.message}" for brief in found.briefs for p in problems(brief)]
    for line in lines:
        click.echo(clean(line))
    say(f"{counted(len(found.briefs), 'brief')}, {counted(len(lines), 'problem')}")
    if strict and lines:
        sys.exit(1)


@main.command()
@click.argument("file", type=PATH)
@click.option("--explain", is_flag=True, help="Add what was removed and the rule behind each line.")
@click.option("--text", "as_text", is_flag=True, help="Print the text that offsets count in, nothing else.")
def show(file: Path, explain: bool, as_text: bool) -> None:
    """Print the brief of one FILE."""
    from generator.config import load

    if as_text:
        from generator.read import read

        sys.stdout.write(read(file, load(_home(file))).text)
        return
    from generator.render.terminal import show as print_brief

    print_brief(_brief(file), explain=explain, settings=load(_home(file)))


@main.command()
@click.argument("file", type=PATH, required=False)
@click.option("--all", "everything", is_flag=True, help="All seeds of the project together (json: as one list).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "ftm", "jsonld"]),
    default="json",
    show_default=True,
    help="json: all of it. csv: the quotes. ftm: the actors as FollowTheMoney entities, one JSON a line. "
    "jsonld: the actors in the words of schema.org.",
)
@PROJECT
def export(file: Path | None, everything: bool, form: str, project: Path) -> None:
    """Print the brief of FILE, or of --all seeds, as data."""
    from generator.config import load
    from generator.render.exports import brief_json
    from generator.render.forms import exported

    if (file is None) != everything:
        raise click.UsageError("Name one FILE, or give --all.")
    briefs = [_brief(file)] if file is not None else _all(project)
    home = project if file is None else _home(file)
    pieces = [brief_json(briefs[0])] if file is not None and form == "json" else exported(form, briefs, load(home))
    for piece in pieces:
        sys.stdout.buffer.write(piece)


@main.command(epilog=EXIT_CODES)
@click.argument("brief", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("file", type=PATH)
def verify(brief: Path, file: Path) -> None:
    """Compare every slice of BRIEF (a brief's JSON) with the article in FILE."""
    from generator.config import load
    from generator.errors import VerifyError
    from generator.read import read
    from generator.verify import verify as compare

    problems = compare(brief.read_bytes(), read(file, load(_home(file))).text)
    for problem in problems:
        click.echo(clean(problem))
    if problems:
        raise VerifyError(f"{brief}: {len(problems)} things are not as in {file}.")
    say(f"every slice of {brief} stands in {file}, letter for letter")


def _brief(file: Path) -> Brief:
    from generator.briefer import Briefer
    from generator.config import load

    briefer = Briefer(load(_home(file)))
    brief = briefer.brief_file(file)
    if briefer.notice:
        say(briefer.notice)
    return brief


def _all(project: Path) -> list[Brief]:
    from generator.config import load
    from generator.gather import gather

    with SeedProgress(quiet=True) as progress:
        found = gather(project, load(project), _today(), progress)
    for error in found.refused:
        say(refusal_line(error))
    return found.briefs


def _home(file: Path) -> Path:
    """The project a file belongs to: the nearest folder above it with a brief.toml, else where we stand."""
    from generator.config import FILE

    return next((folder for folder in file.absolute().parents if (folder / FILE).is_file()), Path())


def _today() -> str:
    """ISO date; SOURCE_DATE_EPOCH sets it."""
    from datetime import UTC, datetime

    epoch = _epoch()
    return (datetime.now(UTC) if epoch is None else datetime.fromtimestamp(epoch, UTC)).date().isoformat()


def _epoch() -> int | None:
    """SOURCE_DATE_EPOCH in seconds, if set."""
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    if not value.isdecimal():
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {value!r}; it must be a number of seconds since 1970.")
    return int(value)
