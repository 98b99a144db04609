"""The words of the index: their beginnings, and their near-misses."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from frontdesk.domain.thai_text import strip_marks

_LAST_LETTER = "\U0010ffff"
_SHORTEST_NEAR = 4
_SHORTEST_MARKED = 3


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

    def with_other_marks(self, word: str) -> list[str]:
        """Return the words with the same letters and vowels but other tone or silencing marks."""
        return [other for other in self._by_letters.get(strip_marks(word), ()) if other != word]

    def __contains__(self, word: str) -> bool:
        return word in self.counts

    def beginning_with(self, start: str, limit: int) -> list[str]:
        """Return the commonest words that begin so."""
        first = bisect_left(self._sorted, start)
        last = bisect_left(self._sorted, start + _LAST_LETTER)
        return sorted(self._sorted[first:last], key=lambda word: -self.counts[word])[:limit]

    def near(self, word: str, limit: int = 3) -> list[tuple[str, float]]:
        """Return words one slip away (two in long words) with their likeness (0 to 1)."""
        cutoff = 0.74 if len(word) < 8 else 0.8
        found: list[tuple[str, float]] = []
        for length in range(max(_SHORTEST_NEAR, len(word) - 1), len(word) + 2):
            likeness = OSA.normalized_similarity
            choices = self._by_length.get(length, [])
            best = process.extract(word, choices, scorer=likeness, score_cutoff=cutoff, limit=limit)
            found += [(near, score) for near, score, _ in best]
        return found
