"""Whoosh keeps the index, arrays do the scoring: a term's postings are decoded once, on first use."""

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import IndexReader, TermNotFound

Scores = NDArray[np.float32]

_K1, _B = 1.2, 0.75
_NOWHERE = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))


class Postings:
    """BM25 impacts of the words of one open index."""

    def __init__(self, reader: IndexReader, field: str = "words") -> None:
        self._reader, self._field = reader, field
        self.size: int = reader.doc_count_all()
        lengths = np.array([reader.doc_field_length(doc, field) or 1 for doc in range(self.size)], dtype=np.float32)
        self._norm = _K1 * (1 - _B + _B * lengths / (lengths.mean() if self.size else 1))
        self._decoded: dict[str, tuple[NDArray[np.int32], Scores]] = {}

    def of(self, word: str) -> tuple[NDArray[np.int32], Scores]:
        """Return the documents with this word and what it is worth in each."""
        if word not in self._decoded:
            self._decoded[word] = self._decode(word)
        return self._decoded[word]

    def add_scores(self, scores: Scores, words: Mapping[str, float]) -> None:
        """Add each word's weight times its impact to the documents' scores."""
        for word, weight in words.items():
            documents, impacts = self.of(word)
            scores[documents] += np.float32(weight) * impacts

    def add_best(self, scores: Scores, words: Mapping[str, float]) -> None:
        """Add to each document's score only what the best of the words is worth in it."""
        best = np.zeros(self.size, dtype=np.float32)
        for word, weight in words.items():
            documents, impacts = self.of(word)
            best[documents] = np.maximum(best[documents], np.float32(weight) * impacts)
        scores += best

    def _decode(self, word: str) -> tuple[NDArray[np.int32], Scores]:
        try:
            matcher = self._reader.postings(self._field, word)
        except TermNotFound:
            return _NOWHERE
        documents, counts = [], []
        while matcher.is_active():
            documents.append(matcher.id())
            counts.append(matcher.weight())
            matcher.next()
        return self._weighed(np.array(documents, dtype=np.int32), np.array(counts, dtype=np.float32))

    def _weighed(self, documents: NDArray[np.int32], counts: Scores) -> tuple[NDArray[np.int32], Scores]:
        found = len(documents)
        rarity = math.log(1 + (self.size - found + 0.5) / (found + 0.5))
        impacts = rarity * counts * (_K1 + 1) / (counts + self._norm[documents])
        return documents, impacts.astype(np.float32)
