"""What ends an article: lines below its credit, a further article, lists of others, labels that lead nowhere."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.clean import Removed
from generator.lines import Line
from generator.paragraphs import BULLET, Span, adjoin, is_correction

LONGEST_TEASER = 25
"""Words; a longer sentence belongs to the article, not to a list of others below it."""
SHORTEST_BODY = 5
"""Sentences; a list of other articles stands below so many at least."""
MOST_BELOW = 1
"""Sentences; what stands below the box for comments has no more, else the box stands in the middle of the body."""
FEWEST_FRAMES = 4
"""Lines such as "Reply"; a thread of comments has as many."""
LONGEST_COMMENT = 12
"""Lines between two of them."""
MOST_LABELS = 3
"""Labels above lists that are looked at, from the end."""
LONGEST_LIST = 16
"""Lines; a list of other articles below "Latest from Strelsau" has no more."""

_LIST_ABOVE = re.compile(r"(?:sources?|references|further reading|related(?: links)?|tags|topics):", re.IGNORECASE)
_WHOLE_DATE = re.compile(r"\b\d{4}\b")
_ALL_RIGHTS = re.compile(r"all rights reserved|^(?:copyright|\(c\)|\u00a9) ?\d{4}", re.IGNORECASE)
_BUTTON = (
    r"reply|permalink|share it|flag(?: as \w+| comment)?|report(?: abuse| comment)?|dislikes?|upvote|downvote"
    r"|(?:like|favou?rited?|recommend(?:ed)?)(?: ?\(\d+\))?|\d+ (?:fans?|likes?|replies|recommends?|points?|upvotes?)"
    r"|\d+ \w+ ago|(?:posted )?(?:at )?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?(?: on)? \S{6,10}"
)
_FRAME = re.compile(rf"(?:{_BUTTON})(?:(?: ?[|\u00b7\u2022,/-] ?| )(?:{_BUTTON})){{0,5}}", re.IGNORECASE)
_ONLY_COUNT = re.compile(r"(?:\d+ )?comments?|join the conversation|view comments", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ending:
    """What the rules may ask beside the lines of the body."""

    furniture: Sequence[Removed]
    """What cleaning removed."""
    title: Line | None
    closing: int | None
    """Where the first closing credit ends."""


ClosingRule = Callable[[Sequence[Span], Ending], Iterable[int]]
"""Names the indices of the lines of a body that stand below its article."""


def after_credit(spans: Sequence[Span], ending: Ending) -> Iterable[int]:
    """What follows the closing credit, if that ends the article: little prose follows, or other headlines do."""
    closing = ending.closing
    below = [i for i, span in enumerate(spans) if closing is not None and span.start > closing]
    if closing is None or not below:
        return ()
    before = sum(span.line.words for span in spans[: below[0]] if span.line.is_prose)
    after = sum(spans[i].line.words for i in below if spans[i].line.is_prose)
    first = spans[below[0]].start
    labels = ("topic-label", "section-label", "related-link")
    if after * 3 <= before or any(closing < r.line.start < first and r.rule in labels for r in ending.furniture):
        return (i for i in below if not is_correction(spans[i].line))
    return ()


def further_article(spans: Sequence[Span], ending: Ending) -> Iterable[int]:
    """The second article of a feed: a headline and a whole date below it, set as the title and its date are set."""
    title = ending.title
    stamps = {r.line.number: r.line for r in ending.furniture if r.rule == "update-stamp"}
    own = stamps.get(title.number + 1) if title is not None else None
    if title is None or own is None or not _WHOLE_DATE.search(own.text):
        return ()
    form = _form(title, own)
    for i in range(2, len(spans) - 1):
        line, stamp = spans[i].line, stamps.get(spans[i].line.number + 1)
        if stamp is not None and _form(line, stamp) == form and not line.ends_sentence and 3 <= line.words <= 20:
            below = spans[i + 1].line
            if spans[i - 1].line.ends_sentence and below.number == stamp.number + 1 and below.is_prose:
                return range(i, len(spans))
    return ()


def _form(headline: Line, stamp: Line) -> tuple[bool, str]:
    """How a headline and its date are set: in one block or two, and the form of the date."""
    return headline.block == stamp.block, re.sub("[^\\W\\d_]+", "a", re.sub(r"\d+", "1", stamp.text))


def below_comments(spans: Sequence[Span], ending: Ending) -> Iterable[int]:
    """The few lines below the box for comments, or below "All rights reserved"."""
    starts = [r.line.start for r in ending.furniture if _is_end(r)]
    enough = _enough(spans)
    start = next((s for s in sorted(starts) if s > enough), None)
    below = [i for i, span in enumerate(spans) if start is not None and span.start > start]
    prose = [spans[i].line for i in below if spans[i].line.is_prose]
    before = sum(span.line.words for span in spans if start is not None and span.start < start and span.line.is_prose)
    if len(prose) > MOST_BELOW or sum(line.words for line in prose) * 5 > before:
        return ()
    return (i for i in below if not is_correction(spans[i].line))


def comment_thread(spans: Sequence[Span], ending: Ending) -> Iterable[int]:
    """What readers wrote below the article: from the first line that frames a comment, such as "Reply", to the end."""
    frames = sorted(
        [
            (r.line.number, r.line.start)
            for r in ending.furniture
            if r.rule == "comments-box" or _FRAME.fullmatch(r.line.text)
        ]
        + [(span.line.number, span.start) for span in spans if _FRAME.fullmatch(span.line.text)]
    )
    enough = _enough(spans)
    frames = [frame for frame in frames if frame[1] > enough]
    # The thread is the last stretch of the text in which no comment is longer than so many lines.
    gaps = [i for i, (a, b) in enumerate(pairwise(frames), 1) if b[0] - a[0] > LONGEST_COMMENT]
    frames = frames[gaps[-1] :] if gaps else frames
    last = max((span.line.number for span in spans), default=0)
    if len(frames) < FEWEST_FRAMES or last - frames[-1][0] > LONGEST_COMMENT:
        return ()
    return (i for i, span in enumerate(spans) if span.start >= frames[0][1])


def _is_end(removed: Removed) -> bool:
    if removed.rule == "comments-box":
        return _ONLY_COUNT.fullmatch(removed.line.text) is None
    return removed.rule == "copyright" and _ALL_RIGHTS.search(removed.line.text) is not None


def _enough(spans: Sequence[Span]) -> float:
    """Where the last of so many sentences starts as make a body; nowhere if there are fewer."""
    prose = [span.start for span in spans if span.line.is_prose]
    return prose[SHORTEST_BODY - 1] if len(prose) >= SHORTEST_BODY else math.inf


def teasers(spans: Sequence[Span], ending: Ending) -> Iterable[int]:
    """Headlines of other articles, each perhaps with a sentence, between "The latest from Strelsau" and the end."""
    labels = [r.line.start for r in ending.furniture if r.rule == "related-link" and r.line.words <= 6]
    enough = _enough(spans)
    for start in sorted(labels)[-MOST_LABELS:]:
        below = [i for i, span in enumerate(spans) if span.start > start]
        if not 2 <= len(below) <= LONGEST_LIST or start < enough:
            continue
        lines = [spans[i].line for i in below]
        sentences = sum(line.is_prose and line.ends_sentence for line in lines)
        stacked = any(a.is_prose and b.is_prose for a, b in pairwise(lines))
        if not stacked and not lines[0].is_prose and sentences * 2 <= len(lines) and len(lines) - sentences >= 2:
            return (i for i in below if not is_correction(spans[i].line))
    return ()


def below_article(spans: Sequence[Span], ending: Ending) -> Iterable[int]:
    """A list of other articles at the end: headlines and names with hardly a sentence."""
    prose = sum(span.line.is_prose for span in spans)
    labels = sentences = 0
    cut = len(spans)
    for i in range(len(spans) - 1, 0, -1):
        line = spans[i].line
        is_wrapped = i + 1 < len(spans) and _goes_on(line, spans[i + 1].line)
        is_marked = BULLET.match(line.text) or line.text[-1] in '"\u201d:'
        if line.ends_sentence or is_wrapped or is_marked or line.words > LONGEST_TEASER:
            sentences += 1
        else:
            labels += 1
            if labels >= 4 and labels >= 2 * sentences and spans[i - 1].line.ends_sentence:
                cut = i
        if line.words >= LONGEST_TEASER and line.ends_sentence:
            break
    before = sum(span.line.is_prose for span in spans[:cut])
    return range(cut, len(spans)) if before >= SHORTEST_BODY and before * 2 >= prose else ()


def _goes_on(above: Line, below: Line) -> bool:
    """True if a sentence was wrapped between two lines."""
    return adjoin(above, below) and below.text[0].islower() and (above.text[-1].isalnum() or above.text[-1] == ",")


def below_body(spans: Sequence[Span], ending: Ending) -> Iterable[int]:
    """The last lines if they are no sentences: "Topics", "Sources:", a headline of another article.

    Where the text breaks off at a wall for subscribers, the last line may be a subhead.
    """
    walls = {r.line.number for r in ending.furniture if r.rule == "subscriber-wall"}
    if spans and spans[-1].line.number + 1 in walls:
        return
    prose = [0]
    for span in spans:
        prose.append(prose[-1] + span.line.is_prose)
    last = len(spans)
    while last > 1 and _is_label(spans[last - 1]) and prose[last - 1] > prose[max(0, last - 31)]:
        last -= 1
        yield last


def _is_label(span: Span) -> bool:
    line = span.line
    if _LIST_ABOVE.fullmatch(line.text):
        return True
    return (
        span.end == line.end
        and not line.ends_sentence
        and line.words <= 14
        and not BULLET.match(line.text)
        and not is_correction(line)
        and line.text[0] not in "\"\u201c'\u2018<"
        and line.text[-1] not in '"\u201d:>'
    )


CLOSING_RULES: tuple[tuple[str, ClosingRule, bool], ...] = (
    ("after-credit", after_credit, True),
    ("further-article", further_article, False),
    ("comment-thread", comment_thread, False),
    ("below-comments", below_comments, False),
    ("teasers", teasers, False),
    ("below-article", below_article, False),
    ("below-body", below_body, False),
)
"""(name, which lines of the body stand below the article, True if it is asked even where a format says that all lines
belong to the article), in order."""
OTHER_ARTICLES = frozenset({"after-credit", "further-article"})
"""Rules that find a further article."""
