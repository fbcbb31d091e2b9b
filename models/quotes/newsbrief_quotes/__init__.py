"""Weights and tokenizer of the learned quote model of newsbrief; MODEL_CARD.md says where they come from."""

from pathlib import Path

#: The network: ONNX, opset 17, int8. Inputs: input_ids, types and attention_mask (windows x pieces), and
#: runs (windows x runs x 2). Outputs: attr, start, end, mask, tags.
WEIGHTS = Path(__file__).with_name("quotenet.int8.onnx")
#: Word pieces, uncased, 30,522 of them, in the format of the package tokenizers.
TOKENIZER = Path(__file__).with_name("tokenizer.json")

__all__ = ["TOKENIZER", "WEIGHTS"]
