"""The words of the index: their beginnings, their near-misses, and their spellings with other marks."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from .near_words import LONG, LONGEST
from .remembering import remember
from .word_list import WordList

Near = tuple[tuple[str, float], ...]
Counts = NDArray[np.int32]

_LIKENESS, _LIKENESS_OF_LONG, _TOO_MANY_SLIPS = 0.74, 0.8, 2.5
_SLIPS = {length: 1 + (length == LONG - 1 or length > LONG) for length in range(3, LONGEST + 1)}
"""How many slips these degrees of likeness allow in words of each length."""
_BEGINNINGS = 256
_NO_WORDS = WordList.of(())
_NO_COUNTS = np.zeros(0, dtype=np.int32)


class Vocabulary(Mapping[str, int]):
    """Every word with the number of documents it stands in: those of the last full build, and later ones."""

    def __init__(self, recent: Mapping[str, int], words: WordList = _NO_WORDS, counts: Counts = _NO_COUNTS) -> None:
        known = words.find_each(list(recent))
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
        self._known: dict[str, int] = {}
        self._begun: dict[tuple[str, int], tuple[str, ...]] = {}
        self._near: dict[tuple[str, int], Near] = {}

    @property
    def counts(self) -> Mapping[str, int]:
        """In how many documents each word stands."""
        return self

    def __getitem__(self, word: str) -> int:
        if count := self.count(word):
            return count
        raise KeyError(word)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.count(word) > 0

    def get(self, word: str, default: Any = None, /) -> Any:
        """Return in how many documents a word stands, or the default."""
        return self.count(word) or default

    def count(self, word: str) -> int:
        """Return in how many documents a word stands."""
        count = self._known.get(word)
        if count is None:
            found = ((counts, words.find(word)) for words, counts in self._layers)
            count = next((int(counts[at]) for counts, at in found if at >= 0), 0)
            remember(self._known, word, count)
        return count

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
        return self.near_each([word], limit)[0]

    def near_each(self, words: Sequence[str], limit: int = 3) -> list[list[tuple[str, float]]]:
        """Return for each word what ``near`` does, in a fraction of the time."""
        known = {word: self._near[word, limit] for word in words if (word, limit) in self._near}
        new = [word for word in dict.fromkeys(words) if word not in known]
        for word, found in zip(new, self._found_near(new, limit) if new else (), strict=True):
            known[word] = found
            remember(self._near, (word, limit), found)
        return [list(known[word]) for word in words]

    def _found_near(self, asked: Sequence[str], limit: int) -> Iterator[Near]:
        choices: list[list[str]] = [[] for _ in asked]
        for words, _ in self._layers:
            for place, number in zip(*map(np.ndarray.tolist, words.near.of(asked, _SLIPS)), strict=True):
                choices[place].append(words[number])
        for word, some in zip(asked, choices, strict=True):
            yield tuple(_best_of_each_length(word, sorted(some), limit)) if some else ()


def _best_of_each_length(word: str, choices: Sequence[str], limit: int) -> Iterator[tuple[str, float]]:
    cutoff = _LIKENESS if len(word) < LONG else max(_LIKENESS_OF_LONG, 1 - _TOO_MANY_SLIPS / len(word))
    alike = process.extract(word, choices, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=None)
    for length in range(len(word) - 1, len(word) + 2):
        yield from [(near, score) for near, score, _ in alike if len(near) == length][:limit]


def _commonest(words: WordList, counts: Counts, start: str, limit: int) -> list[tuple[int, str]]:
    """Return the commonest words that begin so, each after minus its count; of equals the first."""
    span = words.beginning_with(start)
    order = np.arange(len(span)) - counts[span.start : span.stop].astype(np.int64) * len(span)
    best = np.argpartition(order, limit - 1)[:limit] if len(order) > limit else np.arange(len(order))
    return [(-int(counts[span[at]]), words[span[at]]) for at in best.tolist()]
