"""Makes small projects and runs the real command in them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ARTICLE = """{title}

The transport ministry said on March 3 that two bridges over the river Mure would close for repairs until June.

Engineers found cracks in the older of the two in November, when the water was low.

"We cannot take risks with a structure that carries 40,000 vehicles a day," minister {minister} told reporters.

The closure will add about 25 minutes to the journey between the two cities, the ministry said.

With reporting by AP and {agency}
"""


def article(title: str = "Orvana Closes Two Bridges", minister: str = "Lena Havel", agency: str = "Reuters") -> str:
    """An invented article; each argument makes another one."""
    return ARTICLE.format(title=title, minister=minister, agency=agency)


def project(folder: Path, seeds: dict[str, str | bytes], settings: str = "pdf = false\n") -> Path:
    """A project with these seeds; PDFs are left out unless `settings` asks for them."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "brief.toml").write_text(settings, encoding="utf-8")
    for name, content in seeds.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / "seeds" / name).write_bytes(data)
    return folder


def brief(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs `brief ARGUMENTS` as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1", **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below a folder: (time of last change in ns, bytes)."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
