"""The documents agree with the program, and with each other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import msgspec
import pytest

from generator import Briefer, Settings
from generator.cli import main
from generator.model import Metadata

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SHOWN = ROOT / "seeds" / "drones-hit-dorran-depot.txt"


def table(heading: str) -> dict[str, list[str]]:
    """Rows of the table whose first column is called `heading`: first cell (without backticks) -> the other cells."""
    block = README.split(f"| {heading} |")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split(" | ")] for row in block.splitlines()[2:]]
    return {row[0].strip("`| "): row[1:] for row in rows}


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_every_command_is_in_the_readme() -> None:
    assert {name.split()[1] for name in table("command")} == set(main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_has_help(name: str) -> None:
    command = main.commands[name]
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help or isinstance(option.type, click.Choice), option.name


def test_every_option_named_in_the_readme_exists() -> None:
    options = {name for command in main.commands.values() for option in command.params for name in option.opts}
    assert set(re.findall(r"(?<![\w<!-])--[a-z][a-z-]*", README)) - options <= {"--help"}


def test_every_setting_is_in_the_readme_with_its_default() -> None:
    shown = {name: cells[0] for name, cells in table("setting").items()}
    wanted = {
        name: "not set" if default is None else f"`{msgspec.json.encode(default).decode()}`"
        for name, default in msgspec.structs.asdict(Settings()).items()
        if name not in ("agencies", "actors", "messages")
    }
    assert shown == wanted


def test_every_key_of_the_front_matter_is_in_the_readme() -> None:
    shown = set(re.findall(r"^([a-z]+):", blocks("yaml")[0], re.MULTILINE))
    assert shown | {"hold", "embargo"} == {field.name for field in msgspec.structs.fields(Metadata)}
    assert "`hold: true`" in README
    assert "`embargo: 2025-04-01`" in README


def test_exit_codes_are_explained() -> None:
    assert set(table("exit code")) == {"0", "1", "2"}


def test_python_example_runs(briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), {})


def test_show_example_is_cut_from_the_article(briefer: Briefer) -> None:
    article = " ".join(briefer.brief_file(SHOWN).text.split())
    shown = re.findall("“([^”]+)”", " ".join(blocks("text")[0].split()))
    assert len(shown) > 4
    assert [words for words in shown if words not in article] == []


def test_data_example_is_cut_from_the_article(briefer: Briefer) -> None:
    text = briefer.brief_file(SHOWN).text
    shown = json.loads(blocks("json")[0])
    for slice_ in (shown, shown["speaker"], shown["cue"], *shown["spans"]):
        assert text[slice_["start"] : slice_["end"]] == slice_["text"]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / target).exists(), target


def test_files_named_for_contributors_exist() -> None:
    names = set(re.findall(r"`((?:generator|tests|templates|seeds)/[\w./-]*)`", CONTRIBUTING))
    assert len(names) > 8
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_make_targets_named_for_contributors_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", README + CONTRIBUTING)) <= targets
    assert {"site", "test", "check", "format", "golden", "soak", "lock", "clean"} <= targets


def test_no_text_is_left_to_be_filled_in() -> None:
    assert "<!--" not in README
    assert "TODO" not in README + CONTRIBUTING
