"""credit line -> clauses: the readers in their order, and where in a paragraph a credit begins."""

from __future__ import annotations

from dataclasses import replace

from generator.credit.agencies import Register, builtin
from generator.credit.clauses import Clause
from generator.credit.deeds import deeds
from generator.credit.leading import leading
from generator.credit.notices import notice
from generator.credit.sentences import last_bracket, sentences
from generator.credit.slugs import slug

LONGEST = 4000
"""Characters; a longer line is never read as a credit."""
MOST_SENTENCES = 10
"""A credit glued to a paragraph has no more sentences."""
MOST_WORDS_AFTER = 60
"""Words of other notices that may follow the credit in its line: "Follow her on ..."."""


def read_credit(text: str, register: Register | None = None) -> tuple[Clause, ...]:
    """The clauses of a credit line; empty if it is none."""
    if len(text) > LONGEST:
        return ()
    register = register or builtin()
    return tuple(slug(text, register)) or leading(text, register) or _sentences(text, register)


def credit_start(text: str, register: Register | None = None) -> int | None:
    """Where in a line its credit starts: 0 if all of it is, more if it is glued to a sentence; None without credit."""
    register = register or builtin()
    if read_credit(text, register):
        return 0
    if len(text) > LONGEST:
        return None
    starts = [start for start, _ in sentences(text)][1:][-MOST_SENTENCES:]
    found = next((start for start in starts if read_credit(text[start:], register)), None)
    if found is None and (bracket := last_bracket(text)) is not None and slug(text[bracket:], register):
        return bracket
    return found


def _sentences(text: str, register: Register) -> tuple[Clause, ...]:
    """Clauses that are sentences; empty if the first sentence of the line is something else."""
    clauses: list[Clause] = []
    other = 0
    for start, end in sentences(text):
        found = deeds(text, start, end, register) or notice(text, start, end, register)
        if not found:
            found = [
                replace(c, start=c.start + start, end=c.end + start)
                for c in (leading(text[start:end], register) if clauses else ())
            ]
        if not found and not clauses:
            return ()
        other += 0 if found else len(text[start:end].split())
        clauses += found
    return tuple(clauses) if other <= MOST_WORDS_AFTER else ()
