"""The view of a join: why two spellings are one actor, in the words of the page."""

from __future__ import annotations

import re

from generator.model import Join
from generator.render.messages import Messages
from generator.render.pieces import SURE
from generator.render.shapes import View

BECAUSE = (
    ("role", re.compile("role: (?P<words>.*)", re.DOTALL)),
    ("title", re.compile("title: (?P<words>.*)", re.DOTALL)),
    ("country", re.compile("country: (?P<words>.*)", re.DOTALL)),
    ("employer", re.compile("employer: (?P<words>.*)", re.DOTALL)),
    ("beside", re.compile("named beside: (?P<words>.*)", re.DOTALL)),
    ("no_country", re.compile("no country in common")),
    ("late", re.compile("late, but speaks later")),
    ("differ", re.compile("(?P<one>[^,]*), not (?P<other>.*)", re.DOTALL)),
)
"""Message -> what the data say, in English; the first that fits counts."""


class JoinView(View, frozen=True, kw_only=True):
    """Why two spellings are one actor."""

    one: str
    other: str
    why: str
    because: str
    """What the articles say for it and against it; empty where the names alone tell."""
    sure: str
    """"sure" or "likely"."""
    score: str


def join_view(join: Join, say: Messages) -> JoinView:
    """The view of one join; a rule that no message explains shows its name."""
    return JoinView(
        one=join.one,
        other=join.other,
        why=say.word("why", join.rule),
        because="; ".join(_said(words, say) for words in join.because),
        sure="sure" if join.score >= SURE else "likely",
        score=f"{join.score:.2f}",
    )


def _said(words: str, say: Messages) -> str:
    for name, pattern in BECAUSE:
        if found := pattern.fullmatch(words):
            return say(f"because.{name}", **found.groupdict())
    return words
