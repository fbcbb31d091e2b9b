"""`brief init`: a new project, its settings file and its sample."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from generator import Briefer, Settings
from generator.cli import main
from generator.config import load
from generator.errors import BriefError
from generator.paths import templates
from generator.project import init_project

FILES = [
    ".github/workflows/pages.yml",
    ".gitignore",
    "actors.toml",
    "brief.toml",
    "mkdocs.yml",
    "seeds/sample-harbor-pilots.md",
]


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def settings_switched_on() -> dict[str, object]:
    """The settings of the brief.toml of a new project, as if every "#" before one were taken away."""
    lines = (templates() / "init" / "brief.toml").read_text(encoding="utf-8").splitlines()
    names = tuple(f"# {field.name} = " for field in msgspec.structs.fields(Settings))
    return tomllib.loads("\n".join(line.removeprefix("# ") for line in lines if line.startswith(names)))


def test_a_new_project_has_these_files(tmp_path: Path) -> None:
    made = init_project(tmp_path)
    assert list(tree(tmp_path)) == FILES
    assert sorted(path.relative_to(tmp_path).as_posix() for path in made.written) == FILES
    assert made.kept == ()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text('site_name = "Mine"\n')
    (tmp_path / ".gitignore").symlink_to("nowhere")
    made = init_project(tmp_path)
    assert (tmp_path / "brief.toml").read_text() == 'site_name = "Mine"\n'
    assert not (tmp_path / "nowhere").exists()
    assert [path.name for path in made.kept] == [".gitignore", "brief.toml"]


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    init_project(tmp_path)
    before = tree(tmp_path)
    made = init_project(tmp_path)
    assert tree(tmp_path) == before
    assert made.written == ()


def test_no_sample_among_articles_of_your_own(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "mine.txt").write_text("An article.\n")
    init_project(tmp_path)
    assert [path.name for path in (tmp_path / "seeds").iterdir()] == ["mine.txt"]


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("not a folder")
    with pytest.raises(BriefError, match="seeds is a file"):
        init_project(tmp_path)


def test_the_command_takes_a_folder_and_asks_nothing(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new" / "desk")], input="")
    assert result.exit_code == 0
    assert list(tree(tmp_path / "new" / "desk")) == FILES
    assert "brief build" in result.output


def test_settings_file_names_every_setting_with_its_default() -> None:
    shown = settings_switched_on()
    files = ("agencies", "actors", "messages")
    fields = {name: value for name, value in msgspec.structs.asdict(Settings()).items() if name not in files}
    assert set(shown) == set(fields)
    msgspec.convert(shown, Settings)
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in shown.items()}
    assert {name: values[name] for name, default in fields.items() if default is not None} == {
        name: default for name, default in fields.items() if default is not None
    }


def test_settings_file_switches_nothing_on(tmp_path: Path) -> None:
    init_project(tmp_path)
    assert load(tmp_path) == Settings()


def test_the_sample_gives_a_brief(briefer: Briefer) -> None:
    brief = briefer.brief_file(templates() / "init" / "seeds" / "sample-harbor-pilots.md")
    assert brief.title is not None
    assert brief.summary
    assert brief.actors
    assert brief.quotes
    assert brief.published == "2025-03-18"
    assert [source.name for source in brief.sources] == ["Reuters", "Deutsche Presse-Agentur", "Agence France-Presse"]


def test_a_new_project_has_the_mkdocs_settings_of_this_one() -> None:
    root = Path(__file__).parent.parent
    assert (templates() / "init" / "mkdocs.yml").read_bytes() == (root / "mkdocs.yml").read_bytes()
