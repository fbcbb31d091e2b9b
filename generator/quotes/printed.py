"""Speakers that the print itself tells: labels of transcripts, credits behind a dash or a colon.

These need no parse, are right nearly always, and are unknown to the learned model, which never saw any: both ways ask
them first.
"""

from __future__ import annotations

import re

from generator.attribution import noun_phrase
from generator.quotes.marks import Run
from generator.quotes.scene import Hit, Rule, Scene

#: Words of a line behind a colon credit; a longer one is a sentence.
CREDIT_WORDS = 8

CLOSED = "[\"\u201d'\u2019]?"
LONG_DASH = "(?:[\u2013\u2014\u2015]|--)"
NAME = r"([A-Z][\w.\u2019'-]*(?: [\w.\u2019'-]+){0,5})"
ROLE = r"(?:, [^\n.]{1,80}|\s\([^\n)]{1,60}\))?"
DASH_CREDIT = re.compile(rf"{CLOSED}\s*(?:{LONG_DASH}|-)\s*{NAME}{ROLE}\.?")
OWN_LINE = re.compile(rf"{CLOSED}\s*\n\s*{LONG_DASH}\s*{NAME}{ROLE}\s*(?:\n|$)")
LABELLED = r"([A-Z][\w.\u2019'-]{1,30}(?: [A-Z(][\w.\u2019'()-]{1,30}){0,4})"
LABEL = re.compile(rf"\s*{LABELLED}(?: \([^\n():]{{1,40}}\))?:\s*[\"\u201c]")
COLON_CREDIT = re.compile(r"[\"\u201d'\u2019]: (?=\w)")


def _label(scene: Scene, run: Run) -> Hit | None:
    """A transcript's label: ROE: "No."."""
    match = LABEL.match(scene.text, scene.passage.start, scene.passage.end)
    if match is None or match.end() != run.start:
        return None
    return Hit(match.span(1), None, "", "label")


def _credit(scene: Scene, run: Run) -> Hit | None:
    """A credit at the end of the line, or in a line of its own: "It is safe." -- Jane Roe, harbour master."""
    match = DASH_CREDIT.fullmatch(scene.text, run.end, scene.passage.end)
    if match is None and run.end + 1 >= scene.passage.end:
        match = OWN_LINE.match(scene.text, run.end)
    return Hit(match.span(1), None, "", "dash-credit") if match else None


def _colon_credit(scene: Scene, run: Run) -> Hit | None:
    """A line that opens with the words and names their speaker behind a colon: 'It is safe': harbour office."""
    passage = scene.passage
    match = COLON_CREDIT.match(scene.text, run.end, passage.end)
    if match is None or run.start > passage.start + 1:
        return None
    rest = scene.text[match.end() : passage.end].rstrip()
    behind = [token for token in passage.doc if passage.start + token.idx >= match.end()]
    subject = next((token for token in behind if token.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and passage.kind == "title":
        first, after = noun_phrase(subject)
        if passage.start + passage.doc[first].idx == match.end():
            return Hit(passage.span(passage.doc[first:after]), None, "", "colon-credit")
    if len(rest.split()) > CREDIT_WORDS or not rest[:1].isupper() or rest[-1:] in ".!?":
        return None
    return Hit((match.end(), match.end() + len(rest)), None, "", "colon-credit")


PRINTED: tuple[tuple[str, Rule], ...] = (
    ("label", _label),
    ("dash-credit", _credit),
    ("colon-credit", _colon_credit),
)
"""First come, first served."""
