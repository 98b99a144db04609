"""The words of the index: their beginnings, their near-misses, and their spellings with other marks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from frontdesk.domain.thai_text import strip_marks

Letters = NDArray[np.uint64]

_LAST_LETTER = "\U0010ffff"
_SHORTEST_NEAR = 4
_SHORTEST_MARKED = 3
_LONG = 8
_LIKENESS, _LIKENESS_OF_LONG = 0.74, 0.8
_BITS = 63


class Vocabulary:
    """Every word with the number of documents it stands in."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self._sorted = sorted(counts)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._by_letters: dict[str, list[str]] = defaultdict(list)
        for word in self._sorted:
            if len(word) >= _SHORTEST_NEAR and not word.isdigit():
                self._by_length[len(word)].append(word)
            if len(word) >= _SHORTEST_MARKED and not word.isascii():
                self._by_letters[strip_marks(word)].append(word)
        self._letters = {length: _letters(words) for length, words in self._by_length.items()}

    def __contains__(self, word: str) -> bool:
        return word in self.counts

    def with_other_marks(self, word: str) -> list[str]:
        """Return the words with the same letters and vowels but other tone or silencing marks."""
        return [other for other in self._by_letters.get(strip_marks(word), ()) if other != word]

    def beginning_with(self, start: str, limit: int) -> list[str]:
        """Return the commonest words that begin so."""
        first = bisect_left(self._sorted, start)
        last = bisect_left(self._sorted, start + _LAST_LETTER)
        return sorted(self._sorted[first:last], key=lambda word: -self.counts[word])[:limit]

    def near(self, word: str, limit: int = 3) -> list[tuple[str, float]]:
        """Return words one slip away (two in long words) with their likeness (0 to 1)."""
        cutoff = _LIKENESS if len(word) < _LONG else _LIKENESS_OF_LONG
        found: list[tuple[str, float]] = []
        for length in range(len(word) - 1, len(word) + 2):
            likeness = OSA.normalized_similarity
            choices = self._sharing_letters(word, length)
            best = process.extract(word, choices, scorer=likeness, score_cutoff=cutoff, limit=limit)
            found += [(near, score) for near, score, _ in best]
        return found

    def _sharing_letters(self, word: str, length: int) -> list[str]:
        """Return the words of a length with at most two letters that ``word`` has not, and back."""
        words = self._by_length.get(length)
        if words is None:
            return []
        theirs, ours = self._letters[length], _letters([word])[0]
        alike = _at_most_two(theirs & ~ours) & _at_most_two(ours & ~theirs)
        return [words[i] for i in np.flatnonzero(alike)]


def _letters(words: Sequence[str]) -> Letters:
    """Return for words of one length a set of bits for the letters in each."""
    codes = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32)
    bits = np.uint64(1) << (codes % _BITS).astype(np.uint64)
    sets: Letters = np.bitwise_or.reduce(bits.reshape(len(words), -1), axis=1)
    return sets


def _at_most_two(sets: Letters) -> NDArray[np.bool_]:
    one = np.uint64(1)
    for _ in range(2):
        sets = sets & (sets - np.minimum(sets, one))
    few: NDArray[np.bool_] = sets == 0
    return few
