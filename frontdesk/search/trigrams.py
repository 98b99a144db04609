"""Postings of character trigrams, in arrays that are mapped from files, not read.

Trigrams find what no whole word finds: slips, other endings, words that the dictionary cuts wrongly.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
Scores = NDArray[np.float32]

_SEPARATORS = re.compile(r"[^\u0e01-\u0e4e\w]+|_+")
_BITS = 21
_K1, _B = 1.2, 0.75
_STEPS = 100
"""An impact (at most 2.2) is kept as a whole number of hundredths, in one byte."""
_FILES = ("codes", "starts", "docs", "impacts")


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

    def __init__(self, codes: Any, starts: Any, docs: Any, impacts: Any, size: int) -> None:
        self._codes, self._starts, self._docs, self._impacts = codes, starts, docs, impacts
        self.size = size

    @classmethod
    def build(cls, texts: Iterable[str]) -> "Trigrams":
        """Make the postings of texts in the order of their documents' numbers."""
        codes: list[Codes] = [np.zeros(0, dtype=np.int64)]
        counts: list[NDArray[np.uint8]] = [np.zeros(0, dtype=np.uint8)]
        for text in texts:
            distinct, often = np.unique(codes_of(text), return_counts=True)
            codes.append(distinct)
            counts.append(np.minimum(often, 255).astype(np.uint8))
        sizes = [len(distinct) for distinct in codes[1:]]
        return cls._sorted(np.concatenate(codes), _impacts(counts[1:]), sizes)

    @classmethod
    def _sorted(cls, codes: Codes, impacts: NDArray[np.uint8], sizes: list[int]) -> "Trigrams":
        docs = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        order = np.argsort(codes, kind="stable")
        distinct, starts = np.unique(codes[order], return_index=True)
        return cls(distinct, np.append(starts, len(codes)), docs[order], impacts[order], len(sizes))

    def save(self, folder: Path) -> None:
        """Write the arrays beside the index."""
        arrays = (self._codes, self._starts, self._docs, self._impacts)
        for name, array in zip(_FILES, arrays, strict=True):
            np.save(folder / f"trigrams-{name}.npy", array)

    @classmethod
    def load(cls, folder: Path, size: int) -> "Trigrams":
        """Map the arrays of an index of ``size`` documents; raise OSError or ValueError if damaged."""
        codes, starts, docs, impacts = (
            np.asarray(np.load(folder / f"trigrams-{name}.npy", mmap_mode="r")) for name in _FILES
        )
        return cls(codes, starts, docs, impacts, size)

    def frequencies(self, codes: Codes) -> NDArray[np.int64]:
        """Return in how many documents each trigram stands."""
        rows, known = self._rows(codes)
        found = np.zeros(len(codes), dtype=np.int64)
        found[known] = self._starts[rows[known] + 1] - self._starts[rows[known]]
        return found

    def add_scores(self, scores: Scores, codes: Codes, worths: NDArray[np.float64]) -> None:
        """Add to the documents' scores each trigram's impact, times what it is worth."""
        rows, known = self._rows(codes)
        for row, worth in zip(rows[known], worths[known], strict=True):
            start, end = int(self._starts[row]), int(self._starts[row + 1])
            scores[self._docs[start:end]] += self._impacts[start:end] * np.float32(worth / _STEPS)

    def _rows(self, codes: Codes) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        rows = np.searchsorted(self._codes, codes)
        known = rows < len(self._codes)
        known[known] = self._codes[rows[known]] == codes[known]
        return rows, known


def _impacts(counts: list[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Return the BM25 of every trigram but for its rarity, document after document."""
    lengths = np.array([often.sum(dtype=np.int64) for often in counts], dtype=np.float32)
    norm = _K1 * (1 - _B + _B * lengths / max(1.0, float(lengths.mean()) if counts else 1.0))
    scaled = [np.zeros(0, dtype=np.uint8)]
    for often, length in zip(counts, norm, strict=True):
        scaled.append((often * (_K1 + 1) / (often + length) * _STEPS).astype(np.uint8))
    return np.concatenate(scaled)


class LayeredTrigrams:
    """The trigrams of the last full build, and those of the few documents added since."""

    def __init__(self, base: Trigrams, recent: Trigrams) -> None:
        self._base, self._recent = base, recent
        self.size = base.size + recent.size

    def frequencies(self, codes: Codes) -> NDArray[np.int64]:
        """Return in how many documents each trigram stands."""
        return self._base.frequencies(codes) + self._recent.frequencies(codes)

    def add_scores(self, scores: Scores, codes: Codes, weight: float) -> None:
        """Add ``weight`` times each document's BM25 for the trigrams."""
        found = self.frequencies(codes)
        worths = weight * np.log(1 + np.maximum(0.0, self.size - found + 0.5) / (found + 0.5))
        self._base.add_scores(scores[: self._base.size], codes, worths)
        self._recent.add_scores(scores[self._base.size :], codes, worths)
