"""How much a word tells, also where a small site's own texts cannot say: "do you have" stands in few of 48 answers.

The site's texts are counted together with a number of texts of general Thai and English, of which only the
share that a word stands in is known. On a large site they hardly count.
"""

from math import log

from frontdesk.domain.common_words import commonness
from frontdesk.search.lookup.vocabulary import Vocabulary

_GENERAL_TEXTS = 300
_WORDS_IN_ONE = 60


class Rarity:
    """The rarity of words, after BM25, in ``size`` texts of a site and in general ones."""

    def __init__(self, vocabulary: Vocabulary, size: int) -> None:
        self._vocabulary, self._size = vocabulary, size

    def of(self, word: str) -> float:
        """Return how rare a word is in both together."""
        found = self._vocabulary.counts.get(word, 0)
        return _rarity(found + _GENERAL_TEXTS * _share(word), self._size + _GENERAL_TEXTS)

    def weight(self, word: str) -> float:
        """Return what a word has to be weighed by, so that its rarity here becomes that in both; at most 1."""
        found = self._vocabulary.counts.get(word, 0)
        if not found:
            return 1.0
        here = _rarity(found, self._size) / _rarity(1, self._size)
        return min(1.0, self.of(word) / _rarity(1, self._size + _GENERAL_TEXTS) / here)


def _share(word: str) -> float:
    """Return in what share of general texts a word stands."""
    return 1.0 - float((1 - commonness(word) / 1e6) ** _WORDS_IN_ONE)


def _rarity(found: float, size: float) -> float:
    return log(1 + max(0.0, size - found + 0.5) / (found + 0.5))
