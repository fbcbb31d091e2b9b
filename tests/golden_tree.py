"""The golden tree: what the sample seeds become, as text, page by page.

    make golden     writes tests/golden anew; read the diff before you commit it

The rules find the quotes here, because a model's products round differently on other processors.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.projects import brief

GOLDEN = ROOT / "tests" / "golden"
SETTINGS = 'site_name = "Golden Briefings"\nquotes = "rules"\npdf = false\n'
#: What is kept of the tree that MkDocs gets: text that newsbrief wrote.
KEPT = {".md", ".json", ".csv"}


def build(folder: Path) -> dict[str, str]:
    """Builds the sample seeds in `folder`; text of each file by its path."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "brief.toml").write_text(SETTINGS, encoding="utf-8")
    done = brief("build", cwd=folder)
    if done.returncode:
        raise RuntimeError(done.stderr)
    docs = folder / ".brief" / "docs"
    return {
        path.relative_to(docs).as_posix(): path.read_text("utf-8")
        for path in sorted(docs.rglob("*"))
        if path.suffix in KEPT
    }


def stored() -> dict[str, str]:
    """The golden tree as committed."""
    return {p.relative_to(GOLDEN).as_posix(): p.read_text("utf-8") for p in sorted(GOLDEN.rglob("*")) if p.is_file()}


def main() -> None:
    """Writes the golden tree anew."""
    with tempfile.TemporaryDirectory() as scratch:
        tree = build(Path(scratch) / "golden")
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, text in tree.items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{len(tree)} files in {GOLDEN}", file=sys.stderr)


if __name__ == "__main__":
    main()
