"""Briefs made by hand for the tests of what readers see: no reading stage has a part in them."""
# ruff: noqa: E501

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

import msgspec

from generator.identity import item_id, text_hash
from generator.model import (
    Actor,
    Answer,
    Brief,
    Claim,
    Cue,
    Dispute,
    Event,
    Figure,
    Headline,
    Mention,
    Notice,
    Opposition,
    Paragraph,
    Quote,
    QuoteSpan,
    Role,
    SeedReference,
    Slice,
    Source,
    Speaker,
    Statement,
    Stretch,
    Voice,
)

S = TypeVar("S", bound=Slice)

LANDSLIDE = """Landslide Shuts Zenda Pass As Counts Differ
Two ministries give different numbers for the missing
STRELSAU -- A landslide closed the Zenda Pass on March 12, 2026, and cut the only road between Strelsau and the northern valleys of Ruritania.
Interior Minister Mira Voss said 14 people were missing. "We are digging with our hands," she told reporters. "We will not stop tonight."
The Health Ministry put the number of missing at 22 people, without giving a source for its list, which hospitals in the valley had not seen.
Opposition lawmaker Anton Rask claimed, without offering evidence, that warnings had been ignored. He called the road "a trap that everybody knew about" and asked for an inquiry. Voss denied that any warning was missed.
Engineers from the Black River Company said that the slope had moved before, in 2019, when rain fell for nine days and the road stayed shut for a month.
Villagers carried blankets to the school, where a kitchen was set up in the gymnasium and where the children of three villages slept on mats.
With reporting by the AP and Ruritanian Press Agency
SHARE THIS ARTICLE"""


def piece(made: type[S], text: str, words: str, after: int = 0, **fields: Any) -> S:
    """The first slice with these words at or after an offset."""
    start = text.index(words, after)
    return made(start=start, end=start + len(words), text=words, **{"rule": "made", **fields})


def answer(text: str, question: str, words: str, **fields: Any) -> Answer:
    """An answer, with the line that it stands in as its sentence."""
    start = text.index(words)
    sentence = Stretch(start=text.rindex("\n", 0, start) + 1, end=text.index("\n", start))
    return piece(Answer, text, words, question=question, sentence=sentence, **fields)


def reference(name: str, text: str) -> SeedReference:
    return SeedReference(name=name, sha256=text_hash(text), media_type="text/plain")


def paragraphs(text: str, first: int, last: int) -> tuple[Paragraph, ...]:
    """Lines `first` to `last` (0-based, last excluded) as the paragraphs of the body."""
    made, start = [], 0
    for index, line in enumerate(text.split("\n")):
        if first <= index < last:
            made.append(Paragraph(start=start, end=start + len(line), number=len(made) + 1))
        start += len(line) + 1
    return tuple(made)


def bare(text: str, name: str = "bare.txt", **fields: Any) -> Brief:
    """A brief of which nothing is known but its text; every line is a paragraph."""
    seed = fields.pop("seed", reference(name, text))
    return Brief(
        **{
            "id": hashlib.sha256(f"{seed.name}\n{seed.sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:12],
            "seed": seed,
            "text": text,
            "text_sha256": text_hash(text),
            "paragraphs": paragraphs(text, 0, text.count("\n") + 1),
            **fields,
        }
    )


def titled(title: str, name: str, agency: str = "", **fields: Any) -> Brief:
    """A small brief: a title, two sentences, the first of them as summary, and a credit line if there is an agency."""
    text = f"{title}\nThe council of Hentzau met on Monday. Nobody was there to hear it but the clerk and two dogs."
    body = text.count("\n") + 1
    text += f"\nWith reporting by {agency}" if agency else ""
    credit = piece(Slice, text, f"With reporting by {agency}") if agency else None
    source = credit and piece(
        Source, text, agency, after=credit.start, name=agency, as_written=agency, kind="agency", role="source"
    )
    first = piece(Slice, text, "The council of Hentzau met on Monday.", confidence=0.9)
    return bare(
        text,
        name,
        **{
            "title": Slice(start=0, end=len(title), text=title, rule="made"),
            "paragraphs": paragraphs(text, title.count("\n") + 1, body),
            "summary": (first,),
            "credit": (credit,) if credit else (),
            "sources": (source,) if source else (),
            **fields,
        },
    )


def made_quote(text: str, sha256: str, kind: str, spans: list[tuple[str, bool]], **fields: Any) -> Quote:
    """A quote of these spans, each searched for after the one before it."""
    made, at = [], fields.pop("after", 0)
    for words, quoted in spans:
        start = text.index(words, at)
        at = start + len(words)
        made.append(QuoteSpan(start=start, end=at, text=words, quoted=quoted))
    start, end = made[0].start, made[-1].end
    return Quote(
        **{
            "id": item_id("q", sha256, [(span.start, span.end) for span in made]),
            "kind": kind,
            "start": start,
            "end": end,
            "text": text[start:end],
            "spans": tuple(made),
            "rule": "made-marks",
            "confidence": 0.91,
            **fields,
        }
    )


def landslide(name: str = "landslide.txt", **fields: Any) -> Brief:
    """A brief that has something in every place of a page."""
    text = LANDSLIDE
    seed = reference(name, text)
    said = text.index(" she told")
    voss = piece(Speaker, text, "Mira Voss", name="Mira Voss", actor="mira-voss", confidence=0.95)
    she = piece(Speaker, text, "she", after=said, name="Mira Voss", actor="mira-voss", confidence=0.62)
    he = piece(
        Speaker, text, "He", after=text.index("ignored."), name="Anton Rask", actor="anton-rask", confidence=0.31
    )
    rask = piece(Speaker, text, "Anton Rask", name="Anton Rask", actor="anton-rask", confidence=0.9)
    denier = piece(Speaker, text, "Voss", after=text.index("inquiry."), name="Mira Voss", actor="mira-voss")
    engineers = piece(Speaker, text, "Engineers", name="Engineers")
    health = piece(Speaker, text, "The Health Ministry", name="Health Ministry", actor="health-ministry")
    fourteen = piece(Figure, text, "14 people", id="f1", value=14, unit="person", speaker=voss, paragraph=2)
    twenty_two = piece(Figure, text, "22 people", id="f2", value=22, unit="person", speaker=health, paragraph=3)
    quotes = (
        made_quote(
            text,
            seed.sha256,
            "direct",
            [("We are digging with our hands,", True), ("We will not stop tonight.", True)],
            cue=piece(Cue, text, "told", lemma="tell"),
            speaker=she,
            via=piece(Slice, text, "told reporters"),
            paragraph=2,
        ),
        made_quote(
            text,
            seed.sha256,
            "mixed",
            [("the road ", False), ("a trap that everybody knew about", True)],
            after=text.index("He called"),
            cue=piece(Cue, text, "called", lemma="call"),
            speaker=he,
            paragraph=4,
        ),
        made_quote(
            text,
            seed.sha256,
            "indirect",
            [("that the slope had moved before, in 2019", False)],
            cue=piece(Cue, text, "said that", lemma="say"),
            speaker=engineers,
            paragraph=5,
            confidence=0.55,
        ),
    )
    credit = piece(Slice, text, "With reporting by the AP and Ruritanian Press Agency")
    actors = (
        Actor(
            id="mira-voss",
            name="Mira Voss",
            kind="person",
            aliases=("Voss",),
            roles=(piece(Role, text, "Interior Minister"),),
            mentions=(Mention(start=voss.start, end=voss.end, kind="name", rule="made"),),
            rank=1,
            salience=0.9,
        ),
        Actor(
            id="anton-rask",
            name="Anton Rask",
            kind="person",
            roles=(piece(Role, text, "Opposition lawmaker", status="former"),),
            rank=2,
            salience=0.5,
        ),
        Actor(id="health-ministry", name="Health Ministry", kind="organization", rank=3, salience=0.4),
        Actor(id="black-river-company", name="Black River Company", kind="organization", rank=4, salience=0.3),
        Actor(id="ruritania", name="Ruritania", kind="place", rank=5, salience=0.2),
    )
    made = {
        "seed": seed,
        "title": piece(Slice, text, "Landslide Shuts Zenda Pass As Counts Differ", confidence=0.99),
        "deck": piece(Slice, text, "Two ministries give different numbers for the missing"),
        "dateline": piece(Slice, text, "STRELSAU"),
        "outlet": "Strelsau Desk",
        "url": "https://example.org/landslide",
        "published": "2026-03-13",
        "paragraphs": paragraphs(text, 2, 8),
        "credit": (credit,),
        "removed": (piece(Slice, text, "SHARE THIS ARTICLE", rule="share-line"),),
        "summary": (
            piece(
                Slice,
                text,
                "A landslide closed the Zenda Pass on March 12, 2026, and cut the only road between Strelsau and the "
                "northern valleys of Ruritania.",
                confidence=0.88,
            ),
            piece(Slice, text, "Interior Minister Mira Voss said 14 people were missing.", confidence=0.4),
        ),
        "actors": actors,
        "quotes": quotes,
        "sources": (
            piece(Source, text, "AP", after=credit.start, name="Associated Press", as_written="the AP", kind="agency", role="source"),
            piece(
                Source,
                text,
                "Ruritanian Press Agency",
                name="Ruritanian Press Agency",
                as_written="Ruritanian Press Agency",
                kind="agency",
                role="source",
            ),
        ),
        "voices": (
            Voice(name="Mira Voss", actor="mira-voss", quotes=(quotes[0].id,)),
            Voice(name="Anton Rask", actor="anton-rask", quotes=(quotes[1].id,)),
            Voice(name="Engineers", quotes=(quotes[2].id,)),
        ),
        "figures": (fourteen, twenty_two),
        "disputes": (Dispute(unit="person", figures=(0, 1)),),
        "headline": piece(Headline, text, "Landslide Shuts Zenda Pass As Counts Differ", rule="title"),
        "answers": (
            answer(text, "who", "A landslide", paragraph=1),
            answer(text, "what", "closed the Zenda Pass", paragraph=1),
            answer(text, "when", "March 12, 2026", paragraph=1, date="2026-03-12"),
            answer(text, "where", "Ruritania", paragraph=1, actor="ruritania"),
            answer(text, "why", "when rain fell for nine days", paragraph=5),
        ),
        "oppositions": (
            Opposition(
                id="o1",
                rule="made",
                sides=(
                    piece(Statement, text, "warnings had been ignored", speaker=rask, denies=False, paragraph=4),
                    piece(Statement, text, "any warning was missed", speaker=denier, denies=True, paragraph=4),
                ),
            ),
        ),
        "claims": (
            piece(
                Claim,
                text,
                "warnings had been ignored",
                id="c1",
                kind="without_evidence",
                marker=piece(Slice, text, "without offering evidence"),
                speaker=rask,
                paragraph=4,
            ),
        ),
        "events": (
            piece(
                Event,
                text,
                "A landslide closed the Zenda Pass on March 12, 2026",
                id="e1",
                date="2026-03-12",
                paragraph=1,
            ),
            piece(Event, text, "the slope had moved before, in 2019", id="e2", date="2019", paragraph=5),
        ),
        "warnings": (Notice(code="lines_removed", message="One line of the page was taken out."),),
    }  # fmt: skip
    return bare(text, name, **{**made, **fields})


def with_name(brief: Brief, name: str, **fields: Any) -> Brief:
    """The same article from another file."""
    seed = msgspec.structs.replace(brief.seed, name=name)
    made = bare(brief.text, name, seed=seed)
    return msgspec.structs.replace(brief, seed=seed, id=made.id, **fields)
