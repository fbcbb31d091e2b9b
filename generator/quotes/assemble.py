"""Candidates -> quotes of the contract: cut at the marks, with kind, cue, channel and resolved speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from generator.cues import KINDS, QUOTE_VERBS
from generator.identity import item_id
from generator.model import Actor, Article, Cue, Quote, QuoteKind, QuoteSpan, Slice, Speaker
from generator.nlp import Passage, Reading
from generator.quotes.candidate import Candidate
from generator.quotes.construction import construction
from generator.quotes.cue import find_report
from generator.quotes.indirect import is_half
from generator.quotes.marks import Run, cut_at_marks
from generator.quotes.spans import Span, touches
from generator.quotes.speakers import Speakers

#: What a span outside marks does not begin or end with.
LOOSE = " \t\n\r\u00a0,;:"
NO_SPEAKER = frozenset({"we", "you", "this", "that", "there", "which"})
#: So few quoted words without a cue are a name or an echo, in words; of the rules only these do without one.
FEW_WORDS = 3
SURE = 0.7
#: "..., X said, according to a report": often the report speaks all the same.
CHANNEL = 0.6
#: Where words in marks without a speaker are for show.
HEADLINES = frozenset({"title", "deck", "subhead"})
#: What the learned model finds; it knows itself how far a quote reaches.
LEARNED = frozenset({"model", "model-carried", "model-reported"})
UNCUED = frozenset({"model", "model-carried", "carried"})
JOINTS = frozenset({"and", "but", "or", "as", "that"})
SENTENCE_ENDS = ".!?,;:\u2026\u2014-"


def assemble(
    article: Article,
    reading: Reading,
    actors: tuple[Actor, ...],
    runs: tuple[Run, ...],
    candidates: Iterable[Candidate],
) -> tuple[Quote, ...]:
    """Quotes in text order; titles and decks quote only with a speaker."""
    speakers = Speakers(article, reading, actors)
    run_starts = [run.start for run in runs]
    found: list[Quote] = []
    previous: Speaker | None = None
    for candidate in sorted(candidates, key=lambda item: item.spans):
        spans = tuple(_cut(article.text, candidate.spans, runs, run_starts))
        passage = speakers.passage_at(spans[0].start) if spans else None
        if passage is None or (candidate.speaker is None and passage.kind in HEADLINES):
            continue
        candidate = _with_report(candidate, spans, speakers)
        if _is_nobody(article, candidate, passage) or _is_scare(candidate, spans, passage):
            continue
        if candidate.rule not in LEARNED:
            spans = tuple(_without_report(article.text, spans, candidate))
        speaker = None
        if candidate.speaker is not None:
            rule = "cue" if candidate.cue else "carried" if candidate.rule.endswith("carried") else "near"
            speaker = speakers.resolve(candidate.speaker, rule, candidate.confidence, previous)
            previous = speaker
        built = construction(passage, spans, candidate)
        found.append(_quote(article, passage, spans, candidate, speaker, built))
    return tuple(found)


def _is_nobody(article: Article, candidate: Candidate, passage: Passage) -> bool:
    """True for a speaker that can't be one: "we", half of a hyphenated word, words of the title for the body's."""
    if candidate.speaker is None:
        return False
    start, end = candidate.speaker
    if article.text[start:end].lower() in NO_SPEAKER or is_half(article.text, start, end):
        return True
    head = article.title
    return head is not None and head.start <= start < head.end and passage.kind == "body"


def _is_scare(candidate: Candidate, spans: tuple[QuoteSpan, ...], passage: Passage) -> bool:
    """True for a few quoted words that no cue reports; in a title no other verb reports them."""
    few = all(len(span.text.split()) <= FEW_WORDS for span in spans if span.quoted)
    if passage.kind in HEADLINES and candidate.rule in UNCUED and few:
        return candidate.cue is not None and candidate.lemma not in {*QUOTE_VERBS, "according"}
    if candidate.cue is not None or candidate.rule not in UNCUED or (candidate.confidence or 0.0) >= SURE:
        return False
    return sum(len(span.text.split()) for span in spans if span.quoted) <= FEW_WORDS


def _quote(
    article: Article,
    passage: Passage,
    spans: tuple[QuoteSpan, ...],
    candidate: Candidate,
    speaker: Speaker | None,
    built: str,
) -> Quote:
    text, start, end = article.text, spans[0].start, spans[-1].end
    cue = None
    if candidate.cue is not None:
        first, after = candidate.cue
        cue = Cue(
            start=first,
            end=after,
            text=text[first:after],
            rule=candidate.rule,
            lemma=candidate.lemma,
            kind=KINDS.get(candidate.lemma, "say"),
        )
    via = None
    if candidate.via is not None:
        first, after = candidate.via
        via = Slice(start=first, end=after, text=text[first:after], rule="channel")
    return Quote(
        id=item_id("q", article.seed.sha256, ((span.start, span.end) for span in spans)),
        kind=kind_of(text, spans),
        start=start,
        end=end,
        text=text[start:end],
        spans=spans,
        cue=cue,
        speaker=speaker,
        via=via,
        paragraph=passage.number,
        construction=built,
        rule=candidate.rule,
        confidence=candidate.confidence,
    )


def _with_report(candidate: Candidate, spans: tuple[QuoteSpan, ...], speakers: Speakers) -> Candidate:
    """Adds cue and channel where the rules have not yet."""
    if candidate.speaker is None or candidate.cue is not None:
        return candidate
    passage = speakers.passage_at(candidate.speaker[0])
    if passage is None or not any(passage.start <= span.start < passage.end for span in spans):
        return candidate
    quoted = tuple((span.start, span.end) for span in spans if span.quoted)
    content = tuple((span.start, span.end) for span in spans if not span.quoted)
    report = find_report(passage, candidate.speaker, quoted, content)
    if report.speaker == candidate.speaker:
        if not touches(report.cue, content):
            candidate = candidate._replace(cue=report.cue, lemma=report.lemma)
        return candidate._replace(via=None if touches(report.via, content) else report.via)
    return candidate._replace(
        cue=report.cue,
        lemma=report.lemma,
        via=report.via,
        speaker=report.speaker,
        rule=f"{candidate.rule}-channel",
        confidence=min(CHANNEL, candidate.confidence or CHANNEL),
    )


def _without_report(text: str, spans: Iterable[QuoteSpan], candidate: Candidate) -> Iterator[QuoteSpan]:
    """The spans less speaker, cue and channel; of what is left outside marks no single word stays by itself."""
    taken = sorted(part for part in (candidate.speaker, candidate.cue, candidate.via) if part is not None)
    spans = tuple(spans)
    for number, span in enumerate(spans):
        if span.quoted:
            yield span
            continue
        start = span.start
        for first, after in [*taken, (span.end, span.end)]:
            for piece in _plain(text, start, min(first, span.end), False):
                if piece.text.lower() in JOINTS:
                    continue
                if len(piece.text.split()) > 1 or _touches(text, piece, spans[max(0, number - 1) : number + 2]):
                    yield piece
            start = max(start, after)


def _touches(text: str, piece: QuoteSpan, spans: Iterable[QuoteSpan]) -> bool:
    """True if nothing but marks and spaces stands between a piece and a quoted span."""
    return any(
        span.quoted
        and not any(
            character.isalnum()
            for character in (text[piece.end : span.start] if piece.end <= span.start else text[span.end : piece.start])
        )
        for span in spans
    )


def _cut(text: str, spans: Iterable[Span], runs: tuple[Run, ...], run_starts: list[int]) -> Iterator[QuoteSpan]:
    """Spans between the marks and the borders of runs, each inside or outside quotation marks as a whole."""
    for start, end in spans:
        for first, after in cut_at_marks(text, start, end):
            for piece in _at_runs(first, after, runs, run_starts):
                yield from _plain(text, *piece)


def _at_runs(start: int, end: int, runs: tuple[Run, ...], run_starts: list[int]) -> Iterator[tuple[int, int, bool]]:
    """A span cut where single-marked runs begin and end, their marks left out."""
    index = max(0, bisect_right(run_starts, start) - 1)
    while start < end:
        while index < len(runs) and runs[index].end <= start:
            index += 1
        run = runs[index] if index < len(runs) else None
        if run is None or run.start >= end:
            yield start, end, False
            return
        if start < run.start:
            yield start, run.start - 1, False
            start = run.start
        else:
            yield start, min(end, run.end), True
            start = run.end + 1


def _plain(text: str, start: int, end: int, quoted: bool) -> Iterator[QuoteSpan]:
    """The span without spaces at its borders; none without a letter or digit."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(None if quoted else LOOSE))
    end = start + len(words.strip(None if quoted else LOOSE))
    if any(character.isalnum() for character in words):
        yield QuoteSpan(start=start, end=end, text=text[start:end], quoted=quoted)


def kind_of(text: str, spans: tuple[QuoteSpan, ...]) -> QuoteKind:
    """Direct if only quoted words make up the utterance, mixed if they stand in a reporter's clause."""
    if not any(span.quoted for span in spans):
        return "indirect"
    if not all(span.quoted for span in spans):
        return "mixed"
    return "direct" if _is_utterance(text, spans) else "mixed"


def _is_utterance(text: str, spans: tuple[QuoteSpan, ...]) -> bool:
    """True for words that begin and end as a sentence does: a capital first, a mark of punctuation at the end."""
    first = next(character for character in spans[0].text if character.isalnum())
    end = spans[-1].end
    ends = spans[-1].text[-1] in SENTENCE_ENDS or text[end + 1 : end + 2] in {"", "\n", ".", ",", "!", "?"}
    return not first.islower() and ends
