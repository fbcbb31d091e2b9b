"""Weights and tokenizer of the learned quote model of newsbrief; MODEL_CARD.md says where they come from."""

from pathlib import Path

_HERE = Path(__file__).parent

#: ONNX, opset 17, int8. `ids`, `types`, `mask` (rows, pieces) -> `states` (rows, pieces, 384) and `tags`
#: (rows, pieces, 3): logits that a piece belongs to a cue, to a speaker's mention, to something said.
ENCODER = _HERE / "encoder.onnx"
#: ONNX, opset 17, int8. `states`, `mask` and `queries` (rows, queries, 2) -> `attributed` (rows, queries) and `start`,
#: `end`, `content`, `opens`, `closes` (rows, queries, pieces), all logits.
HEADS = _HERE / "heads.onnx"
#: Word pieces, uncased, 14,000 of them, in the format of the package tokenizers.
TOKENIZER = _HERE / "tokenizer.json"
#: Logits -> confidence, by kind of quote: see generator/quotes/confidence.py of newsbrief.
CALIBRATION = _HERE / "calibration.json"

__all__ = ["CALIBRATION", "ENCODER", "HEADS", "TOKENIZER"]
