"""The words of the index: their beginnings, their near-misses, and their spellings with other marks."""

from collections.abc import Iterator, Mapping
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from .remembering import remember
from .word_list import LONG, WordList

Near = tuple[tuple[str, float], ...]
Counts = NDArray[np.int32]

_LIKENESS, _LIKENESS_OF_LONG = 0.74, 0.8
_BEGINNINGS = 256
_NO_WORDS = WordList.of(())
_NO_COUNTS = np.zeros(0, dtype=np.int32)


class Vocabulary(Mapping[str, int]):
    """Every word with the number of documents it stands in: those of the last full build, and later ones."""

    def __init__(self, recent: Mapping[str, int], words: WordList = _NO_WORDS, counts: Counts = _NO_COUNTS) -> None:
        known = {word: words.find(word) for word in recent}
        later = sorted(word for word, at in known.items() if at < 0)
        old = [word for word, at in known.items() if at >= 0]
        self.words, self._counts = words, counts
        if old:
            self._counts = counts.copy()
            self._counts[[known[word] for word in old]] += [recent[word] for word in old]
        layers = [(words, self._counts)] if len(words) else []
        if later:
            layers.append((WordList.of(later), np.array([recent[word] for word in later], dtype=np.int32)))
        self._layers = layers
        self.total = sum(int(of_layer.sum()) for _, of_layer in layers)
        """All words of all documents, each once in a document."""
        self._begun: dict[tuple[str, int], tuple[str, ...]] = {}
        self._near: dict[tuple[str, int], Near] = {}

    @property
    def counts(self) -> Mapping[str, int]:
        """In how many documents each word stands."""
        return self

    def __getitem__(self, word: str) -> int:
        for words, counts in self._layers:
            if (at := words.find(word)) >= 0:
                return int(counts[at])
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(words for words, _ in self._layers)

    def __len__(self) -> int:
        return sum(len(words) for words, _ in self._layers)

    def with_other_marks(self, word: str) -> list[str]:
        """Return the words with the same letters and vowels but other tone or silencing marks."""
        return sorted(other for words, _ in self._layers for other in words.with_other_marks(word))

    def beginning_with(self, start: str, limit: int) -> list[str]:
        """Return the commonest words that begin so."""
        if (start, limit) not in self._begun:
            found = [one for words, counts in self._layers for one in _commonest(words, counts, start, limit)]
            remember(self._begun, (start, limit), tuple(word for _, word in sorted(found)[:limit]), _BEGINNINGS)
        return list(self._begun[start, limit])

    def near(self, word: str, limit: int = 3) -> list[tuple[str, float]]:
        """Return words one slip away (two in long words) with their likeness (0 to 1), the best of each length."""
        if (word, limit) not in self._near:
            remember(self._near, (word, limit), tuple(self._found_near(word, limit)))
        return list(self._near[word, limit])

    def _found_near(self, word: str, limit: int) -> Iterator[tuple[str, float]]:
        cutoff = _LIKENESS if len(word) < LONG else _LIKENESS_OF_LONG
        choices = sorted(choice for words, _ in self._layers for choice in _candidates(words, word, cutoff))
        alike = process.extract(word, choices, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=None)
        for length in range(len(word) - 1, len(word) + 2):
            of_length = [(near, score) for near, score, _ in alike if len(near) == length]
            yield from of_length[:limit]


def _candidates(words: WordList, word: str, cutoff: float) -> list[str]:
    """Return what may be near: all words one slip off, and where two are allowed those with nearly the same letters."""
    numbers = words.one_slip_off(word)
    for length in range(len(word) - 1, len(word) + 2):
        if 1 - 2 / max(length, len(word), 1) >= cutoff - 1e-9:
            numbers.update(words.sharing_letters(word, length))
    return [words[at] for at in numbers]


def _commonest(words: WordList, counts: Counts, start: str, limit: int) -> list[tuple[int, str]]:
    """Return the commonest words that begin so, each after minus its count; of equals the first."""
    span = words.beginning_with(start)
    order = np.arange(len(span)) - counts[span.start : span.stop].astype(np.int64) * len(span)
    best = np.argpartition(order, limit - 1)[:limit] if len(order) > limit else np.arange(len(order))
    return [(-int(counts[span[at]]), words[span[at]]) for at in best.tolist()]
