"""A smaller vocabulary: the word pieces that news uses, taken from a larger tokenizer."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

#: Pieces in all. The embedding of a piece costs 384 bytes of the weights.
SIZE = 14_000
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
#: Marks and letters that stay whatever the corpus holds.
LAST_KEPT = 0x2200


def pruned(tokenizer: Path, texts: Iterable[str]) -> tuple[Tokenizer, list[int]]:
    """The smaller tokenizer, and for each of its pieces the row that it had in the larger one.

    Single letters of European scripts stay, then the pieces that `texts` use, the most frequent first, then the rest
    in the order of the larger vocabulary, which is one of frequency.
    """
    description = json.loads(tokenizer.read_text("utf-8"))
    rows: dict[str, int] = description["model"]["vocab"]
    large = Tokenizer.from_file(str(tokenizer))
    large.no_truncation()
    large.no_padding()
    uses: Counter[str] = Counter()
    for text in texts:
        uses.update(large.encode(text, add_special_tokens=False).tokens)
    whole = {piece for piece in rows if len(piece.removeprefix("##")) == 1 and ord(piece[-1]) < LAST_KEPT}
    by_rank = sorted(rows, key=lambda piece: (piece not in SPECIAL, piece not in whole, -uses[piece], rows[piece]))
    kept = sorted(by_rank[:SIZE], key=lambda piece: (piece not in SPECIAL, rows[piece]))
    description["model"]["vocab"] = {piece: number for number, piece in enumerate(kept)}
    description["truncation"] = description["padding"] = None
    numbers = description["model"]["vocab"]
    for token in description["added_tokens"]:
        token["id"] = numbers[token["content"]]
    _renumber(description.get("post_processor"), numbers)
    return Tokenizer.from_str(json.dumps(description)), [rows[piece] for piece in kept]


def _renumber(processor: dict[str, object] | None, numbers: dict[str, int]) -> None:
    """Gives the special pieces of a template their new numbers."""
    special = (processor or {}).get("special_tokens")
    if isinstance(special, dict):
        for piece, entry in special.items():
            entry["ids"] = [numbers[piece]]
