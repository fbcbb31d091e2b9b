"""Clauses that open with their cue: "(Reporting by Ann Poe in Strelsau; Editing by John Roe)"."""

from __future__ import annotations

import re

from generator.credit.agencies import Register
from generator.credit.clauses import Clause, fit
from generator.credit.cues import THIS, Cue, find_cues
from generator.credit.lists import PART_OF_WORK, is_unnamed, items
from generator.credit.sentences import sentence_end

_OPENING = re.compile(r"[\s\-\u2013\u2014\u2015\u2022*_(\[~+]*")
# "This story was edited by", "It was reported by".
_PASSIVE = re.compile(rf"(?:{THIS}|[Ii]t) (?:was|is|has been) (?:also )?")
_SHORT = re.compile(r"(?:^|[ .])[A-Z][a-z]{0,4}\.$")
_REGION = re.compile(r", [A-Z][a-z]{1,5}\.$")
_FROM_HOUSES = ("reporting", "writing", "editing", "compiled-from")
# What a desk adds behind the names: "; apoe@zenda.example", "Our Standards: ...".
_CONTACT = re.compile(r"[;,]? ?\(*(?:\S+@\S|\+\d)|[ .]Our Standards:")
_REMARK = re.compile(r"\((?!(?i:with|reporting|additional|editing|writing|based|compiled) )[^()]{5,160}\)\.? ?")
_LEFT_OVER = re.compile(r"[ ,;]*(?:[ ,;](?:and|with|while|was|is))?[ ,;]*$")


def opening(text: str, start: int = 0) -> int:
    """Where the words of a credit begin, behind dashes and brackets."""
    found = _OPENING.match(text, start)
    return found.end() if found else start


def leading(text: str, register: Register) -> tuple[Clause, ...]:
    """The clauses of a line that opens with a cue."""
    first = opening(text)
    remark = _REMARK.match(text)
    if remark:  # "(Adds a comment of the mayor) Reporting by Ann Poe"
        first = opening(text, remark.end())
    passive = _PASSIVE.match(text, first)
    first = passive.end() if passive else first
    cues = [cue for cue in find_cues(text) if cue.start == first or _stands_free(text, cue)]
    if not cues or cues[0].start != first:
        return ()
    clauses: list[Clause] = []
    for cue, after in zip(cues, [*cues[1:], None], strict=True):
        end = _end_of_names(text, cue.end, after.start if after else len(text))
        if not _fits(text, cue, end, register):
            if not clauses:
                return ()
            continue
        for role in cue.row.roles:
            # "Reporting by Ann Poe, with reporting by John Roe"
            more = cue.row.name == "with-reporting" and clauses and not passive
            clauses.append(Clause(cue.row.name, "additional_reporting" if more else role, cue.end, end, cue.place))
    return tuple(clauses)


def _fits(text: str, cue: Cue, end: int, register: Register) -> bool:
    if not fit(text, cue.end, end, register):
        return False
    if cue.word == "on" or (cue.word == "from" and cue.row.name in _FROM_HOUSES):
        # "Reporting from Strelsau" names a place, "Reporting from Reuters" a source.
        return all(_is_house(text[a:b].strip(" ."), register) for a, b in items(text, cue.end, end, register))
    return True


def _is_house(words: str, register: Register) -> bool:
    return is_unnamed(words) or register.is_known(PART_OF_WORK.sub("", words))


def _stands_free(text: str, cue: Cue) -> bool:
    """True of a cue inside a line that opens a clause: after a mark, with a capital letter, or "with reporting by"."""
    words = text[cue.start : cue.end].casefold()
    if words.startswith(("with ", "based ")):
        return True
    before = text[: cue.start].rstrip()
    return text[cue.start].isupper() or before[-1:] in ";,.(:\u2022|" or (before.endswith(" and") and cue.word != ":")


def _end_of_names(text: str, start: int, end: int) -> int:
    """Cuts what follows the sentence of the names, and the marks that close it."""
    contact = _CONTACT.search(text, start, end)
    end = _closing_bracket(text, start, sentence_end(text, start, contact.start() if contact else end))
    while end > start:
        left_over = _LEFT_OVER.search(text, max(start, end - 12), end)
        if left_over and left_over.start() < end:
            end = left_over.start()
        elif (text[end - 1] in ")]\u2014\u2013|\u2022-" and "(" not in text[start:end]) or (
            text[end - 1] == "."
            and not (
                _SHORT.search(text, max(start, end - 7), end)
                and (text[end - 2].isupper() or _REGION.search(text, max(start, end - 9), end))
            )
        ):
            end -= 1
        else:
            break
    return end


def _closing_bracket(text: str, start: int, end: int) -> int:
    """Where the bracket closes that was opened before the names."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth < 0:
            return at
    return end
