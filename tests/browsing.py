"""A built site in a real browser: a server for it, and a page that reports what leaves it and what fails in it."""

from __future__ import annotations

import functools
import gzip
import io
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import Any

from tests.conftest import must_have

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
PACKED = frozenset([".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv"])


class _Server(SimpleHTTPRequestHandler):
    """Serves the folder as the address `below`, its 404.html for what is not there, nothing outside of `below`."""

    def __init__(self, *arguments: Any, below: str, packed: bool, **named: Any) -> None:
        self.below = below
        self.packed = packed
        super().__init__(*arguments, **named)

    def log_message(self, format: str, *values: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        inside = path.startswith(f"/{self.below}")
        return super().translate_path(path[len(self.below) :]) if inside else f"{self.directory}/not-below"

    def send_head(self) -> Any:
        """Texts go packed where they are to."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path /= "index.html" if self.path.partition("?")[0].endswith("/") else ""
        if not self.packed or path.suffix not in PACKED or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 9, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return io.BytesIO(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(site: Path, below: str = "", *, packed: bool = False) -> Iterator[str]:
    """The address of a site while it is served, as hosts do it; `below` is a folder of the host, "desk/".

    `packed` sends texts as GitHub Pages does: gzip, ten minutes in the cache.
    """
    handler = functools.partial(_Server, directory=str(site), below=below, packed=packed)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.handle_error = lambda request, client_address: None  # a browser that closes a page hangs up
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{below}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a window; the test is skipped where there is none."""
    executable = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    must_have(executable is not None and find_spec("playwright") is not None, "a Chromium browser with playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield opened
        opened.close()


@dataclass(slots=True)
class Seen:
    """What a page did while it was watched."""

    requests: list[str] = field(default_factory=list)
    """Addresses that it asked for."""
    errors: list[str] = field(default_factory=list)
    """Failed scripts, and what the console calls an error: refused by the policy, not found."""

    def elsewhere(self, address: str) -> list[str]:
        """Requests to other hosts than that of `address`."""
        return [url for url in self.requests if not url.startswith((address, "data:", "blob:"))]


def watched(page: Any) -> Seen:
    """Everything that a page, or a context with its pages, asks for and fails at from now on."""
    seen = Seen()
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("pageerror" if hasattr(page, "goto") else "weberror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda said: said.type == "error" and seen.errors.append(said.text))
    return seen


def until(page: Any, condition: str, seconds: float = 10.0) -> None:
    """Waits until an expression is true in the page.

    Playwright's wait_for_function would evaluate it inside the page, which the page's policy forbids.
    """
    end = monotonic() + seconds
    while not page.evaluate(condition):
        assert monotonic() < end, f"not true within {seconds} s: {condition}"
        page.wait_for_timeout(50)
