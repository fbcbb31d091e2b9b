"""Quotes over several paragraphs: one is left open, the next opens again, and only the last is closed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from generator.nlp import Passage
from generator.quotes.candidate import Candidate
from generator.quotes.marks import Run
from generator.quotes.spans import Span, merged, overlaps

PRONOUNS = frozenset({"he", "she", "they", "it"})


def chained(
    text: str, passages: tuple[Passage, ...], runs: tuple[Run, ...], found: Iterable[Candidate]
) -> Iterator[Candidate]:
    """The candidates, those on runs of one chain made one; runs of the chain that nobody found come along.

    >>> # "We shook hands.  |  "It was late," said Roe.  -> one quote
    """
    chains = [chain for chain in _chains(passages, runs) if len(chain) > 1]
    places = sorted((run.start, run.end, number) for number, chain in enumerate(chains) for run in chain)
    members: dict[int, list[Candidate]] = {}
    for candidate in found:
        number = _chain_of(candidate, places)
        if number is None:
            yield candidate
        else:
            members.setdefault(number, []).append(candidate)
    for number, candidates in sorted(members.items()):
        if len({_name(text, candidate) for candidate in candidates} - {None}) > 1:
            yield from candidates
        else:
            yield _joined(chains[number], candidates)


def _chains(passages: tuple[Passage, ...], runs: tuple[Run, ...]) -> Iterator[list[Run]]:
    """Runs in text order, in one list where an open one is taken up at the start of the next passage."""
    chain: list[Run] = []
    for run in runs:
        if run.is_name:
            continue
        if chain and not (_is_open(chain[-1], passages) and _takes_up(run, chain[-1], passages)):
            yield chain
            chain = []
        chain.append(run)
    if chain:
        yield chain


def _is_open(run: Run, passages: tuple[Passage, ...]) -> bool:
    return not run.closed and run.end >= passages[run.passage].end


def _takes_up(run: Run, before: Run, passages: tuple[Passage, ...]) -> bool:
    """True for a run behind a mark with which the next passage begins."""
    start = passages[run.passage].start
    return run.passage == before.passage + 1 and 0 < run.start - start <= 2


def _chain_of(candidate: Candidate, places: list[tuple[int, int, int]]) -> int | None:
    """The chain that a candidate has a run of."""
    for start, end in candidate.spans:
        index = bisect_right(places, (end, 0, 0)) - 1
        if index >= 0 and places[index][1] > start:
            return places[index][2]
    return None


def _name(text: str, candidate: Candidate) -> str | None:
    """The last word of the speaker's name: two in one chain mean that a mark was forgotten."""
    if candidate.speaker is None or candidate.rule.endswith("carried"):
        return None
    words = text[slice(*candidate.speaker)].partition(",")[0].split()
    return words[-1] if words and words[-1].lower() not in PRONOUNS else None


def _joined(chain: list[Run], candidates: list[Candidate]) -> Candidate:
    """One candidate with the speaker of the first that has one of its own."""
    best = min(candidates, key=lambda item: (item.rule.endswith("carried"), item.spans))
    spans: list[Span] = [span for candidate in candidates for span in candidate.spans]
    held = merged(spans)
    spans += [(run.start, run.end) for run in chain if not overlaps((run.start, run.end), held)]
    return best._replace(spans=tuple(merged(spans)))
