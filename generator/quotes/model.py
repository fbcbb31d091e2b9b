"""The learned model: windows -> for each quoted run and each cue, who says it and which words are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.errors import MissingPackage
from generator.quotes.marks import Run
from generator.quotes.windows import NOWHERE, Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Logits = NDArray[np.float32]

INSTALL = "pip install 'newsbrief[model]'"
#: Windows that go through the network together; they are sorted by length within a larger share.
BATCH = 4
SHARE = 64
#: A word is asked about as a cue if the logit of its tag is at least this.
CUE = -1.0
#: A window is asked about no more cues, the likeliest first: more are lists of words, not reports.
MAX_CUES = 24


class Answer(NamedTuple):
    """What the network says of one query; the arrays have one number a piece of its window."""

    run: Run | None
    """The quoted run that was asked about; None for a cue."""
    first: int
    """The pieces of the query in its window (end exclusive)."""
    after: int
    attributed: float
    """Logit: somebody said these words; this word reports somebody's words."""
    start: Logits
    """Logits: the speaker's mention begins here; piece 0 stands for nobody here."""
    end: Logits
    content: Logits
    """Logits: the piece belongs to what is said."""
    opens: Logits
    """Logits: a stretch of what is said begins with this piece."""
    closes: Logits
    """Logits: a stretch of what is said ends with this piece."""


class QuoteModel:
    """Holds the loaded network; its answers don't depend on `threads`.

    Raises MissingPackage if newsbrief-quotes is not installed or damaged.
    """

    def __init__(self, threads: int = 1) -> None:
        try:
            import onnxruntime
            from newsbrief_quotes import ENCODER, HEADS, TOKENIZER
            from tokenizers import Tokenizer
        except ImportError as error:
            raise MissingPackage(f"The learned quote model is not installed. Install it: {INSTALL}") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 4
        try:
            self._encoder, self._heads = (
                onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
                for path in (ENCODER, HEADS)
            )
            self.tokenizer = Tokenizer.from_file(str(TOKENIZER))
        except Exception as error:  # neither library has a class of its own for a broken file
            raise MissingPackage(f"The learned quote model is damaged. Install it anew: {INSTALL}") from error
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def ask(self, windows: Iterable[Window]) -> Iterator[tuple[Window, list[Answer]]]:
        """The answers for all runs, then for all cues, window by window in the order given."""
        remaining = iter(windows)
        while share := list(islice(remaining, SHARE)):
            answers: dict[int, list[Answer]] = {}
            order = sorted(range(len(share)), key=lambda index: (len(share[index].ids), index))
            for begin in range(0, len(order), BATCH):
                batch = order[begin : begin + BATCH]
                for index, found in zip(batch, self._answers([share[index] for index in batch]), strict=True):
                    answers[index] = found
            for index, window in enumerate(share):
                yield window, answers[index]

    def _answers(self, windows: list[Window]) -> list[list[Answer]]:
        import numpy as np

        shape = len(windows), max(len(window.ids) for window in windows)
        ids, types, mask = (np.zeros(shape, np.int64) for _ in range(3))
        for row, window in enumerate(windows):
            length = len(window.ids)
            ids[row, :length], types[row, :length], mask[row, :length] = window.ids, window.types, 1
        states, tags = self._encoder.run(["states", "tags"], {"ids": ids, "types": types, "mask": mask})
        asked: list[list[tuple[Run | None, int, int]]] = [
            [*window.runs, *((None, first, after) for first, after in cues(window, tags[row, :, 0]))]
            for row, window in enumerate(windows)
        ]
        answers: list[list[Answer]] = [[] for _ in windows]
        rows = [row for row, queries in enumerate(asked) if queries]
        if not rows:
            return answers
        queries = np.zeros((len(rows), max(len(asked[row]) for row in rows), 2), np.int64)
        queries[..., 1] = 1
        for place, row in enumerate(rows):
            queries[place, : len(asked[row])] = [query[1:] for query in asked[row]]
        attributed, *scores = self._heads.run(
            ["attributed", "start", "end", "content", "opens", "closes"],
            {"states": states[rows], "mask": mask[rows], "queries": queries},
        )
        for place, row in enumerate(rows):
            length = len(windows[row].ids)
            for column, query in enumerate(asked[row]):
                values = (part[place, column, :length] for part in scores)
                answers[row].append(Answer(*query, float(attributed[place, column]), *values))
        return answers


def cues(window: Window, tags: Logits) -> list[tuple[int, int]]:
    """The likely cues of a window as pieces (first, after), in text order: neighbours whose tag is likely are one."""
    found: list[tuple[float, int, int]] = []
    first: int | None = None
    for piece in range(1, len(window.ids)):
        start, end = window.offsets[piece]
        own = (start, end) != NOWHERE and window.own[0] <= start < window.own[1]
        if own and piece > window.context and tags[piece] >= CUE and not window.is_quoted(piece):
            first = piece if first is None else first
        elif first is not None:
            found.append((-float(tags[first:piece].max()), first, piece))
            first = None
    return sorted((first, after) for _, first, after in sorted(found)[:MAX_CUES])
