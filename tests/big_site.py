"""The site of 301 made briefs that tests of links, readers and accessibility read: built once, whoever asks first."""

from __future__ import annotations

from pathlib import Path
from time import sleep

from generator.config import Settings
from generator.render.site import render_site
from tests.big_edition import big_edition

SIZE = 301
"""One more than an index page holds: all kinds of pages are there."""
SETTINGS = Settings(site_name="Strelsau & Sons", site_url="https://desk.example/news/", public=True, pdf=False)


def shared_site(folder: Path) -> Path:
    """The site of `SIZE` briefs, built by the process that is the first to want this folder; the others wait for it."""
    site, failed = folder / "site", folder / "failed"
    try:
        folder.mkdir()
    except FileExistsError:
        while not site.is_dir():
            assert not failed.exists(), "the big site could not be built"
            sleep(0.2)
        return site
    try:
        render_site(big_edition(SIZE), SETTINGS, folder, folder / "made", None)
        (folder / "made").rename(site)
    except BaseException:
        failed.touch()
        raise
    return site
