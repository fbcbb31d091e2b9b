"""Web archives: pages of a stream, each an article of its own."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.config import Settings
from generator.errors import SeedError
from generator.read import articles, read, read_raw

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>{title}</h1><p>The ferry between Zenda and Strelsau ran aground on Monday, the ministry said.</p>
<p>All 212 passengers were taken ashore by the coast guard before night fell on the bay.</p>
<p>The ministry said that it would publish a first report on the accident in two weeks.</p>
{more}</article></body></html>"""

# The writer of warcio leaves its scratch files to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile:ResourceWarning")


def archive(path: Path, *, compress: bool = True) -> Path:
    """An archive with two pages, and what else a crawler keeps."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=compress)

        more = "<p>The ferry had been built in 1961 and was to be sold to a museum in Hentzau.</p>" * 9

        def answer(
            url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **more: str
        ) -> None:
            headers = StatusAndHeaders(status, [("Content-Type", kind), *more.items()], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
            )

        answer("https://courier.example/gone", PAGE.format(title="Gone", more="").encode(), status="404 Not Found")
        answer("https://courier.example/style.css", b"p { color: red }", "text/css")
        answer("https://courier.example/ferry", PAGE.format(title="Ferry Runs Aground", more=more).encode())
        packed = gzip.compress(PAGE.format(title="Ferry Is Afloat", more=more).encode())
        answer("https://courier.example/afloat", packed, **{"Content-Encoding": "gzip"})
    return path


@pytest.mark.parametrize(("name", "compress"), [("crawl.warc.gz", True), ("crawl.warc", False)])
def test_each_page_is_an_article(tmp_path: Path, name: str, compress: bool) -> None:
    path = archive(tmp_path / name, compress=compress)
    seeds = [read_raw(raw, Settings()) for raw in articles(path, Settings(), name) if not isinstance(raw, SeedError)]
    assert [seed.name for seed in seeds] == [f"{name}#1", f"{name}#2"]
    assert [seed.text.split("\n")[0] for seed in seeds] == ["Ferry Runs Aground", "Ferry Is Afloat"]
    assert [seed.metadata.url for seed in seeds] == ["https://courier.example/ferry", "https://courier.example/afloat"]


def test_an_archive_that_breaks_off_keeps_the_pages_before(tmp_path: Path) -> None:
    path = archive(tmp_path / "crawl.warc.gz")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - 200])
    found = list(articles(path, Settings(), path.name))
    assert [raw.code if isinstance(raw, SeedError) else "" for raw in found] == ["", "parse"]


def test_a_page_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "crawl.warc.gz")
    found = list(articles(path, Settings(largest_page=1000), path.name))
    assert [raw.code if isinstance(raw, SeedError) else "" for raw in found] == ["too_large", "too_large"]


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_text("no archive at all\n" * 9)
    with pytest.raises(SeedError) as caught:
        read(tmp_path / "crawl.warc", Settings())
    assert caught.value.code in {"parse", "empty"}
