"""A brief that has everything, over an invented article, and briefs made of hostile characters."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st

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
    Voice,
)

TEXT = """XS SM MD LG

Strelsau Opens Dam Gates As Villages Wait

Ministers say 12 villages are safe; a rescue union counts 19 under water.

By Anna Rassendyll

STRELSAU, March 4 -- The government of Ruritania opened the gates of the Zenda dam on March 4, \
and the river rose by two metres overnight.

“We had no other choice,” Interior Minister Flavia Elphberg told Radio Strelsau. \
“The wall would not have held,” she added, and asked people to stay “calm and on high ground.”

Without offering evidence, the ministry said foreign agents had damaged the sluice. It said 12 villages were safe.

Rescue union head Fritz Tarlenheim said on Friday that 19 villages stood under water and that help came too late. \
The ministry denied that help came late.

With reporting by the Ruritanian Press Agency and Reuters
"""

SHA = "5" * 64


def place(words: str, after: str = "", text: str = TEXT) -> tuple[int, int]:
    """Where words stand in the article, the first time after some other words."""
    start = text.index(words, text.index(after))
    return start, start + len(words)


def piece(words: str, rule: str, after: str = "", confidence: float | None = None) -> Slice:
    """A slice of the invented article."""
    start, end = place(words, after)
    return Slice(start=start, end=end, text=words, rule=rule, confidence=confidence)


def speaker(words: str, name: str, actor: str | None, after: str = "", confidence: float = 0.9) -> Speaker:
    """A speaker as written in the article."""
    start, end = place(words, after)
    return Speaker(start=start, end=end, text=words, rule="subject", confidence=confidence, name=name, actor=actor)


def cue(words: str, lemma: str, after: str) -> Cue:
    """A cue as written in the article."""
    start, end = place(words, after)
    return Cue(start=start, end=end, text=words, rule="verb", lemma=lemma)


def quote(kind: str, parts: tuple[tuple[str, bool], ...], **more: object) -> Quote:
    """A quote of some runs of words, each quoted or not."""
    found = [(place(words), quoted) for words, quoted in parts]
    spans = tuple(QuoteSpan(start=s, end=e, text=TEXT[s:e], quoted=quoted) for (s, e), quoted in found)
    start, end = spans[0].start, spans[-1].end
    fields = {"kind": kind, "start": start, "end": end, "text": TEXT[start:end], "spans": spans, "rule": "model"}
    fields |= {"id": item_id("q", SHA, [at for at, _ in found]), "confidence": 0.97}
    return msgspec.convert(fields | more, Quote)


def figure(words: str, value: int, name: str, actor: str | None, paragraph: int) -> Figure:
    """A count of villages."""
    start, end = place(words, "Without offering")
    return Figure(
        start=start,
        end=end,
        text=words,
        rule="number",
        confidence=0.8,
        id=item_id("f", SHA, [(start, end)]),
        value=value,
        unit="village",
        speaker=speaker(name, name, actor, "Without offering"),
        paragraph=paragraph,
    )


def answer(question: str, words: str, paragraph: int, **more: object) -> Answer:
    """An answer, with the paragraph's opening words as its sentence."""
    start, end = place(words)
    fields = {"question": question, "start": start, "end": end, "text": words, "rule": "title", "paragraph": paragraph}
    return msgspec.convert(fields | {"sentence": {"start": start, "end": end}} | more, Answer)


def side(words: str, name: str, after: str, denies: bool) -> Statement:
    """One side of an opposition."""
    start, end = place(words, after)
    who = speaker(name, name, None, "Rescue union head")
    return Statement(start=start, end=end, text=words, rule="that", speaker=who, denies=denies, paragraph=4)


def event(words: str, date: str, paragraph: int) -> Event:
    """A dated clause."""
    start, end = place(words)
    return Event(
        start=start,
        end=end,
        text=words,
        rule="dated",
        id=item_id("e", SHA, [(start, end)]),
        date=date,
        paragraph=paragraph,
    )


def source(words: str, name: str) -> Source:
    """A name of the credit line."""
    start, end = place(words, "With reporting")
    return Source(
        start=start, end=end, text=words, rule="with", name=name, as_written=words, kind="agency", role="source"
    )


def actor(name: str, kind: str, rank: int, aliases: tuple[str, ...] = (), roles: tuple[Role, ...] = ()) -> Actor:
    """An actor with one mention."""
    start, end = place(name)
    mention = Mention(start=start, end=end, kind="name", rule="name")
    fields = {"id": name.lower().replace(" ", "-"), "name": name, "kind": kind, "aliases": aliases, "roles": roles}
    return msgspec.convert(fields | {"mentions": (mention,), "rank": rank, "salience": 1 / rank}, Actor)


def role(words: str) -> Role:
    """What the article says someone is."""
    start, end = place(words)
    return Role(start=start, end=end, text=words, rule="before_name")


def sample_brief() -> Brief:
    """A brief in which no field is empty."""
    opening = "The government of Ruritania"
    body = [p for p in TEXT.split("\n\n") if place(p)[0] >= place("STRELSAU, March")[0]][:-1]
    told = quote(
        "direct",
        (("We had no other choice,", True),),
        cue=cue("told", "tell", "choice"),
        speaker=speaker("Interior Minister Flavia Elphberg", "Flavia Elphberg", "flavia-elphberg"),
        via=piece("told Radio Strelsau", "channel", "choice"),
        paragraph=2,
    )
    added = quote(
        "mixed",
        (("The wall would not have held,", True), ("calm and on high ground.", True)),
        cue=cue("added", "add", "held"),
        speaker=speaker("she", "Flavia Elphberg", "flavia-elphberg", "held", 0.3),
        paragraph=2,
    )
    reported = quote("indirect", (("19 villages stood under water and that help came too late", False),), paragraph=4)
    start, end = place("foreign agents had damaged the sluice")
    claim = Claim(
        start=start,
        end=end,
        text=TEXT[start:end],
        rule="marker",
        confidence=0.9,
        id=item_id("c", SHA, [(start, end)]),
        kind="without_evidence",
        marker=piece("Without offering evidence", "marker"),
        speaker=speaker("the ministry", "the ministry", None, "Without offering"),
        paragraph=3,
    )
    return Brief(
        id="0123456789ab",
        seed=SeedReference(name="dam.txt", sha256=SHA, media_type="text/plain"),
        text=TEXT,
        text_sha256=text_hash(TEXT),
        title=piece("Strelsau Opens Dam Gates As Villages Wait", "first_line"),
        deck=piece("Ministers say 12 villages are safe; a rescue union counts 19 under water.", "after_title"),
        byline=piece("By Anna Rassendyll", "by"),
        dateline=piece("STRELSAU, March 4 --", "place_and_dash"),
        outlet="Radio Ruritania",
        url="https://news.example/dam?id=1&day=4",
        published="2019-03-04",
        paragraphs=tuple(
            Paragraph(start=place(words)[0], end=place(words)[1], number=number) for number, words in enumerate(body, 1)
        ),
        credit=(piece("With reporting by the Ruritanian Press Agency and Reuters", "with"),),
        headline=Headline(
            start=place("Strelsau Opens")[0],
            end=place("As Villages Wait")[1],
            text="Strelsau Opens Dam Gates As Villages Wait",
            rule="title",
        ),
        removed=(piece("XS SM MD LG", "text_size"),),
        summary=(
            piece(TEXT[place(opening)[0] : place("overnight.")[1]], "lead", confidence=0.7),
            piece("It said 12 villages were safe.", "figures", confidence=0.6),
        ),
        actors=(
            actor("Flavia Elphberg", "person", 1, (), (role("Interior Minister"),)),
            actor("Fritz Tarlenheim", "person", 2, ("Fritz",), (role("Rescue union head"),)),
            actor("Ruritania", "place", 3),
        ),
        quotes=(told, added, reported),
        sources=(source("Ruritanian Press Agency", "Ruritanian Press Agency"), source("Reuters", "Reuters")),
        voices=(Voice(name="Flavia Elphberg", actor="flavia-elphberg", quotes=(told.id, added.id)),),
        figures=(
            figure("12 villages", 12, "the ministry", None, 3),
            figure("19 villages", 19, "Fritz Tarlenheim", "fritz-tarlenheim", 4),
        ),
        disputes=(Dispute(unit="village", figures=(0, 1)),),
        oppositions=(
            Opposition(
                id="o1",
                rule="denied",
                sides=(
                    side("help came too late", "Fritz Tarlenheim", "Rescue union", False),
                    side("help came late", "The ministry", "denied", True),
                ),
            ),
        ),
        answers=(
            answer("who", "The government of Ruritania", 1),
            answer("what", "opened the gates of the Zenda dam", 1),
            answer("when", "March 4", 1, date="2019-03-04"),
            answer("why", "The wall would not have held", 2),
        ),
        claims=(claim,),
        events=(event("opened the gates of the Zenda dam on March 4", "--03-04", 1),),
        warnings=(Notice(code="no_year", message="The article names no year."),),
    )


#: Markup of every renderer, formulas, marks, right-to-left and combining signs, controls, lone surrogates.
HOSTILE = (
    '#"\\</script>[x](y){{z}}{%',
    '#read("/etc/passwd") $x$ *b* _i_ @a <l>',
    "=1+1",
    "+SUM(A1)",
    "@cmd",
    "\x1b[31mred\x07",
    "[bold]rich[/bold]",
    "\u202eevil\u2066",
    "שלום עולם",
    "مرحبا بالعالم",
    "Зенда Ελλάδα",
    "新聞 ニュース",
    "👩‍🚒 🏴",
    "e\u0301\u0332\u0489",
    "\x00\x08\x7f\x85",
    "\ud800",
    "\u2028\u2029\ufeff\u00ad\u200b",
    "a" * 90,
    "“‘„«»’”--...'\"",
    "\t ",
)

hostile_text = st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=12), min_size=1, max_size=6).map(
    " ".join
)


@st.composite
def hostile_briefs(draw: st.DrawFn) -> Brief:
    """The sample with its words replaced by hostile ones, every slice still a slice."""
    fields = msgspec.to_builtins(sample_brief())
    text = ""
    made: dict[tuple[int, int], tuple[int, int]] = {}

    def put(item: dict[str, object]) -> None:
        nonlocal text
        old = (item["start"], item["end"])
        if old not in made:
            words = draw(hostile_text)
            made[old] = (len(text), len(text) + len(words))
            text += words + "\n"
        item["start"], item["end"] = made[old]
        item["text"] = text[slice(*made[old])]

    for name in ("title", "deck", "byline", "dateline", "headline"):
        if draw(st.booleans()):
            put(fields[name])
        else:
            fields[name] = None
    lists = ("credit", "removed", "summary", "sources", "figures", "claims", "events", "answers", "quotes")
    for name in lists:
        if name == "figures" or draw(st.integers(0, 3)):
            for item in fields[name]:
                put(item)
                for part in ("speaker", "marker", "via", "cue"):
                    if item.get(part):
                        put(item[part])
                        item[part] |= {"name": draw(hostile_text)} if "name" in item[part] else {}
                if name == "quotes":
                    whole = {key: item[key] for key in ("start", "end", "text")}
                    item["spans"] = [whole | {"quoted": item["kind"] != "indirect"}]
                if name == "sources":
                    item |= {"name": draw(hostile_text), "as_written": item["text"]}
        else:
            fields[name] = []
    for opposition in fields["oppositions"]:
        for item in opposition["sides"]:
            put(item)
            put(item["speaker"])
            item["speaker"]["name"] = draw(hostile_text)
    for item in fields["actors"]:
        item["name"] = draw(hostile_text)
        item["aliases"] = draw(st.lists(hostile_text, max_size=2))
        for mention in item["mentions"]:
            mention |= {"start": 0, "end": 1}
        for said in item["roles"]:
            put(said)
    if not fields["quotes"]:
        fields["voices"] = []
    text = text or "x"
    fields["paragraphs"] = [{"start": 0, "end": len(text), "number": number, "kind": "body"} for number in (1, 2, 3, 4)]
    fields["warnings"] = [{"code": "hostile", "message": draw(hostile_text)}]
    fields |= {"text": text, "text_sha256": text_hash(text)}
    for name in ("outlet", "url"):
        fields[name] = draw(st.none() | hostile_text)
    fields["published"] = draw(st.sampled_from([None, "2019", "2019-03", "2019-03-04", "2019-03-04T10:00:00Z", "soon"]))
    return msgspec.convert(fields, Brief)
