"""The same seeds give the same bytes: in another folder, on another day, in another time zone, in any order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from tests.made_briefs import landslide, titled, with_name
from tests.projects import snapshot

FAKE_DAY = """
import datetime, time
_shift = {seconds}
_time, _time_ns, _now = time.time, time.time_ns, datetime.datetime
time.time = lambda: _time() + _shift
time.time_ns = lambda: _time_ns() + _shift * 10**9
class _Datetime(_now):
    @classmethod
    def now(cls, tz=None):
        return _now.fromtimestamp(_time() + _shift, tz)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls):
        return cls.now()
class _Date(datetime.date):
    @classmethod
    def today(cls):
        return _Datetime.now().date()
datetime.datetime, datetime.date = _Datetime, _Date
"""
BUILD = """
import datetime, sys, msgspec
from pathlib import Path
from generator.config import Settings
from generator.model import Brief
from generator.render.site import render_site
here = Path(sys.argv[1])
briefs = msgspec.json.decode((here / "briefs.json").read_bytes(), type=list[Brief])
render_site(briefs, Settings(site_url="https://desk.example/", public=True), here, here / "site", None)
print(datetime.date.today().year)
"""


def build(folder: Path, seconds: int, zone: str, hash_seed: str) -> str:
    """Builds a site in a process whose clock is shifted; returns the year that it believes in."""
    (folder / "clock").mkdir(parents=True)
    (folder / "clock" / "sitecustomize.py").write_text(FAKE_DAY.format(seconds=seconds), encoding="utf-8")
    briefs = [
        landslide(),
        with_name(landslide(), "b.txt", published=None),
        titled("Road", "c.txt", published="2024-01-02"),
    ]
    if hash_seed == "1":
        briefs.reverse()
    (folder / "briefs.json").write_bytes(msgspec.json.encode(briefs))
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    path = os.pathsep.join([str(folder / "clock"), str(Path(__file__).parent.parent)])
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)],
        env={**environment, "PYTHONPATH": path, "TZ": zone, "PYTHONHASHSEED": hash_seed, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_two_folders_two_days_two_time_zones_one_site(tmp_path: Path) -> None:
    year = 365 * 86400
    first = build(tmp_path / "one", 0, "UTC", "0")
    assert build(tmp_path / "another" / "place", 3 * year, "Asia/Tokyo", "1") != first
    one, two = snapshot(tmp_path / "one" / "site"), snapshot(tmp_path / "another" / "place" / "site")
    assert [name for name in {*one, *two} if one.get(name, (0, b""))[1] != two.get(name, (0, b""))[1]] == []
    assert any(name.endswith(".pdf") for name in one)
    assert b"<lastmod>2026-03-13</lastmod>" in one["sitemap.xml"][1]
