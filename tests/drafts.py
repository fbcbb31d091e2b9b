"""A made article while it is written: each piece knows where it stands, so nothing is ever searched for in the text."""

from __future__ import annotations

from typing import Any, TypeVar

from generator.identity import item_id, text_hash
from generator.model import (
    Actor,
    Answer,
    Brief,
    Cue,
    Mention,
    Paragraph,
    Quote,
    QuoteSpan,
    Role,
    Slice,
    Speaker,
    Stretch,
    Voice,
)
from tests.made_briefs import bare

S = TypeVar("S", bound=Slice)


class Draft:
    """Words are added at the end; `brief` makes a brief of all of them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.paragraph = 0
        """Number of the line that is written; 0 in the head."""
        self.fields: dict[str, Any] = {}
        """What of the brief is one value."""
        self.lists: dict[str, list[Any]] = {}
        """What of the brief is several: "quotes", "events"."""
        self._key = text_hash(file)
        self._text: list[str] = []
        self._at = 0
        self._line = 0
        self._actors: dict[str, dict[str, Any]] = {}

    def add(self, words: str) -> tuple[int, int]:
        """Start and end of these words."""
        start = self._at
        self._text.append(words)
        self._at += len(words)
        return start, self._at

    def piece(self, made: type[S], words: str, **fields: Any) -> S:
        start, end = self.add(words)
        if "paragraph" in made.__struct_fields__:
            fields.setdefault("paragraph", self.paragraph)
        return made(**{"start": start, "end": end, "text": words, "rule": "made", **fields})

    def item(self, made: type[S], words: str, **fields: Any) -> S:
        """A piece with an id."""
        return self.piece(made, words, id=self.id("i", self._at), **fields)

    def since(self, made: type[S], start: int, **fields: Any) -> S:
        """A piece of all that was written since `start`."""
        words, at = [], self._at
        for part in reversed(self._text):
            if at <= start:
                break
            words.append(part)
            at -= len(part)
        fields |= {name: value for name, value in (("id", self.id("i", start)), ("paragraph", self.paragraph))
                   if name in made.__struct_fields__}  # fmt: skip
        return made(start=start, end=self._at, text="".join(reversed(words)), rule="made", **fields)

    def id(self, prefix: str, start: int) -> str:
        return item_id(prefix, self._key, [(start, start + 1)])

    def put(self, kind: str, *items: Any) -> None:
        self.lists.setdefault(kind, []).extend(items)

    def open(self) -> None:
        """The line that begins here is a paragraph of the body."""
        self.paragraph = len(self.lists.get("paragraphs", ())) + 1
        self._line = self._at

    def close(self) -> None:
        """Ends a line."""
        if self.paragraph:
            self.put("paragraphs", Paragraph(start=self._line, end=self._at, number=self.paragraph))
        self.paragraph = 0
        self.add("\n")

    def line(self, made: type[S], words: str, **fields: Any) -> S:
        """A line of the head or the foot that is one piece."""
        found = self.piece(made, words, **fields)
        self.close()
        return found

    def sentence(self, words: str) -> Slice:
        """A paragraph of one sentence."""
        self.open()
        found = self.piece(Slice, words, confidence=0.9)
        self.close()
        return found

    def name(self, name: str, kind: str = "person", role: str = "") -> str:
        """Names an actor, behind a role; returns Actor.id."""
        known = self._actors.setdefault(
            name, {"id": f"a{len(self._actors) + 1}", "name": name, "kind": kind, "roles": [], "mentions": []}
        )
        if role:
            known["roles"].append(self.piece(Role, role))
            self.add(" ")
        start, end = self.add(name)
        known["mentions"].append(Mention(start=start, end=end, kind="name", rule="made"))
        return str(known["id"])

    def speaker(self, name: str, confidence: float = 0.9, **actor: str) -> Speaker:
        """Names an actor as the one who speaks."""
        found = self.name(name, **actor)
        return Speaker(
            start=self._at - len(name),
            end=self._at,
            text=name,
            rule="made",
            name=name,
            actor=found,
            confidence=confidence,
        )

    def say(self, kind: str, spans: list[tuple[str, bool]]) -> dict[str, Any]:
        """Words of a quote, in marks where they are spoken; `quote` takes them together with who said them."""
        made = []
        for words, quoted in spans:
            self.add("“" * quoted)
            start, end = self.add(words)
            made.append(QuoteSpan(start=start, end=end, text=words, quoted=quoted))
            self.add("”" * quoted)
        return {"kind": kind, "spans": tuple(made), "paragraph": self.paragraph}

    def quote(self, said: dict[str, Any], cue: Cue | None = None, **fields: Any) -> None:
        start, end = said["spans"][0].start, said["spans"][-1].end
        text = self.since(Slice, start).text[: end - start]
        made = {"id": self.id("q", start), "start": start, "end": end, "text": text, "rule": "made", "confidence": 0.9}
        self.put("quotes", Quote(**{**made, **said, "cue": cue, **fields}))

    def answer(self, question: str, piece: Slice, sentence: Slice | None = None, **fields: Any) -> None:
        """Takes a piece that was written for the answer to a question."""
        whole = sentence or piece
        made = {name: getattr(piece, name) for name in Slice.__struct_fields__}
        stretch = Stretch(start=whole.start, end=whole.end)
        self.put("answers", Answer(**{**made, "question": question, "sentence": stretch, "paragraph": 1, **fields}))

    def brief(self) -> Brief:
        text = "".join(self._text).rstrip("\n")
        actors = []
        for rank, known in enumerate(self._actors.values(), 1):
            parts = {name: tuple(known[name]) for name in ("roles", "mentions")}
            actors.append(Actor(**{**known, **parts, "rank": rank, "salience": round(1 / rank, 2)}))
        lists = {kind: tuple(items) for kind, items in self.lists.items()}
        return bare(
            text,
            self.file,
            **{"paragraphs": (), "actors": tuple(actors), "voices": self._voices(), **lists, **self.fields},
        )

    def _voices(self) -> tuple[Voice, ...]:
        said: dict[tuple[str, str | None], list[str]] = {}
        for quote in self.lists.get("quotes", ()):
            if quote.speaker is not None:
                said.setdefault((quote.speaker.name, quote.speaker.actor), []).append(quote.id)
        return tuple(Voice(name=name, actor=actor, quotes=tuple(ids)) for (name, actor), ids in said.items())
