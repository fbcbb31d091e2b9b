"""Pagefind as a service: records go in through its input, one by one, and stand in the index in that order.

Its command reads a folder instead, in the order in which a file system lists it, which differs from one computer to
the next: so would the bytes of the index.
"""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from threading import Thread
from typing import IO, Any

import msgspec

from generator.errors import BuildError, MissingPackage

VERSION = "1.4.0"
INSTALL = f"The search index needs Pagefind. Install it: pip install 'pagefind[bin]=={VERSION}'"
LANGUAGE = "en"
"""Whose word endings Pagefind takes off."""
ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
SPARE = (
    "wasm.unknown.pagefind",
    "pagefind-ui.css",
    "pagefind-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-highlight.js",
)
"""Parts of Pagefind's own interface, and the reader of an index without a language; the search page has its own."""
BLOCK = 1 << 16
"""Bytes."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What Pagefind finds: one brief, quote or actor."""

    url: str
    """From the top of the site, with a slash before it."""
    content: str
    """The text as it is: no markup is read in it."""
    language: str = LANGUAGE
    meta: Mapping[str, str] = {}
    filters: Mapping[str, tuple[str, ...]] = {}


def files_of(records: Iterable[Record]) -> dict[str, bytes]:
    """Path -> bytes of the files of an index. Raises MissingPackage without Pagefind, BuildError if it fails."""
    made: dict[str, bytes] = {}
    said = "it broke off"
    command = [_executable(), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as service:
        assert service.stdin is not None
        assert service.stdout is not None
        sender = Thread(target=_send, args=(service.stdin, list(_requests(records))), daemon=True)
        sender.start()
        for answer in _answers(service.stdout):
            payload = answer["payload"]
            if payload["type"] == "Error":
                said = payload["message"]
                break
            if payload["type"] == "GetFiles":
                made = {file["path"].replace("\\", "/"): base64.b64decode(file["content"]) for file in payload["files"]}
                break
        service.kill()  # it would wait for more
        sender.join()
        with suppress(OSError):  # what it did not take
            service.stdin.close()
    if ENTRY not in made:
        raise BuildError(f"Pagefind could not make a search index: {said[-500:]}")
    return {name: data for name, data in sorted(made.items()) if name not in SPARE}


def _executable() -> str:
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]

        return str(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise MissingPackage(INSTALL) from error


def _requests(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {"force_language": LANGUAGE}}
    for record in records:
        yield {"type": "AddRecord", "index_id": 0, **msgspec.structs.asdict(record)}
    yield {"type": "GetFiles", "index_id": 0}  # it answers that files are written before they are


def _send(stream: IO[bytes], requests: Iterable[dict[str, Any]]) -> None:
    with suppress(OSError):  # it broke off; there is no index then
        for number, request in enumerate(requests, 1):
            message = msgspec.json.encode({"message_id": number, "payload": request})
            stream.write(base64.b64encode(message) + b",")
        stream.flush()


def _answers(stream: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The service's answers, until it ends."""
    begun: list[bytes] = []
    while block := stream.read1(BLOCK):  # type: ignore[attr-defined]
        *whole, rest = block.split(b",")
        for answer in whole:
            yield msgspec.json.decode(base64.b64decode(b"".join([*begun, answer])))
            begun = []
        begun.append(rest)
