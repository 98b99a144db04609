"""What each row, a word or a trigram, is worth in each document: BM25 but for the row's rarity.

A row that stands in many documents is kept as one byte for every document, the others as lists: adding
a whole column is faster than picking from it, and smaller.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Documents = NDArray[np.int32]
Lengths = NDArray[np.float32]
Rows = Sequence[tuple[int, float]]

STEPS = 115
"""An impact (at most 2) is kept as a whole number of this part of one, in one byte."""

_K1, _B = 1.0, 0.65
_COMMON = 8
_FEW = 512
_PART = 1 << 20


def bm25(counts: Any, lengths: Any, mean: float) -> Scores:
    """Return what ``counts`` occurrences are worth in documents of these lengths, without rarity."""
    norm = _K1 * (1 - _B + _B * lengths / max(1.0, mean))
    worth: Scores = (counts * (_K1 + 1) / (counts + norm)).astype(np.float32)
    return worth


def in_steps(impacts: Scores) -> NDArray[np.uint8]:
    """Return impacts as they are kept: rounded, and never nothing."""
    steps: NDArray[np.uint8] = np.clip(np.rint(impacts * np.float32(STEPS)), 1, 255).astype(np.uint8)
    return steps


def _weighed(often: Any, docs: Documents, lengths: Lengths, mean: float) -> NDArray[np.uint8]:
    """Return what each of many postings is worth, a part at a time: all at once would take too much memory."""
    impacts = np.empty(len(docs), dtype=np.uint8)
    for start in range(0, len(docs), _PART):
        part = slice(start, start + _PART)
        impacts[part] = in_steps(bm25(often[part], lengths[docs[part]], mean))
    return impacts


class Impacts:
    """The postings of all rows of one build, documents numbered from 0."""

    def __init__(self, size: int, arrays: Mapping[str, Any]) -> None:
        self.size = size
        self.arrays = arrays
        self.counts: NDArray[np.int32] = arrays["counts"]
        self.mean_length = float(arrays["mean-length"][0])
        self._starts = memoryview(arrays["starts"])
        self._docs, self._impacts, self._columns = arrays["docs"], arrays["impacts"], arrays["columns"]
        self._column = {int(row): at for at, row in enumerate(arrays["common"])}

    @classmethod
    def of(cls, lengths: Lengths, starts: NDArray[np.int64], docs: Documents, often: Any) -> "Impacts":
        """Arrange postings given row after row, the documents of each row in order.

        ``lengths`` are those of the documents, ``often`` is how many times the row stands in each.
        """
        size, mean = len(lengths), float(lengths.mean()) if len(lengths) else 0.0
        impacts = _weighed(often, docs, lengths, mean)
        counts = np.diff(starts)
        common = np.flatnonzero(counts > max(_FEW, size // _COMMON))
        columns = np.zeros((len(common), size), dtype=np.uint8)
        for at, row in enumerate(common):
            span = slice(starts[row], starts[row + 1])
            columns[at, docs[span]] = impacts[span]
        listed = counts.copy()
        listed[common] = 0
        kept = np.repeat(listed > 0, counts)
        arrays = {
            "counts": counts.astype(np.int32),
            "starts": np.concatenate(([0], np.cumsum(listed))).astype(np.int64),
            "docs": docs[kept].astype(np.int32, copy=False),
            "impacts": impacts[kept],
            "common": common.astype(np.int32),
            "columns": columns,
            "mean-length": np.array([mean]),
        }
        return cls(size, arrays)

    def row(self, row: int) -> tuple[Documents, Scores]:
        """Return the documents of a row and what it is worth in each."""
        if row in self._column:
            column = self._columns[self._column[row]]
            docs: Documents = np.flatnonzero(column).astype(np.int32)
            return docs, column[docs] / np.float32(STEPS)
        span = slice(self._starts[row], self._starts[row + 1])
        return self._docs[span], self._impacts[span] / np.float32(STEPS)

    def add(self, scores: Scores, rows: Rows) -> None:
        """Add to the documents' scores each row's impact, times its weight."""
        listed = [(row, weight) for row, weight in rows if row not in self._column]
        for row, weight in rows:
            if row in self._column:
                scores += self._columns[self._column[row]] * np.float32(weight / STEPS)
        if listed:
            np.add.at(scores, *self._gathered(listed))

    def raise_to(self, scores: Scores, rows: Rows) -> None:
        """Raise the documents' scores to each row's impact times its weight where that is more."""
        listed = [(row, weight) for row, weight in rows if row not in self._column]
        for row, weight in rows:
            if row in self._column:
                np.maximum(scores, self._columns[self._column[row]] * np.float32(weight / STEPS), out=scores)
        if listed:
            np.maximum.at(scores, *self._gathered(listed))

    def _gathered(self, rows: Rows) -> tuple[Documents, Scores]:
        """Return the postings of several rows end to end."""
        spans = [slice(self._starts[row], self._starts[row + 1]) for row, _ in rows]
        docs = np.concatenate([self._docs[span] for span in spans])
        worths = np.array([weight / STEPS for _, weight in rows], dtype=np.float32)
        values = np.repeat(worths, [span.stop - span.start for span in spans])
        values *= np.concatenate([self._impacts[span] for span in spans])
        return docs, values
