"""How wrong answers are: the parts of the loss, and shares of right answers to read while training."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from batches import Batch
from examples import IGNORED
from network import Answers, QuoteNetwork
from torch import Tensor
from torch.nn import functional

from generator.quotes.windows import QUOTED

#: What the parts count: a border is one piece of a hundred, so its sum, not its mean, is taken.
SPEAKER, CONTENT, BORDERS = 0.5, 2.0, 0.2
#: Share of pieces by which an extent counts as right, as in the bench.
OVERLAP = 0.8


def losses(batch: Batch, tags: Tensor, answers: Answers) -> dict[str, Tensor]:
    """The parts of the loss of a batch, weighted; their sum is what training lowers."""
    rows, asked, width = answers.start.shape
    right, weight, said = (torch.zeros(rows, asked) for _ in range(3))
    start, end = torch.full((rows, asked), IGNORED), torch.full((rows, asked), IGNORED)
    content, opens, closes = (torch.zeros(rows, asked, width) for _ in range(3))
    tagged = torch.zeros(rows, width, 3)
    for row, example in enumerate(batch.examples):
        tagged[row, : len(example.tags)] = torch.tensor(example.tags, dtype=torch.float)
        weight[row, : batch.asked[row]] = 1
        for column, query in enumerate(example.queries):
            if query.attributed:
                right[row, column] = said[row, column] = 1
                start[row, column], end[row, column] = query.start, query.end
                for scores, pieces in ((content, query.content), (opens, query.opens), (closes, query.closes)):
                    scores[row, column, list(pieces)] = 1
    known = (batch.mask[:, None, :] * said[:, :, None]).to(torch.float)
    pointed = (start >= 0).sum().clamp(min=1)
    seen = batch.mask[:, :, None].to(torch.float)
    return {
        "attributed": _binary(answers.attributed, right, weight) / weight.sum().clamp(min=1),
        "speaker": SPEAKER * (_pointer(answers.start, start) + _pointer(answers.end, end)) / pointed,
        "content": CONTENT * _binary(answers.content, content, known) / known.sum().clamp(min=1),
        "borders": BORDERS
        * (_binary(answers.opens, opens, known) + _binary(answers.closes, closes, known))
        / said.sum().clamp(min=1),
        "tags": _binary(tags, tagged, seen) / seen.sum(),
    }


def _binary(scores: Tensor, truth: Tensor, weights: Tensor) -> Tensor:
    return (functional.binary_cross_entropy_with_logits(scores, truth, reduction="none") * weights).sum()


def _pointer(scores: Tensor, truth: Tensor) -> Tensor:
    flat = scores.reshape(-1, scores.shape[-1])
    return functional.cross_entropy(flat, truth.reshape(-1), ignore_index=IGNORED, reduction="sum")


@torch.no_grad()
def measured(network: QuoteNetwork, batches: Iterable[Batch]) -> dict[str, float]:
    """Shares of right answers, for quoted runs and for cues: somebody's words or not, speaker to the piece, extent."""
    counts = {kind: [0] * 5 for kind in ("run", "cue")}
    for batch in batches:
        _, answers = network(batch.ids, batch.types, batch.mask, batch.queries)
        for row, example in enumerate(batch.examples):
            length = len(example.window.ids)
            for column, query in enumerate(example.queries):
                count = counts["run" if example.window.types[query.first] & QUOTED else "cue"]
                count[0] += 1
                count[1] += (answers.attributed[row, column].item() > 0) == query.attributed
                if not query.attributed or query.start == IGNORED:
                    continue
                start, end = (int(part[row, column, :length].argmax()) for part in (answers.start, answers.end))
                scores = answers.content[row, column, :length].tolist()
                said = {piece for piece, score in enumerate(scores) if piece and score > 0}
                count[2] += 1
                count[3] += start == query.start and end == query.end
                count[4] += len(said & query.content) >= OVERLAP * len(said | query.content)
    shares: dict[str, float] = {}
    for kind, (asked, attributed, pointed, speaker, extent) in counts.items():
        shares[f"{kind} attributed"] = attributed / max(1, asked)
        shares[f"{kind} speaker"] = speaker / max(1, pointed)
        shares[f"{kind} extent"] = extent / max(1, pointed)
    return shares
