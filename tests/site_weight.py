"""What a site of made briefs costs to build and to read.

    python -m tests.site_weight [--briefs 300 1000]

A benchmark, no test: seconds differ. Bytes are those that a browser asks for which was never here, texts packed with
gzip -9; what they may be at most is held by tests.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from collections import Counter
from pathlib import Path
from time import process_time, time
from typing import Any
from urllib.parse import urlsplit

from generator.render.site import render_site
from tests.big_edition import big_edition
from tests.big_site import SETTINGS, kinds
from tests.browsing import PACKED, chromium, served, watched

PAGES = ("home", "brief", "actor", "briefs", "quotes", "actors", "days", "about")


def packed(path: Path) -> int:
    """Bytes of a file as it is sent."""
    data = path.read_bytes()
    return len(gzip.compress(data, 9, mtime=0)) if path.suffix in PACKED else len(data)


def loaded(browser: Any, site: Path, address: str, path: str) -> Counter[str]:
    """Kind of file -> bytes of the first load of a page."""
    context = browser.new_context()
    seen = watched(context)
    context.new_page().goto(address + path, wait_until="networkidle")
    context.close()
    files = {
        urlsplit(link).path.removeprefix(urlsplit(address).path) for link in seen.requests if link.startswith(address)
    }
    found: Counter[str] = Counter()
    for name in files:
        file = site / (f"{name}index.html" if not name or name.endswith("/") else name)
        found[file.suffix.removeprefix(".")] += packed(file)
    return found


def main(sizes: list[int]) -> None:
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            briefs, start, busy = big_edition(size), time(), process_time()
            render_site(briefs, SETTINGS, folder, folder / "site", None)
            took, busy, site = time() - start, process_time() - busy, folder / "site"
            bytes_of: Counter[str] = Counter()
            for path in site.rglob("*"):
                bytes_of[path.suffix] += path.stat().st_size if path.is_file() else 0
            print(
                f"{size:,} briefs: {sum(bytes_of.values()) / 1e6:.1f} MB ({bytes_of['.html'] / 1e6:.1f} MB of pages), ",
                end="",
            )
            print(f"{len(list(site.rglob('*.html'))):,} pages, {took:.0f} s, of these {busy:.0f} s of our own")
            heavy = max(site.rglob("*.html"), key=packed)
            print(f"  heaviest page: {packed(heavy) / 1e3:.1f} KB, {heavy.relative_to(site).as_posix()}")
            with served(site, "news/") as address, chromium() as browser:
                for kind in PAGES:
                    found = loaded(browser, site, address, kinds(site)[kind])
                    parts = ", ".join(f"{suffix} {count / 1e3:.1f}" for suffix, count in sorted(found.items()))
                    print(f"  {kind:<8}{sum(found.values()) / 1e3:>7.1f} KB: {parts}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, nargs="+", default=[300, 1000])
    main(parser.parse_args().briefs)
