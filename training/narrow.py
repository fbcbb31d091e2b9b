"""Narrows the feed-forward parts of a trained network: the neurons that move the states least are left out.

    python training/narrow.py --corpus DIR --run OUT --feed 768

Two thirds of what the encoder computes is there. Train on afterwards with `train.py --goes-on`: the neurons left
take over. The measure is that of magnitude pruning on activations: how strongly a neuron fires on the corpus, times
the length of what it writes.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from pathlib import Path

import torch
from batches import BatchMaker
from corpus import is_held_back, load
from examples import examples
from network import QuoteNetwork, loaded, save
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

#: So many articles are read to see which neurons fire.
ARTICLES = 60


@torch.no_grad()
def strengths(network: QuoteNetwork, maker: BatchMaker, found: list[list[object]]) -> list[Tensor]:
    """For each layer the strength of its neurons on the examples."""
    sums = [torch.zeros(network.shape.feed) for _ in network.encoder.layers]

    def follow(number: int) -> object:
        def hook(_module: object, _inputs: object, output: Tensor) -> None:
            sums[number] += functional.gelu(output).square().sum((0, 1))

        return hook

    hooks = [layer.up.register_forward_hook(follow(number)) for number, layer in enumerate(network.encoder.layers)]
    for group in found:
        batch = maker.batch(group, training=False)  # type: ignore[arg-type]
        network.encoder(batch.ids, batch.types, batch.mask)
    for hook in hooks:
        hook.remove()
    return [
        total.sqrt() * layer.down.weight.norm(dim=0) for total, layer in zip(sums, network.encoder.layers, strict=True)
    ]


def narrowed(network: QuoteNetwork, strong: list[Tensor], feed: int) -> QuoteNetwork:
    """The network with the `feed` strongest neurons of each layer."""
    smaller = QuoteNetwork(replace(network.shape, feed=feed))
    weights = network.state_dict()
    for number, strength in enumerate(strong):
        kept = strength.topk(feed).indices.sort().values
        for name, side in (("up.weight", 0), ("up.bias", 0), ("down.weight", 1)):
            key = f"encoder.layers.{number}.{name}"
            weights[key] = weights[key].index_select(side, kept)
    smaller.load_state_dict(weights)
    return smaller


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder with weights.pt and tokenizer.json")
    parser.add_argument("--feed", type=int, default=768)
    chosen = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(chosen.run / "tokenizer.json"))
    maker = BatchMaker(tokenizer, random.Random(0))
    articles = [
        article for article in load(sorted(chosen.corpus.glob("polnear-train*.jsonl"))) if not is_held_back(article)
    ]
    read = [example for article in articles[:ARTICLES] for example in examples(article, tokenizer, frozenset())]
    network = loaded(chosen.run / "weights.pt")
    strong = strengths(network, maker, maker.groups(read, training=False))  # type: ignore[arg-type]
    save(narrowed(network, strong, chosen.feed), chosen.run / "narrow.pt")


if __name__ == "__main__":
    main()
