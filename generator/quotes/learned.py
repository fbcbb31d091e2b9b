"""The learned way of finding quotes: windows, answers, decoding, and how sure each quote is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from generator.attribution import via_of
from generator.errors import MissingPackage
from generator.model import Article
from generator.nlp import Passage, Reading
from generator.quotes.candidate import Candidate
from generator.quotes.confidence import Confidence, Known, Verdict, Wording
from generator.quotes.decode import Found, decode
from generator.quotes.indirect import find_indirect
from generator.quotes.marks import Run
from generator.quotes.model import INSTALL, QuoteModel
from generator.quotes.printed import PRINTED
from generator.quotes.rules import find_by_rules
from generator.quotes.spans import merged, overlaps, touches
from generator.quotes.windows import WindowMaker

PRINTED_RULES = frozenset(name for name, _ in PRINTED)
#: A report without a verb has so many words, or says nothing.
PHRASE_WORDS = 6


class Learned:
    """Holds the model. Raises MissingPackage if newsbrief-quotes is not installed or damaged."""

    def __init__(self) -> None:
        self.model = QuoteModel()
        from newsbrief_quotes import CALIBRATION

        try:
            self.confidence = Confidence(CALIBRATION)
        except (OSError, ValueError, KeyError) as error:
            raise MissingPackage(f"The learned quote model is damaged. Install it anew: {INSTALL}") from error

    def __call__(self, article: Article, reading: Reading, runs: tuple[Run, ...]) -> Iterable[Candidate]:
        """Quotes with marks, then reported clauses without, each with its confidence."""
        by_rules = list(find_by_rules(article, reading, runs))
        printed = [candidate for candidate in by_rules if candidate.rule in PRINTED_RULES]
        yield from printed
        told = merged(span for candidate in printed for span in candidate.spans)
        for found, wording, words, verdict in self.found(article, reading, runs, by_rules):
            candidate = self.confidence.judged(found, wording, words, verdict)
            if candidate is not None:
                untold = tuple(span for span in candidate.spans if not overlaps(span, told))
                if untold:
                    yield candidate._replace(spans=untold)

    def found(
        self, article: Article, reading: Reading, runs: tuple[Run, ...], by_rules: Iterable[Candidate]
    ) -> Iterator[tuple[Found, Wording, int | None, Verdict]]:
        """What the model finds: its wording, how many words it quotes (None without marks), what the rules say."""
        windows = WindowMaker(self.model.tokenizer, article.text, reading.passages, runs).windows()
        marked = Known(by_rules)
        reported = Known(find_indirect(article.text, reading.passages, runs, ()))
        inside = [(run.start, run.end) for run in runs]
        starts = [passage.start for passage in reading.passages]
        for found in decode(article.text, self.model.ask(windows)):
            candidate = found.candidate
            if candidate.rule == "model-reported":
                passage = reading.passages[bisect_right(starts, candidate.spans[0][0]) - 1]
                if passage.kind == "body" and _says_something(candidate, passage):
                    report = found._replace(candidate=_with_cue(candidate, passage))
                    yield report, "indirect", None, reported.verdict(candidate)
            else:
                words = sum(len(article.text[start:end].split()) for start, end in _held(inside, candidate.spans))
                whole = all(_is_held(inside, span) for span in candidate.spans)
                yield found, "direct" if whole else "mixed", words, marked.verdict(candidate)


def _held(inside: list[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The quoted parts of spans."""
    for start, end in spans:
        index = max(0, bisect_right(inside, (start, 0)) - 1)
        while index < len(inside) and inside[index][0] < end:
            first, after = max(start, inside[index][0]), min(end, inside[index][1])
            if first < after:
                yield first, after
            index += 1


def _is_held(inside: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    index = bisect_right(inside, (span[0], 10**12)) - 1
    return index >= 0 and span[1] <= inside[index][1]


def _says_something(candidate: Candidate, passage: Passage) -> bool:
    """True for a clause or a long phrase: She praised the staff.  -> "the staff" is nobody's words."""
    words = 0
    for start, end in candidate.spans:
        for token in passage.doc.char_span(start - passage.start, end - passage.start, alignment_mode="expand") or ():
            if token.pos_ in {"VERB", "AUX"}:
                return True
            words += not token.is_punct
    return words >= PHRASE_WORDS


def _with_cue(candidate: Candidate, passage: Passage) -> Candidate:
    """The lemma of the cue and the channel of its verb, from the parse."""
    if candidate.cue is None:
        return candidate
    tokens = passage.doc.char_span(
        candidate.cue[0] - passage.start, candidate.cue[1] - passage.start, alignment_mode="expand"
    )
    if tokens is None or not len(tokens):
        return candidate
    verb = tokens.root
    channel = via_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
    via = passage.span(passage.doc[channel[0] : channel[1]]) if channel else None
    return candidate._replace(lemma=verb.lemma_.lower(), via=None if touches(via, candidate.spans) else via)
