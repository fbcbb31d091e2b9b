"""Settings from brief.toml: one frozen value, defaults beside the names."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from generator.errors import SettingsError
from generator.model import Agency, OwnActor

FILE = "brief.toml"
AGENCIES = "agencies.toml"
ACTORS = "actors.toml"
MESSAGES = "messages"
"""Folder of messages, one file for a language: en.toml."""

Column = Literal["title", "deck", "byline", "text", "published", "url", "outlet", "language", "id", "hold", "embargo"]
"""What a column of a table can hold."""
EngineName = Literal["mkdocs", "properdocs", "zensical"]
"""What can make pages of the Markdown tree: see render/engines.py."""
Message = str | dict[str, str]
"""A text, or one for each plural form of its language: "one" -> "{n} brief", "other" -> "{n} briefs"."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything a user can set. Unknown keys are errors."""

    site_name: str = "Briefings"
    """Name on every page."""
    site_url: str = ""
    """Address of the published site; canonical links need it."""
    public: bool = False
    """False asks search engines to stay away (noindex)."""
    labels: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    """Language of our own words on pages and in PDFs: "en", "de", or that of a file in the folder messages."""
    seeds: str = "seeds"
    """Folder of the articles."""
    publish_text: Literal["excerpts", "full"] = "excerpts"
    """"full" republishes whole articles: set it only for texts that you may publish."""
    publish_share: Annotated[float, msgspec.Meta(gt=0, le=1)] = 0.6
    """Largest share of an article's body that all published files of a brief together may show."""
    summary_sentences: Annotated[int, msgspec.Meta(ge=1, le=20)] = 3
    """Length of the summary in sentences."""
    summary_words: Annotated[int, msgspec.Meta(ge=10, le=1000)] | None = None
    """Length of the summary in words; when set it takes the place of summary_sentences."""
    quotes: Literal["model", "rules"] = "model"
    """"model" needs the package newsbrief-quotes; without it rules are used and one line says so."""
    unsure_below: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.5
    """Speakers with a lower confidence are shown as unsure."""
    date_order: Literal["DMY", "MDY", "YMD"] | None = None
    """How to read 03/04/2020; without it such dates are refused."""
    actor_pages: Annotated[int, msgspec.Meta(ge=0)] = 5
    """People and organizations of a brief, its most important ones, that have a page though nobody else names them."""
    engine: EngineName = "mkdocs"
    """What makes the pages; "properdocs" and "zensical" are extras of their own."""
    pdf: bool = True
    """One PDF per brief."""
    largest_seed: Annotated[int, msgspec.Meta(ge=1000)] = 5_000_000
    """Bytes; larger articles are refused."""
    largest_page: Annotated[int, msgspec.Meta(ge=1000)] = 20_000_000
    """Bytes; larger HTML pages are refused."""
    reading_seconds: Annotated[float, msgspec.Meta(gt=0)] = 30.0
    """Seconds; an article that takes longer to read and take apart is refused."""
    columns: dict[Column, str] = {}
    """Column -> what your tables and JSON call it, where that is not one of the usual names."""
    rules_off: tuple[str, ...] = ()
    """Furniture rules that are not applied, by name (`brief show --explain` prints the names)."""
    furniture_lines: tuple[str, ...] = ()
    """Exact lines of your own outlet that are never part of an article."""
    furniture_patterns: tuple[str, ...] = ()
    """Regular expressions; a line that one matches as a whole is removed."""
    agencies: tuple[Agency, ...] = ()
    """Agencies and outlets of your own, from the project's agencies.toml."""
    actors: tuple[OwnActor, ...] = ()
    """What you say of actors, from the project's actors.toml."""
    messages: dict[str, Message] = {}
    """What the pages say in other words than ours, from the project's messages/en.toml or that of its language."""


def load(folder: Path, engine: EngineName | None = None) -> Settings:
    """Settings of a project folder, with another engine if one is named; the defaults if it has no brief.toml.

    Raises SettingsError.
    """
    settings = _read(folder / FILE)
    if engine is not None:
        settings = msgspec.structs.replace(settings, engine=engine)
    if (folder / AGENCIES).exists():
        from generator.credit.agencies import load_agencies

        settings = msgspec.structs.replace(settings, agencies=load_agencies(folder / AGENCIES))
    if (folder / ACTORS).exists():
        from generator.edition.actors_file import load_actors

        settings = msgspec.structs.replace(settings, actors=load_actors(folder / ACTORS))
    if settings.labels != Settings().labels or (folder / MESSAGES).exists():
        from generator.render.catalogues import own_messages

        settings = msgspec.structs.replace(settings, messages=own_messages(folder / MESSAGES, settings.labels))
    return settings


def _read(path: Path) -> Settings:
    if not path.exists():
        return Settings()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        for name, file in (("agencies", AGENCIES), ("actors", ACTORS), ("messages", f"{MESSAGES}/en.toml")):
            if name in found:
                raise SettingsError(f"{path}: {name} stand in a file of their own, {file}. Move them there.")
        return msgspec.convert(found, Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {error}. See the comments that `brief init` writes into a new {FILE}.") from error
