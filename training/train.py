"""Trains the quote network: corpus -> weights, tokenizer and a log.

    python training/train.py --corpus DIR --start MINILM --out OUT [--layers 3] [--epochs 5] [--seed 1]

DIR holds the train and dev parts as JSON lines, MINILM an unpacked all-MiniLM-L6-v2. Same seed, same machine and same
versions: same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

import torch
from batches import BatchMaker
from corpus import NameSwapper, is_held_back, load
from examples import Example, cue_words, examples
from losses import losses, measured
from network import QuoteNetwork, Shape, loaded, save
from vocabulary import pruned

HERE = Path(__file__).parent
ENCODER_RATE, HEAD_RATE, DECAY, CLIP = 2e-4, 1e-3, 0.01, 1.0
BETAS, EPSILON = (0.9, 0.98), 1e-6
#: Steps until the full rate; from there it falls to LAST of itself.
WARM_UP, LAST = 100, 0.01
#: The weights kept are a running mean over about 1 / (1 - MEAN) steps.
MEAN = 0.998
#: Steps between lines of the log, whose losses are means that forget at the rate FORGET.
EVERY, FORGET = 50, 0.02


class Trainer:
    """One run."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        torch.manual_seed(arguments.seed)
        torch.set_num_threads(arguments.threads)
        self.dice = random.Random(arguments.seed)
        articles = load(sorted(arguments.corpus.glob("polnear-train*.jsonl")))
        self.train = [article for article in articles if not is_held_back(article)][: arguments.limit]
        self.out: Path = arguments.out
        self.out.mkdir(parents=True, exist_ok=True)
        self.tokenizer, kept = pruned(arguments.start / "tokenizer.json", (article.text for article in self.train))
        self.tokenizer.save(str(self.out / "tokenizer.json"))
        self.shape = Shape(arguments.layers, len(kept))
        if arguments.goes_on:
            self.network = loaded(arguments.goes_on)
            self.shape = self.network.shape
        else:
            self.network = QuoteNetwork(self.shape)
            self.network.encoder.start_from(arguments.start, kept)
        self.network.encoder.words.weight.requires_grad = self.network.encoder.places.weight.requires_grad = False
        self.mean = QuoteNetwork(self.shape).eval()
        self.mean.load_state_dict(self.network.state_dict())
        self.maker = BatchMaker(self.tokenizer, self.dice)
        self.like_cues = cue_words(self.train)
        self.swapper = NameSwapper(self.train, HERE / "names.txt")
        dev = load([arguments.corpus / "polnear-dev.jsonl"])
        self.dev = [example for article in dev for example in examples(article, self.tokenizer, frozenset())]
        self.log = (self.out / "log.jsonl").open("a", encoding="utf-8")
        self.began = time.monotonic()

    def run(self) -> None:
        """Trains; writes the weights after each epoch."""
        encoder = [weight for weight in self.network.encoder.parameters() if weight.requires_grad]
        heads = list(self.network.heads.parameters())
        groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
        optimizer = torch.optim.AdamW(groups, betas=BETAS, eps=EPSILON, weight_decay=DECAY, foreach=True)
        rates = [group["lr"] * self.arguments.rate for group in optimizer.param_groups]
        step = total = 0
        running: dict[str, float] = {}
        for epoch in range(self.arguments.epochs):
            batches = self.maker.groups(self._examples(epoch), training=True)
            total = total or len(batches) * self.arguments.epochs
            self.network.train()
            for group in batches:
                share = min(1.0, (step + 1) / WARM_UP) * max(LAST, 1 - step / total)
                for parameters, rate in zip(optimizer.param_groups, rates, strict=True):
                    parameters["lr"] = rate * share
                batch = self.maker.batch(group, training=True)
                parts = losses(batch, *self.network(batch.ids, batch.types, batch.mask, batch.queries))
                optimizer.zero_grad(set_to_none=True)
                torch.stack(list(parts.values())).sum().backward()
                torch.nn.utils.clip_grad_norm_([*encoder, *heads], CLIP)
                optimizer.step()
                step += 1
                self._follow(step)
                for name, value in parts.items():
                    running[name] = running.get(name, value.item()) * (1 - FORGET) + FORGET * value.item()
                if step % EVERY == 0:
                    self._say({"step": step, "of": total, **running})
            save(self.mean, self.out / "weights.pt")
            groups_of_dev = self.maker.groups(self.dev, training=False)
            dev = (self.maker.batch(group, training=False) for group in groups_of_dev)
            self._say({"epoch": epoch + 1, **measured(self.mean, dev)})

    def _examples(self, epoch: int) -> list[Example]:
        """All windows; in every other epoch the speakers have other names."""
        found: list[Example] = []
        for article in self.train:
            swapped = self.swapper.swap(article, self.dice) if epoch % 2 else article
            found += examples(swapped, self.tokenizer, self.like_cues)
        return found

    @torch.no_grad()
    def _follow(self, step: int) -> None:
        """Moves the mean towards the weights; quickly at first, when they are far from good."""
        decay = min(MEAN, (1 + step) / (10 + step))
        theirs = self.network.state_dict()
        for name, value in self.mean.state_dict().items():
            value.lerp_(theirs[name], 1 - decay)

    def _say(self, row: dict[str, float]) -> None:
        row = {**row, "seconds": time.monotonic() - self.began}
        line = json.dumps({name: round(value, 4) for name, value in row.items()})
        self.log.write(line + "\n")
        self.log.flush()
        print(line, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of polnear-train*.jsonl, polnear-dev.jsonl")
    parser.add_argument("--start", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights.pt, tokenizer.json and log.jsonl")
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--goes-on", type=Path, help="weights.pt of another run to start from, with its shape")
    parser.add_argument("--rate", type=float, default=1.0, help="learning rates as a multiple of the usual ones")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, help="train on so many articles only, to try things")
    Trainer(parser.parse_args()).run()


if __name__ == "__main__":
    main()
