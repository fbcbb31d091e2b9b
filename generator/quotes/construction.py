"""In which order a quote, its cue and its speaker stand: "content, cue, name"."""

from __future__ import annotations

from generator.model import QuoteSpan
from generator.nlp import Passage
from generator.quotes.candidate import Candidate
from generator.quotes.spans import Span

#: Part of speech of the word that a speaker's mention turns on -> how it is called; "noun" for all others.
FORMS = {"PROPN": "name", "PRON": "pronoun"}


def construction(passage: Passage, spans: tuple[QuoteSpan, ...], candidate: Candidate) -> str:
    """The parts that stand in the quote's first paragraph, in text order; content on both sides is named twice.

    >>> # "The bridge," Roe said, "is old."  -> "content, name, cue, content"
    """
    parts = [(span.start, "content") for span in spans]
    if candidate.cue is not None:
        parts.append((candidate.cue[0], "cue"))
    if candidate.speaker is not None:
        parts.append((candidate.speaker[0], _form(passage, candidate.speaker)))
    named = [name for start, name in sorted(parts) if passage.start <= start < passage.end]
    return ", ".join(name for number, name in enumerate(named) if not number or named[number - 1] != name)


def _form(passage: Passage, mention: Span) -> str:
    tokens = passage.doc.char_span(mention[0] - passage.start, mention[1] - passage.start, alignment_mode="expand")
    return FORMS.get(tokens.root.pos_, "noun") if tokens is not None and len(tokens) else "noun"
