"""The learned model: windows -> for each quoted run, how likely it is attributed, to whom, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.errors import MissingPackage
from generator.quotes.windows import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Logits = NDArray[np.float32]

INSTALL = "pip install 'newsbrief[model]'"
#: Windows that go through the network together; they are sorted by length within a larger share.
BATCH = 4
SHARE = 64


class RunScores(NamedTuple):
    """What the network says of one run; the arrays have one number a piece of its window."""

    attributed: float
    """Logit: somebody said these words."""
    start: Logits
    """Logits: the speaker's name begins here; piece 0 stands for nobody here."""
    end: Logits
    content: Logits
    """Logits: the piece belongs to what is said."""


class QuoteModel:
    """Holds the loaded network. Raises MissingPackage if newsbrief-quotes is not installed."""

    def __init__(self) -> None:
        try:
            import onnxruntime
            from newsbrief_quotes import TOKENIZER, WEIGHTS
            from tokenizers import Tokenizer
        except ImportError as error:
            raise MissingPackage(f"The learned quote model is not installed. Install it: {INSTALL}") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(WEIGHTS), options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(TOKENIZER))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def score(self, windows: Iterable[Window]) -> Iterator[tuple[Window, list[RunScores]]]:
        """Scores of all runs, window by window in the order given."""
        remaining = iter(windows)
        while share := list(islice(remaining, SHARE)):
            scores: dict[int, list[RunScores]] = {}
            order = sorted(range(len(share)), key=lambda index: (len(share[index].ids), index))
            for begin in range(0, len(order), BATCH):
                batch = order[begin : begin + BATCH]
                for index, rows in zip(batch, self._run([share[index] for index in batch]), strict=True):
                    scores[index] = rows
            for index, window in enumerate(share):
                yield window, scores[index]

    def _run(self, windows: list[Window]) -> list[list[RunScores]]:
        import numpy as np

        width = max(len(window.ids) for window in windows)
        shape = len(windows), width
        ids, types, mask = (np.zeros(shape, np.int64) for _ in range(3))
        runs = np.zeros((len(windows), max(len(window.runs) for window in windows), 2), np.int64)
        runs[..., 1] = 1
        for row, window in enumerate(windows):
            length = len(window.ids)
            ids[row, :length], types[row, :length], mask[row, :length] = window.ids, window.types, 1
            for column, run in enumerate(window.runs):
                runs[row, column] = run.first, run.after
        attributed, start, end, content = self._session.run(
            ["attr", "start", "end", "mask"],
            {"input_ids": ids, "types": types, "attention_mask": mask, "runs": runs},
        )
        return [
            [
                RunScores(
                    float(attributed[row, column]),
                    *(scores[row, column, : len(window.ids)] for scores in (start, end, content)),
                )
                for column in range(len(window.runs))
            ]
            for row, window in enumerate(windows)
        ]
