"""The wheel: everything that a user needs is in it, and it works where nothing else of this repository is."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.projects import article, brief

ROOT = Path(__file__).parent.parent


def python(*arguments: str, cwd: Path, path: Path | None = None) -> str:
    """Runs this Python; what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    return next(folder.glob("newsbrief-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed wheel and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    options = ("--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "-q", "--target", str(folder))
    python("-m", "pip", "install", *options, str(wheel), cwd=folder)
    return folder


def below(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts}


def test_wheel_holds_the_code_its_data_and_all_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    code = {f"generator/{name}" for name in below(ROOT / "generator")}
    templates = {f"generator/templates/{name}" for name in below(ROOT / "templates")}
    assert "generator/templates/init/.github/workflows/pages.yml" in templates
    assert code | templates <= names
    assert {name.rpartition("/")[2] for name in names if name.rpartition("/")[0].endswith("licenses")} == {
        "LICENSE",
        "NOTICE",
    }


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    outside = [name for name in zipfile.ZipFile(wheel).namelist() if not name.startswith(("generator/", "newsbrief-"))]
    assert outside == []


def test_a_wheel_made_from_the_source_archive_holds_the_same(wheel: Path, tmp_path: Path) -> None:
    python("-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path), cwd=ROOT)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = next(path for path in tmp_path.iterdir() if path.is_dir())
    python("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=unpacked)
    again = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert again == zipfile.ZipFile(wheel).namelist()


def test_installed_wheel_makes_and_builds_a_project(installed: Path, tmp_path: Path) -> None:
    where = python("-c", "import generator; print(generator.__file__)", cwd=tmp_path, path=installed).strip()
    assert Path(where).is_relative_to(installed)
    assert brief("init", cwd=tmp_path, env={"PYTHONPATH": str(installed)}).returncode == 0
    done = brief("build", cwd=tmp_path, env={"PYTHONPATH": str(installed)})
    assert done.returncode == 0, done.stderr
    assert "Harbor pilots" in (tmp_path / "site" / "briefs" / "index.html").read_text(encoding="utf-8")


def test_installed_wheel_builds_in_an_empty_folder_with_one_seed(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridges.txt").write_text(article(), encoding="utf-8")
    done = brief("build", cwd=tmp_path, env={"PYTHONPATH": str(installed)})
    assert done.returncode == 0, done.stderr
    assert "Lena Havel" in "".join(page.read_text("utf-8") for page in (tmp_path / "site").rglob("*.html"))
