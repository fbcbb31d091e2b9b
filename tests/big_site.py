"""The site of 301 made briefs that tests of links, readers and accessibility read: built once, whoever asks first."""

from __future__ import annotations

import json
from pathlib import Path
from time import sleep

import pytest
from slugify import slugify

from generator.config import Settings
from generator.render import days, markdown
from generator.render.site import render_site
from tests.big_edition import big_edition
from tests.extreme_briefs import PREMIER

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


def small_site(folder: Path) -> Path:
    """A site of all kinds of pages, none of them long: indexes are split early."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "PER_PAGE", 12)
        patch.setattr(days, "LONGEST", 12)
        briefs = [brief for brief in big_edition(60) if len(brief.quotes) < 24]
        render_site(briefs, SETTINGS, folder, folder / "site", None)
    return folder / "site"


def kinds(site: Path) -> dict[str, str]:
    """A page of every kind -> its address below the top of the site."""
    lists = ("briefs", "quotes", "actors", "sources", "days", "stories", "about", "search", "disputed")
    made = {"home": "", **{name: f"{name}/" for name in lists}}
    made |= {"found": "search/?q=winter", "nothing found": "search/?q=xylophone", "404": "nowhere/"}
    patterns = {
        "brief": "briefs/landslide-*",
        "bare brief": "briefs/empty*",
        "briefs of a year": "briefs/year/*",
        "quotes of a year": "quotes/year/*",
        "actors of a letter": "actors/letter/*",
        "actor": f"actors/{slugify(PREMIER)}",
        "what an actor said in a year": f"actors/{slugify(PREMIER)}/quotes/*",
        "source": "sources/elphberg-wire",
        "one source": "sources/credits/one",
        "days of a year": "days/202*",
        "days of a month": "days/202*/*",
        "story": "stories/*",
    }
    found = {name: sorted(site.glob(f"{pattern}/index.html")) for name, pattern in patterns.items()}
    return made | {name: f"{paths[-1].parent.relative_to(site).as_posix()}/" for name, paths in found.items() if paths}


def extremes(site: Path) -> dict[str, str]:
    """File of each brief that is too long, too short or too strange -> the address of its page."""
    files = {json.loads(path.read_bytes())["seed"]["name"]: path.parent for path in site.glob("briefs/*/brief.json")}
    return {
        name: f"{folder.relative_to(site).as_posix()}/"
        for name, folder in sorted(files.items())
        if not name[0].isdigit()  # the others are numbered
    }
