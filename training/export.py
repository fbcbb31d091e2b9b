"""Weights -> what newsbrief loads: two ONNX graphs with eight-bit weights, and the tokenizer.

python training/export.py --run OUT --package models/quotes/newsbrief_quotes
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from network import WIDTH, Encoder, Heads, QuoteNetwork, loaded
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

OPSET = 17


def export(network: QuoteNetwork, folder: Path) -> None:
    """Writes encoder.onnx and heads.onnx."""
    ids = torch.ones(2, 9, dtype=torch.long)
    queries = torch.tensor([[[1, 2], [3, 5]], [[1, 2], [2, 4]]])
    pieces = {0: "rows", 1: "pieces"}
    _write(
        network.encoder,
        (ids, torch.zeros_like(ids), ids),
        folder / "encoder.onnx",
        {"ids": pieces, "types": pieces, "mask": pieces},
        {"states": pieces, "tags": pieces},
    )
    asked = {0: "rows", 1: "queries"}
    _write(
        network.heads,
        (torch.randn(2, 9, WIDTH), ids, queries),
        folder / "heads.onnx",
        {"states": pieces, "mask": pieces, "queries": asked},
        {"attributed": asked} | {name: asked | {2: "pieces"} for name in Heads.POINTERS},
    )


def _write(
    module: Encoder | Heads,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: dict[str, dict[int, str]],
    outputs: dict[str, dict[int, str]],
) -> None:
    assert isinstance(module, nn.Module)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(scratch) / path.name
        torch.onnx.export(
            module,
            example,
            whole,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=inputs | outputs,
            opset_version=OPSET,
            dynamo=False,
        )
        # Seven bits: older processors add pairs of eight-bit products in sixteen bits, which overflow.
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
        model = onnx.load(path)
        model.producer_name, model.producer_version, model.doc_string = "newsbrief", "", ""
        onnx.save(model, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--run", type=Path, required=True, help="folder that train.py wrote")
    parser.add_argument(
        "--package", type=Path, required=True, help="folder for encoder.onnx, heads.onnx, tokenizer.json"
    )
    chosen = parser.parse_args()
    chosen.package.mkdir(parents=True, exist_ok=True)
    export(loaded(chosen.run / "weights.pt"), chosen.package)
    shutil.copyfile(chosen.run / "tokenizer.json", chosen.package / "tokenizer.json")


if __name__ == "__main__":
    main()
