"""Whoosh keeps the index, arrays do the scoring: what each word is worth in each document."""

import math
from array import array
from collections.abc import Mapping

import numpy as np
from whoosh.reading import IndexReader

from .impacts import Documents, Impacts, Scores
from .recent import Recent
from .word_list import WordList

GROUP = "postings"

_FIELD = "words"


def decoded(reader: IndexReader) -> tuple[WordList, Impacts]:
    """Read every word and all postings of a full build out of Whoosh."""
    words: list[str] = []
    starts, documents, counts = array("q", [0]), array("i"), array("f")
    for word, _ in reader.iter_field(_FIELD) if reader.doc_count_all() else ():
        matcher = reader.postings(_FIELD, word)
        while matcher.is_active():
            documents.append(matcher.id())
            counts.append(matcher.weight())
            matcher.next()
        words.append(word.decode())
        starts.append(len(documents))
    found, often = np.frombuffer(documents, dtype=np.int32), np.frombuffer(counts, dtype=np.float32)
    lengths = np.bincount(found, often, reader.doc_count_all()).astype(np.float32)
    return WordList.of(words), Impacts.of(lengths, np.frombuffer(starts, dtype=np.int64), found, often)


class Postings:
    """BM25 impacts of the words of one open index: those of the last full build, and the recent ones."""

    def __init__(self, words: WordList, base: Impacts, recent: Recent) -> None:
        self._words, self._base, self._recent = words, base, recent
        self._mean = base.mean_length or recent.mean_length
        self.size = base.size + recent.size

    def of(self, word: str) -> tuple[Documents, Scores]:
        """Return the documents with this word and what it is worth in each."""
        rarity = np.float32(self._rarity(word))
        later, worth = self._recent.postings(word, self._mean)
        row = self._words.find(word)
        if row < 0:
            return later, rarity * worth
        documents, impacts = self._base.row(row)
        return np.concatenate((documents, later)), rarity * np.concatenate((impacts, worth))

    def add_scores(self, scores: Scores, words: Mapping[str, float]) -> None:
        """Add each word's weight times its impact to the documents' scores."""
        weights = {word: weight * self._rarity(word) for word, weight in words.items()}
        self._base.add(scores[: self._base.size], self._rows(weights))
        for word, weight in self._in_recent(weights).items():
            documents, worth = self._recent.postings(word, self._mean)
            scores[documents] += np.float32(weight) * worth

    def add_best(self, scores: Scores, words: Mapping[str, float]) -> None:
        """Add to each document's score only what the best of the words is worth in it."""
        if not words:
            return
        weights = {word: weight * self._rarity(word) for word, weight in words.items()}
        best = np.zeros(self.size, dtype=np.float32)
        self._base.raise_to(best[: self._base.size], self._rows(weights))
        for word, weight in self._in_recent(weights).items():
            documents, worth = self._recent.postings(word, self._mean)
            best[documents] = np.maximum(best[documents], np.float32(weight) * worth)
        scores += best

    def _rows(self, weights: Mapping[str, float]) -> list[tuple[int, float]]:
        rows = ((self._words.find(word), weight) for word, weight in weights.items())
        return [(row, weight) for row, weight in rows if row >= 0]

    def _in_recent(self, weights: Mapping[str, float]) -> dict[str, float]:
        return {word: weight for word, weight in weights.items() if word in self._recent.counts}

    def _rarity(self, word: str) -> float:
        row = self._words.find(word)
        found = self._recent.counts[word] + (int(self._base.counts[row]) if row >= 0 else 0)
        return math.log(1 + (self.size - found + 0.5) / (found + 0.5))
