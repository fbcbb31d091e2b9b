"""The GitHub workflows: of this project, and of the projects that `brief init` makes."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent
OWN = ROOT / ".github" / "workflows" / "ci.yml"
PAGES = ROOT / "templates" / "init" / ".github" / "workflows" / "pages.yml"


def run(*command: str) -> None:
    """Runs a tool that is installed beside this Python; it must end well."""
    tool = str(Path(sysconfig.get_path("scripts")) / command[0])
    environment = {**os.environ, "NO_COLOR": "1", "CI": "false"}
    done = subprocess.run([tool, *command[1:]], capture_output=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", [OWN, PAGES], ids=lambda path: path.name)
def test_workflow_is_what_github_accepts(workflow: Path) -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow))


@pytest.mark.parametrize("workflow", [OWN, PAGES], ids=lambda path: path.name)
def test_workflow_gives_nothing_away(workflow: Path) -> None:
    run("zizmor", "--offline", "--pedantic", "--no-progress", str(workflow))


def steps(workflow: Path, job: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"][job]["steps"]
    return found


def test_pages_are_built_and_published() -> None:
    build = [str(step.get("run") or str(step["uses"]).partition("@")[0]) for step in steps(PAGES, "build")]
    deploy = [str(step["uses"]).partition("@")[0] for step in steps(PAGES, "deploy")]
    assert "brief build" in build
    assert build[-1] == "actions/upload-pages-artifact"
    assert deploy == ["actions/deploy-pages"]


def test_pages_install_a_version_like_this_one() -> None:
    import tomllib

    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    install = next(str(step["run"]) for step in steps(PAGES, "build") if "newsbrief" in str(step.get("run")))
    assert version in SpecifierSet(install.partition("newsbrief[html]")[2].strip('"'))


def test_linux_runs_what_developers_run_on_every_python() -> None:
    job = yaml.safe_load(OWN.read_text(encoding="utf-8"))["jobs"]["linux"]
    assert any(str(step.get("run", "")).startswith("make test") for step in job["steps"])
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]
