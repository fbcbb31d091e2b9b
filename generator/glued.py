"""Furniture glued to a sentence of the article when a page became text: cut off, so that the sentence stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from generator.clean import Removed
from generator.lines import Line, trim, visible, visible_with_offsets

FURTHEST_CAPTION = 400
"""Characters; a caption that is longer is not told from the sentence after it."""
LONGEST_ALONE = 24
"""Words; a caption and its labels without a sentence after them are no longer."""
LONGEST_TAIL = 100
"""Characters."""

_OWNER = r"(?:image|media|video|figure) (?:source|copyright),? "
_CAPTION = r"(?:image|media|video|figure) caption,? "
_LABELS = re.compile(rf"(?:{_OWNER}(?P<owner>.{{2,60}}?) ?)?{_CAPTION}", re.IGNORECASE)
_LIBRARY = re.compile(
    rf"(?:{_OWNER})?(?:getty images|reuters|afp|epa|pa media|ap|alamy|shutterstock)\s?(?=[A-Z\"\u201c])", re.IGNORECASE
)
# Words that open a sentence and, with a capital, hardly stand inside a caption.
_OPENS = re.compile(
    r"(?:The|A|An|In|On|At|It|He|She|They|This|There|That|These|Those|More|Two|Three|Four|Five|Some|Several|Many|Most"
    r"|Hundreds|Thousands|Police|Officials|After|As|For|When|While|With|Since|If|One|At least) (?=\S)"
)
# Words behind which a caption goes on: "The bridge over / The Mure".
_OPENS_NOT_AFTER = re.compile(
    "a|an|and|as|at|by|for|from|in|into|near|of|off|on|or|over|the|to|under|with|than|that|is|are|was|were"
)
_BUTTON = re.compile(
    r"(?<=[.!?\"\u201d\u2019)])\s?(?:(?:story|article) continues below(?: (?:this |the )?(?:advertisement|ad))?"
    r"|advertisement|continue reading(?: the main story)?|read more|read full (?:story|article))"
    r"[ \u00bb\u203a\u2192>.\u2026]*",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?<=[.!?\"\u201d])\s?(?:(?:\u00a9|\(c\)|copyright) ?)+\d{4}\b[^.]{0,60}(?:\. ?all rights reserved)?\.?",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"(?:advertisement|story continues below advertisement|play video) ", re.IGNORECASE)


def _caption(shown: str) -> tuple[int, int] | None:
    """ "Image copyright AFP Image caption The bridge in March The minister said ...": up to the second "The".

    Where no word opens a sentence after the caption, only the labels are cut off: a caption too much is better than a
    sentence too few.
    """
    labels = _LABELS.match(shown)
    if labels is not None:
        start = _after_caption(shown, labels.end())
        if start is None and shown.count(" ", labels.end()) >= LONGEST_ALONE:
            start = labels.end()
        return None if start is None else (0, start)
    library = _LIBRARY.match(shown)
    if library is not None and _OPENS.match(shown, library.end()) and _is_sentence(shown[library.end() :]):
        return 0, library.end()
    return None


def _after_caption(shown: str, caption: int) -> int | None:
    """Where the sentence after a caption starts; None if there is none to be seen."""
    for words, space in enumerate(re.finditer(" ", shown[caption : caption + FURTHEST_CAPTION]), 1):
        at = caption + space.end()
        above = shown[caption : at - 1].rsplit(" ", 1)[-1]
        if words >= 2 and above and _is_sentence(shown[at:]):
            if above[-1] in ".!?" and len(above) > 3 and shown[at].isupper():
                return at
            if _OPENS.match(shown, at) and above.isalnum() and not _OPENS_NOT_AFTER.fullmatch(above.lower()):
                return at
    return None


def _is_sentence(rest: str) -> bool:
    return rest.count(" ") >= 5 and re.search(r"[.!?][\"'\u201d\u2019)\]]*(?: |$)", rest) is not None


def _button(shown: str) -> tuple[int, int] | None:
    """ "... the minister said. Read more": a button after the last sentence; "Advertisement The minister said ..."."""
    notice = _NOTICE.match(shown)
    if notice is not None and _OPENS.match(shown, notice.end()) and _is_sentence(shown[notice.end() :]):
        return 0, notice.end()
    return _tail(_BUTTON, shown)


def _copyright(shown: str) -> tuple[int, int] | None:
    """ "... the minister said. \u00a9 2031 Strelsau Post. All rights reserved."."""
    return _tail(_COPYRIGHT, shown)


def _tail(pattern: re.Pattern[str], shown: str) -> tuple[int, int] | None:
    """What the pattern finds at the end of a line, below a sentence."""
    for found in pattern.finditer(shown, max(0, len(shown) - LONGEST_TAIL)):
        if found.end() == len(shown) and shown.count(" ", 0, found.start()) >= 5:
            return found.start(), len(shown)
    return None


GLUED_RULES: tuple[tuple[str, Callable[[str], tuple[int, int] | None]], ...] = (
    ("glued-caption", _caption),
    ("glued-button", _button),
    ("glued-copyright", _copyright),
)
"""(name, which part at either end of a line it cuts off), in order."""


def cut_glued(text: str, lines: Sequence[Line], off: Collection[str] = ()) -> tuple[list[Line], list[Removed]]:
    """The lines without what is glued to them, and that."""
    rules = [(name, rule) for name, rule in GLUED_RULES if name not in off]
    kept: list[Line] = []
    removed: list[Removed] = []
    for line in lines:
        for name, rule in rules:
            part = rule(line.text)
            if part is not None:
                line, cut = _cut(text, line, *part)
                removed.append(Removed(cut, name))
        kept.append(line)
    return kept, removed


def _cut(text: str, line: Line, start: int, end: int) -> tuple[Line, Line]:
    """(the rest of a line, the part from `start` to `end` of its visible words, which lies at one end)."""
    _, offsets = visible_with_offsets(text[line.start : line.end])
    if start == 0:
        part, rest = (line.start, line.start + offsets[end]), (line.start + offsets[end], line.end)
    else:
        part, rest = (line.start + offsets[start], line.end), (line.start, line.start + offsets[start])
    return _shortened(text, line, *rest), _shortened(text, line, *part)


def _shortened(text: str, line: Line, start: int, end: int) -> Line:
    start, end = trim(text, start, end)
    shown = visible(text[start:end])
    return replace(line, start=start, end=end, text=shown, words=shown.count(" ") + 1)
