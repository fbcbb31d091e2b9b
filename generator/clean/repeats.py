"""What stands in a text twice: captions, labels, quotes pulled out of the body, the whole body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.lines import Line

STRONG = 8
"""Words; shorter lines are the same by chance."""
_GRAM = 4
"""Words in a row by which a pulled quote is found again."""
_SHARE = 0.9
"""Share of a quote's rows of words that the paragraph it was pulled from must hold."""
_ECHO = 0.5
"""The same share for a line without a full stop, which is no sentence of its own."""
_LONGEST_ECHO = 40
"""Words."""
_LIKELY = 4
"""Lines that are looked at for each row of words: the work stays linear where one phrase fills the text."""
_SHORTEST = 6
"""Words; shorter lines have too few rows of words to tell."""
_MARKS = '"\u201c\u201d\u00ab\u00bb'
_WORD = re.compile(r"\w+")


def repeated_label(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A short line that is no sentence and stands three times or more: a name over a list of headlines, "Permalink"."""
    labels = Counter(
        line.text for line, rule in zip(lines, rules, strict=True) if not rule and line.words <= 4 and _is_label(line)
    )
    return (i for i, line in enumerate(lines) if not rules[i] and labels.get(line.text, 0) >= 3)


def _is_label(line: Line) -> bool:
    return not line.ends_sentence and line.text[-1] != ":" and line.text[0] not in "\"\u201c'\u2018"


def caption_again(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A sentence with which a caption right above it opens: the same words without the name of the photographer."""
    for i, line in enumerate(lines):
        above = range(max(0, i - 4), i)
        if not rules[i] and any(rules[j] == "caption" and lines[j].text.startswith(line.text) for j in above):
            yield i


def repeated_paragraph(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """Paragraphs that stood before, word for word: the page holds the body, a box or a caption twice.

    One sentence alone between others may be said twice: "It takes 212 votes to pass the bill." A run of two is a copy,
    and so is one beside furniture.
    """
    seen: set[str] = set()
    run: list[int] = []
    last = ""
    for i, line in enumerate(lines):
        if rules[i]:
            continue
        if line.text in seen and line.text != last and line.words >= 2:
            run.append(i)
        else:
            yield from _copied(lines, rules, run)
            run = []
        seen.add(line.text)
        last = line.text
    yield from _copied(lines, rules, run)


def _copied(lines: Sequence[Line], rules: Sequence[str], run: list[int]) -> list[int]:
    strong = [i for i in run if lines[i].words >= STRONG]
    if not strong:
        return []
    beside = (rules[j] for j in (run[0] - 1, run[-1] + 1) if 0 <= j < len(rules))
    return run if len(run) >= 2 or any(rule not in ("", "no-words") for rule in beside) else []


def pull_quote(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """Words of a paragraph that stand in large print beside it once more, and the name and the job below them."""
    may_be = [i for i in _below_two(lines, rules) if lines[i - 1].block != lines[i].block and _may_be_pulled(lines, i)]
    pulled = _said_again(lines, rules, may_be, _SHARE)
    below = 0
    for i in range(len(lines)):
        if i in pulled:
            yield i
            below = i
        elif below and i - below <= 2 and not rules[i] and _signs(lines, i):
            yield i
        else:
            below = 0


def echo(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """A line in a block of its own, without a full stop, that a paragraph says again: what is written below a picture.

    "The ferry in dry dock before its last voyage to Zenda" beside "The ferry, in dry dock before its last voyage ...".
    A subhead may quote the paragraph right below it.
    """
    may_be = [
        i
        for i in _below_two(lines, rules)
        if i < len(lines) - 1
        and lines[i - 1].block != lines[i].block != lines[i + 1].block
        and STRONG <= lines[i].words <= _LONGEST_ECHO
        and lines[i].text[0].isalnum()
        and lines[i].text[-1].isalnum()
    ]
    yield from sorted(_said_again(lines, rules, may_be, _ECHO))


def _below_two(lines: Sequence[Line], rules: Sequence[str]) -> Iterator[int]:
    """The kept lines of six words or more below the first two sentences."""
    above = 0
    for i, line in enumerate(lines):
        if above >= 2 and not rules[i] and line.words >= _SHORTEST:
            yield i
        above += not rules[i] and line.is_prose and line.ends_sentence


def _said_again(lines: Sequence[Line], rules: Sequence[str], may_be: Sequence[int], share: float) -> set[int]:
    """Those of the lines whose rows of words stand, to that share, in one longer line.

    For a line without a full stop any sentence will do but the one right below it.
    """
    wanted: dict[tuple[str, ...], list[int]] = {}
    sizes = {i: frozenset(_grams(lines[i].text)) for i in may_be}
    for i, row in sizes.items():
        for gram in row:
            wanted.setdefault(gram, []).append(i)
    votes: Counter[tuple[int, int]] = Counter()
    seen: Counter[tuple[str, ...]] = Counter()
    for j, line in enumerate(lines if wanted else ()):
        if rules[j] or line.words < _SHORTEST:
            continue
        for gram in wanted.keys() & frozenset(_grams(line.text)):
            seen[gram] += 1
            if seen[gram] <= _LIKELY:
                votes.update((i, j) for i in wanted[gram] if _is_fuller(lines, i, j))
    return {i for (i, _), count in votes.items() if count >= share * len(sizes[i])}


def _is_fuller(lines: Sequence[Line], i: int, j: int) -> bool:
    """True if line j may be what line i was taken from."""
    if lines[i].ends_sentence:
        return lines[j].words >= lines[i].words + 3
    return j not in (i, i + 1) and lines[j].ends_sentence


def _may_be_pulled(lines: Sequence[Line], i: int) -> bool:
    """True of sentences between quotation marks, or above the name of who said them."""
    line = lines[i]
    if line.words > 60 or not line.ends_sentence:
        return False
    is_quoted = line.text[0] in _MARKS and line.text[-1] in _MARKS
    return is_quoted or (i + 1 < len(lines) and _signs(lines, i + 1))


def _grams(text: str) -> tuple[tuple[str, ...], ...]:
    words = [found[0] for found in _WORD.finditer(text.casefold())]
    return tuple(zip(*(islice(words, n, None) for n in range(_GRAM)), strict=False))


def _signs(lines: Sequence[Line], i: int) -> bool:
    """True of a name or a job right below a pulled quote."""
    line = lines[i]
    return line.block == lines[i - 1].block and line.words <= 8 and not line.ends_sentence
