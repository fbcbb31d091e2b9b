"""How good it is, measured by the benches that lie beside the project.

    python -m tests.quality [--whole] [--write]

Without --whole a fixed sample is taken. --write stores what was measured: tests/baseline.json, below which `make test`
fails, and with --whole generator/data/accuracy.json, which the About page shows.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests import corpus_labels, quote_labels, speaker_labels
from tests.conftest import BENCH, ROOT
from tests.desk_quality import desk_figures
from tests.furniture_labels import score

BASELINE = ROOT / "tests" / "baseline.json"
ACCURACY = ROOT / "generator" / "data" / "accuracy.json"
#: Share of itself that a figure may fall by: other processors round the int8 model's products differently.
TOLERANCE = 0.01


class Bench(NamedTuple):
    """One scorer and the figures taken from it."""

    name: str
    command: tuple[str, ...]
    sample: tuple[str, ...]
    """Further arguments that make it short."""
    figures: tuple[tuple[str, tuple[str, ...]], ...]
    """(name, path into the scorer's JSON)."""


BENCHES = (
    Bench(
        "quotes",
        ("quotes/run.py", "quotes/polnear-dev.jsonl", "--boot", "0"),
        ("--limit", "28"),
        (
            ("verbatim joint", ("verbatim@0.8", "joint_F1")),
            ("dm joint", ("dm@0.8", "joint_F1")),
            ("direct joint", ("direct@0.8", "joint_F1")),
            ("indirect joint", ("indirect@0.8", "joint_F1")),
            ("speaker accuracy", ("verbatim@0.8", "speaker_acc")),
        ),
    ),
    Bench(
        "actors",
        ("actors/run.py",),
        (),
        (
            ("F1", ("F1",)),
            ("typed F1", ("F1_typed",)),
            ("MAP3", ("MAP3",)),
            ("alias sets whole", ("alias_one",)),
            ("role recall", ("role_recall",)),
        ),
    ),
    Bench(
        "reading",
        ("reading/run.py",),
        (),
        (
            ("lines kept F1", ("lines", "keep_F1")),
            ("lines kept P", ("lines", "keep_P")),
            ("lines kept R", ("lines", "keep_R")),
            ("credits exact", ("credits", "exact")),
            ("credits kind", ("credits", "kind")),
            ("credits role", ("credits", "role")),
            ("credits place", ("credits", "place")),
        ),
    ),
    Bench(
        "pages",
        ("reading/run_html.py",),
        (),
        (
            ("body F1", ("project", "F1")),
            ("body exact", ("project", "exact")),
            ("title exact", ("project", "title")),
            ("date", ("project", "date")),
            ("authors exact", ("project", "authors exact")),
        ),
    ),
    Bench(
        "summary",
        ("summary/run.py",),
        ("--limit", "30"),
        (
            ("ROUGE-1 at 3 sentences", ("ours, 3 sentences", "R1")),
            ("ROUGE-1 at 60 words", ("ours, 60 words", "R1")),
        ),
    ),
)


#: Rows of the About page: key of its message, question, measure, bench, figure, how well people agree, data.
QUESTIONS = (
    (
        "quoted",
        "Are quoted words found with the right speaker?",
        "joint F1",
        "quotes",
        "verbatim joint",
        ".88",
        "PolNeAR, dev",
    ),
    (
        "whole_quotes",
        "Are whole quotes found with the right speaker?",
        "joint F1",
        "quotes",
        "dm joint",
        ".90",
        "PolNeAR, dev",
    ),
    (
        "reports",
        "Are reports without quotation marks found?",
        "joint F1",
        "quotes",
        "indirect joint",
        ".63",
        "PolNeAR, dev",
    ),
    (
        "speakers",
        "If the quote is found, is the speaker right?",
        "accuracy",
        "quotes",
        "speaker accuracy",
        ".98",
        "PolNeAR, dev",
    ),
    (
        "other_outlets",
        "Are quoted words found in other outlets too?",
        "joint F1",
        "labels",
        "quoted pieces joint",
        "",
        "12 articles, unseen",
    ),
    (
        "names",
        "Is it known who “he” or a short name is?",
        "share",
        "labels",
        "speakers named",
        "",
        "134 quotes, unseen",
    ),
    (
        "actors",
        "Are the people, organizations and places found, each once?",
        "F1",
        "actors",
        "F1",
        "",
        "GUM news, train",
    ),
    ("first_actors", "Are the most important actors first?", "MAP3", "actors", "MAP3", "", "GUM news, train"),
    ("roles", "Is the role of a person found?", "recall", "actors", "role recall", "", "GUM news, train"),
    (
        "lines",
        "Is the article told from the page around it?",
        "F1 of lines",
        "labels",
        "lines kept F1",
        "",
        "20 texts, unseen",
    ),
    ("saved_pages", "Is the article told from a saved page?", "F1 of words", "pages", "body F1", "", "40 pages, dev"),
    (
        "credits",
        "Are the names of the credit line exact?",
        "share",
        "labels",
        "credits exact",
        "",
        "81 credits, unseen",
    ),
    (
        "who",
        "Is the main actor of what happened named?",
        "F1 of words",
        "desk",
        "who answered",
        "",
        "30 articles, unseen",
    ),
    ("what", "Is what happened told in its words?", "F1 of words", "desk", "what answered", "", "30 articles, unseen"),
    ("when", "Is it said when, or left open?", "F1 of words", "desk", "when answered", "", "30 articles, unseen"),
    ("where", "Is it said where, or left open?", "F1 of words", "desk", "where answered", "", "30 articles, unseen"),
    ("figures", "Are figures found with value and unit?", "F1", "desk", "figures F1", "", "33 articles, unseen"),
    (
        "figure_speakers",
        "Is it known who says a figure?",
        "share",
        "desk",
        "figures attributed",
        "",
        "33 articles, unseen",
    ),
    (
        "disputes_right",
        "Are disputed figures disputed?",
        "precision",
        "desk",
        "disputes P",
        "",
        "66 articles, 40 invented",
    ),
    ("disputes_found", "Are disputed figures found?", "recall", "desk", "disputes R", "", "66 articles, 40 invented"),
    ("claims_right", "Are marked claims claims?", "precision", "desk", "claims P", "", "76 texts, unseen"),
    ("claims_found", "Are marked claims found?", "recall", "desk", "claims R", "", "76 texts, unseen"),
    ("dates", "Is the date of an event right?", "share", "desk", "dates right", "", "33 articles, unseen"),
    (
        "stories",
        "Are briefs of one event one story?",
        "F1 of pairs",
        "desk",
        "stories F1",
        "",
        "half of 439 texts, unseen",
    ),
)


COMMAND = "python -m tests.quality --whole --write"


def accuracy(figures: dict[str, dict[str, float]], measured: str) -> dict[str, object]:
    """What the About page shows of the figures, measured on an ISO date: scores as ".89"."""
    commands = {bench.name: f"python {BENCH.name}/{' '.join(bench.command)}" for bench in BENCHES}
    rows = [
        {
            "key": key,
            "question": question,
            "measure": measure,
            "score": f"{figures[bench][figure]:.2f}".lstrip("0"),
            "people": people,
            "data": data,
            "command": commands.get(bench, COMMAND),
        }
        for key, question, measure, bench, figure, people, data in QUESTIONS
    ]
    return {"measured": measured, "command": COMMAND, "rows": rows}


def measure(bench: Bench, whole: bool) -> dict[str, float]:
    """Runs a bench; its figures by name."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        script, *arguments = bench.command
        command = [sys.executable, str(BENCH / script), *(_place(a) for a in arguments), "--json", str(out)]
        subprocess.run(command + ([] if whole else list(bench.sample)), check=True, cwd=ROOT, capture_output=True)
        data = json.loads(out.read_text("utf-8"))
    found = {}
    for name, path in bench.figures:
        value = data
        for step in path:
            value = value[step]
        found[name] = round(float(value), 4)
    return found


def label_figures() -> dict[str, float]:
    """What our own labels say of texts that no rule was written from: the half called "report"."""
    lines, _ = score("report")
    pieces, _, _ = quote_labels.score("report")
    verdicts, _ = speaker_labels.score(None)
    asked = [verdicts.get(("report", form), Counter()) for form in speaker_labels.ASKED]
    named = sum((count["right"] for count in asked), 0) / sum(count.total() for count in asked)
    credits = json.loads((ROOT / "tests" / "labels" / "credits-figures.json").read_text(encoding="utf-8"))["report"]
    f1 = 2 * lines.precision * lines.recall / (lines.precision + lines.recall)
    return {
        "lines kept F1": round(f1, 4),
        "credits exact": credits["exact"],
        "quoted pieces joint": round(pieces.f1, 4),
        "speakers named": round(named, 4),
        "actor pages B3": round(corpus_labels.report_f1(), 4),
    }


def seed_lines() -> tuple[int, int]:
    """How many expectations of the one real seed hold, and of how many."""
    command = [sys.executable, str(BENCH / "seed" / "check.py"), "-q"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    held = re.search(r"(\d+) of (\d+)\s*$", done.stdout)
    if held is None:
        raise RuntimeError(done.stderr)
    return int(held[1]), int(held[2])


def _place(argument: str) -> str:
    return str(BENCH / argument) if argument.endswith(".jsonl") else argument


def main() -> None:
    """Prints the figures, and stores them if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    figures = {bench.name: measure(bench, options.whole) for bench in BENCHES}
    figures["labels"] = label_figures()
    with tempfile.TemporaryDirectory() as folder:
        figures["desk"] = desk_figures(Path(folder), options.whole)
    held, total = seed_lines()
    figures["seed"] = {"lines that hold": held / total}
    print(json.dumps(figures, indent=2))
    if options.write:
        kept = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
        kept["whole" if options.whole else "sample"] = figures
        if options.whole:
            made = accuracy(figures, date.today().isoformat())
            ACCURACY.write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
        BASELINE.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
