"""Our own labels of quoted pieces in 25 articles of outlets that nothing was trained on.

    python -m tests.quote_labels [model|rules] [--misses]

A row of tests/labels/quotes.jsonl is an article: file, sha256, half, and its pieces as [start, end, said, speaker,
actor]: offsets of the words between the marks, 1 if somebody said them, offsets of the speaker's mention, and of the
fullest name of the same. Two readers labelled every piece without seeing each other's labels: the same 337 pieces,
"said" alike in 334, and of the 278 that both call said the same speaker in 269. Of the nine, seven are plaques that
speak for themselves; the first labels are kept.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator import Brief, Briefer, Settings
from tests.calibration import scorer
from tests.conftest import BENCH, ROOT

LABELS = ROOT / "tests" / "labels" / "quotes.jsonl"
OVERLAP = 0.8


class Piece(NamedTuple):
    """Words between marks, and who says them."""

    start: int
    end: int
    said: int
    speaker: tuple[int, int] | None
    actor: tuple[int, int] | None


class Score(NamedTuple):
    """Counts over pieces that somebody said."""

    gold: int
    found: int
    matched: int
    joint: int

    @property
    def f1(self) -> float:
        """Joint F1: the piece is found and its speaker is right."""
        return 2 * self.joint / (self.gold + self.found) if self.gold + self.found else 0.0


def rows(half: str | None = None) -> Iterator[dict[str, Any]]:
    """The labelled articles of a half, or all."""
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        if half in {None, row["half"]}:
            yield row


def score(half: str | None, way: str = "model") -> tuple[Score, Score, list[str]]:
    """All pieces, those of what is read as the article, and the misses."""
    right, articles = scorer().speaker_right, BENCH / "articles"
    texts, kept = [], list(rows(half))
    for row in kept:
        raw = (articles / row["file"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == row["sha256"], row["file"]
        texts.append(raw.decode("utf-8"))
    briefer = Briefer(Settings(quotes=way))  # type: ignore[arg-type]
    everything, within, misses = [0, 0, 0, 0], [0, 0, 0, 0], []
    for row, text, brief in zip(kept, texts, briefer.brief_many(texts), strict=True):
        assert brief.text == text
        pieces = [Piece(*piece) for piece in row["pieces"]]
        for counts, wanted in ((everything, pieces), (within, [piece for piece in pieces if _is_read(brief, piece)])):
            found, wrong = _compared(brief, wanted, right)
            for number, value in enumerate(found):
                counts[number] += value
        misses += [f"{row['file']}: {line}" for line in wrong]
    return Score(*everything), Score(*within), misses


def _is_read(brief: Brief, piece: Piece) -> bool:
    parts = [brief.title, brief.deck, *brief.paragraphs]
    return any(part is not None and part.start <= piece.start < part.end for part in parts)


def _compared(brief: Brief, pieces: list[Piece], right: Any) -> tuple[list[int], list[str]]:
    text = brief.text
    said = [piece for piece in pieces if piece.said]
    found = [(span, quote) for quote in brief.quotes for span in quote.spans if span.quoted]
    pairs = sorted(
        (-overlap, one, other)
        for one, piece in enumerate(said)
        for other, (span, _) in enumerate(found)
        if (overlap := _overlap(text, (piece.start, piece.end), (span.start, span.end))) >= OVERLAP
    )
    used, mine, joint, wrong = set(), set(), 0, []
    for _, one, other in pairs:
        if one in used or other in mine:
            continue
        used.add(one)
        mine.add(other)
        piece, quote = said[one], found[other][1]
        speaker = quote.speaker
        gold = _unit(text, piece.speaker)
        pred = _unit(text, (speaker.start, speaker.end) if speaker else None)
        verdict = right(gold, pred)
        ok = speaker is None if verdict is None else verdict
        joint += ok
        if not ok:
            words = text[piece.start : piece.end][:60]
            wrong.append(f"{pred['name']!r} for {gold['name']!r}, {quote.confidence}, {quote.rule}: {words!r}")
    wrong += [f"missed: {text[piece.start : piece.end][:60]!r}" for one, piece in enumerate(said) if one not in used]
    wrong += [
        f"not said, {found[other][1].confidence}, {found[other][1].rule}: {found[other][0].text[:60]!r}"
        for other in range(len(found))
        if other not in mine
    ]
    return [len(said), len(found), len(used), joint], wrong


def _unit(text: str, speaker: tuple[int, int] | None) -> dict[str, Any]:
    """A speaker as score.py of the bench reads it."""
    return {"source": [speaker] if speaker else [], "name": text[slice(*speaker)] if speaker else ""}


def _overlap(text: str, one: tuple[int, int], other: tuple[int, int]) -> float:
    mine, theirs = ({at for at in range(*span) if text[at].isalnum()} for span in (one, other))
    return len(mine & theirs) / max(1, len(mine | theirs))


def main() -> None:
    way = "rules" if "rules" in sys.argv else "model"
    for half in ("tune", "report"):
        whole, within, misses = score(half, way)
        print(f"{way} {half}: all {whole} joint F1 {whole.f1:.3f}; in what is read {within} joint F1 {within.f1:.3f}")
        if "--misses" in sys.argv and half == "tune":
            print(*misses, sep="\n")


if __name__ == "__main__":
    main()
