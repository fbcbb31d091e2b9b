"""The words that report speech: verbs by class, from generator/data/cue_verbs.toml, and nouns.

Choose a word's place by what it does in real articles.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

from generator.model import CueKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERBS: dict[str, dict[str, str]] = tomllib.loads(
    (files("generator") / "data" / "cue_verbs.toml").read_text(encoding="utf-8")
)


def _verbs(table: str) -> frozenset[str]:
    return frozenset(verb for verbs in _VERBS[table].values() for verb in verbs.split())


CLAUSE_VERBS = _verbs("clause")
"""Verbs whose clause (ccomp) is reported speech: "said that"."""

INFINITIVE_VERBS = _verbs("infinitive")
"""Verbs whose infinitive is reported speech: "promised to"."""

QUOTE_VERBS = CLAUSE_VERBS | INFINITIVE_VERBS | _verbs("quoted")
"""All verbs; the last ones only have quoted words as object or complement: "called it", "referred to"."""

KINDS: dict[str, CueKind] = {
    verb: kind for table in _VERBS.values() for kind in get_args(CueKind) for verb in table.get(kind, "").split()
}
"""Lemma of a verb -> what its speaker does; a verb that is in no table says."""

REPORT_NOUNS = _words(
    """
    accusation admission allegation announcement argument assertion assessment assurance charge claim comment complaint
    conclusion confession contention declaration denial estimate insistence observation pledge prediction promise
    remark report statement suggestion testimony threat vow warning
    """
)
"""Nouns whose clause is reported speech: "the claim that"."""

CHANNELS = _words(
    """
    address announcement bulletin blog brief briefing broadcast call column comment communique conference
    declaration dispatch editorial email essay filing instagram interview letter memo memoir message note op-ed
    podcast post release report speech statement telegram telegraph testimony text tweet twitter facebook video
    """
)
"""Nouns of the ways by which words reach a reporter: "in an interview"."""

DOCUMENTS = CHANNELS | _words(
    "account advisory affidavit communiqué complaint document indictment lawsuit notice study survey"
)
"""Nouns of things that are written by somebody: "a communique from the ministry" speaks for the ministry."""
