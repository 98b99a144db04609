"""Postings of character trigrams, in arrays that are mapped from files, not read.

Trigrams find what no whole word finds: slips, other endings, words that the dictionary cuts wrongly.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .arrays import distinct, load_arrays, save_arrays
from .impacts import Impacts, Scores

Codes = NDArray[np.int64]

_GROUP = "trigrams"
_SEPARATORS = re.compile(r"[^\u0e01-\u0e4e\w]+|_+")
_BITS = 21
_TOGETHER = 4096


def codes_of(text: str) -> Codes:
    """Return the trigrams of a normalised text as numbers, none across a space or a sign."""
    run = " " + _SEPARATORS.sub(" ", text) + " "
    letters = np.frombuffer(run.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    inner = (letters[1:-1] != ord(" ")) & ((letters[:-2] != ord(" ")) | (letters[2:] != ord(" ")))
    codes: Codes = letters[:-2] << 2 * _BITS | letters[1:-1] << _BITS | letters[2:]
    kept: Codes = codes[inner]
    return kept


class Trigrams:
    """BM25 impacts of trigrams. Documents are numbered as in the index they were built from."""

    def __init__(self, codes: Any, impacts: Impacts) -> None:
        self._codes: Codes = codes
        self._impacts = impacts
        self.size = impacts.size

    @classmethod
    def build(cls, texts: Iterable[str]) -> "Trigrams":
        """Make the postings of texts in the order of their documents' numbers."""
        each = iter(texts)
        return _joined([_Batch(some) for some in iter(lambda: list(islice(each, _TOGETHER)), [])])

    def save(self, folder: Path) -> None:
        """Write the arrays beside the index."""
        save_arrays(folder, _GROUP, {"codes": self._codes, **self._impacts.arrays})

    @classmethod
    def load(cls, folder: Path, size: int) -> "Trigrams":
        """Map the arrays of an index of ``size`` documents; raise OSError or ValueError if damaged."""
        arrays = load_arrays(folder, _GROUP)
        return cls(arrays["codes"], Impacts(size, arrays))

    def frequencies(self, codes: Codes) -> NDArray[np.int64]:
        """Return in how many documents each trigram stands."""
        rows, known = self._rows(codes)
        found = np.zeros(len(codes), dtype=np.int64)
        found[known] = self._impacts.counts[rows[known]]
        return found

    def add_scores(self, scores: Scores, codes: Codes, worths: NDArray[np.float64]) -> None:
        """Add to the documents' scores each trigram's impact, times what it is worth."""
        rows, known = self._rows(codes)
        self._impacts.add(scores, list(zip(rows[known].tolist(), worths[known].tolist(), strict=True)))

    def _rows(self, codes: Codes) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        rows = np.searchsorted(self._codes, codes)
        known = rows < len(self._codes)
        known[known] = self._codes[rows[known]] == codes[known]
        return rows, known


class _Batch:
    """The postings of some texts, sorted by trigram; documents numbered from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        each = [np.unique(codes_of(text), return_counts=True) for text in texts]
        often = [np.minimum(counts, 255).astype(np.uint8) for _, counts in each]
        codes = np.concatenate([found for found, _ in each])
        order = np.argsort(codes, kind="stable")
        self.lengths = np.array([counts.sum() for _, counts in each], dtype=np.float32)
        self.docs = np.repeat(np.arange(len(each), dtype=np.int32), [len(found) for found, _ in each])[order]
        self.often = np.concatenate(often)[order]
        self.codes, self.counts = np.unique(codes, return_counts=True)


def _joined(batches: list[_Batch]) -> Trigrams:
    """Put the postings of each trigram together, batch after batch: all at once would take too much memory."""
    codes = distinct(np.concatenate([np.zeros(0, dtype=np.int64), *(batch.codes for batch in batches)]))
    counts = np.zeros(len(codes), dtype=np.int64)
    for batch in batches:
        counts[np.searchsorted(codes, batch.codes)] += batch.counts
    starts = np.concatenate(([0], np.cumsum(counts)))
    docs, often = np.zeros(starts[-1], dtype=np.int32), np.zeros(starts[-1], dtype=np.uint8)
    lengths = np.concatenate([np.zeros(0, dtype=np.float32), *(batch.lengths for batch in batches)])
    size, free = 0, starts[:-1].copy()
    while batches:
        batch = batches.pop(0)
        rows = np.searchsorted(codes, batch.codes)
        first = np.cumsum(batch.counts) - batch.counts
        places = np.repeat(free[rows] - first, batch.counts) + np.arange(len(batch.docs))
        docs[places] = batch.docs + size
        often[places] = batch.often
        free[rows] += batch.counts
        size += len(batch.lengths)
    return Trigrams(codes, Impacts.of(lengths, starts, docs, often))


class LayeredTrigrams:
    """The trigrams of the last full build, and those of the few documents added since."""

    def __init__(self, base: Trigrams, recent: Trigrams) -> None:
        self._base, self._recent = base, recent
        self.size = base.size + recent.size

    def frequencies(self, codes: Codes) -> NDArray[np.int64]:
        """Return in how many documents each trigram stands."""
        found = self._base.frequencies(codes)
        return found + self._recent.frequencies(codes) if self._recent.size else found

    def add_scores(self, scores: Scores, codes: Codes, weight: float) -> None:
        """Add ``weight`` times each document's BM25 for the trigrams."""
        found = self.frequencies(codes)
        worths = weight * np.log(1 + np.maximum(0.0, self.size - found + 0.5) / (found + 0.5))
        self._base.add_scores(scores[: self._base.size], codes, worths)
        if self._recent.size:
            self._recent.add_scores(scores[self._base.size :], codes, worths)
