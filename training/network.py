"""The network: word pieces -> who says what, asked once for each query (a quoted run or a cue).

Two halves, so that the second can be asked about cues which the first has found:

`Encoder`  pieces -> states and, for each piece, how likely it belongs to a cue, a speaker or something said
`Heads`    states and queries -> for each query: attributed or not, speaker, content and its borders
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

#: Shape of MiniLM (Wang et al. 2020, arXiv:2002.10957), whose weights the encoder starts from.
WIDTH, FEED, HEADS = 384, 1536, 12
POSITIONS = 512
#: Types of a piece: the sum of "in a quote", "in the passage before" and "capital letter".
TYPES = 8
#: Width in which a query and a piece are compared.
COMPARED = 192
EPSILON = 1e-12
MASKED = -1e4
#: Borders are rare: one piece in fifty begins a stretch.
RARE = -4.0


@dataclass(frozen=True)
class Shape:
    """What can be chosen of the network."""

    layers: int
    pieces: int
    """Word pieces of the vocabulary."""
    feed: int = FEED
    """Width between the two halves of a layer's feed-forward part; see narrow.py."""
    dropout: float = 0.1


class Layer(nn.Module):
    """A transformer layer of BERT (Devlin et al. 2019), normalised behind each half."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, shape.feed), nn.Linear(shape.feed, WIDTH)
        self.first_norm, self.second_norm = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States (rows, pieces, WIDTH) and additive mask (rows, 1, 1, pieces) -> states."""
        rows, pieces = states.shape[0], states.shape[1]

        def split(values: Tensor) -> Tensor:
            return values.view(rows, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        if torch.onnx.is_in_onnx_export():
            shares = torch.softmax(query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias, -1)
            seen = shares @ value
        else:
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        seen = seen.transpose(1, 2).reshape(rows, pieces, WIDTH)
        states = self.first_norm(states + self.dropout(self.mixed(seen)))
        return self.second_norm(states + self.dropout(self.down(functional.gelu(self.up(states)))))


class Encoder(nn.Module):
    """Word pieces -> their states and tags."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.pieces, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(TYPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = nn.Dropout(shape.dropout)
        self.tags = nn.Linear(WIDTH, 3)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Three (rows, pieces) -> states (rows, pieces, WIDTH), and logits (rows, pieces, 3): cue, mention, content."""
        places = self.places.weight[: ids.shape[1]].unsqueeze(0)
        states = self.dropout(self.norm(self.words(ids) + places + self.types(types)))
        bias = (1 - mask[:, None, None, :].to(states.dtype)) * MASKED
        for layer in self.layers:
            states = layer(states, bias)
        return states, self.tags(states)

    def start_from(self, folder: Path, kept: list[int]) -> None:
        """Loads the lowest layers of a MiniLM in `folder`; `kept` are the rows of its vocabulary that are used."""
        weights = load_file(folder / "model.safetensors")
        prefix = "" if "embeddings.word_embeddings.weight" in weights else "bert."

        def take(name: str) -> Tensor:
            return weights[prefix + name].float()

        self.words.weight.data = take("embeddings.word_embeddings.weight")[kept]
        self.places.weight.data = take("embeddings.position_embeddings.weight")
        plain = take("embeddings.token_type_embeddings.weight")[:1]
        self.types.weight.data = plain.repeat(TYPES, 1) + torch.randn(TYPES, WIDTH) * 0.01
        self.norm.weight.data = take("embeddings.LayerNorm.weight")
        self.norm.bias.data = take("embeddings.LayerNorm.bias")
        for number, layer in enumerate(self.layers):
            for part, name in (
                (layer.query, "attention.self.query"),
                (layer.key, "attention.self.key"),
                (layer.value, "attention.self.value"),
                (layer.mixed, "attention.output.dense"),
                (layer.first_norm, "attention.output.LayerNorm"),
                (layer.up, "intermediate.dense"),
                (layer.down, "output.dense"),
                (layer.second_norm, "output.LayerNorm"),
            ):
                part.weight.data = take(f"encoder.layer.{number}.{name}.weight")
                part.bias.data = take(f"encoder.layer.{number}.{name}.bias")


class Answers(NamedTuple):
    """Logits. `attributed` is (rows, queries), the others (rows, queries, pieces)."""

    attributed: Tensor
    start: Tensor
    """The speaker's mention begins here; piece 0 stands for nobody here."""
    end: Tensor
    content: Tensor
    """The piece belongs to what is said."""
    opens: Tensor
    """A stretch of what is said begins with this piece."""
    closes: Tensor
    """A stretch of what is said ends with this piece."""


class Heads(nn.Module):
    """States and queries -> answers."""

    POINTERS = ("start", "end", "content", "opens", "closes")

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.query = nn.Linear(3 * WIDTH, WIDTH)
        self.dropout = nn.Dropout(shape.dropout)
        self.attributed = nn.Linear(WIDTH, 1)
        self.asked = nn.Linear(WIDTH, COMPARED * len(self.POINTERS))
        self.pieces = nn.Linear(WIDTH, COMPARED * len(self.POINTERS))
        self.prior = nn.Linear(WIDTH, len(self.POINTERS))
        self.prior.bias.data[3:] = RARE

    def forward(self, states: Tensor, mask: Tensor, queries: Tensor) -> tuple[Tensor, ...]:
        """States, mask (rows, pieces) and queries (rows, queries, 2: first piece and the one behind) -> `Answers`."""
        rows, pieces = states.shape[0], states.shape[1]
        place = torch.arange(pieces)
        inside = (place[None, None, :] >= queries[:, :, :1]) & (place[None, None, :] < queries[:, :, 1:])
        held = inside.to(states.dtype)
        mean = (held @ states) / held.sum(-1, keepdim=True).clamp(min=1)

        def at(piece: Tensor) -> Tensor:
            return torch.gather(states, 1, piece.unsqueeze(-1).expand(-1, -1, WIDTH))

        ends = at(queries[:, :, 0]), at((queries[:, :, 1] - 1).clamp(min=0))
        asked = self.dropout(torch.relu(self.query(torch.cat([*ends, mean], -1))))
        count = len(self.POINTERS)
        one = self.asked(asked).view(rows, -1, count, COMPARED).permute(2, 0, 1, 3)
        other = self.pieces(states).view(rows, pieces, count, COMPARED).permute(2, 0, 3, 1)
        scores = one @ other * COMPARED**-0.5 + self.prior(states).permute(2, 0, 1).unsqueeze(2)
        scores = scores + (1 - mask[None, :, None, :].to(states.dtype)) * MASKED
        return (self.attributed(asked).squeeze(-1), *scores.unbind(0))


class QuoteNetwork(nn.Module):
    """Both halves."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder, self.heads = Encoder(shape), Heads(shape)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor, queries: Tensor) -> tuple[Tensor, Answers]:
        """Tags (rows, pieces, 3) and the answers to all queries."""
        states, tags = self.encoder(ids, types, mask)
        return tags, Answers(*self.heads(states, mask, queries))


def save(network: QuoteNetwork, path: Path) -> None:
    """Writes shape and weights."""
    torch.save({"shape": asdict(network.shape), "weights": network.state_dict()}, path)


def loaded(path: Path) -> QuoteNetwork:
    """The network that `save` wrote, ready to answer."""
    saved = torch.load(path, weights_only=True)
    network = QuoteNetwork(Shape(**saved["shape"]))
    network.load_state_dict(saved["weights"])
    return network.eval()
