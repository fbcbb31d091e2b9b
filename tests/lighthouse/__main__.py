"""What Lighthouse says of a home page and a brief: four scores each, on a phone and on a desk.

    make lighthouse

Needs Node and Chromium, so `make test` runs none of it. Fails below 95.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from generator.render.site import render_site
from tests.big_edition import big_edition
from tests.big_site import SETTINGS, SIZE
from tests.browsing import ARGUMENTS, BROWSERS, served

LEAST = 95
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PRESETS = {"phone": [], "desk": ["--preset=desktop"]}


def main(program: str) -> int:
    """Prints a row for each page and preset, and what took points; 1 if a score is too low."""
    with TemporaryDirectory() as folder:
        site = Path(folder, "site")
        site.mkdir()
        with served(site, "news/", packed=True) as address:
            render_site(
                big_edition(SIZE), msgspec.structs.replace(SETTINGS, site_url=address), Path(folder), site, None
            )
            brief = next(site.glob("briefs/landslide-*/")).name
            print(f"{'page':<8}{'on a':<8}" + "".join(f"{name:>16}" for name in CATEGORIES))
            low = 0
            for page, path in (("home", ""), ("brief", f"briefs/{brief}/")):
                for preset, options in PRESETS.items():
                    report = _run(program, address + path, options, Path(folder, "report.json"))
                    scores = [round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES]
                    print(f"{page:<8}{preset:<8}" + "".join(f"{score:>16}" for score in scores), flush=True)
                    print("".join(f"    {line}\n" for line in _lost(report)), end="", flush=True)
                    low += min(scores) < LEAST
    return int(low > 0)


def _run(program: str, address: str, options: list[str], report: Path) -> dict[str, Any]:
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), "")
    flags = " ".join(["--headless=new", *ARGUMENTS])
    command = [program, address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", *options]
    subprocess.run(command, env={**os.environ, "CHROME_PATH": browser}, check=True)
    return dict(json.loads(report.read_bytes()))


def _lost(report: dict[str, Any]) -> Iterator[str]:
    """Audits that are not all they could be: name, score, what was measured."""
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{name}: {audit['title']} ({audit['score']}) {audit.get('displayValue', '')}".rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
